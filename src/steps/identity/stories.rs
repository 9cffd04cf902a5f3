//! States of the step for the gallery; the page as it is met is in `gallery/signup.rs`.

use super::Parts;
use super::flow::Flow;
use crate::api::Failure;
use crate::steps::samples::kotra;
use crate::ui::story::Story;
use crate::wizard::frame::StepFrame;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{IdentityAttempt, IdentityState};
use gaip_domain::facts::FieldProblem;
use gaip_domain::portal::{IdentityMethod, IdentityStep, IdentityWay, StepKind};
use gaip_domain::text::Text;
use gaip_domain::value::Invalid;
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "steps/identity/phone", view: || details(IdentityMethod::Phone) },
    Story { name: "steps/identity/simple", view: || details(IdentityMethod::Simple) },
    Story { name: "steps/identity/card", view: || details(IdentityMethod::Card) },
    Story { name: "steps/identity/phone-errors", view: || wrong_details() },
    Story { name: "steps/identity/code", view: || code(180, 30, None, None) },
    Story { name: "steps/identity/code-wrong", view: || code(55, 0, Some(Invalid::Mismatch), None) },
    Story { name: "steps/identity/code-over", view: || code(0, 0, None, Some(ProblemCode::IdentityCodeExpired)) },
    Story { name: "steps/identity/waiting", view: || waiting(180) },
    Story { name: "steps/identity/waiting-over", view: || waiting(0) },
    Story { name: "steps/identity/verified", view: || page(Flow::new(kotra::listed("identity"), settings())) },
    Story { name: "steps/identity/tries-over", view: || refused(ProblemCode::IdentityTriesOver) },
    Story { name: "steps/identity/mismatch", view: || refused(ProblemCode::IdentityMismatch) },
    Story { name: "steps/identity/unavailable", view: || refused(ProblemCode::IdentityUnavailable) },
    Story { name: "steps/identity/incomplete", view: || refused(ProblemCode::IdentityIncomplete) },
    Story { name: "steps/identity/under-age", view: || refused(ProblemCode::UnderAge) },
    Story { name: "steps/identity/member", view: || refused(ProblemCode::PersonIsMember) },
    Story { name: "steps/identity/account-mismatch", view: || refused(ProblemCode::AccountMismatch) },
    Story { name: "steps/identity/one-method", view: one_method },
];

/// The methods of KOTRA, and simple authentication, which another portal has.
fn settings() -> &'static IdentityStep {
    let kind = kotra::portal().journeys.first().and_then(|journey| journey.step("identity")).map(|step| &step.kind);
    let Some(StepKind::Identity(settings)) = kind else { unreachable!("KOTRA has an identity step") };
    let mut settings = settings.clone();
    settings.methods.push(IdentityWay {
        method: IdentityMethod::Simple,
        title: Text { ko: "간편인증".to_owned(), en: "Simple authentication".to_owned() },
        text: vec![Text {
            ko: "간편인증을 눌러 본인 명의의 인증서로 인증해 주세요.".to_owned(),
            en: "Approve in an app with your own certificate.".to_owned(),
        }],
        off: None,
    });
    Box::leak(Box::new(settings))
}

/// A step with one method, which is no choice.
fn one_method() -> AnyView {
    let answering = crate::steps::samples::recovery::person("phone");
    let StepKind::Identity(settings) = &answering.step.kind else { unreachable!("the step is an identity one") };
    page(Flow::new(answering, settings))
}

fn page(flow: Flow) -> AnyView {
    let answering = flow.answering;
    answering.bring(crate::wizard::judge::OTHERS);
    view! { <StepFrame answering><Parts flow/></StepFrame> }.into_any()
}

fn chosen(method: IdentityMethod) -> Flow {
    let flow = Flow::new(kotra::empty("identity"), settings());
    flow.method.set(method.as_str().to_owned());
    flow
}

fn details(method: IdentityMethod) -> AnyView {
    page(chosen(method))
}

fn wrong_details() -> AnyView {
    let flow = chosen(IdentityMethod::Phone);
    let today = flow.answering.draft.today();
    flow.answering.problems.set(flow.typed.request(IdentityMethod::Phone, today).err().unwrap_or_default());
    page(flow)
}

fn refused(code: ProblemCode) -> AnyView {
    let flow = chosen(IdentityMethod::Phone);
    flow.answering.failure.set(Some(Failure::Refused(Box::new(code.into()))));
    page(flow)
}

fn under_way(method: IdentityMethod, state: IdentityState, left: u32, resend: u32) -> Flow {
    let flow = chosen(method);
    flow.clock.left.set(left);
    flow.clock.resend.set(resend);
    flow.attempt.set(Some(IdentityAttempt {
        id: "a1".to_owned(),
        method,
        state,
        expires_in: left,
        resend_in: resend,
        resends_left: 4,
        tries_left: 4,
        extendable: true,
    }));
    flow
}

fn code(left: u32, resend: u32, wrong: Option<Invalid>, refused: Option<ProblemCode>) -> AnyView {
    let flow = under_way(IdentityMethod::Phone, IdentityState::Code, left, resend);
    let problem = |error| FieldProblem { field: "code".to_owned(), error };
    flow.answering.problems.set(wrong.map(problem).into_iter().collect());
    flow.answering.failure.set(refused.map(|code| Failure::Refused(Box::new(code.into()))));
    page(flow)
}

fn waiting(left: u32) -> AnyView {
    page(under_way(IdentityMethod::Simple, IdentityState::Consent, left, 0))
}
