//! The administration of the member's company (manual rows K18 to K20, T97, T100).

mod acts;
mod approval_form;
mod areas;
mod desk;
mod dialogs;
mod employees;
mod info;
mod info_form;
mod invitations;
mod invite_dialog;
#[cfg(feature = "gallery")]
mod invite_stories;
mod inviting;
mod list;
mod log;
mod login_password;
mod logins;
mod offer;
mod overview;
#[cfg(feature = "gallery")]
mod own_stories;
mod row;
mod said;
mod saying;
mod search;
mod services;
#[cfg(feature = "gallery")]
mod stories;

#[cfg(feature = "gallery")]
pub use invite_stories::STORIES as INVITE_STORIES;
pub use offer::MyOffer;
#[cfg(feature = "gallery")]
pub use own_stories::STORIES as OWN_STORIES;
#[cfg(feature = "gallery")]
pub use stories::STORIES;

use crate::i18n::{admin_words, company_login_words, link_words, mine_words};
use crate::pages::account::page::AccountPage;
use crate::routes;
use crate::session::use_session;
use crate::ui::page_heading::PageHeading;
use desk::CompanyDesk;
use gaip_domain::permission::Standing;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// The page. Who is not logged in is led to the login page and back.
#[component]
pub fn CompanyPage() -> impl IntoView {
    let navigate = use_navigate();
    view! {
        <AccountPage children=move |portal: &'static Portal| {
            let navigate = navigate.clone();
            let go = navigate.clone();
            let here = use_location().pathname;
            // My page asks for it, and leads back here.
            let to_consent = Callback::new(move |()| {
                let address = here.with_untracked(|here| routes::my_then(&portal.id, here));
                go(&address, NavigateOptions { replace: true, ..NavigateOptions::default() });
            });
            let to_login = Callback::new(move |()| {
                let address = routes::login_then(&portal.id, &routes::company(&portal.id));
                navigate(&address, NavigateOptions { replace: true, ..NavigateOptions::default() });
            });
            view! { <CompanyDesk portal to_login to_consent/> }
        }/>
    }
}

/// A page of the administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    People,
    Info,
    Services,
    Logins,
    Log,
}

/// The ways between the pages: a master has the list and the log, the company itself also what is changed of it and its
/// services, and a member who showed its certificate these alone.
#[component]
fn Tabs(portal: &'static Portal, at: Part) -> impl IntoView {
    use crate::ui::link_tabs::{LinkTab, LinkTabs};
    let (words, company) = (admin_words(), company_login_words());
    let certified = is_certified(portal);
    let own = certified || use_session().company(&portal.id).is_some();
    let id = &portal.id;
    let tabs = [
        (!certified, Part::People, words.people, routes::company(id)),
        (own, Part::Info, company.edit, routes::company_part(id, "info")),
        (own, Part::Services, company.tab_services, routes::company_part(id, "services")),
        (own, Part::Logins, mine_words().logins, routes::company_part(id, "logins")),
        (!certified, Part::Log, words.log, routes::company_log(id)),
    ];
    let tabs = tabs.into_iter().filter(|(shown, ..)| *shown);
    let tabs = tabs.map(|(_, part, name, href)| LinkTab { name: name.to_owned(), href, current: part == at }).collect();
    view! { <LinkTabs label=words.menu tabs/> }
}

/// Whether a member is here who was linked by the company's certificate (manual row T16).
fn is_certified(portal: &Portal) -> bool {
    let member = use_session().member(&portal.id);
    member.is_some_and(|member| member.role.standing(member.linked_by) == Some(Standing::Certified))
}

/// The heading of every page.
#[component]
fn Heading(portal: &'static Portal) -> impl IntoView {
    let (words, own) = (admin_words(), company_login_words());
    let company = use_session().company(&portal.id).is_some();
    let (title, lead) = match (company, is_certified(portal)) {
        (true, _) => (own.title, own.lead_admin),
        (_, true) => (link_words().certified_title, link_words().certified_lead),
        _ => (words.title, words.lead),
    };
    view! { <PageHeading title lead/> }
}
