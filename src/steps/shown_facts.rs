//! Chosen facts as they were submitted, personal ones by their ends (manual rows W89 to W104).

use super::show::Shown;
use crate::i18n::{local, words};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::wizard::answering::Answering;
use gaip_domain::facts::{Answer, Facts};
use gaip_domain::form;
use gaip_domain::portal::{Field, ShownFact, StepKind};
use leptos::prelude::*;

/// The facts in order; one that was not asked of this person has no row.
#[component]
pub fn ShownFacts(
    /// The step on whose page they stand.
    answering: Answering,
    /// Which, and what they are called.
    shown: &'static [ShownFact],
) -> impl IntoView {
    let draft = answering.draft;
    let view = draft.view.get_untracked();
    let beside = Shown {
        portal: draft.portal,
        journey: draft.journey,
        facts: view.facts.clone(),
        files: view.files,
        year: draft.today().year(),
        change: false,
        masked: true,
    };
    let rows: Vec<AnyView> = shown.iter().filter_map(|shown| row(shown, &view.facts, &beside)).collect();
    view! { <SummaryList>{rows}</SummaryList> }
}

fn row(shown: &ShownFact, facts: &Facts, beside: &Shown) -> Option<AnyView> {
    let (step, name) = shown.fact.split_once('.')?;
    let step = beside.journey.step(step)?;
    let (label, value) = match (&step.kind, facts.answers.get(&step.id)?) {
        (StepKind::Form(settings), Answer::Form(values)) => {
            let asked = |field: &&Field| field.name == name && form::asked(field, &step.id, facts, values);
            let field = settings.fields().find(asked)?;
            (local(&field.label), values.get(name).map(|value| beside.view(field, value)))
        }
        (StepKind::Choose(settings), Answer::Choose { choice }) => {
            let chosen = settings.options.iter().find(|option| option.value == *choice)?;
            (local(&step.title), Some(local(&chosen.title).into_any()))
        }
        (StepKind::Company(_), Answer::Company { business_number, .. }) => {
            (words().signup.business_number.to_owned(), Some(business_number.hyphenated().into_any()))
        }
        _ => return None,
    };
    let name = shown.label.as_ref().map_or(label, local);
    Some(match value {
        Some(value) => view! { <SummaryRow name>{value}</SummaryRow> }.into_any(),
        None => view! { <SummaryRow name/> }.into_any(),
    })
}
