//! Sign-ups and other journeys: what is typed, and what becomes an answer.

use super::clock::today;
use super::judge::Case;
use super::mine;
use super::portals;
use super::refusal::{Outcome, Refusal};
use super::state::{Demo, Draft, Who};
use super::table::Ask;
use gaip_contract::bodies::{AnswerStep, DraftView, Empty, LoginIdAnswer, LoginIdCheck, OpenDraft, SaveInput, Saved};
use gaip_contract::{Problem, ProblemCode};
use gaip_domain::facts::{Facts, StepInput};
use gaip_domain::form::World;
use gaip_domain::journey;
use gaip_domain::portal::{Journey, Portal, Step};
use gaip_domain::value::LoginId;
use std::collections::BTreeMap;

/// Days until an unfinished sign-up is deleted, as they are told.
const KEPT_DAYS: u32 = 30;

/// A journey of a portal.
#[derive(Clone, Copy)]
pub struct Place {
    /// The portal.
    pub portal: &'static Portal,
    /// The journey.
    pub journey: &'static Journey,
}

/// The journey that a request names.
pub fn place(ask: &Ask) -> Outcome<Place> {
    let portal = portals::find(ask.part(0))?;
    let journey = portal.journey(ask.part(1)).ok_or(ProblemCode::NotFound)?;
    Ok(Place { portal, journey })
}

/// The step that a request names, where it asks something.
pub fn step(place: Place, ask: &Ask) -> Outcome<&'static Step> {
    let step = place.journey.step(ask.part(2)).filter(|step| step.kind.asks());
    step.ok_or_else(|| ProblemCode::NotFound.into())
}

fn key(ask: &Ask) -> String {
    [ask.part(0), ask.part(1)].join("/")
}

impl Demo {
    /// The draft that a request names, not submitted.
    pub fn open_draft(&mut self, ask: &Ask) -> Outcome<&mut Draft> {
        let draft = self.drafts.get_mut(&key(ask)).ok_or(ProblemCode::DraftGone)?;
        if draft.facts.submitted { Err(ProblemCode::AlreadySubmitted.into()) } else { Ok(draft) }
    }

    /// The draft that a request names, at a step that may be answered now.
    pub fn draft_at(&mut self, ask: &Ask) -> Outcome<&mut Draft> {
        let (journey, step) = (place(ask)?.journey, ask.part(2).to_owned());
        let draft = self.open_draft(ask)?;
        if journey::admits(journey, &draft.facts, &step) { Ok(draft) } else { Err(ProblemCode::StepClosed.into()) }
    }

    /// The draft that a request names, as the browser sees it.
    pub fn view(&self, ask: &Ask) -> Outcome<DraftView> {
        let draft = self.drafts.get(&key(ask)).ok_or(ProblemCode::DraftGone)?;
        let recovered = draft.recovered.is_some();
        let facts = if recovered { Facts { submitted: true, ..Facts::default() } } else { draft.facts.clone() };
        Ok(DraftView {
            facts,
            inputs: if recovered { BTreeMap::new() } else { draft.inputs.clone() },
            files: draft.files.iter().filter_map(|id| self.files.get(id).cloned()).collect(),
            checked_login_id: draft.checked.clone(),
            today: today(self.now).to_string(),
            kept_days: KEPT_DAYS,
            completion: draft.completion.clone(),
            recovered: draft.recovered.clone(),
        })
    }
}

/// Opens a sign-up, or goes on with it.
pub fn open(demo: &mut Demo, ask: &Ask, _: OpenDraft) -> Outcome<DraftView> {
    let place = place(ask)?;
    let by = if place.journey.purpose.needs_login() { Some(taker(demo, place)?) } else { None };
    // Whoever left the company since then may take it again, and begins anew.
    let again = demo.me().is_ok_and(|me| me.role.may_take(place.journey.purpose, me.company.is_some()));
    // A designer is one person after another: where a sign-up is begun, the one before is over.
    let next = if by.is_some() { again } else { ask.begins };
    let stale = |draft: &Draft| draft.by != by || draft.recovered.is_some() || (next && draft.facts.submitted);
    if demo.drafts.get(&key(ask)).is_none_or(stale) {
        demo.drafts.insert(key(ask), Draft { by, ..Draft::default() });
    }
    demo.view(ask)
}

