//! An act on a row of a list: asked about, done once however often the button is pressed, and told.

use super::notice::Said;
use crate::api::Failure;
use crate::i18n::{operator_words, refusal};
use crate::session::{Session, use_session};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use crate::ui::modal::{Modal, ModalKind};
use gaip_contract::ProblemCode;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// An act, and the row that it is about.
pub struct Act<T: 'static> {
    /// The row.
    pub which: RwSignal<Option<T>>,
    /// It is on its way.
    pub busy: RwSignal<bool>,
    /// Whether it is asked about.
    pub open: RwSignal<bool>,
    said: RwSignal<Option<Said>>,
    failure: RwSignal<Option<Failure>>,
    reload: Callback<()>,
    session: Session,
}

// Handles are copied whatever the rows are.
impl<T> Clone for Act<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Act<T> {}

impl<T: Clone + Send + Sync + 'static> Act<T> {
    /// None yet. What comes of it is said, and the list is loaded again.
    pub fn new(said: RwSignal<Option<Said>>, reload: Callback<()>) -> Self {
        Self {
            which: RwSignal::new(None),
            busy: RwSignal::new(false),
            open: RwSignal::new(false),
            said,
            failure: RwSignal::new(None),
            reload,
            session: use_session(),
        }
    }

    /// Asks about a row.
    pub fn ask(self, row: &T) {
        self.begin(row);
        self.open.set(true);
    }

    /// Shows it on its way, or as it failed, for the gallery.
    #[cfg(feature = "gallery")]
    pub fn show(self, row: &T, failure: Option<Failure>) {
        self.begin(row);
        self.busy.set(failure.is_none());
        self.failure.set(failure);
    }

    fn begin(self, row: &T) {
        self.which.set(Some(row.clone()));
        self.failure.set(None);
        self.said.set(None);
    }

    /// Does it without a question.
    pub fn act_on<F>(self, row: &T, act: impl FnOnce(T) -> F)
    where
        F: Future<Output = Result<Said, Failure>> + 'static,
    {
        if !self.busy.get_untracked() {
            self.begin(row);
            self.act(act);
        }
    }

    /// Does it to the row that was asked about.
    pub fn act<F>(self, act: impl FnOnce(T) -> F)
    where
        F: Future<Output = Result<Said, Failure>> + 'static,
    {
        let Some(row) = self.which.get_untracked().filter(|_| !self.busy.get_untracked()) else { return };
        self.busy.set(true);
        self.failure.set(None);
        let done = act(row);
        spawn_local(async move {
            let done = done.await;
            self.busy.try_set(false);
            match done {
                Ok(said) => {
                    self.open.try_set(false);
                    self.said.try_set(Some(said));
                    self.reload.try_run(());
                    focus_soon("page-title");
                }
                Err(failure) => {
                    if failure.code() == Some(ProblemCode::LoginRequired) {
                        self.session.refresh();
                    }
                    self.failure.try_set(Some(failure));
                }
            }
        });
    }
}

/// Why the last try failed.
#[component]
pub fn ActFailure<T: Send + Sync + 'static>(
    /// The act.
    act: Act<T>,
) -> impl IntoView {
    dynamic(move || {
        act.failure.get().map(|failure| {
            view! { <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice> }
        })
    })
}

/// The question before an act. A failure is told in it, and nothing typed there is lost.
#[component]
pub fn ActDialog<T>(
    /// Id of the dialog, unique in the page.
    id: &'static str,
    /// The act.
    act: Act<T>,
    /// The name of the row.
    name: fn(&T) -> String,
    /// The question.
    title: &'static str,
    /// The words of the button that does it.
    confirm: &'static str,
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// Does it.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// What it means, and what is to be typed.
    children: Children,
) -> impl IntoView
where
    T: Send + Sync + 'static,
{
    let Act { open, busy, which, .. } = act;
    let cancel = operator_words().cancel;
    view! {
        <Modal id open title kind=ModalKind::Decision footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| open.set(false)>{cancel}</Button>
                <Button kind busy on_click=on_confirm>{confirm}</Button>
            </ButtonGroup>
        }>
            <p><strong>{dynamic(move || which.with(|which| which.as_ref().map(name)))}</strong></p>
            <ActFailure act/>
            {children()}
        </Modal>
    }
}
