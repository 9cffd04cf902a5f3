//! Files of a form: limits, and how far each is.

use super::is_optional;
use crate::i18n::{field_words, fill, invalid, local};
use crate::steps::upload::Uploads;
use crate::steps::upload::check::accept;
use crate::ui::field::FilesField;
use crate::wizard::bind::Binder;
use gaip_domain::portal::{Field, Input};
use gaip_domain::value::Invalid;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The files of a field.
#[component]
pub fn FilesInput(
    /// The step or product that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
) -> impl IntoView {
    let max = if let Input::Files { max } = field.input { max } else { 1 };
    let words = field_words();
    let id = binder.key(&field.name);
    let uploads = Uploads::new(binder, field);
    let too_many = RwSignal::new(false);
    let judged = binder.answering.error(id.clone());
    let error =
        Signal::derive(move || if too_many.get() { Some(invalid(field, Invalid::TooMany(max))) } else { judged.get() });
    let limits = fill(words.files_limits, max);
    let hint = field.hint.as_ref().map_or(limits.clone(), |hint| format!("{} {limits}", local(hint)));
    let add = move |files: Vec<web_sys::File>| too_many.set(uploads.add(files, max as usize) > 0);
    let remove = move |key: String| {
        too_many.set(false);
        uploads.remove(&key);
    };
    let input = StoredValue::new(id.clone());
    let retry = move |key: String| {
        if uploads.lacks_file(&key) {
            input.with_value(|id| open_chooser(id));
        } else {
            uploads.retry(&key);
        }
    };
    view! {
        <FilesField id label=local(&field.label) rows=uploads.rows() on_add=add on_remove=remove on_retry=retry
            limit=max as usize accept=accept() hint error optional=is_optional(field)/>
        <p class="field__status" role="status">
            {move || uploads.any_lacks_file().then_some(words.files_choose_again)}
        </p>
    }
}

/// Only the person can give the page a file again.
fn open_chooser(id: &str) {
    let input = document().get_element_by_id(id).and_then(|input| input.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(input) = input {
        input.click();
    }
}
