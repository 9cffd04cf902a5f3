//! The dialog round the certificates. It begins anew each time it is opened.

use super::alert::{Alert, CertificateAlert};
use super::ask::{Ask, CertificateAsking};
use super::body::Body;
use super::choosing::Choosing;
use super::delete::DeleteDialog;
use super::details::DetailsDialog;
use super::number::NUMBER;
use super::trouble::TROUBLE;
use crate::api::signer;
use crate::i18n::certificate_words;
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use crate::ui::modal::{Modal, ModalKind};
use gaip_contract::signer::What;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The dialog; one for all acts of a page.
#[component]
pub fn CertificateDialog(
    /// Opens it.
    asking: CertificateAsking,
) -> impl IntoView {
    dynamic(move || asking.ask.get().map(|ask| view! { <Asked asking ask/> }))
}

#[component]
fn Asked(asking: CertificateAsking, ask: Ask) -> impl IntoView {
    let open = asking.open;
    let back = ask.back.clone();
    // Whichever way it is left, no key stays open and the focus is where it was.
    Effect::new(move |was: Option<bool>| {
        let now = open.get();
        if was == Some(true) && !now {
            spawn_local(async { drop(signer::ask(What::Close).await) });
            focus_soon(back.clone());
        }
        now
    });
    dynamic(move || {
        let choosing = Choosing::new(ask.clone(), Callback::new(move |()| open.set(false)));
        open.get().then(|| {
            choosing.begin();
            view! { <Frame choosing open/> }
        })
    })
}

/// One use of it, in its window.
#[component]
pub fn Frame(
    /// The use.
    choosing: Choosing,
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let words = certificate_words();
    view! {
        <Modal id="certificate" open title=words.title kind=ModalKind::Sheet footer=move || view! { <Footer choosing/> }>
            <Body choosing/>
        </Modal>
        {choosing.checks_owner().then(|| view! {
            <CertificateAlert id="certificate-owner" alert=Alert::Others found=Signal::derive(move || choosing.is_others())
                mend=NUMBER/>
        })}
        <CertificateAlert id="certificate-unregistered" alert=Alert::Unregistered
            found=Signal::derive(move || choosing.is_unregistered()) mend=TROUBLE/>
        <DetailsDialog choosing/>
        <DeleteDialog choosing/>
    }
}

#[component]
fn Footer(choosing: Choosing) -> impl IntoView {
    let words = certificate_words();
    let busy = Signal::derive(move || choosing.work.with(Option::is_some));
    view! {
        <ButtonGroup>
            <Button kind=ButtonKind::Tertiary on_click=choosing.on_close>{words.cancel}</Button>
            {dynamic(move || choosing.entered.get().then(|| view! {
                <Button busy on_click=move |()| choosing.confirm()>{words.confirm}</Button>
            }))}
        </ButtonGroup>
    }
}
