//! Who joins: the member and the company that the answers make.

use super::clock::{iso, today};
use super::company::called;
use super::drafts::Place;
use super::entered::{decisions, name, secret, text, typed};
use super::old_accounts::kept;
use super::refusal::Outcome;
use super::state::{Account, Company, Demo, Draft, Member};
use super::submit::evidence;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AuditEvent, Completion, RegisteredCertificate, Role};
use gaip_domain::facts::{Answer, CompanyStanding, Facts, Values};
use gaip_domain::linked_by::LinkedBy;
use gaip_domain::portal::{CertificateMethod, Input, Membership, Purpose};

/// A new member.
pub fn join(demo: &mut Demo, place: Place, draft: &Draft) -> Outcome<Completion> {
    let Place { portal, journey } = place;
    let facts = &draft.facts;
    let by_company = journey.membership.is_company();
    // Nobody is a general member of a company by naming it.
    let linked = match journey.membership {
        Membership::Social => false,
        Membership::General => linked_by(facts).is_some(),
        Membership::Contact | Membership::Certificate | Membership::Employees => true,
    };
    let linked_by = linked_by(facts).filter(|_| journey.membership == Membership::General);
    let company = if linked { company(demo, place, draft)? } else { None };
    let login_id = text(journey, facts, |field| field.input == Input::LoginId).unwrap_or_default();
    let login_id = match &company {
        Some((id, _)) if journey.membership == Membership::Certificate => {
            demo.company(id).map(|company| company.number.clone()).unwrap_or_default()
        }
        _ if journey.purpose == Purpose::OldMember => kept(facts).unwrap_or(login_id),
        _ => login_id,
    };
    if !login_id.is_empty() && demo.login_id_taken(&portal.id, &login_id) {
        let taken = if by_company && !journey.asks_login_id() {
            ProblemCode::CompanyIsMember
        } else {
            ProblemCode::LoginIdTaken
        };
        return Err(taken.into());
    }
    let role = company.as_ref().map(|(_, role)| *role).or(journey.membership.alone()).ok_or(ProblemCode::StepClosed)?;
    let (id, reference) = (demo.id(), reference(demo, &portal.id));
    let kept = evidence(facts).filter(|_| journey.membership != Membership::General).cloned();
    let certificates = kept
        .map(|evidence| RegisteredCertificate { id: demo.id(), evidence, registered_at: demo.stamp() })
        .into_iter()
        .collect();
    let member = Member {
        id,
        portal: portal.id.clone(),
        login_id,
        password: secret(journey, draft, &Input::NewPassword),
        name: name(journey, facts),
        company: company.map(|(id, _)| id),
        role,
        linked_by,
        approved_at: None,
        provisional: provisional(facts, role),
        rejected: None,
        reference,
        joined_at: demo.now,
        journey: journey.id.clone(),
        converted: None,
        facts: facts.clone(),
        files: draft.files.iter().filter_map(|id| demo.files.get(id).cloned()).collect(),
        decisions: decisions(place, facts, &demo.stamp()),
        certificates,
        social: facts.social().cloned(),
        account: Account::default(),
    };
    let completion = completion(&member, journey.sync && member.login_id.starts_with('3'));
    demo.members.push(member);
    Ok(completion)
}

/// The company of a general member, with a login of its own.
pub fn register(demo: &mut Demo, place: Place, draft: &Draft) -> Outcome<Completion> {
    let taker = draft.by.clone().ok_or(ProblemCode::LoginRequired)?;
    let (company, _) = company(demo, place, draft)?.ok_or(ProblemCode::StepClosed)?;
    let password = secret(place.journey, draft, &Input::NewPassword).ok_or(ProblemCode::StepClosed)?;
    let approval = secret(place.journey, draft, &Input::NewPin).ok_or(ProblemCode::StepClosed)?;
    let values = draft.facts.answers.values().find_map(|answer| match answer {
        Answer::Form(values) => Some(values.clone()),
        _ => None,
    });
    let registered = demo.company_mut(&company).ok_or(ProblemCode::Internal)?;
    registered.account = Some((password, approval));
    registered.values = values.unwrap_or_default();
    let now = demo.now;
    let member = demo.member_mut(&taker).ok_or(ProblemCode::LoginRequired)?;
    (member.company, member.linked_by) = (Some(company), Some(LinkedBy::Certificate));
    Ok(Completion { submitted_at: iso(now), ..completion(member, false) })
}

