//! A new secret of six digits, typed twice (manual rows T81, T87, T99).

use crate::i18n::{field_words, fill, local};
use crate::ui::field::PasswordField;
use crate::wizard::bind::Binder;
use crate::wizard::judge::{confirm_name, has_password};
use gaip_domain::portal::Field;
use leptos::prelude::*;

/// Both inputs.
#[component]
pub fn NewPinInput(
    /// The step that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
) -> impl IntoView {
    let answering = binder.answering;
    let words = field_words();
    let (first, second) = (field.name.clone(), confirm_name(field));
    let (pin, again) = (answering.draft.secret(&first), answering.draft.secret(&second));
    let kept = has_password(&answering.draft, answering.step, field);
    let note = if kept { words.pin_kept } else { words.pin_retype };
    let hint = field.hint.as_ref().map_or(note.to_owned(), |hint| format!("{} {note}", local(hint)));
    for (name, value) in [(first.clone(), pin), (second.clone(), again)] {
        Effect::new(move |before: Option<()>| {
            value.track();
            if before.is_some() {
                answering.problems.update(|problems| problems.retain(|problem| problem.field != name));
            }
        });
    }
    let label = local(&field.label);
    let (error, again_error) = (answering.error(first.clone()), answering.error(second.clone()));
    view! {
        <PasswordField id=first label=label.clone() value=pin hint error new=true digits=true optional=kept/>
        <PasswordField id=second label=fill(words.pin_confirm, label) value=again error=again_error new=true digits=true optional=kept/>
    }
}
