//! One of a few ways to go on (manual rows K2, K22).

use crate::i18n::local;
use crate::later::prefetch;
use crate::ui::field::{RadioCard, RadioCards};
use crate::wizard::answering::Answering;
use crate::wizard::bind::Binder;
use gaip_domain::portal::ChooseStep;
use leptos::prelude::*;

/// Name of the one field.
const FIELD: &str = "choice";

/// A card for each way.
#[component]
pub fn ChooseStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static ChooseStep,
) -> impl IntoView {
    let value = Binder::step(answering).text(FIELD);
    let error = answering.error(FIELD.to_owned());
    let cards = settings.options.iter().map(|option| RadioCard {
        code: option.value.clone(),
        title: local(&option.title),
        text: option.text.iter().map(local).collect(),
        off: None,
    });
    // There is something to choose: what the next steps need can come meanwhile.
    Effect::new(prefetch);
    view! { <RadioCards id=FIELD label=local(&answering.step.title) value cards=cards.collect() error/> }
}
