//! Steps as they may look, for the gallery: one company, realistic input.

pub mod bank;
pub mod kotra;
pub mod recovery;
pub mod tradeinvest;
pub mod work24;

use crate::steps::certificate_dialog::sample_evidence;
use crate::wizard::answering::Answering;
use crate::wizard::draft::Draft;
use crate::wizard::judge::{self, OTHERS};
use gaip_contract::bodies::{Completion, DraftView, FileView, Role};
use gaip_domain::facts::{Answer, CompanyStanding, Consent, Facts, FieldInput, StepInput};
use gaip_domain::form::{self, Route, World};
use gaip_domain::portal::{CertificateMethod, ConsentStep, Portal, StepKind};
use gaip_domain::value::Date;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

const TODAY: &str = "2026-11-21";

/// A step that is filled in, after steps that are answered.
pub fn answering(step: &str) -> Answering {
    let inputs: BTreeMap<String, StepInput> = read(include_str!("daejeon.json"));
    let view = DraftView { facts: facts(portal(), &inputs, Facts::default()), inputs, ..nothing() };
    open(step, view)
}

/// The answers of a contact whose company is a member.
pub fn member_facts() -> Facts {
    facts(portal(), &read(include_str!("daejeon.json")), Facts::default())
}

/// The files of such a contact.
pub fn member_files() -> Vec<FileView> {
    nothing().files
}

/// A step of a company that proved itself by its certificate.
pub fn proved(step: &str) -> Answering {
    let mut inputs: BTreeMap<String, StepInput> = read(include_str!("daejeon.json"));
    let joint = FieldInput::Text(CertificateMethod::Joint.as_str().to_owned());
    inputs.insert(
        "certificate".to_owned(),
        StepInput { fields: [("method".to_owned(), joint)].into(), ..Default::default() },
    );
    let completion = Some(Completion {
        reference: "DJ-2026-000124".to_owned(),
        provisional: false,
        role: Role::Contact,
        submitted_at: "2026-11-21T05:05:00Z".to_owned(),
        login_id: "daejeon2026".to_owned(),
        delayed: false,
    });
    open(step, DraftView { facts: facts(portal(), &inputs, Facts::default()), inputs, completion, ..nothing() })
}

/// A step as it is met, after steps that are answered.
pub fn empty(step: &str) -> Answering {
    let inputs: BTreeMap<String, StepInput> = read(include_str!("daejeon.json"));
    let mut facts = facts(portal(), &inputs, Facts::default());
    facts.answers.remove(step);
    let mut first = StepInput::default();
    if step == "products" {
        first.products.push(gaip_domain::facts::ProductInput { id: "p1".to_owned(), ..Default::default() });
    }
    open(step, DraftView { facts, inputs: [(step.to_owned(), first)].into(), ..nothing() })
}

/// A step that was sent with nothing in it.
pub fn errors(step: &str) -> Answering {
    judged(empty(step))
}

/// A step whose input is judged.
pub fn judged(answering: Answering) -> Answering {
    let rules = judge::of_first(&answering.step.kind).unwrap_or(OTHERS);
    let problems = answering.input.with_untracked(|input| (rules.judge)(&answering.draft, answering.step, input));
    answering.problems.set(problems);
    answering
}

fn portal() -> &'static Portal {
    static PORTAL: OnceLock<Portal> = OnceLock::new();
    PORTAL.get_or_init(|| read(include_str!("../../../public/portals/daejeon/portal.json")))
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).expect("samples are of the form that the product reads")
}

fn open(step: &str, view: DraftView) -> Answering {
    open_at(portal(), step, view)
}

fn open_at(portal: &'static Portal, step: &str, view: DraftView) -> Answering {
    let journey = portal.journeys.first().expect("the portal has a journey");
    let step = journey.step(step).expect("the journey has the step");
    Answering::new(Draft::new(portal, journey, view), step, false, Arc::new(|_: &str| {}))
}

fn nothing() -> DraftView {
    let file = |id: &str, name: &str, received| FileView {
        id: id.to_owned(),
        name: name.to_owned(),
        size: 1_258_291,
        received,
        complete: received == 1_258_291,
    };
    DraftView {
        facts: Facts::default(),
        inputs: BTreeMap::new(),
        files: vec![
            file("f1", "기업정보활용동의서.pdf", 1_258_291),
            file("f2", "사업자등록증.jpg", 1_258_291),
            file("f3", "특허증.pdf", 1_258_291),
            file("f4", "ISO9001.zip", 524_288),
        ],
        checked_login_id: Some("daejeon2026".to_owned()),
        today: TODAY.to_owned(),
        kept_days: 30,
        completion: None,
        recovered: None,
    }
}

/// What the backend would have made of the input, beside what it is given.
fn facts(portal: &Portal, inputs: &BTreeMap<String, StepInput>, mut facts: Facts) -> Facts {
    let today = Date::parse(TODAY).expect("a day of the calendar");
    for step in &portal.journeys.first().expect("the portal has a journey").steps {
        let Some(input) = inputs.get(&step.id) else { continue };
        let world = World { step: &step.id, facts: &facts, today };
        let answer = match &step.kind {
            StepKind::Consent(settings) => Some(Answer::Consent(consents(settings))),
            StepKind::Company(settings) => {
                form::parse_company(settings, input, today).ok().map(|asked| Answer::Company {
                    business_number: asked.business_number,
                    standing: CompanyStanding::Continuing,
                    profile: None,
                })
            }
            StepKind::Choose(settings) => form::parse_choose(settings, input).ok(),
            StepKind::Certificate(settings) => form::parse_certificate(settings, input, world).ok().map(certificate),
            StepKind::Form(settings) => {
                let fields = settings.fields().filter(|field| input.fields.contains_key(&field.name));
                form::parse(fields, &input.fields, world).ok().map(Answer::Form)
            }
            StepKind::Products(settings) => form::parse_products(settings, input, world).ok().map(Answer::Products),
            StepKind::Identity(_)
            | StepKind::Social(_)
            | StepKind::Approval(_)
            | StepKind::OldAccount(_)
            | StepKind::EmailCode(_)
            | StepKind::Review
            | StepKind::Complete(_) => None,
        };
        facts.answers.extend(answer.map(|answer| (step.id.clone(), answer)));
    }
    facts
}

fn certificate(route: Route) -> Answer {
    match route {
        Route::Joint => Answer::Certificate {
            method: CertificateMethod::Joint,
            files: Vec::new(),
            certificate: Some(sample_evidence()),
        },
        Route::Financial => Answer::Certificate {
            method: CertificateMethod::Financial,
            files: Vec::new(),
            certificate: Some(sample_evidence()),
        },
        Route::Documents(files) => {
            Answer::Certificate { method: CertificateMethod::Documents, files, certificate: None }
        }
    }
}

fn consents(settings: &ConsentStep) -> BTreeMap<String, Consent> {
    let given = |required| Consent { version: "2".to_owned(), hash: String::new(), agreed: required };
    settings.items.iter().map(|item| (item.terms.clone(), given(item.required))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_is_an_answer_that_would_be_taken() {
        let inputs: BTreeMap<String, StepInput> = read(include_str!("daejeon.json"));
        let facts = facts(portal(), &inputs, Facts::default());
        for step in inputs.keys() {
            assert!(facts.answers.contains_key(step), "{step}");
        }
    }
}
