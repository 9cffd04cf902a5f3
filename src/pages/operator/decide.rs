//! A decision on an application: asks first, and says so when somebody else was first.

use super::notice::Said;
use crate::api::{self, Failure};
use crate::i18n::{application_state, fill, operator_words, refusal};
use crate::session::use_session;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::field::TextareaField;
use crate::ui::focus::{focus_id, focus_soon};
use crate::ui::modal::{Modal, ModalKind};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{ApplicationView, Decide, Decision, Empty, LONGEST_REASON};
use gaip_contract::endpoints::{DecideApplication, GetApplication};
use gaip_domain::portal::Portal;
use gaip_domain::text::tidy_lines;
use leptos::prelude::*;
use leptos::task::spawn_local;

const REASON: &str = "reason";

/// A decision being made.
#[derive(Clone, Copy)]
pub struct Deciding {
    portal: &'static Portal,
    said: RwSignal<Option<Said>>,
    reload: Callback<()>,
    session: crate::session::Session,
    which: RwSignal<Option<ApplicationView>>,
    approving: RwSignal<bool>,
    rejecting: RwSignal<bool>,
    reason: RwSignal<String>,
    checked: RwSignal<bool>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Deciding {
    /// None yet. What comes of one is said, and the list is loaded again.
    pub fn new(portal: &'static Portal, said: RwSignal<Option<Said>>, reload: Callback<()>) -> Self {
        Self {
            portal,
            said,
            reload,
            session: use_session(),
            which: RwSignal::new(None),
            approving: RwSignal::new(false),
            rejecting: RwSignal::new(false),
            reason: RwSignal::new(String::new()),
            checked: RwSignal::new(false),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// Asks whether to approve.
    pub fn ask_approve(self, application: &ApplicationView) {
        self.begin(application);
        self.approving.set(true);
    }

    /// Asks why to refuse. The words for the same application stay, should the dialog have been closed.
    pub fn ask_reject(self, application: &ApplicationView) {
        self.begin(application);
        self.rejecting.set(true);
    }

    fn begin(self, application: &ApplicationView) {
        let same =
            self.which.with_untracked(|which| which.as_ref().is_some_and(|w| w.reference == application.reference));
        if !same {
            self.reason.set(String::new());
        }
        self.which.set(Some(application.clone()));
        self.failure.set(None);
        self.checked.set(false);
        self.said.set(None);
    }

    fn error(self) -> Option<String> {
        let words = operator_words();
        let length = self.reason.with(|reason| tidy_lines(reason).chars().count());
        let wrong = match length {
            0 => words.reason_missing,
            length if length > LONGEST_REASON as usize => words.reason_long,
            _ => return None,
        };
        self.checked.get().then(|| wrong.to_owned())
    }

    fn reject(self) {
        self.checked.set(true);
        if untrack(|| self.error()).is_some() {
            focus_id(REASON);
            return;
        }
        self.act(Decision::Reject(self.reason.get_untracked()));
    }

    fn act(self, decision: Decision) {
        let Some(application) = self.which.get_untracked().filter(|_| !self.busy.get_untracked()) else { return };
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let parts = [self.portal.id.as_str(), application.reference.as_str()];
            let body = Decide { version: application.version, decision };
            let reply = api::send::<DecideApplication>(&parts, &body).await;
            let said = match reply {
                Ok(now) => {
                    self.reason.try_set(String::new());
                    let done = fill(operator_words().decided, &now.company);
                    Some(Said::Done(format!("{done} {}", application_state(&now.state))))
                }
                Err(failure) if failure.code() == Some(ProblemCode::AlreadyDecided) => {
                    Some(overtaken(api::send::<GetApplication>(&parts, &Empty {}).await.unwrap_or(application)))
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
                self.approving.try_set(false);
                self.rejecting.try_set(false);
                self.said.try_set(said);
                self.reload.try_run(());
                focus_soon("page-title");
            }
        });
    }
}

/// What is said where somebody else was first.
fn overtaken(now: ApplicationView) -> Said {
    let words = operator_words();
    let state = format!("{}: {}", fill(words.now, now.company), application_state(&now.state));
    Said::Overtaken { text: words.overtaken.to_owned(), now: state }
}

/// Both questions.
#[component]
pub fn DecideDialogs(
    /// The decision.
    deciding: Deciding,
) -> impl IntoView {
    let words = operator_words();
    let Deciding { approving, rejecting, busy, reason, .. } = deciding;
    let error = Signal::derive(move || deciding.error());
    view! {
        <Modal id="approve" open=approving title=words.approve_title kind=ModalKind::Decision footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| approving.set(false)>{words.cancel}</Button>
                <Button busy on_click=move |()| deciding.act(Decision::Approve)>{words.approve}</Button>
            </ButtonGroup>
        }>
            <Asked deciding/>
            <p>{words.approve_text}</p>
        </Modal>
        <Modal id="reject" open=rejecting title=words.reject_title kind=ModalKind::Decision footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| rejecting.set(false)>{words.cancel}</Button>
                <Button kind=ButtonKind::Danger busy on_click=move |()| deciding.reject()>{words.reject}</Button>
            </ButtonGroup>
        }>
            <Asked deciding/>
            <p>{words.reject_text}</p>
            <TextareaField id=REASON label=words.reason value=reason hint=words.reason_hint.to_owned() error
                limit=LONGEST_REASON as usize/>
        </Modal>
    }
}

/// Which application it is about, and why the last try failed.
#[component]
fn Asked(deciding: Deciding) -> impl IntoView {
    view! {
        <p><strong>{dynamic(move || deciding.which.get().map(|which| which.company))}</strong></p>
        {dynamic(move || deciding.failure.get().map(|failure| view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
        }))}
    }
}
