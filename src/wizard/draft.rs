//! The sign-up that this tab holds.

use crate::api::{self, Failure, Reply};
use crate::wizard::autosave::Saving;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{DraftView, OpenDraft};
use gaip_contract::endpoints::PostDraft;
use gaip_domain::facts::{Facts, StepInput};
use gaip_domain::portal::{Journey, Portal};
use gaip_domain::value::{Date, PasswordPolicy};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What keeps this tab from going on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Another tab holds the sign-up.
    Held,
    /// There is no such sign-up any more.
    Gone,
}

/// The sign-up of this tab, in the context of its pages.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The portal that is joined. It lives as long as the page.
    pub portal: &'static Portal,
    /// The way that is taken.
    pub journey: &'static Journey,
    /// What the backend said last.
    pub view: RwSignal<DraftView>,
    /// What keeps this tab from going on.
    pub trouble: RwSignal<Option<Trouble>>,
    /// How far saving is.
    pub saving: RwSignal<Saving>,
    /// Whether the person is asked if the sign-up is to be given up.
    pub cancelling: RwSignal<bool>,
    /// The backend's rules for new passwords.
    pub policy: RwSignal<Option<PasswordPolicy>>,
    /// Steps with input that is not saved yet.
    pub(super) unsaved: StoredValue<BTreeSet<String>>,
    /// Input by step as the backend took it last.
    pub(super) stored: StoredValue<BTreeMap<String, StepInput>>,
    /// Counts touches, so that only the last one of a burst saves.
    pub(super) touches: StoredValue<u32>,
    inputs: StoredValue<BTreeMap<String, RwSignal<StepInput>>>,
    secrets: StoredValue<BTreeMap<String, RwSignal<String>>>,
    owner: StoredValue<Option<Owner>>,
}

impl Draft {
    /// Holds what the backend opened.
    pub fn new(portal: &'static Portal, journey: &'static Journey, view: DraftView) -> Self {
        Self {
            portal,
            journey,
            stored: StoredValue::new(view.inputs.clone()),
            view: RwSignal::new(view),
            trouble: RwSignal::new(None),
            saving: RwSignal::new(Saving::Idle),
            cancelling: RwSignal::new(false),
            policy: RwSignal::new(None),
            unsaved: StoredValue::new(BTreeSet::new()),
            touches: StoredValue::new(0),
            inputs: StoredValue::new(BTreeMap::new()),
            secrets: StoredValue::new(BTreeMap::new()),
            owner: StoredValue::new(Owner::current()),
        }
    }

    /// Opens the sign-up of this browser, or begins one.
    pub async fn open(portal: &str, journey: &str, take_over: bool) -> Reply<PostDraft> {
        api::send::<PostDraft>(&[portal, journey], &OpenDraft { take_over }).await
    }

    /// The path parts of its endpoints.
    pub fn parts(&self) -> [&'static str; 2] {
        [&self.portal.id, &self.journey.id]
    }

    /// The answers so far.
    pub fn facts(&self) -> Facts {
        self.view.with(|view| view.facts.clone())
    }

    /// Today by the server's clock.
    pub fn today(&self) -> Date {
        // The backend sends an ISO date; anything else judges no day as future.
        self.view.with_untracked(|view| Date::parse(&view.today)).unwrap_or(Date::LAST)
    }

    /// The typed input of a step, kept while the person is on other steps.
    pub fn input(&self, step: &str) -> RwSignal<StepInput> {
        let known = self.inputs.with_value(|inputs| inputs.get(step).copied());
        known.unwrap_or_else(|| {
            let saved = self.view.with_untracked(|view| view.inputs.get(step).cloned()).unwrap_or_default();
            let signal = self.own(|| RwSignal::new(saved));
            self.inputs.update_value(|inputs| {
                inputs.insert(step.to_owned(), signal);
            });
            signal
        })
    }

    /// A password being typed: in memory only, never saved.
    pub fn secret(&self, name: &str) -> RwSignal<String> {
        let known = self.secrets.with_value(|secrets| secrets.get(name).copied());
        known.unwrap_or_else(|| {
            let signal = self.own(|| RwSignal::new(String::new()));
            self.secrets.update_value(|secrets| {
                secrets.insert(name.to_owned(), signal);
            });
            signal
        })
    }

    /// Signals made here live as long as the draft, not as the step that asked first.
    fn own<T>(&self, make: impl FnOnce() -> T) -> T {
        match self.owner.get_value() {
            Some(owner) => owner.with(make),
            None => make(),
        }
    }

    /// Takes a failure that concerns the whole sign-up; gives back any other.
    pub fn absorb(&self, failure: Failure) -> Option<Failure> {
        let trouble = match failure.code() {
            Some(ProblemCode::HeldElsewhere) => Trouble::Held,
            Some(ProblemCode::DraftGone) => Trouble::Gone,
            _ => return Some(failure),
        };
        self.trouble.set(Some(trouble));
        None
    }
}
