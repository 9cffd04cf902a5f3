//! The rules of a journey, as a table and for every order of doing things.

use gaip_domain::facts::{
    Answer, CertificateEvidence, CompanyStanding, Consent, Facts, FieldProblem, StepInput, Value, Values,
};
use gaip_domain::form::{Route, World, parse_certificate};
use gaip_domain::journey::{admits, answered, frontier, next, previous, revise, route};
use gaip_domain::portal::{CertificateMethod, Journey, StepKind};
use gaip_domain::value::{BusinessNumber, Date, Invalid};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Terms, then a company, its certificate, a form with a condition, a step for exporters only, review, complete.
fn journey() -> Journey {
    let text = |s: &str| serde_json::json!({ "ko": s, "en": s });
    let step = |id: &str, depends: &[&str], kind: serde_json::Value| serde_json::json!({ "id": id, "phase": "a", "title": text(id), "depends": depends, "kind": kind });
    let field = |name: &str, presence: serde_json::Value, input: serde_json::Value| serde_json::json!({ "name": name, "label": text(name), "presence": presence, "input": input });
    let choices = serde_json::json!([{ "value": "yes", "label": text("yes") }, { "value": "no", "label": text("no") }]);
    let scans = field("documents", "required".into(), serde_json::json!({ "files": { "max": 3 } }));
    let when_exporter = serde_json::json!({ "equals": { "fact": "trade.exports", "value": "yes" } });
    let mut markets = step(
        "markets",
        &["trade"],
        serde_json::json!({ "form": { "sections": [{ "title": text("m"), "fields": [field("country", "required".into(), "countries".into())] }] } }),
    );
    markets["when"] = when_exporter.clone();
    let joint = serde_json::json!({ "title": text("j"), "text": [], "action": text("a") });
    let documents = serde_json::json!({ "title": text("d"), "text": [], "form": "f", "documents": [], "desk": text("d"), "notice": text("n"), "action": text("a"), "scans": scans });
    serde_json::from_value(serde_json::json!({
        "id": "member", "title": text("t"), "intro": text("i"), "prepare": [], "phases": [{ "id": "a", "title": text("a") }],
        "steps": [
            step("terms", &[], serde_json::json!({ "consent": { "items": [
                { "terms": "service", "required": true, "label": text("s") },
                { "terms": "news", "required": false, "label": text("n") } ] } })),
            step("company", &[], serde_json::json!({ "company": {} })),
            step("certificate", &["company"], serde_json::json!({ "certificate": { "joint": joint, "documents": documents } })),
            step("trade", &["company"], serde_json::json!({ "form": { "sections": [{ "title": text("t"), "fields": [
                field("exports", "required".into(), serde_json::json!({ "choice": choices })),
                field("since", serde_json::json!({ "required_when": when_exporter }), serde_json::json!({ "text": { "max": 9 } })),
            ] }] } })),
            markets,
            step("review", &[], "review".into()),
            step("complete", &[], serde_json::json!({ "complete": { "next": [] } })),
        ]
    }))
    .expect("the journey of the test reads")
}

fn consent(service: bool, news: bool) -> Answer {
    let choice = |agreed| Consent { version: "1".to_owned(), hash: "h".to_owned(), agreed };
    Answer::Consent(BTreeMap::from([("service".to_owned(), choice(service)), ("news".to_owned(), choice(news))]))
}

fn company(number: &str) -> Answer {
    let business_number = BusinessNumber::parse(number).expect("a valid number");
    Answer::Company { business_number, standing: CompanyStanding::Continuing, profile: None }
}

fn certificate() -> Answer {
    Answer::Certificate { method: CertificateMethod::Documents, files: vec!["f1".to_owned()], certificate: None }
}

fn trade(exports: &str) -> Answer {
    let text = |s: &str| Value::Text(s.to_owned());
    Answer::Form(Values::from([("exports".to_owned(), text(exports)), ("since".to_owned(), text("2019"))]))
}

fn markets() -> Answer {
    Answer::Form(Values::from([("country".to_owned(), Value::List(vec!["VN".to_owned()]))]))
}

fn facts(answers: &[(&str, Answer)]) -> Facts {
    Facts { answers: answers.iter().map(|(id, a)| ((*id).to_owned(), a.clone())).collect(), submitted: false }
}

