//! Contexts and addresses.

use crate::i18n;
use crate::pages::account::{login::LoginPage, my::MyPage};
use crate::pages::home::HomePage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::portals::PortalsPage;
use crate::pages::signup::SignupPage;
use crate::pages::terms::TermsPage;
use crate::preferences::Preferences;
use crate::session::Session;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

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
    let session = Session::new();
    provide_context(session);
    session.refresh();
    view! {
        <Router>
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/") view=PortalsPage/>
                <Route path=path!("/gallery") view=GalleryRoute/>
                <Route path=path!("/:portal") view=HomePage/>
                <Route path=path!("/:portal/signup/:journey/:step?") view=SignupPage/>
                <Route path=path!("/:portal/login") view=LoginPage/>
                <Route path=path!("/:portal/my") view=MyPage/>
                <Route path=path!("/:portal/terms/:terms") view=TermsPage/>
            </FlatRoutes>
        </Router>
    }
}

/// The gallery, where it is built in; its address is no page otherwise.
#[component]
fn GalleryRoute() -> impl IntoView {
    #[cfg(feature = "gallery")]
    return crate::gallery::GalleryPage();
    #[cfg(not(feature = "gallery"))]
    NotFoundPage()
}
