//! Proofs of who somebody is: verifications, accounts at providers. Nothing is sent; the banner says
//! which code is right.

use super::clock::{self, MINUTE, SECOND, seconds};
use super::drafts::{place, step};
use super::refusal::{Outcome, Refusal};
use super::state::{Attempt, Demo, Member};
use super::table::Ask;
use crate::routes;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AskIdentity, AskSocial, Empty, IdentityAttempt, IdentityCode, IdentityState, SocialStart};
use gaip_domain::facts::{Answer, Facts, Given, SocialAccount, Value, VerifiedIdentity};
use gaip_domain::portal::{IdentityMethod, Purpose, SocialProvider, StepKind};
use gaip_domain::value::{Date, Invalid, mobile};

/// The code that is right.
pub const RIGHT_CODE: &str = "123456";
/// How long a code counts.
const LIFE: i64 = 3 * MINUTE;
/// Between two sendings.
const PAUSE: i64 = 30 * SECOND;
/// Sendings after the first, and wrong codes.
const TRIES: u32 = 5;
/// When a person consents in the app.
const CONSENTS_AFTER: i64 = 2 * SECOND;

/// Begins to verify a person.
pub fn begin(demo: &mut Demo, ask: &Ask, body: AskIdentity) -> Outcome<IdentityAttempt> {
    let birth = Date::parse(&body.birth_date).map_err(|error| Refusal::field("birth_date", error))?;
    if !birth.is_aged(14, clock::today(demo.now)) {
        return Err(ProblemCode::UnderAge.into());
    }
    let number = mobile(&body.mobile).ok().map(|number| number.to_string());
    let person = VerifiedIdentity {
        method: body.method,
        name: body.name.trim().to_owned(),
        mobile: number.filter(|_| body.method != IdentityMethod::Card),
        birth_date: birth.to_string(),
    };
    let (now, id) = (demo.now, demo.id());
    let simple = body.method == IdentityMethod::Simple;
    let view = IdentityAttempt {
        id,
        method: body.method,
        state: if simple { IdentityState::Consent } else { IdentityState::Code },
        expires_in: 0,
        resend_in: 0,
        resends_left: TRIES,
        tries_left: TRIES,
        extendable: !simple,
    };
    let attempt = Attempt { view, person, sent_at: now, ends_at: now + LIFE };
    demo.draft_at(ask)?.attempts.insert(ask.part(2).to_owned(), attempt);
    look(demo, ask, Empty {})
}

/// How a verification stands.
pub fn look(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<IdentityAttempt> {
    let now = demo.now;
    let attempt = attempt(demo, ask)?;
    Ok(IdentityAttempt {
        expires_in: seconds(now, attempt.ends_at),
        resend_in: seconds(now, attempt.sent_at + PAUSE),
        ..attempt.view.clone()
    })
}

fn attempt<'a>(demo: &'a mut Demo, ask: &Ask) -> Outcome<&'a mut Attempt> {
    demo.open_draft(ask)?.attempts.get_mut(ask.part(2)).ok_or_else(|| ProblemCode::IdentityGone.into())
}

