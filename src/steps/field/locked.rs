//! A field that an earlier step knows already: shown with its value and why, not asked (manual rows K36, K37, T57).

use crate::i18n::{company_words, identity_words, local, social_words};
use crate::ui::field::{AddressField, TextField, Width};
use crate::wizard::bind::Binder;
use gaip_domain::facts::Value;
use gaip_domain::portal::Field;
use leptos::prelude::*;

/// The value, to read and to copy.
#[component]
pub fn LockedInput(
    /// The step that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
    /// What is known.
    value: Value,
) -> impl IntoView {
    let id = binder.key(&field.name);
    let label = local(&field.label);
    let by_company = field.company.is_some() && binder.answering.draft.facts().company_profile().is_some();
    let by_account = field.social.is_some() && binder.answering.draft.facts().social().is_some();
    let hint = match (by_company, by_account) {
        (true, _) => company_words().locked,
        (false, true) => social_words().locked,
        (false, false) => identity_words().locked,
    }
    .to_owned();
    match value {
        Value::Address { postcode, road, detail } => {
            let value = RwSignal::new(vec![postcode, road, detail]);
            view! { <AddressField id label value on_search=Callback::new(|()| {}) hint readonly=true/> }.into_any()
        }
        Value::Text(text) => {
            let width = if text.chars().count() > 14 { Width::Full } else { Width::Medium };
            view! { <TextField id label value=RwSignal::new(text) hint readonly=true width/> }.into_any()
        }
        // Nothing else is known of a company or of a person (`form::known_already`).
        _ => ().into_any(),
    }
}
