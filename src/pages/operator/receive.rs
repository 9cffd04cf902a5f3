//! Originals that arrived: asks first, and says so when somebody else was first.

use super::notice::Said;
use crate::api::{self, Failure};
use crate::i18n::{fill, operator_words, refusal, words};
use crate::session::{Session, use_session};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use crate::ui::modal::{Modal, ModalKind};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, ProvisionalView};
use gaip_contract::endpoints::ReceiveOriginals;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Originals being received.
#[derive(Clone, Copy)]
pub struct Receiving {
    portal: &'static Portal,
    said: RwSignal<Option<Said>>,
    reload: Callback<()>,
    session: Session,
    which: RwSignal<Option<ProvisionalView>>,
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Receiving {
    /// None yet. What comes of it is said, and the list is loaded again.
    pub fn new(portal: &'static Portal, said: RwSignal<Option<Said>>, reload: Callback<()>) -> Self {
        Self {
            portal,
            said,
            reload,
            session: use_session(),
            which: RwSignal::new(None),
            open: RwSignal::new(false),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// Asks whether the originals of a member are here.
    pub fn ask(self, member: &ProvisionalView) {
        self.which.set(Some(member.clone()));
        self.failure.set(None);
        self.said.set(None);
        self.open.set(true);
    }

    fn act(self) {
        let Some(member) = self.which.get_untracked().filter(|_| !self.busy.get_untracked()) else { return };
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let own = operator_words();
            let reply = api::send::<ReceiveOriginals>(&[&self.portal.id, &member.reference], &Empty {}).await;
            let said = match reply {
                Ok(_) => Some(Said::Done(fill(own.received, &member.company))),
                Err(failure) if failure.code() == Some(ProblemCode::AlreadyDecided) => {
                    let text = fill(own.received_before, &member.company);
                    Some(Said::Overtaken { text, now: words().account.full.to_owned() })
                }
                Err(failure) => {
                    if failure.code() == Some(ProblemCode::LoginRequired) {
                        self.session.refresh();
                    }
                    self.failure.try_set(Some(failure));
                    None
                }
            };
            self.busy.try_set(false);
            if said.is_some() {
                self.open.try_set(false);
                self.said.try_set(said);
                self.reload.try_run(());
                focus_soon("page-title");
            }
        });
    }
}

/// The question.
#[component]
pub fn ReceiveDialog(
    /// The originals.
    receiving: Receiving,
) -> impl IntoView {
    let words = operator_words();
    let Receiving { open, busy, which, failure, .. } = receiving;
    view! {
        <Modal id="receive" open title=words.receive_title kind=ModalKind::Decision footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| open.set(false)>{words.cancel}</Button>
                <Button busy on_click=move |()| receiving.act()>{words.receive}</Button>
            </ButtonGroup>
        }>
            <p><strong>{dynamic(move || which.get().map(|which| which.company))}</strong></p>
            <p>{words.receive_text}</p>
            {dynamic(move || failure.get().map(|failure| view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
            }))}
        </Modal>
    }
}
