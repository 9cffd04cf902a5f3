//! The KOTRA portal, as its manual tells it (rows K1 to K49).

use gaip_domain::facts::{
    Answer, CompanyProfile, CompanyStanding, Consent, Facts, FieldInput, Fields, StepInput, Value, VerifiedIdentity,
};
use gaip_domain::form::{self, World};
use gaip_domain::journey::{admits, answered, revise, route};
use gaip_domain::portal::{FormStep, IdentityMethod, Journey, Membership, StepKind, parse};
use gaip_domain::text::Lang;
use gaip_domain::value::{BusinessNumber, Date, Invalid};
use std::path::{Path, PathBuf};

fn portals() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/portals")
}

fn read(portal: &str) -> String {
    std::fs::read_to_string(portals().join(portal).join("portal.json")).expect("the portal stands in the repository")
}

fn kotra() -> Journey {
    let mut portal = parse(&read("kotra")).expect("it reads");
    portal.journeys.remove(0)
}

fn form_of<'a>(journey: &'a Journey, step: &str) -> &'a FormStep {
    match &journey.step(step).expect("the step").kind {
        StepKind::Form(settings) => settings,
        _ => panic!("{step} is a form"),
    }
}

fn input(fields: &[(&str, &str)]) -> Fields {
    fields.iter().map(|(name, text)| ((*name).to_owned(), FieldInput::Text((*text).to_owned()))).collect()
}

fn facts(answers: Vec<(&str, Answer)>) -> Facts {
    Facts { answers: answers.into_iter().map(|(id, answer)| (id.to_owned(), answer)).collect(), submitted: false }
}

fn of_type(choice: &str) -> (&'static str, Answer) {
    ("type", Answer::Choose { choice: choice.to_owned() })
}

fn person(mobile: Option<&str>) -> (&'static str, Answer) {
    let method = if mobile.is_some() { IdentityMethod::Phone } else { IdentityMethod::Card };
    let mobile = mobile.map(str::to_owned);
    let (name, birth_date) = ("홍길동".to_owned(), "1990-03-01".to_owned());
    ("identity", Answer::Identity(VerifiedIdentity { method, name, mobile, birth_date }))
}

fn of_company(standing: CompanyStanding) -> (&'static str, Answer) {
    let known = matches!(standing, CompanyStanding::Registered | CompanyStanding::Listed);
    let profile = known.then(|| CompanyProfile {
        name: "(주)한빛무역".to_owned(),
        representative: Some("김한빛".to_owned()),
        address: Some(["06792", "서울특별시 서초구 헌릉로 13", ""].map(str::to_owned)),
        phone: Some("02-3460-7114".to_owned()),
        opened: None,
    });
    let business_number = BusinessNumber::parse("124-81-00998").expect("a valid number");
    ("company", Answer::Company { business_number, standing, profile })
}

fn ids(journey: &Journey, facts: &Facts) -> Vec<String> {
    route(journey, facts).iter().map(|step| step.id.clone()).collect()
}

/// Names of the fields of company-info that are asked and not known already, and of those that must be filled.
fn open_fields(journey: &Journey, standing: CompanyStanding, evidence_by: &str) -> (Vec<String>, Vec<String>) {
    let facts = facts(vec![of_type("corporate"), of_company(standing)]);
    let values = [("evidence_by".to_owned(), Value::Text(evidence_by.to_owned()))].into();
    let mut open = Vec::new();
    let mut required = Vec::new();
    for field in form_of(journey, "company-info").fields() {
        let known = form::known_already(field, &facts).is_some();
        if known || !form::asked(field, "company-info", &facts, &values) {
            continue;
        }
        open.push(field.name.clone());
        if form::required(field, "company-info", &facts, &values) {
            required.push(field.name.clone());
        }
    }
    (open, required)
}

#[test]
fn kotra_shows_its_types_in_the_words_of_the_manual() {
    let journey = kotra();
    assert_eq!(journey.membership, Membership::Employees);
    let StepKind::Choose(settings) = &journey.steps[0].kind else { panic!("it begins with a choice") };
    let cards: Vec<(&str, &str, Vec<&str>)> = settings
        .options
        .iter()
        .map(|o| (o.value.as_str(), o.title.get(Lang::Ko), o.text.iter().map(|t| t.get(Lang::Ko)).collect()))
        .collect();
    assert_eq!(
        cards,
        [
            ("corporate", "기업회원", vec!["회사 소속(국내 사업자등록번호 보유)의 경우 가입 가능"]),
            ("individual", "개인회원", vec!["학생, 프리랜서 등 회사 소속이 아닌 경우 가입 가능"]),
        ]
    );
}

