//! The session of a browser: an opaque cookie that leads to a row, and the tab that asks.

use super::Call;
use crate::account::{Admin, Login};
use crate::clock::{DAY, HOUR};
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::signup::Caller;
use crate::store::SessionRecord;
use axum::http::header::{COOKIE, USER_AGENT};
use gaip_contract::{ProblemCode, TAB_HEADER};
use sha2::{Digest, Sha256};

/// How long a browser is known: as long as a draft lives, so that a killed browser loses nothing.
pub const KEPT: i64 = crate::signup::KEPT_DAYS as i64 * DAY;

/// What the database keeps of a token: whoever reads the table cannot be the browser.
pub fn hash(token: &str) -> String {
    random::hex(&Sha256::digest(token.as_bytes()))
}

impl Call {
    /// The session of the request, if there is one.
    pub async fn session(&self) -> Outcome<Option<SessionRecord>> {
        let Some(token) = self.token() else { return Ok(None) };
        let session = self.app.store.session(&hash(token)).await?;
        Ok(session.map(|session| SessionRecord { device: self.device(), ..session }))
    }

    /// The session of the request, or a new one; with the cookie to set.
    pub async fn session_or_new(&self) -> Outcome<(SessionRecord, Option<String>)> {
        let now = self.app.clock.now();
        if let (Some(token), Some(session)) = (self.token(), self.session().await?) {
            if now - session.seen_at < HOUR {
                return Ok((session, None));
            }
            self.app.store.see_session(&session.id, now).await?;
            let cookie = self.cookie(token);
            return Ok((session, Some(cookie)));
        }
        let (id, token) = (random::id(&*self.app.random), random::token(&*self.app.random));
        self.app.store.create_session(&id, &hash(&token), now).await?;
        Ok((SessionRecord { id, seen_at: now, login: None, device: self.device() }, Some(self.cookie(&token))))
    }

    /// The login of the request; using it keeps it alive. Refuses while a document in force is to be agreed to.
    pub async fn login(&self) -> Outcome<Login> {
        let login = self.login_before_consent().await?;
        crate::account::consented(&self.app, &login.member).await?;
        Ok(login)
    }

    /// The same for what is open also while consent is due: consents, the member's data, leaving.
    pub async fn login_before_consent(&self) -> Outcome<Login> {
        let session = self.session().await?.ok_or(ProblemCode::LoginRequired)?;
        crate::account::use_login(&self.app, &session).await
    }

    /// Who acts for a company: a member or the company itself; using the login keeps it alive. Refuses while a document in
    /// force is to be agreed to.
    pub async fn admin(&self) -> Outcome<Admin> {
        let admin = self.admin_before_consent().await?;
        if let Admin::Member(login) = &admin {
            crate::account::consented(&self.app, &login.member).await?;
        }
        Ok(admin)
    }

    /// The same for what is open also while consent is due.
    pub async fn admin_before_consent(&self) -> Outcome<Admin> {
        let session = self.session().await?.ok_or(ProblemCode::LoginRequired)?;
        crate::account::use_admin(&self.app, &session).await
    }

    fn device(&self) -> Option<String> {
        crate::account::device(self.header(USER_AGENT.as_str())?)
    }

    /// Who changes a draft: the session and the tab. Without a session there is no draft.
    pub async fn caller(&self) -> Outcome<Caller> {
        let session = self.session().await?.ok_or(ProblemCode::DraftGone)?;
        Ok(Caller { session: session.id, tab: self.tab()?.to_owned() })
    }

    /// The tab that asks.
    pub fn tab(&self) -> Outcome<&str> {
        let tab = self.header(TAB_HEADER).filter(|tab| (1..=64).contains(&tab.len()));
        tab.ok_or_else(|| Refusal::from(ProblemCode::BadRequest))
    }

    /// A `Set-Cookie` header that keeps a token.
    pub fn cookie(&self, token: &str) -> String {
        let secure = if self.app.config.secure() { "; Secure" } else { "" };
        format!("{}={token}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{secure}", self.cookie_name(), KEPT / 1000)
    }

    /// A `Set-Cookie` header that forgets the token.
    pub fn no_cookie(&self) -> String {
        let secure = if self.app.config.secure() { "; Secure" } else { "" };
        format!("{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}", self.cookie_name())
    }

    /// With TLS the name says that no other host or path can have set it (RFC 6265bis).
    fn cookie_name(&self) -> &'static str {
        if self.app.config.secure() { "__Host-gaip" } else { "gaip" }
    }

    fn token(&self) -> Option<&str> {
        let cookies = self.headers.get_all(COOKIE).iter().filter_map(|header| header.to_str().ok());
        let named = |pair: &'_ str| pair.split_once('=').is_some_and(|(name, _)| name == self.cookie_name());
        let pair = cookies.flat_map(|header| header.split("; ")).find(|pair| named(pair))?;
        pair.split_once('=').map(|(_, token)| token)
    }
}
