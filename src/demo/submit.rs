//! Submitting: what the answers make.

use super::drafts::{Place, place};
use super::proofs::{by_person, owner};
use super::refusal::Outcome;
use super::state::{Demo, Draft};
use super::table::Ask;
use super::{entered, joining};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Completion, DraftView, Empty, FoundAccount, Recovered, RegisteredCertificate, Role};
use gaip_domain::facts::{Answer, CertificateEvidence, Facts};
use gaip_domain::journey;
use gaip_domain::portal::{Input, Purpose};

/// Submits, once.
pub fn submit(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<DraftView> {
    let place = place(ask)?;
    let draft = match demo.open_draft(ask) {
        Ok(draft) => draft.clone(),
        Err(refusal) if refusal.0.code == ProblemCode::AlreadySubmitted => return demo.view(ask),
        Err(refusal) => return Err(refusal),
    };
    if !journey::ready(place.journey, &draft.facts) {
        return Err(ProblemCode::StepClosed.into());
    }
    let (completion, recovered) = match place.journey.purpose {
        Purpose::Join | Purpose::OldMember => (Some(joining::join(demo, place, &draft)?), None),
        Purpose::Company => (Some(joining::register(demo, place, &draft)?), None),
        Purpose::Link => (Some(joining::link(demo, place, &draft)?), None),
        Purpose::Conversion => (Some(joining::convert(demo, place, &draft)?), None),
        Purpose::Certificate => (Some(further(demo, place, &draft)?), None),
        Purpose::FindLoginId => (None, Some(recover(demo, place, &draft)?)),
        Purpose::NewPassword => (None, Some(renew(demo, place, &draft)?)),
    };
    let open = demo.open_draft(ask)?;
    open.facts.submitted = true;
    (open.completion, open.recovered) = (completion, recovered);
    demo.view(ask)
}

/// What an answer shows of a certificate.
pub fn evidence(facts: &Facts) -> Option<&CertificateEvidence> {
    facts.answers.values().find_map(|answer| match answer {
        Answer::Certificate { certificate, .. } => certificate.as_ref(),
        _ => None,
    })
}

/// Registers a further certificate of a company that is a member.
fn further(demo: &mut Demo, place: Place, draft: &Draft) -> Outcome<Completion> {
    let number = draft.facts.business_number().ok_or(ProblemCode::StepClosed)?.to_string();
    let evidence = evidence(&draft.facts).ok_or(ProblemCode::StepClosed)?.clone();
    let company = demo.registered(&place.portal.id, &number).map(|company| company.id.clone());
    let (id, registered_at) = (demo.id(), demo.stamp());
    let holds = |role: Role| role == Role::Contact;
    let contact = demo.members.iter_mut().find(|member| member.company == company && holds(member.role));
    let contact = contact.filter(|_| company.is_some()).ok_or(ProblemCode::CompanyNotRegistered)?;
    contact.certificates.insert(0, RegisteredCertificate { id, evidence, registered_at: registered_at.clone() });
    Ok(Completion {
        reference: String::new(),
        provisional: false,
        role: Role::Contact,
        submitted_at: registered_at,
        login_id: String::new(),
        delayed: false,
    })
}

/// The account of whoever proved to be its owner.
fn recover(demo: &Demo, place: Place, draft: &Draft) -> Outcome<Recovered> {
    let mailed = draft.codes.values().find(|code| code.right).and_then(|code| code.member.clone());
    let person = draft.facts.identity().and_then(|person| by_person(demo, &place.portal.id, person));
    let member = person.or_else(|| demo.member(&mailed?));
    let found = member.map(|member| FoundAccount {
        login_id: member.login_id.clone(),
        joined_at: super::clock::iso(member.joined_at),
    });
    Ok(Recovered { account: found })
}

/// A new password for whoever proved to be its owner.
fn renew(demo: &mut Demo, place: Place, draft: &Draft) -> Outcome<Recovered> {
    let person = draft.facts.identity().and_then(|person| owner(demo, &place.portal.id, &draft.facts, person));
    let by_person = person.map(|member| member.id.clone());
    let by_mail = draft.codes.values().find(|code| code.right).and_then(|code| code.member.clone());
    let by_company = draft.facts.business_number().filter(|_| evidence(&draft.facts).is_some()).and_then(|number| {
        let company = demo.registered(&place.portal.id, number.as_str())?;
        let mut members = demo.members.iter();
        members.find(|member| member.company.as_ref() == Some(&company.id)).map(|member| member.id.clone())
    });
    let id = by_person.or(by_mail).or(by_company).ok_or(ProblemCode::AccountMismatch)?;
    let password = entered::secret(place.journey, draft, &Input::NewPassword).ok_or(ProblemCode::StepClosed)?;
    let member = demo.member_mut(&id).ok_or(ProblemCode::AccountMismatch)?;
    member.password = Some(password);
    let joined_at = super::clock::iso(member.joined_at);
    Ok(Recovered { account: Some(FoundAccount { login_id: member.login_id.clone(), joined_at }) })
}
