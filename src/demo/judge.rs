//! Judges the input of a step by the rules of the domain, and finds the evidence that makes it an answer.

use super::drafts::Place;
use super::portals;
use super::proofs::RIGHT_CODE;
use super::refusal::{Outcome, Refusal};
use super::state::{Demo, Draft, pin_mark};
use crate::steps::certificate_dialog::sample_evidence;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AnswerStep, IdentityState};
use gaip_domain::facts::{Answer, CertificateEvidence, Consent, Value};
use gaip_domain::form::{self, Route, World};
use gaip_domain::portal::{
    AccountPart, CertificateMethod, CertificateStep, ConsentStep, EmailCodeStep, FINANCIAL_KIND, Step, StepKind,
};
use gaip_domain::text::{Lang, digits};
use gaip_domain::value::Invalid;
use std::collections::BTreeMap;

/// What judging looks at.
pub struct Case<'a> {
    /// Everything.
    pub demo: &'a Demo,
    /// The journey.
    pub place: Place,
    /// The draft.
    pub draft: &'a Draft,
    /// The step.
    pub step: &'a Step,
    /// What the domain's rules look at.
    pub world: World<'a>,
}

/// An answer with the marks of the secrets in it.
pub struct Judged {
    /// The answer.
    pub answer: Answer,
    /// Marks by `step/field`.
    pub secrets: BTreeMap<String, u64>,
}

impl From<Answer> for Judged {
    fn from(answer: Answer) -> Self {
        Self { answer, secrets: BTreeMap::new() }
    }
}

