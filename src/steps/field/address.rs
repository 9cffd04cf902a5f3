//! An address: typed, or found by the search for addresses (manual row D87).

use super::address_search::AddressSearchDialog;
use super::is_optional;
use super::same_as::source_input;
use crate::i18n::{field_words, local};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::field::AddressField;
use crate::ui::focus::focus_soon;
use crate::wizard::bind::Binder;
use gaip_contract::bodies::AddressRow;
use gaip_domain::facts::FieldInput;
use gaip_domain::portal::Field;
use leptos::prelude::*;

/// Postcode, road address and detail, with the search.
#[component]
pub fn AddressInput(
    /// The step that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
) -> impl IntoView {
    let id = binder.key(&field.name);
    let value = binder.list(&field.name);
    let error = binder.answering.error(id.clone());
    let open = RwSignal::new(false);
    let detail = format!("{id}-detail");
    let choose = move |row: AddressRow| {
        // What was typed as the rest stays; the person looks at it next.
        let rest = value.with_untracked(|parts| parts.get(2).cloned()).unwrap_or_default();
        value.set(vec![row.postcode, row.road, rest]);
        open.set(false);
        let detail = detail.clone();
        focus_soon(detail);
    };
    view! {
        <AddressField id=id.clone() label=local(&field.label) value on_search=Callback::new(move |()| open.set(true))
            hint=field.hint.as_ref().map(local) error optional=is_optional(field)/>
        <SameAddress binder field value/>
        <AddressSearchDialog id=format!("{id}-search") open on_choose=choose/>
    }
}

/// Copies the address named by `same_as`; nothing where there is none.
#[component]
fn SameAddress(binder: Binder, field: &'static Field, value: RwSignal<Vec<String>>) -> impl IntoView {
    let words = field_words();
    let source = field.same_as.as_deref()?;
    let empty = RwSignal::new(false);
    let copy = move |()| match source_input(binder, source) {
        Some(FieldInput::List(parts)) if parts.iter().any(|part| !part.is_empty()) => {
            empty.set(false);
            value.set(parts);
        }
        _ => empty.set(true),
    };
    Some(view! {
        <div class="field__same">
            <Button kind=ButtonKind::Text size=ButtonSize::Small on_click=copy>{words.same_head_office}</Button>
            <span role="status">{move || empty.get().then_some(words.same_empty)}</span>
        </div>
    })
}