fn ids(steps: &[&gaip_domain::portal::Step]) -> Vec<String> {
    steps.iter().map(|step| step.id.clone()).collect()
}

#[test]
fn the_furthest_step_is_the_first_that_is_not_answered() {
    let journey = journey();
    let table: [(&[(&str, Answer)], &str); 6] = [
        (&[], "terms"),
        (&[("terms", consent(false, true))], "terms"),
        (&[("terms", consent(true, false))], "company"),
        (&[("terms", consent(true, false)), ("company", company("1248100998"))], "certificate"),
        // A gap: what was answered behind it does not count.
        (&[("terms", consent(true, false)), ("certificate", certificate())], "company"),
        (
            &[
                ("terms", consent(true, true)),
                ("company", company("1248100998")),
                ("certificate", certificate()),
                ("trade", trade("yes")),
            ],
            "markets",
        ),
    ];
    for (answers, expected) in table {
        let facts = facts(answers);
        assert_eq!(frontier(&journey, &facts).map(|s| s.id.as_str()), Some(expected));
        assert!(admits(&journey, &facts, expected));
        assert!(next(&journey, &facts, expected).is_none_or(|step| !admits(&journey, &facts, &step.id)));
    }
}

#[test]
fn a_step_whose_condition_fails_is_not_on_the_route() {
    let journey = journey();
    let exporter = facts(&[("trade", trade("yes"))]);
    let other = facts(&[("trade", trade("no"))]);
    assert!(ids(&route(&journey, &exporter)).contains(&"markets".to_owned()));
    assert!(!ids(&route(&journey, &other)).contains(&"markets".to_owned()));
    assert_eq!(previous(&journey, &other, "review").map(|s| s.id.as_str()), Some("trade"));
    assert!(!admits(&journey, &other, "markets"));
}

#[test]
fn another_company_voids_what_was_said_of_the_first_and_nothing_else() {
    let journey = journey();
    let before = facts(&[
        ("terms", consent(true, true)),
        ("company", company("1248100998")),
        ("certificate", certificate()),
        ("trade", trade("yes")),
        ("markets", markets()),
    ]);
    let revision = revise(&journey, &before, "company", company("2208162517"));
    assert_eq!(revision.forgotten, ["certificate", "trade", "markets"]);
    assert_eq!(revision.facts, facts(&[("terms", consent(true, true)), ("company", company("2208162517"))]));
}

#[test]
fn the_same_answer_again_voids_nothing() {
    let journey = journey();
    let before = facts(&[("company", company("1248100998")), ("certificate", certificate())]);
    let revision = revise(&journey, &before, "company", company("124-81-00998"));
    assert!(revision.forgotten.is_empty());
    assert_eq!(revision.facts, before);
}

#[test]
fn after_submission_only_the_last_page_opens() {
    let journey = journey();
    let mut all = facts(&[
        ("terms", consent(true, true)),
        ("company", company("1248100998")),
        ("certificate", certificate()),
        ("trade", trade("no")),
    ]);
    assert!(admits(&journey, &all, "review") && !admits(&journey, &all, "complete"));
    all.submitted = true;
    assert!(admits(&journey, &all, "complete"));
    assert_eq!(frontier(&journey, &all).map(|s| s.id.as_str()), Some("complete"));
    for id in ["terms", "company", "certificate", "trade", "review"] {
        assert!(!admits(&journey, &all, id), "{id}");
    }
}

fn any_answer() -> impl Strategy<Value = (&'static str, Answer)> {
    prop_oneof![
        (any::<bool>(), any::<bool>()).prop_map(|(a, b)| ("terms", consent(a, b))),
        prop_oneof![Just("1248100998"), Just("2208162517"), Just("1208800767")].prop_map(|n| ("company", company(n))),
        Just(("certificate", certificate())),
        prop_oneof![Just("yes"), Just("no")].prop_map(|e| ("trade", trade(e))),
        Just(("markets", markets())),
    ]
}

