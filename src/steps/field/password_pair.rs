//! A new password under the server's policy, typed twice, with the rules at hand (manual rows D63 to D67).

use crate::i18n::{field_words, fill, invalid_of};
use crate::ui::disclosure::Disclosure;
use crate::ui::dynamic::dynamic;
use crate::ui::field::PasswordField;
use gaip_domain::portal::Input;
use gaip_domain::value::{Invalid, PasswordPolicy};
use leptos::prelude::*;

/// Both inputs and the rules.
#[component]
pub fn PasswordPair(
    /// Id of the first input.
    id: String,
    /// Id of the second.
    again_id: String,
    /// Name of the first.
    label: String,
    /// What to know.
    hint: String,
    /// The password as typed.
    password: RwSignal<String>,
    /// As typed again.
    again: RwSignal<String>,
    /// The policy; none until it is here.
    policy: RwSignal<Option<PasswordPolicy>>,
    /// What must not be in it: login id, business number.
    known: Signal<Vec<String>>,
    /// What is wrong with the first.
    error: Signal<Option<String>>,
    /// What is wrong with the second.
    again_error: Signal<Option<String>>,
    /// May stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let words = field_words();
    // Told as it is typed: the rules need not be guessed (KRDS input form).
    let name = label.clone();
    let status = Signal::derive(move || {
        let typed = password.get();
        if typed.is_empty() {
            return None;
        }
        let known = known.get();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        match policy.with(|policy| policy.as_ref().map(|policy| policy.check(&typed, &known)))? {
            Ok(()) => Some((true, words.password_ok.to_owned())),
            Err(flaw) => Some((false, invalid_of(&name, &Input::NewPassword, Invalid::Password(flaw)))),
        }
    });
    view! {
        <PasswordField id label value=password hint error new=true status optional/>
        <Disclosure summary=words.password_rules>
            <ul>
                {dynamic(move || policy.with(|policy| policy.as_ref().map(|policy| {
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
