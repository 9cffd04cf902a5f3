//! States of the step for the gallery.

use super::Parts;
use super::flow::{CODE, Flow};
use crate::api::Failure;
use crate::steps::samples::recovery;
use crate::ui::story::Story;
use crate::wizard::answering::Answering;
use crate::wizard::frame::StepFrame;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::EmailCodeAttempt;
use gaip_domain::facts::FieldProblem;
use gaip_domain::portal::StepKind;
use gaip_domain::value::Invalid;
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "steps/email-code/person", view: || page(flow(recovery::person("email"))) },
    Story { name: "steps/email-code/company", view: || page(flow(recovery::company("email"))) },
    Story { name: "steps/email-code/errors", view: || page(flow(recovery::wrong(recovery::company("email")))) },
    Story { name: "steps/email-code/unavailable", view: || refused(ProblemCode::MailUnavailable) },
    Story { name: "steps/email-code/code", view: || page(code(600, 30, None)) },
    Story { name: "steps/email-code/code-wrong", view: || page(code(540, 0, Some(Invalid::Mismatch))) },
    Story { name: "steps/email-code/code-over", view: || over(ProblemCode::EmailCodeExpired) },
    Story { name: "steps/email-code/tries-over", view: || over(ProblemCode::EmailCodeTriesOver) },
    Story { name: "steps/email-code/gone", view: || refused(ProblemCode::EmailCodeGone) },
    Story { name: "steps/email-code/known", view: || page(flow(recovery::known("email"))) },
];

fn flow(answering: Answering) -> Flow {
    let StepKind::EmailCode(settings) = &answering.step.kind else { unreachable!("the step sends a code") };
    answering.bring(crate::wizard::judge::OTHERS);
    Flow::new(answering, settings)
}

fn page(flow: Flow) -> AnyView {
    let answering = flow.answering;
    view! { <StepFrame answering><Parts flow/></StepFrame> }.into_any()
}

fn code(left: u32, resend: u32, error: Option<Invalid>) -> Flow {
    let flow = flow(recovery::person("email"));
    let tries_left = if error.is_some() { 4 } else { 5 };
    flow.attempt.set(Some(EmailCodeAttempt { expires_in: left, resend_in: resend, resends_left: 5, tries_left }));
    flow.clock.left.set(left);
    flow.clock.resend.set(resend);
    if let Some(error) = error {
        flow.answering.problems.set(vec![FieldProblem { field: CODE.to_owned(), error }]);
    }
    flow
}

fn over(code_: ProblemCode) -> AnyView {
    let flow = code(0, 0, None);
    flow.answering.failure.set(Some(Failure::Refused(Box::new(code_.into()))));
    page(flow)
}

fn refused(code: ProblemCode) -> AnyView {
    let flow = flow(recovery::person("email"));
    flow.answering.failure.set(Some(Failure::Refused(Box::new(code.into()))));
    page(flow)
}
