//! Header and footer of a portal round its pages.

use crate::i18n::{local, words};
use crate::later::{Later, Part};
use crate::pages::account::session_bar::SessionBar;
use crate::routes;
use crate::session::use_session;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{ButtonKind, ButtonSize, LinkButton};
use crate::ui::dynamic::dynamic;
use crate::ui::footer::{Footer, FooterLink};
use crate::ui::header::Header;
use crate::ui::identifier::Identifier;
use crate::ui::link::NewWindowLink;
use crate::ui::masthead::Masthead;
use crate::ui::settings::SettingsMenu;
use crate::ui::skip_link::SkipLink;
use crate::ui::toast::{ToastRegion, provide_toaster};
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The site of a portal.
#[component]
pub fn Site(
    /// The portal.
    portal: &'static Portal,
    /// The page.
    children: Children,
) -> impl IntoView {
    provide_toaster();
    let name = local(&portal.name);
    document_title(&name);
    let session = use_session();
    let frame = &words().frame;
    let with_login = Memo::new(move |_| session.is_in(&portal.id) || session.ended.get().is_some());
    view! {
        <SkipLink text=frame.skip/>
        {portal.masthead.then(|| view! { <Masthead/> })}
        <Header
            name=name
            home_href=routes::portal(&portal.id)
            session=move || view! { <SessionBar portal/> }
            utility=move || view! { <Utility portal/> }
        />
        {dynamic(move || session.sandbox().then(|| view! {
            <aside class="container"><Notice kind=NoticeKind::Warning>
                <p>{frame.sandbox} " " <NewWindowLink href=routes::SANDBOX text=frame.sandbox_inbox/></p>
            </Notice></aside>
        }))}
        <main id="main" class="container page" tabindex="-1">{children()}</main>
        <SiteFooter portal/>
        {dynamic(move || with_login.get().then(|| view! { <Later part=Part::SessionDialog(portal)/> }))}
        <ToastRegion/>
    }
}

/// Until a page sets its own.
fn document_title(name: &str) {
    let name = name.to_owned();
    Effect::new(move || document().set_title(&name));
}

/// Login, sign-up where there are several ways to choose from, and display settings.
#[component]
fn Utility(portal: &'static Portal) -> impl IntoView {
    let frame = &words().frame;
    let session = use_session();
    let guest = move || !session.is_in(&portal.id);
    view! {
        {dynamic(move || guest().then(|| view! {
            <LinkButton href=routes::login(&portal.id) kind=ButtonKind::Text size=ButtonSize::Small>{frame.login}</LinkButton>
            {(portal.ways_to_join().count() > 1).then(|| view! {
                <LinkButton href=routes::portal(&portal.id) kind=ButtonKind::Text size=ButtonSize::Small>{frame.join}</LinkButton>
            })}
        }))}
        <Display/>
    }
}

/// The button of the display settings; what it unfolds comes later.
#[component]
pub fn Display() -> impl IntoView {
    view! { <SettingsMenu title=words().frame.settings panel=|| view! { <Later part=Part::Settings/> }/> }
}

/// The footer of a portal.
#[component]
pub fn SiteFooter(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let frame = &words().frame;
    let link = |terms: &gaip_domain::portal::TermsDocument| FooterLink {
        text: local(&terms.title),
        href: routes::terms(&portal.id, &terms.id),
        emphasised: terms.id == "privacy-policy",
        new_window: false,
    };
    // The documents that are open to everybody; consents are read where they are given.
    let links =
        portal.terms.iter().filter(|terms| ["service", "privacy-policy"].contains(&terms.id.as_str())).map(link);
    let operator = local(&portal.operator);
    view! {
        <Footer
            operator=local(&portal.operator)
            contact=move || view! {
                <ul class="footer__phones">
                    {portal.contacts.iter().map(|contact| view! {
                        <li>{local(&contact.label)} ": " <a href=format!("tel:{}", contact.phone)>{contact.phone.clone()}</a></li>
                    }).collect_view()}
                </ul>
            }
            links=links.collect()
            copyright=local(&portal.name)
            attribution=move || view! { <p>{frame.attribution}</p> }
        />
        {portal.identifier.then(|| view! { <Identifier operator=operator/> })}
    }
}
