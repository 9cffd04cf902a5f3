//! Digits in groups: business numbers, corporation numbers.

use super::frame::FieldFrame;
use super::input_box::{InputBox, Typed, Width};
use leptos::prelude::*;

/// Digits that are shown in groups while they are typed. Anything else that was typed stays as it
/// is: the hyphens come only between digits, and never in the middle of a composed syllable.
#[component]
pub fn DigitsField(
    /// Id and name.
    #[prop(into)]
    id: String,
    /// Always visible name.
    #[prop(into)]
    label: String,
    /// The text as shown, hyphens included.
    value: RwSignal<String>,
    /// Lengths of the groups: 3-2-5 for a business number, 6-7 for a corporation number.
    groups: &'static [usize],
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
    /// Stands behind the input: a button such as 조회.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let typed = move |typed: Typed| {
        let text = typed.text();
        let shown = if typed.composing { None } else { grouped(&text, groups) };
        if let Some(shown) = &shown
            && *shown != text
        {
            let caret = typed.input.selection_start().ok().flatten().unwrap_or_default() as usize;
            let mut caret = caret_after(shown, text.chars().take(caret).filter(char::is_ascii_digit).count());
            // The key removed only the hyphen behind the caret, which came back: step over it.
            if typed.how == "deleteContentForward" && shown[caret..].starts_with('-') {
                caret += 1;
            }
            typed.input.set_value(shown);
            let caret = u32::try_from(caret).unwrap_or_default();
            // Fails only on input types without a caret, and this one is text.
            let _ = typed.input.set_selection_range(caret, caret);
        }
        value.set(shown.unwrap_or(text));
    };
    view! {
        <FieldFrame id=id.clone() label hint error optional readonly on_blur>
            <div class="field__row">
                <InputBox id value on_input=typed inputmode="numeric" width=Width::Medium/>
                {children.map(|children| children())}
            </div>
        </FieldFrame>
    }
}

/// The digits in groups; nothing when something else stands among them or they are too many.
fn grouped(text: &str, groups: &[usize]) -> Option<String> {
    let mut digits = String::new();
    for letter in text.trim().chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            '-' | ' ' | '–' => {}
            _ => return None,
        }
    }
    if digits.len() > groups.iter().sum() {
        return None;
    }
    let mut rest = digits.as_str();
    let mut shown = String::new();
    for &length in groups {
        if rest.is_empty() {
            break;
        }
        if !shown.is_empty() {
            shown.push('-');
        }
        let (group, after) = rest.split_at(length.min(rest.len()));
        shown.push_str(group);
        rest = after;
    }
    Some(shown)
}

/// Where the caret stands behind the first `count` digits.
fn caret_after(shown: &str, count: usize) -> usize {
    if count == 0 {
        return 0;
    }
    shown
        .bytes()
        .enumerate()
        .filter(|(_, byte)| byte.is_ascii_digit())
        .nth(count - 1)
        .map_or(shown.len(), |(at, _)| at + 1)
}

/// States of [`DigitsField`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::button::{Button, ButtonKind, ButtonSize};
    use crate::ui::story::Story;
    fn digits(digits: &str) -> RwSignal<String> {
        RwSignal::new(digits.to_owned())
    }
    &[
        Story {
            name: "ui/digits/empty",
            view: || {
                view! {
                    <DigitsField id="business" label="사업자등록번호" value=digits("") groups=&[3, 2, 5]
                        hint="숫자 10자리".to_owned()>
                        <Button kind=ButtonKind::Secondary size=ButtonSize::Medium>"조회"</Button>
                    </DigitsField>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/digits/filled-optional",
            view: || {
                view! {
                    <DigitsField id="corporation" label="법인등록번호" value=digits("110111-1234567") groups=&[6, 7]
                        optional=true/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/digits/error",
            view: || {
                view! {
                    <DigitsField id="business-2" label="사업자등록번호" value=digits("123-45-678") groups=&[3, 2, 5]
                        error="사업자등록번호 10자리를 모두 입력해 주세요."/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/digits/readonly",
            view: || {
                view! {
                    <DigitsField id="business-3" label="사업자등록번호" value=digits("123-45-67890") groups=&[3, 2, 5]
                        readonly=true/>
                }
                .into_any()
            },
        },
    ]
};

#[cfg(test)]
mod tests {
    use super::{caret_after, grouped};

    const BUSINESS: &[usize] = &[3, 2, 5];

    #[test]
    fn digits_are_grouped_however_they_came() {
        for text in ["1234567890", "123-45-67890", " 123 45 67890", "12-345-67890"] {
            assert_eq!(grouped(text, BUSINESS).as_deref(), Some("123-45-67890"), "{text}");
        }
        assert_eq!(grouped("123", BUSINESS).as_deref(), Some("123"));
        assert_eq!(grouped("1234", BUSINESS).as_deref(), Some("123-4"));
        assert_eq!(grouped("1101111234567", &[6, 7]).as_deref(), Some("110111-1234567"));
    }

    #[test]
    fn what_is_no_number_is_left_alone() {
        for text in ["12345678901", "123-ab", "ㅁ123", "１２３"] {
            assert_eq!(grouped(text, BUSINESS), None, "{text}");
        }
    }

    #[test]
    fn the_caret_stays_behind_the_digit_it_stood_behind() {
        assert_eq!(caret_after("123-4", 4), 5);
        assert_eq!(caret_after("123-45", 3), 3);
        assert_eq!(caret_after("123-45", 0), 0);
        assert_eq!(caret_after("123", 9), 3);
    }
}
