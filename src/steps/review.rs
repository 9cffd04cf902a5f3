//! The review step.

use crate::wizard::answering::Answering;
use leptos::prelude::*;

/// What the step asks.
#[component]
pub fn ReviewStepView(
    /// The step.
    answering: Answering,
) -> impl IntoView {
    let _ = answering;
}