impl Case<'_> {
    /// The answer that the body makes, or why it makes none.
    pub fn judge(&self, body: &AnswerStep) -> Outcome<Judged> {
        let input = &body.input;
        let judged: Judged = match &self.step.kind {
            StepKind::Consent(settings) => self.consent(settings, body)?.into(),
            StepKind::Choose(settings) => form::parse_choose(settings, input).map_err(Refusal::invalid)?.into(),
            StepKind::Identity(_) => self.identity()?.into(),
            StepKind::Approval(_) => self.approval(body)?.into(),
            StepKind::Social(_) => {
                let account = self.draft.accounts.get(&self.step.id).ok_or(ProblemCode::SocialGone)?;
                Answer::Social(account.clone()).into()
            }
            StepKind::Company(settings) => self.company(settings, input)?.into(),
            StepKind::Certificate(settings) => self.certificate(settings, body)?.into(),
            StepKind::EmailCode(settings) => self.email_code(settings, body)?.into(),
            StepKind::Form(settings) => self.form(settings, body)?,
            StepKind::Products(settings) => {
                let products = form::parse_products(settings, input, self.world).map_err(Refusal::invalid)?;
                Answer::Products(products).into()
            }
            StepKind::OldAccount(_) => self.old_account(input)?.into(),
            StepKind::Review | StepKind::Complete(_) => return Err(ProblemCode::NotFound.into()),
        };
        let there = |id: &&String| self.demo.files.get(*id).is_some_and(|file| file.complete);
        if judged.answer.files().iter().all(there) { Ok(judged) } else { Err(ProblemCode::StepClosed.into()) }
    }

    fn consent(&self, settings: &ConsentStep, body: &AnswerStep) -> Outcome<Answer> {
        let choices = form::parse_consent(settings, &body.input).map_err(Refusal::invalid)?;
        let mut consents = BTreeMap::new();
        for (terms, agreed) in choices {
            let document = self.place.portal.terms_document(&terms).ok_or(ProblemCode::Internal)?;
            let hashes = Lang::ALL.map(|lang| portals::hash(document, lang));
            let hash = match body.seen.get(&terms) {
                Some(seen) if hashes.contains(seen) => seen.clone(),
                None if !agreed => portals::hash(document, Lang::Ko),
                _ => return Err(ProblemCode::TermsChanged.into()),
            };
            consents.insert(terms, Consent { version: document.version.clone(), hash, agreed });
        }
        Ok(Answer::Consent(consents))
    }

    /// Whom the service verified; where a password is recovered, only the member who was named.
    fn identity(&self) -> Outcome<Answer> {
        let attempt = self.draft.attempts.get(&self.step.id);
        let attempt = attempt.filter(|attempt| attempt.view.state == IdentityState::Verified);
        let person = match (attempt, self.draft.facts.answers.get(&self.step.id)) {
            (Some(attempt), _) => attempt.person.clone(),
            (None, Some(Answer::Identity(person))) => person.clone(),
            _ => return Err(ProblemCode::IdentityGone.into()),
        };
        Ok(Answer::Identity(person))
    }

    fn approval(&self, body: &AnswerStep) -> Outcome<Answer> {
        let typed = body.secrets.get("approval").map(String::as_str).unwrap_or_default();
        if typed.is_empty() && self.draft.facts.answers.get(&self.step.id) == Some(&Answer::Approval) {
            return Ok(Answer::Approval);
        }
        let pin = form::parse_pin(typed).map_err(|error| Refusal::field("approval", error))?;
        let number = self.draft.facts.business_number().ok_or(ProblemCode::StepClosed)?;
        let company = self.demo.registered(&self.place.portal.id, number.as_str());
        let (_, known) = company.and_then(|company| company.account).ok_or(ProblemCode::CompanyNotRegistered)?;
        if pin_mark(&pin) == known { Ok(Answer::Approval) } else { Err(ProblemCode::ApprovalWrong.into()) }
    }

    fn certificate(&self, settings: &CertificateStep, body: &AnswerStep) -> Outcome<Answer> {
        let route = form::parse_certificate(settings, &body.input, self.world).map_err(Refusal::invalid)?;
        let (method, kind) = match route {
            Route::Documents(files) => {
                return Ok(Answer::Certificate { method: CertificateMethod::Documents, files, certificate: None });
            }
            Route::Joint if body.proof.is_some() => (CertificateMethod::Joint, sample_evidence().kind),
            Route::Financial if body.financial.is_some() => (CertificateMethod::Financial, FINANCIAL_KIND.to_owned()),
            Route::Joint => return self.earlier(CertificateMethod::Joint),
            Route::Financial => return self.earlier(CertificateMethod::Financial),
        };
        if let Some(attempt) = &body.financial {
            let known = self.demo.financial.get(attempt).filter(|attempt| attempt.verified);
            known.ok_or(ProblemCode::FinancialGone)?;
        }
        let certificate = Some(CertificateEvidence { kind, ..sample_evidence() });
        Ok(Answer::Certificate { method, files: Vec::new(), certificate })
    }

    fn earlier(&self, method: CertificateMethod) -> Outcome<Answer> {
        let earlier = self.draft.facts.answers.get(&self.step.id);
        let same = |answer: &&Answer| matches!(answer, Answer::Certificate { method: given, .. } if *given == method);
        earlier.filter(same).cloned().ok_or_else(|| Refusal::field("method", Invalid::Missing))
    }

    fn email_code(&self, settings: &EmailCodeStep, body: &AnswerStep) -> Outcome<Answer> {
        let values = form::parse(settings.fields.iter(), &body.input.fields, self.world).map_err(Refusal::invalid)?;
        let code = self.draft.codes.get(&self.step.id).filter(|code| code.claim == values);
        let code = code.ok_or(ProblemCode::EmailCodeGone)?;
        let email = settings.fields.iter().find(|field| field.account == Some(AccountPart::Email));
        let email = match email.and_then(|field| values.get(&field.name)) {
            Some(Value::Text(email)) => email.clone(),
            _ => String::new(),
        };
        let typed = digits(body.secrets.get("code").map(String::as_str).unwrap_or_default());
        match typed.as_str() {
            _ if code.right => {}
            _ if code.tries == 0 => return Err(ProblemCode::EmailCodeTriesOver.into()),
            "" => return Err(Refusal::field("code", Invalid::Missing)),
            typed if typed != RIGHT_CODE || code.member.is_none() => return Err(ProblemCode::EmailCodeWrong.into()),
            _ => {}
        }
        Ok(Answer::EmailCode { email })
    }
}
