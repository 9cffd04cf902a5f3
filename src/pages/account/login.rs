//! Logging in (manual row D4), and the page after logging out.

use super::certificate_login::CertificateLoginPart;
use super::company_login::has_companies;
use super::financial_login::FinancialLoginPart;
use super::further::FurtherCertificate;
use super::login_kinds::LoginKinds;
use super::login_type::LoginTypeChoice;
use super::mine::{LeftPage, left_of};
use super::next::after_login;
use super::old_member::{OldMemberLink, after_failure};
use super::page::{AccountPage, arrive};
use super::passkeys::PasskeyLoginPart;
use super::recovery_links::RecoveryLinks;
use crate::api::{self, Failure};
use crate::i18n::{local, words};
use crate::pages::invitation::is_held;
use crate::routes;
use crate::session::use_session;
use crate::steps::refusal_text::{RefusalText, is_wrong_password};
use crate::steps::social::providers::BACK;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind, LinkButton};
use crate::ui::error_summary::ErrorSummary;
use crate::ui::field::{PasswordField, TextField};
use crate::ui::focus::focus_id;
use crate::ui::page_heading::PageHeading;
use gaip_contract::bodies::{Login, SocialOutcome};
use gaip_contract::endpoints::LogIn;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

const LOGIN_ID: &str = "login_id";
const PASSWORD: &str = "password";
/// The query parameter that says that somebody has just logged out.
const LOGGED_OUT: &str = "logged-out";

/// The page that a logout leads to.
pub fn logged_out(portal: &str) -> String {
    format!("{}?{LOGGED_OUT}=1", routes::login(portal))
}

/// The login page. Who is logged in already goes on at once.
#[component]
pub fn LoginPage() -> impl IntoView {
    let query = use_query_map();
    let navigate = use_navigate();
    view! {
        <AccountPage children=move |portal: &'static Portal| {
            let navigate = navigate.clone();
            let session = use_session();
            Effect::new(move || {
                if !session.is_in(&portal.id) {
                    return;
                }
                let navigate = navigate.clone();
                let go = move |next: &str| {
                    navigate(next, NavigateOptions { replace: true, ..NavigateOptions::default() });
                };
                let next = query.with_untracked(|query| query.get("next"));
                if session.company(&portal.id).is_some() {
                    go(&routes::company(&portal.id));
                } else if next.is_some() {
                    go(&after_login(&portal.id, next.as_deref()));
                } else {
                    // Whoever joined on the way comes back to the invitation.
                    spawn_local(async move {
                        let invited = is_held(portal).await;
                        go(&if invited { routes::invitation(&portal.id) } else { routes::my(&portal.id) });
                    });
                }
            });
            move || {
                if let Some(view) = query.with(|query| left_of(|name| query.get(name))) {
                    view! { <LeftPage portal view/> }.into_any()
                } else if query.with(|query| query.get_str(LOGGED_OUT).is_some()) {
                    view! { <LoggedOut portal/> }.into_any()
                } else {
                    let (next, outcome) = query.with_untracked(|query| {
                        (query.get("next"), query.get(BACK).and_then(|word| SocialOutcome::parse(&word)))
                    });
                    view! { <LoginForm portal next outcome/> }.into_any()
                }
            }
        }/>
    }
}

/// The way to log in.
#[component]
pub fn LoginForm(
    /// The portal.
    portal: &'static Portal,
    /// Shows the form as it is after a refusal or a press without input, for the gallery.
    #[prop(optional_no_strip)]
    failure: Option<Failure>,
    /// Whether what is missing is named from the start.
    #[prop(optional)]
    checked: bool,
    /// The page to open afterwards.
    #[prop(optional_no_strip)]
    next: Option<String>,
    /// How one came back from a provider.
    #[prop(optional_no_strip)]
    outcome: Option<SocialOutcome>,
) -> impl IntoView {
    let words = &words().account;
    arrive(portal, words.login_title);
    let session = use_session();
    let (login_id, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (checked, login_type) = (RwSignal::new(checked), RwSignal::new(String::new()));
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(failure));
    let missing = move |value: RwSignal<String>, words: &str| {
        (checked.get() && value.with(String::is_empty)).then(|| words.to_owned())
    };
    let id_error = Signal::derive(move || missing(login_id, words.login_missing_id));
    let password_error = Signal::derive(move || missing(password, words.login_missing_password));
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
        let body =
            Login { portal: portal.id.clone(), login_id: login_id.get_untracked(), password: password.get_untracked() };
        spawn_local(async move {
            let reply = api::send::<LogIn>(&[], &body).await;
            busy.try_set(false);
            match reply {
                Ok(view) => session.apply(view),
                Err(refusal) => {
                    // What was typed stays, but for a wrong password; what is empty now is no mistake of the person's.
                    checked.try_set(false);
                    if is_wrong_password(&refusal) {
                        password.try_set(String::new());
                    }
                    failure.try_set(Some(refusal));
                    focus_id(PASSWORD);
                }
            }
        });
    };
    let form = move || {
        view! {
            <ErrorSummary errors/>
            {move || failure.get().map(|failure| view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive>
                    {after_failure(portal, &failure).map(|text| view! { <p>{text}</p> })}
                    <RefusalText failure/>
                </Notice>
            })}
            <form class="login" novalidate on:submit=submit>
                <TextField id=LOGIN_ID label=words.login_id value=login_id error=id_error autocomplete="username"/>
                <PasswordField id=PASSWORD label=words.password value=password error=password_error/>
                <p class="login__note">{words.session_note}</p>
                <Button submit=true busy>{words.login}</Button>
            </form>
            <RecoveryLinks portal/>
        }
    };
    view! {
        <PageHeading title=words.login_title lead=words.login_lead/>
        <LoginKinds portal next outcome form/>
        <PasskeyLoginPart portal/>
        <LoginTypeChoice portal value=login_type/>
        {(!has_companies(portal)).then(|| view! { <CertificateLoginPart portal login_type/> })}
        <FinancialLoginPart portal login_type/>
        <FurtherCertificate portal/>
        <OldMemberLink portal/>
        <SignupLinks portal title=words.not_member/>
    }
}

/// The ways to become a member.
#[component]
pub fn SignupLinks(
    /// The portal.
    portal: &'static Portal,
    /// What they are for.
    title: &'static str,
) -> impl IntoView {
    let links = portal.ways_to_join().map(|journey| {
        view! {
            <LinkButton kind=ButtonKind::Secondary href=routes::signup(&portal.id, &journey.id)>
                {local(&journey.title)}
            </LinkButton>
        }
    });
    view! {
        <section class="login-join" aria-labelledby="login-join">
            <h2 class="login-join__title" id="login-join">{title}</h2>
            <div class="row">{links.collect_view()}</div>
        </section>
    }
}

/// The page after logging out.
#[component]
pub fn LoggedOut(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = words();
    arrive(portal, words.account.logged_out);
    view! {
        <PageHeading title=words.account.logged_out lead=words.account.logged_out_text/>
        <ButtonGroup>
            <LinkButton kind=ButtonKind::Tertiary href=routes::portal(&portal.id)>{words.frame.go_home}</LinkButton>
            <LinkButton href=routes::login(&portal.id)>{words.account.login_again}</LinkButton>
        </ButtonGroup>
    }
}
