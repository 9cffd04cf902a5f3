//! The products step.

use crate::wizard::answering::Answering;
use gaip_domain::portal::ProductsStep;
use leptos::prelude::*;

/// What the step asks.
#[component]
pub fn ProductsStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static ProductsStep,
) -> impl IntoView {
    let _ = (answering, settings);
}
