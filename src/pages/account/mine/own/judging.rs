//! What is wrong with what a member types, by the rules that the backend applies.

use super::editing::{CODE, Editing, PASSWORD};
use crate::i18n::{invalid, own_words};
use crate::ui::focus::focus_soon;
use gaip_domain::facts::FieldProblem;
use gaip_domain::own::{self, OwnForm};
use gaip_domain::portal::Input;
use gaip_domain::value::{Date, Invalid};
use leptos::prelude::*;

impl Editing {
    /// Every problem that the browser can know of.
    pub(super) fn judge(self) -> Vec<FieldProblem> {
        let (input, info) = (untrack(|| self.typed()), self.info.get_value());
        let forms: Vec<OwnForm<'static>> =
            self.forms.with_value(|forms| forms.iter().map(|(form, _)| form.clone()).collect());
        let mut problems = own::parse(&forms, &info.facts, &input, Date::LAST).err().unwrap_or_default();
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
                match (field, problem.error) {
                    (Some(field), Invalid::TooMany(_)) if field.input == Input::Email => words.one_email.to_owned(),
                    (field, error) => field.map(|field| invalid(field, error)).unwrap_or_default(),
                }
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

    /// Shows problems and leads to the first.
    pub(super) fn show(self, problems: Vec<FieldProblem>) {
        if let Some(first) = problems.first() {
            focus_soon(first.field.clone());
        }
        self.problems.try_set(problems);
    }
}
