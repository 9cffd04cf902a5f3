//! Mistakes in one step.

use super::Found;
use super::fields::{Asked, check_condition, check_fields};
use super::old_member::check_old_account;
use super::recovery::check_email_code;
use crate::condition::Condition;
use crate::portal::{
    ApprovalStep, CertificateStep, ChooseStep, CompanyStep, CompleteStep, ConsentStep, EmailCodeStep, Field, FormStep,
    IdentityMethod, IdentityStep, Input, Journey, Membership, NextLine, Portal, ProductsStep, RegisteredCompany,
    SocialProvider, SocialStep, Step, StepKind, UnlistedCompany,
};

/// Where a step stands.
pub(super) struct Place<'a> {
    /// Its path in the file.
    pub(super) at: String,
    pub(super) portal: &'a Portal,
    pub(super) journey: &'a Journey,
    /// Its position in the journey.
    pub(super) position: usize,
    pub(super) has_file: &'a dyn Fn(&str) -> bool,
}

impl<'a> Place<'a> {
    pub(super) fn before(&self) -> &'a [Step] {
        &self.journey.steps[..self.position]
    }
}

pub(super) fn check_step(found: &mut Found, step: &Step, place: &Place) {
    let at = &place.at;
    found.id(&format!("{at}.id"), &step.id);
    found.text(&format!("{at}.title"), &step.title);
    found.texts(&format!("{at}.lead"), &step.lead);
    found.texts(&format!("{at}.notes"), &step.notes);
    match &step.kind {
        StepKind::Choose(settings) => choose(found, settings, place),
        StepKind::Identity(settings) => identity(found, settings, place),
        StepKind::Approval(settings) => approval(found, step, settings, place),
        StepKind::OldAccount(settings) => check_old_account(found, step, settings, place),
        StepKind::Social(settings) => social(found, settings, place),
        StepKind::Consent(settings) => consent(found, settings, place),
        StepKind::Certificate(settings) => certificate(found, step, settings, place),
        StepKind::EmailCode(settings) => email_code(found, settings, place),
        StepKind::Form(settings) => form(found, step, settings, place),
        StepKind::Products(settings) => products(found, settings, place),
        StepKind::Complete(settings) => {
            complete(found, settings, place);
            shown(found, settings, place);
        }
        StepKind::Company(settings) => company(found, settings, place),
        StepKind::Review => {}
    }
}

fn choose(found: &mut Found, settings: &ChooseStep, place: &Place) {
    let options = format!("{}.kind.choose.options", place.at);
    found.unique(&options, settings.options.iter().map(|option| option.value.as_str()));
    for (i, option) in settings.options.iter().enumerate() {
        found.text(&format!("{options}[{i}].title"), &option.title);
        found.texts(&format!("{options}[{i}].text"), &option.text);
    }
    if settings.options.len() < 2 {
        found.add(&options, "there is no choice".to_owned(), "Name two ways or more, or leave the step out");
    }
}

fn identity(found: &mut Found, settings: &IdentityStep, place: &Place) {
    let methods = format!("{}.kind.identity.methods", place.at);
    found.unique(&methods, settings.methods.iter().map(|way| way.method.as_str()));
    for (i, way) in settings.methods.iter().enumerate() {
        found.text(&format!("{methods}[{i}].title"), &way.title);
        found.texts(&format!("{methods}[{i}].text"), &way.text);
        found.texts(&format!("{methods}[{i}].off"), &way.off);
        if way.method == IdentityMethod::Ipin && way.off.is_none() {
            found.add(
                &format!("{methods}[{i}]"),
                "public i-PIN has ended".to_owned(),
                "Say so at `off`, or leave it out",
            );
        }
    }
    if settings.methods.iter().all(|way| way.off.is_some()) {
        found.add(&methods, "no method can be taken".to_owned(), "Name one without `off`");
    }
}

fn social(found: &mut Found, settings: &SocialStep, place: &Place) {
    let path = format!("{}.kind.social", place.at);
    found.texts(&format!("{path}.note"), &settings.note);
    found.unique(
        &format!("{path}.providers"),
        settings.providers.iter().map(|provider| SocialProvider::as_str(*provider)),
    );
    if settings.providers.is_empty() {
        found.add(&format!("{path}.providers"), "there is no provider".to_owned(), "Name one or more");
    }
    if place.journey.membership != Membership::Social {
        let mend = "Give the journey the membership `social`: its members log in by their account";
        found.add(&path, "members have a login id here".to_owned(), mend);
    }
}

