//! A telephone number: its first part chosen, the rest typed.

use super::Choice;
use super::frame::GroupFrame;
use super::input_box::{InputBox, Typed, Width};
use super::parts::Parts;
use super::select_box::SelectBox;
use crate::ui::words::ui_words;
use leptos::prelude::*;

/// A Korean telephone number. The value is what was typed, `042-820-9623`; a whole number that
/// was pasted or filled in, with or without `+82`, spreads over the two boxes.
#[component]
pub fn PhoneField(
    /// Id of the first part; the rest is `-rest`.
    #[prop(into)]
    id: String,
    /// Always visible name; says which number.
    #[prop(into)]
    label: String,
    /// First part, hyphen, rest; only the rest while no first part is chosen.
    value: RwSignal<String>,
    /// First parts to choose from.
    prefixes: Vec<String>,
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
    let words = ui_words();
    let known = StoredValue::new(prefixes.clone());
    let parts = Parts::new(value, move |phone| known.with_value(|known| split(phone, known)), join);
    let spread = move || {
        if let Some(phone) = known.with_value(|known| whole(&parts.now(1), known)) {
            parts.spread(phone);
        }
    };
    let typed = move |typed: Typed| {
        parts.put(1, typed.text());
        if typed.whole() {
            spread();
        }
    };
    let options = prefixes.into_iter().map(|prefix| Choice::new(prefix.clone(), prefix)).collect();
    let rest = format!("{id}-rest");
    view! {
        <GroupFrame id=id.clone() label hint error optional readonly on_blur>
            <div class="field__row">
                <SelectBox
                    id
                    value=parts.text(0)
                    on_change=move |prefix| parts.put(0, prefix)
                    options
                    empty=words.phone_prefix.to_owned()
                    label=words.phone_prefix.to_owned()
                    class="input input--prefix"
                />
                <InputBox
                    id=rest
                    value=parts.text(1)
                    on_input=typed
                    on_blur=move |()| spread()
                    kind="tel"
                    inputmode="tel"
                    autocomplete="tel-national"
                    label=words.phone_rest.to_owned()
                    width=Width::Medium
                />
            </div>
        </GroupFrame>
    }
}

fn split(phone: &str, known: &[String]) -> [String; 2] {
    match phone.split_once('-') {
        Some((prefix, rest)) if known.iter().any(|known| known == prefix) => [prefix.to_owned(), rest.to_owned()],
        _ => [String::new(), phone.to_owned()],
    }
}

fn join([prefix, rest]: &[String; 2]) -> String {
    if prefix.is_empty() { rest.clone() } else { [prefix, "-", rest].concat() }
}

/// A whole number in one text, split at the longest known first part.
fn whole(text: &str, known: &[String]) -> Option<[String; 2]> {
    let mut digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if let Some(national) = digits.strip_prefix("0082").or(digits.strip_prefix("82")) {
        digits = ["0", national.trim_start_matches('0')].concat();
    }
    let prefix = known.iter().filter(|prefix| digits.starts_with(*prefix)).max_by_key(|prefix| prefix.len())?;
    let rest = &digits[prefix.len()..];
    if !(7..=8).contains(&rest.len()) {
        return None;
    }
    let (exchange, line) = rest.split_at(rest.len() - 4);
    Some([prefix.clone(), [exchange, "-", line].concat()])
}

/// States of [`PhoneField`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn areas() -> Vec<String> {
        ["02", "031", "032", "042", "051", "070", "010"].map(str::to_owned).into()
    }
    fn phone(phone: &str) -> RwSignal<String> {
        RwSignal::new(phone.to_owned())
    }
    &[
        Story {
            name: "ui/phone/empty",
            view: || {
                view! { <PhoneField id="phone" label="회사 전화번호" value=phone("") prefixes=areas()/> }.into_any()
            },
        },
        Story {
            name: "ui/phone/filled-optional",
            view: || {
                view! {
                    <PhoneField id="phone-2" label="팩스 번호" value=phone("042-820-9623") prefixes=areas() optional=true/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/phone/error",
            view: || {
                view! {
                    <PhoneField id="phone-3" label="담당자 휴대전화" value=phone("010-1234") prefixes=areas()
                        hint="인증번호를 받을 번호입니다.".to_owned() error="번호 7~8자리를 모두 입력해 주세요."/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/phone/readonly",
            view: || {
                view! {
                    <PhoneField id="phone-4" label="휴대전화" value=phone("010-1234-5678") prefixes=areas() readonly=true/>
                }
                .into_any()
            },
        },
    ]
};

#[cfg(test)]
mod tests {
    use super::{join, split, whole};

    fn known() -> Vec<String> {
        ["02", "042", "010", "070"].map(str::to_owned).into()
    }

    #[test]
    fn a_partial_number_keeps_what_was_typed() {
        for phone in ["", "042-", "042-820", "8209623", "820-9623", "999-1"] {
            assert_eq!(join(&split(phone, &known())), phone);
        }
    }

    #[test]
    fn a_pasted_number_spreads_over_the_boxes() {
        let daejeon = Some(["042".to_owned(), "820-9623".to_owned()]);
        for phone in ["042-820-9623", "0428209623", "+82 42 820 9623", "+82(0)42-820-9623", "0082428209623"] {
            assert_eq!(whole(phone, &known()), daejeon, "{phone}");
        }
        assert_eq!(whole("+82-10-1234-5678", &known()), Some(["010".to_owned(), "1234-5678".to_owned()]));
        assert_eq!(whole("02-312-4567", &known()), Some(["02".to_owned(), "312-4567".to_owned()]));
    }

    #[test]
    fn the_rest_alone_stays_where_it_was_typed() {
        for rest in ["820-9623", "8209623", "1234-5678", "0428", "02-820"] {
            assert_eq!(whole(rest, &known()), None, "{rest}");
        }
    }
}
