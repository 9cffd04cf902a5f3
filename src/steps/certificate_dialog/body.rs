//! What is in the dialog: the check of the environment, and then the certificates.

use super::choosing::{Choosing, Work};
use super::environment_view::EnvironmentView;
use super::media::Media;
use super::number::NumberPart;
use super::password::{PASSWORD, PasswordPart};
use super::trouble::TroubleNotice;
use crate::i18n::{certificate_words, instead, local};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_id;
use crate::ui::ime::is_composing;
use crate::ui::spinner::Spinner;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Everything between title and buttons.
#[component]
pub fn Body(
    /// The use.
    choosing: Choosing,
) -> impl IntoView {
    view! {
        <div class="certificates" on:keydown=move |event| key(&event, choosing)>
            <p class="visually-hidden" role="status">{dynamic(move || choosing.said.get())}</p>
            {dynamic(move || if choosing.entered.get() {
                view! { <Certificates choosing/> }.into_any()
            } else {
                view! { <EnvironmentView choosing/> }.into_any()
            })}
        </div>
    }
}

#[component]
fn Certificates(choosing: Choosing) -> impl IntoView {
    let words = certificate_words();
    let note = choosing.portal.certificates.as_ref().and_then(|certificates| certificates.note.as_ref());
    let reachable = Memo::new(move |_| instead(choosing.place()).is_none());
    view! {
        <p>{words.lead}</p>
        <Media choosing/>
        {dynamic(move || reachable.get().then(|| if choosing.checks_owner() {
            view! { <PasswordPart choosing/> <NumberPart choosing/> }.into_any()
        } else {
            view! { <NumberPart choosing/> <PasswordPart choosing/> }.into_any()
        }))}
        <TroubleNotice choosing/>
        <Progress choosing/>
        {note.map(|note| view! { <p class="certificates__note">{local(note)}</p> })}
    }
}

#[component]
fn Progress(choosing: Choosing) -> impl IntoView {
    let words = certificate_words();
    let text = move |work| match work {
        Work::Opening => words.working_open,
        Work::Signing => words.working_sign,
        Work::Sending => words.working_send,
    };
    dynamic(move || choosing.work.get().map(|work| view! { <Spinner text=text(work)/> }))
}

/// The dialog may stand in the form of a step, which no Enter here must submit. In the password it confirms; on a
/// certificate it goes on to the password.
fn key(event: &KeyboardEvent, choosing: Choosing) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input.filter(|input| event.key() == "Enter" && input.type_() != "file") else { return };
    event.prevent_default();
    if is_composing(event) {
        return;
    }
    if input.type_() == "radio" {
        focus_id(PASSWORD);
    } else {
        choosing.confirm();
    }
}
