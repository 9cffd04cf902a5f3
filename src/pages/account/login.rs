//! Logging in (manual row D4), and the page after logging out.

use super::certificate_login::CertificateLoginPart;
use super::company_login::has_companies;
use super::credentials::{Credentials, CredentialsForm};
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
use crate::api::Failure;
use crate::i18n::{local, words};
use crate::pages::invitation::is_held;
use crate::routes;
use crate::session::use_session;
use crate::steps::social::providers::BACK;
use crate::ui::button::{ButtonGroup, ButtonKind, LinkButton};
use crate::ui::page_heading::PageHeading;
use gaip_contract::bodies::{Login, SocialOutcome};
use gaip_contract::endpoints::LogIn;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

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
    let login_type = RwSignal::new(String::new());
    let typed = Credentials::new(failure, checked);
    let on_submit = typed.sends::<LogIn>(Vec::new(), move |login_id, password| Login {
        portal: portal.id.clone(),
        login_id,
        password,
    });
    let form = move || {
        let before = move |failure: &Failure| after_failure(portal, failure);
        view! {
            <CredentialsForm form=typed note=words.session_note before on_submit/>
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
