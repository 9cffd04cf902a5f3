//! Browsing from section to chapter to heading, with a way back.

use super::finder::{Finder, Way};
use super::search;
use crate::i18n::{local, words};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::focus::focus_soon;
use leptos::prelude::*;

/// Id of the heading that says where one is.
pub const PLACE: &str = "hs-picker-place";

/// Where one is, and the ways up and back to the search.
#[component]
pub fn BrowsePart(finder: Finder) -> impl IntoView {
    let words = &words().products;
    let place = move || {
        finder.trail.with(|trail| {
            let names = trail.iter().map(|row| format!("{} {}", row.code, local(&row.label)));
            names.reduce(|above, below| format!("{above} › {below}")).unwrap_or_else(|| words.hs_root.to_owned())
        })
    };
    let up = move |()| {
        finder.back();
        focus_soon(PLACE);
    };
    let search = move |()| {
        finder.go(Way::Search);
        focus_soon(search::BOX);
    };
    view! {
        <div class="hs__ways">
            {move || finder.trail.with(|trail| !trail.is_empty()).then(|| view! {
                <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=up>{words.hs_back}</Button>
            })}
            <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=search>{words.hs_search_instead}</Button>
        </div>
        <h3 class="hs__place" id=PLACE tabindex="-1">{place}</h3>
    }
}
