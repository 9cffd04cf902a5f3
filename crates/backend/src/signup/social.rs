//! The social step: its answer is the account that the provider showed.

use super::judge::{Case, Judged};
use crate::refusal::Outcome;
use gaip_contract::ProblemCode;
use gaip_domain::facts::Answer;
use gaip_domain::portal::SocialStep;

impl Case<'_> {
    /// The account that came back, whatever the input says.
    pub(super) async fn social(&self, settings: &SocialStep) -> Outcome<Judged> {
        let shown = self.app.store.social(&self.draft.id, &self.step.id).await?.ok_or(ProblemCode::SocialGone)?;
        if !settings.providers.contains(&shown.account.provider) {
            return Err(ProblemCode::SocialGone.into());
        }
        if self.app.store.person_is_member(&self.draft.portal, &shown.person).await? {
            return Err(ProblemCode::PersonIsMember.into());
        }
        Ok(Answer::Social(shown.account).into())
    }
}
