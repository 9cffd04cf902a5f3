//! The dialog round the picker. It begins anew each time it is opened.

use super::ask::{Ask, CodePicker};
use super::body::PickerBody;
use super::picking::Picking;
use super::search_box::BOX;
use crate::i18n::list_words;
use crate::ui::focus::focus_soon;
use crate::ui::modal::{Modal, ModalKind};
use gaip_contract::bodies::CodeRow;
use leptos::prelude::*;

/// The dialog; one for all fields of a step.
#[component]
pub fn CodePickerDialog(
    /// Opens it.
    picker: CodePicker,
) -> impl IntoView {
    Effect::new(move || {
        if picker.open.get() {
            focus_soon(BOX);
        }
    });
    move || picker.ask.get().map(|ask| view! { <Dialog picker ask/> })
}

#[component]
fn Dialog(picker: CodePicker, ask: Ask) -> impl IntoView {
    let CodePicker { open, .. } = picker;
    let title = list_words(ask.list).title;
    let on_close = Callback::new(move |()| open.set(false));
    let body = move || {
        let on_choose = {
            let (choose, back, one) = (ask.on_choose, ask.back.clone(), ask.max.is_none());
            move |row: CodeRow| {
                choose.run(row);
                if one {
                    open.set(false);
                    focus_soon(back.clone());
                }
            }
        };
        let picking = Picking::new(&ask, Callback::new(on_choose), on_close);
        picking.begin_with(&ask.query);
        view! { <PickerBody picking/> }
    };
    view! {
        <Modal id="code-picker" open title kind=ModalKind::Sheet>
            {move || open.get().then(&body)}
        </Modal>
    }
}
