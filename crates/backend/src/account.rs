//! Logging in and what follows.

mod activity;
mod attempts;
mod certificates;
mod company;
mod consents;
mod data;
mod device;
mod financial;
mod leaving;
mod login_types;
mod logins;
mod own;
mod own_code;
mod own_password;
mod passkeys;
mod services;
mod social;
mod themselves;

pub use activity::lines as activity;
pub use attempts::Attempts;
pub use certificates::{
    delete as delete_certificate, list as certificates, log_in_by_certificate, new_certificate,
    register as register_certificate, step_up, stepped_up,
};
pub use company::{
    Admin, CompanyLogin, admin_step_up, company_deed, company_view, current_company, log_in_company,
    log_in_company_by_certificate, use_admin,
};
pub use consents::{consented, decide, list as consents};
pub use data::everything;
pub use device::device;
pub use financial::log_in_by_financial;
pub use leaving::{leave, leave_company};
pub use logins::{end as end_login, end_others, list as logins};
pub use own::{change as change_info, info};
pub use own_code::ask as ask_own_code;
pub use own_password::change_password;
pub use passkeys::{
    ask as ask_for_passkey, ask_login as ask_to_log_in_by_passkey, list as passkeys, log_in_by_passkey,
    register as register_passkey, remove as remove_passkey,
};
pub use services::open as open_service;
pub use social::log_in_by_account;
pub(crate) use themselves::{fresh, has_password, shown};

use crate::app::AppState;
use crate::clock::{HOUR, MINUTE, Millis, SECOND, iso};
use crate::refusal::Outcome;
use crate::signup::file_view;
use crate::store::{AuditRow, Event, LoginRecord, MemberRecord, NewLogin, SessionRecord, Who};
use crate::{http, random};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{self, MemberBrief, MemberView, Role, SessionView};
use gaip_domain::permission::LoginType;
use gaip_domain::value::LoginId;
use std::net::IpAddr;

/// A login that is not used ends after this time.
pub(crate) const IDLE: Millis = 30 * MINUTE;
/// A login ends after this time, used or not.
const LONGEST: Millis = 12 * HOUR;
/// The company's certificate opens sensitive changes for this time.
const STEPPED_UP: Millis = 10 * MINUTE;
/// Seconds before the end at which to warn.
pub(crate) const WARN_BEFORE: u32 = 180;

/// Who is logged in.
#[derive(Clone, Debug)]
pub struct Login {
    /// The session.
    pub session: String,
    /// The member.
    pub member: MemberRecord,
    /// When it began.
    pub since: Millis,
    /// When the login ends if it is not used.
    pub ends_at: Millis,
    /// Seconds for which sensitive changes are open, if they are ([`stepped_up`]).
    pub stepped_up: Option<u32>,
    /// As what the member came, at portals that tell their accounts apart.
    pub login_type: Option<LoginType>,
}

/// When a login ends if it is not used from now on.
pub(crate) fn ends_at(login: &LoginRecord) -> Millis {
    (login.active_at + IDLE).min(login.since + LONGEST)
}

/// Seconds for which sensitive changes are open after a proof at this time.
fn seconds_open(since: Option<Millis>, now: Millis) -> Option<u32> {
    let left = since? + STEPPED_UP - now;
    u32::try_from(left / SECOND).ok().filter(|seconds| *seconds > 0)
}

/// What the session says of its login, if it is not over.
pub(crate) fn alive<'a>(app: &AppState, session: &'a SessionRecord) -> Option<&'a LoginRecord> {
    session.login.as_ref().filter(|login| app.clock.now() < ends_at(login))
}

/// The member's login of a session, if it is not over. Looking does not keep it alive.
pub async fn current(app: &AppState, session: &SessionRecord) -> Outcome<Option<Login>> {
    let Some(login) = alive(app, session) else { return Ok(None) };
    // An operator's or a company's login is no member's.
    let Who::Member(id) = &login.who else { return Ok(None) };
    let member = app.store.member(id).await?;
    let stepped_up = seconds_open(login.stepped_up_at, app.clock.now());
    Ok(member.map(|member| Login {
        session: session.id.clone(),
        member,
        since: login.since,
        ends_at: ends_at(login),
        stepped_up,
        login_type: login.login_type,
    }))
}

/// The login of a session, kept alive by this use.
pub async fn use_login(app: &AppState, session: &SessionRecord) -> Outcome<Login> {
    let login = current(app, session).await?.ok_or(ProblemCode::LoginRequired)?;
    Ok(Login { ends_at: extend(app, session).await?, ..login })
}

/// Notes that the login of a session was used; until when it lives now.
pub(crate) async fn extend(app: &AppState, session: &SessionRecord) -> Outcome<Millis> {
    let now = app.clock.now();
    app.store.touch_login(&session.id, now).await?;
    let since = session.login.as_ref().map_or(now, |login| login.since);
    Ok((now + IDLE).min(since + LONGEST))
}

