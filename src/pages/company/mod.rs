//! The administration of the member's company (manual rows K18 to K20, T97, T100).

mod acts;
mod desk;
mod dialogs;
mod employees;
mod list;
mod log;
mod offer;
mod overview;
mod row;
mod said;
mod search;
#[cfg(feature = "gallery")]
mod stories;

pub use offer::MyOffer;
#[cfg(feature = "gallery")]
pub use stories::STORIES;

use crate::i18n::admin_words;
use crate::pages::account::next::login_then;
use crate::pages::account::page::AccountPage;
use crate::routes;
use desk::CompanyDesk;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The page. Who is not logged in is led to the login page and back.
#[component]
pub fn CompanyPage() -> impl IntoView {
    let navigate = use_navigate();
    view! {
        <AccountPage children=move |portal: &'static Portal| {
            let navigate = navigate.clone();
            let go = navigate.clone();
            // My page asks for it.
            let to_consent = Callback::new(move |()| go(&routes::my(&portal.id), NavigateOptions::default()));
            let to_login = Callback::new(move |()| {
                let address = login_then(&portal.id, &routes::company(&portal.id));
                navigate(&address, NavigateOptions { replace: true, ..NavigateOptions::default() });
            });
            view! { <CompanyDesk portal to_login to_consent/> }
        }/>
    }
}

/// The ways between the list and the log.
#[component]
fn Tabs(portal: &'static Portal, log: bool) -> impl IntoView {
    use crate::ui::link_tabs::{LinkTab, LinkTabs};
    let words = admin_words();
    let tab = |name: &str, href, current| LinkTab { name: name.to_owned(), href, current };
    let tabs = vec![
        tab(words.people, routes::company(&portal.id), !log),
        tab(words.log, routes::company_log(&portal.id), log),
    ];
    view! { <LinkTabs label=words.menu tabs/> }
}
