//! Giving the sign-up up, which deletes everything: asked first.

use super::draft::Draft;
use crate::api;
use crate::i18n::words;
use crate::routes;
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::modal::Modal;
use gaip_contract::bodies::Empty;
use gaip_contract::endpoints::DeleteDraft;
use gaip_domain::portal::Purpose;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The question of the cancel button; [`Draft::cancelling`] opens it.
#[component]
pub fn CancelDialog(
    /// The sign-up.
    draft: Draft,
) -> impl IntoView {
    let words = &words().signup;
    let open = draft.cancelling;
    let joins = draft.journey.purpose == Purpose::Join;
    let title = if joins { words.cancel_title } else { words.cancel_other };
    let busy = RwSignal::new(false);
    let leave = move |()| {
        busy.set(true);
        spawn_local(async move {
            draft.unsaved.update_value(std::collections::BTreeSet::clear);
            let result = api::send::<DeleteDraft>(&draft.parts(), &Empty {}).await;
            let home = routes::portal(&draft.portal.id);
            match result {
                Ok(_) => drop(window().location().set_href(&home)),
                Err(failure) => drop(draft.absorb(failure)),
            }
            busy.try_set(false);
            open.try_set(false);
        });
    };
    view! {
        <Modal id="cancel" open title footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| open.set(false)>{words.cancel_stay}</Button>
                <Button kind=ButtonKind::Danger busy on_click=leave>{words.cancel_leave}</Button>
            </ButtonGroup>
        }>
            <p>{words.cancel_text}</p>
        </Modal>
    }
}
