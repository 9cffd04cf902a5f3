//! How a verification goes on: what was asked, what it waits for, and what its answers do to the page.

use super::clock::Clock;
use super::typed::Typed;
use crate::api::{self, Failure};
use crate::i18n::{fill, identity_words};
use crate::ui::focus::focus_soon;
use crate::wizard::answering::Answering;
use crate::wizard::bind::Binder;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, IdentityAttempt, IdentityCode, IdentityState};
use gaip_contract::endpoints::{ConfirmIdentity, ExtendIdentity, GetIdentity, PostIdentity, ResendIdentity};
use gaip_domain::facts::{Answer, FieldInput, FieldProblem, VerifiedIdentity};
use gaip_domain::portal::{IdentityMethod, IdentityStep};
use gaip_domain::value::Invalid;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

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
    asking: StoredValue<bool>,
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
        let way = self.settings.methods.iter().find(|way| way.method.as_str() == chosen)?;
        way.off.is_none().then_some(way.method)
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

    fn parts(self) -> [&'static str; 3] {
        let [portal, journey] = self.answering.draft.parts();
        [portal, journey, &self.answering.step.id]
    }

    /// Asks whether something is under way, once something was chosen.
    pub fn look(self) {
        if self.method.with_untracked(String::is_empty) || untrack(|| self.verified()).is_some() {
            return;
        }
        self.looking.set(true);
        spawn_local(async move {
            let reply = api::send::<GetIdentity>(&self.parts(), &Empty {}).await;
            if self.looking.is_disposed() {
                return;
            }
            if let Ok(attempt) = reply {
                self.take(attempt);
            }
            self.looking.set(false);
        });
    }

    /// Looks anew how many tries are left.
    fn recount(self) {
        spawn_local(async move {
            let reply = api::send::<GetIdentity>(&self.parts(), &Empty {}).await;
            if let (Ok(attempt), false) = (reply, self.attempt.is_disposed()) {
                self.take(attempt);
            }
        });
    }

    /// Requests the verification.
    pub fn ask(self) {
        let Some(method) = untrack(|| self.chosen()) else { return self.blame("method", Invalid::Missing) };
        match self.typed.request(method, self.answering.draft.today()) {
            Err(problems) => self.answering.show(problems),
            Ok(body) => self.run(async move { api::send::<PostIdentity>(&self.parts(), &body).await }, move || {
                self.typed.code.set(String::new());
                self.meet();
            }),
        }
    }

    /// Leads to what is to be done next.
    fn meet(self) {
        match untrack(|| self.stage()) {
            Stage::Code => focus_soon("code"),
            Stage::Waiting => focus_soon("waiting"),
            _ => {}
        }
    }

    /// Confirms by the code that was typed.
    pub fn confirm(self) {
        match self.typed.digits() {
            Err(error) => self.blame("code", error),
            Ok(code) => self.send_code(code),
        }
    }

    /// Asks whether the person has consented.
    pub fn check(self) {
        self.send_code(String::new());
    }

    fn send_code(self, code: String) {
        let body = IdentityCode { code };
        self.run(async move { api::send::<ConfirmIdentity>(&self.parts(), &body).await }, || {});
    }

    /// Asks the same unseen; what does not decide is nothing to speak of.
    pub fn poll(self) {
        if self.asking.get_value() || self.answering.busy.get_untracked() || self.clock.left.get_untracked() == 0 {
            return;
        }
        self.asking.set_value(true);
        spawn_local(async move {
            let body = IdentityCode { code: String::new() };
            let reply = api::send::<ConfirmIdentity>(&self.parts(), &body).await;
            if self.attempt.is_disposed() {
                return;
            }
            self.asking.set_value(false);
            // The person may have gone back, or pressed something meanwhile.
            if untrack(|| self.stage()) != Stage::Waiting || self.answering.busy.get_untracked() {
                return;
            }
            match reply {
                Ok(attempt) => self.take(attempt),
                Err(failure) => match failure.code() {
                    None | Some(ProblemCode::IdentityPending | ProblemCode::TooMany) => {}
                    Some(_) => self.refuse(failure),
                },
            }
        });
    }

    /// Sends the code or the request for consent again, once it may be.
    pub fn resend(self) {
        let words = identity_words();
        let wait = self.clock.resend.get_untracked();
        if wait > 0 {
            return self.said.set(Some(fill(words.resend_wait, wait)));
        }
        let said = if untrack(|| self.stage()) == Stage::Waiting { words.requested } else { words.sent };
        self.run(async move { api::send::<ResendIdentity>(&self.parts(), &Empty {}).await }, move || {
            self.answering.problems.set(Vec::new());
            self.said.set(Some(said.to_owned()));
        });
    }

    /// Gives the code its full time again.
    pub fn extend(self) {
        self.run(async move { api::send::<ExtendIdentity>(&self.parts(), &Empty {}).await }, move || {
            self.said.set(Some(identity_words().extended.to_owned()))
        });
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

    /// One request at a time.
    fn run(
        self,
        request: impl Future<Output = Result<IdentityAttempt, Failure>> + 'static,
        then: impl FnOnce() + 'static,
    ) {
        let answering = self.answering;
        if answering.busy.get_untracked() {
            return;
        }
        answering.busy.set(true);
        answering.failure.set(None);
        self.said.set(None);
        spawn_local(async move {
            let reply = request.await;
            if answering.busy.try_set(false).is_some() {
                return;
            }
            match reply {
                Ok(attempt) => {
                    self.take(attempt);
                    then();
                }
                Err(failure) => self.refuse(failure),
            }
        });
    }

    fn take(self, attempt: IdentityAttempt) {
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

    fn refuse(self, failure: Failure) {
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

    fn blame(self, field: &str, error: Invalid) {
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
    )
}
