//! A new password under the server's policy, typed twice (manual rows D63 to D67).

use crate::i18n::{field_words, fill, invalid, local};
use crate::ui::disclosure::Disclosure;
use crate::ui::dynamic::dynamic;
use crate::ui::field::PasswordField;
use crate::wizard::bind::Binder;
use crate::wizard::judge::{confirm_name, has_password};
use gaip_domain::facts::FieldProblem;
use gaip_domain::portal::{Field, Input};
use gaip_domain::value::Invalid;
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
    let login_id = move || {
        let ids = answering.input.with(|input| input.text("login_id").to_owned());
        let number = draft.view.with(|view| view.facts.business_number().map(ToString::to_string));
        (ids, number.unwrap_or_default())
    };
    // Told as it is typed: the rules need not be guessed (KRDS input form).
    let verdict = move || {
        let typed = password.get();
        let (id, number) = login_id();
        draft.policy.with(|policy| policy.as_ref().map(|p| p.check(&typed, &[&id, &number])))
    };
    let status = Signal::derive(move || {
        if password.with(String::is_empty) {
            return None;
        }
        match verdict()? {
            Ok(()) => Some((true, words.password_ok.to_owned())),
            Err(flaw) => Some((false, invalid(field, Invalid::Password(flaw)))),
        }
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
    let error = answering.error(field.name.clone());
    let again_error = answering.error(again_id.clone());
    let optional = kept && field.input == Input::NewPassword;
    view! {
        <PasswordField id=field.name.clone() label=local(&field.label) value=password hint error new=true status optional/>
        <Disclosure summary=words.password_rules>
            <ul>
                {dynamic(move || draft.policy.with(|policy| policy.as_ref().map(|policy| {
                    view! { <li>{fill(words.password_rule_length, policy.min_length)}</li> }
                })))}
                <li>{words.password_rule_digits}</li>
                <li>{words.password_rule_common}</li>
                <li>{words.password_rule_personal}</li>
                <li>{words.password_rule_any}</li>
            </ul>
        </Disclosure>
        <PasswordField id=again_id label=words.password_confirm value=again error=again_error new=true optional/>
    }
}
