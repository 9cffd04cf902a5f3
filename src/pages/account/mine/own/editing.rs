//! What a member types over what was entered, what is wrong with it, and sending it.

use crate::api::{self, Failure};
use crate::i18n::{invalid, lang, own_words, refusal};
use crate::session::{Session, use_session};
use crate::steps::field::typed::Typed;
use crate::steps::identity::Clock;
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AskAddressCode, ChangeInfo, EmailCodeAttempt, Empty, MyInfo};
use gaip_contract::endpoints::{GetMyInfo, PostMyEmailCode, PutMyInfo};
use gaip_domain::facts::{Answer, FieldProblem, Fields, StepInput, Values};
use gaip_domain::form::{self, World};
use gaip_domain::own::{self, OwnForm};
use gaip_domain::portal::{Input, Portal};
use gaip_domain::value::{Date, Email, Invalid};
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
    pub(super) info: StoredValue<MyInfo>,
    pub(super) forms: StoredValue<Vec<(OwnForm<'static>, Vec<Typed>)>>,
    pub(super) password: RwSignal<String>,
    pub(super) code: RwSignal<String>,
    pub(super) attempt: RwSignal<Option<(String, EmailCodeAttempt)>>,
    pub(super) clock: Clock,
    /// What is wrong, by `<step>.<field>`.
    pub(super) problems: RwSignal<Vec<FieldProblem>>,
    pub(super) failure: RwSignal<Option<Failure>>,
    pub(super) said: RwSignal<String>,
    pub(super) busy: RwSignal<bool>,
    seen: StoredValue<BTreeMap<String, String>>,
    session: Session,
}

