//! The step that sends a code to a member's e-mail address (manual rows T116, D123 to D130).
//!
//! The same work is done, the same is answered and the same is counted whether or not what was typed is a member's; a mail
//! leaves after the answer.

pub(crate) mod letter;

use super::identity::{at_step, wait};
use super::judge::{Case, Judged};
use super::recovery::{entered, typed};
use super::{Caller, Place, draft};
use crate::app::AppState;
use crate::clock::{HOUR, MINUTE, Millis, SECOND, korean_day, seconds};
use crate::providers::mail::{self, Mail};
use crate::random::{self, Random};
use crate::refusal::{Outcome, Refusal};
use crate::store::{AccountRecord, EmailCodeRecord, Named};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AnswerStep, EmailCodeAttempt};
use gaip_domain::facts::{Answer, FieldProblem, StepInput, Value, Values};
use gaip_domain::form::{self, World};
use gaip_domain::portal::{AccountPart, EmailCodeStep, StepKind};
use gaip_domain::text::digits;
use gaip_domain::value::Invalid;

/// The input of the code.
pub(crate) const CODE: &str = "code";
/// How long a code counts.
pub(crate) const LIFE: Millis = 10 * MINUTE;
/// Between two sendings to the same address.
pub(crate) const PAUSE: Millis = 30 * SECOND;
/// Sendings after the first, in all attempts of a step together; they are forgotten after [`WINDOW`].
pub(crate) const RESENDS: i64 = 5;
/// Wrong codes of an attempt.
pub(crate) const TRIES: i64 = 5;
/// After this time sendings count anew.
pub(crate) const WINDOW: Millis = HOUR;
/// Codes that one member is sent in a [`WINDOW`], whoever asks for them.
pub(crate) const OF_MEMBER: i64 = 10;

/// Sends a code, if what was typed is one member's.
pub async fn ask(
    app: &AppState,
    caller: &Caller,
    place: Place<'_>,
    step: &str,
    input: &StepInput,
) -> Outcome<EmailCodeAttempt> {
    let settings = settings(app, place, step)?;
    let draft = at_step(app, caller, place, step).await?;
    let now = app.clock.now();
    let facts = draft.facts();
    let world = World { step, facts: &facts, today: korean_day(now) };
    let values = form::parse(settings.fields.iter(), &input.fields, world).map_err(Refusal::invalid)?;
    let claim = claim(app, &values);
    let before = app.store.email_code(&draft.id, step).await?;
    let counted = before.as_ref().filter(|before| now < before.since + WINDOW);
    if let Some(same) = counted.filter(|before| before.claim == claim && now < before.sent_at + PAUSE) {
        return Err(wait(ProblemCode::ResendTooSoon, same.sent_at + PAUSE - now));
    }
    let (resends, since) = counted.map_or((0, now), |before| (before.resends + 1, before.since));
    if resends > RESENDS {
        return Err(wait(ProblemCode::ResendsOver, since + WINDOW - now));
    }
    if app.mails.ready(address(settings, &values)).await.is_err() {
        return Err(ProblemCode::MailUnavailable.into());
    }
    let account = whose(app, place.portal, settings, &values, now).await?;
    let (attempt, code) = (random::id(&*app.random), six_digits(&*app.random));
    let new = EmailCodeRecord {
        draft: draft.id,
        step: step.to_owned(),
        code_hash: app.people.code(&attempt, &code),
        attempt,
        claim,
        member: account.as_ref().map(|account| account.member.clone()),
        sent_at: now,
        expires_at: now + LIFE,
        tries: 0,
        resends,
        since,
        confirmed_at: None,
    };
    // It is counted first: of two requests at once, one sends.
    if !app.store.begin_email_code(&new, before.as_ref().map(|before| before.attempt.as_str())).await? {
        return Err(ProblemCode::StepClosed.into());
    }
    if let Some(account) = account {
        let (served, _) = place.find(app)?;
        let mail = letter::write(&served.portal, account.address, &code);
        mail::send_later(app.mails.clone(), vec![mail], "a code");
    }
    Ok(view(app, &new))
}

/// How the code of a step stands.
pub async fn state(app: &AppState, caller: &Caller, place: Place<'_>, step: &str) -> Outcome<EmailCodeAttempt> {
    settings(app, place, step)?;
    let draft = draft(app, &caller.session, place).await?;
    let code = app.store.email_code(&draft.id, step).await?;
    let alive = code.filter(|code| code.confirmed_at.is_none() && app.clock.now() < code.expires_at);
    Ok(view(app, &alive.ok_or(ProblemCode::EmailCodeGone)?))
}

