//! The approval step: the company's approval password links a person to it at once (manual rows T25, T65, T66).

use super::judge::{Case, Judged};
use crate::clock::{DAY, HOUR};
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::store::TryLimits;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::AnswerStep;
use gaip_domain::facts::Answer;
use gaip_domain::form;

/// The one input of the step.
const FIELD: &str = "approval";
/// Tries of one sign-up, or of one member, in an hour.
const OF_DRAFT: i64 = 5;
/// Tries for one company in a day, whoever makes them.
const OF_COMPANY: i64 = 20;

impl Case<'_> {
    /// Six digits that are the company's. A try is counted before it is made: many at once do not guess more often.
    pub(super) async fn approval(&self, body: &AnswerStep) -> Outcome<Judged> {
        let earlier = self.draft.answers.get(&self.step.id).filter(|earlier| earlier.answer == Answer::Approval);
        let typed = body.secrets.get(FIELD).map(String::as_str).unwrap_or_default();
        if let (Some(_), "") = (earlier, typed) {
            return Ok(Judged { kept: true, ..Answer::Approval.into() });
        }
        let wrong = |error| Refusal::field(FIELD, error);
        let pin = form::parse_pin(typed).map_err(wrong)?;
        let number = self.world.facts.business_number().ok_or(ProblemCode::StepClosed)?;
        let store = &self.app.store;
        let known =
            store.approval(&self.draft.portal, number.as_str()).await?.ok_or(ProblemCode::CompanyNotRegistered)?;
        let now = self.app.clock.now();
        let limits = TryLimits { of_draft: (OF_DRAFT, now - HOUR), of_company: (OF_COMPANY, now - DAY) };
        let id = random::id(&*self.app.random);
        // Who is logged in tries no more often by beginning anew.
        let whose = self.draft.begun_by.as_deref().unwrap_or(&self.draft.id);
        if !store.try_approval(&id, &known.company, whose, now, limits).await? {
            return Err(ProblemCode::ApprovalTriesOver.into());
        }
        if !self.app.passwords.verify(&pin, Some(&known.hash)).await {
            return Err(ProblemCode::ApprovalWrong.into());
        }
        store.forgive_approvals(whose).await?;
        Ok(Answer::Approval.into())
    }
}
