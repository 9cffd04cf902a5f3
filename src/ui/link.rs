//! Links that leave the page.

use leptos::prelude::*;

use super::icon::{Icon, Symbol};
use super::words::ui_words;

/// A link into a new window, which it says in words (KWCAG 7.2.1).
#[component]
pub fn NewWindowLink(
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// Words of the link.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <a href=href target="_blank" rel="noopener">
            {text}
            // The icon never stands alone on a line.
            "\u{2060}"
            <Icon symbol=Symbol::NewWindow />
            <span class="visually-hidden">{ui_words().new_window}</span>
        </a>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/link/new-window",
    view: || {
        view! { <p>"자세한 내용은 "<NewWindowLink href="#" text="국세청 홈택스" />"에서 확인해 주세요."</p> }.into_any()
    },
}];
