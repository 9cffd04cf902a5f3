//! Removing a passkey: asks first, and for the password where the login is too old.

use super::mine::Passkeys;
use super::{Trouble, told};
use crate::api;
use crate::i18n::passkey_words;
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::field::PasswordField;
use crate::ui::focus::focus_soon;
use crate::ui::modal::{Modal, ModalKind};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::Themselves;
use gaip_contract::endpoints::RemovePasskey as Remove;
use leptos::prelude::*;
use leptos::task::spawn_local;

const PASSWORD: &str = "passkey-remove-password";

/// A passkey being removed.
#[derive(Clone, Copy)]
pub struct Removing {
    passkeys: Passkeys,
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    /// Why it was not removed.
    pub trouble: RwSignal<Option<Trouble>>,
    password: RwSignal<String>,
    asked: RwSignal<bool>,
    /// Its id, and that of its button.
    which: StoredValue<(String, String)>,
}

impl Removing {
    /// None yet.
    pub fn new(passkeys: Passkeys) -> Self {
        Self {
            passkeys,
            open: RwSignal::new(false),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
            password: RwSignal::new(String::new()),
            asked: RwSignal::new(false),
            which: StoredValue::default(),
        }
    }

    /// Asks whether to remove it.
    pub fn ask(self, id: &str, button: &str) {
        self.which.set_value((id.to_owned(), button.to_owned()));
        self.trouble.set(None);
        self.passkeys.said.set(String::new());
        self.open.set(true);
    }

    fn close(self) {
        self.open.set(false);
        focus_soon(self.which.get_value().1);
    }

    fn act(self) {
        self.busy.set(true);
        self.trouble.set(None);
        let (id, _) = self.which.get_value();
        let password = self.password.get_untracked();
        spawn_local(async move {
            let body = Themselves { password: (!password.is_empty()).then_some(password) };
            let reply = api::send::<Remove>(&[&id], &body).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match reply {
                Ok(list) => {
                    self.open.set(false);
                    self.asked.set(false);
                    self.password.set(String::new());
                    self.passkeys.done(list, passkey_words().removed);
                    focus_soon("my-passkeys");
                }
                Err(failure) => {
                    self.fail(failure.into());
                    if self.asked.get_untracked() {
                        focus_soon(PASSWORD);
                    }
                }
            }
        });
    }

    /// Says why, and asks for the password where that helps.
    pub fn fail(self, why: Trouble) {
        match why.code() {
            Some(ProblemCode::LoginAgain) if self.passkeys.password => self.asked.set(true),
            // The way on stands in the page.
            Some(ProblemCode::LoginAgain) => self.close(),
            _ => {}
        }
        if self.asked.get_untracked() {
            self.password.set(String::new());
        }
        self.trouble.set(Some(why));
    }
}

/// Asks before it is done.
#[component]
pub fn RemovePasskey(
    /// The passkey.
    removing: Removing,
) -> impl IntoView {
    let words = passkey_words();
    view! {
        <Modal id="passkey-remove" open=removing.open title=words.remove_title kind=ModalKind::Decision footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| removing.close()>{words.cancel}</Button>
                <Button kind=ButtonKind::Danger busy=removing.busy on_click=move |()| removing.act()>{words.remove}</Button>
            </ButtonGroup>
        }>
            <p>{words.remove_text}</p>
            {told(removing.trouble)}
            {dynamic(move || removing.asked.get().then(|| view! {
                <p>{words.again}</p>
                <PasswordField id=PASSWORD label=words.password value=removing.password hint=words.password_hint.to_owned()/>
            }))}
        </Modal>
    }
}

/// The dialog as it asks, for the gallery.
#[cfg(feature = "gallery")]
pub fn asked(passkeys: Passkeys) -> Removing {
    let removing = Removing::new(passkeys);
    removing.open.set(true);
    removing
}
