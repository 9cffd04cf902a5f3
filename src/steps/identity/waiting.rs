//! The person's consent in an app, which is asked for until it comes (manual row T53).

use super::code::{Resend, Said};
use super::flow::Flow;
use super::timer::TimeLeft;
use crate::i18n::identity_words;
use crate::ui::spinner::Spinner;
use leptos::prelude::*;
use std::time::Duration;

/// How often the backend is asked.
const PAUSE: Duration = Duration::from_secs(2);

/// What to do in the app.
#[component]
pub fn WaitingPart(
    /// The verification.
    flow: Flow,
) -> impl IntoView {
    let words = identity_words();
    Effect::new(move || {
        if let Ok(ticks) = set_interval_with_handle(move || flow.poll(), PAUSE) {
            on_cleanup(move || ticks.clear());
        }
    });
    let waits = Signal::derive(move || flow.clock.left.get() > 0);
    view! {
        <div class="identity__part" id="waiting" tabindex="-1">
            <Spinner active=waits text=words.waiting/>
            <p>{words.waiting_how}</p>
            <Said flow first=""/>
            <TimeLeft left=flow.clock.left over=words.waiting_over/>
            <Resend flow question=words.not_come label=words.again/>
        </div>
    }
}
