//! What a found code is worth, and whose list it is.

use super::picking::Picking;
use crate::i18n::list_words;
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;

/// Editions that come with the product are in our own words and owe nobody a line.
const BUILTIN: &str = "builtin";

/// The note, and the line that names the source of official data.
#[component]
pub fn Notes(picking: Picking) -> impl IntoView {
    let words = list_words(picking.list);
    let official = Memo::new(move |_| picking.finder.edition.with(|id| !id.is_empty() && !id.starts_with(BUILTIN)));
    view! {
        <div class="code-picker__note">
            <p>{words.note}</p>
            {dynamic(move || official.get().then(|| view! { <p>{words.source}</p> }))}
        </div>
    }
}
