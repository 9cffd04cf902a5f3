//! A count or an amount.

use super::frame::FieldFrame;
use super::input_box::{InputBox, Typed, Width};
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;

/// Digits with a unit. Long numbers are read back in groups below the input, which itself is
/// never rewritten.
#[component]
pub fn NumberField(
    /// Id and name.
    #[prop(into)]
    id: String,
    /// Always visible name.
    #[prop(into)]
    label: String,
    /// The text as typed.
    value: RwSignal<String>,
    /// What is counted: 명, 백만원.
    #[prop(into)]
    unit: String,
    /// What to enter.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// May stay empty.
    #[prop(optional)]
    optional: bool,
    /// Shown, not changed.
    #[prop(optional)]
    readonly: bool,
    /// The focus left the field.
    #[prop(optional_no_strip, into)]
    on_blur: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <FieldFrame id=id.clone() label hint error optional readonly on_blur>
            <NumberBox id value on_input=move |text| value.set(text) unit/>
        </FieldFrame>
    }
}

/// The input, its unit, and the number read back.
#[component]
pub(super) fn NumberBox(
    id: String,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    unit: String,
) -> impl IntoView {
    let reading = unit.clone();
    view! {
        <div class="field__row">
            <InputBox
                id
                value
                on_input=move |typed: Typed| on_input.run(typed.text())
                inputmode="numeric"
                width=Width::Short
            />
            <span class="field__unit">{unit}</span>
            <span class="field__reading">
                {dynamic(move || value.with(|text| read_back(text)).map(|number| [&number, reading.as_str()].concat()))}
            </span>
        </div>
    }
}

/// The number in groups of three, from five digits on, where counting them gets hard.
fn read_back(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|letter| !matches!(letter, ',' | ' ')).collect();
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits.as_str()), |digits| ("-", digits));
    if digits.len() < 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some([sign, &in_thousands(digits)].concat())
}

/// Digits in groups of three.
pub fn in_thousands(digits: &str) -> String {
    let mut number = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            number.push(',');
        }
        number.push(digit);
    }
    number
}

/// States of [`NumberField`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn number(number: &str) -> RwSignal<String> {
        RwSignal::new(number.to_owned())
    }
    &[
        Story {
            name: "ui/number/empty",
            view: || {
                view! { <NumberField id="staff" label="상시 근로자 수" value=number("") unit="명" optional=true/> }
                    .into_any()
            },
        },
        Story {
            name: "ui/number/filled",
            view: || {
                view! { <NumberField id="capital" label="자본금" value=number("1234500") unit="백만원"/> }.into_any()
            },
        },
        Story {
            name: "ui/number/error",
            view: || {
                view! {
                    <NumberField id="staff-2" label="상시 근로자 수" value=number("열두") unit="명"
                        error="숫자만 입력해 주세요."/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/number/readonly",
            view: || {
                view! { <NumberField id="staff-3" label="상시 근로자 수" value=number("12") unit="명" readonly=true/> }
                    .into_any()
            },
        },
    ]
};

#[cfg(test)]
mod tests {
    use super::read_back;

    #[test]
    fn long_numbers_are_read_back_in_groups() {
        assert_eq!(read_back("12345").as_deref(), Some("12,345"));
        assert_eq!(read_back("1,234567").as_deref(), Some("1,234,567"));
        assert_eq!(read_back("-123456").as_deref(), Some("-123,456"));
    }

    #[test]
    fn short_numbers_and_words_are_not() {
        for text in ["", "1234", "약 12345", "12345.6"] {
            assert_eq!(read_back(text), None, "{text}");
        }
    }
}
