//! Leaving for good: the member, everything of theirs, and the company that nobody else is linked to (decision 0020).

use super::themselves::themselves;
use super::{Login, audit};
use crate::app::AppState;
use crate::refusal::Outcome;
use crate::store::{Event, Left};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::Leave;
use std::net::IpAddr;

/// Deletes the member who asks, once they have shown that it is them.
pub async fn leave(app: &AppState, login: &Login, peer: IpAddr, body: &Leave) -> Outcome<()> {
    themselves(app, login, peer, body.password.as_deref()).await?;
    let audit = audit(app, login, Event::MemberLeft);
    match app.store.leave(&login.member.id, &audit).await? {
        // What fails here is deleted by the sweep: no draft of this id exists.
        Left::Done => Ok(app.uploads.delete_all(&audit.id).await?),
        Left::MasterStays => Err(ProblemCode::MasterStays.into()),
        Left::Unknown => Err(ProblemCode::LoginRequired.into()),
    }
}
