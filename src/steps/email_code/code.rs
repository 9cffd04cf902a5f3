//! The code that was sent: its digits, its time, and how to have it sent again.

use super::flow::{CODE, Flow};
use crate::i18n::{email_code_words, fill, identity_words};
use crate::steps::identity::TimeLeft;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{TextField, Width};
use gaip_contract::bodies::EmailCodeAttempt;
use leptos::prelude::*;

/// The field and what stands round it.
#[component]
pub fn CodePart(
    /// The code.
    flow: Flow,
) -> impl IntoView {
    let (words, own) = (identity_words(), email_code_words());
    let of = move |take: fn(&EmailCodeAttempt) -> u32| {
        Memo::new(move |_| flow.attempt.with(|attempt| attempt.as_ref().map(take)).unwrap_or_default())
    };
    let (tries, resends) = (of(|attempt| attempt.tries_left), of(|attempt| attempt.resends_left));
    let value = flow.answering.draft.secret(CODE);
    let error = flow.answering.error(CODE.to_owned());
    // What was wrong with a code is not said of the next one.
    Effect::new(move |before: Option<()>| {
        value.track();
        if before.is_some() {
            flow.answering.problems.set(Vec::new());
        }
    });
    let when = move || match (resends.get(), flow.clock.resend.get()) {
        (0, _) => words.resends_none.to_owned(),
        (left, 0) => fill(words.resends_left, left),
        (_, wait) => fill(words.resend_wait, wait),
    };
    view! {
        <div class="identity__part">
            <p class="identity__said" role="status">
                {dynamic(move || flow.said.get().unwrap_or_else(|| own.sent.to_owned()))}
            </p>
            <TextField id=CODE label=words.code hint=own.code_hint.to_owned() value error inputmode="numeric"
                autocomplete="one-time-code" width=Width::Short/>
            <TimeLeft left=flow.clock.left over=words.over/>
            <p class="identity__hint">{dynamic(move || fill(words.tries_left, tries.get()))}</p>
            <div class="identity__resend">
                <p>{own.not_come}</p>
                <div class="field__row">
                    {dynamic(move || (resends.get() > 0).then(|| view! {
                        <Button kind=ButtonKind::Tertiary size=ButtonSize::Medium on_click=move |()| flow.resend()>
                            {words.resend}
                        </Button>
                    }))}
                    <span class="identity__hint">{dynamic(when)}</span>
                </div>
            </div>
            <Button kind=ButtonKind::Text size=ButtonSize::Small on_click=move |()| flow.back()>{own.back}</Button>
        </div>
    }
}
