//! Two digits to send or to key in, while the page asks how it stands (manual row W46, X30).

use super::flow::{Flow, Stage, WAITING};
use crate::i18n::financial_words;
use crate::steps::identity::TimeLeft;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::spinner::Spinner;
use leptos::prelude::*;
use std::time::Duration;

/// How often the backend is asked.
const PAUSE: Duration = Duration::from_secs(2);

/// The digits, what to do with them, and the time for it.
#[component]
pub fn WaitingPart(
    /// The use.
    flow: Flow,
    /// By text message or by call.
    stage: Stage,
) -> impl IntoView {
    let words = financial_words();
    Effect::new(move || {
        if let Ok(ticks) = set_interval_with_handle(move || flow.poll(), PAUSE) {
            on_cleanup(move || ticks.clear());
        }
    });
    let (title, text) =
        if stage == Stage::Call { (words.call_title, words.call_text) } else { (words.reply_title, words.reply_text) };
    let digits = move || flow.attempt.with(|attempt| attempt.as_ref().and_then(|attempt| attempt.digits.clone()));
    let waits = Signal::derive(move || flow.clock.left.get() > 0);
    view! {
        <div class="financial__waiting" id=WAITING tabindex="-1">
            <h3>{title}</h3>
            <p>{text}</p>
            <p class="financial__digits">{words.digits} " " <strong>{digits}</strong></p>
            <Spinner active=waits text=words.waiting/>
            <TimeLeft left=flow.clock.left over=words.over/>
            <p role="status">{dynamic(move || flow.said.get())}</p>
        </div>
        <Again flow/>
    }
}

/// To ask anew, or to change what was typed.
#[component]
pub fn Again(
    /// The use.
    flow: Flow,
) -> impl IntoView {
    let words = financial_words();
    view! {
        <div class="row">
            <Button kind=ButtonKind::Tertiary size=ButtonSize::Medium on_click=move |()| flow.request_attempt()>
                {words.retry}
            </Button>
            <Button kind=ButtonKind::Text size=ButtonSize::Medium on_click=move |()| flow.back()>{words.back}</Button>
        </div>
    }
}
