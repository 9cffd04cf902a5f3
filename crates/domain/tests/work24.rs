//! The 고용24 portal, as its manual tells it (rows W1 to W124).

use gaip_domain::facts::{Answer, Facts, FieldInput, Fields, StepInput};
use gaip_domain::form::{self, World, parse_company};
use gaip_domain::permission::{LoginType, Role};
use gaip_domain::portal::{
    CompanyStep, CompleteStep, FormStep, Journey, Membership, Portal, RegisteredCompany, StepKind, UnlistedCompany,
    parse,
};
use gaip_domain::text::Lang;
use gaip_domain::value::{Date, Invalid};
use std::path::Path;

fn portal() -> Portal {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/portals/work24/portal.json");
    parse(&std::fs::read_to_string(file).expect("the portal stands in the repository")).expect("it reads")
}

#[test]
fn whoever_joined_by_certificate_or_by_an_account_at_a_provider_has_no_password() {
    let portal = portal();
    assert!(!portal.has_password(Role::Contact) && !portal.has_password(Role::Social));
    assert!(portal.has_password(Role::Personal));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/portals/daejeon/portal.json");
    let daejeon = parse(&std::fs::read_to_string(file).expect("it stands in the repository")).expect("it reads");
    assert!(daejeon.has_password(Role::Contact), "contacts of 대전 have one");
}

fn company() -> Journey {
    portal().journey("company").expect("the journey").clone()
}

fn form_of<'a>(journey: &'a Journey, step: &str) -> &'a FormStep {
    match &journey.step(step).expect("the step").kind {
        StepKind::Form(settings) => settings,
        _ => panic!("{step} is a form"),
    }
}

fn company_step(journey: &Journey) -> &CompanyStep {
    match &journey.step("company").expect("the step").kind {
        StepKind::Company(settings) => settings,
        _ => panic!("it asks the company"),
    }
}

fn complete(journey: &Journey) -> &CompleteStep {
    match &journey.step("complete").expect("the step").kind {
        StepKind::Complete(settings) => settings,
        _ => panic!("it is the end"),
    }
}

fn typed(fields: &[(&str, &str)]) -> Fields {
    fields.iter().map(|(name, text)| ((*name).to_owned(), FieldInput::Text((*text).to_owned()))).collect()
}

fn today() -> Date {
    Date::parse("2026-11-21").expect("a day")
}

/// What is wrong with the contact, with these changes to one that is right.
fn wrong(changes: &[(&str, &str)]) -> Vec<String> {
    let journey = company();
    let mut fields = typed(&[
        ("name", "홍길동"),
        ("phone", "02-123-4567"),
        ("sms_cases", "no"),
        ("sms_news", "no"),
        ("email_news", "no"),
        ("e_notice", "no"),
        ("membership", "no"),
    ]);
    fields.extend(typed(changes));
    let facts = Facts::default();
    let world = World { step: "contact", facts: &facts, today: today() };
    let parsed = form::parse(form_of(&journey, "contact").fields(), &fields, world);
    parsed.err().unwrap_or_default().into_iter().map(|problem| problem.field).collect()
}

#[test]
fn a_company_is_asked_in_the_order_of_the_manual_and_keeps_no_login_id() {
    let journey = company();
    let phases: Vec<&str> = journey.phases.iter().map(|phase| phase.title.get(Lang::Ko)).collect();
    assert_eq!(phases, ["가입 인증", "약관 동의", "정보 입력", "가입 완료"], "W12");
    let steps: Vec<&str> = journey.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(
        steps,
        ["type", "notice", "company", "certificate", "terms", "info", "contact", "review", "complete"],
        "the notice before the first value (X36)"
    );
    assert_eq!((journey.membership, journey.sync), (Membership::Certificate, true));
    assert!(!journey.asks_login_id(), "W106");
}

