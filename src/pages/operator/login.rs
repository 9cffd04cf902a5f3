//! The door of operators.

use crate::api::{self, Failure};
use crate::i18n::{operator_words, words};
use crate::pages::account::page::arrive;
use crate::routes;
use crate::session::use_session;
use crate::steps::refusal_text::{RefusalText, is_wrong_password};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, LinkButton};
use crate::ui::error_summary::ErrorSummary;
use crate::ui::field::{PasswordField, TextField};
use crate::ui::focus::focus_id;
use crate::ui::page_heading::PageHeading;
use gaip_contract::bodies::OperatorLogin;
use gaip_contract::endpoints::LogInOperator;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

const LOGIN_ID: &str = "login_id";
const PASSWORD: &str = "password";

/// The form.
#[component]
pub fn OperatorLoginForm(
    /// The portal.
    portal: &'static Portal,
    /// Shows the form as it is after a refusal, for the gallery.
    #[prop(optional_no_strip)]
    failure: Option<Failure>,
) -> impl IntoView {
    let (account, own) = (&words().account, operator_words());
    arrive(portal, own.login_title);
    let session = use_session();
    let (login_id, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (checked, busy, failure) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(failure));
    let missing = move |value: RwSignal<String>, words: &str| {
        (checked.get() && value.with(String::is_empty)).then(|| words.to_owned())
    };
    let id_error = Signal::derive(move || missing(login_id, account.login_missing_id));
    let password_error = Signal::derive(move || missing(password, account.login_missing_password));
    let errors = Signal::derive(move || {
        let named = [(LOGIN_ID, id_error.get()), (PASSWORD, password_error.get())];
        named.into_iter().filter_map(|(id, error)| Some((id.to_owned(), error?))).collect::<Vec<_>>()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        checked.set(true);
        if let Some((id, _)) = errors.get_untracked().first() {
            focus_id(id);
            return;
        }
        busy.set(true);
        let body = OperatorLogin { login_id: login_id.get_untracked(), password: password.get_untracked() };
        spawn_local(async move {
            let reply = api::send::<LogInOperator>(&[&portal.id], &body).await;
            busy.try_set(false);
            match reply {
                Ok(view) => session.apply(view),
                Err(refused) => {
                    checked.try_set(false);
                    if is_wrong_password(&refused) {
                        password.try_set(String::new());
                    }
                    failure.try_set(Some(refused));
                    focus_id(PASSWORD);
                }
            }
        });
    };
    view! {
        <PageHeading title=own.login_title lead=own.login_lead/>
        <ErrorSummary errors/>
        {move || failure.get().map(|failure| view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive><RefusalText failure/></Notice>
        })}
        <form class="login" novalidate on:submit=submit>
            <TextField id=LOGIN_ID label=account.login_id value=login_id error=id_error autocomplete="username"/>
            <PasswordField id=PASSWORD label=account.password value=password error=password_error/>
            <p class="login__note">{account.session_note} " " {own.login_help}</p>
            <Button submit=true busy>{account.login}</Button>
        </form>
    }
}

/// What stands here when the login has ended.
#[component]
pub fn OperatorLoginRequired(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = operator_words();
    view! {
        <PageHeading title=words.login_required lead=words.login_required_text/>
        <LinkButton href=routes::operator_login(&portal.id)>{words.login_title}</LinkButton>
    }
}
