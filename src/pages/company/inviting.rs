//! Inviting people: each act is sent once and said; the list is what the backend answers with.

use crate::api::{self, Failure};
use crate::i18n::{fill, invitation_words, refusal, wrong_addresses};
use crate::session::{Session, use_session};
use crate::ui::focus::{focus_id, focus_soon};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, InvitationView, Invitations, Invite};
use gaip_contract::endpoints::{ListInvitations, PostInvitations, ResendInvitation, WithdrawInvitation};
use gaip_domain::invitation;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the focus goes after an act.
pub(super) const SAID: &str = "invitations-said";
/// The field of the addresses.
pub(super) const EMAILS: &str = "invite-emails";

/// The invitations of the company, and what is typed for new ones.
#[derive(Clone, Copy)]
pub(super) struct Inviting {
    /// None until they are here.
    pub rows: RwSignal<Option<Vec<InvitationView>>>,
    /// Addresses as typed; they stay until they are sent.
    pub typed: RwSignal<String>,
    /// The dialog of new ones.
    pub open: RwSignal<bool>,
    pub busy: RwSignal<bool>,
    /// What came of the last act.
    pub said: RwSignal<Option<Result<String, Failure>>>,
    /// What is wrong with the addresses: all of them, and each.
    pub wrong: RwSignal<Option<(String, Vec<String>)>>,
    /// Why nothing was sent, in the dialog.
    pub failure: RwSignal<Option<Failure>>,
    session: Session,
}

impl Inviting {
    pub fn new(rows: Option<Vec<InvitationView>>) -> Self {
        Self {
            rows: RwSignal::new(rows),
            typed: RwSignal::new(String::new()),
            open: RwSignal::new(false),
            busy: RwSignal::new(false),
            said: RwSignal::new(None),
            wrong: RwSignal::new(None),
            failure: RwSignal::new(None),
            session: use_session(),
        }
    }

    pub fn load(self) {
        spawn_local(async move {
            match api::send::<ListInvitations>(&[], &Empty {}).await {
                Ok(list) => drop(self.rows.try_set(Some(list.rows))),
                Err(failure) => drop(self.said.try_set(Some(Err(failure)))),
            }
        });
    }

    pub fn ask(self) {
        self.said.set(None);
        self.open.set(true);
    }

    /// Judges what is typed and sends it; what is wrong is told in the dialog, and nothing typed is lost.
    pub fn send(self) {
        let typed = invitation::split(&self.typed.get_untracked());
        self.failure.set(None);
        let count = match invitation::parse(&typed) {
            Ok(emails) => emails.len(),
            Err(problems) => return self.refuse(wrong_addresses(&typed, &problems)),
        };
        self.wrong.set(None);
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let reply = api::send::<PostInvitations>(&[], &Invite { emails: typed.clone() }).await;
            self.busy.try_set(false);
            match reply {
                Ok(list) => {
                    self.typed.try_set(String::new());
                    self.open.try_set(false);
                    self.done(list, fill(invitation_words().sent, count));
                }
                Err(Failure::Refused(problem)) if problem.code == ProblemCode::Invalid => {
                    self.refuse(wrong_addresses(&typed, &problem.fields));
                }
                Err(failure) => {
                    self.look_whether_over(&failure);
                    self.failure.try_set(Some(failure));
                }
            }
        });
    }

    pub fn resend(self, id: String) {
        self.act(async move {
            let list = api::send::<ResendInvitation>(&[&id], &Empty {}).await?;
            Ok((list, invitation_words().resent))
        });
    }

    pub fn withdraw(self, id: String) {
        self.act(async move {
            let list = api::send::<WithdrawInvitation>(&[&id], &Empty {}).await?;
            Ok((list, invitation_words().withdrawn))
        });
    }

    fn act(self, act: impl Future<Output = Result<(Invitations, &'static str), Failure>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.said.set(None);
        spawn_local(async move {
            let reply = act.await;
            self.busy.try_set(false);
            match reply {
                Ok((list, said)) => self.done(list, said.to_owned()),
                Err(failure) => {
                    self.look_whether_over(&failure);
                    self.said.try_set(Some(Err(failure)));
                    // Somebody may have accepted meanwhile.
                    self.load();
                    focus_soon(SAID);
                }
            }
        });
    }

    fn done(self, list: Invitations, said: String) {
        self.rows.try_set(Some(list.rows));
        self.said.try_set(Some(Ok(said)));
        focus_soon(SAID);
    }

    fn refuse(self, wrong: (String, Vec<String>)) {
        self.wrong.try_set(Some(wrong));
        focus_id(EMAILS);
    }

    fn look_whether_over(self, failure: &Failure) {
        if failure.code() == Some(ProblemCode::LoginRequired) {
            self.session.refresh();
        }
    }
}

/// What came of an act, in words.
pub(super) fn words_of(said: &Result<String, Failure>) -> String {
    match said {
        Ok(done) => done.clone(),
        Err(failure) => refusal(failure),
    }
}
