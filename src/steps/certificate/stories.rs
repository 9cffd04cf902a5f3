//! States of the parts of the step for the gallery; whole pages are in `gallery/signup.rs`.

use super::CertificateStepView;
use super::evidence::Evidence;
use super::kinds::AcceptedKinds;
use crate::steps::certificate_dialog::{sample_evidence, sample_rules};
use crate::steps::samples;
use crate::ui::story::Story;
use crate::wizard::answering::Answering;
use crate::wizard::frame::StepFrame;
use crate::wizard::judge::OTHERS;
use gaip_domain::portal::StepKind;
use leptos::prelude::*;

fn page(answering: Answering) -> AnyView {
    answering.bring(OTHERS);
    let StepKind::Certificate(settings) = &answering.step.kind else { unreachable!("it is the certificate step") };
    view! { <StepFrame answering><CertificateStepView answering settings/></StepFrame> }.into_any()
}

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
    Story { name: "steps/certificate/financial", view: || page(samples::bank::empty()) },
    Story { name: "steps/certificate/financial-missing", view: || page(samples::judged(samples::bank::empty())) },
    Story { name: "steps/certificate/financial-proved", view: || page(samples::bank::proved()) },
];
