//! 법인등록번호: a check digit that does not fit is a warning only (manual row D86).

use super::is_optional;
use crate::i18n::{field_words, local};
use crate::ui::dynamic::dynamic;
use crate::ui::field::DigitsField;
use crate::wizard::bind::Binder;
use gaip_domain::portal::Field;
use gaip_domain::value::CorporationNumber;
use leptos::prelude::*;

/// The input and its warning.
#[component]
pub fn CorporationNumberInput(
    /// The step that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
) -> impl IntoView {
    let id = binder.key(&field.name);
    let error = binder.answering.error(id.clone());
    view! { <CorporationField id field value=binder.text(&field.name) error/> }
}

/// The same, wherever it is typed.
#[component]
pub fn CorporationField(
    /// Id of the input on the page.
    id: String,
    /// The field.
    field: &'static Field,
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let doubtful = move || value.with(|raw| CorporationNumber::parse(raw).is_ok_and(|n| !n.has_check_digit()));
    view! {
        <DigitsField id label=local(&field.label) value groups=&[6, 7] hint=field.hint.as_ref().map(local) error
            optional=is_optional(field)/>
        <p class="field__status" role="status">{dynamic(move || doubtful().then_some(field_words().corporation_check))}</p>
    }
}
