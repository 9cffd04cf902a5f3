//! How far a code by e-mail is, and what the answers of the backend do to the page.

use crate::api::{self, Failure};
use crate::i18n::{email_code_words, fill, identity_words};
use crate::steps::identity::Clock;
use crate::ui::focus::focus_soon;
use crate::wizard::answering::Answering;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AskEmailCode, EmailCodeAttempt, Empty};
use gaip_contract::endpoints::{GetEmailCode, PostEmailCode};
use gaip_domain::facts::{Answer, FieldProblem};
use gaip_domain::form::{self, World};
use gaip_domain::portal::EmailCodeStep;
use gaip_domain::value::Invalid;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Name of the input of the code.
pub const CODE: &str = "code";

/// Which part of the step is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What is asked of the member.
    Details,
    /// The code that was sent.
    Code,
    /// It was right before.
    Known,
}

/// A code on its page.
#[derive(Clone, Copy)]
pub struct Flow {
    /// The step.
    pub answering: Answering,
    /// Its settings.
    pub settings: &'static EmailCodeStep,
    /// The code that was asked for.
    pub attempt: RwSignal<Option<EmailCodeAttempt>>,
    /// The times that run.
    pub clock: Clock,
    /// What a press of a small button did.
    pub said: RwSignal<Option<String>>,
}

impl Flow {
    /// The code of a step, standing still.
    pub fn new(answering: Answering, settings: &'static EmailCodeStep) -> Self {
        let (attempt, said) = (RwSignal::new(None), RwSignal::new(None));
        Self { answering, settings, attempt, clock: Clock::fixed(0, 0), said }
    }

    /// Which part is shown.
    pub fn stage(self) -> Stage {
        let id = &self.answering.step.id;
        let known =
            self.answering.draft.view.with(|view| matches!(view.facts.answers.get(id), Some(Answer::EmailCode { .. })));
        match self.attempt.with(Option::is_some) {
            true => Stage::Code,
            false if known => Stage::Known,
            false => Stage::Details,
        }
    }

    fn parts(self) -> [&'static str; 3] {
        let [portal, journey] = self.answering.draft.parts();
        [portal, journey, &self.answering.step.id]
    }

    /// Asks whether a code is on its way, once something was typed.
    pub fn look(self) {
        let typed = self.answering.input.with_untracked(|input| !input.fields.is_empty());
        if typed && untrack(|| self.stage()) == Stage::Details {
            self.recount();
        }
    }

    /// Looks anew how many tries are left.
    fn recount(self) {
        spawn_local(async move {
            let reply = api::send::<GetEmailCode>(&self.parts(), &Empty {}).await;
            if let (Ok(attempt), false) = (reply, self.attempt.is_disposed()) {
                self.take(attempt);
            }
        });
    }

    /// Asks for a code. What is typed is saved with it.
    pub fn ask(self) {
        let answering = self.answering;
        let input = answering.input.get_untracked();
        let facts = answering.draft.facts();
        let world = World { step: &answering.step.id, facts: &facts, today: answering.draft.today() };
        if let Err(problems) = form::parse(self.settings.fields.iter(), &input.fields, world) {
            return answering.show(problems);
        }
        if answering.busy.get_untracked() {
            return;
        }
        let again = self.attempt.with_untracked(Option::is_some);
        answering.busy.set(true);
        answering.failure.set(None);
        answering.problems.set(Vec::new());
        self.said.set(None);
        spawn_local(async move {
            answering.draft.save().await;
            let reply = api::send::<PostEmailCode>(&self.parts(), &AskEmailCode { input }).await;
            if answering.busy.try_set(false).is_some() {
                return;
            }
            match reply {
                Ok(attempt) => {
                    answering.draft.secret(CODE).set(String::new());
                    self.take(attempt);
                    if again {
                        self.said.set(Some(email_code_words().sent_again.to_owned()));
                    } else {
                        focus_soon(CODE);
                    }
                }
                Err(failure) => self.refuse(failure),
            }
        });
    }

    /// Sends a code again, once it may be.
    pub fn resend(self) {
        match self.clock.resend.get_untracked() {
            0 => self.ask(),
            wait => self.said.set(Some(fill(identity_words().resend_wait, wait))),
        }
    }

    /// Back to what was typed, which is as it was.
    pub fn back(self) {
        self.attempt.set(None);
        self.said.set(None);
        self.answering.draft.secret(CODE).set(String::new());
        self.answering.problems.set(Vec::new());
        self.answering.failure.set(None);
        if let Some(first) = self.settings.fields.first() {
            focus_soon(&first.name);
        }
    }

    /// The code was not the one that was sent.
    pub fn wrong(self) {
        self.answering.failure.set(None);
        self.answering.show(vec![FieldProblem { field: CODE.to_owned(), error: Invalid::Mismatch }]);
        self.recount();
    }

    fn take(self, attempt: EmailCodeAttempt) {
        self.clock.start(attempt.expires_in, attempt.resend_in);
        self.attempt.set(Some(attempt));
    }

    fn refuse(self, failure: Failure) {
        let Some(failure) = self.answering.draft.absorb(failure) else { return };
        match failure {
            Failure::Refused(problem) if problem.code == ProblemCode::Invalid && !problem.fields.is_empty() => {
                self.answering.show(problem.fields);
            }
            failure => self.answering.failure.set(Some(failure)),
        }
    }
}
