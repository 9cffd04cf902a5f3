//! Codes by e-mail, which are not sent.

use super::clock::{self, MINUTE, SECOND, seconds};
use super::drafts::{place, step};
use super::refusal::{Outcome, Refusal};
use super::state::{Demo, EmailCode, Member};
use super::table::Ask;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AskEmailCode, EmailCodeAttempt, Empty};
use gaip_domain::facts::Answer;
use gaip_domain::form::{self, World};
use gaip_domain::portal::{AccountPart, StepKind};

/// How long a code counts.
pub const LIFE: i64 = 10 * MINUTE;
/// Between two sendings.
pub const PAUSE: i64 = 30 * SECOND;
/// Sendings after the first, and wrong codes.
pub const TRIES: u32 = 5;

/// "Sends" a code to an address.
pub fn send(demo: &mut Demo, ask: &Ask, body: AskEmailCode) -> Outcome<EmailCodeAttempt> {
    let StepKind::EmailCode(settings) = &step(place(ask)?, ask)?.kind else {
        return Err(ProblemCode::NotFound.into());
    };
    let facts = demo.draft_at(ask)?.facts.clone();
    let world = World { step: ask.part(2), facts: &facts, today: clock::today(demo.now) };
    let claim = form::parse(settings.fields.iter(), &body.input.fields, world).map_err(Refusal::invalid)?;
    let email = settings.fields.iter().find(|field| field.account == Some(AccountPart::Email));
    let address = email.and_then(|field| claim.get(&field.name)).cloned();
    let entered = |member: &&Member| {
        let mut forms = member.facts.answers.values();
        member.portal == ask.part(0)
            && address.is_some()
            && forms.any(|answer| matches!(answer, Answer::Form(values) if values.values().any(|value| Some(value) == address.as_ref())))
    };
    let member = demo.members.iter().find(entered).map(|member| member.id.clone());
    let now = demo.now;
    let codes = &mut demo.draft_at(ask)?.codes;
    if codes.get(ask.part(2)).is_some_and(|before| before.claim == claim && now < before.sent_at + PAUSE) {
        return Err(ProblemCode::ResendTooSoon.into());
    }
    let code = EmailCode { claim, member, sent_at: now, tries: TRIES, right: false };
    codes.insert(ask.part(2).to_owned(), code);
    look(demo, ask, Empty {})
}

/// How the code by e-mail stands.
pub fn look(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<EmailCodeAttempt> {
    let now = demo.now;
    let code = demo.open_draft(ask)?.codes.get(ask.part(2)).filter(|code| !code.right);
    let code = code.ok_or(ProblemCode::EmailCodeGone)?;
    Ok(EmailCodeAttempt {
        expires_in: seconds(now, code.sent_at + LIFE),
        resend_in: seconds(now, code.sent_at + PAUSE),
        resends_left: TRIES,
        tries_left: code.tries,
    })
}