fn approval(found: &mut Found, step: &Step, settings: &ApprovalStep, place: &Place) {
    let path = format!("{}.kind.approval", place.at);
    found.text(&format!("{path}.label"), &settings.label);
    found.text(&format!("{path}.hint"), &settings.hint);
    let company = place.before().iter().find(|s| matches!(s.kind, StepKind::Company(_)));
    if company.is_none_or(|company| !step.depends.contains(&company.id)) {
        let mend = "An approval password is one company's: name the company step before it";
        found.add(&format!("{}.depends", place.at), "it does not depend on a company step".to_owned(), mend);
    }
}

fn company(found: &mut Found, settings: &CompanyStep, place: &Place) {
    let path = format!("{}.kind.company", place.at);
    found.texts(&format!("{path}.note"), &settings.note);
    found.texts(&format!("{path}.mismatch"), &settings.mismatch);
    if !settings.verify && !settings.mismatch.is_empty() {
        let mend = "Set `verify`, or leave `mismatch` out";
        found.add(&format!("{path}.mismatch"), "nothing is compared with the tax office".to_owned(), mend);
    }
    let of_employees = settings.registered == RegisteredCompany::Join || settings.unlisted == UnlistedCompany::Enter;
    if of_employees && place.journey.membership == Membership::Contact {
        let mend = "Give the journey the membership `employees`: a contact is a company's only account, and at once";
        found.add(&path, "people cannot join a company or wait for its papers here".to_owned(), mend);
    }
}

fn email_code(found: &mut Found, settings: &EmailCodeStep, place: &Place) {
    let path = format!("{}.kind.email_code", place.at);
    found.unique(&path, settings.fields.iter().map(|field| field.name.as_str()));
    check_fields(found, &path, &settings.fields, &Asked { steps: place.before(), own: None });
    check_email_code(found, &path, settings, place.journey);
}

fn consent(found: &mut Found, settings: &ConsentStep, place: &Place) {
    let items = format!("{}.kind.consent.items", place.at);
    found.unique(&items, settings.items.iter().map(|item| item.terms.as_str()));
    for (i, item) in settings.items.iter().enumerate() {
        found.text(&format!("{items}[{i}].label"), &item.label);
        found.texts(&format!("{items}[{i}].hint"), &item.hint);
        if place.portal.terms_document(&item.terms).is_none() {
            let what = format!("there is no document `{}`", item.terms);
            found.add(&format!("{items}[{i}].terms"), what, "Name one of the portal's terms, or add it there");
        }
    }
}

fn certificate(found: &mut Found, step: &Step, settings: &CertificateStep, place: &Place) {
    let path = format!("{}.kind.certificate", place.at);
    let company = place.before().iter().find(|s| matches!(s.kind, StepKind::Company(_)));
    if company.is_none_or(|company| !step.depends.contains(&company.id)) {
        let mend = "A certificate proves one company: name the company step before it";
        found.add(&format!("{}.depends", place.at), "it does not depend on a company step".to_owned(), mend);
    }
    if let Some(route) = &settings.joint {
        found.text(&format!("{path}.joint.title"), &route.title);
        found.texts(&format!("{path}.joint.text"), &route.text);
        found.text(&format!("{path}.joint.action"), &route.action);
        if place.portal.certificates.is_none() {
            let mend = "Say at the portal's `certificates` which kinds prove a company";
            found.add(&format!("{path}.joint"), "the portal takes no certificates".to_owned(), mend);
        }
    } else if settings.financial.is_none() && settings.documents.is_none() {
        found.add(&path, "no route is open".to_owned(), "Open the route `joint`, `financial` or `documents`");
    }
    if let Some(route) = &settings.financial {
        found.text(&format!("{path}.financial.title"), &route.title);
        found.texts(&format!("{path}.financial.text"), &route.text);
        found.text(&format!("{path}.financial.action"), &route.action);
    }
    found.texts(&format!("{path}.issue"), &settings.issue);
    let Some(route) = &settings.documents else { return };
    if !(place.has_file)(&route.form) {
        let what = format!("the file `{}` is missing", route.form);
        found.add(&format!("{path}.documents.form"), what, "Put the form into the portal's folder");
    }
    found.text(&format!("{path}.documents.title"), &route.title);
    found.texts(&format!("{path}.documents.text"), &route.text);
    found.texts(&format!("{path}.documents.documents"), &route.documents);
    found.texts(&format!("{path}.documents"), [&route.desk, &route.notice, &route.action]);
    let scans = std::slice::from_ref(&route.scans);
    check_fields(found, &format!("{path}.documents.scans"), scans, &Asked { steps: place.before(), own: None });
    if !matches!(route.scans.input, Input::Files { .. }) {
        found.add(
            &format!("{path}.documents.scans.input"),
            "it does not take files".to_owned(),
            "Use the input `files`",
        );
    }
}

