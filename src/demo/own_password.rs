//! A member's new password, by the old one.

use super::account::session;
use super::refusal::{Outcome, Refusal};
use super::state::{Demo, mark};
use super::table::Ask;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AuditEvent, ChangePassword, Empty, SessionView};
use gaip_domain::value::{Invalid, PasswordPolicy};

/// Changes it; the other logins end.
pub fn change(demo: &mut Demo, ask: &Ask, body: ChangePassword) -> Outcome<SessionView> {
    let me = demo.me()?;
    if me.password.is_none() {
        return Err(ProblemCode::NotAllowed.into());
    }
    let said: Vec<&str> =
        [&me.login_id, &me.name].into_iter().map(String::as_str).filter(|said| !said.is_empty()).collect();
    let flaw = PasswordPolicy::standard().check(&body.new, &said);
    flaw.map_err(|flaw| Refusal::field("new", Invalid::Password(flaw)))?;
    demo.by_password(Some(&body.current))?;
    demo.me_mut()?.password = Some(mark(&body.new));
    demo.logins.retain(|login| login.here);
    demo.did(AuditEvent::PasswordChanged);
    session(demo, ask, Empty {})
}
