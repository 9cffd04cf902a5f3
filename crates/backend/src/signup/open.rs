//! Opening a sign-up, saving what is typed, giving it up.

use super::{Caller, Place, held_draft, is_of, may_take, open_draft, recovery, taker};
use crate::app::AppState;
use crate::random;
use crate::refusal::Outcome;
use crate::store::{Answers, DraftRecord};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::Saved;
use gaip_domain::facts::StepInput;
use gaip_domain::portal::Step;

/// Opens the sign-up of a session, or begins one. The tab holds it from now on; another tab must take it over.
pub async fn open(app: &AppState, caller: &Caller, place: Place<'_>, take_over: bool) -> Outcome<DraftRecord> {
    let taker = taker(app, &caller.session, place).await?;
    let (_, journey) = place.find(app)?;
    let now = app.clock.now();
    let fresh = DraftRecord {
        id: random::id(&*app.random),
        session: caller.session.clone(),
        portal: place.portal.to_owned(),
        journey: place.journey.to_owned(),
        holder: caller.tab.clone(),
        version: 0,
        answers: Answers::new(),
        checked_login_id: None,
        member: None,
        touched_at: now,
        submitted_at: None,
        begun_by: taker.as_ref().map(|member| member.id.clone()),
    };
    let mut found = app.store.draft(&caller.session, place.portal, place.journey).await?;
    if let Some(other) = found.take_if(|draft| !is_of(draft, taker.as_ref())) {
        // Another member began it at this browser.
        app.store.remove_draft(&other.id).await?;
        app.uploads.delete_all(&other.id).await?;
    }
    // Whoever left the company since then may take it again, and begins anew.
    let again = taker.is_some() && may_take(app, place, taker.as_ref()).is_ok();
    if let Some(done) = found.take_if(|draft| again && draft.submitted()) {
        app.store.remove_draft(&done.id).await?;
    }
    if found.as_ref().is_none_or(|draft| draft.member.is_none()) {
        may_take(app, place, taker.as_ref())?;
    }
    let existing = match found {
        None if app.store.create_draft(&fresh, now).await? => return Ok(fresh),
        // Another tab began it in between.
        None => super::draft(app, &caller.session, place).await?,
        // What proves whose account it is does not wait for the next person at this browser.
        Some(old) if journey.purpose.opens_account() && recovery::is_over(&old, now) => {
            app.store.remove_draft(&old.id).await?;
            app.store.create_draft(&fresh, now).await?;
            super::draft(app, &caller.session, place).await?
        }
        Some(draft) => draft,
    };
    if existing.submitted() {
        return Ok(existing);
    }
    if existing.holder != caller.tab && !take_over {
        return Err(ProblemCode::HeldElsewhere.into());
    }
    app.store.hold_draft(&existing.id, &caller.tab, now).await?;
    Ok(DraftRecord { holder: caller.tab.clone(), ..existing })
}

/// Saves input as typed, without passwords.
pub async fn save_input(
    app: &AppState,
    caller: &Caller,
    place: Place<'_>,
    step: &str,
    input: StepInput,
) -> Outcome<Saved> {
    let (_, journey) = place.find(app)?;
    let step = journey.step(step).filter(|step| step.kind.asks()).ok_or(ProblemCode::NotFound)?;
    let draft = open_draft(app, caller, place).await?;
    let now = app.clock.now();
    let input = without_secrets(step, input);
    if app.store.save_input(&draft.id, &caller.tab, &step.id, &input, now).await? {
        return Ok(Saved { at: crate::clock::iso(now) });
    }
    // Something came in between; what it was is told by looking again.
    open_draft(app, caller, place).await?;
    Err(ProblemCode::HeldElsewhere.into())
}

/// Gives a sign-up up: everything typed and uploaded is deleted. A submitted one is only put away; the member stays.
pub async fn discard(app: &AppState, caller: &Caller, place: Place<'_>) -> Outcome<()> {
    let draft = held_draft(app, caller, place).await?;
    app.store.remove_draft(&draft.id).await?;
    app.uploads.delete_all(&draft.id).await?;
    Ok(())
}

/// The input as it may be stored.
pub(super) fn without_secrets(step: &Step, mut input: StepInput) -> StepInput {
    for name in step.secret_fields() {
        input.fields.remove(name);
    }
    input
}
