//! The identity step: an attempt is begun, perhaps sent again or extended, and confirmed; then the step can be answered.
//!
//! Bound to the session, the sign-up, the tab that writes it, and the step, by the gate of every sign-up.

mod asked;
mod confirm;

pub use confirm::confirm;

use super::judge::{Case, Judged};
use super::{Caller, Place, draft, open_draft};
use crate::app::AppState;
use crate::clock::{HOUR, MINUTE, Millis, SECOND, korean_day, seconds};
use crate::providers::identity::{Fault, Waits};
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::store::{Attempting, DraftRecord, IdentityRecord};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AskIdentity, IdentityAttempt, IdentityState};
use gaip_domain::facts::Answer;
use gaip_domain::journey;
use gaip_domain::portal::{IdentityStep, Purpose, StepKind};
use std::net::IpAddr;

/// How long a code counts, and an app is waited for.
const LIFE: Millis = 3 * MINUTE;
/// Between two sendings.
const PAUSE: Millis = 30 * SECOND;
/// Sendings after the first, in all attempts of a step together; they are forgotten after [`WINDOW`].
const RESENDS: i64 = 5;
/// Wrong codes of an attempt.
const TRIES: i64 = 5;
/// After this time an attempt that verified nobody is gone, and sendings count anew.
const WINDOW: Millis = HOUR;
/// Years; younger people need a guardian's consent (개인정보 보호법 22조의2).
const AGE: u16 = 14;

/// Begins to verify somebody. People under age are refused before anything is sent.
pub async fn begin(
    app: &AppState,
    caller: &Caller,
    place: Place<'_>,
    step: &str,
    peer: IpAddr,
    ask: &AskIdentity,
) -> Outcome<IdentityAttempt> {
    let settings = settings(app, place, step)?;
    let draft = at_step(app, caller, place, step).await?;
    let now = app.clock.now();
    let today = korean_day(now);
    let asked = asked::parse(settings, ask, today, peer).map_err(Refusal::invalid)?;
    if !asked.birth_date.is_aged(AGE, today) {
        return Err(ProblemCode::UnderAge.into());
    }
    let state = match app.identity.waits(asked.method) {
        Ok(Waits::Code) => Attempting::Code,
        Ok(Waits::Consent) => Attempting::Consent,
        Err(_) => return Err(ProblemCode::IdentityUnavailable.into()),
    };
    let before = app.store.identity(&draft.id, step).await?;
    let counted = before.as_ref().filter(|before| now < before.since + WINDOW);
    let (resends, since) = counted.map_or((0, now), |before| (before.resends + 1, before.since));
    if resends > RESENDS {
        return Err(Refusal::later(ProblemCode::ResendsOver, since + WINDOW - now));
    }
    let new = IdentityRecord {
        draft: draft.id,
        step: step.to_owned(),
        attempt: random::id(&*app.random),
        method: asked.method,
        state,
        claim: app.people.claim(&asked.name, asked.birth_date),
        sent_at: now,
        expires_at: now + LIFE,
        tries: 0,
        resends,
        extended: false,
        since,
        verified: None,
    };
    // It is counted first: of two requests at once, one sends.
    if !app.store.begin_identity(&new, before.as_ref().map(|before| before.attempt.as_str())).await? {
        return Err(ProblemCode::StepClosed.into());
    }
    match app.identity.begin(&new.attempt, &asked).await {
        Ok(()) => Ok(view(app, &new)),
        Err(fault) => {
            app.store.unsend_identity(&new.attempt).await?;
            let refused = fault == Fault::Refused;
            Err(if refused { ProblemCode::IdentityMismatch } else { ProblemCode::IdentityUnavailable }.into())
        }
    }
}

/// How the attempt stands.
pub async fn state(app: &AppState, caller: &Caller, place: Place<'_>, step: &str) -> Outcome<IdentityAttempt> {
    settings(app, place, step)?;
    let draft = draft(app, &caller.session, place).await?;
    Ok(view(app, &attempt(app, &draft, step).await?))
}

/// Sends again, after a pause and not too often. The code has its full time then.
pub async fn resend(app: &AppState, caller: &Caller, place: Place<'_>, step: &str) -> Outcome<IdentityAttempt> {
    let (draft, attempt) = waiting(app, caller, place, step).await?;
    let now = app.clock.now();
    if attempt.resends >= RESENDS {
        return Err(Refusal::later(ProblemCode::ResendsOver, attempt.since + WINDOW - now));
    }
    if now < attempt.sent_at + PAUSE {
        return Err(Refusal::later(ProblemCode::ResendTooSoon, attempt.sent_at + PAUSE - now));
    }
    // It is counted first: of two requests at once, one sends.
    if !app.store.resent_identity(&attempt, now, now + LIFE).await? {
        return Err(Refusal::later(ProblemCode::ResendTooSoon, PAUSE));
    }
    match app.identity.resend(&attempt.attempt).await {
        Ok(()) => Ok(view(app, &self::attempt(app, &draft, step).await?)),
        Err(Fault::Gone) => Err(ProblemCode::IdentityGone.into()),
        Err(_) => Err(ProblemCode::IdentityUnavailable.into()),
    }
}

