//! One step being answered: its problems, its one button, and where it leads.

use super::draft::Draft;
use super::judge::{self, Rules};
use crate::api::{self, Call, Failure, Reply};
use crate::routes;
use crate::ui::focus::focus_id;
use gaip_contract::bodies::{AnswerStep, Empty, Proof};
use gaip_contract::endpoints::{Endpoint, PostSubmission, PutAnswer};
use gaip_contract::{IDEMPOTENCY_HEADER, ProblemCode};
use gaip_domain::facts::{FieldInput, FieldProblem, StepInput};
use gaip_domain::journey;
use gaip_domain::portal::{CertificateMethod, Step, StepKind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// A step being answered, in the context of its page.
#[derive(Clone, Copy)]
pub struct Answering {
    /// The sign-up.
    pub draft: Draft,
    /// The step.
    pub step: &'static Step,
    /// Its typed input.
    pub input: RwSignal<StepInput>,
    /// What is wrong with it.
    pub problems: RwSignal<Vec<FieldProblem>>,
    /// Why the backend did not take it, where no field is to blame.
    pub failure: RwSignal<Option<Failure>>,
    /// The answer is on its way.
    pub busy: RwSignal<bool>,
    /// Steps that the answer would void, while the person is asked.
    pub forgetting: RwSignal<Option<Vec<String>>>,
    /// Hashes of the documents that are shown, by document id.
    pub seen: RwSignal<BTreeMap<String, String>>,
    /// Uploads that are under way on this page.
    pub uploads: RwSignal<u32>,
    /// What the page's one button does instead of answering, where a step has several parts.
    pub press: RwSignal<Option<Press>>,
    /// Once answered, the page stays and shows what was found.
    pub stays: RwSignal<bool>,
    /// A proof that the person must agree to before it is taken, because it voids other answers.
    proof: StoredValue<Option<Shown>>,
    /// One attempt to submit, however many requests it takes.
    attempt: StoredValue<String>,
    /// None while what the step asks is still on its way.
    rules: StoredValue<Option<Rules>>,
    /// Once answered, back to the review.
    from_review: bool,
    go: StoredValue<Go>,
}

/// What the page's one button does while a step is at one of its parts.
#[derive(Clone, Copy)]
pub struct Press {
    /// What it says.
    pub label: &'static str,
    /// What it does.
    pub act: Callback<()>,
}

/// What was shown of a certificate, to answer a certificate step.
#[derive(Clone)]
pub enum Shown {
    /// A signature by a joint certificate.
    Joint(Proof),
    /// A verified attempt by a financial certificate.
    Financial(String),
}

/// Goes to an address inside the application.
pub type Go = std::sync::Arc<dyn Fn(&str) + Send + Sync>;

impl Answering {
    /// Begins to answer a step.
    pub fn new(draft: Draft, step: &'static Step, from_review: bool, go: Go) -> Self {
        Self {
            draft,
            step,
            input: draft.input(&step.id),
            problems: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            forgetting: RwSignal::new(None),
            seen: RwSignal::new(BTreeMap::new()),
            uploads: RwSignal::new(0),
            press: RwSignal::new(None),
            stays: RwSignal::new(false),
            proof: StoredValue::new(None),
            attempt: StoredValue::new(String::new()),
            rules: StoredValue::new(judge::of_first(&step.kind)),
            from_review,
            go: StoredValue::new(go),
        }
    }

    /// Goes to an address inside the application.
    pub fn go(&self, address: &str) {
        self.go.get_value()(address);
    }

    /// What is wrong with a field, in words.
    pub fn error(&self, key: String) -> Signal<Option<String>> {
        let Self { problems, draft, step, rules, .. } = *self;
        Signal::derive(move || {
            let problem = problems.with(|all| all.iter().find(|p| p.field == key).cloned());
            Some((rules.get_value()?.say)(&draft, step, &problem?))
        })
    }

    /// Every problem as the id of its input and its words, in the order of the page.
    pub fn summary(&self) -> Vec<(String, String)> {
        // The problems are looked at first: this is asked before the rules are here, and must be asked again.
        self.problems.with(|problems| {
            let Some(rules) = self.rules.get_value() else { return Vec::new() };
            let line = |problem: &FieldProblem| (problem.field.clone(), (rules.say)(&self.draft, self.step, problem));
            problems.iter().map(line).collect()
        })
    }

    /// The words for a failure.
    pub fn say(&self, failure: &Failure) -> String {
        (self.rules.get_value().unwrap_or(judge::CONSENT).refusal)(failure)
    }

    /// The kind of the step brings its rules.
    pub fn bring(&self, rules: Rules) {
        self.rules.set_value(Some(rules));
    }

    fn judge(&self, input: &StepInput) -> Option<Vec<FieldProblem>> {
        Some((self.rules.get_value()?.judge)(&self.draft, self.step, input))
    }

    /// A field was edited: its problem is looked at again, and only its own.
    pub fn edited(&self, key: &str) {
        if self.problems.with_untracked(|problems| problems.iter().all(|p| p.field != key)) {
            return;
        }
        let Some(now) = self.input.with_untracked(|input| self.judge(input)) else { return };
        self.problems.update(|problems| {
            problems.retain_mut(|problem| match now.iter().find(|p| p.field == problem.field) {
                Some(judged) if problem.field == key => {
                    problem.error = judged.error;
                    true
                }
                _ => problem.field != key,
            });
        });
    }

    /// Has the page's one button do what the part of the step that is shown says, from the first moment on.
    pub fn presses(self, press: impl Fn() -> Press + Copy + 'static) {
        self.press.set(Some(untrack(press)));
        Effect::new(move || self.press.set(Some(press())));
    }

    /// The page's one button: what the part of the step that is shown does, or the answer.
    pub fn press(self) {
        match self.press.get_untracked() {
            Some(_) if self.busy.get_untracked() => {}
            Some(press) => press.act.run(()),
            None => self.submit(false),
        }
    }

    /// Answers: judge, send, go on. A second press while the first is on its way does nothing.
    pub fn submit(self, forget: bool) {
        if self.busy.get_untracked() {
            return;
        }
        self.failure.set(None);
        let input = self.input.get_untracked();
        let proof = self.proof.try_update_value(Option::take).flatten().filter(|_| forget);
        // Nothing is asked yet, so nothing is answered.
        let Some(problems) = self.judge(&input) else { return };
        if !problems.is_empty() && proof.is_none() {
            return self.show(problems);
        }
        if self.uploads.get_untracked() > 0 {
            return self.failure.set(Some(Failure::Refused(Box::new(ProblemCode::Invalid.into()))));
        }
        self.problems.set(Vec::new());
        self.busy.set(true);
        spawn_local(async move {
            let result = match &self.step.kind {
                StepKind::Review => self.post_submission().await,
                _ => self.put_answer(input, proof, forget).await,
            };
            self.busy.try_set(false);
            self.take(result);
        });
    }

    /// Answers by a proof instead of what was typed, which stays. Gives back a refusal that concerns the proof.
    pub async fn prove(self, proof: Shown) -> Result<(), Failure> {
        let mut input = self.input.get_untracked();
        let method = match &proof {
            Shown::Joint(_) => CertificateMethod::Joint,
            Shown::Financial(_) => CertificateMethod::Financial,
        };
        let method = FieldInput::Text(method.as_str().to_owned());
        input.fields.insert("method".to_owned(), method);
        self.busy.set(true);
        let result = self.put_answer(input.clone(), Some(proof.clone()), false).await;
        if self.busy.try_set(false).is_some() {
            return Ok(());
        }
        let of_step =
            [ProblemCode::WouldForget, ProblemCode::Invalid, ProblemCode::HeldElsewhere, ProblemCode::DraftGone];
        match result {
            Err(failure) if failure.code().is_none_or(|code| !of_step.contains(&code)) => Err(failure),
            result => {
                if result.is_err() {
                    self.proof.set_value(Some(proof));
                }
                self.problems.set(Vec::new());
                self.failure.set(None);
                self.input.set(input);
                self.take(result);
                Ok(())
            }
        }
    }

    async fn put_answer(&self, input: StepInput, shown: Option<Shown>, forget: bool) -> Reply<PutAnswer> {
        let [portal, journey] = self.draft.parts();
        let secrets = self.secrets();
        let (proof, financial) = match shown {
            Some(Shown::Joint(proof)) => (Some(proof), None),
            Some(Shown::Financial(attempt)) => (None, Some(attempt)),
            None => (None, None),
        };
        let body = AnswerStep { input, secrets, seen: self.seen.get_untracked(), forget, proof, financial };
        self.draft.carried(&self.step.id);
        let result = api::send::<PutAnswer>(&[portal, journey, &self.step.id], &body).await;
        if result.is_err() {
            // The input was to be carried by the answer; now it is saved by itself.
            self.draft.touch(&self.step.id);
        }
        result
    }

    fn secrets(&self) -> BTreeMap<String, String> {
        let names: Vec<&str> = match &self.step.kind {
            StepKind::Form(settings) => {
                settings.fields().filter(|field| field.input.is_secret()).map(|field| field.name.as_str()).collect()
            }
            StepKind::Approval(_) => vec!["approval"],
            StepKind::EmailCode(_) => vec!["code"],
            _ => Vec::new(),
        };
        let typed = names.into_iter().map(|name| (name.to_owned(), self.draft.secret(name).get_untracked()));
        typed.filter(|(_, secret)| !secret.is_empty()).collect()
    }

    async fn post_submission(&self) -> Result<<PostSubmission as Endpoint>::Answer, Failure> {
        self.draft.save().await;
        if self.attempt.with_value(String::is_empty) {
            self.attempt.set_value(api::tab::random_id());
        }
        let key = self.attempt.get_value();
        let call = Call { parts: &self.draft.parts(), query: &[], headers: &[(IDEMPOTENCY_HEADER, &key)] };
        api::send_with::<PostSubmission>(&call, &Empty {}).await
    }

    fn take(self, result: Reply<PutAnswer>) {
        if self.busy.is_disposed() {
            return;
        }
        match result {
            Ok(view) => {
                self.draft.view.set(view);
                if !self.stays.get_untracked() {
                    self.go_on();
                }
            }
            Err(failure) => {
                let Some(failure) = self.draft.absorb(failure) else { return };
                match failure {
                    Failure::Refused(problem) if problem.code == ProblemCode::Invalid && !problem.fields.is_empty() => {
                        self.show(problem.fields);
                    }
                    Failure::Refused(problem) if problem.code == ProblemCode::WouldForget => {
                        self.forgetting.set(Some(problem.forgotten));
                    }
                    failure => self.failure.set(Some(failure)),
                }
            }
        }
    }

    /// Submits after the last answer. What turned out to be too old to count is asked again.
    fn finish(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let result = self.post_submission().await;
            let [portal, journey] = self.draft.parts();
            let closed = matches!(&result, Err(failure) if failure.code() == Some(ProblemCode::StepClosed));
            let reopened = if closed { Draft::open(portal, journey, false).await.ok() } else { None };
            if self.busy.try_set(false).is_some() {
                return;
            }
            match reopened {
                Some(view) => self.draft.view.set(view),
                None => self.take(result),
            }
        });
    }

    /// Shows problems and takes the person to the first.
    pub fn show(self, problems: Vec<FieldProblem>) {
        let first = problems.first().map(|problem| problem.field.clone());
        self.problems.set(problems);
        if let Some(first) = first {
            request_animation_frame(move || {
                focus_id(&first);
            });
        }
    }

    /// Goes to the next step, or back to the review if one came from there.
    pub fn go_on(self) {
        let facts = self.draft.facts();
        let journey = self.draft.journey;
        let review = journey.steps.iter().find(|step| matches!(step.kind, StepKind::Review));
        let back = review.filter(|review| self.from_review && journey::admits(journey, &facts, &review.id));
        let next = back.or_else(|| journey::next(journey, &facts, &self.step.id));
        if let Some(next) = next {
            // Nothing is reviewed here: the last answer sends everything.
            if matches!(next.kind, StepKind::Complete(_)) && !facts.submitted {
                return self.finish();
            }
            self.go(&routes::step(&self.draft.portal.id, journey, &next.id));
        }
    }
}
