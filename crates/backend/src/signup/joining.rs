//! Who joins: the member and the company that the answers make.

use super::certificate;
use super::old_account::kept_login_id;
use crate::account::new_certificate;
use crate::app::AppState;
use crate::clock::{Millis, korean_day};
use crate::operators::name_of;
use crate::random::{self, Random};
use crate::refusal::Outcome;
use crate::store::{DraftRecord, MemberRecord, NewCompany, NewMember, Secret, Secrets};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::Role;
use gaip_domain::facts::{Answer, CompanyProfile, CompanyStanding, Facts, Value};
use gaip_domain::linked_by::LinkedBy;
use gaip_domain::portal::{
    CertificateMethod, CompanyPart, Field, Input, Journey, Membership, Purpose, RegisteredCompany, StepKind,
};
use gaip_domain::value::{BusinessNumber, Script};

/// The member that the answers make; none when the password is not kept any more.
pub(super) async fn new_member(
    app: &AppState,
    draft: &DraftRecord,
    facts: &Facts,
    journey: &Journey,
    now: Millis,
) -> Outcome<Option<NewMember>> {
    // The journeys were checked at start: they ask a login id and a password, and a company where every member is one.
    let missing = || ProblemCode::StepClosed;
    let company = new_company(app, facts, journey);
    // Nobody is a general member of a company by naming it.
    let linked_by = linked_by(facts).filter(|_| journey.membership == Membership::General && company.is_some());
    let company = company.filter(|_| journey.membership != Membership::General || linked_by.is_some());
    if company.is_none() && journey.membership.is_company() {
        return Err(missing().into());
    }
    let login_id = first(journey, facts, |field| matches!(field.input, Input::LoginId)).and_then(text);
    let login_id = match login_id {
        // A company that comes by its certificate is known by its number.
        None if journey.membership == Membership::Certificate => {
            company.as_ref().map(|company| company.business_number.clone())
        }
        None if journey.purpose == Purpose::OldMember => kept_login_id(app, facts).await?,
        None if !journey.asks_login_id() => Some(made_login_id(&*app.random)),
        login_id => login_id,
    };
    let password = first(journey, facts, |field| matches!(field.input, Input::NewPassword));
    let mut secrets = app.store.secrets(&draft.id).await?;
    let password_hash = match password {
        Some(asked) => match secrets.remove(&(asked.step.to_owned(), asked.field.to_owned())) {
            Some(secret) => Some(secret.hash),
            None => return Ok(None),
        },
        None if journey.asks_login_id() => return Err(missing().into()),
        None => None,
    };
    let first = company.as_ref().and_then(|company| company.first);
    let documents =
        |answer: &Answer| matches!(answer, Answer::Certificate { method: CertificateMethod::Documents, .. });
    let member = MemberRecord {
        id: random::id(&*app.random),
        portal: draft.portal.clone(),
        journey: draft.journey.clone(),
        converted: None,
        login_id: login_id.ok_or_else(missing)?,
        business_number: company.as_ref().map(|company| company.business_number.clone()),
        company: company.as_ref().map(|company| company.profile.name.clone()).unwrap_or_default(),
        role: first.or(journey.membership.alone()).unwrap_or(Role::Personal),
        linked_by,
        rejected: None,
        reference: reference(&draft.portal, now, &*app.random),
        provisional: facts.answers.values().any(documents),
        joined_at: now,
    };
    let seen = facts.answers.values().filter_map(certificate::evidence);
    let certificates = seen.map(|seen| new_certificate(app, &member.id, seen.clone())).collect();
    // A general member logs in by an id; the certificate is the company's.
    let certificates = if journey.membership == Membership::General { Vec::new() } else { certificates };
    let name = name_of(&[journey], facts).unwrap_or_default();
    Ok(Some(NewMember { member, name, company, password_hash, certificates }))
}

