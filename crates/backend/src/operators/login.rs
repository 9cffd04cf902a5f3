//! Logging in as an operator, on the sessions that members have: a login is one or the other.

use super::Deed;
use crate::account::{self, IDLE, WARN_BEFORE};
use crate::app::AppState;
use crate::clock::Millis;
use crate::refusal::Outcome;
use crate::store::{AuditRow, Event, FileRecord, NewLogin, OperatorRecord, SessionRecord, Who};
use crate::{http, random};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{self, OperatorBrief, SessionView};
use gaip_domain::value::LoginId;
use std::net::IpAddr;
use std::path::PathBuf;

/// An operator who is logged in.
#[derive(Clone, Debug)]
pub struct OperatorLogin {
    /// The session.
    pub session: String,
    /// Who.
    pub operator: OperatorRecord,
    /// When the login ends if it is not used.
    pub ends_at: Millis,
}

/// The operator's login of a session, if it is not over and the account was not taken away.
pub async fn current(app: &AppState, session: &SessionRecord) -> Outcome<Option<OperatorLogin>> {
    let Some(login) = account::alive(app, session) else { return Ok(None) };
    let Who::Operator(id) = &login.who else { return Ok(None) };
    let operator = app.store.operator(id).await?;
    let (session, ends_at) = (session.id.clone(), account::ends_at(login));
    Ok(operator.map(|operator| OperatorLogin { session, operator, ends_at }))
}

/// The login of an operator of this portal, kept alive by this use. One of another portal is nobody here.
pub async fn use_login(app: &AppState, session: &SessionRecord, portal: &str) -> Outcome<OperatorLogin> {
    let login = current(app, session).await?.filter(|login| login.operator.portal == portal);
    let login = login.ok_or(ProblemCode::LoginRequired)?;
    Ok(OperatorLogin { ends_at: account::extend(app, session).await?, ..login })
}

/// Logs an operator in: the session gets a new token, which is returned with the login. An unknown login id takes as
/// long as a wrong password.
pub async fn log_in(
    app: &AppState,
    session: &SessionRecord,
    peer: IpAddr,
    portal: &str,
    body: &bodies::OperatorLogin,
) -> Outcome<(OperatorLogin, String)> {
    let now = app.clock.now();
    let login_id = LoginId::parse(&body.login_id).map(|id| id.to_string()).unwrap_or_default();
    let name = counted(portal, &login_id);
    app.attempts.admit(&name, peer, now)?;
    let known = app.store.operator_credentials(portal, &login_id).await?;
    let right = app.passwords.verify(&body.password, known.as_ref().map(|(_, hash)| hash.as_str())).await;
    let audit = |event, operator: Option<&OperatorRecord>| AuditRow {
        id: random::id(&*app.random),
        at: now,
        event,
        portal: portal.to_owned(),
        member: None,
        operator: operator.map(|operator| operator.id.clone()),
    };
    let (known, hash) = known.unzip();
    let Some(operator) = known.as_ref().filter(|_| right) else {
        app.attempts.failed(&name, peer, now);
        if app.portals.get(portal).is_some() {
            app.store.audit(&audit(Event::OperatorLoginFailed, known.as_ref())).await?;
        }
        return Err(ProblemCode::LoginFailed.into());
    };
    app.attempts.succeeded(&name);
    let token = random::token(&*app.random);
    let who = Who::Operator(operator.id.clone());
    let token_hash = http::session::hash(&token);
    let login = NewLogin { token_hash: &token_hash, who: &who, password: hash.as_deref(), kind: None, at: now };
    if !app.store.log_in(session, login).await? {
        return Err(ProblemCode::LoginFailed.into());
    }
    app.store.audit(&audit(Event::OperatorLoggedIn, Some(operator))).await?;
    let session = session.id.clone();
    Ok((OperatorLogin { session, operator: operator.clone(), ends_at: now + IDLE }, token))
}

/// The name under which wrong passwords are counted. No member's login id has a slash: theirs are counted apart.
pub(super) fn counted(portal: &str, login_id: &str) -> String {
    format!("{portal}/operator/{login_id}")
}

/// The session of an operator as the browser sees it.
pub fn view(app: &AppState, login: &OperatorLogin) -> SessionView {
    SessionView {
        member: None,
        operator: Some(brief(&login.operator)),
        company: None,
        expires_in: Some(account::seconds_left(app, login.ends_at)),
        warn_before: WARN_BEFORE,
        sandbox: app.config.sandbox(),
        stepped_up: None,
        login_type: None,
    }
}

fn brief(operator: &OperatorRecord) -> OperatorBrief {
    let OperatorRecord { portal, name, login_id, .. } = operator.clone();
    OperatorBrief { portal, name, login_id }
}

/// A file that a member of the operator's portal handed in, and where its bytes are. That it was opened is written down
/// first.
pub async fn open_file(app: &AppState, login: &OperatorLogin, id: &str) -> Outcome<(FileRecord, PathBuf)> {
    let portal = &login.operator.portal;
    let (file, member) = app.store.file_of_portal(portal, id).await?.ok_or(ProblemCode::NotFound)?;
    let path = app.uploads.path(&file.id).ok_or(ProblemCode::NotFound)?;
    let audit = Deed::of(app, login).audit(Event::MemberFileOpened, portal);
    app.store.audit(&AuditRow { member: Some(member), ..audit }).await?;
    Ok((file, path))
}
