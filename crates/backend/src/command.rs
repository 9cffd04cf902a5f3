//! Commands of an operator: who is a member, and marking originals as received (manual row D48).

use crate::app::{CannotStart, open_store};
use crate::clock::{Clock, korean_day};
use crate::config::Config;
use crate::random::{self, Random};
use crate::store::{AuditRow, Event, Marked, MemberRecord, MemberStore};
use gaip_domain::value::BusinessNumber;

/// A line for each member, newest first.
pub async fn members(config: &Config, provisional_only: bool) -> Result<Vec<String>, CannotStart> {
    let store = open_store(config).await?;
    let members = store.members(provisional_only).await.map_err(|failure| CannotStart(vec![failure.to_string()]))?;
    Ok(members.iter().map(line).collect())
}

/// Makes a provisional member a full one. Doing it again changes nothing.
pub async fn originals_received(
    config: &Config,
    portal: &str,
    wanted: &str,
    clock: &dyn Clock,
    random: &dyn Random,
) -> Result<String, CannotStart> {
    let store = open_store(config).await?;
    // People write business numbers with hyphens; reference numbers hold some of their own.
    let wanted =
        BusinessNumber::parse(wanted).map_or_else(|_| wanted.trim().to_ascii_uppercase(), |number| number.to_string());
    let audit = AuditRow {
        id: random::id(random),
        at: clock.now(),
        event: Event::OriginalsReceived,
        portal: portal.to_owned(),
        member: None,
    };
    let marked = store.mark_originals(portal, &wanted, &audit).await;
    match marked.map_err(|failure| CannotStart(vec![failure.to_string()]))? {
        Marked::Full(member) => Ok(format!("now a full member: {}", line(&member))),
        Marked::Already(member) => Ok(format!("a full member already: {}", line(&member))),
        Marked::Unknown => Err(CannotStart(vec![format!(
            "no member {wanted} in the portal {portal}. `gaip-backend members` lists them"
        )])),
    }
}

fn line(member: &MemberRecord) -> String {
    let number = BusinessNumber::parse(&member.business_number)
        .map_or_else(|_| member.business_number.clone(), |number| number.hyphenated());
    let state = if member.provisional { "provisional" } else { "full" };
    let MemberRecord { reference, company, login_id, portal, joined_at, .. } = member;
    format!("{reference}\t{portal}\t{number}\t{company}\t{login_id}\t{state}\t{}", korean_day(*joined_at))
}
