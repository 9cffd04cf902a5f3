//! Takes a registered certificate away: asks first, and has the company proved where the backend wants that.

use super::mine::REGISTER;
use crate::api::{self, Failure};
use crate::i18n::{certificate_words, refusal};
use crate::steps::certificate_dialog::StepUp;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use crate::ui::modal::{Modal, ModalKind};
use gaip_contract::bodies::{Empty, RegisteredCertificate};
use gaip_contract::endpoints::DeleteCertificate;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A certificate being taken away.
#[derive(Clone, Copy)]
pub struct Removing {
    all: RwSignal<Option<Vec<RegisteredCertificate>>>,
    said: RwSignal<String>,
    step_up: StepUp,
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    /// Its id, and that of its button.
    which: StoredValue<(String, String)>,
}

impl Removing {
    /// None yet.
    pub fn new(all: RwSignal<Option<Vec<RegisteredCertificate>>>, said: RwSignal<String>, step_up: StepUp) -> Self {
        Self {
            all,
            said,
            step_up,
            open: RwSignal::new(false),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            which: StoredValue::default(),
        }
    }

    /// Asks whether to take it away.
    pub fn ask(self, id: &str, button: &str) {
        self.which.set_value((id.to_owned(), button.to_owned()));
        self.failure.set(None);
        self.said.set(String::new());
        self.open.set(true);
    }

    fn act(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let (id, button) = self.which.get_value();
        spawn_local(async move {
            let reply = api::send::<DeleteCertificate>(&[&id], &Empty {}).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            let again = Callback::new(move |()| self.act());
            match reply.map_err(|failure| self.step_up.absorb(failure, &button, again)) {
                Ok(_) => self.gone(&id),
                // The proof is asked for in a dialog of its own.
                Err(None) => self.open.set(false),
                Err(Some(failure)) => {
                    self.failure.set(Some(failure));
                    self.open.set(true);
                }
            }
        });
    }

    fn gone(self, id: &str) {
        self.open.set(false);
        self.all.update(|all| all.iter_mut().for_each(|all| all.retain(|one| one.id != id)));
        self.said.set(certificate_words().removed.to_owned());
        focus_soon(REGISTER);
    }
}

/// Asks before it is done.
#[component]
pub fn RemoveDialog(removing: Removing) -> impl IntoView {
    let words = certificate_words();
    let open = removing.open;
    view! {
        <Modal id="certificate-remove" open title=words.remove_title kind=ModalKind::Decision footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| open.set(false)>{words.cancel}</Button>
                <Button kind=ButtonKind::Danger busy=removing.busy on_click=move |()| removing.act()>{words.remove}</Button>
            </ButtonGroup>
        }>
            <p>{words.remove_text}</p>
            {dynamic(move || removing.failure.get().map(|failure| view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
            }))}
        </Modal>
    }
}