impl Editing {
    /// Begins with what is known.
    pub fn new(portal: &'static Portal, info: MyInfo) -> Self {
        let forms = own::forms(portal, &info.journeys, &info.facts).into_iter().map(|form| {
            let values = values(&info, &form.step.id);
            let typed = form.open().map(|field| Typed::of(field, values.get(&field.name))).collect();
            (form, typed)
        });
        let forms = StoredValue::new(forms.collect::<Vec<_>>());
        let text = || RwSignal::new(String::new());
        Self {
            portal,
            forms,
            info: StoredValue::new(info),
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

    /// Whether something is typed that wants the member to show that it is them.
    pub(super) fn is_sensitive(self) -> bool {
        self.changes().any(|typed| own::is_sensitive(typed.field))
    }

    /// The new e-mail address, once it is one.
    pub(super) fn new_email(self) -> Option<String> {
        let email = self.changes().find(|typed| typed.field.input == Input::Email)?;
        Some(Email::parse(&email.text.get()).ok()?.to_string())
    }

    /// Fields that hold something else than before.
    fn changes(self) -> impl Iterator<Item = Typed> {
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

    /// Every problem that the browser can know of.
    pub(super) fn judge(self) -> Vec<FieldProblem> {
        let (input, info) = (untrack(|| self.typed()), self.info.get_value());
        let mut problems = self.forms.with_value(|forms| {
            let of = |(form, _): &(OwnForm<'static>, Vec<Typed>)| {
                let step = form.step.id.as_str();
                let world = World { step, facts: &info.facts, today: Date::LAST };
                let fields = input.get(step).map(|input| input.fields.clone()).unwrap_or_default();
                let wrong = form::parse(form.open(), &fields, world).err().unwrap_or_default();
                wrong
                    .into_iter()
                    .map(|one| FieldProblem { field: format!("{step}.{}", one.field), ..one })
                    .collect::<Vec<_>>()
            };
            forms.iter().flat_map(of).collect::<Vec<FieldProblem>>()
        });
        let missing = |field: &str| FieldProblem { field: field.to_owned(), error: Invalid::Missing };
        if untrack(|| self.new_email()).is_some() && self.code.with_untracked(|code| code.trim().is_empty()) {
            problems.push(missing(CODE));
        }
        let asked = info.password && untrack(|| self.is_sensitive());
        if asked && self.password.with_untracked(String::is_empty) {
            problems.push(missing(PASSWORD));
        }
        problems
    }

    /// What is typed is judged again, where something was wrong before.
    pub(super) fn edited(self) {
        if self.problems.with_untracked(|problems| !problems.is_empty()) {
            let now = self.judge();
            self.problems.update(|problems| {
                problems.retain_mut(|problem| match now.iter().find(|one| one.field == problem.field) {
                    Some(one) => {
                        problem.error = one.error;
                        true
                    }
                    None => false,
                });
            });
        }
    }

    /// A sentence for a problem.
    fn say(self, problem: &FieldProblem) -> String {
        let words = own_words();
        match problem.field.as_str() {
            PASSWORD => words.password_missing.to_owned(),
            CODE => words.code_missing.to_owned(),
            key => self.forms.with_value(|forms| {
                let named = |form: &OwnForm<'static>| {
                    let name = key.strip_prefix(&form.step.id)?.strip_prefix('.')?;
                    form.open().find(|field| field.name == name)
                };
                let field = forms.iter().find_map(|(form, _)| named(form));
                field.map(|field| invalid(field, problem.error)).unwrap_or_default()
            }),
        }
    }

    /// Every problem with its input.
    pub(super) fn errors(self) -> Vec<(String, String)> {
        self.problems.with(|all| all.iter().map(|problem| (problem.field.clone(), self.say(problem))).collect())
    }

    /// What is wrong with an input.
    pub(super) fn error(self, key: String) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.problems.with(|all| all.iter().find(|problem| problem.field == key).map(|found| self.say(found)))
        })
    }

    fn show(self, problems: Vec<FieldProblem>) {
        if let Some(first) = problems.first() {
            focus_soon(first.field.clone());
        }
        self.problems.try_set(problems);
    }

    /// Sends a code to the new address.
    pub(super) fn ask_code(self, email: String) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let reply = api::send::<PostMyEmailCode>(&[], &AskAddressCode { email: email.clone() }).await;
            self.busy.try_set(false);
            match reply {
                Ok(attempt) => {
                    self.clock.start(attempt.expires_in, attempt.resend_in);
                    self.attempt.try_set(Some((email, attempt)));
                    self.said.try_set(own_words().code_sent.to_owned());
                    focus_soon(CODE);
                }
                Err(failure) => self.refused(failure),
            }
        });
    }

    /// Sends what is typed, unless something is wrong.
    pub(super) fn save(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.failure.set(None);
        self.said.set(String::new());
        let problems = self.judge();
        if !problems.is_empty() {
            return self.show(problems);
        }
        if untrack(|| self.changes().next().is_none()) {
            return self.said.set(own_words().unchanged.to_owned());
        }
        self.problems.set(Vec::new());
        self.busy.set(true);
        let typed = |signal: RwSignal<String>| Some(signal.get_untracked()).filter(|text| !text.is_empty());
        let body = ChangeInfo {
            version: self.info.with_value(|info| info.version),
            forms: untrack(|| self.typed()),
            password: typed(self.password),
            code: typed(self.code),
            seen: self.seen.get_value(),
        };
        spawn_local(async move {
            let reply = api::send::<PutMyInfo>(&[], &body).await;
            self.busy.try_set(false);
            match reply {
                Ok(info) => self.saved(info),
                Err(failure) => self.refused(failure),
            }
        });
    }

    fn saved(self, info: MyInfo) {
        if self.busy.is_disposed() {
            return;
        }
        self.info.set_value(info);
        for secret in [self.password, self.code] {
            secret.set(String::new());
        }
        self.attempt.set(None);
        // What is kept is written as it is kept.
        self.begin_anew(&[]);
        self.said.set(own_words().saved.to_owned());
        focus_soon("page-title");
    }

    /// Says why it was refused; what was typed stays.
    fn refused(self, failure: Failure) {
        if self.busy.is_disposed() {
            return;
        }
        match failure {
            Failure::Refused(problem) if problem.code == ProblemCode::Invalid && !problem.fields.is_empty() => {
                self.show(problem.fields);
            }
            failure => {
                if failure.code() == Some(ProblemCode::LoginRequired) {
                    self.session.refresh();
                }
                self.failure.set(Some(failure));
            }
        }
    }

    /// Takes over what another window changed, but for what is typed here.
    pub(super) fn adopt(self) {
        let mine: Vec<String> = untrack(|| self.changes().map(|typed| typed.field.name.clone()).collect());
        spawn_local(async move {
            match api::send::<GetMyInfo>(&[], &Empty {}).await {
                Ok(info) if !self.busy.is_disposed() => {
                    self.info.set_value(info);
                    self.begin_anew(&mine);
                    self.failure.set(None);
                    self.said.set(own_words().conflict_done.to_owned());
                }
                Ok(_) => {}
                Err(failure) => self.refused(failure),
            }
        });
    }

    /// Fills in what is known, but for these fields.
    fn begin_anew(self, but: &[String]) {
        let info = self.info.get_value();
        self.forms.with_value(|forms| {
            for (form, typed) in forms {
                let known = values(&info, &form.step.id);
                for one in typed.iter().filter(|one| !but.contains(&one.field.name)) {
                    one.set(known.get(&one.field.name));
                }
            }
        });
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
