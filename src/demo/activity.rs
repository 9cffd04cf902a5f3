//! What happened to the account of whoever is logged in.

use super::clock::iso;
use super::record::Act;
use super::refusal::Outcome;
use super::state::Demo;
use super::table::Ask;
use gaip_contract::bodies::{ActivityBy, ActivityLine, AuditEvent, Empty, Page};

/// Lines of a page.
const LINES: usize = 20;

impl Demo {
    /// Notes what the member who is logged in did; of companies, `note` keeps the log.
    pub fn did(&mut self, event: AuditEvent) {
        let at = self.now;
        if let Ok(member) = self.me_mut() {
            member.account.acts.push(Act { at, event });
        }
    }
}

/// A page of it, the newest first.
pub fn list(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<Page<ActivityLine>> {
    let me = demo.me()?;
    let begun = Act { at: me.joined_at, event: AuditEvent::Submitted };
    let all: Vec<&Act> = me.account.acts.iter().rev().chain([&begun]).collect();
    let page: u32 = ask.query("page").parse().unwrap_or(1).max(1);
    let rows = all.iter().enumerate().skip((page as usize - 1).saturating_mul(LINES)).take(LINES);
    let line = |(at, act): (usize, &&Act)| ActivityLine {
        id: (all.len() - at).to_string(),
        at: iso(act.at),
        event: act.event,
        by: if act.event == AuditEvent::LoginFailed { ActivityBy::Unknown } else { ActivityBy::Member },
    };
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let (total, pages) = (small(all.len()), small(all.len().div_ceil(LINES).max(1)));
    Ok(Page { total, page, pages, rows: rows.map(line).collect() })
}
