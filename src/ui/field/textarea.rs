//! Several lines of text.

use super::frame::{FieldFrame, FieldState};
use super::input_box::keep_text;
use crate::ui::dynamic::dynamic;
use crate::ui::words::ui_words;
use leptos::html;
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::HtmlTextAreaElement;

/// A text area. With a limit it counts, and lets people go beyond and come back: a text that is
/// cut while a syllable is composed is lost.
#[component]
pub fn TextareaField(
    /// Id and name.
    #[prop(into)]
    id: String,
    /// Always visible name.
    #[prop(into)]
    label: String,
    /// The text as typed.
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
    /// The focus left the field.
    #[prop(optional_no_strip, into)]
    on_blur: Option<Callback<()>>,
    /// Most characters.
    #[prop(optional_no_strip, into)]
    limit: Option<usize>,
    /// Lines shown.
    #[prop(default = 4)]
    rows: u32,
) -> impl IntoView {
    view! {
        <FieldFrame id=id.clone() label hint error optional readonly on_blur>
            <Area id value rows/>
            {limit.map(|limit| view! { <Counter value limit/> })}
        </FieldFrame>
    }
}

#[component]
fn Area(id: String, value: RwSignal<String>, rows: u32) -> impl IntoView {
    let state = expect_context::<FieldState>();
    let node = NodeRef::<html::Textarea>::new();
    keep_text(node, value.into(), HtmlTextAreaElement::value, HtmlTextAreaElement::set_value);
    view! {
        <textarea
            class="input input--area"
            id=id.clone()
            name=id
            rows=rows
            node_ref=node
            autocomplete="off"
            readonly=state.readonly
            aria-describedby=move || state.described_by.get()
            aria-invalid=move || state.invalid.get().then_some("true")
            aria-required=state.required.then_some("true")
            on:input=move |event| value.set(event_target_value(&event))
        >
            {value.get_untracked()}
        </textarea>
    }
}

/// Counts for the eye at once, and for the ear when the typing stops.
#[component]
fn Counter(value: RwSignal<String>, limit: usize) -> impl IntoView {
    let words = ui_words();
    let used = Memo::new(move |_| value.with(|text| text.chars().count()));
    let said = RwSignal::new(String::new());
    Effect::new(move || {
        let mut say = debounce(Duration::from_secs(1), move |used: usize| {
            said.try_set(if used > limit {
                (words.chars_over)(used - limit)
            } else {
                (words.chars_left)(limit - used)
            });
        });
        Effect::watch(move || used.get(), move |used, _, _| say(*used), false);
    });
    view! {
        <p class="field__count" class:field__count--over=move || { used.get() > limit } aria-hidden="true">
            {dynamic(move || (words.chars_used)(used.get(), limit))}
            {dynamic(move || (used.get() > limit).then(|| [" · ", &(words.chars_over)(used.get() - limit)].concat()))}
        </p>
        <p class="visually-hidden" role="status">{said}</p>
    }
}

/// States of [`TextareaField`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    &[
        Story {
            name: "ui/textarea/empty",
            view: || {
                view! {
                    <TextareaField id="intro" label="회사 소개" value=RwSignal::new(String::new()) optional=true
                        limit=500usize hint="해외 바이어에게 보일 내용입니다.".to_owned()/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/textarea/over",
            view: || {
                view! {
                    <TextareaField id="about" label="제품 설명" limit=20usize error="20자 이내로 줄여 주세요."
                        value=RwSignal::new("정밀 측정기와 그 부속품을 만들어 여러 나라에 수출합니다.".to_owned())/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/textarea/readonly",
            view: || {
                view! {
                    <TextareaField id="reason" label="반려 사유" readonly=true rows=3
                        value=RwSignal::new("사업자등록증 사본의 글자를 읽을 수 없습니다.".to_owned())/>
                }
                .into_any()
            },
        },
    ]
};
