//! The code that proves a member's new e-mail address before it takes the place of the old one.

use super::Login;
use crate::app::AppState;
use crate::providers::mail;
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::signup::email_code::{CODE, LIFE, OF_MEMBER, PAUSE, RESENDS, TRIES, WINDOW, letter, six_digits, view};
use crate::signup::identity::wait;
use crate::store::EmailCodeRecord;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AskAddressCode, EmailCodeAttempt};
use gaip_domain::facts::FieldProblem;
use gaip_domain::text::digits;
use gaip_domain::value::{Email, Invalid};

/// Sends a code to a new address. The address is the member's own word until the code comes back.
pub async fn ask(app: &AppState, login: &Login, body: &AskAddressCode) -> Outcome<EmailCodeAttempt> {
    let email = Email::parse(&body.email).map_err(|error| wrong("email", error))?.to_string();
    let (now, member) = (app.clock.now(), login.member.id.as_str());
    let served = app.portals.get(&login.member.portal).ok_or(ProblemCode::NotFound)?;
    let claim = claim(app, &email);
    let before = app.store.own_code(member).await?;
    let counted = before.as_ref().filter(|before| now < before.since + WINDOW);
    if let Some(same) = counted.filter(|before| now < before.sent_at + PAUSE) {
        return Err(wait(ProblemCode::ResendTooSoon, same.sent_at + PAUSE - now));
    }
    let (resends, since) = counted.map_or((0, now), |before| (before.resends + 1, before.since));
    if resends > RESENDS || app.store.sendings(member, now - WINDOW).await? >= OF_MEMBER {
        return Err(wait(ProblemCode::ResendsOver, since + WINDOW - now));
    }
    if app.mails.ready(&email).await.is_err() {
        return Err(ProblemCode::MailUnavailable.into());
    }
    let (attempt, code) = (random::id(&*app.random), six_digits(&*app.random));
    let new = EmailCodeRecord {
        draft: String::new(),
        step: String::new(),
        code_hash: app.people.code(&attempt, &code),
        attempt,
        claim,
        member: Some(member.to_owned()),
        sent_at: now,
        expires_at: now + LIFE,
        tries: 0,
        resends,
        since,
        confirmed_at: None,
    };
    // It is counted first: of two requests at once, one sends.
    if !app.store.begin_own_code(member, &new, before.as_ref().map(|before| before.attempt.as_str())).await? {
        return Err(wait(ProblemCode::ResendTooSoon, PAUSE));
    }
    mail::send_later(app.mails.clone(), vec![letter::write(&served.portal, email, &code)], "a code");
    Ok(view(app, &new))
}

/// Whether the code is the one that this address was sent; names it, to be used up by the change.
pub(super) async fn check(app: &AppState, login: &Login, email: &str, typed: Option<&str>) -> Outcome<String> {
    let typed = match digits(typed.unwrap_or_default()) {
        none if none.is_empty() => return Err(wrong(CODE, Invalid::Missing)),
        code if code.len() == 6 => code,
        _ => return Err(wrong(CODE, Invalid::Format)),
    };
    let code = app.store.own_code(&login.member.id).await?.filter(|code| code.claim == claim(app, email));
    let code = code.ok_or(ProblemCode::EmailCodeGone)?;
    if app.clock.now() >= code.expires_at {
        return Err(ProblemCode::EmailCodeExpired.into());
    }
    // A try is counted before it is made: many at once do not guess more often.
    if !app.store.try_own_code(&code.attempt, TRIES).await? {
        return Err(ProblemCode::EmailCodeTriesOver.into());
    }
    if app.people.code(&code.attempt, &typed) != code.code_hash {
        return Err(ProblemCode::EmailCodeWrong.into());
    }
    Ok(code.attempt)
}

fn claim(app: &AppState, email: &str) -> String {
    app.people.account_claim(&["own", &email.to_lowercase()])
}

fn wrong(field: &str, error: Invalid) -> Refusal {
    Refusal::invalid(vec![FieldProblem { field: field.to_owned(), error }])
}
