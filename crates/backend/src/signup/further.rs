//! A further certificate of a company that is a member, by whoever proves the company by it (manual rows W113 to W117).

use super::certificate::evidence;
use super::judge::Case;
use super::submit::Taken;
use crate::account::new_certificate;
use crate::refusal::Outcome;
use crate::store::{Event, FurtherCertificate, Submitted};
use gaip_contract::ProblemCode;
use gaip_domain::facts::CertificateEvidence;
use gaip_domain::portal::Purpose;

impl Case<'_> {
    /// Passes unless the proof is to be registered and cannot be. Only who proved the company learns whether it is a
    /// member.
    pub(super) async fn registrable(&self, shown: CertificateEvidence) -> Outcome<CertificateEvidence> {
        if self.purpose() != Purpose::Certificate {
            return Ok(shown);
        }
        let number = self.world.facts.business_number().ok_or(ProblemCode::StepClosed)?;
        let (store, portal) = (&self.app.store, self.draft.portal.as_str());
        store.contact_of(portal, number.as_str()).await?.ok_or(ProblemCode::CompanyNotRegistered)?;
        match store.member_of_certificate(portal, &shown.fingerprint).await? {
            None => Ok(shown),
            Some(_) => Err(ProblemCode::CertificateRegistered.into()),
        }
    }
}

/// Registers the certificate that proved the company, and says with whose account.
pub(super) async fn register_further(taken: &Taken<'_>) -> Outcome<(Submitted, String)> {
    let Taken { app, draft, facts, key, .. } = *taken;
    let number = facts.business_number().ok_or(ProblemCode::StepClosed)?;
    let shown = facts.answers.values().find_map(evidence).ok_or(ProblemCode::StepClosed)?;
    let account = app.store.contact_of(&draft.portal, number.as_str()).await?;
    let member = account.ok_or(ProblemCode::CompanyNotRegistered)?.id;
    let new = new_certificate(app, &member, shown.clone());
    let audit = taken.audit(Event::CertificateRegistered, &member);
    let further = FurtherCertificate { draft, key, new: &new, audit: &audit };
    Ok((app.store.register_further(further).await?, member))
}