/// Logs a member in: the session gets a new token, which is returned with the login.
pub async fn log_in(
    app: &AppState,
    session: &SessionRecord,
    peer: IpAddr,
    body: &bodies::Login,
) -> Outcome<(Login, String)> {
    if app.portals.get(&body.portal).is_none() {
        return Err(ProblemCode::LoginFailed.into());
    }
    let now = app.clock.now();
    // An id that cannot exist takes the same way as one that does not.
    let login_id = LoginId::parse(&body.login_id).map(|id| id.to_string()).unwrap_or_default();
    let name = format!("{}/{login_id}", body.portal);
    app.attempts.admit(&name, peer, now)?;
    let known = app.store.credentials(&body.portal, &login_id).await?;
    let hash = known.as_ref().and_then(|(_, hash)| hash.as_deref());
    let right = app.passwords.verify(&body.password, hash).await;
    let member = match &known {
        Some((id, _)) if right => app.store.member(id).await?,
        _ => None,
    };
    let Some(member) = member else {
        app.attempts.failed(&name, peer, now);
        let (portal, named) = (body.portal.clone(), known.map(|(id, _)| id));
        let event = Event::LoginFailed;
        app.store
            .audit(&AuditRow { id: random::id(&*app.random), at: now, event, portal, member: named, operator: None })
            .await?;
        return Err(ProblemCode::LoginFailed.into());
    };
    app.attempts.succeeded(&name);
    begin(app, session, member, Event::LoggedIn, hash).await
}

/// Begins a login under a new token, and writes down how it came about. By a password it begins only if that is still the
/// one.
async fn begin(
    app: &AppState,
    session: &SessionRecord,
    member: MemberRecord,
    event: Event,
    password: Option<&str>,
) -> Outcome<(Login, String)> {
    let login_type = login_types::of(app, &member).await?;
    let now = app.clock.now();
    let token = random::token(&*app.random);
    let (token_hash, who) = (http::session::hash(&token), Who::Member(member.id.clone()));
    let login = NewLogin { token_hash: &token_hash, who: &who, password, kind: login_type, at: now };
    if !app.store.log_in(session, login).await? {
        return Err(ProblemCode::LoginFailed.into());
    }
    let (portal, named) = (member.portal.clone(), Some(member.id.clone()));
    app.store
        .audit(&AuditRow { id: random::id(&*app.random), at: now, event, portal, member: named, operator: None })
        .await?;
    let session = session.id.clone();
    Ok((Login { session, member, since: now, ends_at: now + IDLE, stepped_up: None, login_type }, token))
}

/// A session as the browser sees it.
pub fn view(app: &AppState, login: Option<&Login>) -> SessionView {
    SessionView {
        member: login.map(|login| brief(&login.member)),
        operator: None,
        company: None,
        expires_in: login.map(|login| seconds_left(app, login.ends_at)),
        warn_before: WARN_BEFORE,
        sandbox: app.config.sandbox(),
        stepped_up: login.and_then(|login| login.stepped_up),
        login_type: login.and_then(|login| login.login_type),
    }
}

/// Seconds until a login ends.
pub(crate) fn seconds_left(app: &AppState, ends_at: Millis) -> u32 {
    u32::try_from((ends_at - app.clock.now()) / SECOND).unwrap_or_default()
}

/// The member's own page.
pub async fn own_page(app: &AppState, login: &Login) -> Outcome<MemberView> {
    let member = &login.member;
    Ok(MemberView {
        member: brief(member),
        business_number: member.business_number.clone(),
        reference: member.reference.clone(),
        joined_at: iso(member.joined_at),
        journey: member.journey.clone(),
        converted: member.converted.clone(),
        rejected: member.rejected.clone(),
        facts: app.store.facts_of_member(&member.id).await?,
        files: app.store.files_of_member(&member.id).await?.into_iter().map(file_view).collect(),
    })
}

fn brief(member: &MemberRecord) -> MemberBrief {
    MemberBrief {
        portal: member.portal.clone(),
        // Nobody knows the one that was made for who comes by an account.
        login_id: if member.role == Role::Social { String::new() } else { member.login_id.clone() },
        company: member.company.clone(),
        role: member.role,
        linked_by: member.linked_by,
        provisional: member.provisional,
    }
}

/// What a member who is logged in did, to be written down.
fn audit(app: &AppState, login: &Login, event: Event) -> AuditRow {
    let member = Some(login.member.id.clone());
    AuditRow {
        id: random::id(&*app.random),
        at: app.clock.now(),
        event,
        portal: login.member.portal.clone(),
        member,
        operator: None,
    }
}
