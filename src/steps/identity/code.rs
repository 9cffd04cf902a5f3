//! The code that was sent: its digits, its time, and how to have it sent again (manual rows K31, K32).

use super::flow::Flow;
use super::timer::TimeLeft;
use crate::i18n::{fill, identity_words};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{TextField, Width};
use gaip_contract::bodies::IdentityAttempt;
use gaip_domain::portal::IdentityMethod;
use leptos::prelude::*;

/// The field and what stands round it.
#[component]
pub fn CodePart(
    /// The verification.
    flow: Flow,
) -> impl IntoView {
    let words = identity_words();
    let by_card = flow.attempt.with_untracked(|attempt| attempt.as_ref().map(|attempt| attempt.method));
    let hint = if by_card == Some(IdentityMethod::Card) { words.code_hint_card } else { words.code_hint };
    let of = move |take: fn(&IdentityAttempt) -> u32| {
        Memo::new(move |_| flow.attempt.with(|attempt| attempt.as_ref().map(take)).unwrap_or_default())
    };
    let extendable = of(|attempt| u32::from(attempt.extendable));
    let tries = of(|attempt| attempt.tries_left);
    let error = flow.answering.error("code".to_owned());
    view! {
        <div class="identity__part">
            <Said flow first=words.sent/>
            <TextField id="code" label=words.code hint=hint.to_owned() value=flow.typed.code error inputmode="numeric"
                autocomplete="one-time-code" width=Width::Short>
                {dynamic(move || (extendable.get() > 0).then(|| view! {
                    <Button kind=ButtonKind::Secondary size=ButtonSize::Medium on_click=move |()| flow.extend()>
                        {words.extend}
                    </Button>
                }))}
            </TextField>
            <TimeLeft left=flow.clock.left over=words.over/>
            <p class="identity__hint">{dynamic(move || fill(words.tries_left, tries.get()))}</p>
            <Resend flow question=words.not_received label=words.resend/>
        </div>
    }
}

/// What a press has done, or what stands at the start.
#[component]
pub fn Said(
    /// The verification.
    flow: Flow,
    /// What is said at the start.
    first: &'static str,
) -> impl IntoView {
    view! {
        <p class="identity__said" role="status">
            {dynamic(move || flow.said.get().unwrap_or_else(|| first.to_owned()))}
        </p>
    }
}

/// Sending again, how often that is possible, and the way back.
#[component]
pub fn Resend(
    /// The verification.
    flow: Flow,
    /// Asks whether it is needed.
    question: &'static str,
    /// The button.
    label: &'static str,
) -> impl IntoView {
    let words = identity_words();
    let resends =
        Memo::new(move |_| flow.attempt.with(|attempt| attempt.as_ref().map_or(0, |attempt| attempt.resends_left)));
    let when = move || match (resends.get(), flow.clock.resend.get()) {
        (0, _) => words.resends_none.to_owned(),
        (left, 0) => fill(words.resends_left, left),
        (_, wait) => fill(words.resend_wait, wait),
    };
    view! {
        <div class="identity__resend">
            <p>{question}</p>
            <div class="field__row">
                {dynamic(move || (resends.get() > 0).then(|| view! {
                    <Button kind=ButtonKind::Tertiary size=ButtonSize::Medium on_click=move |()| flow.resend()>
                        {label}
                    </Button>
                }))}
                <span class="identity__hint">{dynamic(when)}</span>
            </div>
        </div>
        <Button kind=ButtonKind::Text size=ButtonSize::Small on_click=move |()| flow.back()>{words.back}</Button>
    }
}
