//! The demo: a backend of the gallery's own, in the memory of the tab. A designer walks the whole application with it, from
//! any server of static files. `docs/decisions/0025-demo-in-the-browser.md` says why and how far.
//!
//! [`table`] names what answers each endpoint; the rules are those of the domain; [`samples`] are who is there at first.
//! Nothing is sent. The state survives the loading of a page in this tab, as some acts load one anew, and ends with the tab
//! or with [`stop`].

#![allow(clippy::unnecessary_wraps, reason = "whatever stands in the table has one form")]

mod account;
mod activity;
mod addresses;
mod certificates;
mod clock;
mod codes;
mod company;
mod drafts;
mod entered;
mod files;
mod forms;
mod info;
mod invitations;
mod joining;
mod judge;
mod login_types;
mod mail;
mod mine;
mod offers;
mod old_accounts;
mod own;
mod own_code;
mod own_info;
mod own_password;
mod papers;
mod passkeys;
mod portals;
mod proofs;
mod record;
mod refusal;
mod registry;
mod samples;
mod state;
mod submit;
mod table;
#[cfg(test)]
mod tests;
mod themselves;

pub use certificates::{STRANGE_PASSWORD, WRONG_PASSWORD};
pub use invitations::Mail;
pub use old_accounts::NOBODY;
pub use papers::Decision;
pub use proofs::RIGHT_CODE;
pub use samples::{APPROVAL, BIRTH, NUMBER, PASSWORD};

use crate::api::stand_in::{self, Asked, StandIn};
use crate::api::{self, Failure};
use crate::routes;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use refusal::Outcome;
use state::{Demo, IDLE, Who};
use std::cell::{Cell, RefCell};
use table::Ask;

/// Milliseconds until an answer, so that one sees the screens wait.
const PAUSE: u32 = 150;
/// The same where the designer wants it slow.
const LONG_PAUSE: u32 = 2_000;
/// What the tab's name begins with while it holds the demo.
const KEPT: &str = "gaip-demo:";

thread_local! {
    static DEMO: RefCell<Option<Demo>> = const { RefCell::new(None) };
    static SLOW: Cell<bool> = const { Cell::new(false) };
    static OFFLINE: Cell<bool> = const { Cell::new(false) };
    static MAILS: ArcRwSignal<Vec<Mail>> = ArcRwSignal::new(Vec::new());
    static DECISIONS: ArcRwSignal<&'static [Decision]> = ArcRwSignal::new(&[]);
}

/// Begins.
pub fn start() {
    let now = now();
    DEMO.with_borrow_mut(|demo| {
        demo.get_or_insert_with(|| samples::begin(now));
    });
    stand_in::set(Some(StandIn { exchange: |asked| Box::pin(exchange(asked)), sign: certificates::sign }));
    DEMO.with_borrow(|demo| demo.iter().for_each(keep));
}

/// Goes on where the page of before left off; whether there was one.
pub fn resume() -> bool {
    let kept = window().name().unwrap_or_default();
    let kept = kept.strip_prefix(KEPT).and_then(|json| serde_json::from_str::<Demo>(json).ok());
    let found = kept.is_some();
    if found {
        DEMO.set(kept);
        start();
    }
    found
}

/// Ends; the network is what it was.
pub fn stop() {
    DEMO.set(None);
    stand_in::set(None);
    mails().set(Vec::new());
    decisions().set(&[]);
    let _ = window().set_name("");
}

/// Every answer takes its time from now on, or comes soon.
pub fn slow(slow: bool) {
    SLOW.set(slow);
}

/// Nothing is answered from now on, or is again.
pub fn offline(offline: bool) {
    OFFLINE.set(offline);
}

/// What can be decided on the papers of the member who is logged in.
pub fn decisions() -> ArcRwSignal<&'static [Decision]> {
    DECISIONS.with(Clone::clone)
}

/// Decides in an operator's place, and shows the page anew.
pub fn decide(decision: Decision) {
    DEMO.with_borrow_mut(|demo| {
        if let Some(demo) = demo {
            papers::decide(demo, decision);
            keep(demo);
        }
    });
    let _ = window().location().reload();
}

/// What the download of one's own data saves; nothing while no member is logged in.
pub fn my_data() -> Option<String> {
    DEMO.with_borrow(|demo| mine::data(demo.as_ref()?))
}

/// The mails with links that would have been sent, newest first.
pub fn mails() -> ArcRwSignal<Vec<Mail>> {
    MAILS.with(Clone::clone)
}

fn now() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and far below 2^53")]
    let now = js_sys::Date::now() as i64;
    now
}

/// Whether the address leads to a journey's beginning, and not to a step of it.
fn begins() -> bool {
    routes::part(&window().location().pathname().unwrap_or_default(), 3).is_empty()
}

/// The tab's name outlives a page, and the browser drops it when another site comes. A page that goes away is too late to
/// change it for the next one: it is changed with every answer but those that only read. The bar shows what would have been
/// sent, and what can be decided.
fn keep(demo: &Demo) {
    let (shown, sent) = (mails(), demo.mails());
    if shown.with_untracked(|shown| *shown != sent) {
        shown.set(sent);
    }
    let (shown, open) = (decisions(), papers::open(demo));
    if shown.with_untracked(|shown| *shown != open) {
        shown.set(open);
    }
    if let Some(name) = name_of(demo) {
        let _ = window().set_name(&name);
    }
}

fn name_of(demo: &Demo) -> Option<String> {
    Some([KEPT, &serde_json::to_string(demo).ok()?].concat())
}

/// The name for a window that goes on with the demo as it is now, by itself. It is not quite the name of this one, which
/// would be found again.
pub fn window_name() -> Option<String> {
    DEMO.with_borrow(|demo| Some([&name_of(demo.as_ref()?)?, " "].concat()))
}

async fn exchange(asked: Asked) -> Result<String, Failure> {
    TimeoutFuture::new(if SLOW.get() { LONG_PAUSE } else { PAUSE }).await;
    if OFFLINE.get() {
        return Err(Failure::Unreachable);
    }
    let file = match portals::file_of(&asked) {
        Some(file) => Some(api::fetch_text(&file).await?),
        None => None,
    };
    let (now, begins) = (now(), begins());
    DEMO.with_borrow_mut(|demo| {
        let demo = demo.as_mut().ok_or(Failure::Unreachable)?;
        demo.now = now;
        let answered = answer(demo, &Ask { asked: &asked, file: file.as_deref(), begins });
        if asked.method.as_str() != "GET" {
            keep(demo);
        }
        answered.map_err(|refusal| Failure::Refused(refusal.0))
    })
}

/// Answers a request. What is not simulated is refused with the reason in the problem's title.
fn answer(demo: &mut Demo, ask: &Ask) -> Outcome<String> {
    let asked = ask.asked;
    let looks = asked.path == "/api/session" && asked.method.as_str() == "GET";
    if demo.now >= demo.used_at + IDLE {
        demo.who = Who::Nobody;
    } else if !looks {
        demo.used_at = demo.now;
    }
    let rows = table::rows();
    match rows.iter().find(|row| row.is_of(asked.method.as_str(), asked.path)) {
        Some(row) => row.answer(demo, ask),
        None => Err(table::not_simulated(asked)),
    }
}
