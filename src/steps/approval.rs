//! The approval password of a registered company (manual rows T44, T65, T66, T101).

use crate::i18n::{company_login_words, field_words, local};
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::disclosure::Disclosure;
use crate::ui::field::PasswordField;
use crate::wizard::answering::Answering;
use gaip_domain::facts::Answer;
use gaip_domain::portal::ApprovalStep;
use leptos::prelude::*;

/// Name of the one input.
pub const FIELD: &str = "approval";

/// Six digits, hidden, to be typed or pasted.
#[component]
pub fn ApprovalStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static ApprovalStep,
) -> impl IntoView {
    let value = answering.draft.secret(FIELD);
    let error = answering.error(FIELD.to_owned());
    Effect::new(move |before: Option<()>| {
        value.track();
        if before.is_some() {
            answering.problems.set(Vec::new());
        }
    });
    let given = given(answering);
    let help = company_login_words();
    view! {
        {given.then(|| view! { <Notice kind=NoticeKind::Success><p>{field_words().approval_given}</p></Notice> })}
        <PasswordField id=FIELD label=local(&settings.label) hint=local(&settings.hint) value error digits=true
            autocomplete="off" optional=given/>
        <Disclosure summary=help.approval_help><p>{help.approval_help_text}</p></Disclosure>
    }
}

/// Whether it was right before.
pub fn given(answering: Answering) -> bool {
    let id = &answering.step.id;
    answering.draft.view.with_untracked(|view| view.facts.answers.get(id) == Some(&Answer::Approval))
}
