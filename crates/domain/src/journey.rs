//! Where a person may be in a journey: computed from the facts, never stored.
//!
//! The browser uses these functions for links, progress and guards; the backend uses the same ones as the gate.

use crate::facts::{Answer, Facts};
use crate::form;
use crate::portal::{CertificateMethod, Journey, Step, StepKind};

/// The steps that apply, in order. A step applies as long as its condition holds over what is known so far.
pub fn route<'a>(journey: &'a Journey, facts: &Facts) -> Vec<&'a Step> {
    journey.steps.iter().filter(|step| applies(step, facts)).collect()
}

fn applies(step: &Step, facts: &Facts) -> bool {
    step.when.as_ref().is_none_or(|condition| condition.holds(&|fact| facts.known(fact)))
}

/// Whether the step has an answer that is complete under the portal as it is today.
pub fn answered(step: &Step, facts: &Facts) -> bool {
    if matches!(step.kind, StepKind::Review) {
        return facts.submitted;
    }
    match (&step.kind, facts.answers.get(&step.id)) {
        (StepKind::Consent(settings), Some(Answer::Consent(consents))) => settings.items.iter().all(|item| {
            let consent = consents.get(&item.terms);
            if item.required { consent.is_some_and(|c| c.agreed) } else { consent.is_some() }
        }),
        (StepKind::Choose(settings), Some(Answer::Choose { choice })) => {
            settings.options.iter().any(|option| option.value == *choice)
        }
        (StepKind::Identity(settings), Some(Answer::Identity(identity))) => {
            settings.methods.iter().any(|way| way.method == identity.method && way.off.is_none())
        }
        (StepKind::Social(settings), Some(Answer::Social(account))) => settings.providers.contains(&account.provider),
        (StepKind::Company(_), Some(Answer::Company { .. }))
        | (StepKind::Approval(_), Some(Answer::Approval))
        | (StepKind::OldAccount(_), Some(Answer::OldAccount { .. }))
        | (StepKind::EmailCode(_), Some(Answer::EmailCode { .. })) => true,
        (StepKind::Certificate(settings), Some(Answer::Certificate { method, files, certificate })) => match method {
            CertificateMethod::Joint => settings.joint.is_some() && certificate.is_some(),
            CertificateMethod::Financial => settings.financial.is_some() && certificate.is_some(),
            CertificateMethod::Documents => settings.documents.is_some() && !files.is_empty(),
        },
        (StepKind::Form(settings), Some(Answer::Form(values))) => settings
            .fields()
            .filter(|field| form::asked(field, &step.id, facts, values))
            .all(|field| values.contains_key(&field.name) || !form::required(field, &step.id, facts, values)),
        (StepKind::Products(settings), Some(Answer::Products(products))) => {
            (settings.min as usize..=settings.max as usize).contains(&products.len())
        }
        _ => false,
    }
}

/// The furthest step that may be opened: the first that is not answered. After submission it is the last step, which is not
/// opened before.
pub fn frontier<'a>(journey: &'a Journey, facts: &Facts) -> Option<&'a Step> {
    let mut route = route(journey, facts);
    if facts.submitted {
        return route.last().copied();
    }
    route.retain(|step| !completes(step));
    route.iter().find(|step| !answered(step, facts)).or(route.last()).copied()
}

fn completes(step: &Step) -> bool {
    matches!(step.kind, StepKind::Complete(_))
}

/// Whether everything that the journey asks is answered, so that it can be submitted.
pub fn ready(journey: &Journey, facts: &Facts) -> bool {
    route(journey, facts).iter().all(|step| !step.kind.asks() || answered(step, facts))
}

/// Whether the step may be opened: it applies and everything before it is answered. After submission only the
/// last one may be: nothing can be changed any more.
pub fn admits(journey: &Journey, facts: &Facts, step: &str) -> bool {
    let route = route(journey, facts);
    let Some(position) = route.iter().position(|s| s.id == step) else {
        return false;
    };
    let before = &route[..position];
    if facts.submitted || completes(route[position]) {
        return facts.submitted && completes(route[position]);
    }
    before.iter().all(|s| answered(s, facts))
}

/// The step before, among those that apply.
pub fn previous<'a>(journey: &'a Journey, facts: &Facts, step: &str) -> Option<&'a Step> {
    let route = route(journey, facts);
    let position = route.iter().position(|s| s.id == step)?;
    position.checked_sub(1).map(|before| route[before])
}

/// The step after, among those that apply.
pub fn next<'a>(journey: &'a Journey, facts: &Facts, step: &str) -> Option<&'a Step> {
    let route = route(journey, facts);
    let position = route.iter().position(|s| s.id == step)?;
    route.get(position + 1).copied()
}

/// What a new answer does.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// The facts with the answer and without what it voids.
    pub facts: Facts,
    /// Ids of the steps whose answers are void, in the order of the journey. They must be told to the person first.
    pub forgotten: Vec<String>,
}

/// Takes a new answer of a step: answers that depend on a changed one are void, and those of steps that no longer
/// apply; their voidness spreads. Answers of other steps stay, before and after.
pub fn revise(journey: &Journey, facts: &Facts, step: &str, answer: Answer) -> Revision {
    let changed = facts.answers.get(step).is_some_and(|old| old.differs(&answer));
    let mut revised = facts.clone();
    revised.answers.insert(step.to_owned(), answer);
    let mut void: Vec<&str> = if changed { vec![step] } else { Vec::new() };
    let mut forgotten = Vec::new();
    // One pass in order is enough: a step depends on earlier steps only, which `portal::check` holds.
    for later in &journey.steps {
        let depends = later.depends.iter().any(|id| void.contains(&id.as_str()));
        if later.id != step && (depends || !applies(later, &revised)) {
            void.push(&later.id);
            if revised.answers.remove(&later.id).is_some() {
                forgotten.push(later.id.clone());
            }
        }
    }
    Revision { facts: revised, forgotten }
}
