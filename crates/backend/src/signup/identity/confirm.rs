//! Confirming: by the code, or by asking whether the person consented.

use super::{AGE, TRIES, at_step, attempt, settings, view};
use crate::app::AppState;
use crate::clock::korean_day;
use crate::providers::identity::{Fault, Verified};
use crate::refusal::{Outcome, Refusal};
use crate::signup::{Caller, Place};
use crate::store::{Attempting, Confirmed, IdentityRecord};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::IdentityAttempt;
use gaip_domain::facts::VerifiedIdentity;
use gaip_domain::form;
use gaip_domain::text::tidy;
use gaip_domain::value;

/// Confirms. What the service says must be what was typed, and tell the person from others; once it does, the step can be
/// answered. Asking again changes nothing.
pub async fn confirm(
    app: &AppState,
    caller: &Caller,
    place: Place<'_>,
    step: &str,
    code: &str,
) -> Outcome<IdentityAttempt> {
    settings(app, place, step)?;
    let draft = at_step(app, caller, place, step).await?;
    let read = attempt(app, &draft, step).await?;
    if read.state == Attempting::Verified {
        return Ok(view(app, &read));
    }
    let code = match read.state {
        Attempting::Code => Some(form::parse_code(code).map_err(|error| Refusal::field("code", error))?),
        _ => None,
    };
    if app.clock.now() >= read.expires_at {
        return Err(ProblemCode::IdentityCodeExpired.into());
    }
    // A try is counted before it is made: many at once do not guess more often.
    if code.is_some() && !app.store.try_identity(&read.attempt, TRIES).await? {
        return Err(ProblemCode::IdentityTriesOver.into());
    }
    let over = async |code: ProblemCode| {
        app.store.end_identity(&read.attempt).await?;
        Err(code.into())
    };
    let verified = match app.identity.confirm(&read.attempt, code.as_deref()).await {
        Ok(verified) => verified,
        Err(Fault::WrongCode) => return Err(ProblemCode::IdentityCodeWrong.into()),
        Err(Fault::Pending) => return Err(ProblemCode::IdentityPending.into()),
        Err(Fault::Refused) => return over(ProblemCode::IdentityMismatch).await,
        Err(Fault::Gone) => return over(ProblemCode::IdentityGone).await,
        Err(Fault::Unavailable) => {
            if code.is_some() {
                app.store.untry_identity(&read.attempt).await?;
            }
            return Err(ProblemCode::IdentityUnavailable.into());
        }
    };
    let (identity, person) = match judge(app, &read, &verified) {
        Ok(judged) => judged,
        Err(code) => return over(code).await,
    };
    let joins = place.find(app)?.1.purpose.makes_member();
    if joins && app.store.person_is_member(&draft.portal, &person).await? {
        return over(ProblemCode::PersonIsMember).await;
    }
    let confirmed = Confirmed { identity: &identity, person: &person, at: app.clock.now() };
    app.store.confirm_identity(&read.attempt, confirmed).await?;
    Ok(view(app, &attempt(app, &draft, step).await?))
}

/// Whom the service verified, with the keyed hash of the person; or why it is not whom we asked for.
fn judge(
    app: &AppState,
    read: &IdentityRecord,
    verified: &Verified,
) -> Result<(VerifiedIdentity, String), ProblemCode> {
    let birth_date = verified.birth_date.ok_or(ProblemCode::IdentityIncomplete)?;
    if !birth_date.is_aged(AGE, korean_day(app.clock.now())) {
        return Err(ProblemCode::UnderAge);
    }
    let name = tidy(&verified.name);
    if app.people.claim(&name, birth_date) != read.claim {
        return Err(ProblemCode::IdentityMismatch);
    }
    let ci = verified.ci.as_deref().ok_or(ProblemCode::IdentityIncomplete)?;
    let mobile = verified.mobile.as_deref().and_then(|raw| value::mobile(raw).ok());
    let identity = VerifiedIdentity {
        method: read.method,
        name,
        mobile: mobile.map(|number| number.to_string()),
        birth_date: birth_date.to_string(),
    };
    Ok((identity, app.people.person(ci)))
}
