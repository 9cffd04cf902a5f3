//! One code that can be chosen: its digits, its names, its place, and why it was found.

use super::mark::marked;
use super::picking::Picking;
use super::spelling::{can_choose, label, other_label, path, spelled};
use crate::i18n::{code_words, fill};
use crate::ui::icon::{Icon, Symbol};
use gaip_contract::bodies::CodeRow;
use leptos::prelude::*;
use std::sync::Arc;

/// A button that takes the code, or leads below it where it cannot be taken itself.
#[component]
pub fn Entry(picking: Picking, row: CodeRow, words: Arc<Vec<String>>) -> impl IntoView {
    let text = code_words();
    let code = spelled(picking.list, &row.code);
    let (other, tag) = other_label(&row);
    let place = path(&row);
    let because = row.because.as_ref().map(|because| fill(text.because, because));
    let further = !can_choose(picking.list, &row);
    let own = row.code.clone();
    let pressed =
        (picking.max.is_some() && !further).then_some(move || if picking.has(&own) { "true" } else { "false" });
    view! {
        <button type="button" class="code-entry" aria-pressed=pressed on:click={
            let row = row.clone();
            move |_| picking.choose(&row)
        }>
            <span class="code-entry__code">{code}</span>
            <span class="code-entry__label">{marked(&label(&row), &words)}</span>
            {(!other.is_empty()).then(|| view! {
                <span class="code-entry__other" lang=tag>{marked(&other, &words)}</span>
            })}
            {(!place.is_empty()).then(|| view! { <span class="code-entry__path">{place}</span> })}
            {because.map(|because| view! { <span class="code-entry__because">{because}</span> })}
            {further.then(|| view! {
                <span class="code-entry__further">{text.open} <Icon symbol=Symbol::Next/></span>
            })}
            {picking.max.is_some().then(|| view! {
                <span class="code-entry__picked" aria-hidden="true"><Icon symbol=Symbol::Check/>{text.picked}</span>
            })}
        </button>
    }
}
