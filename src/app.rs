//! Contexts and addresses.

use crate::i18n;
use crate::later::{Later, Part};
use crate::pages::home::HomePage;
use crate::pages::load::Bare;
use crate::pages::not_found::NotFoundPage;
use crate::pages::signup::SignupPage;
use crate::preferences::Preferences;
use crate::routes::{self, Page};
use crate::session::Session;
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Router;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::Location;
use leptos_router::params::ParamsMap;

/// Takes the place of the shell that `index.html` has painted.
pub fn mount() {
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
    leptos::mount::mount_to_body(App);
}

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    provide_context(Preferences::load());
    provide_context(i18n::ui_words());
    #[cfg(feature = "gallery")]
    crate::gallery::demo::resume();
    let session = Session::new();
    provide_context(session);
    session.refresh();
    #[cfg(feature = "gallery")]
    return view! { <Router><PageOfAddress/><crate::gallery::demo::DemoBar/></Router> };
    #[cfg(not(feature = "gallery"))]
    return view! { <Router><PageOfAddress/></Router> };
}

/// The page of the address; it is built anew when another page, portal or journey is asked for, not for another part of
/// the same.
#[component]
fn PageOfAddress() -> impl IntoView {
    let location = use_location();
    follow_in_address_bar(location.clone());
    let address = location.pathname;
    let page = Memo::new(move |_| {
        address.with(|address| {
            let page = routes::page(address);
            let journey = if page == Page::Signup { routes::part(address, 2) } else { "" };
            (page, routes::part(address, 0).to_owned(), journey.to_owned())
        })
    });
    dynamic(move || match page.get().0 {
        Page::Portals => view! { <Later part=Part::Portals/> }.into_any(),
        Page::Gallery => view! { <GalleryRoute/> }.into_any(),
        Page::Sandbox => view! { <Later part=Part::Sandbox/> }.into_any(),
        Page::Home => view! { <HomePage/> }.into_any(),
        Page::Signup => view! { <SignupPage/> }.into_any(),
        Page::Login => view! { <Later part=Part::Login/> }.into_any(),
        Page::My => view! { <Later part=Part::My/> }.into_any(),
        Page::Company => view! { <Later part=Part::Company/> }.into_any(),
        Page::Invitation => view! { <Later part=Part::Invitation/> }.into_any(),
        Page::Operator => view! { <Later part=Part::Operator/> }.into_any(),
        Page::Terms => view! { <Later part=Part::Terms/> }.into_any(),
        Page::Nowhere => view! { <Bare><NotFoundPage/></Bare> }.into_any(),
    })
}

/// Puts the page that a link led to into the address bar and the history, which the router leaves to its own `Routes`.
fn follow_in_address_bar(to: Location) {
    let navigate = use_navigate();
    Effect::new(move || {
        let path = to.pathname.get();
        if window().location().pathname().is_ok_and(|shown| shown != path) {
            let url = [path, to.query.with_untracked(ParamsMap::to_query_string), to.hash.get_untracked()].concat();
            navigate(&url, NavigateOptions::default());
        }
    });
}

/// The gallery, where it is built in; its address is no page otherwise.
#[component]
fn GalleryRoute() -> impl IntoView {
    #[cfg(feature = "gallery")]
    return view! { <Later part=Part::Gallery/> };
    #[cfg(not(feature = "gallery"))]
    return view! { <Bare><NotFoundPage/></Bare> };
}
