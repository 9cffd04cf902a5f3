//! The complete step.

use crate::wizard::answering::Answering;
use leptos::prelude::*;

/// What the step asks.
#[component]
pub fn CompleteStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static gaip_domain::portal::CompleteStep,
) -> impl IntoView {
    let _ = answering;
}
