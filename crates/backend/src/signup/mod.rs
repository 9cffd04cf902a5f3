//! The use cases of a sign-up, pure of HTTP: open it, save what is typed, answer a step, submit.
//!
//! Every function begins with the gate: the draft of this session, written by this tab, not submitted, at a step that
//! [`gaip_domain::journey::admits`].

mod answer;
mod approval;
mod certificate;
mod codes;
mod company;
mod consents;
mod convert;
mod email_code;
mod further;
mod identity;
mod joining;
pub(crate) mod judge;
mod link;
mod login_id;
mod old_account;
mod open;
mod recovery;
mod register;
mod social;
mod submit;
mod sweep;

pub use answer::answer;
pub use email_code::{ask as ask_email_code, state as email_code_state};
pub use identity::{
    begin as begin_identity, confirm as confirm_identity, extend as extend_identity, resend as resend_identity,
    state as identity_state,
};
pub use login_id::check_login_id;
pub use old_account::old_accounts;
pub use open::{discard, open, save_input};
pub use submit::submit;
pub use sweep::{forget_session, sweep};

use crate::account;
use crate::app::AppState;
use crate::clock::{DAY, iso, korean_day};
use crate::portals::Served;
use crate::refusal::Outcome;
use crate::store::{DraftRecord, FileRecord, MemberRecord};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Completion, DraftView, FileView};
use gaip_domain::portal::{Journey, Purpose};
use std::collections::BTreeMap;

/// Days until an unfinished sign-up is deleted, counted from the last change.
pub const KEPT_DAYS: u32 = 30;
/// How long the page of a completed sign-up can be read again.
const COMPLETED_KEPT: i64 = DAY;

/// Who changes a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The session's id.
    pub session: String,
    /// The tab's id.
    pub tab: String,
}

/// Which sign-up: names as they stand in an address.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The portal's id.
    pub portal: &'a str,
    /// The journey's id.
    pub journey: &'a str,
}

impl Place<'_> {
    /// The portal and the journey, if they are served.
    pub fn find(self, app: &AppState) -> Outcome<(&Served, &Journey)> {
        Ok(app.portals.journey(self.portal, self.journey).ok_or(ProblemCode::NotFound)?)
    }
}

/// The draft of a session.
pub async fn draft(app: &AppState, session: &str, place: Place<'_>) -> Outcome<DraftRecord> {
    // Who it is is asked first: whoever is of another kind by then finds the draft submitted.
    let taker = taker(app, session, place).await?;
    let draft = app.store.draft(session, place.portal, place.journey).await?;
    let draft = draft.filter(|draft| is_of(draft, taker.as_ref())).ok_or(ProblemCode::DraftGone)?;
    if draft.member.is_none() {
        may_take(app, place, taker.as_ref())?;
    }
    Ok(draft)
}

/// The member who is logged in, where the journey is for members; nobody for other journeys.
async fn taker(app: &AppState, session: &str, place: Place<'_>) -> Outcome<Option<MemberRecord>> {
    let (_, journey) = place.find(app)?;
    if !journey.purpose.needs_login() {
        return Ok(None);
    }
    let session = app.store.session_of_id(session).await?.ok_or(ProblemCode::LoginRequired)?;
    let login = account::current(app, &session).await?.ok_or(ProblemCode::LoginRequired)?;
    if login.member.portal != place.portal {
        return Err(ProblemCode::LoginRequired.into());
    }
    account::consented(app, &login.member).await?;
    Ok(Some(login.member))
}

/// Whether a draft is of the member who takes the journey; those of a sign-up are the session's.
fn is_of(draft: &DraftRecord, taker: Option<&MemberRecord>) -> bool {
    draft.begun_by.as_deref() == taker.map(|member| member.id.as_str())
}

/// Passes where the journey is for members of this kind.
fn may_take(app: &AppState, place: Place<'_>, taker: Option<&MemberRecord>) -> Outcome<()> {
    let (_, journey) = place.find(app)?;
    let may = |member: &MemberRecord| member.role.may_take(journey.purpose, member.business_number.is_some());
    if taker.is_none_or(may) { Ok(()) } else { Err(ProblemCode::NotForMember.into()) }
}

/// The draft of a session, written by this tab.
pub async fn held_draft(app: &AppState, caller: &Caller, place: Place<'_>) -> Outcome<DraftRecord> {
    let draft = draft(app, &caller.session, place).await?;
    if !draft.submitted() && draft.holder != caller.tab {
        return Err(ProblemCode::HeldElsewhere.into());
    }
    Ok(draft)
}

/// The draft of a session, written by this tab and not submitted.
pub async fn open_draft(app: &AppState, caller: &Caller, place: Place<'_>) -> Outcome<DraftRecord> {
    let draft = held_draft(app, caller, place).await?;
    if draft.submitted() { Err(ProblemCode::AlreadySubmitted.into()) } else { Ok(draft) }
}

/// A draft as the browser sees it.
pub async fn view(app: &AppState, draft: &DraftRecord) -> Outcome<DraftView> {
    let journey = app.portals.journey(&draft.portal, &draft.journey).map(|(_, journey)| journey);
    if journey.is_some_and(|journey| journey.purpose.recovers()) {
        return recovery::view(app, draft).await;
    }
    let (member, inputs, files) = match &draft.member {
        Some(member) => (app.store.member(member).await?, BTreeMap::new(), Vec::new()),
        None => (None, app.store.inputs(&draft.id).await?, app.store.files(&draft.id).await?),
    };
    let purpose = journey.map(|journey| journey.purpose);
    let registered = match (&draft.member, purpose) {
        (Some(member), Some(Purpose::Company)) => app.store.registration(member).await?,
        _ => None,
    };
    // A stranger sees nothing of the account but that it is there.
    let hidden = purpose.is_some_and(Purpose::hides_account);
    // What makes no member and no company has no number of its own.
    let nameless = hidden || purpose == Some(Purpose::Link);
    let files = match &draft.member {
        Some(member) if !hidden => app.store.files_of_member(member).await?,
        _ => files,
    };
    let asks_login_id = journey.is_some_and(Journey::asks_login_id);
    Ok(DraftView {
        facts: draft.facts(),
        inputs,
        files: files.into_iter().map(file_view).collect(),
        checked_login_id: draft.checked_login_id.clone(),
        today: korean_day(app.clock.now()).to_string(),
        kept_days: KEPT_DAYS,
        completion: match &member {
            Some(member) => {
                let delayed = app.store.awaits_sync(&member.id).await?;
                let own = completion(member, draft, asks_login_id, delayed);
                Some(match registered {
                    Some(reference) => Completion { reference, ..own },
                    None if nameless => Completion { reference: String::new(), delayed: false, ..own },
                    None => own,
                })
            }
            None => None,
        },
        recovered: None,
    })
}

/// A file as the browser sees it.
pub fn file_view(file: FileRecord) -> FileView {
    FileView { id: file.id, name: file.name, size: file.size, received: file.received, complete: file.complete }
}

fn completion(member: &MemberRecord, draft: &DraftRecord, asks_login_id: bool, delayed: bool) -> Completion {
    Completion {
        reference: member.reference.clone(),
        provisional: member.provisional,
        role: member.role,
        submitted_at: iso(draft.submitted_at.unwrap_or(member.joined_at)),
        login_id: if asks_login_id { member.login_id.clone() } else { String::new() },
        delayed,
    }
}
