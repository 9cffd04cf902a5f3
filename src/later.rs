//! What is fetched only once the first step is usable: the other steps, and pages that few sign-ups pass.
//!
//! With the feature `split` all that [`build`] alone reaches becomes a WebAssembly file of its own
//! (`crates/xtask/src/split.rs`). Without it, and natively, everything is in one piece and is built at once.

use crate::pages::account::session_bar::SessionDialog;
use crate::pages::account::{login::LoginPage, my::MyPage, not_for::NotForMember};
use crate::pages::company::CompanyPage;
use crate::pages::display::DisplayChoices;
use crate::pages::invitation::InvitationPage;
use crate::pages::operator::OperatorPage;
use crate::pages::portals::PortalsPage;
use crate::pages::sandbox::SandboxPage;
use crate::pages::terms::TermsPage;
use crate::steps;
use crate::wizard::answering::Answering;
use crate::wizard::cancel::CancelDialog;
use crate::wizard::draft::Draft;
use crate::wizard::forget::ForgetDialog;
use gaip_domain::portal::{Journey, Portal};
use leptos::prelude::*;

/// What can be built later.
#[derive(Clone, Copy)]
#[allow(clippy::large_enum_variant, reason = "a handle of a page, made once for each")]
pub enum Part {
    /// What a step asks.
    Step(Answering),
    /// What asks whether a sign-up is to be given up.
    Cancel(Draft),
    /// What the display settings offer.
    Settings,
    /// The question whether an answer may void others.
    Forget(Answering),
    /// The list of portals.
    Portals,
    /// What the sandbox "sent".
    Sandbox,
    /// Logging in.
    Login,
    /// The member's own page.
    My,
    /// A journey that is not for the member who came.
    NotForMember(&'static Portal, &'static Journey),
    /// The administration of the member's company.
    Company,
    /// An invitation to a company.
    Invitation,
    /// The pages of a portal's operators.
    Operator,
    /// A document of a portal.
    Terms,
    /// The end of a login, for those who are logged in.
    SessionDialog(&'static Portal),
    /// The gallery.
    #[cfg(feature = "gallery")]
    Gallery,
}

/// The one door to everything that comes later.
fn build(part: Part) -> AnyView {
    match part {
        Part::Step(answering) => steps::later(answering),
        Part::Cancel(draft) => view! { <CancelDialog draft/> }.into_any(),
        Part::Settings => view! { <DisplayChoices/> }.into_any(),
        Part::SessionDialog(portal) => view! { <SessionDialog portal/> }.into_any(),
        Part::Forget(answering) => view! { <ForgetDialog answering/> }.into_any(),
        Part::Sandbox => view! { <SandboxPage/> }.into_any(),
        Part::Portals => view! { <PortalsPage/> }.into_any(),
        Part::Login => view! { <LoginPage/> }.into_any(),
        Part::My => view! { <MyPage/> }.into_any(),
        Part::NotForMember(portal, journey) => view! { <NotForMember portal journey/> }.into_any(),
        Part::Company => view! { <CompanyPage/> }.into_any(),
        Part::Invitation => view! { <InvitationPage/> }.into_any(),
        Part::Operator => view! { <OperatorPage/> }.into_any(),
        Part::Terms => view! { <TermsPage/> }.into_any(),
        #[cfg(feature = "gallery")]
        Part::Gallery => crate::gallery::GalleryPage().into_any(),
    }
}

#[cfg(not(feature = "split"))]
mod whole {
    use super::{Part, build};
    use leptos::prelude::*;

    /// Shows a part, which is here already.
    #[component]
    pub fn Later(
        /// What to show.
        part: Part,
    ) -> impl IntoView {
        build(part)
    }

    /// Nothing is to be fetched.
    pub fn prefetch() {}
}
#[cfg(not(feature = "split"))]
pub use whole::{Later, prefetch};

#[cfg(feature = "split")]
mod split;
#[cfg(feature = "split")]
pub use split::{Later, prefetch};
