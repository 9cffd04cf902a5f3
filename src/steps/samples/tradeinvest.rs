//! Steps of a portal with members by account and members with a company to link.

use super::{judged, nothing, read};
use crate::wizard::answering::Answering;
use crate::wizard::draft::Draft;
use gaip_contract::bodies::{Completion, DraftView, Role};
use gaip_domain::facts::{Answer, CompanyStanding, Facts, FieldInput, Given, SocialAccount, VerifiedIdentity};
use gaip_domain::portal::{IdentityMethod, Portal, SocialProvider};
use gaip_domain::value::BusinessNumber;
use leptos::prelude::Update;
use std::sync::{Arc, OnceLock};

/// The portal.
pub fn portal() -> &'static Portal {
    static PORTAL: OnceLock<Portal> = OnceLock::new();
    PORTAL.get_or_init(|| read(include_str!("../../../public/portals/tradeinvest/portal.json")))
}

/// A step of somebody whose provider vouches for the name alone.
pub fn social(step: &str) -> Answering {
    let given = |value: &str, verified| Some(Given { value: value.to_owned(), verified });
    let account = SocialAccount {
        provider: SocialProvider::Kakao,
        name: given("홍길동", true),
        mobile: None,
        email: given("hong@example.com", false),
    };
    open("social", step, facts("channel", Answer::Social(account)), None)
}

/// A step of somebody who was verified.
pub fn general(step: &str) -> Answering {
    open("general", step, general_facts(), None)
}

/// What is known of somebody who was verified.
pub fn general_facts() -> Facts {
    let identity = VerifiedIdentity {
        method: IdentityMethod::Phone,
        name: "홍길동".to_owned(),
        mobile: Some("010-1234-5678".to_owned()),
        birth_date: "1990-03-01".to_owned(),
    };
    facts("identity", Answer::Identity(identity))
}

/// A step of somebody who registers a company that the directory knows.
///
/// # Panics
///
/// Only if the sample's number were none.
pub fn company(step: &str) -> Answering {
    let company = Answer::Company {
        business_number: BusinessNumber::parse("1248100998").expect("a number of the samples"),
        standing: CompanyStanding::Listed,
        profile: Some(super::kotra::profile()),
    };
    open("company", step, facts("company", company), None)
}

/// A step of the registration that was sent with nothing in it.
pub fn company_errors(step: &str) -> Answering {
    judged(company(step))
}

/// An approval password that was right.
pub fn approved(step: &str) -> Answering {
    open("general", step, facts("approval", Answer::Approval), None)
}

/// The end of a registration.
pub fn registered() -> Answering {
    let completion = Completion {
        reference: "TR-2026-K3M9QX".to_owned(),
        provisional: false,
        role: Role::General,
        submitted_at: "2026-11-21T05:05:00Z".to_owned(),
        login_id: "gildong1".to_owned(),
        delayed: false,
    };
    open("company", "complete", Facts::default(), Some(completion))
}

/// A step of an old member whose login id cannot stay.
pub fn old_member(step: &str) -> Answering {
    open("old-member", step, of_old_member(None), None)
}

/// A step of an old member who named a company.
pub fn old_member_of(step: &str, standing: CompanyStanding) -> Answering {
    let answering = open("old-member", step, of_old_member(Some(standing)), None);
    let number = FieldInput::Text("1248100998".to_owned());
    answering.input.update(|input| drop(input.fields.insert("business_number".to_owned(), number)));
    answering
}

/// An account that has moved, of somebody who named a company or none.
pub fn moved(standing: Option<CompanyStanding>) -> Answering {
    let completion = Completion {
        reference: "TR-2026-M4K7QX".to_owned(),
        provisional: false,
        role: Role::General,
        submitted_at: "2026-11-21T05:05:00Z".to_owned(),
        login_id: "hanbit80".to_owned(),
        delayed: false,
    };
    let facts = Facts { submitted: true, ..of_old_member(standing) };
    open("old-member", "complete", facts, Some(completion))
}

fn of_old_member(standing: Option<CompanyStanding>) -> Facts {
    let identity = VerifiedIdentity {
        method: IdentityMethod::Phone,
        name: "홍길동".to_owned(),
        mobile: Some("010-1234-5678".to_owned()),
        birth_date: "1981-03-01".to_owned(),
    };
    let account = Answer::OldAccount { account: "a".to_owned(), login_id: "ha***9".to_owned(), kept: false };
    let way = if standing.is_some() { "company" } else { "mykotra" };
    let company = standing.map(|standing| Answer::Company {
        business_number: BusinessNumber::parse("1248100998").expect("a number of the samples"),
        standing,
        profile: (standing == CompanyStanding::Registered).then(super::kotra::profile),
    });
    let answers = [
        ("identity", Some(Answer::Identity(identity))),
        ("account", Some(account)),
        ("go-on", Some(Answer::Choose { choice: way.to_owned() })),
        ("company", company),
    ];
    let answers = answers.into_iter().filter_map(|(step, answer)| Some((step.to_owned(), answer?)));
    Facts { answers: answers.collect(), submitted: false }
}

/// A step that was sent with nothing in it.
pub fn errors(step: &str) -> Answering {
    judged(general(step))
}

/// The end of a sign-up by account.
pub fn complete() -> Answering {
    let completion = Completion {
        reference: "TR-2026-7F3K9Q".to_owned(),
        provisional: false,
        role: Role::Social,
        submitted_at: "2026-11-21T05:05:00Z".to_owned(),
        delayed: false,
        login_id: String::new(),
    };
    open("social", "complete", Facts::default(), Some(completion))
}

fn facts(step: &str, answer: Answer) -> Facts {
    Facts { answers: [(step.to_owned(), answer)].into(), submitted: false }
}

fn open(journey: &str, step: &str, facts: Facts, completion: Option<Completion>) -> Answering {
    let journey = portal().journey(journey).expect("the portal has the journey");
    let step = journey.step(step).expect("the journey has the step");
    let view = DraftView { facts, completion, ..nothing() };
    Answering::new(Draft::new(portal(), journey, view), step, false, Arc::new(|_: &str| {}))
}
