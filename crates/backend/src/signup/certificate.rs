//! The certificate step: scans, or a proof by the company's joint certificate.

use super::judge::{Case, Judged};
use crate::certificates::{bound, take_and_show};
use crate::clock::{DAY, Millis, korean_day};
use crate::refusal::{Outcome, Refusal};
use crate::store::{Answered, Answers, Bond};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AnswerStep, Proof};
use gaip_domain::facts::{Answer, CertificateEvidence, FieldProblem};
use gaip_domain::form::{self, Route};
use gaip_domain::portal::{CertificateMethod, CertificateStep};
use gaip_domain::value::Invalid;

/// A proof counts for this time; a sign-up that takes longer has the company prove itself again.
const FRESH: Millis = DAY;

impl Case<'_> {
    /// The route taken, with its evidence. A proof that was given before stays where no other one comes.
    pub(super) async fn certificate(&self, settings: &CertificateStep, body: &AnswerStep) -> Outcome<Judged> {
        let route = form::parse_certificate(settings, &body.input, self.world).map_err(Refusal::invalid)?;
        match (route, &body.proof) {
            (Route::Documents(files), _) => {
                Ok(Answer::Certificate { method: CertificateMethod::Documents, files, certificate: None }.into())
            }
            (Route::Joint, Some(proof)) => Ok(joint(Some(self.proved(proof).await?)).into()),
            (Route::Joint, None) => {
                let earlier = self.draft.answers.get(&self.step.id).filter(|earlier| {
                    evidence(&earlier.answer).is_some_and(|seen| is_fresh(seen, earlier.at, self.app.clock.now()))
                });
                let missing = || FieldProblem { field: "method".to_owned(), error: Invalid::Missing };
                let earlier = earlier.ok_or_else(|| Refusal::invalid(vec![missing()]))?;
                Ok(Judged { kept: true, ..earlier.answer.clone().into() })
            }
        }
    }

    /// What the server sees of the certificate of the company that this sign-up is for.
    async fn proved(&self, proof: &Proof) -> Outcome<CertificateEvidence> {
        let number = self.world.facts.business_number().ok_or(ProblemCode::StepClosed)?;
        let bond = Bond {
            session: self.draft.session.clone(),
            portal: self.draft.portal.clone(),
            to: bound::sign_up(self.draft, &self.step.id),
        };
        take_and_show(self.app, &bond, proof).await?.of_company(number)
    }
}

/// The answer of the joint route.
pub(super) fn joint(certificate: Option<CertificateEvidence>) -> Answer {
    Answer::Certificate { method: CertificateMethod::Joint, files: Vec::new(), certificate }
}

/// What an answer shows of a certificate.
pub(super) fn evidence(answer: &Answer) -> Option<&CertificateEvidence> {
    if let Answer::Certificate { certificate, .. } = answer { certificate.as_ref() } else { None }
}

/// The answers without proofs that are too old by now; `None` where all stay.
pub(super) fn without_stale(answers: &Answers, now: Millis) -> Option<Answers> {
    let stays = |answered: &Answered| evidence(&answered.answer).is_none_or(|seen| is_fresh(seen, answered.at, now));
    let mut fresh = answers.clone();
    fresh.retain(|_, answered| stays(answered));
    (fresh.len() < answers.len()).then_some(fresh)
}

/// Days are written so that they sort as text.
fn is_fresh(seen: &CertificateEvidence, at: Millis, now: Millis) -> bool {
    now - at <= FRESH && korean_day(now).to_string() <= seen.valid_until
}
