//! "Same as …": takes over what was entered before, so that nothing is asked twice (KWCAG 7.3.4).

use crate::i18n::{field_words, local};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::wizard::bind::Binder;
use gaip_domain::facts::{Answer, FieldInput};
use gaip_domain::form;
use gaip_domain::portal::{Field, Step};
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

/// The typed input that a field of another step, or of this one, has at present.
pub(crate) fn source_input(binder: Binder, source: &str) -> Option<FieldInput> {
    let (step, name) = source.split_once('.')?;
    let draft = binder.answering.draft;
    let form = draft.journey.step(step).and_then(Step::form);
    let locked = form.and_then(|form| form.fields().find(|field| field.name == name));
    let known = locked.and_then(|field| draft.view.with_untracked(|view| form::known_already(field, &view.facts)));
    if let Some(value) = known {
        return form::as_input(&value);
    }
    let typed = draft.input(step).with_untracked(|input| input.fields.get(name).cloned());
    typed.or_else(|| {
        draft.view.with_untracked(|view| match view.facts.answers.get(step) {
            Some(Answer::Form(values)) => values.get(name).and_then(form::as_input),
            _ => None,
        })
    })
}