/// Gives the code its full time again, once; asking again changes nothing.
pub async fn extend(app: &AppState, caller: &Caller, place: Place<'_>, step: &str) -> Outcome<IdentityAttempt> {
    let (draft, attempt) = waiting(app, caller, place, step).await?;
    let now = app.clock.now();
    if now >= attempt.expires_at {
        return Err(ProblemCode::IdentityCodeExpired.into());
    }
    app.store.extend_identity(&attempt.attempt, now + LIFE).await?;
    Ok(view(app, &self::attempt(app, &draft, step).await?))
}

/// Deletes attempts that verified nobody.
pub async fn sweep(app: &AppState) -> Outcome<()> {
    app.store.delete_identities(app.clock.now() - WINDOW).await?;
    Ok(())
}

impl Case<'_> {
    /// The answer of an identity step is what the service confirmed.
    pub(super) async fn identity(&self) -> Outcome<Judged> {
        let attempt = attempt(self.app, self.draft, &self.step.id).await?;
        let verified = attempt.verified.filter(|_| attempt.state == Attempting::Verified);
        let verified = verified.ok_or(ProblemCode::IdentityGone)?;
        if self.purpose() == Purpose::NewPassword && !self.owns_account().await? {
            // Whoever wants to try another login id is verified anew, which cannot be done often.
            self.app.store.end_identity(&attempt.attempt).await?;
            return Err(ProblemCode::AccountMismatch.into());
        }
        Ok(Answer::Identity(verified).into())
    }
}

fn settings<'a>(app: &'a AppState, place: Place<'_>, step: &str) -> Outcome<&'a IdentityStep> {
    let (_, journey) = place.find(app)?;
    match &journey.step(step).ok_or(ProblemCode::NotFound)?.kind {
        StepKind::Identity(settings) => Ok(settings),
        _ => Err(ProblemCode::NotFound.into()),
    }
}

/// The sign-up, if the step may be answered now.
pub(super) async fn at_step(app: &AppState, caller: &Caller, place: Place<'_>, step: &str) -> Outcome<DraftRecord> {
    let (_, journey) = place.find(app)?;
    let draft = open_draft(app, caller, place).await?;
    if journey::admits(journey, &draft.facts(), step) { Ok(draft) } else { Err(ProblemCode::StepClosed.into()) }
}

/// The attempt of a step that did not fail.
async fn attempt(app: &AppState, draft: &DraftRecord, step: &str) -> Outcome<IdentityRecord> {
    let old = app.clock.now() - WINDOW;
    let alive = |attempt: &IdentityRecord| match attempt.state {
        Attempting::Verified => true,
        Attempting::Over => false,
        Attempting::Code | Attempting::Consent => attempt.sent_at > old,
    };
    let attempt = app.store.identity(&draft.id, step).await?.filter(alive);
    Ok(attempt.ok_or(ProblemCode::IdentityGone)?)
}

/// The sign-up and its attempt, if that waits for a code or consent.
async fn waiting(
    app: &AppState,
    caller: &Caller,
    place: Place<'_>,
    step: &str,
) -> Outcome<(DraftRecord, IdentityRecord)> {
    settings(app, place, step)?;
    let draft = at_step(app, caller, place, step).await?;
    let attempt = attempt(app, &draft, step).await?;
    if attempt.state == Attempting::Verified {
        return Err(ProblemCode::IdentityGone.into());
    }
    Ok((draft, attempt))
}

/// An attempt as the browser sees it.
fn view(app: &AppState, attempt: &IdentityRecord) -> IdentityAttempt {
    let now = app.clock.now();
    let (state, waits) = match attempt.state {
        Attempting::Consent => (IdentityState::Consent, true),
        Attempting::Verified => (IdentityState::Verified, false),
        Attempting::Code | Attempting::Over => (IdentityState::Code, true),
    };
    let left = |until: Millis| if waits { seconds(until - now) } else { 0 };
    let rest = |most: i64, used: i64| u32::try_from(most - used).unwrap_or_default();
    IdentityAttempt {
        id: attempt.attempt.clone(),
        method: attempt.method,
        state,
        expires_in: left(attempt.expires_at),
        resend_in: left(attempt.sent_at + PAUSE),
        resends_left: rest(RESENDS, attempt.resends),
        tries_left: rest(TRIES, attempt.tries),
        extendable: waits && !attempt.extended && now < attempt.expires_at,
    }
}
