//! A code that is sent to the member's e-mail address (manual rows T116, D123 to D130, X12, X22).
//!
//! The page says the same whether or not what is typed is a member's. It has one button, which asks for the code, and then
//! answers by it.

mod code;
mod flow;
#[cfg(feature = "gallery")]
mod stories;

#[cfg(feature = "gallery")]
pub use stories::STORIES;

use super::field::FieldView;
use crate::api::Failure;
use crate::i18n::{email_code_words, identity_words, ui_words, words};
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::dynamic::dynamic;
use crate::wizard::answering::{Answering, Press};
use crate::wizard::bind::Binder;
use code::CodePart;
use flow::{Flow, Stage};
use gaip_contract::ProblemCode;
use gaip_domain::portal::EmailCodeStep;
use leptos::prelude::*;

/// The step, which looks first whether a code is on its way.
#[component]
pub fn EmailCodeStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static EmailCodeStep,
) -> impl IntoView {
    let flow = Flow::new(answering, settings);
    flow.clock.run();
    Effect::new(move || flow.look());
    Effect::new(move || match answering.failure.with(|failure| failure.as_ref().and_then(Failure::code)) {
        Some(ProblemCode::EmailCodeWrong) => flow.wrong(),
        Some(ProblemCode::EmailCodeExpired) => flow.clock.stop(),
        Some(ProblemCode::EmailCodeGone) => flow.attempt.set(None),
        _ => {}
    });
    view! { <Parts flow/> }
}

/// The part of the step that is shown, and what the page's button does there.
#[component]
pub fn Parts(
    /// The code.
    flow: Flow,
) -> impl IntoView {
    let stage = Memo::new(move |_| flow.stage());
    let press = move || press(flow, stage.get());
    flow.answering.presses(press);
    dynamic(move || match stage.get() {
        Stage::Details => view! { <Details flow/> }.into_any(),
        Stage::Code => view! { <CodePart flow/> }.into_any(),
        Stage::Known => view! {
            <Notice kind=NoticeKind::Success><p>{email_code_words().known}</p></Notice>
        }
        .into_any(),
    })
}

/// What is asked of the member.
#[component]
fn Details(flow: Flow) -> impl IntoView {
    let binder = Binder::step(flow.answering);
    view! {
        <p class="legend">{ui_words().required_legend}</p>
        {flow.settings.fields.iter().map(|field| view! { <FieldView binder field/> }).collect_view()}
    }
}

fn press(flow: Flow, stage: Stage) -> Press {
    let (label, act) = match stage {
        Stage::Details => (email_code_words().request, Callback::new(move |()| flow.ask())),
        Stage::Code => (identity_words().confirm, Callback::new(move |()| flow.answering.submit(false))),
        Stage::Known => (words().signup.next, Callback::new(move |()| flow.answering.go_on())),
    };
    Press { label, act }
}
