//! One line of text.

use super::frame::FieldFrame;
use super::input_box::{InputBox, Typed, Width};
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;

/// A text input. Children stand behind it: a button such as 중복확인.
#[component]
pub fn TextField(
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
    /// `type`: text, email, url, search.
    #[prop(default = "text")]
    kind: &'static str,
    /// `autocomplete` token (WCAG 1.3.5).
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// On-screen keyboard.
    #[prop(optional_no_strip, into)]
    inputmode: Option<&'static str>,
    /// Length of the expected answer.
    #[prop(optional)]
    width: Width,
    /// Unit behind the input.
    #[prop(optional_no_strip, into)]
    unit: Option<String>,
    /// What a check found: whether it is good, and the words. Announced politely.
    #[prop(optional, into)]
    status: Signal<Option<(bool, String)>>,
    /// Stands behind the input.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let unit_id = unit.as_ref().map(|_| format!("{id}-unit"));
    view! {
        <FieldFrame id=id.clone() label hint error optional readonly on_blur>
            <div class="field__row">
                <InputBox
                    id
                    value
                    on_input=move |typed: Typed| value.set(typed.text())
                    kind
                    autocomplete
                    inputmode
                    width
                />
                {unit.map(|unit| view! { <span class="field__unit" id=unit_id>{unit}</span> })}
                {children.map(|children| children())}
            </div>
            <StatusLine status/>
        </FieldFrame>
    }
}

/// What a check found, below the control. The element is always there, so that a change is read.
#[component]
pub(super) fn StatusLine(status: Signal<Option<(bool, String)>>) -> impl IntoView {
    view! {
        <p
            class="field__status"
            class:field__status--good=move || status.with(|status| matches!(status, Some((true, _))))
            role="status"
        >
            {dynamic(move || status.get().map(|(_, words)| words))}
        </p>
    }
}

/// States of [`TextField`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::button::{Button, ButtonKind, ButtonSize};
    use crate::ui::story::Story;
    fn text(text: &str) -> RwSignal<String> {
        RwSignal::new(text.to_owned())
    }
    &[
        Story {
            name: "ui/text/empty",
            view: || {
                view! { <TextField id="name" label="이름" value=text("") autocomplete="name" width=Width::Medium/> }
                    .into_any()
            },
        },
        Story {
            name: "ui/text/hint",
            view: || {
                view! {
                    <TextField id="login" label="아이디" value=text("daejeon2024")
                        hint="영문 소문자로 시작하는 6~20자의 영문, 숫자".to_owned()
                        autocomplete="username" width=Width::Medium
                        status=Some((true, "사용 가능한 아이디입니다.".to_owned()))>
                        <Button kind=ButtonKind::Secondary size=ButtonSize::Medium>"중복확인"</Button>
                    </TextField>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/text/error",
            view: || {
                view! {
                    <TextField id="site" label="홈페이지 주소" value=text("gaip") kind="url" inputmode="url"
                        hint="예: https://www.example.co.kr".to_owned() autocomplete="url"
                        error="https:// 로 시작하는 주소를 입력해 주세요."/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/text/readonly",
            view: || {
                view! {
                    <TextField id="rep" label="대표자 이름" value=text("홍길동") readonly=true
                        hint="국세청에 등록된 이름입니다.".to_owned() width=Width::Medium/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/text/optional-unit",
            view: || {
                view! {
                    <TextField id="staff" label="상시 근로자 수" value=text("12") optional=true unit="명".to_owned()
                        inputmode="numeric" width=Width::Short/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/text/long",
            view: || {
                view! {
                    <TextField id="name-en" label="국문 사업자등록증과 수출입 신고서에 함께 적히는 회사의 영문 이름 전체"
                        value=text("DAEJEON PRECISION MACHINERY AND MEASURING INSTRUMENTS MANUFACTURING COMPANY LIMITED")
                        hint="사업자등록증에 적힌 대로 띄어쓰기와 문장부호까지 똑같이 입력해 주세요. 다르면 증명서 발급이 늦어질 수 있습니다.".to_owned()/>
                }
                .into_any()
            },
        },
    ]
};
