//! The portals of this repository are right, and mistakes are named with path and mend.

use gaip_domain::portal::{
    CertificateStep, CertificateTable, FinancialRoute, Mistake, Portal, Purpose, StepKind, check, check_table,
    check_taken, parse, parse_table,
};
use gaip_domain::text::Text;
use std::path::{Path, PathBuf};

fn portals() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/portals")
}

fn read(portal: &str) -> String {
    std::fs::read_to_string(portals().join(portal).join("portal.json")).expect("the portal stands in the repository")
}

fn daejeon() -> String {
    read("daejeon")
}

/// The daejeon portal with one text of its file replaced.
fn mistakes(from: &str, to: &str) -> Vec<String> {
    mistakes_of("daejeon", from, to)
}

/// A portal with one text of its file replaced.
fn mistakes_of(portal: &str, from: &str, to: &str) -> Vec<String> {
    let json = read(portal);
    assert!(json.contains(from), "{from} is in the file");
    let found = match parse(&json.replacen(from, to, 1)) {
        Ok(read) => check(&read, portal, &|file| portals().join(portal).join(file).is_file()),
        Err(mistake) => vec![mistake],
    };
    said(&found)
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
fn every_portal_gives_back_login_ids_and_passwords_in_journeys_that_are_no_way_to_join() {
    for id in ["tradeinvest", "kotra", "work24", "daejeon"] {
        let portal = parse(&read(id)).expect("it reads");
        let purposes: Vec<Purpose> = portal.recoveries().map(|journey| journey.purpose).collect();
        assert_eq!(purposes, [Purpose::FindLoginId, Purpose::NewPassword], "{id}");
        assert!(portal.ways_to_join().chain(portal.for_members()).all(|journey| !journey.purpose.recovers()), "{id}");
    }
}

#[test]
fn a_recovery_proves_whose_account_it_is_and_asks_no_more() {
    let of = |from: &str, to: &str| mistakes_of("kotra", from, to).join("\n");
    let joins = of(r#""purpose": "find_login_id""#, r#""purpose": "join""#);
    assert!(joins.contains("it does not end with review and complete"), "{joins}");
    let unproved = of(r#""account": "login_id""#, r#""account": "name""#);
    assert!(unproved.contains("nothing proves whose account it is"), "{unproved}");
    let no_password = of(r#""purpose": "find_login_id""#, r#""purpose": "new_password""#);
    assert!(no_password.contains("it asks 0 new passwords"), "{no_password}");
    let misfit = mistakes_of("daejeon", r#""account": "email""#, r#""account": "mobile""#).join("\n");
    for what in ["the input does not fit", "there is not one address"] {
        assert!(misfit.contains(what), "{misfit}");
    }
}

#[test]
fn an_unknown_kind_of_step_is_named_with_its_place() {
    let found = mistakes("\"company\": {}", "\"firm\": {}");
    assert!(found[0].starts_with("journeys[0].steps[1].kind"), "{found:?}");
    assert!(found[0].contains("unknown variant `firm`"), "{found:?}");
}

#[test]
fn a_portal_of_contacts_has_nobody_who_joins_or_waits() {
    for settings in [r#"{ "registered": "join" }"#, r#"{ "unlisted": "enter" }"#] {
        let found = mistakes("\"company\": {}", &format!("\"company\": {settings}"));
        assert!(found[0].contains("people cannot join a company or wait for its papers here"), "{found:?}");
    }
    let note = r#"{ "note": { "ko": "안내", "en": "" } }"#;
    assert!(mistakes("\"company\": {}", &format!("\"company\": {note}"))[0].contains("the translation is empty"));
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
    let company = "\"id\": \"company\"";
    let when = |fact: &str, value: &str| {
        let condition = format!(r#""when": {{"equals": {{"fact": "{fact}", "value": "{value}"}}}}"#);
        mistakes(company, &format!("{company}, {condition}"))
    };
    assert!(when("terms.newsletter", "yes")[0].contains("nothing asks the fact `terms.newsletter`"));
    assert!(when("contact.name", "x")[0].contains("nothing asks the fact `contact.name`"));
    assert!(when("terms.service", "maybe")[0].contains("It can be: yes, no"));
}

#[test]
fn a_document_that_no_terms_declare_is_named() {
    let found = mistakes("\"terms\": \"email-news\"", "\"terms\": \"sms-news\"");
    assert!(found[0].contains("there is no document `sms-news`"), "{found:?}");
}

#[test]
fn what_agrees_to_a_document_is_a_choice_of_yes_and_no() {
    let found = mistakes_of("work24", "\"terms\": \"receive-notices\"", "\"terms\": \"receive-letters\"");
    assert!(found[0].contains("there is no document `receive-letters`"), "{found:?}");
    let found = mistakes("\"input\": \"login_id\"", "\"terms\": \"service\", \"input\": \"login_id\"");
    assert!(found[0].contains("Make it a `choice` of `yes` and `no`"), "{found:?}");
}

#[test]
fn a_certificate_must_depend_on_a_company() {
    let found = mistakes("\"depends\": [\n            \"company\"\n          ]", "\"depends\": []");
    assert!(found[0].contains("does not depend on a company step"), "{found:?}");
}

fn table() -> String {
    std::fs::read_to_string(portals().join("certificates.json")).expect("the table stands in the repository")
}

fn said(found: &[Mistake]) -> Vec<String> {
    found.iter().map(ToString::to_string).collect()
}

/// The table with one text of its file replaced.
fn table_mistakes(from: &str, to: &str) -> Vec<String> {
    assert!(table().contains(from), "{from} is in the file");
    match parse_table(&table().replacen(from, to, 1)) {
        Ok(table) => said(&check_table(&table)),
        Err(mistake) => said(&[mistake]),
    }
}

/// What a portal takes, with one text of its file replaced.
fn taken_mistakes(from: &str, to: &str, table: Option<&CertificateTable>) -> Vec<String> {
    assert!(daejeon().contains(from), "{from} is in the file");
    said(&check_taken(&parse(&daejeon().replacen(from, to, 1)).expect("it reads"), table))
}

#[test]
fn the_table_of_the_repository_is_right_and_its_portals_take_what_is_in_it() {
    let table = parse_table(&table()).expect("it reads");
    assert_eq!(check_table(&table), vec![]);
    assert_eq!(check_taken(&parse(&daejeon()).expect("it reads"), Some(&table)), vec![]);
    let daejeon = parse(&daejeon()).expect("it reads").certificates.expect("it takes certificates");
    assert_eq!(daejeon.kinds.len(), 17, "manual rows T26 to T42");
}

#[test]
fn mistakes_of_the_table_are_named_with_place_and_mend() {
    let found = table_mistakes("\"authority\": \"crosscert\"", "\"authority\": \"crosscart\"");
    assert_eq!(
        found,
        ["kinds[1].authority: there is no authority `crosscart`. Name one of `authorities`, or add it there"]
    );
    let found = table_mistakes("\"id\": \"crosscert_corporate\"", "\"id\": \"kica_corporate\"");
    assert!(found[0].contains("`kica_corporate` stands there twice"), "{found:?}");
    let found = table_mistakes("1.2.410.200004.5.4.1.2", "1.2.410.200004.5.2.1.1");
    assert!(found[0].contains("`1.2.410.200004.5.2.1.1` stands there twice"), "{found:?}");
    let found = table_mistakes("1.2.410.200004.5.4.1.2", "1.2.410.200004.5.4.1.");
    assert!(found[0].starts_with("kinds[1].policies[0]: `1.2.410.200004.5.4.1.` is no OID"), "{found:?}");
    let found = table_mistakes("\"organization\": \"KICA\"", "\"organisation\": \"KICA\"");
    assert!(found[0].starts_with("authorities[0].organisation: unknown field"), "{found:?}");
}

#[test]
fn a_portal_takes_only_kinds_of_companies_that_the_table_has() {
    let table = parse_table(&table()).expect("it reads");
    let found = taken_mistakes("\"kica_corporate\"", "\"kica_company\"", Some(&table));
    assert!(found[0].starts_with("certificates.kinds[0]: there is no kind `kica_company`"), "{found:?}");
    let found = taken_mistakes("\"kica_corporate\"", "\"kica_personal\"", Some(&table));
    assert!(found[0].starts_with("certificates.kinds[0]: `kica_personal` certifies persons"), "{found:?}");
    let found = taken_mistakes("\"kica_corporate\"", "\"crosscert_corporate\"", Some(&table));
    assert!(found[0].contains("`crosscert_corporate` stands there twice"), "{found:?}");
    let found = taken_mistakes("\"removable_disk\"", "\"hard_disk\"", Some(&table));
    assert!(found[0].contains("certificates.media: a place stands there twice"), "{found:?}");
    let found = taken_mistakes("\"certificates\"", "\"certificates\"", None);
    assert!(found[0].contains("there is no `certificates.json`"), "{found:?}");
}

#[test]
fn a_joint_route_needs_a_portal_that_takes_certificates() {
    let mut portal = parse(&daejeon()).expect("it reads");
    portal.certificates = None;
    let found = said(&check(&portal, "daejeon", &|file| portals().join("daejeon").join(file).is_file()));
    assert!(found.iter().any(|m| m.contains("certificate.joint: the portal takes no certificates")), "{found:?}");
}

/// Daejeon's certificate step, changed.
fn certificate_mistakes(change: impl FnOnce(&mut CertificateStep)) -> Vec<String> {
    let mut portal = parse(&daejeon()).expect("it reads");
    let steps = portal.journeys.iter_mut().flat_map(|journey| &mut journey.steps);
    let settings = steps.into_iter().find_map(|step| match &mut step.kind {
        StepKind::Certificate(settings) => Some(settings),
        _ => None,
    });
    change(settings.expect("it has a certificate step"));
    said(&check(&portal, "daejeon", &|file| portals().join("daejeon").join(file).is_file()))
}

fn text(ko: &str, en: &str) -> Text {
    Text { ko: ko.to_owned(), en: en.to_owned() }
}

#[test]
fn a_financial_route_is_enough_and_its_words_are_in_both_languages() {
    let route = |en: &str| FinancialRoute {
        title: text("금융인증서 확인", "Financial certificate"),
        text: vec![],
        action: text("금융인증서 확인", en),
    };
    let only = |settings: &mut CertificateStep, en: &str| {
        (settings.joint, settings.documents) = (None, None);
        settings.financial = Some(route(en));
    };
    let found = certificate_mistakes(|settings| only(settings, "Verify"));
    assert!(!found.iter().any(|m| m.contains("no route is open") || m.contains("financial")), "{found:?}");
    let found = certificate_mistakes(|settings| only(settings, " "));
    assert!(found.iter().any(|m| m.contains("certificate.financial.action.en")), "{found:?}");
    let found = certificate_mistakes(|settings| settings.issue = vec![text("은행에서 발급", "")]);
    assert!(
        found.iter().any(|m| m.contains("certificate.issue") && m.contains("the translation is empty")),
        "{found:?}"
    );
    let found = certificate_mistakes(|settings| (settings.joint, settings.documents) = (None, None));
    assert!(found.iter().any(|m| m.contains("Open the route `joint`, `financial` or `documents`")), "{found:?}");
}

#[test]
fn the_kind_of_financial_certificates_is_in_no_table() {
    let found = table_mistakes(r#""id": "kica_corporate""#, r#""id": "financial""#);
    assert!(found.iter().any(|m| m.contains("`financial` stands for financial certificates")), "{found:?}");
}

#[test]
fn members_log_in_by_financial_certificate_where_a_step_takes_them() {
    let mut portal = parse(&daejeon()).expect("it reads");
    assert!(!portal.takes_financial() && !portal.checks_owner(), "daejeon has its own two routes");
    for step in portal.journeys.iter_mut().flat_map(|journey| &mut journey.steps) {
        let StepKind::Certificate(settings) = &mut step.kind else { continue };
        let title = text("금융인증서", "Financial certificate");
        settings.financial = Some(FinancialRoute { title: title.clone(), text: vec![], action: title });
        settings.joint.as_mut().expect("a joint route").owner_check = true;
    }
    assert!(portal.takes_financial() && portal.checks_owner());
}

#[test]
fn mistakes_in_choices_and_methods_are_named() {
    let found = mistakes_of("kotra", "\"value\": \"individual\"", "\"value\": \"corporate\"");
    assert!(found[0].contains("`corporate` stands there twice"), "{found:?}");
    let found = mistakes_of("kotra", "\"value\": \"individual\"", "\"value\": \"business\"");
    assert!(found[0].contains("`type.choice` is never `individual`"), "{found:?}");
    let found = mistakes_of("kotra", "\"fact\": \"type.choice\"", "\"fact\": \"type.kind\"");
    assert!(found[0].contains("nothing asks the fact `type.kind`"), "{found:?}");
    let found = mistakes_of("kotra", "\"value\": \"registered\"", "\"value\": \"known\"");
    assert!(found[0].contains("It can be: continuing, registered, listed, unlisted"), "{found:?}");
    let found = mistakes_of("kotra", "\"method\": \"phone\"", "\"method\": \"card\"");
    assert!(found[0].contains("`card` stands there twice"), "{found:?}");
    let found = mistakes_of("kotra", "\"method\": \"phone\"", "\"method\": \"post\"");
    assert!(found[0].contains("unknown variant `post`"), "{found:?}");
    let mut portal = parse(&read("kotra")).expect("it reads");
    for step in &mut portal.journeys[0].steps {
        match &mut step.kind {
            StepKind::Choose(settings) => settings.options.truncate(1),
            StepKind::Identity(settings) => {
                let off = settings.methods[1].off.take();
                settings.methods[0].off.clone_from(&off);
                settings.methods[2].off = off;
            }
            _ => {}
        }
    }
    let found = said(&check(&portal, "kotra", &|_| true));
    assert!(found.iter().any(|m| m.contains("kind.choose.options: there is no choice")), "{found:?}");
    assert!(found.iter().any(|m| m.contains("kind.identity.methods[1]: public i-PIN has ended")), "{found:?}");
}
