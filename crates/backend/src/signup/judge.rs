//! Judges the input of one step and obtains the evidence that makes it an answer.

use super::old_account::kept_login_id;
use super::recovery;
use crate::app::AppState;
use crate::portals::Served;
use crate::refusal::{Outcome, Refusal};
use crate::sealed;
use crate::store::{DraftRecord, Secret};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::AnswerStep;
use gaip_domain::facts::{Answer, Consent, FieldInput, FieldProblem, Fields, Value, Values};
use gaip_domain::form::{self, World};
use gaip_domain::portal::{ConsentStep, Field, FormStep, Input, Step, StepKind};
use gaip_domain::value::{BusinessNumber, Invalid, LoginId};
use std::collections::BTreeMap;

/// What judging looks at.
pub(super) struct Case<'a> {
    pub app: &'a AppState,
    pub served: &'a Served,
    pub draft: &'a DraftRecord,
    pub step: &'a Step,
    pub world: World<'a>,
}

/// An answer with what is kept of the passwords in it.
pub(super) struct Judged {
    pub answer: Answer,
    pub secrets: BTreeMap<String, Secret>,
    /// It is the evidence of an earlier answer, whose time stays.
    pub kept: bool,
}

impl From<Answer> for Judged {
    fn from(answer: Answer) -> Self {
        Self { answer, secrets: BTreeMap::new(), kept: false }
    }
}

fn is_pin(settings: &FormStep, name: &str) -> bool {
    settings.fields().any(|field| field.name == name && field.input == Input::NewPin)
}

impl Case<'_> {
    /// The answer that the body makes, or why it makes none.
    pub(super) async fn judge(&self, body: &AnswerStep) -> Outcome<Judged> {
        let judged: Judged = match &self.step.kind {
            StepKind::Consent(settings) => self.consent(settings, body)?.into(),
            StepKind::Choose(settings) => form::parse_choose(settings, &body.input).map_err(Refusal::invalid)?.into(),
            StepKind::Identity(_) => self.identity().await?,
            StepKind::Approval(_) => self.approval(body).await?,
            StepKind::OldAccount(_) => self.old_account(&body.input).await?.into(),
            StepKind::Social(settings) => self.social(settings).await?,
            StepKind::Company(settings) => self.company(settings, &body.input).await?.into(),
            StepKind::Certificate(settings) => self.certificate(settings, body).await?,
            StepKind::EmailCode(settings) => self.email_code(settings, body).await?,
            StepKind::Form(settings) => self.form(settings, body).await?,
            StepKind::Products(settings) => self.products(settings, &body.input)?.into(),
            StepKind::Review | StepKind::Complete(_) => return Err(ProblemCode::NotFound.into()),
        };
        self.check_files(&judged.answer).await?;
        Ok(judged)
    }

    /// Consents with what was read. A consent to a document that was not shown, or changed since, is none.
    fn consent(&self, settings: &ConsentStep, body: &AnswerStep) -> Outcome<Answer> {
        let choices = form::parse_consent(settings, &body.input).map_err(Refusal::invalid)?;
        let mut consents = BTreeMap::new();
        for (terms, agreed) in choices {
            let document = self.served.portal.terms_document(&terms).ok_or(ProblemCode::Internal)?;
            let hashes = self.served.terms.hashes(&terms);
            let hash = match body.seen.get(&terms) {
                Some(seen) if hashes.contains(seen) => seen.clone(),
                None if !agreed => hashes.first().cloned().ok_or(ProblemCode::Internal)?,
                _ => return Err(ProblemCode::TermsChanged.into()),
            };
            consents.insert(terms, Consent { version: document.version.clone(), hash, agreed });
        }
        Ok(Answer::Consent(consents))
    }

    async fn form(&self, settings: &FormStep, body: &AnswerStep) -> Outcome<Judged> {
        let earlier = self.app.store.secrets(&self.draft.id).await?;
        let mut fields = body.input.fields.clone();
        for name in self.step.secret_fields() {
            fields.remove(name);
            let new = body.secrets.get(name).is_some_and(|secret| !secret.is_empty());
            if new || earlier.contains_key(&(self.step.id.clone(), name.to_owned())) {
                fields.insert(name.to_owned(), FieldInput::Text("given".to_owned()));
            }
        }
        let parsed = form::parse(settings.fields(), &fields, self.world);
        let asked = |name: &str| parsed.as_ref().map_or(true, |values| values.contains_key(name));
        let kept = kept_login_id(self.app, self.world.facts).await?;
        let mut problems = self.judge_secrets(settings, body, kept, &asked);
        problems.extend(self.unchecked_login_ids(settings, &body.input.fields, &asked));
        problems.extend(self.wrong_codes(settings.fields(), &fields, parsed.as_ref().ok()));
        let values = match parsed {
            Ok(values) if problems.is_empty() => values,
            Ok(_) => return Err(Refusal::invalid(problems)),
            Err(others) => {
                problems.extend(others);
                return Err(Refusal::invalid(in_order(settings, problems)));
            }
        };
        self.check_login_ids(settings, &values).await?;
        let mut secrets = BTreeMap::new();
        for (name, secret) in &body.secrets {
            if values.get(name) == Some(&Value::Secret) && !secret.is_empty() {
                secrets.insert(name.clone(), self.keep(settings, name, secret).await);
            }
        }
        Ok(Judged { answer: Answer::Form(values), secrets, kept: false })
    }

    /// What is kept of a new password; of an approval password what opens it again.
    async fn keep(&self, settings: &FormStep, name: &str, secret: &str) -> Secret {
        let Case { app, draft, .. } = self;
        let pin = is_pin(settings, name).then(|| form::parse_pin(secret).ok()).flatten();
        let hash = app.passwords.hash(pin.as_deref().unwrap_or(secret), &*app.random).await;
        Secret { hash, sealed: pin.map(|pin| sealed::seal(&app.people, &draft.id, &pin, &*app.random)) }
    }

    fn judge_secrets(
        &self,
        settings: &FormStep,
        body: &AnswerStep,
        kept: Option<String>,
        asked: &dyn Fn(&str) -> bool,
    ) -> Vec<FieldProblem> {
        let mut known = known_of_person(settings, &body.input.fields, self.world.facts.business_number());
        known.extend(recovery::said(&self.served.portal, self.draft));
        known.extend(kept);
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let given = self
            .step
            .secret_fields()
            .filter(|name| asked(name))
            .filter_map(|name| Some((name, body.secrets.get(name)?)));
        given
            .filter(|(_, secret)| !secret.is_empty())
            .filter_map(|(name, secret)| {
                let error = if is_pin(settings, name) {
                    self.wrong_pin(secret)
                } else {
                    self.app.policy.check(secret, &known).err().map(Invalid::Password)
                };
                Some(FieldProblem { field: name.to_owned(), error: error? })
            })
            .collect()
    }

    fn wrong_pin(&self, secret: &str) -> Option<Invalid> {
        match form::parse_pin(secret) {
            Ok(pin) => form::check_pin(&pin, self.world.facts.business_number()).err().map(Invalid::Password),
            Err(error) => Some(error),
        }
    }

    /// Login ids that are not the one that was last found free (manual row D62).
    fn unchecked_login_ids(
        &self,
        settings: &FormStep,
        fields: &Fields,
        asked: &dyn Fn(&str) -> bool,
    ) -> Vec<FieldProblem> {
        let unchecked = |field: &&Field| {
            let typed = LoginId::parse(gaip_domain::facts::text(fields, &field.name));
            typed.is_ok_and(|id| Some(id.as_str()) != self.draft.checked_login_id.as_deref())
        };
        let problem = |field: &Field| FieldProblem { field: field.name.clone(), error: Invalid::Unchecked };
        login_id_fields(settings).filter(|field| asked(&field.name)).filter(unchecked).map(problem).collect()
    }

    /// A login id that was free when it was checked and is somebody's now has to be checked again.
    async fn check_login_ids(&self, settings: &FormStep, values: &Values) -> Outcome<()> {
        for field in login_id_fields(settings) {
            let Some(Value::Text(id)) = values.get(&field.name) else { continue };
            if self.app.store.login_id_taken(&self.draft.portal, id).await? {
                self.app.store.remember_login_id(&self.draft.id, None).await?;
                let mut refusal = Refusal::from(ProblemCode::LoginIdTaken);
                refusal.0.fields.push(FieldProblem { field: field.name.clone(), error: Invalid::Taken });
                return Err(refusal);
            }
        }
        Ok(())
    }

    /// Files that an answer names must be complete and of this sign-up.
    async fn check_files(&self, answer: &Answer) -> Outcome<()> {
        let mut named = named_files(self.step, answer);
        if named.is_empty() {
            return Ok(());
        }
        let files = self.app.store.files(&self.draft.id).await?;
        named.retain(|(_, id)| !files.iter().any(|file| file.complete && file.id == **id));
        let mut problems: Vec<FieldProblem> =
            named.into_iter().map(|(field, _)| FieldProblem { field, error: Invalid::UnknownFile }).collect();
        problems.dedup();
        if problems.is_empty() { Ok(()) } else { Err(Refusal::invalid(problems)) }
    }
}

