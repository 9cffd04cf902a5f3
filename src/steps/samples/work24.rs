//! Steps of a portal that has the tax office confirm a company, and whose members log in by certificate.

use super::{judged, nothing, read};
use crate::api::Failure;
use crate::steps::certificate_dialog::sample_evidence;
use crate::wizard::answering::Answering;
use crate::wizard::draft::Draft;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Completion, DraftView, Role};
use gaip_domain::facts::{Answer, CompanyStanding, Facts, FieldInput, StepInput, Value};
use gaip_domain::portal::{CertificateMethod, Journey, Portal, Purpose};
use gaip_domain::value::BusinessNumber;
use leptos::prelude::Set;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The portal.
pub fn portal() -> &'static Portal {
    static PORTAL: OnceLock<Portal> = OnceLock::new();
    PORTAL.get_or_init(|| read(include_str!("../../../public/portals/work24/portal.json")))
}

/// A step of an agency.
///
/// # Panics
///
/// Only if the sample's number were none.
pub fn step(step: &str) -> Answering {
    open(step, agency(), None)
}

/// The same, sent with nothing in it.
pub fn errors(step: &str) -> Answering {
    judged(self::step(step))
}

/// The contact of somebody whose mail service loses our mail.
pub fn advised(step: &str) -> Answering {
    let answering = self::step(step);
    let email = FieldInput::Text("hong@gmail.com".to_owned());
    let input = StepInput { fields: [("email".to_owned(), email)].into(), ..StepInput::default() };
    answering.input.set(input);
    answering
}

/// The end, while another system does not know the member yet.
pub fn delayed() -> Answering {
    let completion = Completion {
        reference: "WR-2026-7F3K9Q".to_owned(),
        provisional: false,
        role: Role::Contact,
        submitted_at: "2026-11-21T05:05:00Z".to_owned(),
        login_id: String::new(),
        delayed: true,
    };
    let contact = [("name", "홍길동"), ("mobile", "010-1234-5678"), ("email", "hong@example.com"), ("sms_news", "no")];
    let values = contact.map(|(name, text)| (name.to_owned(), Value::Text(text.to_owned())));
    let mut facts = agency();
    facts.answers.insert("contact".to_owned(), Answer::Form(values.into()));
    open("complete", facts, Some(completion))
}

/// A step of the registration of a further certificate.
pub fn further(step: &str) -> Answering {
    open_further(step, None)
}

/// The end of it.
pub fn registered() -> Answering {
    let completion = Completion {
        reference: "WR-2026-7F3K9Q".to_owned(),
        provisional: false,
        role: Role::Contact,
        submitted_at: "2026-11-21T05:05:00Z".to_owned(),
        login_id: String::new(),
        delayed: false,
    };
    open_further("complete", Some(completion))
}

/// The company of a sign-up is a member already.
pub fn member_already() -> Answering {
    let answering = step("company");
    answering.failure.set(Some(Failure::Refused(Box::new(ProblemCode::CompanyIsMember.into()))));
    answering
}

fn open_further(step: &str, completion: Option<Completion>) -> Answering {
    let company = Answer::Company {
        business_number: BusinessNumber::parse("1248100998").expect("a number of the samples"),
        standing: CompanyStanding::Continuing,
        profile: None,
    };
    let proof = Answer::Certificate {
        method: CertificateMethod::Joint,
        files: Vec::new(),
        certificate: Some(sample_evidence()),
    };
    let mut answers = BTreeMap::from([("company".to_owned(), company)]);
    if step != "certificate" {
        answers.insert("certificate".to_owned(), proof);
    }
    let facts = Facts { answers, submitted: completion.is_some() };
    let journey = portal().of_purpose(Purpose::Certificate).expect("the portal has the journey");
    open_at(journey, step, facts, completion)
}

fn agency() -> Facts {
    let company = Answer::Company {
        business_number: BusinessNumber::parse("1248100998").expect("a number of the samples"),
        standing: CompanyStanding::Listed,
        profile: Some(super::kotra::profile()),
    };
    let choice = Answer::Choose { choice: "agency".to_owned() };
    Facts { answers: [("type".to_owned(), choice), ("company".to_owned(), company)].into(), submitted: false }
}

fn open(step: &str, facts: Facts, completion: Option<Completion>) -> Answering {
    let journey = portal().journey("company").expect("the portal has the journey");
    open_at(journey, step, facts, completion)
}

fn open_at(journey: &'static Journey, step: &str, facts: Facts, completion: Option<Completion>) -> Answering {
    let step = journey.step(step).expect("the journey has the step");
    let view = DraftView { facts, completion, ..nothing() };
    Answering::new(Draft::new(portal(), journey, view), step, false, Arc::new(|_: &str| {}))
}
