//! What every page of an account does when it comes: its portal is read, its title is told.

use crate::i18n::local;
use crate::pages::load::WithPortal;
use crate::pages::part_of_address;
use crate::pages::site::Site;
use crate::ui::focus::focus_id;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// A page in the site of the address's portal.
#[component]
pub fn AccountPage<F, V>(
    /// The page.
    children: F,
) -> impl IntoView
where
    F: Fn(&'static Portal) -> V + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let id = part_of_address(0);
    view! {
        <WithPortal id children=move |portal: &'static Portal| {
            let children = children.clone();
            view! { <Site portal>{children(portal)}</Site> }
        }/>
    }
}

/// The title names the page, and the focus goes to its heading, as after loading a page.
pub fn arrive(portal: &'static Portal, title: impl Into<String>) {
    let title = title.into();
    Effect::new(move || {
        document().set_title(&format!("{title} - {}", local(&portal.name)));
        request_animation_frame(|| {
            focus_id("page-title");
        });
    });
}