/// The member who takes a journey for members.
fn taker(demo: &Demo, place: Place) -> Outcome<String> {
    let member = demo.me()?;
    if member.portal != place.portal.id {
        return Err(ProblemCode::LoginRequired.into());
    }
    mine::consented(demo)?;
    let submitted = demo
        .drafts
        .get(&[place.portal.id.as_str(), place.journey.id.as_str()].join("/"))
        .is_some_and(|draft| draft.facts.submitted && draft.by.as_ref() == Some(&member.id));
    if submitted || member.role.may_take(place.journey.purpose, member.company.is_some()) {
        Ok(member.id.clone())
    } else {
        Err(ProblemCode::NotForMember.into())
    }
}

/// Gives a sign-up up.
pub fn discard(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<Empty> {
    let draft = demo.drafts.remove(&key(ask)).ok_or(ProblemCode::DraftGone)?;
    demo.files.retain(|id, _| !draft.files.contains(id));
    Ok(Empty {})
}

/// Saves input as typed.
pub fn save(demo: &mut Demo, ask: &Ask, body: SaveInput) -> Outcome<Saved> {
    let step = step(place(ask)?, ask)?;
    demo.open_draft(ask)?.inputs.insert(step.id.clone(), without_secrets(step, body.input));
    Ok(Saved { at: demo.stamp() })
}

fn without_secrets(step: &Step, mut input: StepInput) -> StepInput {
    for name in step.secret_fields() {
        input.fields.remove(name);
    }
    input
}

/// Answers a step: the gate, the judgement, and what the answer makes void.
pub fn answer(demo: &mut Demo, ask: &Ask, body: AnswerStep) -> Outcome<DraftView> {
    let place = place(ask)?;
    let step = step(place, ask)?;
    let draft = demo.draft_at(ask)?.clone();
    let world = World { step: &step.id, facts: &draft.facts, today: today(demo.now) };
    let judged = Case { demo, place, draft: &draft, step, world }.judge(&body);
    count_try(demo, ask, &judged)?;
    let judged = judged?;
    let revision = journey::revise(place.journey, &draft.facts, &step.id, judged.answer);
    if !body.forget && !revision.forgotten.is_empty() {
        let problem = Problem { forgotten: revision.forgotten, ..Problem::new(ProblemCode::WouldForget) };
        return Err(Refusal(Box::new(problem)));
    }
    let draft = demo.open_draft(ask)?;
    draft.facts = revision.facts;
    draft.inputs.insert(step.id.clone(), without_secrets(step, body.input));
    draft.secrets.extend(judged.secrets);
    if let Some(code) = draft.codes.get_mut(&step.id) {
        code.right = true;
    }
    demo.view(ask)
}

/// Wrong codes by e-mail are counted.
fn count_try<T>(demo: &mut Demo, ask: &Ask, judged: &Outcome<T>) -> Outcome<()> {
    let wrong = matches!(judged, Err(refusal) if refusal.0.code == ProblemCode::EmailCodeWrong);
    if wrong && let Some(code) = demo.open_draft(ask)?.codes.get_mut(ask.part(2)) {
        code.tries = code.tries.saturating_sub(1);
    }
    Ok(())
}

/// Asks whether a login id is free.
pub fn check_login_id(demo: &mut Demo, ask: &Ask, body: LoginIdCheck) -> Outcome<LoginIdAnswer> {
    let login_id =
        LoginId::parse(&body.login_id).map_err(|error| Refusal::field("login_id", error))?.as_str().to_owned();
    let available = !demo.login_id_taken(ask.part(0), &login_id);
    let draft = demo.open_draft(ask)?;
    if available {
        draft.checked = Some(login_id.clone());
    }
    Ok(LoginIdAnswer { login_id, available })
}

impl Who {
    /// Whether somebody is logged in.
    pub fn is_somebody(&self) -> bool {
        *self != Who::Nobody
    }
}
