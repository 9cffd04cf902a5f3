//! What is typed to change the own password, what is wrong with it, and how it is sent.

use crate::api::{self, Failure};
use crate::i18n::{invalid_of, operator_words, refusal};
use crate::pages::operator::notice::Said;
use crate::session::use_session;
use crate::ui::focus::{focus_id, focus_soon};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{ChangePassword, Empty, SessionView};
use gaip_contract::endpoints::{Endpoint, GetPasswordPolicy};
use gaip_domain::portal::Input;
use gaip_domain::value::{Invalid, PasswordPolicy};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Ids of the inputs, in their order.
pub(super) const CURRENT: &str = "current";
pub(super) const NEW: &str = "new";
pub(super) const AGAIN: &str = "new-confirm";

/// What is typed, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct PasswordForm {
    pub(super) login_id: StoredValue<String>,
    pub(super) current: RwSignal<String>,
    pub(super) new: RwSignal<String>,
    pub(super) again: RwSignal<String>,
    /// The rules; none until they are here.
    pub(super) policy: RwSignal<Option<PasswordPolicy>>,
    /// Field and words, in the order of the fields.
    pub(super) errors: RwSignal<Vec<(String, String)>>,
    pub(super) failure: RwSignal<Option<Failure>>,
    /// It is being sent.
    pub(super) busy: RwSignal<bool>,
    pub(super) said: RwSignal<Option<Said>>,
}

impl PasswordForm {
    /// An empty form of whoever has a login id.
    pub fn new(login_id: String) -> Self {
        let text = || RwSignal::new(String::new());
        let form = Self {
            login_id: StoredValue::new(login_id),
            current: text(),
            new: text(),
            again: text(),
            policy: RwSignal::new(None),
            errors: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            said: RwSignal::new(None),
        };
        // What is mended is forgiven.
        for (id, value) in [(CURRENT, form.current), (NEW, form.new), (AGAIN, form.again)] {
            Effect::new(move |before: Option<()>| {
                value.track();
                if before.is_some() && form.errors.with_untracked(|errors| errors.iter().any(|(of, _)| of == id)) {
                    form.errors.update(|errors| errors.retain(|(of, _)| of != id));
                }
            });
        }
        form
    }

    /// Reads the rules, and sends by an endpoint what is typed.
    pub fn sends<E>(self, parts: Vec<&'static str>) -> Callback<()>
    where
        E: Endpoint<Request = ChangePassword, Answer = SessionView> + 'static,
    {
        let session = use_session();
        spawn_local(async move {
            // Without them the backend judges alone.
            if let Ok(policy) = api::send::<GetPasswordPolicy>(&[], &Empty {}).await {
                self.policy.try_set(Some(policy));
            }
        });
        Callback::new(move |()| {
            let Some(body) = self.checked() else { return self.focus() };
            self.busy.set(true);
            let parts = parts.clone();
            spawn_local(async move {
                let reply = api::send::<E>(&parts, &body).await;
                self.busy.try_set(false);
                match reply {
                    Ok(view) => {
                        session.apply(view);
                        self.done();
                        focus_soon("page-title");
                    }
                    Err(failure) => {
                        if failure.code() == Some(ProblemCode::LoginRequired) {
                            session.refresh();
                        }
                        self.refused(failure);
                        self.focus();
                    }
                }
            });
        })
    }

    /// What is sent, unless something is wrong; then that is told.
    pub fn checked(self) -> Option<ChangePassword> {
        if self.busy.get_untracked() {
            return None;
        }
        self.said.set(None);
        self.failure.set(None);
        let (current, new) = (self.current.get_untracked(), self.new.get_untracked());
        let known = self.login_id.get_value();
        let flaw = self.policy.with_untracked(|policy| policy.as_ref()?.check(&new, &[&known]).err());
        let words = operator_words();
        let missing = current.is_empty().then(|| (CURRENT, words.password_missing.to_owned()));
        let wrong = match flaw {
            _ if new.is_empty() => Some((NEW, said(Invalid::Missing))),
            Some(flaw) => Some((NEW, said(Invalid::Password(flaw)))),
            None if self.again.get_untracked() != new => Some((AGAIN, said(Invalid::Mismatch))),
            None => None,
        };
        self.tell(missing.into_iter().chain(wrong));
        self.errors.with_untracked(Vec::is_empty).then_some(ChangePassword { current, new })
    }

    fn tell(self, errors: impl IntoIterator<Item = (&'static str, String)>) {
        self.errors.try_set(errors.into_iter().map(|(id, words)| (id.to_owned(), words)).collect());
    }

    /// Says why it was refused. What was typed stays.
    pub fn refused(self, failure: Failure) {
        match &failure {
            Failure::Refused(problem) if problem.code == ProblemCode::PasswordWrong => {
                self.tell([(CURRENT, refusal(&failure))]);
            }
            Failure::Refused(problem) if problem.code == ProblemCode::Invalid => {
                self.tell(problem.fields.iter().map(|problem| (NEW, said(problem.error))));
            }
            _ => drop(self.failure.try_set(Some(failure))),
        }
    }

    /// It is changed: nothing of it stays in the page.
    pub fn done(self) {
        for value in [self.current, self.new, self.again] {
            value.try_set(String::new());
        }
        self.said.try_set(Some(Said::Done(operator_words().password_changed.to_owned())));
    }

    /// Leads to the first input that something is wrong with.
    pub fn focus(self) {
        if let Some(Some((id, _))) = self.errors.try_with_untracked(|errors| errors.first().cloned()) {
            focus_id(&id);
        }
    }

    /// What is wrong with an input.
    pub(super) fn error(self, id: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.errors.with(|errors| errors.iter().find(|(of, _)| of == id).map(|(_, words)| words.clone()))
        })
    }
}

fn said(error: Invalid) -> String {
    invalid_of(operator_words().password_new, &Input::NewPassword, error)
}
