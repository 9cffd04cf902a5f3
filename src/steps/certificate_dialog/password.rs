//! The certificate's password (manual rows D57, W29, W30). It goes to the worker and nowhere else.

use super::choosing::{Choosing, Trouble};
use crate::i18n::{certificate_words, fill};
use crate::ui::field::PasswordField;
use gaip_contract::signer::Fault;
use leptos::prelude::*;

/// Id of the field.
pub const PASSWORD: &str = "certificate-password";
/// Wrong passwords after which it is told what a forgotten one means. Nothing is locked: whoever has the file can guess
/// elsewhere.
const OFTEN: u32 = 5;

/// The field, with how often it was wrong.
#[component]
pub fn PasswordPart(choosing: Choosing) -> impl IntoView {
    let words = certificate_words();
    let error = Signal::derive(move || match choosing.trouble.get()? {
        Trouble::NoPassword => Some(words.missing_password.to_owned()),
        Trouble::Fault(Fault::WrongPassword) => Some(wrong(choosing.tries.get())),
        _ => None,
    });
    let hint = [words.password_hint, words.password_first].join(" ");
    view! { <PasswordField id=PASSWORD label=words.password value=choosing.password hint error autocomplete="off"/> }
}

fn wrong(tries: u32) -> String {
    let words = certificate_words();
    fill(if tries < OFTEN { words.wrong_password } else { words.wrong_often }, tries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifth_wrong_password_is_told_what_a_forgotten_one_means() {
        assert!(wrong(4).contains("4회째") && wrong(4).contains("대소문자"));
        assert!(wrong(5).contains("5회") && wrong(5).contains("새로 발급"));
    }
}
