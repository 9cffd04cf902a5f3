//! A secret the person may look at while typing.

use super::frame::FieldFrame;
use super::input_box::{InputBox, Typed, Width};
use super::text::StatusLine;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::words::ui_words;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;

/// A password input with a button that shows it. A submit of any form hides it again.
#[component]
pub fn PasswordField(
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
    /// The focus left the field.
    #[prop(optional_no_strip, into)]
    on_blur: Option<Callback<()>>,
    /// A password to be set, rather than the one in use.
    #[prop(optional)]
    new: bool,
    /// `autocomplete` token, where it is neither the password of an account here nor a new one.
    #[prop(optional_no_strip, into)]
    autocomplete: Option<&'static str>,
    /// Digits only, as an approval password is.
    #[prop(optional)]
    digits: bool,
    /// What a check found: whether it is good, and the words.
    #[prop(optional, into)]
    status: Signal<Option<(bool, String)>>,
) -> impl IntoView {
    let words = ui_words();
    let shown = RwSignal::new(false);
    let caps = RwSignal::new(false);
    Effect::new(move || {
        let submits = window_event_listener(ev::submit, move |_| shown.set(false));
        on_cleanup(move || submits.remove());
    });
    let look = move |event: KeyboardEvent| caps.set(event.get_modifier_state("CapsLock"));
    let name = label.clone();
    view! {
        <FieldFrame id=id.clone() label hint error optional on_blur>
            <div class="field__row" on:keydown=look on:keyup=look>
                <InputBox
                    id
                    value
                    on_input=move |typed: Typed| value.set(typed.text())
                    kind=Signal::derive(move || if shown.get() { "text" } else { "password" })
                    autocomplete=autocomplete.unwrap_or(if new { "new-password" } else { "current-password" })
                    inputmode=digits.then_some("numeric")
                    width=Width::Medium
                />
                <Button
                    kind=ButtonKind::Tertiary
                    size=ButtonSize::Medium
                    on_click=Callback::new(move |()| shown.update(|shown| *shown = !*shown))
                >
                    <span class="visually-hidden">{name}" "</span>
                    {dynamic(move || if shown.get() { words.hide } else { words.show })}
                </Button>
            </div>
            <p class="field__status" role="status">
                {dynamic(move || caps.get().then_some(words.caps_lock))}
            </p>
            <StatusLine status/>
        </FieldFrame>
    }
}

/// States of [`PasswordField`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    &[
        Story {
            name: "ui/password/current",
            view: || {
                view! { <PasswordField id="password" label="비밀번호" value=RwSignal::new(String::new())/> }.into_any()
            },
        },
        Story {
            name: "ui/password/new-good",
            view: || {
                view! {
                    <PasswordField id="new-password" label="새 비밀번호" new=true
                        value=RwSignal::new("correct horse".to_owned())
                        hint="9자 이상. 문장처럼 길게 쓰면 안전하고 외우기 쉽습니다.".to_owned()
                        status=Some((true, "사용 가능한 비밀번호입니다.".to_owned()))/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/password/error",
            view: || {
                view! {
                    <PasswordField id="approval" label="승인 비밀번호" new=true digits=true
                        value=RwSignal::new("1234".to_owned()) hint="숫자 6자리".to_owned()
                        error="숫자 6자리를 입력해 주세요."/>
                }
                .into_any()
            },
        },
    ]
};
