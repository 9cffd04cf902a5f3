//! What the fields of a form agree to: the evidence of each, made of the documents in force.

use crate::portals::Served;
use gaip_domain::facts::{Answer, Consent, Value};
use gaip_domain::portal::{Step, StepKind};
use std::collections::BTreeMap;

/// Agreements and refusals of an answer, by document.
pub(super) fn of_fields(served: &Served, step: &Step, answer: &Answer) -> BTreeMap<String, Consent> {
    let (StepKind::Form(settings), Answer::Form(values)) = (&step.kind, answer) else { return BTreeMap::new() };
    let decided = settings.fields().filter_map(|field| {
        let (terms, Value::Text(choice)) = (field.terms.as_ref()?, values.get(&field.name)?) else { return None };
        let version = served.portal.terms_document(terms)?.version.clone();
        // The first is the Korean text, which decides.
        let hash = served.terms.hashes(terms).first()?.clone();
        Some((terms.clone(), Consent { version, hash, agreed: choice == "yes" }))
    });
    decided.collect()
}

/// Whether each is to the document in force.
pub(super) fn in_force<'a>(served: &Served, mut consents: impl Iterator<Item = (&'a String, &'a Consent)>) -> bool {
    consents.all(|(terms, consent)| {
        let version = served.portal.terms_document(terms).map(|document| &document.version);
        version == Some(&consent.version) && served.terms.hashes(terms).contains(&consent.hash)
    })
}
