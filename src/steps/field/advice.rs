//! A warning about what is typed that stops nobody, such as on mail services that lose our mail (manual row W75).

use crate::i18n::local;
use crate::ui::dynamic::dynamic;
use crate::wizard::bind::Binder;
use gaip_domain::portal::{Advice, Field};
use leptos::prelude::*;

/// Says it while the typed text ends in a certain way.
#[component]
pub fn FieldAdvice(
    /// The step that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
    /// When to say what.
    advice: &'static Advice,
) -> impl IntoView {
    let applies = Memo::new(move |_| {
        binder.answering.input.with(|input| {
            let typed = input.text(&field.name).trim().to_lowercase();
            advice.endings.iter().any(|ending| typed.ends_with(ending.as_str()))
        })
    });
    view! {
        <p class="field__status" role="status">{dynamic(move || applies.get().then(|| local(&advice.text)))}</p>
    }
}