#[test]
fn number_representative_and_opening_date_are_asked_together() {
    let journey = company();
    let settings = company_step(&journey);
    assert!(settings.verify, "W14, W15, W49");
    assert_eq!((settings.registered, settings.unlisted), (RegisteredCompany::Refuse, UnlistedCompany::Allow));
    let ask = |fields: &[(&str, &str)]| {
        let input = StepInput { fields: typed(fields), ..StepInput::default() };
        parse_company(settings, &input, today())
    };
    let asked = ask(&[("business_number", "124-81-00998"), ("representative", "  홍길동 "), ("opened", "2023-11-01")]);
    let registered = asked.expect("right").registered.expect("asked");
    assert_eq!((registered.representative.as_str(), registered.opened.to_string().as_str()), ("홍길동", "2023-11-01"));
    let problems = ask(&[("business_number", "124-81-00998"), ("opened", "2026-11-22")]).expect_err("wrong");
    let told: Vec<_> = problems.iter().map(|problem| (problem.field.as_str(), problem.error)).collect();
    assert_eq!(told, [("representative", Invalid::Missing), ("opened", Invalid::Future)]);
}

#[test]
fn one_telephone_number_is_enough_and_messages_need_where_they_go() {
    let mobile = ("mobile", "010-1234-5678");
    let email = ("email", "hong@example.com");
    assert_eq!(wrong(&[]), Vec::<String>::new());
    assert_eq!(wrong(&[("phone", "")]), ["phone", "mobile"], "W76");
    assert_eq!(wrong(&[("phone", ""), mobile]), Vec::<String>::new(), "W76");
    for (cases, news) in [("yes", "no"), ("no", "yes"), ("yes", "yes")] {
        assert_eq!(wrong(&[("sms_cases", cases), ("sms_news", news)]), ["mobile"], "W77");
        assert_eq!(wrong(&[("sms_cases", cases), ("sms_news", news), mobile]), Vec::<String>::new(), "W77");
    }
    for (news, notice) in [("yes", "no"), ("no", "yes"), ("yes", "yes")] {
        assert_eq!(wrong(&[("email_news", news), ("e_notice", notice)]), ["email"], "W78");
        assert_eq!(wrong(&[("email_news", news), ("e_notice", notice), email]), Vec::<String>::new(), "W78");
    }
}

#[test]
fn nothing_is_chosen_for_anybody_and_a_refusal_is_an_answer() {
    for choice in ["sms_cases", "sms_news", "email_news", "e_notice", "membership"] {
        assert_eq!(wrong(&[(choice, "")]), [choice], "X32, X33");
    }
    assert_eq!(wrong(&[("membership", "no")]), Vec::<String>::new(), "W84");
}

#[test]
fn who_acts_for_others_is_asked_for_the_licence_and_a_business_is_not() {
    let journey = company();
    let asked = |choice: &str| -> Vec<String> {
        let answer = Answer::Choose { choice: choice.to_owned() };
        let facts = Facts { answers: [("type".to_owned(), answer)].into(), submitted: false };
        let fields = form_of(&journey, "info").fields();
        let values = gaip_domain::facts::Values::new();
        fields.filter(|field| form::asked(field, "info", &facts, &values)).map(|field| field.name.clone()).collect()
    };
    assert!(!asked("business").contains(&"agency_number".to_owned()));
    assert!(asked("agency").ends_with(&["agency_number".to_owned(), "agency_authorized".to_owned()]), "X27");
    assert!(asked("proxy").ends_with(&["proxy_kind".to_owned(), "proxy_number".to_owned()]), "X27");
}

#[test]
fn the_end_shows_what_the_manual_lists_and_says_what_is_late() {
    let journey = company();
    let settings = complete(&journey);
    assert_eq!(settings.shown.len(), 15, "W90 to W104");
    assert_eq!(
        settings.delayed.as_ref().expect("words").get(Lang::Ko),
        "[기업회원 가입] 요청이 완료되었으나 [기업회원 고객정보 생성] 작업 지연으로 반영에 시간이 소요됩니다.",
        "W107"
    );
}

#[test]
fn every_type_of_login_has_a_way_to_sign_up() {
    assert_eq!(portal().login_types(), LoginType::ALL);
    let none = Portal { journeys: Vec::new(), ..portal() };
    assert!(none.login_types().is_empty());
}
