//! The search box of the picker (manual rows D118 to D120).

use super::finder::{Finder, Way};
use super::results;
use crate::i18n::{ui_words, words};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::field::TextField;
use crate::ui::focus::{focus_id, focus_soon};
use crate::ui::ime::is_composing;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Id of the search box.
pub const BOX: &str = "hs-picker-query";

/// Box and button; results come while typing, syllables under way included.
#[component]
pub fn SearchPart(finder: Finder) -> impl IntoView {
    let words = &words().products;
    Effect::new(move |before: Option<()>| {
        finder.query.track();
        if before.is_some() {
            finder.begin_soon();
        }
    });
    // The dialog stands in the form of the step, which this Enter must not submit.
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            if !is_composing(&event) {
                finder.begin();
            }
        }
        "ArrowDown" if !is_composing(&event) && focus_id(&results::row_id(0)) => event.prevent_default(),
        _ => {}
    };
    view! {
        <div role="search" class="search-box" on:keydown=key>
            <TextField id=BOX label=words.hs_query value=finder.query kind="search" inputmode="search"
                hint=words.hs_hint.to_owned()>
                <Button size=ButtonSize::Medium on_click=move |()| finder.begin()>{ui_words().search}</Button>
            </TextField>
        </div>
        <BrowseButton finder/>
    }
}

/// Leads from words to chapters.
#[component]
pub fn BrowseButton(finder: Finder) -> impl IntoView {
    let browse = move |()| {
        finder.go(Way::Browse);
        focus_soon(super::browse::PLACE);
    };
    view! {
        <Button kind=ButtonKind::Text size=ButtonSize::Small on_click=browse>{words().products.hs_browse}</Button>
    }
}
