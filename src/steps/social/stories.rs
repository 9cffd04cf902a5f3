//! States of the step for the gallery.

use super::{Parts, Stage};
use crate::api::Failure;
use crate::steps::samples::tradeinvest;
use crate::ui::story::Story;
use crate::wizard::frame::StepFrame;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::SocialOutcome;
use gaip_domain::portal::StepKind;
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "steps/social/choosing", view: || page(Stage::Choosing, None, false) },
    Story { name: "steps/social/in-app", view: || page(Stage::Choosing, None, true) },
    Story { name: "steps/social/cancelled", view: || page(Stage::Choosing, Some(SocialOutcome::Cancelled), false) },
    Story { name: "steps/social/unavailable", view: || page(Stage::Choosing, Some(SocialOutcome::Unavailable), false) },
    Story { name: "steps/social/expired", view: || page(Stage::Choosing, Some(SocialOutcome::Expired), false) },
    Story { name: "steps/social/member", view: || page(Stage::Choosing, Some(SocialOutcome::Member), false) },
    Story { name: "steps/social/under-age", view: || page(Stage::Choosing, Some(SocialOutcome::UnderAge), false) },
    Story { name: "steps/social/finishing", view: || page(Stage::Finishing, None, false) },
    Story { name: "steps/social/shown", view: || page(Stage::Shown, None, false) },
    Story { name: "steps/social/gone", view: gone },
];

fn page(stage: Stage, outcome: Option<SocialOutcome>, in_app: bool) -> AnyView {
    let answering = tradeinvest::social("channel");
    let StepKind::Social(settings) = &answering.step.kind else { unreachable!("the step is a social one") };
    answering.bring(crate::wizard::judge::OTHERS);
    view! { <StepFrame answering><Parts answering settings stage=RwSignal::new(stage) outcome in_app/></StepFrame> }
        .into_any()
}

fn gone() -> AnyView {
    let answering = tradeinvest::social("channel");
    let StepKind::Social(settings) = &answering.step.kind else { unreachable!("the step is a social one") };
    answering.bring(crate::wizard::judge::OTHERS);
    answering.failure.set(Some(Failure::Refused(Box::new(ProblemCode::SocialGone.into()))));
    view! { <StepFrame answering><Parts answering settings stage=RwSignal::new(Stage::Choosing) outcome=None in_app=false/></StepFrame> }.into_any()
}
