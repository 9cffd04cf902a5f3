//! Tells which answers become void before it happens.

use super::answering::Answering;
use crate::i18n::{local, words};
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::modal::{Modal, ModalKind};
use leptos::prelude::*;

/// Asks whether the new answer is worth the answers that it voids.
#[component]
pub fn ForgetDialog(
    /// The step.
    answering: Answering,
) -> impl IntoView {
    let words = &words().signup;
    let open = RwSignal::new(false);
    Effect::new(move || open.set(answering.forgetting.with(Option::is_some)));
    let keep = move |()| {
        answering.forgetting.set(None);
    };
    let change = move |()| {
        answering.forgetting.set(None);
        answering.submit(true);
    };
    let titles = move || {
        let ids = answering.forgetting.get().unwrap_or_default();
        let steps = ids.iter().filter_map(|id| answering.draft.journey.step(id));
        steps.map(|step| view! { <li>{local(&step.title)}</li> }).collect_view()
    };
    view! {
        <Modal id="forget" open title=words.forget_title kind=ModalKind::Decision footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=keep>{words.forget_keep}</Button>
                <Button on_click=change>{words.forget_confirm}</Button>
            </ButtonGroup>
        }>
            <p>{words.forget_text}</p>
            <ul>{titles}</ul>
        </Modal>
    }
}
