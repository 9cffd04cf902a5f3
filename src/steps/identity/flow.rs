//! How a verification goes on: what was asked, what it waits for, and what its answers do to the page.

use super::clock::Clock;
use super::typed::Typed;
use crate::api::Failure;
use crate::i18n::identity_words;
use crate::ui::focus::focus_soon;
use crate::wizard::answering::Answering;
use crate::wizard::bind::Binder;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{IdentityAttempt, IdentityState};
use gaip_domain::facts::{Answer, FieldInput, FieldProblem, VerifiedIdentity};
use gaip_domain::portal::{IdentityMethod, IdentityStep};
use gaip_domain::value::Invalid;
use leptos::prelude::*;

/// Which part of the step is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// How it stands is being asked.
    Looking,
    /// Method and details.
    Details,
    /// The code that was sent.
    Code,
    /// The person's consent in an app.
    Waiting,
    /// Verified; the step is being answered.
    Finishing,
    /// Answered before.
    Verified,
}

/// A verification on its page.
#[derive(Clone, Copy)]
pub struct Flow {
    /// The step.
    pub answering: Answering,
    /// Its settings.
    pub settings: &'static IdentityStep,
    /// The method chosen, the one thing that is saved as typed.
    pub method: RwSignal<String>,
    /// What was typed.
    pub typed: Typed,
    /// What is under way.
    pub attempt: RwSignal<Option<IdentityAttempt>>,
    /// The times that run.
    pub clock: Clock,
    /// What a press of a small button did.
    pub said: RwSignal<Option<String>>,
    /// How it stands is being asked.
    pub looking: RwSignal<bool>,
    /// Somebody who is verified wants to be verified anew.
    pub again: RwSignal<bool>,
    /// The app is being asked for unseen.
    pub(super) asking: StoredValue<bool>,
}

impl Flow {
    /// The verification of a step, standing still.
    pub fn new(answering: Answering, settings: &'static IdentityStep) -> Self {
        Self {
            answering,
            settings,
            method: Binder::step(answering).text("method"),
            typed: Typed::of(answering.draft),
            attempt: RwSignal::new(None),
            clock: Clock::fixed(0, 0),
            said: RwSignal::new(None),
            looking: RwSignal::new(false),
            again: RwSignal::new(false),
            asking: StoredValue::new(false),
        }
    }

    /// The method chosen, where it can be taken.
    pub fn chosen(self) -> Option<IdentityMethod> {
        let chosen = self.method.get();
        if let Some(only) = self.only() {
            return Some(only);
        }
        let way = self.settings.methods.iter().find(|way| way.method.as_str() == chosen)?;
        way.off.is_none().then_some(way.method)
    }

    /// The one method that there is, where it is no choice.
    pub fn only(self) -> Option<IdentityMethod> {
        match &self.settings.methods[..] {
            [only] if only.off.is_none() => Some(only.method),
            _ => None,
        }
    }

    /// Who was verified before.
    pub fn verified(self) -> Option<VerifiedIdentity> {
        self.answering.draft.view.with(|view| match view.facts.answers.get(&self.answering.step.id) {
            Some(Answer::Identity(identity)) => Some(identity.clone()),
            _ => None,
        })
    }

    /// Which part is shown.
    pub fn stage(self) -> Stage {
        if self.looking.get() {
            return Stage::Looking;
        }
        if self.verified().is_some() && !self.again.get() {
            return Stage::Verified;
        }
        match self.attempt.with(|attempt| attempt.as_ref().map(|attempt| attempt.state)) {
            None => Stage::Details,
            Some(IdentityState::Code) => Stage::Code,
            Some(IdentityState::Consent) => Stage::Waiting,
            Some(IdentityState::Verified) => Stage::Finishing,
        }
    }

    /// Back to method and details, which are as they were.
    pub fn back(self) {
        self.attempt.set(None);
        self.said.set(None);
        self.typed.code.set(String::new());
        self.answering.problems.set(Vec::new());
        self.answering.failure.set(None);
        focus_soon("method");
    }

    /// Somebody who is verified begins anew.
    pub fn renew(self) {
        self.again.set(true);
        self.back();
    }

    /// Takes what the backend said of the attempt; once verified the step answers itself.
    pub(super) fn take(self, attempt: IdentityAttempt) {
        let IdentityAttempt { method, state, expires_in, resend_in, .. } = attempt;
        self.clock.start(expires_in, resend_in);
        self.attempt.set(Some(attempt));
        if state == IdentityState::Verified {
            self.typed.wipe();
            self.answering.problems.set(Vec::new());
            // What was proved counts, whichever card was pressed since.
            let method = FieldInput::Text(method.as_str().to_owned());
            self.answering.input.update(|input| {
                input.fields.insert("method".to_owned(), method);
            });
            self.answering.submit(false);
        }
    }

    /// Says why a request was refused, and where one goes on.
    pub(super) fn refuse(self, failure: Failure) {
        let Some(failure) = self.answering.draft.absorb(failure) else { return };
        match failure {
            Failure::Refused(problem) if problem.code == ProblemCode::Invalid && !problem.fields.is_empty() => {
                return self.answering.show(problem.fields);
            }
            _ => {}
        }
        match failure.code() {
            Some(ProblemCode::IdentityCodeWrong) => {
                self.blame("code", Invalid::Mismatch);
                return self.recount();
            }
            Some(ProblemCode::IdentityPending) => {
                return self.said.set(Some(identity_words().not_yet.to_owned()));
            }
            Some(ProblemCode::IdentityCodeExpired) => self.clock.stop(),
            Some(code) if ends(code) => self.attempt.set(None),
            _ => {}
        }
        self.answering.failure.set(Some(failure));
    }

    /// An input is wrong.
    pub(super) fn blame(self, field: &str, error: Invalid) {
        self.answering.show(vec![FieldProblem { field: field.to_owned(), error }]);
    }
}

/// Whether a refusal is the end of an attempt, so that one begins anew.
pub fn ends(code: ProblemCode) -> bool {
    matches!(
        code,
        ProblemCode::IdentityGone
            | ProblemCode::IdentityTriesOver
            | ProblemCode::IdentityMismatch
            | ProblemCode::IdentityIncomplete
            | ProblemCode::UnderAge
            | ProblemCode::PersonIsMember
            | ProblemCode::AccountMismatch
    )
}