/// The company that the answers name. What the directory knows goes before what was typed.
pub(super) fn new_company(app: &AppState, facts: &Facts, journey: &Journey) -> Option<NewCompany> {
    let (settings, number, standing, profile) =
        journey.steps.iter().find_map(|step| match (&step.kind, facts.answers.get(&step.id)?) {
            (StepKind::Company(settings), Answer::Company { business_number, standing, profile }) => {
                Some((settings, business_number, *standing, profile))
            }
            _ => None,
        })?;
    let first = match journey.purpose {
        // The registration gives it an account of its own, which stands for it.
        Purpose::Company => Some(Role::General),
        _ if journey.membership == Membership::Social => return None,
        _ => journey.membership.first(standing),
    };
    Some(NewCompany {
        id: random::id(&*app.random),
        business_number: number.to_string(),
        profile: profile.clone().unwrap_or_else(|| typed(facts, journey, number)),
        listed: standing == CompanyStanding::Listed,
        first,
        join: match (journey.membership, settings.registered) {
            (Membership::Employees, RegisteredCompany::Only) | (_, RegisteredCompany::Refuse) => None,
            (membership, RegisteredCompany::Join | RegisteredCompany::Only) => membership.later(),
        },
    })
}

/// What the forms say of the company.
fn typed(facts: &Facts, journey: &Journey, number: &BusinessNumber) -> CompanyProfile {
    let part = |part| first(journey, facts, |field| field.company == Some(part));
    let name = part(CompanyPart::Name).or_else(|| first(journey, facts, is_company_name)).and_then(text);
    let address = part(CompanyPart::Address).and_then(|asked| match asked.value {
        Value::Address { postcode, road, detail } => Some([postcode.clone(), road.clone(), detail.clone()]),
        _ => None,
    });
    CompanyProfile {
        name: name.unwrap_or_else(|| number.hyphenated()),
        representative: part(CompanyPart::Representative).and_then(text),
        address,
        phone: part(CompanyPart::Phone).and_then(text),
        opened: part(CompanyPart::Opened).and_then(text),
    }
}

/// What linked a person to the company.
pub(super) fn linked_by(facts: &Facts) -> Option<LinkedBy> {
    let mut answers = facts.answers.values();
    if answers.any(|answer| certificate::evidence(answer).is_some()) {
        return Some(LinkedBy::Certificate);
    }
    facts.answers.values().any(|answer| *answer == Answer::Approval).then_some(LinkedBy::Approval)
}

/// A new password that was asked.
pub(super) fn secret_of(
    journey: &Journey,
    facts: &Facts,
    secrets: &Secrets,
    wanted: fn(&Input) -> bool,
) -> Option<Secret> {
    let asked = first(journey, facts, |field| wanted(&field.input))?;
    secrets.get(&(asked.step.to_owned(), asked.field.to_owned())).cloned()
}

/// The login id of who is asked for none: nobody can be called so by chance, and no password opens it.
fn made_login_id(random: &dyn Random) -> String {
    format!("m-{}", random::code(random, 12).to_ascii_lowercase())
}

/// A number to quote: the first consonants of the portal's id, the year, and what cannot be misheard: `DJ-2026-7F3K9Q`.
pub(super) fn reference(portal: &str, now: Millis, random: &dyn Random) -> String {
    let consonants = portal.chars().filter(|c| c.is_ascii_alphabetic() && !"aeiou".contains(*c));
    let prefix = consonants.take(2).collect::<String>().to_ascii_uppercase();
    format!("{prefix}-{}-{}", korean_day(now).year(), random::code(random, 6))
}

fn is_company_name(field: &Field) -> bool {
    matches!(&field.input, Input::Name { script: Script::Hangul, autocomplete: Some(token) } if token == "organization")
}

/// A value and where it was asked.
struct Asked<'a> {
    step: &'a str,
    field: &'a str,
    value: &'a Value,
}

/// The first field of a kind that was answered, in the order of the journey.
fn first<'a>(journey: &'a Journey, facts: &'a Facts, wanted: impl Fn(&Field) -> bool) -> Option<Asked<'a>> {
    journey.steps.iter().find_map(|step| {
        let (StepKind::Form(form), Some(Answer::Form(values))) = (&step.kind, facts.answers.get(&step.id)) else {
            return None;
        };
        form.fields().filter(|field| wanted(field)).find_map(|field| {
            let value = values.get(&field.name)?;
            Some(Asked { step: &step.id, field: &field.name, value })
        })
    })
}

fn text(asked: Asked) -> Option<String> {
    if let Value::Text(text) = asked.value { Some(text.clone()) } else { None }
}
