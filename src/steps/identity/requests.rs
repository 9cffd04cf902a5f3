//! The requests of a verification, one at a time.

use super::flow::{Flow, Stage};
use crate::api::{self, Failure};
use crate::i18n::{fill, identity_words};
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, IdentityAttempt, IdentityCode};
use gaip_contract::endpoints::{ConfirmIdentity, ExtendIdentity, GetIdentity, PostIdentity, ResendIdentity};
use gaip_domain::value::Invalid;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

impl Flow {
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
    pub(super) fn recount(self) {
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
            self.said.set(Some(identity_words().extended.to_owned()));
        });
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
}
