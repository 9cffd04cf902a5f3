//! The consent step.

use crate::wizard::answering::Answering;
use leptos::prelude::*;

/// What the step asks.
#[component]
pub fn ConsentStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static gaip_domain::portal::ConsentStep,
) -> impl IntoView {
    let _ = answering;
}
