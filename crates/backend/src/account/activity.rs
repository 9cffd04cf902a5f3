//! What happened to a member's account, for its member to read: the member's own lines of the audit log.

use super::Login;
use crate::app::AppState;
use crate::clock::iso;
use crate::operators::{page, page_of};
use crate::refusal::Outcome;
use crate::store::{ActivityFound, Event};
use gaip_contract::bodies::{ActivityBy, ActivityLine, Page};

/// Lines of a page.
const LINES: u32 = 20;

/// A page of it, from 1.
pub async fn lines(app: &AppState, login: &Login, asked: u32) -> Outcome<Page<ActivityLine>> {
    let (page, slice) = page(asked, LINES);
    let (total, found) = app.store.activity(&login.member.id, slice).await?;
    Ok(page_of(found.into_iter().map(line).collect(), total, page, LINES))
}

fn line(found: ActivityFound) -> ActivityLine {
    let by = by(&found);
    ActivityLine { id: found.id, at: iso(found.at), event: found.event, by }
}

fn by(found: &ActivityFound) -> ActivityBy {
    match found.event {
        Event::LoginFailed | Event::CertificateLoginFailed | Event::PasskeyLoginFailed | Event::RecoveryFailed => {
            ActivityBy::Unknown
        }
        // Commands of the server name no operator.
        Event::ApplicationApproved | Event::ApplicationRejected | Event::OriginalsReceived => ActivityBy::Operator,
        _ if found.by_operator => ActivityBy::Operator,
        _ if found.by_other => ActivityBy::Company,
        _ => ActivityBy::Member,
    }
}
