//! What a master does: each act is sent once, said, and what stands on the page is asked anew.

use crate::api::{self, Failure};
use crate::i18n::{admin_words, fill, refusal};
use crate::session::{Session, use_session};
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CompanyView, EmployeeView, Employees, Empty, OfferMaster};
use gaip_contract::endpoints::{ApproveAssociates, EndRelation, PostOffer, UndoApprovals, WithdrawOffer};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

/// Where the focus goes after an act.
pub(super) const SAID: &str = "company-said";

/// What is said after an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// These were approved, which can be taken back.
    Approved(Vec<String>),
    /// It is done.
    Done(String),
    /// It was refused.
    Refused(String),
    /// Nobody is selected yet.
    ChooseFirst,
}

/// A dialog that asks before an act.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Asked {
    /// Whether to end the relation, or to refuse an associate.
    End(EmployeeView),
    /// Whether to hand the role over.
    HandOver(EmployeeView),
}

/// The acts of the page.
#[derive(Clone, Copy)]
pub(super) struct Acting {
    pub company: RwSignal<Option<CompanyView>>,
    /// Counts the acts that may have changed something.
    pub changed: RwSignal<u32>,
    pub said: RwSignal<Option<Said>>,
    /// Ids of associates of the page that are selected.
    pub selected: RwSignal<BTreeSet<String>>,
    pub asked: RwSignal<Option<Asked>>,
    pub open: RwSignal<bool>,
    pub busy: RwSignal<bool>,
    session: Session,
}

impl Acting {
    pub fn new(company: RwSignal<Option<CompanyView>>) -> Self {
        Self {
            company,
            changed: RwSignal::new(0),
            said: RwSignal::new(None),
            selected: RwSignal::new(BTreeSet::new()),
            asked: RwSignal::new(None),
            open: RwSignal::new(false),
            busy: RwSignal::new(false),
            session: use_session(),
        }
    }

    pub fn ask(self, asked: Asked) {
        self.said.set(None);
        self.asked.set(Some(asked));
        self.open.set(true);
    }

    pub fn approve_selected(self) {
        let ids: Vec<_> = self.selected.get_untracked().into_iter().collect();
        if ids.is_empty() {
            self.said.set(Some(Said::ChooseFirst));
            focus_soon(SAID);
        } else {
            self.approve(ids);
        }
    }

    pub fn approve(self, ids: Vec<String>) {
        self.act(async move {
            let done = api::send::<ApproveAssociates>(&[], &Employees { ids }).await?;
            Ok(Said::Approved(done.ids))
        });
    }

    pub fn undo(self, ids: Vec<String>) {
        self.act(async move {
            let done = api::send::<UndoApprovals>(&[], &Employees { ids }).await?;
            Ok(Said::Done(fill(admin_words().undone, done.ids.len())))
        });
    }

    /// Does what the open dialog asks.
    pub fn confirm(self) {
        let Some(asked) = self.asked.get_untracked() else { return };
        self.act(async move {
            let words = admin_words();
            match asked {
                Asked::End(who) => {
                    api::send::<EndRelation>(&[&who.id], &Empty {}).await?;
                    Ok(Said::Done(fill(words.ended, who.name)))
                }
                Asked::HandOver(who) => {
                    api::send::<PostOffer>(&[], &OfferMaster { employee: who.id }).await?;
                    Ok(Said::Done(fill(words.proposed, who.name)))
                }
            }
        });
    }

    pub fn withdraw(self) {
        self.act(async move {
            api::send::<WithdrawOffer>(&[], &Empty {}).await?;
            Ok(Said::Done(admin_words().withdrawn.to_owned()))
        });
    }

    /// Whether the role is offered to somebody.
    pub fn is_offered(self) -> bool {
        self.company.with(|company| company.as_ref().is_some_and(|company| company.offer.is_some()))
    }

    fn act(self, act: impl Future<Output = Result<Said, Failure>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.said.set(None);
        spawn_local(async move {
            let said = match act.await {
                Ok(said) => said,
                Err(failure) => {
                    if failure.code() == Some(ProblemCode::LoginRequired) {
                        self.session.refresh();
                    }
                    Said::Refused(refusal(&failure))
                }
            };
            self.busy.try_set(false);
            self.open.try_set(false);
            self.said.try_set(Some(said));
            // Also after a refusal: somebody may have changed what stands here.
            let _ = self.changed.try_update(|changed| *changed = changed.wrapping_add(1));
            focus_soon(SAID);
        });
    }
}