/// A general member who links to a company.
pub fn link(demo: &mut Demo, place: Place, draft: &Draft) -> Outcome<Completion> {
    let taker = draft.by.clone().ok_or(ProblemCode::LoginRequired)?;
    let by = linked_by(&draft.facts).ok_or(ProblemCode::StepClosed)?;
    let (company, _) = company(demo, place, draft)?.ok_or(ProblemCode::StepClosed)?;
    let member = demo.member_mut(&taker).filter(|member| member.company.is_none());
    let member = member.ok_or(ProblemCode::NotForMember)?;
    (member.company, member.linked_by) = (Some(company.clone()), Some(by));
    let (done, whom) = (completion(member, false), called(member));
    demo.note(&company, AuditEvent::CompanyLinked, &whom);
    Ok(Completion { reference: String::new(), submitted_at: iso(demo.now), ..done })
}

/// What showed that a person is of the company.
fn linked_by(facts: &Facts) -> Option<LinkedBy> {
    let approved = facts.answers.values().any(|one| *one == Answer::Approval);
    evidence(facts).map(|_| LinkedBy::Certificate).or(approved.then_some(LinkedBy::Approval))
}

/// A person who becomes a member of a company.
pub fn convert(demo: &mut Demo, place: Place, draft: &Draft) -> Outcome<Completion> {
    let taker = draft.by.clone().ok_or(ProblemCode::LoginRequired)?;
    let (company, role) = company(demo, place, draft)?.ok_or(ProblemCode::StepClosed)?;
    let now = demo.now;
    let member = demo.member_mut(&taker).filter(|member| member.role == Role::Personal);
    let member = member.ok_or(ProblemCode::NotForMember)?;
    (member.company, member.role, member.converted) = (Some(company), role, Some(place.journey.id.clone()));
    member.provisional = provisional(&draft.facts, role);
    member.facts.answers.extend(draft.facts.answers.clone());
    Ok(Completion { submitted_at: iso(now), login_id: String::new(), ..completion(member, false) })
}

fn provisional(facts: &Facts, role: Role) -> bool {
    let documents =
        |answer: &Answer| matches!(answer, Answer::Certificate { method: CertificateMethod::Documents, .. });
    role == Role::Applicant || facts.answers.values().any(documents)
}

fn completion(member: &Member, delayed: bool) -> Completion {
    Completion {
        reference: member.reference.clone(),
        provisional: member.provisional,
        role: member.role,
        submitted_at: iso(member.joined_at),
        login_id: if member.role == Role::Social { String::new() } else { member.login_id.clone() },
        delayed,
    }
}

/// The company that the answers name, which is made where it is not registered, and what one becomes in it. Who comes to
/// a company that has a master waits for it, whatever the registry said before.
fn company(demo: &mut Demo, place: Place, draft: &Draft) -> Outcome<Option<(String, Role)>> {
    let Place { portal, journey } = place;
    let found = draft.facts.answers.values().find_map(|answer| match answer {
        Answer::Company { business_number, standing, profile } => Some((business_number, *standing, profile)),
        _ => None,
    });
    let Some((number, standing, profile)) = found else { return Ok(None) };
    let known = demo.registered(&portal.id, number.as_str()).map(|company| company.id.clone());
    let has = |role: Role| {
        let mut members = demo.members.iter();
        known.is_some() && members.any(|member| member.company == known && member.role == role)
    };
    let membership = journey.membership;
    if membership.is_company() && known.is_some() {
        return Err(ProblemCode::CompanyIsMember.into());
    }
    let standing = if has(Role::Master) { CompanyStanding::Registered } else { standing };
    let role = membership.first(standing).or(membership.later()).unwrap_or(Role::General);
    let id = if let Some(id) = known {
        id
    } else {
        let id = demo.id();
        let profile = profile.clone().filter(|profile| !profile.name.is_empty());
        demo.companies.push(Company {
            id: id.clone(),
            portal: portal.id.clone(),
            number: number.to_string(),
            profile: profile.unwrap_or_else(|| typed(journey, &draft.facts, &number.hyphenated())),
            account: None,
            values: Values::new(),
            version: 0,
            told_at: None,
        });
        id
    };
    Ok(Some((id, role)))
}

/// A number to quote: `KT-2026-D00012`.
fn reference(demo: &mut Demo, portal: &str) -> String {
    let consonants = portal.chars().filter(|c| c.is_ascii_alphabetic() && !"aeiou".contains(*c));
    let prefix = consonants.take(2).collect::<String>().to_ascii_uppercase();
    demo.made += 1;
    format!("{prefix}-{}-D{:05}", today(demo.now).year(), demo.made)
}
