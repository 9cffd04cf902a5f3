//! What a member types over what was entered.

use crate::api::{self, Failure};
use crate::i18n::{lang, refusal};
use crate::session::{Session, use_session};
use crate::steps::field::typed::Typed;
use crate::steps::identity::Clock;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{EmailCodeAttempt, MyInfo};
use gaip_domain::facts::{Answer, FieldProblem, Fields, StepInput, Values};
use gaip_domain::own::{self, OwnForm};
use gaip_domain::portal::{Input, Portal};
use gaip_domain::value::Email;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// Ids of the inputs that are no fields of the portal.
pub(super) const PASSWORD: &str = "password";
pub(super) const CODE: &str = "code";

/// A form that is being changed.
#[derive(Clone, Copy)]
pub struct Editing {
    pub(super) portal: &'static Portal,
    /// The year of the sign-up.
    pub(super) year: u16,
    pub(super) info: StoredValue<MyInfo>,
    pub(super) forms: StoredValue<Vec<(OwnForm<'static>, Vec<Typed>)>>,
    /// A login of minutes ago or the company's certificate stands in for a password.
    pub(super) fresh: RwSignal<bool>,
    pub(super) password: RwSignal<String>,
    pub(super) code: RwSignal<String>,
    pub(super) attempt: RwSignal<Option<(String, EmailCodeAttempt)>>,
    pub(super) clock: Clock,
    /// What is wrong, by `<step>.<field>`.
    pub(super) problems: RwSignal<Vec<FieldProblem>>,
    pub(super) failure: RwSignal<Option<Failure>>,
    pub(super) said: RwSignal<String>,
    pub(super) busy: RwSignal<bool>,
    pub(super) seen: StoredValue<BTreeMap<String, String>>,
    pub(super) session: Session,
}

impl Editing {
    /// Begins with what is known.
    pub fn new(portal: &'static Portal, info: MyInfo, year: u16) -> Self {
        let forms = own::forms(portal, &info.journeys, &info.facts).into_iter().map(|form| {
            let values = values(&info, &form.step.id);
            let typed = form.open().map(|field| Typed::of(field, values.get(&field.name))).collect();
            (form, typed)
        });
        let forms = StoredValue::new(forms.collect::<Vec<_>>());
        let fresh = RwSignal::new(info.fresh);
        let text = || RwSignal::new(String::new());
        Self {
            portal,
            year,
            forms,
            info: StoredValue::new(info),
            fresh,
            password: text(),
            code: text(),
            attempt: RwSignal::new(None),
            clock: Clock::fixed(0, 0),
            problems: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            said: text(),
            busy: RwSignal::new(false),
            seen: StoredValue::new(BTreeMap::new()),
            session: use_session(),
        }
    }

    /// Fetches the documents that choices are about: a choice is about what can be read.
    pub fn fetch_documents(self) {
        self.clock.run();
        let documents: Vec<String> = self.forms.with_value(|forms| {
            let typed = forms.iter().flat_map(|(_, typed)| typed);
            typed.filter_map(|one| one.field.terms.clone()).collect()
        });
        spawn_local(async move {
            for id in documents {
                if let Ok(document) = api::terms(&self.portal.id, &id, lang()).await {
                    self.seen.try_update_value(|seen| seen.insert(id, document.hash));
                }
            }
        });
    }

    /// What is typed, by step.
    pub(super) fn typed(self) -> BTreeMap<String, StepInput> {
        let input = |typed: &Vec<Typed>| {
            let fields: Fields = typed.iter().map(|one| (one.field.name.clone(), one.input())).collect();
            StepInput { fields, ..StepInput::default() }
        };
        self.forms.with_value(|forms| forms.iter().map(|(form, typed)| (form.step.id.clone(), input(typed))).collect())
    }

    /// The same, with what is known in the place of what wants the member to show that it is them.
    pub(super) fn without_sensitive(self) -> BTreeMap<String, StepInput> {
        let (mut all, info) = (self.typed(), self.info.get_value());
        for (step, typed) in self.sensitive() {
            let known = Typed::of(typed.field, values(&info, step).get(&typed.field.name)).input();
            if let Some(input) = all.get_mut(step) {
                input.fields.insert(typed.field.name.clone(), known);
            }
        }
        all
    }

    /// What is typed that wants the member to show that it is them, with the step that asked.
    pub(super) fn sensitive(self) -> Vec<(&'static str, Typed)> {
        let changed: Vec<Typed> = self.changes().collect();
        let of = |(form, typed): &(OwnForm<'static>, Vec<Typed>)| {
            let wants =
                |one: &&Typed| form.is_sensitive(one.field) && changed.iter().any(|other| other.text == one.text);
            typed.iter().filter(wants).map(|one| (form.step.id.as_str(), *one)).collect::<Vec<_>>()
        };
        self.forms.with_value(|forms| forms.iter().flat_map(of).collect())
    }

    /// Whether something is typed that wants the member to show that it is them.
    pub(super) fn is_sensitive(self) -> bool {
        !self.sensitive().is_empty()
    }

    /// The new e-mail address, once it is one.
    pub(super) fn new_email(self) -> Option<String> {
        let email = |typed: Typed| Some(Email::parse(&typed.text.get()).ok()?.to_string());
        self.changes().filter(|typed| typed.field.input == Input::Email).find_map(email)
    }

    /// Fields that hold something else than before.
    pub(super) fn changes(self) -> impl Iterator<Item = Typed> {
        let info = self.info.get_value();
        let changed = self.forms.with_value(|forms| {
            let of = |(form, typed): &(OwnForm<'static>, Vec<Typed>)| {
                let before = values(&info, &form.step.id);
                let other = |one: &&Typed| {
                    let was = Typed::of(one.field, before.get(&one.field.name));
                    one.input() != untrack(|| was.input())
                };
                typed.iter().filter(other).copied().collect::<Vec<_>>()
            };
            forms.iter().flat_map(of).collect::<Vec<_>>()
        });
        changed.into_iter()
    }

    /// The failure in words.
    pub(super) fn reason(self) -> Option<(Option<ProblemCode>, String)> {
        self.failure.with(|failure| failure.as_ref().map(|failure| (failure.code(), refusal(failure))))
    }
}

/// The values of a step.
pub(super) fn values(info: &MyInfo, step: &str) -> Values {
    match info.facts.answers.get(step) {
        Some(Answer::Form(values)) => values.clone(),
        _ => Values::new(),
    }
}
