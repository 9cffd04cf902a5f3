//! Says that something is on its way. Only for waits of a second and more (KRDS `07_02`).

use crate::ui::dynamic::dynamic;
use leptos::prelude::*;

use super::words::ui_words;

/// A turning ring with words that are also announced.
#[component]
pub fn Spinner(
    /// Whether the wait is on. The region stays in the page so that its change is heard.
    #[prop(into, default = true.into())]
    active: Signal<bool>,
    /// What is awaited; "loading" unless told.
    #[prop(into, optional)]
    text: Option<String>,
) -> impl IntoView {
    let text = text.unwrap_or_else(|| ui_words().loading.to_owned());
    view! {
        <div class="spinner" role="status">
            {dynamic(move || {
                active
                    .get()
                    .then(|| {
                        view! {
                            <span class="spinner__ring" aria-hidden="true"></span>
                            <span class="spinner__text">{text.clone()}</span>
                        }
                    })
            })}
        </div>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[
    super::story::Story { name: "ui/spinner/active", view: || view! { <Spinner /> }.into_any() },
    super::story::Story {
        name: "ui/spinner/own-text",
        view: || view! { <Spinner text="사업자등록 상태를 확인하고 있습니다." /> }.into_any(),
    },
];
