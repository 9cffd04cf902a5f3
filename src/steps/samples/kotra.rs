//! Steps of a portal with people of companies, and without one.

use super::{judged, nothing, open_at, read};
use crate::wizard::answering::Answering;
use crate::wizard::draft::Draft;
use gaip_contract::bodies::{Completion, DraftView, Role};
use gaip_domain::facts::{Answer, CompanyProfile, CompanyStanding, Facts, FieldInput, StepInput, VerifiedIdentity};
use gaip_domain::portal::{IdentityMethod, Portal, Purpose};
use gaip_domain::value::BusinessNumber;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The portal.
pub fn portal() -> &'static Portal {
    static PORTAL: OnceLock<Portal> = OnceLock::new();
    PORTAL.get_or_init(|| read(include_str!("../../../public/portals/kotra/portal.json")))
}

/// A company that the directory knows.
pub fn profile() -> CompanyProfile {
    CompanyProfile {
        name: "한빛정밀".to_owned(),
        representative: Some("김대전".to_owned()),
        address: Some(["35242", "대전광역시 서구 둔산로 100", "3층"].map(str::to_owned)),
        phone: Some("042-123-4500".to_owned()),
        opened: None,
    }
}

/// A step that is filled in, of somebody whose company the directory knows.
pub fn listed(step: &str) -> Answering {
    open_at(portal(), step, view(CompanyStanding::Listed))
}

/// A step that is filled in, of somebody whose company nobody knows.
pub fn unlisted(step: &str) -> Answering {
    open_at(portal(), step, view(CompanyStanding::Unlisted))
}

/// A step as it is met.
pub fn empty(step: &str) -> Answering {
    let mut view = view(CompanyStanding::Listed);
    view.facts.answers.remove(step);
    view.inputs.remove(step);
    open_at(portal(), step, view)
}

/// A step that was sent with nothing in it.
pub fn errors(step: &str) -> Answering {
    judged(empty(step))
}

/// The end of the sign-up of somebody.
pub fn complete(role: Role) -> Answering {
    let completion = Completion {
        reference: "KT-2026-000042".to_owned(),
        provisional: role == Role::Applicant,
        role,
        submitted_at: "2026-11-21T05:05:00Z".to_owned(),
        login_id: "gildong1".to_owned(),
        delayed: false,
    };
    let mut view = view(CompanyStanding::Listed);
    if role == Role::Personal {
        for corporate in ["company", "company-info"] {
            view.facts.answers.remove(corporate);
        }
        view.facts.answers.insert("type".to_owned(), Answer::Choose { choice: "individual".to_owned() });
    }
    open_at(portal(), "complete", DraftView { completion: Some(completion), ..view })
}

/// A step of a conversion to a company that is known so far.
pub fn converting(step: &str, standing: CompanyStanding) -> Answering {
    open_conversion(step, standing, None)
}

/// The end of the conversion of somebody, who is this now.
pub fn converted(role: Role) -> Answering {
    let standing = match role {
        Role::Master => CompanyStanding::Listed,
        Role::Applicant => CompanyStanding::Unlisted,
        _ => CompanyStanding::Registered,
    };
    let completion = Completion {
        reference: "KT-2026-000042".to_owned(),
        provisional: role == Role::Applicant,
        role,
        submitted_at: "2026-11-21T05:05:00Z".to_owned(),
        login_id: String::new(),
        delayed: false,
    };
    open_conversion("complete", standing, Some(completion))
}

fn open_conversion(step: &str, standing: CompanyStanding, completion: Option<Completion>) -> Answering {
    let number = "124-81-00998";
    let company = Answer::Company {
        business_number: BusinessNumber::parse(number).expect("a number of the samples"),
        standing,
        profile: (standing != CompanyStanding::Unlisted).then(profile),
    };
    let typed = FieldInput::Text(number.to_owned());
    let input = StepInput { fields: [("business_number".to_owned(), typed)].into(), ..StepInput::default() };
    let known = "conversion-company".to_owned();
    let facts = Facts { answers: [(known.clone(), company)].into(), submitted: completion.is_some() };
    let view = DraftView { facts, inputs: [(known, input)].into(), completion, ..nothing() };
    let journey = portal().of_purpose(Purpose::Conversion).expect("the portal has the journey");
    let step = journey.step(step).expect("the journey has the step");
    Answering::new(Draft::new(portal(), journey, view), step, false, Arc::new(|_: &str| {}))
}

fn view(standing: CompanyStanding) -> DraftView {
    let inputs: BTreeMap<String, StepInput> = read(include_str!("kotra.json"));
    let mut known = Facts::default();
    let identity = VerifiedIdentity {
        method: IdentityMethod::Phone,
        name: "홍길동".to_owned(),
        mobile: Some("010-1234-5678".to_owned()),
        birth_date: "1990-03-01".to_owned(),
    };
    known.answers.insert("identity".to_owned(), Answer::Identity(identity));
    let company = Answer::Company {
        business_number: BusinessNumber::parse("1248100998").expect("a number of the samples"),
        standing,
        profile: (standing == CompanyStanding::Listed).then(profile),
    };
    known.answers.insert("company".to_owned(), company.clone());
    let mut facts = super::facts(portal(), &inputs, known);
    facts.answers.insert("company".to_owned(), company);
    DraftView { facts, inputs, ..nothing() }
}

/// What is known of somebody whose company stands so.
pub fn facts(standing: CompanyStanding) -> Facts {
    view(standing).facts
}
