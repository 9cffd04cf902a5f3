//! The line that says a site is an official one. Only official sites may show it.

use leptos::prelude::*;

/// Its words are fixed by KRDS `02_01`, in every language of the page.
const SENTENCE: &str = "이 누리집은 대한민국 공식 전자정부 누리집입니다.";

/// Stands below the skip link and above the header.
#[component]
pub fn Masthead() -> impl IntoView {
    view! {
        <div class="masthead" lang="ko">
            <p class="container">{SENTENCE}</p>
        </div>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] =
    &[super::story::Story { name: "ui/masthead/specimen", view: || view! { <Masthead /> }.into_any() }];