#[test]
fn kotra_goes_on_from_its_terms_in_two_of_the_eight_states() {
    let journey = kotra();
    let step = journey.step("terms").expect("the step");
    let StepKind::Consent(settings) = &step.kind else { panic!("it is a consent step") };
    assert_eq!(settings.items.iter().map(|item| item.required).collect::<Vec<_>>(), [true, true, false]);
    for state in 0..8u8 {
        let agreed = |i: usize| state & (1 << i) != 0;
        let word = |i: usize| if agreed(i) { "yes" } else { "no" };
        let items = settings.items.iter().enumerate();
        let fields: Vec<(&str, &str)> = items.clone().map(|(i, item)| (item.terms.as_str(), word(i))).collect();
        let typed = StepInput { fields: input(&fields), products: Vec::new() };
        let (version, hash) = ("1".to_owned(), "h".to_owned());
        let consent = |i| Consent { version: version.clone(), hash: hash.clone(), agreed: agreed(i) };
        let answer = Answer::Consent(items.clone().map(|(i, item)| (item.terms.clone(), consent(i))).collect());
        let facts = facts(vec![of_type("individual"), ("terms", answer)]);
        match form::parse_consent(settings, &typed) {
            Ok(choices) => {
                assert!(agreed(0) && agreed(1), "{state:03b}");
                assert_eq!(choices[&settings.items[2].terms], agreed(2), "the optional one is as the person left it");
            }
            Err(problems) => {
                let refused = (0..2).filter(|i| !agreed(*i)).map(|i| settings.items[i].terms.clone());
                assert_eq!(problems.iter().map(|p| p.field.clone()).collect::<Vec<_>>(), refused.collect::<Vec<_>>());
                assert!(!problems.is_empty() && problems.iter().all(|p| p.error == Invalid::NotAgreed));
            }
        }
        assert_eq!(answered(step, &facts), agreed(0) && agreed(1), "{state:03b}");
        assert_eq!(admits(&journey, &facts, "identity"), agreed(0) && agreed(1), "{state:03b}");
    }
}

#[test]
fn what_kotra_asks_consent_to_says_what_for_how_long_and_that_one_can_refuse() {
    let text = |file: &str| std::fs::read_to_string(portals().join("kotra/terms").join(file)).expect("the document");
    for document in ["privacy-collection", "news"] {
        let korean = text(&format!("{document}.1.ko.md"));
        let english = text(&format!("{document}.1.en.md"));
        for word in ["항목", "보유 및 이용 기간", "동의하지 않을 권리가 있"] {
            assert!(korean.contains(word), "{document}: {word}");
        }
        for word in ["Items", "How long", "You have the right to refuse."] {
            assert!(english.contains(word), "{document}: {word}");
        }
    }
}

#[test]
fn kotra_verifies_by_phone_or_card_and_shows_that_i_pin_has_ended() {
    let journey = kotra();
    let step = journey.step("identity").expect("the step");
    let StepKind::Identity(settings) = &step.kind else { panic!("it is an identity step") };
    let ways: Vec<(&str, bool)> = settings.methods.iter().map(|w| (w.method.as_str(), w.off.is_none())).collect();
    assert_eq!(ways, [("phone", true), ("ipin", false), ("card", true)], "manual row K25");
    let words: Vec<&str> = settings.methods[1].text.iter().map(|text| text.get(Lang::Ko)).collect();
    assert_eq!(words, ["기존에 발급받은 아이핀이 없는 경우, 신규발급 (관련문의 : 공공 아이핀 콜센터 02-818-3050)"]);
    let (_, Answer::Identity(mut verified)) = person(None) else { panic!("an identity") };
    assert!(answered(step, &facts(vec![("identity", Answer::Identity(verified.clone()))])));
    verified.method = IdentityMethod::Ipin;
    assert!(!answered(step, &facts(vec![("identity", Answer::Identity(verified))])));
}

#[test]
fn an_individual_never_sees_the_company_steps_of_kotra() {
    let journey = kotra();
    let individual = ["type", "terms", "identity", "basic", "review", "complete"];
    assert_eq!(ids(&journey, &facts(vec![of_type("individual")])), individual);
    // Nor with what was said of a company before the mind was changed.
    for standing in [CompanyStanding::Registered, CompanyStanding::Listed, CompanyStanding::Unlisted] {
        let corporate = facts(vec![of_type("corporate"), person(None), of_company(standing)]);
        let revision = revise(&journey, &corporate, "type", of_type("individual").1);
        assert_eq!(revision.forgotten, ["company"]);
        assert_eq!(ids(&journey, &revision.facts), individual);
        assert!(revision.facts.answers.contains_key("identity"), "the person is still who they are");
        assert_eq!(ids(&journey, &facts(vec![of_type("individual"), of_company(standing)])), individual);
    }
}

