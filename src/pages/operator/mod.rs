//! What the agency's staff do for one portal: look at papers, receive originals, read the log.

pub mod act;
pub mod applications;
pub mod audit;
pub mod bar;
pub mod cells;
pub mod decide;
pub mod list;
pub mod login;
pub mod notice;
pub mod originals;
pub mod password;
pub mod receive;
pub mod rows;
pub mod sections;
pub mod site;
#[cfg(feature = "gallery")]
mod stories;
pub mod syncs;

#[cfg(feature = "gallery")]
pub use stories::STORIES;

use crate::i18n::words;
use crate::pages::load::WithPortal;
use crate::pages::not_found::NotFoundPage;
use crate::pages::part_of_address;
use crate::routes;
use crate::session::use_session;
use crate::ui::dynamic::dynamic;
use crate::ui::spinner::Spinner;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use sections::Section;
use site::OperatorSite;

/// The pages of a portal's operators.
#[component]
pub fn OperatorPage() -> impl IntoView {
    let id = part_of_address(0);
    view! {
        <WithPortal id children=move |portal: &'static Portal| {
            view! { <OperatorSite portal><SectionOfAddress portal/></OperatorSite> }
        }/>
    }
}

/// Where somebody is who may be here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It is not known yet who asks.
    Waiting,
    /// The login page.
    Login,
    /// The login was over while a page stood here: nothing of it stays in sight.
    Over,
    /// A page of operators.
    At(Section),
    /// No such page.
    Nowhere,
}

/// The page that the address names. Who is no operator of this portal is led to the login page, and who is, away from it.
#[component]
fn SectionOfAddress(portal: &'static Portal) -> impl IntoView {
    let session = use_session();
    let address = use_location().pathname;
    let place = Memo::new(move |before: Option<&Place>| {
        let name = address.with(|address| routes::part(address, 2).to_owned());
        let operator = session.operator(&portal.id).is_some();
        match Section::at(portal, &name) {
            _ if session.view.with(Option::is_none) => Place::Waiting,
            _ if name == "login" => Place::Login,
            None => Place::Nowhere,
            Some(section) if operator => Place::At(section),
            Some(_) if matches!(before, Some(Place::At(_) | Place::Over)) => Place::Over,
            Some(_) => Place::Login,
        }
    });
    let navigate = use_navigate();
    Effect::new(move || {
        let here = address.get();
        let (operator, at_login) = (session.operator(&portal.id).is_some(), here == routes::operator_login(&portal.id));
        let to = match place.get() {
            Place::Login if operator => routes::operator(&portal.id),
            Place::Login if !at_login => routes::operator_login(&portal.id),
            _ => return,
        };
        navigate(&to, NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
    dynamic(move || match place.get() {
        Place::Waiting => view! { <div class="waiting"><Spinner text=words().frame.loading/></div> }.into_any(),
        Place::Login => view! { <login::OperatorLoginForm portal/> }.into_any(),
        Place::Over => view! { <login::OperatorLoginRequired portal/> }.into_any(),
        Place::At(section) => section.view(portal),
        Place::Nowhere => view! { <NotFoundPage/> }.into_any(),
    })
}
