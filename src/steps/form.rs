//! The form step.

use crate::wizard::answering::Answering;
use leptos::prelude::*;

/// What the step asks.
#[component]
pub fn FormStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static gaip_domain::portal::FormStep,
) -> impl IntoView {
    let _ = answering;
}
