//! One file for each kind of step.

pub mod approval;
pub mod certificate;
pub mod certificate_dialog;
pub mod choose;
pub mod code_picker;
pub mod company;
mod company_refused;
pub mod complete;
pub mod consent;
pub mod email_code;
pub mod field;
pub mod financial_dialog;
pub mod form;
pub mod identity;
pub mod old_account;
pub mod products;
pub mod recovered;
pub mod refusal_text;
pub mod review;
#[cfg(feature = "gallery")]
pub mod samples;
pub mod show;
pub mod shown_facts;
pub mod social;
pub mod upload;

use crate::later::{Later, Part};
use crate::ui::dynamic::dynamic;
use crate::wizard::answering::Answering;
use crate::wizard::draft::Draft;
use crate::wizard::forget::ForgetDialog;
use crate::wizard::frame::StepFrame;
use crate::wizard::judge;
use code_picker::CodePickerDialog;
use code_picker::ask::CodePicker;
use gaip_domain::portal::StepKind;
use leptos::prelude::*;

/// A step in its frame.
#[component]
pub fn StepView(
    /// The step.
    answering: Answering,
) -> impl IntoView {
    let inside = match &answering.step.kind {
        // The first steps of journeys.
        StepKind::Consent(settings) => view! { <consent::ConsentStepView answering settings/> }.into_any(),
        StepKind::Choose(settings) => view! {
            <choose::ChooseStepView answering settings/>
            <ForgetLater answering/>
        }
        .into_any(),
        _ => view! { <Later part=Part::Step(answering)/> }.into_any(),
    };
    view! { <StepFrame answering>{inside}</StepFrame> <CancelLater draft=answering.draft/> }
}

/// What asks before a sign-up is given up. It is not needed before somebody wants that.
#[component]
fn CancelLater(draft: Draft) -> impl IntoView {
    let met = Memo::new(move |met: Option<&bool>| met == Some(&true) || draft.cancelling.get());
    dynamic(move || met.get().then(|| view! { <Later part=Part::Cancel(draft)/> }))
}

/// What asks before a changed choice voids other answers. It is not needed before there are any.
#[component]
fn ForgetLater(answering: Answering) -> impl IntoView {
    let met = Memo::new(move |met: Option<&bool>| met == Some(&true) || answering.forgetting.with(Option::is_some));
    dynamic(move || met.get().then(|| view! { <Later part=Part::Forget(answering)/> }))
}

/// What a step asks that is not the first.
pub fn later(answering: Answering) -> AnyView {
    answering.bring(judge::OTHERS);
    // One dialog for all the codes that a step asks for.
    let picker = CodePicker::default();
    provide_context(picker);
    let inside = match &answering.step.kind {
        StepKind::Choose(_) | StepKind::Consent(_) => ().into_any(),
        StepKind::Identity(settings) => view! { <identity::IdentityStepView answering settings/> }.into_any(),
        StepKind::Approval(settings) => view! { <approval::ApprovalStepView answering settings/> }.into_any(),
        StepKind::OldAccount(settings) => view! { <old_account::OldAccountStepView answering settings/> }.into_any(),
        StepKind::Social(settings) => view! { <social::SocialStepView answering settings/> }.into_any(),
        StepKind::Company(settings) => view! { <company::CompanyStepView answering settings/> }.into_any(),
        StepKind::Certificate(settings) => view! { <certificate::CertificateStepView answering settings/> }.into_any(),
        StepKind::EmailCode(settings) => view! { <email_code::EmailCodeStepView answering settings/> }.into_any(),
        StepKind::Form(settings) => view! { <form::FormStepView answering settings/> }.into_any(),
        StepKind::Products(settings) => view! { <products::ProductsStepView answering settings/> }.into_any(),
        StepKind::Review => view! { <review::ReviewStepView answering/> }.into_any(),
        StepKind::Complete(settings) => view! { <complete::CompleteStepView answering settings/> }.into_any(),
    };
    view! { {inside} <CodePickerDialog picker/> <ForgetDialog answering/> }.into_any()
}
