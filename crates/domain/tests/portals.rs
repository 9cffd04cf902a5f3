//! The portals of this repository are right, and mistakes are named with path and mend.

use gaip_domain::portal::{Portal, check, parse};
use std::path::{Path, PathBuf};

fn portals() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/portals")
}

fn daejeon() -> String {
    std::fs::read_to_string(portals().join("daejeon/portal.json")).expect("the portal stands in the repository")
}

/// The daejeon portal with one text of its file replaced.
fn mistakes(from: &str, to: &str) -> Vec<String> {
    let json = daejeon();
    assert!(json.contains(from), "{from} is in the file");
    let found = match parse(&json.replacen(from, to, 1)) {
        Ok(portal) => check(&portal, "daejeon", &|file| portals().join("daejeon").join(file).is_file()),
        Err(mistake) => vec![mistake],
    };
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn every_portal_of_the_repository_is_right() {
    for folder in std::fs::read_dir(portals()).expect("the folder of portals").flatten().filter(|f| f.path().is_dir()) {
        let json = std::fs::read_to_string(folder.path().join("portal.json")).expect("a portal has portal.json");
        let portal: Portal = parse(&json).expect("it reads");
        let name = folder.file_name().into_string().expect("a folder name in ASCII");
        let found = check(&portal, &name, &|file| folder.path().join(file).is_file());
        assert_eq!(found, vec![], "{name}");
    }
}

#[test]
fn an_unknown_kind_of_step_is_named_with_its_place() {
    let found = mistakes("\"kind\": \"company\"", "\"kind\": \"firm\"");
    assert!(found[0].starts_with("journeys[0].steps[1].kind"), "{found:?}");
    assert!(found[0].contains("unknown variant `firm`"), "{found:?}");
}

#[test]
fn an_unknown_kind_of_input_is_named_with_its_place() {
    let found = mistakes("\"input\": \"login_id\"", "\"input\": \"nickname\"");
    assert!(found[0].contains("fields[0].input") && found[0].contains("nickname"), "{found:?}");
}

#[test]
fn a_field_of_several_codes_takes_at_least_one() {
    let codes = |max: u32| format!("\"input\": {{ \"hs_codes\": {{ \"max\": {max} }} }}");
    assert_eq!(mistakes("\"input\": \"industry\"", &codes(5)), [""; 0]);
    let found = mistakes("\"input\": \"industry\"", &codes(0));
    assert!(found[0].contains("it takes nothing. `max` is at least 1"), "{found:?}");
}

#[test]
fn a_missing_document_is_named_by_its_file() {
    let found = mistakes("\"version\": \"2\"", "\"version\": \"9\"");
    assert!(found.iter().any(|m| m.contains("terms/service.9.ko.md")), "{found:?}");
}

#[test]
fn a_missing_translation_is_named_by_its_language() {
    let found = mistakes("\"en\": \"Daejeon Metropolitan City\"", "\"en\": \" \"");
    assert_eq!(found, ["operator.en: the translation is empty. Write the words in this language"]);
}

#[test]
fn a_condition_on_a_fact_that_nothing_asks_is_named() {
    let when = r#""kind": "company", "when": {"equals": {"fact": "terms.newsletter", "value": "yes"}}"#;
    let found = mistakes("\"kind\": \"company\"", when);
    assert!(found[0].contains("nothing asks the fact `terms.newsletter`"), "{found:?}");
    let later = r#""kind": "company", "when": {"equals": {"fact": "contact.name", "value": "x"}}"#;
    assert!(mistakes("\"kind\": \"company\"", later)[0].contains("nothing asks the fact `contact.name`"));
    let value = r#""kind": "company", "when": {"equals": {"fact": "terms.service", "value": "maybe"}}"#;
    assert!(mistakes("\"kind\": \"company\"", value)[0].contains("It can be: yes, no"));
}

#[test]
fn a_document_that_no_terms_declare_is_named() {
    let found = mistakes("\"terms\": \"email-news\"", "\"terms\": \"sms-news\"");
    assert!(found[0].contains("there is no document `sms-news`"), "{found:?}");
}

#[test]
fn a_certificate_must_depend_on_a_company() {
    let found = mistakes("\"depends\": [\n            \"company\"\n          ]", "\"depends\": []");
    assert!(found[0].contains("does not depend on a company step"), "{found:?}");
}
