//! Judges a form: its values, its secrets, and the login id in it.

use super::judge::{Case, Judged};
use super::refusal::{Outcome, Refusal};
use super::state::{mark, pin_mark};
use gaip_contract::bodies::AnswerStep;
use gaip_domain::facts::{Answer, FieldInput, FieldProblem};
use gaip_domain::form;
use gaip_domain::portal::{Field, FormStep, Input};
use gaip_domain::value::{Invalid, LoginId, PasswordPolicy};

impl Case<'_> {
    /// The values of a form, or all that is wrong with it.
    pub fn form(&self, settings: &FormStep, body: &AnswerStep) -> Outcome<Judged> {
        let key = |name: &str| format!("{}/{name}", self.step.id);
        let mut fields = body.input.fields.clone();
        for name in self.step.secret_fields() {
            fields.remove(name);
            let new = body.secrets.get(name).is_some_and(|secret| !secret.is_empty());
            if new || self.draft.secrets.contains_key(&key(name)) {
                fields.insert(name.to_owned(), FieldInput::Text("given".to_owned()));
            }
        }
        let parsed = form::parse(settings.fields(), &fields, self.world);
        let asked = |name: &str| parsed.as_ref().map_or(true, |values| values.contains_key(name));
        let mut problems: Vec<FieldProblem> = Vec::new();
        for field in settings.fields().filter(|field| asked(&field.name)) {
            let error = self.wrong_secret(field, body).or_else(|| self.wrong_login_id(field, body));
            problems.extend(error.map(|error| FieldProblem { field: field.name.clone(), error }));
        }
        let values = match parsed {
            Ok(values) if problems.is_empty() => values,
            Ok(_) => return Err(Refusal::invalid(problems)),
            Err(others) => {
                problems.extend(others);
                let of = |field: &Field| problems.iter().find(|problem| problem.field == field.name).cloned();
                return Err(Refusal::invalid(settings.fields().filter_map(of).collect()));
            }
        };
        let given = body.secrets.iter().filter(|(_, secret)| !secret.is_empty());
        let pin = |name: &str| settings.fields().any(|field| field.name == name && field.input == Input::NewPin);
        let mark_of = |name: &str, secret: &str| match form::parse_pin(secret) {
            Ok(digits) if pin(name) => pin_mark(&digits),
            _ => mark(secret),
        };
        let secrets = given.map(|(name, secret)| (key(name), mark_of(name, secret))).collect();
        Ok(Judged { answer: Answer::Form(values), secrets })
    }

    fn wrong_secret(&self, field: &Field, body: &AnswerStep) -> Option<Invalid> {
        let secret = body.secrets.get(&field.name).filter(|secret| !secret.is_empty())?;
        let number = self.world.facts.business_number();
        match field.input {
            Input::NewPin => match form::parse_pin(secret) {
                Ok(pin) => form::check_pin(&pin, number).err().map(Invalid::Password),
                Err(error) => Some(error),
            },
            Input::NewPassword => {
                let known = [body.input.text("login_id"), number.map_or("", |number| number.as_str())];
                let known: Vec<&str> = known.into_iter().filter(|known| !known.is_empty()).collect();
                PasswordPolicy::standard().check(secret, &known).err().map(Invalid::Password)
            }
            _ => None,
        }
    }

    fn wrong_login_id(&self, field: &Field, body: &AnswerStep) -> Option<Invalid> {
        let typed = LoginId::parse(body.input.text(&field.name)).ok().filter(|_| field.input == Input::LoginId)?;
        if Some(typed.as_str()) != self.draft.checked.as_deref() {
            return Some(Invalid::Unchecked);
        }
        self.demo.login_id_taken(&self.place.portal.id, typed.as_str()).then_some(Invalid::Taken)
    }
}
