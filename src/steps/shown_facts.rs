//! Chosen facts as they were submitted, personal ones by their ends (manual rows W89 to W104).

use super::show::Shown;
use crate::i18n::{local, words};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::wizard::answering::Answering;
use gaip_domain::facts::{Answer, Facts};
use gaip_domain::portal::StepKind;
use leptos::prelude::*;

/// The facts in order; one that was not asked of this person has no row.
#[component]
pub fn ShownFacts(
    /// The step on whose page they stand.
    answering: Answering,
    /// `step.field` each.
    shown: &'static [String],
) -> impl IntoView {
    let draft = answering.draft;
    let view = draft.view.get_untracked();
    let beside = Shown {
        portal: draft.portal,
        journey: draft.journey,
        files: view.files,
        year: draft.today().year(),
        change: false,
        masked: true,
    };
    let rows: Vec<AnyView> = shown.iter().filter_map(|fact| row(fact, &view.facts, &beside)).collect();
    view! { <SummaryList>{rows}</SummaryList> }
}

fn row(fact: &str, facts: &Facts, beside: &Shown) -> Option<AnyView> {
    let (step, name) = fact.split_once('.')?;
    let step = beside.journey.step(step)?;
    let (label, value) = match (&step.kind, facts.answers.get(&step.id)?) {
        (StepKind::Form(settings), Answer::Form(values)) => {
            let field = settings.fields().find(|field| field.name == name)?;
            (local(&field.label), beside.view(field, values.get(name)?))
        }
        (StepKind::Choose(settings), Answer::Choose { choice }) => {
            let chosen = settings.options.iter().find(|option| option.value == *choice)?;
            (local(&step.title), local(&chosen.title).into_any())
        }
        (StepKind::Company(_), Answer::Company { business_number, .. }) => {
            (words().signup.business_number.to_owned(), business_number.hyphenated().into_any())
        }
        _ => return None,
    };
    Some(view! { <SummaryRow name=label>{value}</SummaryRow> }.into_any())
}
