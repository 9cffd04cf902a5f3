//! The methods, of which one is taken (manual row K25).

use super::flow::Flow;
use crate::i18n::{identity_words, local};
use crate::ui::field::{RadioCard, RadioCards};
use leptos::prelude::*;

/// A card for each method; one that has ended says so and cannot be chosen (X7).
#[component]
pub fn MethodCards(
    /// The verification.
    flow: Flow,
) -> impl IntoView {
    let words = identity_words();
    let cards = flow.settings.methods.iter().map(|way| RadioCard {
        code: way.method.as_str().to_owned(),
        title: local(&way.title),
        text: way.text.iter().map(local).collect(),
        off: way.off.as_ref().map(local),
    });
    let error = flow.answering.error("method".to_owned());
    view! {
        <RadioCards id="method" label=words.method hint=words.method_hint.to_owned() value=flow.method
            cards=cards.collect() error/>
    }
}
