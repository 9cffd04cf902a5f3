//! A decision on an application: asks first, and says so when somebody else was first.

use super::act::{Act, ActDialog};
use super::notice::Said;
use crate::api::{self, Failure};
use crate::i18n::{application_state, fill, operator_words};
use crate::ui::button::ButtonKind;
use crate::ui::field::TextareaField;
use crate::ui::focus::focus_id;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{ApplicationView, Decide, Decision, Empty, LONGEST_REASON};
use gaip_contract::endpoints::{DecideApplication, GetApplication};
use gaip_domain::portal::Portal;
use gaip_domain::text::tidy_lines;
use leptos::prelude::*;

const REASON: &str = "reason";

/// A decision being made.
#[derive(Clone, Copy)]
pub struct Deciding {
    portal: &'static Portal,
    approval: Act<ApplicationView>,
    refusal: Act<ApplicationView>,
    reason: RwSignal<String>,
    checked: RwSignal<bool>,
}

impl Deciding {
    /// None yet. What comes of one is said, and the list is loaded again.
    pub fn new(portal: &'static Portal, said: RwSignal<Option<Said>>, reload: Callback<()>) -> Self {
        let (reason, checked) = (RwSignal::new(String::new()), RwSignal::new(false));
        Self { portal, approval: Act::new(said, reload), refusal: Act::new(said, reload), reason, checked }
    }

    /// Asks whether to approve.
    pub fn ask_approve(self, application: &ApplicationView) {
        self.approval.ask(application);
    }

    /// Asks why to refuse. The words for the same application stay, should the dialog have been closed.
    pub fn ask_reject(self, application: &ApplicationView) {
        let before = self.refusal.which.with_untracked(|which| which.as_ref().map(|which| which.reference.clone()));
        if before.as_ref() != Some(&application.reference) {
            self.reason.set(String::new());
        }
        self.checked.set(false);
        self.refusal.ask(application);
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
        let (portal, reason) = (self.portal, self.reason.get_untracked());
        self.refusal.act(move |application| async move {
            let done = decide(portal, application, Decision::Reject(reason)).await?;
            self.reason.try_set(String::new());
            Ok(done)
        });
    }
}

async fn decide(portal: &Portal, application: ApplicationView, decision: Decision) -> Result<Said, Failure> {
    let words = operator_words();
    let parts = [portal.id.as_str(), application.reference.as_str()];
    let body = Decide { version: application.version, decision };
    match api::send::<DecideApplication>(&parts, &body).await {
        Ok(now) => Ok(Said::Done(format!("{} {}", fill(words.decided, &now.company), application_state(&now.state)))),
        // Somebody else was first.
        Err(failure) if failure.code() == Some(ProblemCode::AlreadyDecided) => {
            let now = api::send::<GetApplication>(&parts, &Empty {}).await.unwrap_or(application);
            let state = format!("{}: {}", fill(words.now, now.company), application_state(&now.state));
            Ok(Said::Otherwise { text: words.overtaken.to_owned(), now: state })
        }
        Err(failure) => Err(failure),
    }
}

/// Both questions.
#[component]
pub fn DecideDialogs(
    /// The decision.
    deciding: Deciding,
) -> impl IntoView {
    let words = operator_words();
    let Deciding { portal, approval, refusal, reason, .. } = deciding;
    let error = Signal::derive(move || deciding.error());
    let name = |application: &ApplicationView| application.company.clone();
    let approve = move |()| approval.act(|application| decide(portal, application, Decision::Approve));
    view! {
        <ActDialog id="approve" act=approval name title=words.approve_title confirm=words.approve on_confirm=approve>
            <p>{words.approve_text}</p>
        </ActDialog>
        <ActDialog id="reject" act=refusal name title=words.reject_title confirm=words.reject kind=ButtonKind::Danger
            on_confirm=move |()| deciding.reject()>
            <p>{words.reject_text}</p>
            <TextareaField id=REASON label=words.reason value=reason hint=words.reason_hint.to_owned() error
                limit=LONGEST_REASON as usize/>
        </ActDialog>
    }
}
