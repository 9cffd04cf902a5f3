//! "기업인증" before a sensitive change: when the backend wants a proof first, it is asked for, and the change is made again.

use super::ask::{Ask, CertificateAsking, sender};
use super::dialog::CertificateDialog;
use crate::api::{self, Failure};
use crate::i18n::certificate_words;
use crate::session::{Session, use_session};
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::modal::{Modal, ModalKind};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{ChallengePurpose, Proving};
use gaip_contract::endpoints;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// Asks for the company's certificate between an act and its repetition. Put a [`StepUpDialog`] into the page, and hand
/// it what is refused with `step_up_required`.
#[derive(Clone, Copy)]
pub struct StepUp {
    portal: &'static Portal,
    session: Session,
    open: RwSignal<bool>,
    asking: CertificateAsking,
    act: StoredValue<Option<(String, Callback<()>)>>,
}

impl StepUp {
    /// For the pages of a portal's members.
    pub fn new(portal: &'static Portal) -> Self {
        Self {
            portal,
            session: use_session(),
            open: RwSignal::new(false),
            asking: CertificateAsking::default(),
            act: StoredValue::new(None),
        }
    }

    /// Takes a failure that a proof mends: the act is repeated after it. Gives back any other. `back` is the id of the
    /// control that the focus goes back to.
    pub fn absorb(self, failure: Failure, back: &str, again: Callback<()>) -> Option<Failure> {
        if failure.code() != Some(ProblemCode::StepUpRequired) {
            return Some(failure);
        }
        self.ask(back, again);
        None
    }

    /// Says why a proof is wanted, and does the act after it.
    pub fn ask(self, back: &str, again: Callback<()>) {
        self.act.set_value(Some((back.to_owned(), again)));
        self.open.set(true);
    }

    /// Asks for the proof at once: the page has said why.
    pub fn begin(self, back: &str, then: Callback<()>) {
        self.act.set_value(Some((back.to_owned(), then)));
        self.prove();
    }

    fn prove(self) {
        self.open.set(false);
        let Some((back, again)) = self.act.get_value() else { return };
        let session = self.session;
        self.asking.open_for(Ask {
            portal: self.portal,
            purpose: ChallengePurpose::StepUp,
            number: None,
            back,
            send: sender(move |proof| async move {
                session.apply(api::send::<endpoints::StepUp>(&[], &Proving { proof }).await?);
                again.try_run(());
                Ok(())
            }),
        });
    }
}

/// Says why a proof is wanted, and asks for it.
#[component]
pub fn StepUpDialog(
    /// The use.
    step_up: StepUp,
) -> impl IntoView {
    let words = certificate_words();
    let open = step_up.open;
    view! {
        <Modal id="step-up" open title=words.step_up_title kind=ModalKind::Decision footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| open.set(false)>{words.cancel}</Button>
                <Button on_click=move |()| step_up.prove()>{words.step_up}</Button>
            </ButtonGroup>
        }>
            <p>{words.step_up_text}</p>
        </Modal>
        <CertificateDialog asking=step_up.asking/>
    }
}

/// The dialog as it asks, for the gallery.
#[cfg(feature = "gallery")]
pub fn asked(portal: &'static Portal) -> StepUp {
    let step_up = StepUp::new(portal);
    step_up.open.set(true);
    step_up
}
