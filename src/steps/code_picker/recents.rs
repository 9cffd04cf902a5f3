//! Codes that were chosen before, while nothing is searched for.

use super::entry::Entry;
use super::picking::Picking;
use super::recent;
use super::search_box::BOX;
use crate::i18n::code_words;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_id;
use leptos::prelude::*;
use std::sync::Arc;

/// The codes, and a button that forgets them.
#[component]
pub fn Recents(picking: Picking) -> impl IntoView {
    let words = code_words();
    let shown = Memo::new(move |_| {
        picking.finder.query.with(|query| query.trim().is_empty()) && picking.recent.with(|r| !r.is_empty())
    });
    let forget = move |()| {
        recent::forget(picking.list);
        picking.recent.set(Vec::new());
        focus_id(BOX);
    };
    let rows = move || {
        let rows = picking.recent.get().into_iter();
        rows.map(|row| view! { <li class="code-group"><Entry picking row words=Arc::default()/></li> }).collect_view()
    };
    dynamic(move || {
        shown.get().then(|| {
            view! {
                <section class="code-recent" aria-labelledby="code-picker-recent">
                    <div class="code-recent__head">
                        <h3 id="code-picker-recent">{words.recent}</h3>
                        <Button kind=ButtonKind::Text size=ButtonSize::Small on_click=forget>
                            <span class="visually-hidden">{words.recent} " "</span>
                            {words.forget_recent}
                        </Button>
                    </div>
                    <ul class="code-groups">{rows}</ul>
                </section>
            }
        })
    })
}
