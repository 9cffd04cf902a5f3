//! Tells another system of new members, and that members left, until it knows it (manual row W108).
//!
//! What is to be told is written in the transaction that makes or deletes the member, and taken off the list only once the other
//! system said that it keeps it. So nothing is lost when the process is killed in between; then the message comes again,
//! under the same name.

use crate::app::{App, AppState};
use crate::clock::{Millis, iso};
use crate::providers::downstream::{LeftTold, NewMemberTold, Told};
use crate::refusal::Outcome;
use crate::store::{AuditRow, LeftRecord, SyncRecord};
use std::time::Duration;

/// How long one attempt keeps others away: longer than the other system may take.
const HELD: Millis = 30_000;
/// Milliseconds until the second attempt; each further one waits twice as long.
const FIRST_WAIT: Millis = 5_000;
/// The longest wait between two attempts.
const LONGEST_WAIT: Millis = 15 * 60_000;
/// How often the list is looked at.
const LOOK: Duration = Duration::from_secs(2);
/// Most members told of in one look.
const MOST: i64 = 50;
/// How long a person who submits waits for the other system; it is told later if that is too short.
const PATIENCE: Duration = Duration::from_secs(2);
/// From so many vain attempts on it is an operator's matter: about ten minutes after the sign-up.
pub const STUCK: i64 = 8;

/// Tells what is due, time and again, until the process ends.
pub async fn watch(app: App) {
    let mut looks = tokio::time::interval(LOOK);
    looks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        looks.tick().await;
        // A failure is in the log already; the next look tries again.
        let _ = tell_due(&app).await;
    }
}

/// Tells what is due; how many messages the other system keeps now.
pub async fn tell_due(app: &AppState) -> Outcome<usize> {
    let now = app.clock.now();
    let mut told = 0;
    for member in app.store.due_syncs(now, MOST).await? {
        // Each is taken just before it is told: others before it may have taken long.
        let now = app.clock.now();
        if let Some(sync) = app.store.take_sync(&member, now, now + HELD).await? {
            told += usize::from(tell(app, &sync).await?);
        }
    }
    Ok(told)
}

/// Tells of one new member at once, if that takes no longer than a person may wait. The list has it in any case.
pub async fn tell_soon(app: &AppState, member: &str) {
    let now = app.clock.now();
    patiently(async {
        if let Some(sync) = app.store.take_sync(member, now, now + HELD).await? {
            tell(app, &sync).await?;
        }
        Ok(())
    })
    .await;
}

/// Has a member told of at once, whenever it would be due, unless it was tried since so many attempts: of two who ask for
/// the same, one tells. Waits no longer than a person may.
pub async fn tell_now(app: &AppState, member: &str, attempts: i64, audit: &AuditRow) -> Outcome<()> {
    let now = app.clock.now();
    if let Some(sync) = app.store.take_sync_now(member, attempts, now, now + HELD, audit).await? {
        patiently(async { tell(app, &sync).await.map(drop) }).await;
    }
    Ok(())
}

async fn patiently(telling: impl Future<Output = Outcome<()>>) {
    // A failure is in the log already.
    if tokio::time::timeout(PATIENCE, telling).await.is_err() {
        tracing::warn!("another system takes long to hear of a member");
    }
}

async fn tell(app: &AppState, sync: &SyncRecord) -> Outcome<bool> {
    let Some(told) = message(app, sync).await? else { return Ok(false) };
    let done = app.downstream.tell(&sync.message, &told, sync.attempts).await;
    let now = app.clock.now();
    if done.is_ok() {
        app.store.told(sync, now).await?;
    } else {
        tracing::warn!(attempt = sync.attempts + 1, "another system was not told of a member");
        app.store.not_told(sync, now + wait(sync.attempts)).await?;
    }
    Ok(done.is_ok())
}

/// What the other system is told; nothing where the member left meanwhile, which is told by a message of its own.
async fn message(app: &AppState, sync: &SyncRecord) -> Outcome<Option<Told>> {
    if let Some(left) = sync.left.clone() {
        let LeftRecord { portal, reference, at } = left;
        return Ok(Some(Told::Left(LeftTold { member: sync.member.clone(), portal, reference, left_at: iso(at) })));
    }
    let Some(member) = app.store.member(&sync.member).await? else { return Ok(None) };
    Ok(Some(Told::Member(NewMemberTold {
        facts: app.store.facts_of_member(&member.id).await?,
        portal: member.portal,
        journey: member.journey,
        reference: member.reference,
        joined_at: iso(member.joined_at),
        business_number: member.business_number,
        company: member.company,
        member: member.id,
    })))
}

/// Milliseconds until the next attempt after so many before the one that just failed.
fn wait(attempts: i64) -> Millis {
    let doublings = u32::try_from(attempts.clamp(0, 16)).unwrap_or_default();
    (FIRST_WAIT << doublings).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wait_is_twice_the_one_before_up_to_a_quarter_of_an_hour() {
        let waits: Vec<Millis> = [0, 1, 2, 7, 8, 1_000_000].map(wait).into();
        assert_eq!(waits, [5_000, 10_000, 20_000, 640_000, 900_000, 900_000]);
    }
}
