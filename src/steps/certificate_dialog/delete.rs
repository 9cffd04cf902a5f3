//! Asks before a kept certificate is deleted (manual row W28).

use super::choosing::Choosing;
use crate::i18n::certificate_words;
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::modal::{Modal, ModalKind};
use leptos::prelude::*;

/// Opens over the dialog.
#[component]
pub fn DeleteDialog(choosing: Choosing) -> impl IntoView {
    let words = certificate_words();
    let open = choosing.deleting;
    let delete = move |()| {
        open.set(false);
        choosing.delete();
    };
    view! {
        <Modal id="certificate-delete" open title=words.delete_title kind=ModalKind::Decision footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| open.set(false)>{words.cancel}</Button>
                <Button kind=ButtonKind::Danger on_click=delete>{words.delete_confirm}</Button>
            </ButtonGroup>
        }>
            <p>{words.delete_text}</p>
        </Modal>
    }
}
