//! The number of a registered device (manual row W40).

use super::flow::{Flow, OTP};
use super::waiting::Again;
use crate::i18n::financial_words;
use crate::steps::identity::TimeLeft;
use crate::ui::field::{TextField, Width};
use leptos::prelude::*;

/// The field and the time for it.
#[component]
pub fn OtpPart(
    /// The use.
    flow: Flow,
) -> impl IntoView {
    let words = financial_words();
    view! {
        <h3>{words.otp_title}</h3>
        <TextField id=OTP label=words.otp hint=words.otp_hint.to_owned() value=flow.otp error=flow.error(OTP)
            inputmode="numeric" autocomplete="one-time-code" width=Width::Short/>
        <TimeLeft left=flow.clock.left over=words.over/>
        <Again flow/>
    }
}
