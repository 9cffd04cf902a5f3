//! The code that proves a member's new e-mail address, which is not sent: the banner says which is right.

use super::clock::seconds;
use super::mail::{LIFE, PAUSE, TRIES};
use super::proofs::RIGHT_CODE;
use super::refusal::{Outcome, Refusal};
use super::state::{Demo, mark};
use super::table::Ask;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AskAddressCode, EmailCodeAttempt};
use gaip_domain::form;
use gaip_domain::value::Email;
use serde::{Deserialize, Serialize};

/// A code that was "sent".
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OwnCode {
    /// The mark of the address.
    address: u64,
    sent_at: i64,
    /// Sendings and wrong codes that are still allowed.
    left: (u32, u32),
}

/// "Sends" a code to a new address.
pub fn ask(demo: &mut Demo, _: &Ask, body: AskAddressCode) -> Outcome<EmailCodeAttempt> {
    let email = Email::parse(&body.email).map_err(|error| Refusal::field("email", error))?.to_string();
    let now = demo.now;
    let account = &mut demo.me_mut()?.account;
    let before = account.code.as_ref().filter(|before| now < before.sent_at + LIFE);
    if before.is_some_and(|before| now < before.sent_at + PAUSE) {
        return Err(ProblemCode::ResendTooSoon.into());
    }
    let resends = before.map_or(Some(TRIES), |before| before.left.0.checked_sub(1)).ok_or(ProblemCode::ResendsOver)?;
    account.code = Some(OwnCode { address: of(&email), sent_at: now, left: (resends, TRIES) });
    Ok(EmailCodeAttempt {
        expires_in: seconds(now, now + LIFE),
        resend_in: seconds(now, now + PAUSE),
        resends_left: resends,
        tries_left: TRIES,
    })
}

/// Whether the code is the one that this address was sent.
pub fn check(demo: &mut Demo, email: &str, typed: Option<&str>) -> Outcome<()> {
    let typed = form::parse_code(typed.unwrap_or_default()).map_err(|error| Refusal::field("code", error))?;
    let now = demo.now;
    let code = demo.me_mut()?.account.code.as_mut().filter(|code| code.address == of(email));
    let code = code.ok_or(ProblemCode::EmailCodeGone)?;
    if now >= code.sent_at + LIFE {
        return Err(ProblemCode::EmailCodeExpired.into());
    }
    code.left.1 = code.left.1.checked_sub(1).ok_or(ProblemCode::EmailCodeTriesOver)?;
    if typed == RIGHT_CODE { Ok(()) } else { Err(ProblemCode::EmailCodeWrong.into()) }
}

fn of(email: &str) -> u64 {
    mark(&email.to_lowercase())
}
