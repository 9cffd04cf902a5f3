//! "Same as …": takes over what was entered before, so that nothing is asked twice (KWCAG 7.3.4).

use super::source_input;
use crate::i18n::{field_words, local};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::wizard::bind::Binder;
use gaip_domain::facts::FieldInput;
use gaip_domain::portal::Field;
use leptos::prelude::*;

/// A button that copies the field named by `same_as`; nothing where there is none.
#[component]
pub fn SameAsButton(
    /// The step or product that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
    /// Its value.
    value: RwSignal<String>,
) -> impl IntoView {
    let source = field.same_as.as_deref()?;
    let copy = move |()| {
        if let Some(FieldInput::Text(text)) = source_input(binder, source) {
            value.set(text);
        }
    };
    Some(view! {
        <Button kind=ButtonKind::Text size=ButtonSize::Small on_click=copy>
            <span class="visually-hidden">{local(&field.label)} " "</span>
            {field_words().same_contact}
        </Button>
    })
}
