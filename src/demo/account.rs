//! Logging in and out.

use super::clock::{MINUTE, iso, seconds};
use super::record::Act;
use super::refusal::Outcome;
use super::state::{Demo, IDLE, Member, Who, mark};
use super::table::Ask;
use crate::routes;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    AuditEvent, CompanyBrief, CompanyLogin, Empty, Login, LoginView, MemberBrief, Role, SessionView, SocialLogin,
    SocialStart,
};
use gaip_domain::value::{BusinessNumber, LoginId};

/// Seconds before the end at which to warn.
const WARN_BEFORE: u32 = 180;
/// What the browser of the demo is called.
pub const HERE: &str = "Chrome · Windows";

/// Who is using the browser.
pub fn session(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<SessionView> {
    let member = demo.me().ok().map(|member| brief(demo, member));
    let company = match &demo.who {
        Who::Company(id) => demo.company(id).map(|company| CompanyBrief {
            portal: company.portal.clone(),
            name: company.profile.name.clone(),
            business_number: hyphenated(&company.number),
        }),
        _ => None,
    };
    let somebody = member.is_some() || company.is_some();
    Ok(SessionView {
        member,
        operator: None,
        company,
        expires_in: somebody.then(|| seconds(demo.now, demo.used_at + IDLE)),
        warn_before: WARN_BEFORE,
        // The sandbox is a backend's; the banner says what this is.
        sandbox: false,
        login_type: demo.login_type(),
        stepped_up: Some(seconds(demo.now, demo.open_until)).filter(|left| somebody && *left > 0),
    })
}

/// A business number as it is written.
pub fn hyphenated(number: &str) -> String {
    BusinessNumber::parse(number).map_or_else(|_| number.to_owned(), |number| number.hyphenated())
}

/// A member in a line.
pub fn brief(demo: &Demo, member: &Member) -> MemberBrief {
    let company = member.company.as_ref().and_then(|id| demo.company(id));
    MemberBrief {
        portal: member.portal.clone(),
        login_id: if member.role == Role::Social { String::new() } else { member.login_id.clone() },
        company: company.map(|company| company.profile.name.clone()).unwrap_or_default(),
        role: member.role,
        linked_by: member.linked_by,
        provisional: member.provisional,
    }
}

impl Demo {
    /// Somebody is logged in from now on.
    pub fn welcome(&mut self, who: Who) {
        let now = self.now;
        let login = |id: &str, device: &str, ago: i64| LoginView {
            id: id.to_owned(),
            since: iso(now - ago),
            active_at: iso(now - ago / 2),
            device: Some(device.to_owned()),
            here: ago == 0,
        };
        let others = [login("phone", "Safari · iPhone", 20 * MINUTE), login("office", "Edge · Windows", 50 * MINUTE)];
        self.logins = std::iter::once(login("here", HERE, 0)).chain(others).collect();
        (self.who, self.used_at, self.since, self.open_until) = (who, self.now, self.now, 0);
    }
}

/// By login id and password.
pub fn log_in(demo: &mut Demo, ask: &Ask, body: Login) -> Outcome<SessionView> {
    let login_id = LoginId::parse(&body.login_id).map(|id| id.to_string()).unwrap_or_default();
    let right = |member: &&Member| {
        member.portal == body.portal
            && member.login_id == login_id
            && member.password == Some(mark(&body.password))
            && !login_id.is_empty()
    };
    let Some(id) = demo.members.iter().find(right).map(|member| member.id.clone()) else {
        let at = demo.now;
        let meant = |member: &&mut Member| member.portal == body.portal && member.login_id == login_id;
        if let Some(member) = demo.members.iter_mut().find(meant).filter(|_| !login_id.is_empty()) {
            member.account.acts.push(Act { at, event: AuditEvent::LoginFailed });
        }
        return Err(ProblemCode::LoginFailed.into());
    };
    demo.welcome(Who::Member(id));
    demo.did(AuditEvent::LoggedIn);
    session(demo, ask, Empty {})
}

/// By an account at a provider, at once, as if one came back from its page.
pub fn log_in_by_social(demo: &mut Demo, _: &Ask, body: SocialLogin) -> Outcome<SocialStart> {
    let own = |member: &&Member| {
        let same = member.social.as_ref().is_some_and(|account| account.provider == body.provider);
        member.portal == body.portal && same
    };
    let Some(id) = demo.members.iter().find(own).map(|member| member.id.clone()) else {
        return Ok(SocialStart { url: format!("{}?social=unknown", routes::login(&body.portal)) });
    };
    demo.welcome(Who::Member(id));
    demo.did(AuditEvent::LoggedInByAccount);
    Ok(SocialStart { url: body.next.unwrap_or_else(|| routes::my(&body.portal)) })
}

/// As a company, by its number and password.
pub fn log_in_company(demo: &mut Demo, ask: &Ask, body: CompanyLogin) -> Outcome<SessionView> {
    let number = BusinessNumber::parse(&body.business_number).map(|number| number.to_string()).unwrap_or_default();
    let company = demo.registered(&body.portal, &number);
    let right = company.filter(|company| company.account.is_some_and(|(known, _)| known == mark(&body.password)));
    let id = right.map(|company| company.id.clone()).ok_or(ProblemCode::LoginFailed)?;
    demo.welcome(Who::Company(id));
    session(demo, ask, Empty {})
}

/// Logs out.
pub fn log_out(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<SessionView> {
    (demo.who, demo.open_until, demo.held) = (Who::Nobody, 0, None);
    session(demo, ask, Empty {})
}

/// Extends the login by its full idle time.
pub fn extend(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<SessionView> {
    if !demo.who.is_somebody() {
        return Err(ProblemCode::LoginRequired.into());
    }
    demo.used_at = demo.now;
    session(demo, ask, Empty {})
}
