//! Answering a step: the gate, the judgement, and what the answer makes void.

use super::certificate::proved;
use super::judge::Case;
use super::open::without_secrets;
use super::{Caller, Place, consents, open_draft};
use crate::app::AppState;
use crate::clock::korean_day;
use crate::refusal::{Outcome, Refusal};
use crate::store::{AnswerWrite, Answered, Answers, DraftRecord};
use gaip_contract::bodies::AnswerStep;
use gaip_contract::{Problem, ProblemCode};
use gaip_domain::facts::{Answer, Facts};
use gaip_domain::form::World;
use gaip_domain::journey::{self, Revision};
use gaip_domain::portal::CertificateMethod;
use std::collections::BTreeMap;

/// Takes the answer of a step. Answers that it makes void are forgotten only when the person was told.
pub async fn answer(
    app: &AppState,
    caller: &Caller,
    place: Place<'_>,
    step: &str,
    body: AnswerStep,
) -> Outcome<DraftRecord> {
    let (served, journey) = place.find(app)?;
    let step = journey.step(step).filter(|step| step.kind.asks()).ok_or(ProblemCode::NotFound)?;
    let draft = open_draft(app, caller, place).await?;
    let facts = draft.facts();
    if !journey::admits(journey, &facts, &step.id) {
        return Err(ProblemCode::StepClosed.into());
    }
    let now = app.clock.now();
    let world = World { step: &step.id, facts: &facts, today: korean_day(now) };
    let proof = body.proof.as_ref().map(|_| CertificateMethod::Joint);
    if let Some(method) =
        proof.or(body.financial.as_ref().map(|_| CertificateMethod::Financial)).filter(|_| !body.forget)
    {
        // A proof counts once: what it makes void is asked before it is used.
        tell_forgotten(&journey::revise(journey, &facts, &step.id, proved(method, None)))?;
    }
    let judged = Case { app, served, draft: &draft, step, world }.judge(&body).await?;
    let revision = journey::revise(journey, &facts, &step.id, judged.answer);
    if !body.forget {
        tell_forgotten(&revision)?;
    }
    let renewed = Some(step.id.as_str()).filter(|_| !judged.kept);
    let mut answers = stamped(&draft.answers, renewed, revision, now);
    if let Some(answered) = answers.get_mut(&step.id) {
        let consents = consents::of_fields(served, step, &answered.answer);
        if answered.consents != consents {
            (answered.at, answered.consents) = (now, consents);
        }
    }
    let input = without_secrets(step, body.input);
    let write = AnswerWrite {
        draft: &draft,
        answers: &answers,
        checked_login_id: draft.checked_login_id.as_deref(),
        input: Some((&step.id, &input)),
        secrets: &judged.secrets,
        at: now,
    };
    if app.store.save_answers(write).await? {
        return Ok(DraftRecord { answers, version: draft.version + 1, ..draft });
    }
    // Another request of the same tab came in between, or another tab took over: look again and say which.
    open_draft(app, caller, place).await?;
    Err(ProblemCode::StepClosed.into())
}

/// Refuses where answers would become void.
fn tell_forgotten(revision: &Revision) -> Outcome<()> {
    if revision.forgotten.is_empty() {
        return Ok(());
    }
    let forgotten = revision.forgotten.clone();
    Err(Refusal::from(Problem { forgotten, ..Problem::new(ProblemCode::WouldForget) }))
}

/// The answers after a revision; what stayed keeps its time, unless it was given anew.
fn stamped(before: &Answers, renewed: Option<&str>, revision: Revision, now: i64) -> Answers {
    let Facts { answers, .. } = revision.facts;
    let stamp = |id: &str, answer: Answer| match before.get(id) {
        Some(old) if Some(id) != renewed && old.answer == answer => old.clone(),
        _ => Answered { answer, at: now, consents: BTreeMap::new() },
    };
    answers.into_iter().map(|(id, answer)| (id.clone(), stamp(&id, answer))).collect()
}
