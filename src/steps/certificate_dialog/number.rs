//! The business number by which the certificate's owner is proved (manual rows W34, W35, X29).

use super::choosing::{Choosing, Trouble};
use crate::i18n::{certificate_words, financial_words};
use crate::ui::field::DigitsField;
use gaip_domain::text::digits;
use leptos::prelude::*;

/// Id of the field.
pub const NUMBER: &str = "certificate-number";
/// Digits of a resident registration number, which nobody may collect.
const RESIDENT: usize = 13;

/// The field, where the number is asked for. A number of thirteen digits is dropped as soon as it is typed.
#[component]
pub fn NumberPart(choosing: Choosing) -> impl IntoView {
    let words = certificate_words();
    let value = choosing.number;
    let dropped = RwSignal::new(false);
    Effect::new(move || {
        if value.with(|value| is_resident(value)) {
            value.set(String::new());
            dropped.set(true);
        } else if value.with(|value| !value.is_empty()) {
            dropped.set(false);
        }
    });
    let error = Signal::derive(move || {
        if dropped.get() {
            return Some(words.number_dropped.to_owned());
        }
        (choosing.trouble.get() == Some(Trouble::Number)).then(|| words.number_wrong.to_owned())
    });
    let (label, hint) = if choosing.checks_owner() {
        (financial_words().owner_title, financial_words().owner_hint)
    } else {
        (words.number, words.number_hint)
    };
    choosing.asks_number().then(|| {
        view! {
            <DigitsField id=NUMBER label value groups=&[3, 2, 5] hint=hint.to_owned() error/>
        }
    })
}

/// Whether what was typed could be a resident registration number.
pub fn is_resident(typed: &str) -> bool {
    digits(typed).len() >= RESIDENT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirteen_digits_are_dropped_however_they_are_spelled() {
        assert!(is_resident("9913011234567") && is_resident("991301-1234567"));
        assert!(!is_resident("124-81-00998") && !is_resident("124810099812"));
    }
}
