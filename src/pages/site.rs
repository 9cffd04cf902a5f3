//! Header and footer of a portal round its pages.

use crate::i18n::{local, words};
use crate::later::{Later, Part};
use crate::pages::account::session_bar::SessionBar;
use crate::preferences::{self, Preferences};
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
use crate::ui::settings::{DisplaySettings, SettingsWords};
use crate::ui::skip_link::SkipLink;
use crate::ui::toast::{ToastRegion, provide_toaster};
use gaip_domain::portal::Portal;
use gaip_domain::text::Lang;
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
    let with_login = Memo::new(move |_| session.member(&portal.id).is_some() || session.ended.get().is_some());
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

/// Login, sign-up and display settings.
#[component]
fn Utility(portal: &'static Portal) -> impl IntoView {
    let frame = &words().frame;
    let session = use_session();
    let guest = move || session.member(&portal.id).is_none();
    view! {
        {dynamic(move || guest().then(|| view! {
            <LinkButton href=routes::login(&portal.id) kind=ButtonKind::Text size=ButtonSize::Small>{frame.login}</LinkButton>
        }))}
        <Display/>
    }
}

/// Text size, contrast and language.
#[component]
pub fn Display() -> impl IntoView {
    let frame = &words().frame;
    let preferences = use_context::<Preferences>().unwrap_or_else(Preferences::fixed);
    let languages = [(Lang::Ko, "한국어"), (Lang::En, "English")];
    let settings = SettingsWords {
        title: frame.settings.to_owned(),
        text_size: frame.text_size.to_owned(),
        reset: frame.text_size_reset.to_owned(),
        mode: frame.mode.to_owned(),
        text_sizes: preferences::SIZES.map(|size| format!("{size}%")),
        modes: [frame.mode_light, frame.mode_contrast, frame.mode_theme].map(str::to_owned),
        language: frame.language.to_owned(),
    };
    view! {
        <DisplaySettings
            words=settings
            text_size=preferences.size
            on_text_size=move |size| preferences.size.set(size)
            mode=preferences.mode
            on_mode=move |mode| preferences.mode.set(mode)
            languages=languages.map(|(lang, name)| (lang.tag().to_owned(), name.to_owned())).to_vec()
            language=crate::i18n::lang().tag()
            on_language=Callback::new(|tag: String| preferences::choose_language(&tag))
        />
    }
}

#[component]
fn SiteFooter(portal: &'static Portal) -> impl IntoView {
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
