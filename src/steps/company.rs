//! The business number, which the backend asks of the registry.

use crate::i18n::words;
use crate::ui::dynamic::dynamic;
use crate::ui::field::DigitsField;
use crate::ui::spinner::Spinner;
use crate::wizard::answering::Answering;
use crate::wizard::bind::Binder;
use gaip_domain::facts::Answer;
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;

/// Name of the one field.
const FIELD: &str = "business_number";

/// The number and what the registry said of it.
#[component]
pub fn CompanyStepView(
    /// The step.
    answering: Answering,
) -> impl IntoView {
    let words = &words().signup;
    let value = Binder::step(answering).text(FIELD);
    let error = answering.error(FIELD.to_owned());
    // What the registry said counts for the number that was asked.
    let confirmed = move || {
        let typed = BusinessNumber::parse(&value.get()).ok();
        answering.draft.view.with(|view| match view.facts.answers.get(&answering.step.id) {
            Some(Answer::Company { business_number }) => Some(business_number) == typed.as_ref(),
            _ => false,
        })
    };
    view! {
        <DigitsField id=FIELD label=words.business_number value groups=&[3, 2, 5]
            hint=words.business_number_hint.to_owned() error/>
        <p class="field__status field__status--good" role="status">
            {dynamic(move || confirmed().then_some(words.continuing))}
        </p>
        <Spinner active=answering.busy text=words.checking/>
    }
}
