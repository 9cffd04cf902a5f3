//! The code that proves a member's new e-mail address before it takes the place of the old one.

use super::Login;
use crate::app::AppState;
use crate::email_codes::{self, Addressee};
use crate::refusal::{Outcome, Refusal};
use crate::store::CodeOwner;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AskAddressCode, EmailCodeAttempt};
use gaip_domain::value::Email;

/// Sends a code to a new address. The address is the member's own word until the code comes back.
pub async fn ask(app: &AppState, login: &Login, body: &AskAddressCode) -> Outcome<EmailCodeAttempt> {
    let address = Email::parse(&body.email).map_err(|error| Refusal::field("email", error))?.to_string();
    let member = login.member.id.clone();
    let served = app.portals.get(&login.member.portal).ok_or(ProblemCode::NotFound)?;
    let sending = email_codes::admit(app, CodeOwner::Member(&login.member.id), claim(app, &address), &address).await?;
    if email_codes::sent_enough(app, &member).await? {
        return Err(sending.over(app.clock.now()));
    }
    sending.send(app, &served.portal, Some(Addressee { member, address })).await
}

/// Whether the code is the one that this address was sent; names it, to be used up by the change.
pub(super) async fn check(app: &AppState, login: &Login, email: &str, typed: Option<&str>) -> Outcome<String> {
    let typed = email_codes::typed(typed)?;
    let code = app.store.email_code(CodeOwner::Member(&login.member.id)).await?;
    let code = code.filter(|code| code.claim == claim(app, email)).ok_or(ProblemCode::EmailCodeGone)?;
    email_codes::check(app, &code, &typed).await?;
    Ok(code.attempt)
}

fn claim(app: &AppState, email: &str) -> String {
    app.people.account_claim(&["own", &email.to_lowercase()])
}
