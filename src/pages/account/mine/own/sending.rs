//! Sending what a member changed, and what the answers do to the page.

use super::editing::{CODE, Editing, values};
use crate::api::{self, Failure};
use crate::i18n::own_words;
use crate::pages::account::mine::{Section, log_in_again};
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AskAddressCode, ChangeInfo, Empty, MyInfo};
use gaip_contract::endpoints::{GetMyInfo, PostMyEmailCode, PutMyInfo};
use gaip_domain::facts::StepInput;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

impl Editing {
    /// Sends a code to the new address.
    pub(super) fn ask_code(self, email: String) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let reply = api::send::<PostMyEmailCode>(&[], &AskAddressCode { email: email.clone() }).await;
            self.busy.try_set(false);
            match reply {
                Ok(attempt) => {
                    self.clock.start(attempt.expires_in, attempt.resend_in);
                    self.attempt.try_set(Some((email, attempt)));
                    self.said.try_set(own_words().code_sent.to_owned());
                    focus_soon(CODE);
                }
                Err(failure) => self.refused(failure),
            }
        });
    }

    /// Sends what is typed, unless something is wrong.
    pub(super) fn save(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.failure.set(None);
        self.said.set(String::new());
        let problems = self.judge();
        if !problems.is_empty() {
            return self.show(problems);
        }
        if untrack(|| self.changes().next().is_none()) {
            return self.said.set(own_words().unchanged.to_owned());
        }
        self.problems.set(Vec::new());
        self.busy.set(true);
        let body = self.body(untrack(|| self.typed()));
        spawn_local(async move {
            let reply = api::send::<PutMyInfo>(&[], &body).await;
            self.busy.try_set(false);
            match reply {
                Ok(info) => self.saved(info),
                Err(failure) => self.refused(failure),
            }
        });
    }

    fn body(self, forms: BTreeMap<String, StepInput>) -> ChangeInfo {
        let typed = |signal: RwSignal<String>| Some(signal.get_untracked()).filter(|text| !text.is_empty());
        ChangeInfo {
            version: self.info.with_value(|info| info.version),
            forms,
            password: typed(self.password),
            code: typed(self.code),
            seen: self.seen.get_value(),
        }
    }

    /// Saves what wants no proof, logs out and leads back here by the login page. What cannot be saved keeps the page.
    pub(super) fn log_in_again(self, failed: Callback<Failure>) {
        if self.busy.get_untracked() {
            return;
        }
        self.failure.set(None);
        let leave = move || log_in_again(self.portal, Section::Change, self.session, failed);
        if untrack(|| self.changes().count() == self.sensitive().len()) {
            return leave();
        }
        self.busy.set(true);
        let body = self.body(untrack(|| self.without_sensitive()));
        spawn_local(async move {
            let reply = api::send::<PutMyInfo>(&[], &body).await;
            self.busy.try_set(false);
            match reply {
                Ok(_) => leave(),
                Err(failure) => self.refused(failure),
            }
        });
    }

    fn saved(self, info: MyInfo) {
        if self.busy.is_disposed() {
            return;
        }
        self.fresh.set(info.fresh);
        self.info.set_value(info);
        for secret in [self.password, self.code] {
            secret.set(String::new());
        }
        self.attempt.set(None);
        // What is kept is written as it is kept.
        self.begin_anew(&[]);
        self.said.set(own_words().saved.to_owned());
        focus_soon("page-title");
    }

    /// Says why it was refused; what was typed stays.
    fn refused(self, failure: Failure) {
        if self.busy.is_disposed() {
            return;
        }
        match failure {
            Failure::Refused(problem) if problem.code == ProblemCode::Invalid && !problem.fields.is_empty() => {
                self.show(problem.fields);
            }
            failure => {
                if failure.code() == Some(ProblemCode::LoginAgain) {
                    self.fresh.set(false);
                }
                if failure.code() == Some(ProblemCode::LoginRequired) {
                    self.session.refresh();
                }
                self.failure.set(Some(failure));
            }
        }
    }

    /// Takes over what another window changed, but for what is typed here.
    pub(super) fn adopt(self) {
        let mine: Vec<String> = untrack(|| self.changes().map(|typed| typed.field.name.clone()).collect());
        spawn_local(async move {
            match api::send::<GetMyInfo>(&[], &Empty {}).await {
                Ok(info) if !self.busy.is_disposed() => {
                    self.info.set_value(info);
                    self.begin_anew(&mine);
                    self.failure.set(None);
                    self.said.set(own_words().conflict_done.to_owned());
                }
                Ok(_) => {}
                Err(failure) => self.refused(failure),
            }
        });
    }

    /// Fills in what is known, but for these fields.
    fn begin_anew(self, but: &[String]) {
        let info = self.info.get_value();
        self.forms.with_value(|forms| {
            for (form, typed) in forms {
                let known = values(&info, &form.step.id);
                for one in typed.iter().filter(|one| !but.contains(&one.field.name)) {
                    one.set(known.get(&one.field.name));
                }
            }
        });
    }
}
