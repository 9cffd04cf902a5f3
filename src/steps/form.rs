//! Sections of fields.

use super::field::{FieldView, is_asked};
use crate::i18n::{local, ui_words};
use crate::ui::dynamic::dynamic;
use crate::wizard::answering::Answering;
use crate::wizard::bind::Binder;
use gaip_domain::portal::{FormStep, Section};
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
        {settings.sections.iter().map(|section| view! { <SectionView binder section/> }).collect_view()}
    }
}

/// A section, unless nothing in it is asked.
#[component]
fn SectionView(binder: Binder, section: &'static Section) -> impl IntoView {
    let asks = Memo::new(move |_| section.fields.iter().any(|field| is_asked(binder.answering, field)));
    dynamic(move || {
        asks.get().then(|| {
            view! {
                <section class="section">
                    <h2>{local(&section.title)}</h2>
                    {section.text.iter().map(|text| view! { <p>{local(text)}</p> }).collect_view()}
                    {section.fields.iter().map(|field| view! { <FieldView binder field/> }).collect_view()}
                </section>
            }
        })
    })
}
