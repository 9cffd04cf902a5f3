//! One of a few, all in sight.

use super::Choice;
use super::frame::{FieldState, GroupFrame};
use leptos::prelude::*;

/// Radios, one a row. None is chosen beforehand.
#[component]
pub fn RadioGroup(
    /// Id of the first radio, and name of all.
    #[prop(into)]
    id: String,
    /// Always visible question.
    #[prop(into)]
    label: String,
    /// Code of the choice made, or nothing.
    value: RwSignal<String>,
    /// The choices.
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
    /// The focus left the group.
    #[prop(optional_no_strip, into)]
    on_blur: Option<Callback<()>>,
) -> impl IntoView {
    let name = id.clone();
    let rows = move || {
        options
            .into_iter()
            .enumerate()
            .map(|(at, choice)| {
                let id = if at == 0 { name.clone() } else { format!("{name}-{}", at + 1) };
                view! { <Radio id name=name.clone() choice value/> }
            })
            .collect_view()
    };
    view! {
        <GroupFrame id label hint error optional readonly on_blur role="radiogroup">
            {rows()}
        </GroupFrame>
    }
}

#[component]
fn Radio(id: String, name: String, choice: Choice, value: RwSignal<String>) -> impl IntoView {
    let state = expect_context::<FieldState>();
    let Choice { code, name: words, note } = choice;
    let note_id = note.as_ref().map(|_| format!("{id}-note"));
    let mine = code.clone();
    let chosen = Signal::derive(move || value.with(|value| *value == mine));
    view! {
        <div class="check">
            <input
                type="radio"
                class="check__mark"
                id=id.clone()
                name=name
                value=code.clone()
                checked=chosen.get_untracked()
                prop:checked=chosen
                aria-describedby=note_id.clone()
                aria-disabled=state.readonly.then_some("true")
                on:click=move |event| {
                    if state.readonly {
                        event.prevent_default();
                    }
                }
                on:change=move |_| value.set(code.clone())
            />
            <label class="check__label" for=id>{words}</label>
            {note.map(|note| view! { <p class="check__note" id=note_id>{note}</p> })}
        </div>
    }
}

/// States of [`RadioGroup`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn kinds() -> Vec<Choice> {
        vec![
            Choice::new("master", "마스터 회원").with_note("기업을 대표하여 다른 회원의 가입을 승인합니다."),
            Choice::new("regular", "정회원").with_note("기업에 속한 담당자입니다."),
            Choice::new("none", "해당 없음"),
        ]
    }
    fn chosen(code: &str) -> RwSignal<String> {
        RwSignal::new(code.to_owned())
    }
    &[
        Story {
            name: "ui/radio/empty",
            view: || view! { <RadioGroup id="kind" label="회원 유형" value=chosen("") options=kinds()/> }.into_any(),
        },
        Story {
            name: "ui/radio/chosen-optional",
            view: || {
                view! {
                    <RadioGroup id="kind-2" label="회원 유형" value=chosen("regular") options=kinds() optional=true
                        hint="가입한 뒤에 바꿀 수 있습니다.".to_owned()/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/radio/error",
            view: || {
                view! {
                    <RadioGroup id="kind-3" label="회원 유형" value=chosen("") options=kinds()
                        error="회원 유형을 골라 주세요."/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/radio/readonly",
            view: || {
                view! {
                    <RadioGroup id="kind-4" label="회원 유형" value=chosen("master") options=kinds() readonly=true/>
                }
                .into_any()
            },
        },
    ]
};
