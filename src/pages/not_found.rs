//! An address that leads nowhere.

use crate::i18n::words;
use crate::routes;
use crate::ui::button::LinkButton;
use crate::ui::page_heading::PageHeading;
use leptos::prelude::*;

/// Says so, and leads to the start. The page that it stands on has the `<main>`.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let frame = &words().frame;
    view! {
        <PageHeading title=frame.not_found lead=frame.not_found_text/>
        <LinkButton href=routes::HOME>{frame.go_home}</LinkButton>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] =
    &[crate::ui::story::Story { name: "pages/not-found", view: || view! { <NotFoundPage/> }.into_any() }];
