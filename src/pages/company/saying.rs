//! Sends a change of the company once, and says what came of it.

use crate::api::Failure;
use crate::i18n::refusal;
use crate::session::use_session;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_wrong_soon;
use gaip_contract::ProblemCode;
use gaip_domain::facts::FieldProblem;
use gaip_domain::value::Invalid;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A form that is sent, and what came of it.
#[derive(Clone, Copy)]
pub(super) struct Saying {
    pub busy: RwSignal<bool>,
    pub said: RwSignal<Option<Result<String, Failure>>>,
    pub problems: RwSignal<Vec<FieldProblem>>,
    again: Callback<Callback<()>>,
    act: StoredValue<Option<Callback<()>>>,
    session: crate::session::Session,
}

impl Saying {
    /// Nothing was sent yet. `again` asks for the certificate, and then does what it is given.
    pub fn new(again: Callback<Callback<()>>) -> Self {
        Self {
            busy: RwSignal::new(false),
            said: RwSignal::new(None),
            problems: RwSignal::new(Vec::new()),
            again,
            act: StoredValue::new(None),
            session: use_session(),
        }
    }

    /// What is done again after the certificate was shown.
    pub fn repeat(self, act: Callback<()>) {
        self.act.set_value(Some(act));
    }

    /// Sends a change; says what it answers, unless that is empty since it is seen elsewhere. Where the time for changes is
    /// over, the certificate is asked for first.
    pub fn send(self, change: impl Future<Output = Result<String, Failure>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.said.set(None);
        self.problems.set(Vec::new());
        spawn_local(async move {
            let reply = change.await;
            self.busy.try_set(false);
            match reply {
                Err(failure) if failure.code() == Some(ProblemCode::StepUpRequired) => {
                    if let Some(Some(act)) = self.act.try_get_value() {
                        self.again.try_run(act);
                    }
                }
                Err(Failure::Refused(problem)) if problem.code == ProblemCode::Invalid => {
                    self.wrong(problem.fields);
                }
                Err(failure) if failure.code() == Some(ProblemCode::LoginRequired) => self.session.refresh(),
                Ok(nothing) if nothing.is_empty() => {}
                reply => drop(self.said.try_set(Some(reply))),
            }
        });
    }

    /// Says what is wrong at the fields; the first of them takes the focus.
    pub fn wrong(self, problems: Vec<FieldProblem>) {
        self.problems.try_set(problems);
        focus_wrong_soon();
    }

    /// What is wrong with a field.
    pub fn error(
        self,
        field: &str,
        words: impl Fn(Invalid) -> String + Send + Sync + 'static,
    ) -> Signal<Option<String>> {
        let field = field.to_owned();
        Signal::derive(move || {
            self.problems.with(|all| all.iter().find(|problem| problem.field == field).map(|found| words(found.error)))
        })
    }
}

/// What came of it, read aloud.
#[component]
pub(super) fn SayingNotice(saying: Saying) -> impl IntoView {
    dynamic(move || {
        saying.said.get().map(|said| match said {
            Ok(text) => view! { <Notice kind=NoticeKind::Success live=Live::Polite><p>{text}</p></Notice> }.into_any(),
            Err(failure) => view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
            }
            .into_any(),
        })
    })
}
