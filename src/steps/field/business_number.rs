//! The business number that the registry confirmed: shown, not asked again (manual row D85).

use crate::i18n::{local, words};
use crate::routes;
use crate::ui::field::TextField;
use crate::ui::field::Width;
use crate::wizard::bind::Binder;
use gaip_domain::portal::{Field, StepKind};
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;

/// The number, with a link to the step that can change it.
#[component]
pub fn BusinessNumberInput(
    /// The step that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
) -> impl IntoView {
    let draft = binder.answering.draft;
    let number = draft.view.with_untracked(|view| view.facts.business_number().map(BusinessNumber::hyphenated));
    let step = draft.journey.steps.iter().find(|step| matches!(step.kind, StepKind::Company(_)));
    view! {
        <TextField id=binder.key(&field.name) label=local(&field.label) hint=field.hint.as_ref().map(local)
            value=RwSignal::new(number.unwrap_or_default()) readonly=true width=Width::Medium>
            {step.map(|step| view! {
                <a href=routes::step(&draft.portal.id, draft.journey, &step.id)>{words().signup.change}</a>
            })}
        </TextField>
    }
}