proptest! {
    /// A person may try any step in any order, go back, edit and reload: what the gate admits is all that happens.
    #[test]
    fn no_order_opens_a_step_whose_preconditions_fail(tries in prop::collection::vec(any_answer(), 0..40)) {
        let journey = journey();
        let mut facts = Facts::default();
        for (step, answer) in tries {
            if !admits(&journey, &facts, step) {
                continue;
            }
            let before = facts.clone();
            let revision = revise(&journey, &facts, step, answer.clone());
            facts = revision.facts;
            // Reloading is reading the same facts again.
            let reloaded: Facts = serde_json::from_str(&serde_json::to_string(&facts).expect("facts are JSON")).expect("and read");
            prop_assert_eq!(&reloaded, &facts);
            // Exactly the forgotten are gone, and nothing else changed.
            for (id, old) in &before.answers {
                let gone = revision.forgotten.contains(id);
                let expected = if id == step { Some(&answer) } else if gone { None } else { Some(old) };
                prop_assert_eq!(facts.answers.get(id), expected);
            }
            // What is left has its preconditions: it applies, and a certificate belongs to the company that stands there.
            let route = route(&journey, &facts);
            for id in facts.answers.keys() {
                prop_assert!(route.iter().any(|s| s.id == *id), "{} is answered but not asked", id);
            }
            if facts.answers.contains_key("certificate") {
                prop_assert!(facts.answers.contains_key("company"));
                if step == "company" {
                    prop_assert_eq!(before.answers.get("company"), facts.answers.get("company"));
                }
            }
            // Everything before an open step is answered.
            for (position, open) in route.iter().enumerate().filter(|(_, s)| admits(&journey, &facts, &s.id)) {
                prop_assert!(route[..position].iter().all(|s| answered(s, &facts)), "{} is open", open.id);
            }
        }
    }
}

fn evidence() -> CertificateEvidence {
    let text = str::to_owned;
    CertificateEvidence {
        kind: text("kica_corporate"),
        owner: text("(주)한빛무역"),
        subject: text("cn=hanbit"),
        issuer: text("cn=test"),
        serial: text("01"),
        policy: text("1.2.410.200004.5.2.1.1"),
        fingerprint: text("00"),
        valid_until: text("2027-06-30"),
    }
}

#[test]
fn a_joint_certificate_answers_its_step_only_with_what_the_server_saw() {
    let journey = journey();
    let step = journey.step("certificate").expect("the step");
    let with = |certificate| Answer::Certificate { method: CertificateMethod::Joint, files: Vec::new(), certificate };
    assert!(answered(step, &facts(&[("certificate", with(Some(evidence())))])));
    assert!(!answered(step, &facts(&[("certificate", with(None))])));
    let facts = facts(&[("certificate", with(Some(evidence())))]);
    assert_eq!(facts.known("certificate.method"), ["joint"]);
}

#[test]
fn another_company_voids_what_a_certificate_proved() {
    let journey = journey();
    let proved =
        Answer::Certificate { method: CertificateMethod::Joint, files: Vec::new(), certificate: Some(evidence()) };
    let before =
        facts(&[("terms", consent(true, true)), ("company", company("124-81-00998")), ("certificate", proved)]);
    let revision = revise(&journey, &before, "company", company("120-88-00767"));
    assert_eq!(revision.forgotten, ["certificate"]);
}

#[test]
fn the_route_of_a_certificate_is_chosen_from_those_that_are_open() {
    let journey = journey();
    let StepKind::Certificate(mut settings) = journey.step("certificate").expect("the step").kind.clone() else {
        panic!("it is a certificate step");
    };
    let facts = Facts::default();
    let world = World { step: "certificate", facts: &facts, today: Date::new(2026, 11, 21).expect("a day") };
    let input = |fields: serde_json::Value| -> StepInput {
        serde_json::from_value(serde_json::json!({ "fields": fields })).expect("input")
    };
    let problem = |error| Err(vec![FieldProblem { field: "method".to_owned(), error }]);
    let joint = input(serde_json::json!({ "method": "joint" }));
    let documents = input(serde_json::json!({ "method": "documents", "documents": ["f1"] }));
    assert_eq!(parse_certificate(&settings, &joint, world), Ok(Route::Joint));
    assert_eq!(parse_certificate(&settings, &documents, world), Ok(Route::Documents(vec!["f1".to_owned()])));
    assert_eq!(parse_certificate(&settings, &StepInput::default(), world), problem(Invalid::Missing));
    settings.joint = None;
    assert_eq!(parse_certificate(&settings, &joint, world), problem(Invalid::UnknownChoice));
    settings.documents = None;
    assert_eq!(parse_certificate(&settings, &documents, world), problem(Invalid::UnknownChoice));
}
