//! The certificate step: scans, or a proof by the company's joint or financial certificate.

use super::judge::{Case, Judged};
use crate::certificates::{bound, take_and_show};
use crate::clock::{DAY, Millis, korean_day};
use crate::financial;
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
            (Route::Joint, Some(proof)) => {
                Ok(proved(CertificateMethod::Joint, Some(self.registrable(self.shown(proof).await?).await?)).into())
            }
            (Route::Joint, None) => self.earlier(CertificateMethod::Joint),
            (Route::Financial, _) => match &body.financial {
                Some(attempt) => {
                    let shown = self.registrable(self.attempted(attempt).await?).await?;
                    Ok(proved(CertificateMethod::Financial, Some(shown)).into())
                }
                None => self.earlier(CertificateMethod::Financial),
            },
        }
    }

    /// The proof of the same method that was given before, if it still counts.
    fn earlier(&self, method: CertificateMethod) -> Outcome<Judged> {
        let by = |answer: &Answer| matches!(answer, Answer::Certificate { method: given, .. } if *given == method);
        let earlier = self.draft.answers.get(&self.step.id).filter(|earlier| {
            let fresh = |seen| is_fresh(seen, earlier.at, self.app.clock.now());
            by(&earlier.answer) && evidence(&earlier.answer).is_some_and(fresh)
        });
        let missing = || FieldProblem { field: "method".to_owned(), error: Invalid::Missing };
        let earlier = earlier.ok_or_else(|| Refusal::invalid(vec![missing()]))?;
        Ok(Judged { kept: true, ..earlier.answer.clone().into() })
    }

    /// What the service verified in an attempt of this step, by the company that this sign-up is for.
    async fn attempted(&self, attempt: &str) -> Outcome<CertificateEvidence> {
        let number = self.world.facts.business_number().ok_or(ProblemCode::StepClosed)?;
        let (company, evidence) = financial::take(self.app, &self.bond(), attempt).await?;
        if company == *number { Ok(evidence) } else { Err(ProblemCode::CertificateOtherCompany.into()) }
    }

    fn bond(&self) -> Bond {
        Bond {
            session: self.draft.session.clone(),
            portal: self.draft.portal.clone(),
            to: bound::sign_up(self.draft, &self.step.id),
        }
    }

    /// What the server sees of the certificate of the company that this sign-up is for.
    async fn shown(&self, proof: &Proof) -> Outcome<CertificateEvidence> {
        let number = self.world.facts.business_number().ok_or(ProblemCode::StepClosed)?;
        take_and_show(self.app, &self.bond(), proof).await?.of_company(number)
    }
}

/// The answer of a route that a certificate proves.
pub(super) fn proved(method: CertificateMethod, certificate: Option<CertificateEvidence>) -> Answer {
    Answer::Certificate { method, files: Vec::new(), certificate }
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
