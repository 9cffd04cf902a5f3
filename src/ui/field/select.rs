//! One of some twenty.

use super::Choice;
use super::frame::FieldFrame;
use super::select_box::SelectBox;
use crate::ui::words::ui_words;
use leptos::prelude::*;

/// A native select. A choice changes nothing but the value (KWCAG 7.2.1).
#[component]
pub fn SelectField(
    /// Id and name.
    #[prop(into)]
    id: String,
    /// Always visible name.
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
    /// One is chosen always, as in a filter: there is no empty choice.
    #[prop(optional)]
    always: bool,
    /// Shown, not changed.
    #[prop(optional)]
    readonly: bool,
    /// The focus left the field.
    #[prop(optional_no_strip, into)]
    on_blur: Option<Callback<()>>,
    /// `autocomplete` token.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    view! {
        <FieldFrame id=id.clone() label hint error optional readonly on_blur>
            <SelectBox
                id
                value
                on_change=move |code| value.set(code)
                options
                empty=(!always).then(|| ui_words().select_placeholder.to_owned())
                autocomplete
                class="input input--medium"
            />
        </FieldFrame>
    }
}

/// States of [`SelectField`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn sizes() -> Vec<Choice> {
        ["대기업", "중견기업", "중소기업", "소상공인", "예비창업자"].map(|name| Choice::new(name, name)).into()
    }
    fn chosen(code: &str) -> RwSignal<String> {
        RwSignal::new(code.to_owned())
    }
    &[
        Story {
            name: "ui/select/empty",
            view: || view! { <SelectField id="size" label="기업 규모" value=chosen("") options=sizes()/> }.into_any(),
        },
        Story {
            name: "ui/select/filled",
            view: || {
                view! {
                    <SelectField id="size-2" label="기업 규모" value=chosen("중소기업") options=sizes() optional=true
                        hint="중소기업확인서를 기준으로 골라 주세요.".to_owned()/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/select/always",
            view: || {
                view! { <SelectField id="size-5" label="기업 규모" value=chosen("대기업") options=sizes() always=true/> }
                    .into_any()
            },
        },
        Story {
            name: "ui/select/error",
            view: || {
                view! {
                    <SelectField id="size-3" label="기업 규모" value=chosen("") options=sizes()
                        error="기업 규모를 골라 주세요."/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/select/readonly",
            view: || {
                view! {
                    <SelectField id="size-4" label="기업 규모" value=chosen("중견기업") options=sizes() readonly=true/>
                }
                .into_any()
            },
        },
    ]
};
