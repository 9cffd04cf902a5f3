//! What somebody entered, found by the meaning of the fields.

use super::drafts::Place;
use super::state::Draft;
use gaip_contract::bodies::ConsentDecision;
use gaip_domain::facts::{Answer, CompanyProfile, Facts, Value};
use gaip_domain::portal::{CompanyPart, Field, Input, Journey, StepKind};

/// What the forms say of a company.
pub fn typed(journey: &Journey, facts: &Facts, number: &str) -> CompanyProfile {
    let part = |part| text(journey, facts, |field| field.company == Some(part));
    let organization = |field: &Field| matches!(&field.input, Input::Name { autocomplete: Some(token), .. } if token == "organization");
    CompanyProfile {
        name: part(CompanyPart::Name)
            .or_else(|| text(journey, facts, organization))
            .unwrap_or_else(|| number.to_owned()),
        representative: part(CompanyPart::Representative),
        phone: part(CompanyPart::Phone),
        ..CompanyProfile::default()
    }
}

/// The person's name.
pub fn name(journey: &Journey, facts: &Facts) -> String {
    let person = facts.identity().map(|person| person.name.clone());
    let account = || facts.social().and_then(|account| account.name.as_ref()).map(|given| given.value.clone());
    let typed = || {
        text(
            journey,
            facts,
            |field| matches!(&field.input, Input::Name { autocomplete: Some(token), .. } if token == "name"),
        )
    };
    person.or_else(account).or_else(typed).unwrap_or_default()
}

/// The text of the first field of a kind that was answered, in the order of the journey.
pub fn text(journey: &Journey, facts: &Facts, wanted: impl Fn(&Field) -> bool) -> Option<String> {
    journey.steps.iter().find_map(|step| {
        let (StepKind::Form(form), Some(Answer::Form(values))) = (&step.kind, facts.answers.get(&step.id)) else {
            return None;
        };
        form.fields().filter(|field| wanted(field)).find_map(|field| match values.get(&field.name)? {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        })
    })
}

/// The mark of a secret that was asked.
pub fn secret(journey: &Journey, draft: &Draft, wanted: &Input) -> Option<u64> {
    journey.steps.iter().find_map(|step| {
        let field = step.form()?.fields().find(|field| field.input == *wanted)?;
        draft.secrets.get(&format!("{}/{}", step.id, field.name)).copied()
    })
}

/// What was decided about documents, in consent steps and beside fields.
pub fn decisions(place: Place, facts: &Facts, at: &str) -> Vec<(String, ConsentDecision)> {
    let mut decisions = Vec::new();
    let mut decide = |terms: &str, version: &str, agreed| {
        let decision = ConsentDecision { version: version.to_owned(), agreed, at: at.to_owned() };
        decisions.push((terms.to_owned(), decision));
    };
    for step in &place.journey.steps {
        match (&step.kind, facts.answers.get(&step.id)) {
            (_, Some(Answer::Consent(consents))) => {
                for (terms, consent) in consents {
                    decide(terms, &consent.version, consent.agreed);
                }
            }
            (StepKind::Form(form), Some(Answer::Form(values))) => {
                for field in form.fields() {
                    let Some(document) = field.terms.as_ref().and_then(|id| place.portal.terms_document(id)) else {
                        continue;
                    };
                    if let Some(Value::Text(choice)) = values.get(&field.name) {
                        decide(&document.id, &document.version, choice == "yes");
                    }
                }
            }
            _ => {}
        }
    }
    decisions
}