#[test]
fn a_company_that_kotra_has_already_is_not_asked_for_its_information() {
    let journey = kotra();
    let route = |standing| ids(&journey, &facts(vec![of_type("corporate"), of_company(standing)]));
    assert_eq!(
        route(CompanyStanding::Registered),
        ["type", "terms", "identity", "basic", "company", "review", "complete"]
    );
    for standing in [CompanyStanding::Listed, CompanyStanding::Unlisted] {
        assert_eq!(
            route(standing),
            ["type", "terms", "identity", "basic", "company", "company-info", "review", "complete"]
        );
    }
}

#[test]
fn kotra_wants_the_registration_certificate_of_a_company_that_nobody_knows_only() {
    let journey = kotra();
    let optional = ["corporation_number", "name_en"];
    let (open, required) = open_fields(&journey, CompanyStanding::Listed, "file");
    assert_eq!(open, ["business_number", "corporation_number", "name_en", "industry"]);
    assert_eq!(required, ["business_number", "industry"]);
    let entered = ["business_number", "name", "representative", "industry", "address", "phone", "evidence_by"];
    for (by, with_file) in [("", false), ("file", true), ("fax", false), ("mail", false)] {
        let (open, required) = open_fields(&journey, CompanyStanding::Unlisted, by);
        let expected: Vec<&str> = entered.into_iter().chain(with_file.then_some("evidence")).collect();
        assert_eq!(required, expected, "{by}");
        assert!(open.iter().all(|name| expected.contains(&name.as_str()) || optional.contains(&name.as_str())));
    }
}

#[test]
fn kotra_keeps_what_others_know_whatever_is_typed() {
    let journey = kotra();
    let facts = facts(vec![of_type("corporate"), person(Some("010-1234-5678")), of_company(CompanyStanding::Listed)]);
    let world = |step| World { step, facts: &facts, today: Date::new(2026, 11, 21).expect("a day") };
    let typed = input(&[
        ("login_id", "hong1"),
        ("password", "typed"),
        ("name", "임꺽정"),
        ("mobile", "010-9999-9999"),
        ("email", "hong@example.com"),
    ]);
    let basic = form::parse(form_of(&journey, "basic").fields(), &typed, world("basic")).expect("it is enough");
    assert_eq!(basic["name"], Value::Text("홍길동".to_owned()));
    assert_eq!(basic["mobile"], Value::Text("010-1234-5678".to_owned()));
    let typed = input(&[("name", "다른무역"), ("industry", "46800"), ("evidence_by", "fax")]);
    let values = form::parse(form_of(&journey, "company-info").fields(), &typed, world("company-info"));
    let values = values.expect("it is enough");
    assert_eq!(values["name"], Value::Text("(주)한빛무역".to_owned()));
    assert!(!values.contains_key("evidence_by"), "a company of the directory hands nothing in (manual row K47)");
}

#[test]
fn a_card_proves_no_mobile_number_so_kotra_asks_for_it() {
    let journey = kotra();
    let facts = facts(vec![of_type("individual"), person(None)]);
    let world = World { step: "basic", facts: &facts, today: Date::new(2026, 11, 21).expect("a day") };
    let typed = input(&[("login_id", "hong1"), ("password", "typed"), ("email", "hong@example.com")]);
    let problems = form::parse(form_of(&journey, "basic").fields(), &typed, world).expect_err("one is missing");
    assert_eq!(problems.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), ["mobile"]);
}

#[test]
fn another_person_or_company_voids_what_kotra_filled_in_from_the_first() {
    let journey = kotra();
    let form = || Answer::Form([("name".to_owned(), Value::Text("홍길동".to_owned()))].into());
    let before = facts(vec![
        of_type("corporate"),
        person(None),
        ("basic", form()),
        of_company(CompanyStanding::Listed),
        ("company-info", form()),
    ]);
    assert_eq!(revise(&journey, &before, "identity", person(Some("010-1234-5678")).1).forgotten, ["basic"]);
    let registered = of_company(CompanyStanding::Registered).1;
    assert_eq!(revise(&journey, &before, "company", registered).forgotten, ["company-info"]);
    assert!(revise(&journey, &before, "identity", person(None).1).forgotten.is_empty());
}
