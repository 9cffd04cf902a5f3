//! The link of a general member to a company that is registered (manual rows T25, T65, T66, T101).

use super::joining::{linked_by, new_company};
use super::submit::Taken;
use crate::refusal::Outcome;
use crate::store::{Actor, CompanyDeed, Linking, Submitted};
use gaip_contract::ProblemCode;

/// Links the member who began the draft, and says who that is.
pub(super) async fn link(taken: &Taken<'_>) -> Outcome<(Submitted, String)> {
    let Taken { app, draft, facts, journey, key } = *taken;
    let member = taken.taker()?;
    let company = new_company(app, facts, journey).ok_or(ProblemCode::StepClosed)?;
    // Nobody is of a company by naming it.
    let by = linked_by(facts).ok_or(ProblemCode::StepClosed)?;
    let deed = CompanyDeed {
        actor: Actor::Member(&member),
        session: &draft.session,
        portal: &draft.portal,
        at: app.clock.now(),
        random: &*app.random,
    };
    let linking = Linking { draft, key, company: &company, member: &member, by, deed };
    let submitted = app.store.link(linking).await?;
    Ok((submitted, member))
}
