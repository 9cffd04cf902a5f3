//! What was searched instead, what to add to words that say too little, and what to try where nothing was found.

use super::picking::Picking;
use super::search_box::BrowseButton;
use crate::i18n::{advice, list_words, read_as};
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use leptos::prelude::*;

/// How the words were read, and what is to be added to them.
#[component]
pub fn Reading(picking: Picking) -> impl IntoView {
    let found = picking.finder.found;
    dynamic(move || {
        found.with(|found| {
            let found = found.as_ref()?;
            let reading = found.read_as.as_ref().map(|reading| read_as(&found.query, reading));
            let vague = found.vague.map(advice);
            (reading.is_some() || vague.is_some()).then(|| {
                view! {
                    <div class="code-reading">
                        {reading.map(|reading| view! { <p>{reading}</p> })}
                        {vague.map(|vague| view! { <p>{vague}</p> })}
                    </div>
                }
            })
        })
    })
}

/// What to try where nothing was found.
#[component]
pub fn Nothing(picking: Picking) -> impl IntoView {
    let words = list_words(picking.list);
    view! {
        <Empty title=words.none>
            <ul>
                <li>{words.try_plain}</li>
                <li>{words.try_use}</li>
                <li>{words.try_short}</li>
            </ul>
            <BrowseButton picking/>
        </Empty>
    }
}
