//! The new password of a sign-up.

use super::password_pair::PasswordPair;
use crate::i18n::{field_words, local};
use crate::wizard::bind::Binder;
use crate::wizard::judge::{confirm_name, has_password};
use gaip_domain::facts::FieldProblem;
use gaip_domain::portal::{Field, Input};
use leptos::prelude::*;

/// Both inputs and the rules.
#[component]
pub fn NewPasswordInput(
    /// The step that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
) -> impl IntoView {
    let answering = binder.answering;
    let draft = answering.draft;
    let words = field_words();
    let password = draft.secret(&field.name);
    let again_id = confirm_name(field);
    let again = draft.secret(&again_id);
    let kept = has_password(&draft, answering.step, field);
    let note = if kept { words.password_kept } else { words.password_retype };
    let hint = field.hint.as_ref().map_or(note.to_owned(), |hint| format!("{} {note}", local(hint)));
    let known = Signal::derive(move || {
        let login_id = answering.input.with(|input| input.text("login_id").to_owned());
        let number = draft.view.with(|view| view.facts.business_number().map(ToString::to_string));
        std::iter::once(login_id).chain(number).collect()
    });
    let forgive = move |name: String| {
        answering.problems.update(|problems: &mut Vec<FieldProblem>| problems.retain(|problem| problem.field != name));
    };
    let (first, second) = (field.name.clone(), again_id.clone());
    Effect::new(move |before: Option<()>| {
        password.track();
        if before.is_some() {
            forgive(first.clone());
        }
    });
    Effect::new(move |before: Option<()>| {
        again.track();
        if before.is_some() {
            forgive(second.clone());
        }
    });
    let (error, again_error) = (answering.error(field.name.clone()), answering.error(again_id.clone()));
    let optional = kept && field.input == Input::NewPassword;
    view! {
        <PasswordPair id=field.name.clone() again_id label=local(&field.label) hint password again policy=draft.policy
            known error again_error optional/>
    }
}
