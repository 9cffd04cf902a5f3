//! Sessions of browsers, anonymous or logged in.

use super::{AuditRow, Stored};
use crate::clock::Millis;
use async_trait::async_trait;
use gaip_domain::permission::LoginType;

/// The session of one browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRecord {
    /// Its id, which never leaves the server; the cookie holds a token whose hash leads here.
    pub id: String,
    /// When it was last seen; the granularity is an hour.
    pub seen_at: Millis,
    /// The login, perhaps one that is over.
    pub login: Option<LoginRecord>,
    /// Browser and system of the request, in words; what the next login is named by.
    pub device: Option<String>,
}

/// A login among those of its member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLogin {
    /// Its session.
    pub session: String,
    /// When it began.
    pub since: Millis,
    /// When it was last used or extended.
    pub active_at: Millis,
    /// Browser and system, in words.
    pub device: Option<String>,
}

/// Whose a login is, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A member's.
    Member(String),
    /// An operator's.
    Operator(String),
    /// A company's own.
    Company(String),
}

/// A login that begins.
#[derive(Clone, Copy, Debug)]
pub struct NewLogin<'a> {
    /// Digest of the token that the session goes on under.
    pub token_hash: &'a str,
    /// Whose it is.
    pub who: &'a Who,
    /// The hash that the password was checked against, where one was.
    pub password: Option<&'a str>,
    /// As one of the types of a portal.
    pub kind: Option<LoginType>,
    /// When.
    pub at: Millis,
}

/// A login.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginRecord {
    /// Whose it is.
    pub who: Who,
    /// When it began.
    pub since: Millis,
    /// When it was last used or extended.
    pub active_at: Millis,
    /// When the company's certificate last opened sensitive changes.
    pub stepped_up_at: Option<Millis>,
    /// As what the member came, at portals that tell their accounts apart.
    pub login_type: Option<LoginType>,
}

/// Keeps sessions.
#[async_trait]
pub trait SessionStore: Send + Sync {
    /// Starts an anonymous session.
    async fn create_session(&self, id: &str, token_hash: &str, at: Millis) -> Stored<()>;
    /// The session of a token.
    async fn session(&self, token_hash: &str) -> Stored<Option<SessionRecord>>;
    /// The session of an id.
    async fn session_of_id(&self, id: &str) -> Stored<Option<SessionRecord>>;
    /// Notes that the browser is still there.
    async fn see_session(&self, id: &str, at: Millis) -> Stored<()>;
    /// Logs somebody in under a new token; the old one leads nowhere any more, and whoever was logged in is no more. What
    /// the session holds stays. False where the password was changed since it was checked: the change ends every login, and
    /// none by the password of before begins after it.
    async fn log_in(&self, session: &SessionRecord, login: NewLogin<'_>) -> Stored<bool>;
    /// The logins of somebody, the newest first; some may be over.
    async fn logins_of(&self, who: &Who) -> Stored<Vec<OpenLogin>>;
    /// Ends logins of a member; what their sessions hold stays.
    async fn end_logins(&self, member: &str, sessions: &[String], audit: &AuditRow) -> Stored<()>;
    /// Notes that the login was used.
    async fn touch_login(&self, id: &str, at: Millis) -> Stored<()>;
    /// Notes that the company's certificate opened sensitive changes in this login.
    async fn step_up(&self, id: &str, at: Millis, audit: &AuditRow) -> Stored<()>;
    /// Ends a session with everything it holds.
    async fn end_session(&self, id: &str) -> Stored<()>;
    /// Ends the sessions that were last seen before this time and hold no draft.
    async fn end_old_sessions(&self, before: Millis) -> Stored<u64>;
}
