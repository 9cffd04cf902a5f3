//! Who the person is, proved by an outside service (manual rows K25 to K32, T52 to T56, X8).
//!
//! The page has one button, which does what the part of the step needs that is shown: it requests, confirms, or goes on.
//! Once the service has verified the person the step answers itself.

mod clock;
mod code;
mod details;
mod flow;
mod methods;
mod requests;
#[cfg(feature = "gallery")]
mod stories;
mod timer;
mod typed;
mod verified;
mod waiting;

pub use clock::Clock;
#[cfg(feature = "gallery")]
pub use stories::STORIES;
pub use timer::TimeLeft;
pub use verified::method_title;

use crate::api::Failure;
use crate::i18n::{identity_words, words};
use crate::ui::dynamic::dynamic;
use crate::ui::spinner::Spinner;
use crate::wizard::answering::{Answering, Press};
use code::CodePart;
use details::DetailsPart;
use flow::{Flow, Stage, ends};
use gaip_domain::portal::{IdentityMethod, IdentityStep};
use leptos::prelude::*;
use methods::MethodCards;
use verified::VerifiedPart;
use waiting::WaitingPart;

/// The step, which looks first how the verification stands.
#[component]
pub fn IdentityStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static IdentityStep,
) -> impl IntoView {
    let flow = Flow::new(answering, settings);
    flow.clock.run();
    Effect::new(move || {
        if let Some(only) = flow.only().filter(|only| flow.method.with_untracked(|chosen| chosen != only.as_str())) {
            flow.method.set(only.as_str().to_owned());
        }
        flow.look();
    });
    // An answer that the backend does not take any more: begin again.
    Effect::new(move || {
        let code = answering.failure.with(|failure| failure.as_ref().and_then(Failure::code));
        if code.is_some_and(ends) {
            flow.attempt.set(None);
        }
    });
    view! { <Parts flow/> }
}

/// The part of the step that is shown, and what the page's button does there.
#[component]
pub fn Parts(
    /// The verification.
    flow: Flow,
) -> impl IntoView {
    let stage = Memo::new(move |_| flow.stage());
    let press = move || press(flow, stage.get());
    flow.answering.presses(press);
    follow_edits(flow);
    let words = identity_words();
    dynamic(move || match stage.get() {
        Stage::Looking => view! { <Spinner text=words.looking/> }.into_any(),
        Stage::Details => {
            view! { {flow.only().is_none().then(|| view! { <MethodCards flow/> })} <DetailsPart flow/> }.into_any()
        }
        Stage::Code => view! { <CodePart flow/> }.into_any(),
        Stage::Waiting => view! { <WaitingPart flow/> }.into_any(),
        Stage::Finishing => view! { <Spinner text=words.verified/> }.into_any(),
        Stage::Verified => flow.verified().map(|identity| view! { <VerifiedPart flow identity/> }).into_any(),
    })
}

fn press(flow: Flow, stage: Stage) -> Press {
    let (words, next) = (identity_words(), words().signup.next);
    let (label, act) = match stage {
        Stage::Looking => (next, Callback::new(|()| {})),
        Stage::Details if flow.chosen() == Some(IdentityMethod::Simple) => {
            (words.request_app, Callback::new(move |()| flow.ask()))
        }
        Stage::Details => (words.request_code, Callback::new(move |()| flow.ask())),
        Stage::Code => (words.confirm, Callback::new(move |()| flow.confirm())),
        Stage::Waiting => (words.approved, Callback::new(move |()| flow.check())),
        Stage::Finishing => (next, Callback::new(move |()| flow.answering.submit(false))),
        Stage::Verified => (next, Callback::new(move |()| flow.answering.go_on())),
    };
    Press { label, act }
}

/// What was wrong with an input is not said of what is typed after it.
fn follow_edits(flow: Flow) {
    let inputs = flow.typed.named().into_iter().chain([("method", flow.method)]);
    for (name, input) in inputs {
        Effect::new(move |before: Option<()>| {
            input.track();
            if before.is_some() {
                flow.answering.edited(name);
            }
        });
    }
}
