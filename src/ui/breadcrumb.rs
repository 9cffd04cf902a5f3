//! The way from the home page to this one.

use leptos::prelude::*;

use super::words::ui_words;

/// Breadcrumb links; the last entry is the page itself and no link.
#[component]
pub fn Breadcrumb(
    /// Name and address of each page above this one, from the home page down.
    links: Vec<(String, String)>,
    /// Name of this page.
    #[prop(into)]
    current: String,
) -> impl IntoView {
    let links = links.into_iter().map(|(name, href)| {
        view! {
            <li class="breadcrumb__item">
                <a href=href>{name}</a>
            </li>
        }
    });
    view! {
        <nav class="breadcrumb" aria-label=ui_words().breadcrumb>
            <ol class="breadcrumb__list">
                {links.collect_view()} <li class="breadcrumb__item" aria-current="page">
                    {current}
                </li>
            </ol>
        </nav>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/breadcrumb/three",
    view: || {
        let links = [("홈", "#"), ("마이페이지", "#my")].map(|(name, href)| (name.to_owned(), href.to_owned()));
        view! { <Breadcrumb links=links.to_vec() current="기업 관리자 승인" /> }.into_any()
    },
}];
