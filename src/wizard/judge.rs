//! Judges the input of a step before it is sent, by the rules that the backend will apply.

use super::draft::Draft;
use crate::api::Failure;
use crate::i18n;
use gaip_domain::facts::{Answer, FieldInput, FieldProblem, StepInput, Value};
use gaip_domain::form::{self, Route, World};
use gaip_domain::portal::{AccountPart, CertificateMethod, EmailCodeStep, Field, FormStep, Input, Step, StepKind};
use gaip_domain::value::{Invalid, LoginId};
use leptos::prelude::*;

/// The rules of one kind of step, and the words for what breaks them. Each kind brings its own, so that the first
/// step does not carry the rules of those that are fetched later.
#[derive(Clone, Copy)]
pub struct Rules {
    /// Every problem of the input, as far as the browser can know.
    pub judge: fn(&Draft, &'static Step, &StepInput) -> Vec<FieldProblem>,
    /// The sentence for a problem.
    pub say: fn(&Draft, &'static Step, &FieldProblem) -> String,
    /// The words for a failure.
    pub refusal: fn(&Failure) -> String,
}

/// The rules of a consent step, and of steps that ask nothing.
pub const CONSENT: Rules = Rules { judge: consent, say: say_consent, refusal: i18n::problem };
/// The rules of a choice.
pub const CHOOSE: Rules = Rules { judge: choose, say: |_, _, _| say_choose(), refusal: i18n::problem };
/// The rules of every other kind.
pub const OTHERS: Rules = Rules { judge: others, say: say_others, refusal: i18n::refusal };

/// The rules of a kind that can be the first step of a journey; nothing for the others, which bring their own.
pub fn of_first(kind: &StepKind) -> Option<Rules> {
    match kind {
        StepKind::Consent(_) => Some(CONSENT),
        StepKind::Choose(_) => Some(CHOOSE),
        _ => None,
    }
}

fn consent(_: &Draft, step: &'static Step, input: &StepInput) -> Vec<FieldProblem> {
    match &step.kind {
        StepKind::Consent(settings) => form::parse_consent(settings, input).err().unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn say_consent(draft: &Draft, _: &'static Step, problem: &FieldProblem) -> String {
    let title = draft.portal.terms_document(&problem.field).map(|terms| i18n::local(&terms.title));
    i18n::fill(i18n::words().signup.not_agreed_yet, i18n::as_object(&title.unwrap_or_default()))
}

fn choose(_: &Draft, step: &'static Step, input: &StepInput) -> Vec<FieldProblem> {
    match &step.kind {
        StepKind::Choose(settings) => form::parse_choose(settings, input).err().unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn say_choose() -> String {
    i18n::words().signup.choose_missing.to_owned()
}

fn others(draft: &Draft, step: &'static Step, input: &StepInput) -> Vec<FieldProblem> {
    let facts = draft.facts();
    let world = World { step: &step.id, facts: &facts, today: draft.today() };
    match &step.kind {
        StepKind::Approval(_) => approval(draft, step),
        StepKind::Company(settings) => form::parse_company(settings, input, world.today).err().unwrap_or_default(),
        StepKind::Certificate(settings) => match form::parse_certificate(settings, input, world) {
            Ok(Route::Joint) if !is_proved(draft, step, CertificateMethod::Joint) => not_proved(),
            Ok(Route::Financial) if !is_proved(draft, step, CertificateMethod::Financial) => not_proved(),
            Ok(_) => Vec::new(),
            Err(problems) => problems,
        },
        StepKind::OldAccount(_) => form::parse_old_account(input).err().unwrap_or_default(),
        StepKind::EmailCode(settings) => email_code(draft, settings, input, world),
        StepKind::Form(settings) => of_form(draft, step, settings, input, world),
        StepKind::Products(settings) => form::parse_products(settings, input, world).err().unwrap_or_default(),
        // An identity step asks for itself (steps/identity): its answer says nothing that could be judged here.
        StepKind::Choose(_)
        | StepKind::Consent(_)
        | StepKind::Identity(_)
        | StepKind::Social(_)
        | StepKind::Review
        | StepKind::Complete(_) => Vec::new(),
    }
}

fn not_proved() -> Vec<FieldProblem> {
    vec![FieldProblem { field: "method".to_owned(), error: Invalid::Missing }]
}

fn of_form(
    draft: &Draft,
    step: &'static Step,
    settings: &'static FormStep,
    input: &StepInput,
    world: World,
) -> Vec<FieldProblem> {
    let mut fields = input.fields.clone();
    let secrets: Vec<&Field> = settings.fields().filter(|field| field.input.is_secret()).collect();
    for field in &secrets {
        let typed = draft.secret(&field.name).get_untracked();
        if !typed.is_empty() || has_password(draft, step, field) {
            fields.insert(field.name.clone(), FieldInput::Text("given".to_owned()));
        }
    }
    let mut problems = form::parse(settings.fields(), &fields, world).err().unwrap_or_default();
    for field in secrets {
        problems.extend(password(draft, input, settings.fields(), field));
    }
    problems.extend(login_id(draft, input, settings.fields()));
    in_order(&problems, settings.fields())
}

fn say_others(_: &Draft, step: &'static Step, problem: &FieldProblem) -> String {
    let name = problem.field.strip_suffix("-confirm").unwrap_or(&problem.field);
    let in_product = name.split_once('.').map_or(name, |(_, name)| name);
    let found = match &step.kind {
        StepKind::Form(settings) => settings.fields().find(|f| f.name == name),
        StepKind::Products(settings) => settings.fields.iter().find(|f| f.name == in_product),
        StepKind::EmailCode(settings) => settings.fields.iter().find(|f| f.name == name),
        StepKind::Certificate(settings) => {
            settings.documents.as_ref().map(|route| &route.scans).filter(|f| f.name == name)
        }
        _ => None,
    };
    let words = &i18n::words().signup;
    match (found, &step.kind) {
        (Some(field), _) if field.account == Some(AccountPart::BusinessNumber) => {
            i18n::invalid_of(&i18n::local(&field.label), &Input::BusinessNumber, problem.error)
        }
        (Some(field), _) => i18n::invalid(field, problem.error),
        (None, StepKind::Certificate(settings)) if settings.documents.is_none() => {
            i18n::financial_words().choose.to_owned()
        }
        (None, StepKind::Certificate(_)) => words.method_missing.to_owned(),
        (None, StepKind::Approval(settings)) => {
            i18n::invalid_of(&i18n::local(&settings.label), &Input::NewPin, problem.error)
        }
        (None, StepKind::OldAccount(_)) => i18n::old_member_words().choose.to_owned(),
        (None, StepKind::Identity(_) | StepKind::EmailCode(_)) => i18n::identity_invalid(&problem.field, problem.error),
        (None, StepKind::Company(_)) => i18n::invalid_of(words.business_number, &Input::BusinessNumber, problem.error),
        (None, _) => i18n::invalid_of(&i18n::local(&step.title), &Input::Choice(Vec::new()), problem.error),
    }
}

/// What is typed, and the code.
fn email_code(draft: &Draft, settings: &EmailCodeStep, input: &StepInput, world: World) -> Vec<FieldProblem> {
    let mut problems = form::parse(settings.fields.iter(), &input.fields, world).err().unwrap_or_default();
    if let Err(error) = form::parse_pin(&draft.secret("code").get_untracked()) {
        problems.push(FieldProblem { field: "code".to_owned(), error });
    }
    problems
}

/// Whether the backend has seen the company's certificate.
pub fn is_proved(draft: &Draft, step: &Step, by: CertificateMethod) -> bool {
    draft
        .view
        .with(|view| matches!(view.facts.answers.get(&step.id), Some(Answer::Certificate { method, certificate: Some(_), .. }) if *method == by))
}

/// Whether the backend keeps a password of an earlier answer.
pub fn has_password(draft: &Draft, step: &Step, field: &Field) -> bool {
    draft.view.with(|view| {
        matches!(view.facts.answers.get(&step.id), Some(Answer::Form(values)) if values.get(&field.name) == Some(&Value::Secret))
    })
}

/// Where the second typing of a password is kept.
pub fn confirm_name(field: &Field) -> String {
    format!("{}-confirm", field.name)
}

fn password<'a>(
    draft: &Draft,
    input: &StepInput,
    fields: impl Iterator<Item = &'a Field>,
    field: &Field,
) -> Vec<FieldProblem> {
    let typed = draft.secret(&field.name).get_untracked();
    if typed.is_empty() {
        return Vec::new();
    }
    if field.input == Input::NewPin {
        return pin(draft, field, &typed);
    }
    let number = draft.view.with_untracked(|view| view.facts.business_number().map(ToString::to_string));
    let ids: Vec<&str> = fields.filter(|f| f.input == Input::LoginId).map(|f| input.text(&f.name)).collect();
    let known: Vec<&str> = ids.into_iter().chain(number.as_deref()).collect();
    let mut problems = Vec::new();
    if let Some(Err(flaw)) = draft.policy.with_untracked(|policy| policy.as_ref().map(|p| p.check(&typed, &known))) {
        problems.push(FieldProblem { field: field.name.clone(), error: Invalid::Password(flaw) });
    } else if draft.secret(&confirm_name(field)).get_untracked() != typed {
        problems.push(FieldProblem { field: confirm_name(field), error: Invalid::Mismatch });
    }
    problems
}

/// Six digits that are not easy to guess, typed twice.
fn pin(draft: &Draft, field: &Field, typed: &str) -> Vec<FieldProblem> {
    let facts = draft.facts();
    let flaw = match form::parse_pin(typed) {
        Ok(pin) => form::check_pin(&pin, facts.business_number()).err().map(Invalid::Password),
        Err(error) => Some(error),
    };
    let again = draft.secret(&confirm_name(field)).get_untracked();
    match flaw {
        Some(error) => vec![FieldProblem { field: field.name.clone(), error }],
        None if again != typed => vec![FieldProblem { field: confirm_name(field), error: Invalid::Mismatch }],
        None => Vec::new(),
    }
}

/// The approval password that was typed, unless it was right before.
fn approval(draft: &Draft, step: &Step) -> Vec<FieldProblem> {
    let typed = draft.secret("approval").get_untracked();
    let given = draft.view.with(|view| view.facts.answers.get(&step.id) == Some(&Answer::Approval));
    match form::parse_pin(&typed) {
        Err(error) if !(given && typed.is_empty()) => vec![FieldProblem { field: "approval".to_owned(), error }],
        _ => Vec::new(),
    }
}

/// The duplicate check is not to be left out (manual row D62).
fn login_id<'a>(draft: &Draft, input: &StepInput, fields: impl Iterator<Item = &'a Field>) -> Vec<FieldProblem> {
    let checked = draft.view.with_untracked(|view| view.checked_login_id.clone());
    fields
        .filter(|field| field.input == Input::LoginId)
        .filter_map(|field| {
            let id = LoginId::parse(input.text(&field.name)).ok()?;
            let unchecked = checked.as_deref() != Some(id.as_str());
            unchecked.then(|| FieldProblem { field: field.name.clone(), error: Invalid::Unchecked })
        })
        .collect()
}

/// The error summary follows the page.
fn in_order<'a>(problems: &[FieldProblem], fields: impl Iterator<Item = &'a Field>) -> Vec<FieldProblem> {
    let of = |field: &Field| {
        let confirm = confirm_name(field);
        let of_field = problems.iter().filter(move |problem| problem.field == field.name || problem.field == confirm);
        of_field.cloned().collect::<Vec<_>>()
    };
    fields.flat_map(of).collect()
}
