//! States of the parts of the step for the gallery; whole pages are in `gallery/signup.rs`.

use super::evidence::Evidence;
use super::kinds::AcceptedKinds;
use crate::steps::certificate_dialog::{sample_evidence, sample_rules};
use crate::ui::story::Story;
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story {
        name: "steps/certificate/kinds",
        view: || view! { <AcceptedKinds rules=RwSignal::new(sample_rules())/> }.into_any(),
    },
    Story {
        name: "steps/certificate/evidence",
        view: || view! { <Evidence evidence=sample_evidence() rules=RwSignal::new(sample_rules())/> }.into_any(),
    },
];
