//! One of a few ways to go on, each on a card that tells for whom it is.

use super::frame::{FieldState, GroupFrame};
use leptos::prelude::*;

/// A card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RadioCard {
    /// What is kept.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Paragraphs below the title.
    pub text: Vec<String>,
    /// Why it cannot be chosen; it can be if absent.
    pub off: Option<String>,
}

/// Radios on cards: a press anywhere on a card chooses it. None is chosen beforehand.
#[component]
pub fn RadioCards(
    /// Id of the first card that can be chosen, and name of all.
    #[prop(into)]
    id: String,
    /// Always visible question.
    #[prop(into)]
    label: String,
    /// Code of the choice made, or nothing.
    value: RwSignal<String>,
    /// The cards.
    cards: Vec<RadioCard>,
    /// What to choose.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let name = id.clone();
    let first = cards.iter().position(|card| card.off.is_none());
    let rows = move || {
        let each = cards.into_iter().enumerate().map(|(at, card)| {
            let id = if Some(at) == first { name.clone() } else { format!("{name}-{}", at + 1) };
            view! { <CardOf id name=name.clone() card value/> }
        });
        view! { <div class="radio-cards">{each.collect_view()}</div> }
    };
    view! { <GroupFrame id label hint error role="radiogroup">{rows()}</GroupFrame> }
}

#[component]
fn CardOf(id: String, name: String, card: RadioCard, value: RwSignal<String>) -> impl IntoView {
    let invalid = expect_context::<FieldState>().invalid;
    let RadioCard { code, title, text, off } = card;
    let is_off = off.is_some();
    let note = format!("{id}-note");
    let mine = code.clone();
    let chosen = Signal::derive(move || value.with(|value| *value == mine));
    view! {
        <div class="radio-card" class:radio-card--off=is_off>
            <input
                type="radio"
                class="check__mark"
                id=id.clone()
                name=name
                value=code.clone()
                checked=chosen.get_untracked()
                prop:checked=chosen
                disabled=is_off
                aria-describedby=note.clone()
                aria-invalid=move || invalid.get().then_some("true")
                on:change=move |_| value.set(code.clone())
            />
            <label class="radio-card__title" for=id>{title}</label>
            <div class="radio-card__text" id=note>
                {text.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                {off.map(|off| view! { <p class="radio-card__off">{off}</p> })}
            </div>
        </div>
    }
}

/// States of [`RadioCards`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn shown(chosen: &str, error: Option<&str>, off: bool) -> AnyView {
        let card = |code: &str, title: &str, text: &str| RadioCard {
            code: code.to_owned(),
            title: title.to_owned(),
            text: vec![text.to_owned()],
            off: None,
        };
        let mut cards = vec![
            card("corporate", "기업회원", "회사 소속(국내 사업자등록번호 보유)의 경우 가입 가능"),
            card("individual", "개인회원", "학생, 프리랜서 등 회사 소속이 아닌 경우 가입 가능"),
        ];
        if off {
            cards[0].off = Some("지금은 선택할 수 없습니다. 개인회원으로 가입해 주세요.".to_owned());
        }
        let value = RwSignal::new(chosen.to_owned());
        let error = Signal::stored(error.map(str::to_owned));
        view! { <RadioCards id="type" label="가입 유형" value cards error/> }.into_any()
    }
    &[
        Story { name: "ui/radio-cards/empty", view: || shown("", None, false) },
        Story { name: "ui/radio-cards/chosen", view: || shown("individual", None, false) },
        Story { name: "ui/radio-cards/error", view: || shown("", Some("하나를 선택해 주세요."), false) },
        Story { name: "ui/radio-cards/off", view: || shown("", None, true) },
    ]
};
