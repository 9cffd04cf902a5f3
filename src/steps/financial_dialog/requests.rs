//! The requests of an attempt, one at a time.

use super::flow::{AGREED, Flow, OTP, Stage, WAITING};
use crate::api::{self, Failure, Reply};
use crate::i18n::financial_words;
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{FinancialAttempt, FinancialOtp, FinancialState};
use gaip_contract::endpoints::{ConfirmFinancial, PostFinancial};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

impl Flow {
    /// What the dialog's first button does at the part that is shown.
    pub fn press(self) {
        match untrack(|| self.stage()) {
            Stage::Account if !self.agreed.get_untracked() => {
                self.blame(vec![(AGREED, financial_words().agree_missing.to_owned())]);
            }
            Stage::Details | Stage::Account => self.request_attempt(),
            Stage::Reply | Stage::Call if self.clock.left.get_untracked() == 0 => self.request_attempt(),
            Stage::Reply | Stage::Call => self.confirm(String::new()),
            Stage::Otp => match self.six_digits() {
                Some(otp) => self.confirm(otp),
                None => self.blame(vec![(OTP, financial_words().otp_missing.to_owned())]),
            },
            Stage::Finishing => {}
        }
    }

    /// Asks the service.
    pub fn request_attempt(self) {
        match self.request() {
            Err(wrong) => {
                self.attempt.set(None);
                self.blame(wrong);
            }
            Ok(body) => {
                let portal = self.ask.with_value(|ask| ask.portal.id.clone());
                self.run(async move { api::send::<PostFinancial>(&[&portal], &body).await }, move |attempt| {
                    self.otp.set(String::new());
                    focus_soon(match attempt.state {
                        FinancialState::Account => AGREED,
                        FinancialState::Otp => OTP,
                        _ => WAITING,
                    });
                });
            }
        }
    }

    /// Confirms by the number of a device, or asks how it stands.
    fn confirm(self, otp: String) {
        let waits = otp.is_empty();
        self.run(self.ask_after(otp), move |attempt| {
            if waits && attempt.state != FinancialState::Verified {
                self.said.set(financial_words().not_yet.to_owned());
            }
        });
    }

    /// Asks the same unseen while there is time.
    pub fn poll(self) {
        let still = !self.asking.get_value() && !self.busy.get_untracked() && self.clock.left.get_untracked() > 0;
        let Some(id) = self.id().filter(|_| still) else { return };
        self.asking.set_value(true);
        spawn_local(async move {
            let reply = self.ask_after(String::new()).await;
            if self.attempt.is_disposed() {
                return;
            }
            self.asking.set_value(false);
            // The person may have gone back, or pressed something meanwhile.
            if self.busy.get_untracked() || self.id() != Some(id) {
                return;
            }
            match reply {
                Ok(attempt) => {
                    self.failure.set(None);
                    self.take(attempt);
                }
                Err(failure) => match failure.code() {
                    None | Some(ProblemCode::TooMany) => {}
                    Some(_) if self.failure.with_untracked(|shown| shown.as_ref() == Some(&failure)) => {}
                    Some(_) => self.refuse(failure),
                },
            }
        });
    }

    fn id(self) -> Option<String> {
        self.attempt.with_untracked(|attempt| attempt.as_ref().map(|attempt| attempt.id.clone()))
    }

    fn ask_after(self, otp: String) -> impl Future<Output = Reply<ConfirmFinancial>> {
        let portal = self.ask.with_value(|ask| ask.portal.id.clone());
        let id = self.id().unwrap_or_default();
        async move { api::send::<ConfirmFinancial>(&[&portal, &id], &FinancialOtp { otp }).await }
    }

    /// One request at a time.
    fn run(
        self,
        request: impl Future<Output = Result<FinancialAttempt, Failure>> + 'static,
        then: impl FnOnce(&FinancialAttempt) + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.clear();
        spawn_local(async move {
            let reply = request.await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match reply {
                Ok(attempt) => {
                    then(&attempt);
                    self.take(attempt);
                }
                Err(failure) => self.refuse(failure),
            }
        });
    }

    /// Takes what the backend said; once verified the attempt is used by itself.
    fn take(self, attempt: FinancialAttempt) {
        let (verified, id) = (attempt.state == FinancialState::Verified, attempt.id.clone());
        self.clock.start(attempt.expires_in, 0);
        self.attempt.set(Some(attempt));
        if !verified {
            return;
        }
        self.busy.set(true);
        let used = self.ask.with_value(|ask| (ask.use_attempt)(id));
        spawn_local(async move {
            let used = used.await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match used {
                Ok(()) => self.on_close.run(()),
                Err(failure) => {
                    // An attempt counts once; only another one helps.
                    self.attempt.set(None);
                    self.failure.set(Some(failure));
                }
            }
        });
    }
}