/// "Sends" the code again.
pub fn resend(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<IdentityAttempt> {
    let now = demo.now;
    let attempt = attempt(demo, ask)?;
    if now < attempt.sent_at + PAUSE {
        return Err(ProblemCode::ResendTooSoon.into());
    }
    attempt.view.resends_left = attempt.view.resends_left.checked_sub(1).ok_or(ProblemCode::ResendsOver)?;
    (attempt.sent_at, attempt.ends_at) = (now, now + LIFE);
    look(demo, ask, Empty {})
}

/// Gives the code its full time again, once.
pub fn extend(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<IdentityAttempt> {
    let now = demo.now;
    let attempt = attempt(demo, ask)?;
    if now >= attempt.ends_at || !attempt.view.extendable {
        return Err(ProblemCode::IdentityCodeExpired.into());
    }
    (attempt.view.extendable, attempt.ends_at) = (false, now + LIFE);
    look(demo, ask, Empty {})
}

/// Confirms by the code, or asks whether the person consented.
pub fn confirm(demo: &mut Demo, ask: &Ask, body: IdentityCode) -> Outcome<IdentityAttempt> {
    let place = place(ask)?;
    let now = demo.now;
    let found = attempt(demo, ask)?;
    if now >= found.ends_at {
        return Err(ProblemCode::IdentityCodeExpired.into());
    }
    if found.view.state == IdentityState::Consent && now < found.sent_at + CONSENTS_AFTER {
        return Err(ProblemCode::IdentityPending.into());
    }
    if found.view.state == IdentityState::Code && body.code != RIGHT_CODE {
        found.view.tries_left = found.view.tries_left.saturating_sub(1);
        let over = found.view.tries_left == 0;
        return Err(if over { ProblemCode::IdentityTriesOver } else { ProblemCode::IdentityCodeWrong }.into());
    }
    let person = found.person.clone();
    let facts = demo.open_draft(ask)?.facts.clone();
    match place.journey.purpose {
        purpose if purpose.makes_member() && by_person(demo, ask.part(0), &person).is_some() => {
            return Err(ProblemCode::PersonIsMember.into());
        }
        Purpose::NewPassword if owner(demo, ask.part(0), &facts, &person).is_none() => {
            return Err(ProblemCode::AccountMismatch.into());
        }
        _ => {}
    }
    attempt(demo, ask)?.view.state = IdentityState::Verified;
    look(demo, ask, Empty {})
}

/// The member of a person at a portal.
pub fn by_person<'a>(demo: &'a Demo, portal: &str, person: &VerifiedIdentity) -> Option<&'a Member> {
    demo.members.iter().find(|member| {
        let same = |known: &VerifiedIdentity| known.name == person.name && known.birth_date == person.birth_date;
        member.portal == portal && member.facts.identity().is_some_and(same)
    })
}

/// The member of the login id and name that were typed, if it is this person.
pub fn owner<'a>(demo: &'a Demo, portal: &str, facts: &Facts, person: &VerifiedIdentity) -> Option<&'a Member> {
    let typed = |name: &str| {
        let mut known = facts.answers.values().filter_map(|answer| match answer {
            Answer::Form(values) => values.get(name),
            _ => None,
        });
        known.next().and_then(|value| if let Value::Text(text) = value { Some(text.to_lowercase()) } else { None })
    };
    let owner = by_person(demo, portal, person)?;
    let same = Some(&owner.login_id) == typed("login_id").as_ref() && Some(owner.name.to_lowercase()) == typed("name");
    same.then_some(owner)
}

/// Shows an account at a provider at once, as if one came back from its page.
pub fn social(demo: &mut Demo, ask: &Ask, body: AskSocial) -> Outcome<SocialStart> {
    let place = place(ask)?;
    let StepKind::Social(settings) = &step(place, ask)?.kind else { return Err(ProblemCode::NotFound.into()) };
    if !settings.providers.contains(&body.provider) {
        return Err(Refusal::field("provider", Invalid::UnknownChoice));
    }
    let member = demo.members.iter().any(|member| {
        let same = |account: &SocialAccount| account.provider == body.provider;
        member.portal == place.portal.id && member.social.as_ref().is_some_and(same)
    });
    let outcome = if member { "member" } else { "done" };
    demo.draft_at(ask)?.accounts.insert(ask.part(2).to_owned(), account(body.provider));
    let back = routes::step(&place.portal.id, place.journey, ask.part(2));
    Ok(SocialStart { url: format!("{back}?social={outcome}") })
}

/// What a provider gives of its one sample person, and vouches for.
fn account(provider: SocialProvider) -> SocialAccount {
    let given = |value: &str, verified| Some(Given { value: value.to_owned(), verified });
    let (kakao, google) = (provider == SocialProvider::Kakao, provider == SocialProvider::Google);
    let tells = kakao || provider == SocialProvider::Naver;
    SocialAccount {
        provider,
        name: given("홍길동", kakao),
        mobile: given("010-1234-5678", kakao).filter(|_| tells),
        email: given("hong@example.com", kakao || google),
    }
}
