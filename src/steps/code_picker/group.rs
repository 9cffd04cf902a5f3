//! A heading with the codes in it that were found.

use super::entry::Entry;
use super::picking::Picking;
use super::spelling::spelled;
use crate::i18n::{code_words, fill, list_words};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::icon::{Icon, Symbol};
use gaip_contract::bodies::CodeGroup;
use leptos::prelude::*;
use std::sync::Arc;

/// The heading, its best rows, and the way to the rest of it.
#[component]
pub fn Group(picking: Picking, group: CodeGroup, words: Arc<Vec<String>>) -> impl IntoView {
    let CodeGroup { heading, rows, more } = group;
    let rest = match (more, heading.children) {
        (0, false) => None,
        (0, true) => Some(code_words().open.to_owned()),
        (more, _) => Some(fill(list_words(picking.list).others, more)),
    };
    let rows = (!rows.is_empty()).then(|| {
        let rows = rows.into_iter().map(|row| view! { <li><Entry picking row words=words.clone()/></li> });
        view! { <ul class="code-group__rows">{rows.collect_view()}</ul> }
    });
    let rest = rest.map(|rest| {
        let (place, code) = (heading.clone(), spelled(picking.list, &heading.code));
        view! {
            <Button kind=ButtonKind::Text size=ButtonSize::Small on_click=move |()| picking.reveal(place.clone())>
                <span class="visually-hidden">{code} " "</span>
                {rest} <Icon symbol=Symbol::Next/>
            </Button>
        }
    });
    view! {
        <li class="code-group">
            <Entry picking row=heading words=words.clone()/>
            {rows}
            {rest}
        </li>
    }
}
