//! The conversion of a person into a company's member (manual rows K41 to K48).

use super::joining::new_company;
use super::submit::Taken;
use crate::refusal::Outcome;
use crate::store::{Conversion, Event, Submitted};
use gaip_contract::ProblemCode;

/// Converts the member who began the draft, and says who that is.
pub(super) async fn convert(taken: &Taken<'_>) -> Outcome<(Submitted, String)> {
    let Taken { app, draft, facts, journey, key } = *taken;
    let member = taken.taker()?;
    let company = new_company(app, facts, journey).ok_or(ProblemCode::StepClosed)?;
    let (files, audit) = (taken.files(), taken.audit(Event::Converted, &member));
    let conversion = Conversion { draft, key, member: &member, company: &company, files: &files, audit: &audit };
    Ok((app.store.convert(conversion).await?, member))
}
