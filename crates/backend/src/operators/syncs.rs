//! Members of whom another system does not know yet, or not yet that they left (manual rows W107, W108).

use super::{Deed, OperatorLogin, PAGE, journeys_of, name_of, page, page_of};
use crate::app::AppState;
use crate::clock::iso;
use crate::refusal::Outcome;
use crate::store::{AuditRow, Event, SyncFound, SyncOf};
use crate::sync;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Page, Retry, SyncView};

/// A page of the members of the operator's portal that the other system does not know yet.
pub async fn syncs(app: &AppState, login: &OperatorLogin, asked: u32) -> Outcome<Page<SyncView>> {
    has_syncs(app, login)?;
    let (page, slice) = page(asked, PAGE);
    let (total, found) = app.store.untold(Some(&login.operator.portal), 0, slice).await?;
    let mut rows = Vec::with_capacity(found.len());
    for sync in found {
        rows.push(view(app, sync).await?);
    }
    Ok(page_of(rows, total, page, PAGE))
}

/// Has the other system told of a member at once, as the row was shown to the operator; how it stands then.
pub async fn retry(app: &AppState, login: &OperatorLogin, reference: &str, body: &Retry) -> Outcome<SyncView> {
    has_syncs(app, login)?;
    let portal = &login.operator.portal;
    let found = app.store.sync_of(portal, reference).await?.ok_or(ProblemCode::NotFound)?;
    let audit = Deed::of(app, login).audit(Event::SyncRetried, portal);
    let audit = AuditRow { member: Some(found.id.clone()), ..audit };
    sync::tell_now(app, &found.id, body.attempts.into(), &audit).await?;
    let now = match (app.store.sync_of(portal, reference).await?, &found.of) {
        (Some(now), _) => now,
        // Of who left nothing is kept once it was told.
        (None, SyncOf::Left(_)) => SyncFound { told: true, ..found },
        (None, SyncOf::Member(_)) => return Err(ProblemCode::NotFound.into()),
    };
    view(app, now).await
}

/// Passes where the portal has another system to tell.
fn has_syncs(app: &AppState, login: &OperatorLogin) -> Outcome<()> {
    let syncs = app.portals.get(&login.operator.portal).is_some_and(|served| served.portal.syncs());
    if syncs { Ok(()) } else { Err(ProblemCode::NotFound.into()) }
}

async fn view(app: &AppState, sync: SyncFound) -> Outcome<SyncView> {
    let SyncFound { of, attempts, next_at, told, .. } = sync;
    let (attempts, next_at) = (u32::try_from(attempts).unwrap_or(u32::MAX), iso(next_at));
    let member = match of {
        SyncOf::Member(member) => member,
        SyncOf::Left(left) => {
            return Ok(SyncView {
                reference: left.reference,
                company: String::new(),
                business_number: None,
                contact: String::new(),
                since: iso(left.at),
                attempts,
                next_at,
                told,
                left: true,
            });
        }
    };
    let facts = app.store.facts_of_member(&member.id).await?;
    let journeys = journeys_of(&app.portals, &member);
    Ok(SyncView {
        contact: name_of(&journeys, &facts).unwrap_or(member.login_id),
        reference: member.reference,
        company: member.company,
        business_number: member.business_number,
        since: iso(member.joined_at),
        attempts,
        next_at,
        told,
        left: false,
    })
}
