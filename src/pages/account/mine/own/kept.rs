//! What a member sees and cannot change here: what was proven, and what stays as it was entered.

use super::editing::{Editing, values};
use crate::i18n::{local, own_words};
use crate::steps::show::Shown;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_domain::facts::{Answer, Value};
use gaip_domain::form;
use gaip_domain::own::Standing;
use gaip_domain::portal::{IdentityPart, StepKind};
use leptos::prelude::*;

/// The lists; each only where there is something.
#[component]
pub fn Kept(
    /// What is typed beside.
    editing: Editing,
) -> impl IntoView {
    let words = own_words();
    let (proven, fixed) = (rows(editing, Standing::Proven, false), rows(editing, Standing::Fixed, false));
    let (registered, of_company) = (rows(editing, Standing::Proven, true), rows(editing, Standing::Fixed, true));
    let fixed = fixed.into_iter().chain(of_company).collect();
    let journeys = editing.info.with_value(|info| info.journeys.clone());
    let mut journeys = journeys.iter().filter_map(|id| editing.portal.journey(id));
    let has_products = journeys.any(|one| one.steps.iter().any(|step| matches!(step.kind, StepKind::Products(_))));
    let list = |id: &'static str, title: &'static str, text: &'static str, rows: Vec<AnyView>| {
        (!rows.is_empty()).then(|| {
            view! {
                <section class="my__step" aria-labelledby=id>
                    <h2 id=id>{title}</h2>
                    <p class="my__meaning">{text}</p>
                    <SummaryList>{rows}</SummaryList>
                </section>
            }
        })
    };
    view! {
        {list("own-proven", words.proven, words.proven_text, proven)}
        {list("own-registered", words.registered, words.registered_text, registered)}
        {list("own-kept", words.kept, words.fixed_text, fixed)}
        {has_products.then(|| view! { <p class="my__meaning">{words.products_text}</p> })}
    }
}

/// Of the forms about the member, or of those about the company.
fn rows(editing: Editing, wanted: Standing, company: bool) -> Vec<AnyView> {
    let info = editing.info.get_value();
    let journey = info.journeys.first().and_then(|id| editing.portal.journey(id));
    let Some(journey) = journey else { return Vec::new() };
    let identity = info.facts.answers.values().find_map(|answer| match answer {
        Answer::Identity(identity) => Some(identity.clone()),
        _ => None,
    });
    let mut rows = Vec::new();
    let in_a_form = editing.forms.with_value(|forms| {
        forms.iter().flat_map(|(form, _)| &form.fields).any(|(field, _)| field.identity == Some(IdentityPart::Name))
    });
    if let Some(identity) = identity.filter(|_| wanted == Standing::Proven && !company && !in_a_form) {
        let name = crate::i18n::identity_words().name;
        rows.push(view! { <SummaryRow name>{identity.name}</SummaryRow> }.into_any());
    }
    let shown = Shown {
        portal: editing.portal,
        journey,
        facts: info.facts.clone(),
        files: Vec::new(),
        year: editing.year,
        change: false,
        masked: false,
    };
    for (form, _) in editing.forms.get_value().into_iter().filter(|(form, _)| form.company == company) {
        let values = values(&info, &form.step.id);
        for (field, _) in form.fields.iter().filter(|(_, standing)| *standing == wanted) {
            let known = form::known_already(field, &info.facts).or_else(|| values.get(&field.name).cloned());
            if let Some(value) = known.filter(|value| *value != Value::Secret) {
                let name = local(&field.label);
                let value = shown.view(field, &value);
                rows.push(view! { <SummaryRow name>{value}</SummaryRow> }.into_any());
            }
        }
    }
    rows
}
