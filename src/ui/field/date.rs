//! A date, in three boxes.

use super::frame::GroupFrame;
use super::input_box::{InputBox, Typed, Width};
use super::parts::Parts;
use crate::ui::words::ui_words;
use leptos::prelude::*;

/// Year, month and day. The value is what was typed, `2019-3-4`, and `2019--` while it is partial.
#[component]
pub fn DateField(
    /// Id of the year; month and day follow as `-month`, `-day`.
    #[prop(into)]
    id: String,
    /// Always visible name.
    #[prop(into)]
    label: String,
    /// The three texts, joined by hyphens; nothing when all are empty.
    value: RwSignal<String>,
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
    /// The focus left all three boxes.
    #[prop(optional_no_strip, into)]
    on_blur: Option<Callback<()>>,
    /// The date of birth of the person who fills in.
    #[prop(optional)]
    birthday: bool,
) -> impl IntoView {
    let words = ui_words();
    let parts = Parts::new(value, split, join);
    let ids = [id.clone(), format!("{id}-month"), format!("{id}-day")];
    let tokens = if birthday { ["bday-year", "bday-month", "bday-day"] } else { ["off"; 3] };
    let spread = move || {
        if let Some(date) = whole(&parts.now(0)) {
            parts.spread(date);
        }
    };
    let boxes = move || {
        let names = [words.year, words.month, words.day];
        ids.into_iter()
            .enumerate()
            .map(|(at, id)| {
                let typed = move |typed: Typed| {
                    parts.put(at, typed.text());
                    if typed.whole() {
                        spread();
                    }
                };
                view! {
                    <div class="field__part">
                        <InputBox id=id.clone() value=parts.text(at) on_input=typed on_blur=move |()| spread()
                            inputmode="numeric" autocomplete=tokens[at] width=Width::Tiny/>
                        <label class="field__unit" for=id>{names[at]}</label>
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <GroupFrame id label hint error optional readonly on_blur>
            <div class="field__row">{boxes()}</div>
        </GroupFrame>
    }
}

fn split(date: &str) -> [String; 3] {
    let mut parts = date.splitn(3, '-').map(str::to_owned);
    [(); 3].map(|()| parts.next().unwrap_or_default())
}

fn join(parts: &[String; 3]) -> String {
    if parts.iter().all(String::is_empty) { String::new() } else { parts.join("-") }
}

/// A whole date in one text: `20190304`, or three numbers with anything between them.
fn whole(text: &str) -> Option<[String; 3]> {
    let numbers: Vec<&str> =
        text.split(|letter: char| !letter.is_ascii_digit()).filter(|number| !number.is_empty()).collect();
    match numbers[..] {
        [date] if date.len() == 8 => Some([&date[..4], &date[4..6], &date[6..]].map(str::to_owned)),
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            Some([year, month, day].map(str::to_owned))
        }
        _ => None,
    }
}

/// States of [`DateField`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn date(date: &str) -> RwSignal<String> {
        RwSignal::new(date.to_owned())
    }
    &[
        Story {
            name: "ui/date/empty",
            view: || {
                view! {
                    <DateField id="opened" label="개업일" value=date("")
                        hint="사업자등록증에 적힌 날짜입니다. 예: 2019년 3월 4일".to_owned()/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/date/filled-optional",
            view: || {
                view! { <DateField id="opened-2" label="개업일" value=date("2019-3-4") optional=true/> }.into_any()
            },
        },
        Story {
            name: "ui/date/error",
            view: || {
                view! { <DateField id="opened-3" label="개업일" value=date("2019--4") error="월을 입력해 주세요."/> }
                    .into_any()
            },
        },
        Story {
            name: "ui/date/readonly",
            view: || {
                view! { <DateField id="birth" label="생년월일" value=date("1990-01-02") readonly=true birthday=true/> }
                    .into_any()
            },
        },
    ]
};

#[cfg(test)]
mod tests {
    use super::{join, split, whole};

    #[test]
    fn a_partial_date_keeps_what_was_typed() {
        for date in ["", "2019--", "-3-", "2019-3-4", "--4"] {
            assert_eq!(join(&split(date)), date);
        }
    }

    #[test]
    fn a_pasted_date_spreads_over_the_boxes() {
        for date in ["2019-03-04", "20190304", "2019. 03. 04.", "2019년 03월 04일"] {
            assert_eq!(whole(date), Some(["2019", "03", "04"].map(str::to_owned)), "{date}");
        }
        for other in ["2019", "201903", "19-03-04", "2019-03", "2019-03-041"] {
            assert_eq!(whole(other), None, "{other}");
        }
    }
}
