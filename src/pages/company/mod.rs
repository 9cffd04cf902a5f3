//! The administration of the member's company (manual rows K18 to K20, T97, T100).

mod acts;
mod approval_form;
pub mod approval_shown;
mod areas;
mod conflict;
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
use gaip_domain::permission::{Service, Standing};
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

/// Where whoever is logged in stands in the table of permissions.
fn standing(portal: &Portal) -> Option<Standing> {
    let session = use_session();
    if session.company(&portal.id).is_some() {
        return Some(Standing::Company);
    }
    let member = session.member(&portal.id)?;
    member.role.standing(member.linked_by)
}

/// The ways between the pages that somebody may use.
#[component]
fn Tabs(portal: &'static Portal, at: Part) -> impl IntoView {
    use crate::ui::link_tabs::{LinkTab, LinkTabs};
    let (words, own) = (admin_words(), company_login_words());
    let standing = standing(portal);
    let may = |service| standing.is_some_and(|standing| standing.may(service));
    let manages = may(Service::EndRelations);
    let id = &portal.id;
    let tabs = [
        (
            standing != Some(Standing::Certified),
            Part::People,
            if manages { words.people } else { words.overview },
            routes::company(id),
        ),
        (may(Service::EditCompany), Part::Info, own.edit, routes::company_part(id, "info")),
        (may(Service::Mileage), Part::Services, own.tab_services, routes::company_part(id, "services")),
        (standing == Some(Standing::Company), Part::Logins, mine_words().logins, routes::company_part(id, "logins")),
        (manages, Part::Log, words.log, routes::company_log(id)),
    ];
    let tabs = tabs.into_iter().filter(|(shown, ..)| *shown);
    let tabs = tabs.map(|(_, part, name, href)| LinkTab { name: name.to_owned(), href, current: part == at }).collect();
    view! { <LinkTabs label=words.menu tabs/> }
}

/// Whether a member is here who was linked by the company's certificate (manual row T16).
fn is_certified(portal: &Portal) -> bool {
    standing(portal) == Some(Standing::Certified)
}

/// The heading of every page.
#[component]
fn Heading(portal: &'static Portal) -> impl IntoView {
    let (words, own) = (admin_words(), company_login_words());
    let (title, lead) = match standing(portal) {
        Some(Standing::Company) => (own.title, own.lead_admin),
        Some(Standing::Certified) => (link_words().certified_title, link_words().certified_lead),
        Some(standing) if !standing.may(Service::EndRelations) => (words.title, words.lead_member),
        _ => (words.title, words.lead),
    };
    view! { <PageHeading title lead/> }
}
