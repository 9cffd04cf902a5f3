//! States of the dialog for the gallery.

use super::ask::{FinancialAsk, user};
use super::dialog::{Body, Frame};
use super::flow::{AGREED, Flow, MOBILE, NUMBER, OTP};
use crate::api::Failure;
use crate::i18n::{certificate_words, fill, financial_words};
use crate::steps::samples;
use crate::ui::story::Story;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{FinancialAttempt, FinancialPurpose, FinancialState};
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story {
        name: "steps/financial/dialog",
        view: || view! { <Frame flow=typed() open=RwSignal::new(true)/> }.into_any(),
    },
    Story { name: "steps/financial/details", view: || body(typed()) },
    Story { name: "steps/financial/details-wrong", view: wrong },
    Story { name: "steps/financial/account", view: || at(FinancialState::Account, 300, |_| {}) },
    Story { name: "steps/financial/account-missing", view: missing },
    Story { name: "steps/financial/reply", view: || at(FinancialState::Reply, 291, |_| {}) },
    Story { name: "steps/financial/reply-not-yet", view: not_yet },
    Story { name: "steps/financial/reply-over", view: || at(FinancialState::Reply, 0, |_| {}) },
    Story { name: "steps/financial/call", view: || at(FinancialState::Call, 58, |_| {}) },
    Story { name: "steps/financial/otp", view: || at(FinancialState::Otp, 300, |_| {}) },
    Story { name: "steps/financial/otp-wrong", view: otp_wrong },
    Story { name: "steps/financial/finishing", view: || at(FinancialState::Verified, 0, |_| {}) },
    Story { name: "steps/financial/timeout", view: || refused(ProblemCode::FinancialTimeout) },
    Story { name: "steps/financial/refused", view: || refused(ProblemCode::FinancialRefused) },
    Story { name: "steps/financial/unavailable", view: || refused(ProblemCode::FinancialUnavailable) },
    Story { name: "steps/financial/tries-over", view: || refused(ProblemCode::FinancialTriesOver) },
    Story { name: "steps/financial/expired", view: || refused(ProblemCode::CertificateExpired) },
    Story { name: "steps/financial/other-company", view: || refused(ProblemCode::CertificateOtherCompany) },
    Story { name: "steps/financial/other-company-alert", view: alerted },
    Story { name: "steps/financial/unregistered", view: || refused(ProblemCode::CertificateUnregistered) },
];

fn typed() -> Flow {
    let ask = FinancialAsk {
        portal: samples::bank::portal(),
        purpose: FinancialPurpose::Login,
        number: "1248100998".to_owned(),
        back: "",
        use_attempt: user(|_| async { Ok(()) }),
    };
    let flow = Flow::new(ask, Callback::new(|()| {}));
    flow.mobile.set("010-1234-5678".to_owned());
    flow
}

fn body(flow: Flow) -> AnyView {
    view! { <Body flow/> }.into_any()
}

fn at(state: FinancialState, left: u32, change: fn(Flow)) -> AnyView {
    let flow = typed();
    let shows = matches!(state, FinancialState::Reply | FinancialState::Call);
    let digits = shows.then(|| "80".to_owned());
    flow.clock.left.set(left);
    flow.attempt.set(Some(FinancialAttempt { id: "a1".to_owned(), state, digits, expires_in: left, tries_left: 4 }));
    change(flow);
    body(flow)
}

fn wrong() -> AnyView {
    let flow = typed();
    let number = (NUMBER, certificate_words().number_dropped.to_owned());
    flow.number.set(String::new());
    flow.wrong.set(vec![number, (MOBILE, financial_words().mobile_wrong.to_owned())]);
    body(flow)
}

fn missing() -> AnyView {
    at(FinancialState::Account, 300, |flow| {
        flow.wrong.set(vec![(AGREED, financial_words().agree_missing.to_owned())]);
    })
}

fn not_yet() -> AnyView {
    at(FinancialState::Reply, 200, |flow| flow.said.set(financial_words().not_yet.to_owned()))
}

fn otp_wrong() -> AnyView {
    at(FinancialState::Otp, 200, |flow| flow.wrong.set(vec![(OTP, fill(financial_words().otp_wrong, 3))]))
}

fn alerted() -> AnyView {
    view! { <Frame flow=failed(ProblemCode::CertificateOtherCompany) open=RwSignal::new(true)/> }.into_any()
}

fn failed(code: ProblemCode) -> Flow {
    let flow = typed();
    flow.failure.set(Some(Failure::Refused(Box::new(code.into()))));
    flow
}

fn refused(code: ProblemCode) -> AnyView {
    body(failed(code))
}
