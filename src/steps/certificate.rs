//! The certificate step.

use crate::wizard::answering::Answering;
use leptos::prelude::*;

/// What the step asks.
#[component]
pub fn CertificateStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static gaip_domain::portal::CertificateStep,
) -> impl IntoView {
    let _ = answering;
}