fn complete(found: &mut Found, settings: &CompleteStep, place: &Place) {
    check_lines(found, &format!("{}.kind.complete.next", place.at), &settings.next, place.before());
}

/// Lines of which some are said only where something holds.
pub(super) fn check_lines(found: &mut Found, path: &str, lines: &[NextLine], steps: &[Step]) {
    for (i, line) in lines.iter().enumerate() {
        found.text(&format!("{path}[{i}].text"), &line.text);
        if let Some(when) = &line.when {
            check_condition(found, &format!("{path}[{i}].when"), when, &Asked { steps, own: None });
        }
    }
}

/// What the last page shows was asked, and what it says of another system is of a journey that tells one.
fn shown(found: &mut Found, settings: &CompleteStep, place: &Place) {
    let path = format!("{}.kind.complete", place.at);
    for (i, shown) in settings.shown.iter().enumerate() {
        let path = format!("{path}.shown[{i}]");
        let fact = Condition::Answered(shown.fact.clone());
        check_condition(found, &format!("{path}.fact"), &fact, &Asked { steps: place.before(), own: None });
        found.texts(&format!("{path}.label"), &shown.label);
    }
    found.texts(&format!("{path}.delayed"), &settings.delayed);
    if settings.delayed.is_some() && !place.journey.sync {
        let mend = "Set `sync` of the journey, or leave `delayed` out";
        found.add(&format!("{path}.delayed"), "no other system is told of members".to_owned(), mend);
    }
}

fn form(found: &mut Found, step: &Step, settings: &FormStep, place: &Place) {
    let path = format!("{}.kind.form", place.at);
    let all: Vec<&Field> = settings.fields().collect();
    found.unique(&path, all.iter().map(|field| field.name.as_str()));
    let asked = Asked { steps: place.before(), own: Some((&step.id, &all)) };
    for (i, section) in settings.sections.iter().enumerate() {
        let path = format!("{path}.sections[{i}]");
        found.text(&format!("{path}.title"), &section.title);
        found.texts(&format!("{path}.text"), &section.text);
        check_fields(found, &path, &section.fields, &asked);
        for (i, field) in section.fields.iter().enumerate() {
            decision(found, &format!("{path}.fields[{i}].terms"), field, place);
        }
    }
    if !place.journey.purpose.recovers() && all.iter().any(|field| field.account.is_some()) {
        let mend = "Leave `account` out, or give the journey a purpose that recovers an account";
        found.add(&path, "a field names an account that nobody has yet".to_owned(), mend);
    }
}

/// What agrees to a document is a choice of two words, and the document is there.
fn decision(found: &mut Found, path: &str, field: &Field, place: &Place) {
    let Some(terms) = &field.terms else { return };
    let words = match &field.input {
        Input::Choice(choices) => choices.iter().map(|choice| choice.value.as_str()).collect(),
        _ => Vec::new(),
    };
    if words != ["yes", "no"] {
        found.add(path, "nothing here agrees or refuses".to_owned(), "Make it a `choice` of `yes` and `no`");
    }
    if place.portal.terms_document(terms).is_none() {
        let what = format!("there is no document `{terms}`");
        found.add(path, what, "Name one of the portal's terms, or add it there");
    }
}

fn products(found: &mut Found, settings: &ProductsStep, place: &Place) {
    let path = format!("{}.kind.products", place.at);
    found.unique(&path, settings.fields.iter().map(|field| field.name.as_str()));
    check_fields(found, &path, &settings.fields, &Asked { steps: place.before(), own: None });
    if settings.min > settings.max || settings.max == 0 {
        let what = format!("{} to {} products", settings.min, settings.max);
        found.add(&path, what, "`max` is at least `min` and at least 1");
    }
}
