//! Check answers: everything that will be sent, each with a way to change it that leads back here.

use super::show::{AnswerList, Shown};
use crate::i18n::local;
use crate::wizard::answering::Answering;
use gaip_domain::journey;
use leptos::prelude::*;

/// The answers by step.
#[component]
pub fn ReviewStepView(
    /// The step.
    answering: Answering,
) -> impl IntoView {
    view! { <Answers answering change=true masked=false/> }
}

/// The answers of a sign-up by step.
#[component]
pub fn Answers(
    /// The step on whose page they stand.
    answering: Answering,
    /// Each row leads to the step that can change it.
    change: bool,
    /// Personal values show their ends only.
    masked: bool,
) -> impl IntoView {
    let draft = answering.draft;
    let view = draft.view.get_untracked();
    let shown = Shown {
        portal: draft.portal,
        journey: draft.journey,
        facts: view.facts.clone(),
        files: view.files,
        year: draft.today().year(),
        change,
        masked,
    };
    journey::route(draft.journey, &view.facts)
        .into_iter()
        .filter_map(|step| {
            let answer = view.facts.answers.get(&step.id)?.clone();
            let shown = shown.clone();
            // A step of the journey lives as long as the page; the route only borrows the facts.
            let step = draft.journey.step(&step.id)?;
            Some(view! {
                <section class="section">
                    <h2>{local(&step.title)}</h2>
                    <AnswerList step answer shown/>
                </section>
            })
        })
        .collect_view()
}
