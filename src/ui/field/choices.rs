//! Several of very many.

use super::Choice;
use super::chips::Chips;
use super::frame::GroupFrame;
use super::input_box::{InputBox, Typed};
use super::option_list::OptionList;
use crate::ui::ime::is_composing;
use crate::ui::words::ui_words;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Checkboxes in a scrolling list that a search narrows; the choices made stand above it, where
/// each can be taken back.
#[component]
pub fn MultiSelect(
    /// Id of the search box.
    #[prop(into)]
    id: String,
    /// Always visible name.
    #[prop(into)]
    label: String,
    /// Codes of the choices made, in the order of choosing.
    value: RwSignal<Vec<String>>,
    /// The choices, in the order shown.
    options: Vec<Choice>,
    /// What to choose.
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
    let options = StoredValue::new(options);
    let query = RwSignal::new(String::new());
    let visible = Memo::new(move |_| {
        query.with(|query| {
            options.with_value(|options| {
                options.iter().filter(|choice| matches(&choice.name, query)).cloned().collect::<Vec<_>>()
            })
        })
    });
    let chosen = Signal::derive(move || {
        value.with(|codes| {
            options.with_value(|options| {
                codes.iter().filter_map(|code| options.iter().find(|choice| choice.code == *code).cloned()).collect()
            })
        })
    });
    let found = move || (words.found)(visible.with(Vec::len), value.with(Vec::len));
    let into_list = RwSignal::new(());
    // Enter searches, which has happened already; it must not send the form.
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        _ if is_composing(&event) => {}
        "Enter" => event.prevent_default(),
        "ArrowDown" => {
            event.prevent_default();
            into_list.notify();
        }
        _ => {}
    };
    let controls = {
        let (id, label) = (id.clone(), label.clone());
        move || {
            view! {
                <div class="field__line" on:keydown=key>
                    <label class="field__sublabel" for=id.clone()>{words.search}</label>
                    <InputBox id=id.clone() value=query on_input=move |typed: Typed| query.set(typed.text())
                        kind="search" inputmode="search"/>
                </div>
                <p class="field__count" role="status">{found}</p>
                <OptionList id label visible value into_list/>
            }
        }
    };
    view! {
        <GroupFrame id=id.clone() label hint error optional readonly on_blur>
            <Chips id chosen value readonly/>
            {(!readonly).then(controls)}
        </GroupFrame>
    }
}

/// Whether a name holds what was searched for. A letter that is still alone (ㅁ of 미국) does not
/// count yet.
fn matches(name: &str, query: &str) -> bool {
    let query = query.trim_end_matches(|letter| ('ㄱ'..='ㅣ').contains(&letter)).trim();
    name.to_ascii_lowercase().contains(&query.to_ascii_lowercase())
}

/// States of [`MultiSelect`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn countries() -> Vec<Choice> {
        [
            ("US", "미국"),
            ("CN", "중국"),
            ("JP", "일본"),
            ("VN", "베트남"),
            ("DE", "독일"),
            ("GB", "영국"),
            ("BA", "보스니아 헤르체고비나"),
            ("ST", "상투메 프린시페"),
            ("AE", "아랍에미리트"),
            ("IN", "인도"),
        ]
        .map(|(code, name)| Choice::new(code, name))
        .into()
    }
    fn codes(codes: &[&str]) -> RwSignal<Vec<String>> {
        RwSignal::new(codes.iter().map(|&code| code.to_owned()).collect())
    }
    &[
        Story {
            name: "ui/choices/empty",
            view: || {
                view! { <MultiSelect id="markets" label="수출 희망 국가" value=codes(&[]) options=countries()/> }
                    .into_any()
            },
        },
        Story {
            name: "ui/choices/filled-optional",
            view: || {
                view! {
                    <MultiSelect id="markets-2" label="수출 희망 국가" optional=true options=countries()
                        value=codes(&["VN", "BA", "US", "AE"]) hint="여러 나라를 고를 수 있습니다.".to_owned()/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/choices/error",
            view: || {
                view! {
                    <MultiSelect id="markets-3" label="수출 희망 국가" value=codes(&[]) options=countries()
                        error="수출을 바라는 나라를 하나 이상 골라 주세요."/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/choices/readonly",
            view: || {
                view! {
                    <MultiSelect id="markets-4" label="수출 희망 국가" value=codes(&["US", "DE"]) options=countries()
                        readonly=true/>
                }
                .into_any()
            },
        },
    ]
};

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_search_finds_names_in_either_script() {
        assert!(matches("아랍에미리트 (UAE)", "uae"));
        assert!(matches("미국", " 미 "));
        assert!(!matches("미국", "영국"));
    }

    #[test]
    fn a_lone_letter_does_not_empty_the_list() {
        assert!(matches("미국", "ㅁ"));
        assert!(matches("미국", "미ㄱ"));
    }
}
