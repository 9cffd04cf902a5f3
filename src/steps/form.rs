//! Sections of fields.

use super::field::FieldView;
use crate::i18n::{local, ui_words};
use crate::wizard::answering::Answering;
use crate::wizard::bind::Binder;
use gaip_domain::portal::FormStep;
use leptos::prelude::*;

/// The sections of a form.
#[component]
pub fn FormStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static FormStep,
) -> impl IntoView {
    let binder = Binder::step(answering);
    view! {
        <p class="legend">{ui_words().required_legend}</p>
        {settings.sections.iter().map(|section| view! {
            <section class="section">
                <h2>{local(&section.title)}</h2>
                {section.fields.iter().map(|field| view! { <FieldView binder field/> }).collect_view()}
            </section>
        }).collect_view()}
    }
}
