//! Codes of six digits that prove an e-mail address: how often they are sent, how long and how often they count. The step
//! of a sign-up that asks for one is `signup::email_code`, a member's new address `account::own_code`.

pub(crate) mod letter;

use crate::app::AppState;
use crate::clock::{HOUR, MINUTE, Millis, SECOND, seconds};
use crate::providers::mail;
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::store::{CodeOwner, EmailCodeRecord};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::EmailCodeAttempt;
use gaip_domain::form;
use gaip_domain::portal::Portal;

/// The input of the code.
pub(crate) const CODE: &str = "code";
/// How long a code counts.
const LIFE: Millis = 10 * MINUTE;
/// Between two sendings.
const PAUSE: Millis = 30 * SECOND;
/// Sendings after the first, to all addresses of an owner together; they are forgotten after [`WINDOW`].
const RESENDS: i64 = 5;
/// Wrong codes of an attempt.
const TRIES: i64 = 5;
/// After this time sendings count anew.
const WINDOW: Millis = HOUR;
/// Codes that one member is sent in a [`WINDOW`], whoever asks for them.
const OF_MEMBER: i64 = 10;

/// A code that may be sent now.
pub(crate) struct Sending<'a> {
    owner: CodeOwner<'a>,
    claim: String,
    before: Option<String>,
    resends: i64,
    since: Millis,
}

/// To whom a code goes.
pub(crate) struct Addressee {
    pub(crate) member: String,
    pub(crate) address: String,
}

/// Whether a code may be sent for what was typed; `claim` stands for it.
pub(crate) async fn admit<'a>(
    app: &AppState,
    owner: CodeOwner<'a>,
    claim: String,
    address: &str,
) -> Outcome<Sending<'a>> {
    let now = app.clock.now();
    let before = app.store.email_code(owner).await?;
    let counted = before.as_ref().filter(|before| now < before.since + WINDOW);
    // A step's code goes to an address on file alone; a member may name any, and waits for each.
    let same = |before: &&EmailCodeRecord| matches!(owner, CodeOwner::Member(_)) || before.claim == claim;
    if let Some(same) = counted.filter(same).filter(|before| now < before.sent_at + PAUSE) {
        return Err(Refusal::later(ProblemCode::ResendTooSoon, same.sent_at + PAUSE - now));
    }
    let (resends, since) = counted.map_or((0, now), |before| (before.resends + 1, before.since));
    let sending = Sending { owner, claim, resends, since, before: before.map(|before| before.attempt) };
    if resends > RESENDS {
        return Err(sending.over(now));
    }
    if app.mails.ready(address).await.is_err() {
        return Err(ProblemCode::MailUnavailable.into());
    }
    Ok(sending)
}

impl Sending<'_> {
    /// No more for a while.
    pub(crate) fn over(&self, now: Millis) -> Refusal {
        Refusal::later(ProblemCode::ResendsOver, self.since + WINDOW - now)
    }

    /// Sends it; to nobody, the same is done but for the mail, which leaves after the answer.
    pub(crate) async fn send(
        self,
        app: &AppState,
        portal: &Portal,
        to: Option<Addressee>,
    ) -> Outcome<EmailCodeAttempt> {
        let now = app.clock.now();
        let (attempt, code) = (random::id(&*app.random), random::digits(&*app.random, 6));
        let new = EmailCodeRecord {
            code_hash: app.people.code(&attempt, &code),
            attempt,
            claim: self.claim,
            member: to.as_ref().map(|to| to.member.clone()),
            sent_at: now,
            expires_at: now + LIFE,
            tries: 0,
            resends: self.resends,
            since: self.since,
            confirmed_at: None,
        };
        // It is counted first: of two requests at once, one sends.
        if !app.store.begin_email_code(self.owner, &new, self.before.as_deref()).await? {
            return Err(Refusal::later(ProblemCode::ResendTooSoon, PAUSE));
        }
        if let Some(to) = to {
            mail::send_later(app.mails.clone(), vec![letter::write(portal, to.address, &code)], "a code");
        }
        Ok(view(app, &new))
    }
}

/// Whether a member was sent as many as one may be.
pub(crate) async fn sent_enough(app: &AppState, member: &str) -> Outcome<bool> {
    Ok(app.store.sendings(member, app.clock.now() - WINDOW).await? >= OF_MEMBER)
}

/// The code as it was typed.
pub(crate) fn typed(raw: Option<&str>) -> Outcome<String> {
    form::parse_code(raw.unwrap_or_default()).map_err(|error| Refusal::field(CODE, error))
}

/// Whether what was typed is the code.
pub(crate) async fn check(app: &AppState, code: &EmailCodeRecord, typed: &str) -> Outcome<()> {
    if app.clock.now() >= code.expires_at {
        return Err(ProblemCode::EmailCodeExpired.into());
    }
    // A try is counted before it is made: many at once do not guess more often.
    if !app.store.try_email_code(&code.attempt, TRIES).await? {
        return Err(ProblemCode::EmailCodeTriesOver.into());
    }
    if app.people.code(&code.attempt, typed) != code.code_hash || code.member.is_none() {
        return Err(ProblemCode::EmailCodeWrong.into());
    }
    Ok(())
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

/// Deletes members' codes that are over.
pub(crate) async fn sweep(app: &AppState) -> Outcome<()> {
    Ok(app.store.delete_codes_of_members(app.clock.now() - WINDOW).await?)
}