fn login_id_fields(settings: &FormStep) -> impl Iterator<Item = &Field> {
    settings.fields().filter(|field| matches!(field.input, Input::LoginId))
}

/// Problems in the order of the fields, one a field.
fn in_order(settings: &FormStep, problems: Vec<FieldProblem>) -> Vec<FieldProblem> {
    settings.fields().filter_map(|field| problems.iter().find(|problem| problem.field == field.name).cloned()).collect()
}

/// What an attacker would try first for this person: login id, names, telephone and business numbers.
pub(crate) fn known_of_person(settings: &FormStep, fields: &Fields, number: Option<&BusinessNumber>) -> Vec<String> {
    let mut known = Vec::new();
    for field in settings.fields() {
        let text = gaip_domain::facts::text(fields, &field.name).trim();
        match field.input {
            Input::LoginId | Input::Name { .. } => known.push(text.to_owned()),
            Input::Phone | Input::Mobile => known.push(gaip_domain::text::digits(text)),
            Input::Email => known.push(text.split('@').next().unwrap_or_default().to_owned()),
            _ => {}
        }
    }
    if let Some(number) = number {
        known.extend([number.to_string(), number.hyphenated()]);
    }
    known
}

/// Files with the field that names them.
fn named_files<'a>(step: &Step, answer: &'a Answer) -> Vec<(String, &'a String)> {
    let of = |values: &'a Values, prefix: &str| -> Vec<(String, &'a String)> {
        let mut named = Vec::new();
        for (name, value) in values {
            if let Value::Files(ids) = value {
                named.extend(ids.iter().map(|id| (format!("{prefix}{name}"), id)));
            }
        }
        named
    };
    match (answer, &step.kind) {
        (Answer::Form(values), _) => of(values, ""),
        (Answer::Products(products), _) => products.iter().flat_map(|p| of(&p.values, &format!("{}.", p.id))).collect(),
        (Answer::Certificate { files, .. }, StepKind::Certificate(settings)) => {
            let field = settings.documents.as_ref().map(|route| route.scans.name.clone()).unwrap_or_default();
            files.iter().map(|id| (field.clone(), id)).collect()
        }
        _ => Vec::new(),
    }
}