impl Case<'_> {
    /// The code that was sent for what is typed. Once it was right, the answer stays whatever code comes with it.
    pub(super) async fn email_code(&self, settings: &EmailCodeStep, body: &AnswerStep) -> Outcome<Judged> {
        let store = &self.app.store;
        let values = form::parse(settings.fields.iter(), &body.input.fields, self.world).map_err(Refusal::invalid)?;
        let code = store.email_code(&self.draft.id, &self.step.id).await?;
        let code = code.filter(|code| code.claim == claim(self.app, &values)).ok_or(ProblemCode::EmailCodeGone)?;
        let answer = Answer::EmailCode { email: address(settings, &values).to_owned() };
        if code.confirmed_at.is_some() {
            return Ok(Judged { kept: true, ..answer.into() });
        }
        let wrong = |error| Refusal::invalid(vec![FieldProblem { field: CODE.to_owned(), error }]);
        let typed = match digits(body.secrets.get(CODE).map(String::as_str).unwrap_or_default()) {
            none if none.is_empty() => return Err(wrong(Invalid::Missing)),
            code if code.len() == 6 => code,
            _ => return Err(wrong(Invalid::Format)),
        };
        if self.app.clock.now() >= code.expires_at {
            return Err(ProblemCode::EmailCodeExpired.into());
        }
        // A try is counted before it is made: many at once do not guess more often.
        if !store.try_email_code(&code.attempt, TRIES).await? {
            return Err(ProblemCode::EmailCodeTriesOver.into());
        }
        if self.app.people.code(&code.attempt, &typed) != code.code_hash || code.member.is_none() {
            return Err(ProblemCode::EmailCodeWrong.into());
        }
        if store.confirm_email_code(&code.attempt, self.app.clock.now()).await? {
            Ok(answer.into())
        } else {
            Err(ProblemCode::EmailCodeGone.into())
        }
    }
}

fn settings<'a>(app: &'a AppState, place: Place<'_>, step: &str) -> Outcome<&'a EmailCodeStep> {
    let (_, journey) = place.find(app)?;
    match &journey.step(step).ok_or(ProblemCode::NotFound)?.kind {
        StepKind::EmailCode(settings) => Ok(settings),
        _ => Err(ProblemCode::NotFound.into()),
    }
}

/// The address that was typed. `portal::check` holds that there is one.
fn address<'a>(settings: &EmailCodeStep, values: &'a Values) -> &'a str {
    typed(settings.fields.iter(), values, AccountPart::Email).unwrap_or_default()
}

/// Stands for everything that was typed.
fn claim(app: &AppState, values: &Values) -> String {
    let said: Vec<&str> = values
        .iter()
        .flat_map(|(name, value)| [name.as_str(), if let Value::Text(text) = value { text } else { "" }])
        .collect();
    app.people.account_claim(&said)
}

/// The one member whose all of it is, unless too much was sent there.
async fn whose(
    app: &AppState,
    portal: &str,
    settings: &EmailCodeStep,
    values: &Values,
    now: Millis,
) -> Outcome<Option<AccountRecord>> {
    let email = address(settings, values).to_lowercase();
    let mut accounts = app.store.accounts(portal, Named::Email(&email)).await?;
    accounts.retain(|account| {
        settings.fields.iter().all(|field| match (field.account, values.get(&field.name)) {
            (Some(AccountPart::Email), _) | (_, None) => true,
            (Some(AccountPart::LoginId), Some(Value::Text(id))) => account.login_id == id.to_lowercase(),
            (Some(AccountPart::BusinessNumber), Some(Value::Text(number))) => {
                account.business_number.as_ref() == Some(number)
            }
            (Some(AccountPart::Name | AccountPart::Mobile), Some(Value::Text(text))) => entered(account, text),
            _ => false,
        })
    });
    let one = accounts.pop().filter(|_| accounts.is_empty());
    let member = one.as_ref().map_or("", |account| account.member.as_str());
    let sent = app.store.sendings(member, now - WINDOW).await?;
    Ok(one.filter(|_| sent < OF_MEMBER))
}

pub(crate) fn six_digits(random: &dyn Random) -> String {
    let mut bytes = [0; 8];
    random.fill(&mut bytes);
    format!("{:06}", u64::from_le_bytes(bytes) % 1_000_000)
}

/// A code as the browser sees it.
pub(crate) fn view(app: &AppState, code: &EmailCodeRecord) -> EmailCodeAttempt {
    let now = app.clock.now();
    let rest = |most: i64, used: i64| u32::try_from(most - used).unwrap_or_default();
    EmailCodeAttempt {
        expires_in: seconds(code.expires_at - now),
        resend_in: seconds(code.sent_at + PAUSE - now),
        resends_left: rest(RESENDS, code.resends),
        tries_left: rest(TRIES, code.tries),
    }
}
