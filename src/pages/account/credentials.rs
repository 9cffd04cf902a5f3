//! A login id and a password, as members and operators type them.

use crate::api::{self, Failure};
use crate::i18n::words;
use crate::session::use_session;
use crate::steps::refusal_text::{RefusalText, is_wrong_password};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::Button;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::field::{PasswordField, TextField};
use crate::ui::focus::focus_id;
use gaip_contract::bodies::SessionView;
use gaip_contract::endpoints::Endpoint;
use leptos::prelude::*;
use leptos::task::spawn_local;

const LOGIN_ID: &str = "login_id";
const PASSWORD: &str = "password";

/// What is typed, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Credentials {
    login_id: RwSignal<String>,
    password: RwSignal<String>,
    /// Whether what is missing is named.
    checked: RwSignal<bool>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Credentials {
    /// Nothing is typed yet.
    pub fn new(failure: Option<Failure>, checked: bool) -> Self {
        Self {
            login_id: RwSignal::new(String::new()),
            password: RwSignal::new(String::new()),
            checked: RwSignal::new(checked),
            busy: RwSignal::new(false),
            failure: RwSignal::new(failure),
        }
    }

    /// Logs in by an endpoint; `body` makes its request of login id and password.
    pub fn sends<E>(
        self,
        parts: Vec<&'static str>,
        body: impl Fn(String, String) -> E::Request + Send + Sync + 'static,
    ) -> Callback<()>
    where
        E: Endpoint<Answer = SessionView> + 'static,
    {
        let session = use_session();
        Callback::new(move |()| {
            if self.busy.get_untracked() {
                return;
            }
            self.failure.set(None);
            self.checked.set(true);
            if let Some((id, _)) = untrack(|| self.errors()).first() {
                focus_id(id);
                return;
            }
            self.busy.set(true);
            let (parts, body) = (parts.clone(), body(self.login_id.get_untracked(), self.password.get_untracked()));
            spawn_local(async move {
                let reply = api::send::<E>(&parts, &body).await;
                self.busy.try_set(false);
                match reply {
                    Ok(view) => session.apply(view),
                    Err(refusal) => self.refused(refusal),
                }
            });
        })
    }

    /// What was typed stays, but for a wrong password; what is empty now is no mistake of the person's.
    fn refused(self, refusal: Failure) {
        self.checked.try_set(false);
        if is_wrong_password(&refusal) {
            self.password.try_set(String::new());
        }
        self.failure.try_set(Some(refusal));
        focus_id(PASSWORD);
    }

    fn missing(self, value: RwSignal<String>, words: &str) -> Option<String> {
        (self.checked.get() && value.with(String::is_empty)).then(|| words.to_owned())
    }

    fn id_error(self) -> Option<String> {
        self.missing(self.login_id, words().account.login_missing_id)
    }

    fn password_error(self) -> Option<String> {
        self.missing(self.password, words().account.login_missing_password)
    }

    fn errors(self) -> Vec<(String, String)> {
        let named = [(LOGIN_ID, self.id_error()), (PASSWORD, self.password_error())];
        named.into_iter().filter_map(|(id, error)| Some((id.to_owned(), error?))).collect()
    }
}

/// The form.
#[component]
pub(crate) fn CredentialsForm<F>(
    /// What is typed.
    form: Credentials,
    /// Above the button.
    #[prop(into)]
    note: String,
    /// What is said of a refusal before the refusal itself.
    before: F,
    /// The button was pressed.
    on_submit: Callback<()>,
) -> impl IntoView
where
    F: Fn(&Failure) -> Option<String> + Send + Sync + 'static,
{
    let words = &words().account;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    view! {
        <ErrorSummary errors=Signal::derive(move || form.errors())/>
        {move || form.failure.get().map(|failure| {
            let first = before(&failure);
            view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive>
                    {first.map(|text| view! { <p>{text}</p> })}
                    <RefusalText failure/>
                </Notice>
            }
        })}
        <form class="login" novalidate on:submit=submit>
            <TextField id=LOGIN_ID label=words.login_id value=form.login_id
                error=Signal::derive(move || form.id_error()) autocomplete="username"/>
            <PasswordField id=PASSWORD label=words.password value=form.password
                error=Signal::derive(move || form.password_error())/>
            <p class="login__note">{note}</p>
            <Button submit=true busy=form.busy>{words.login}</Button>
        </form>
    }
}
