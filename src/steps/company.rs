//! The company step.

use crate::wizard::answering::Answering;
use leptos::prelude::*;

/// What the step asks.
#[component]
pub fn CompanyStepView(
    /// The step.
    answering: Answering,
) -> impl IntoView {
    let _ = answering;
}
