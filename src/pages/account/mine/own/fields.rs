//! What can be changed of one form.

use super::editing::Editing;
use crate::i18n::{local, words};
use crate::routes;
use crate::steps::field::typed::{Typed, TypedField};
use crate::ui::dynamic::dynamic;
use crate::ui::link::NewWindowLink;
use gaip_domain::facts::{Answer, Facts, Values};
use gaip_domain::form;
use gaip_domain::own::OwnForm;
use leptos::prelude::*;

/// The open fields of a form, under the title of its step; a field is shown as long as it is asked.
#[component]
pub fn OwnFields(
    /// What is typed.
    editing: Editing,
    /// The form.
    form: OwnForm<'static>,
    /// Its open fields.
    typed: Vec<Typed>,
) -> impl IntoView {
    let step = form.step;
    let facts = StoredValue::new(editing.info.with_value(|info| info.facts.clone()));
    let rows = typed.into_iter().map(|one| {
        let key = format!("{}.{}", step.id, one.field.name);
        Effect::new(move |before: Option<()>| {
            let _ = one.input();
            if before.is_some() {
                editing.edited();
            }
        });
        let asked = Memo::new(move |_| {
            one.field.when.is_none() || {
                let input = editing.typed().remove(&step.id).unwrap_or_default();
                facts.with_value(|facts| form::asked(one.field, &step.id, facts, &known(facts, &step.id, &input)))
            }
        });
        let document = one.field.terms.as_ref().and_then(|terms| editing.portal.terms_document(terms));
        let link = document.map(|document| {
            let text = format!("{} {}", local(&document.title), words().signup.read);
            (routes::terms(&editing.portal.id, &document.id), text)
        });
        view! {
            {dynamic(move || asked.get().then(|| view! { <TypedField id=key.clone() typed=one error=editing.error(key.clone()) year=editing.year/> }))}
            {link.map(|(href, text)| view! { <p class="field__terms"><NewWindowLink href text/></p> })}
        }
    });
    let rows = rows.collect_view();
    (!form.open().count().eq(&0)).then(|| {
        view! {
            <section class="section">
                <h2>{local(&step.title)}</h2>
                {rows}
            </section>
        }
    })
}

/// The values of a step with the texts that are typed over them.
fn known(facts: &Facts, step: &str, input: &gaip_domain::facts::StepInput) -> Values {
    let mut values = match facts.answers.get(step) {
        Some(Answer::Form(values)) => values.clone(),
        _ => Values::new(),
    };
    for (name, typed) in &input.fields {
        if let gaip_domain::facts::FieldInput::Text(text) = typed {
            values.insert(name.clone(), gaip_domain::facts::Value::Text(text.clone()));
        }
    }
    values
}
