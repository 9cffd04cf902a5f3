//! The portal 무역투자24, as its manual tells it (rows T1 to T68).

use gaip_domain::facts::{
    Answer, CompanyStanding, Facts, FieldInput, Fields, Given, SocialAccount, StepInput, Value, VerifiedIdentity,
};
use gaip_domain::form::{self, World};
use gaip_domain::journey::{admits, answered, frontier, ready, revise, route};
use gaip_domain::portal::{
    AccountPart, Field, FormStep, IdentityMethod, Input, Journey, Membership, Portal, Presence, Purpose,
    SocialProvider, StepKind, check, parse,
};
use gaip_domain::value::{BusinessNumber, Date, Invalid, PasswordFlaw};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/portals/tradeinvest")
}

fn portal() -> Portal {
    let text = std::fs::read_to_string(folder().join("portal.json")).expect("the portal stands in the repository");
    parse(&text).expect("it reads")
}

fn journey(id: &str) -> Journey {
    portal().journey(id).expect("the journey").clone()
}

fn form_of<'a>(journey: &'a Journey, step: &str) -> &'a FormStep {
    match &journey.step(step).expect("the step").kind {
        StepKind::Form(settings) => settings,
        _ => panic!("{step} is a form"),
    }
}

fn facts(step: &str, answer: Answer) -> Facts {
    Facts { answers: [(step.to_owned(), answer)].into(), submitted: false }
}

fn given(value: &str, verified: bool) -> Given {
    Given { value: value.to_owned(), verified }
}

fn account(provider: SocialProvider, email: Option<Given>) -> Answer {
    Answer::Social(SocialAccount { provider, name: Some(given("홍길동", true)), mobile: None, email })
}

fn input(fields: &[(&str, &str)]) -> Fields {
    fields.iter().map(|(name, text)| ((*name).to_owned(), FieldInput::Text((*text).to_owned()))).collect()
}

fn parse_form(
    journey: &Journey,
    step: &str,
    facts: &Facts,
    fields: &Fields,
) -> Result<Vec<String>, Vec<(String, Invalid)>> {
    let today = Date::parse("2026-11-21").expect("a day");
    let parsed = form::parse(form_of(journey, step).fields(), fields, World { step, facts, today });
    parsed
        .map(|values| values.into_keys().collect())
        .map_err(|problems| problems.into_iter().map(|problem| (problem.field, problem.error)).collect())
}

fn names<'a>(fields: impl Iterator<Item = &'a Field>) -> Vec<&'a str> {
    fields.map(|field| field.name.as_str()).collect()
}

#[test]
fn the_portal_is_complete_in_both_languages() {
    let mistakes = check(&portal(), "tradeinvest", &|file| folder().join(file).is_file());
    assert!(mistakes.is_empty(), "{mistakes:?}");
}

#[test]
fn one_joins_as_a_general_member_or_by_account() {
    // T6, T8, T45, T50.
    assert_eq!(journey("general").membership, Membership::General);
    assert_eq!(journey("social").membership, Membership::Social);
}

#[test]
fn an_account_is_at_one_of_four_providers_and_comes_before_the_consent() {
    // T8, T46, T48.
    let social = journey("social");
    let StepKind::Social(settings) = &social.steps[0].kind else { panic!("the account comes first") };
    assert_eq!(settings.providers, SocialProvider::ALL);
    assert!(matches!(social.steps[1].kind, StepKind::Consent(_)));
    let facts = facts("channel", account(SocialProvider::Naver, None));
    assert!(answered(&social.steps[0], &facts));
    assert_eq!(facts.known("channel.provider"), ["naver"]);
}

#[test]
fn a_member_by_account_gives_three_items_and_no_more() {
    // T9.
    assert_eq!(names(form_of(&journey("social"), "info").fields()), ["name", "mobile", "email"]);
    assert!(!journey("social").asks_login_id());
}

#[test]
fn what_the_provider_vouches_for_is_locked_what_it_only_gave_is_where_one_begins_and_the_rest_is_asked() {
    let social = journey("social");
    let facts = facts("channel", account(SocialProvider::Kakao, Some(given("hong@example.com", false))));
    let field =
        |name: &str| form_of(&social, "info").fields().find(|field| field.name == name).expect("the field").clone();
    assert_eq!(form::known_already(&field("name"), &facts), Some(Value::Text("홍길동".to_owned())));
    assert_eq!(form::known_already(&field("email"), &facts), None);
    assert_eq!(form::begins_with(&field("email"), &facts), Some("hong@example.com"));
    assert_eq!(form::begins_with(&field("mobile"), &facts), None);
    let nothing = parse_form(&social, "info", &facts, &Fields::new());
    assert_eq!(nothing, Err(vec![("mobile".to_owned(), Invalid::Missing), ("email".to_owned(), Invalid::Missing)]));
    let typed = input(&[("mobile", "010-1234-5678"), ("email", "other@example.com")]);
    assert!(parse_form(&social, "info", &facts, &typed).is_ok());
}

#[test]
fn another_account_asks_the_details_again() {
    let social = journey("social");
    let mut facts = facts("channel", account(SocialProvider::Kakao, None));
    facts.answers.insert("info".to_owned(), Answer::Form([].into()));
    let revision = revise(&social, &facts, "channel", account(SocialProvider::Google, None));
    assert_eq!(revision.forgotten, ["info"]);
}

#[test]
fn a_general_member_agrees_to_two_documents_is_verified_and_goes_on_in_four_phases() {
    // T51, T52, X37.
    let general = journey("general");
    assert_eq!(general.phases.len(), 4);
    let StepKind::Consent(consent) = &general.steps[0].kind else { panic!("the consent comes first") };
    assert_eq!(consent.items.iter().filter(|item| item.required).count(), 2);
    let StepKind::Identity(identity) = &general.steps[1].kind else { panic!("then the identity") };
    let methods: Vec<IdentityMethod> = identity.methods.iter().map(|way| way.method).collect();
    assert_eq!(methods, [IdentityMethod::Simple, IdentityMethod::Phone, IdentityMethod::Card]);
    assert!(general.asks_login_id());
}

#[test]
fn name_and_mobile_number_are_those_that_were_verified() {
    // T57.
    let general = journey("general");
    let identity = VerifiedIdentity {
        method: IdentityMethod::Phone,
        name: "홍길동".to_owned(),
        mobile: Some("010-1234-5678".to_owned()),
        birth_date: "1990-03-01".to_owned(),
    };
    let facts = facts("identity", Answer::Identity(identity));
    let locked = form_of(&general, "basic").fields().filter(|field| form::known_already(field, &facts).is_some());
    assert_eq!(names(locked), ["name", "mobile"]);
}

#[test]
fn interests_are_a_page_of_their_own_that_may_stay_empty() {
    // T58 to T62.
    let general = journey("general");
    let fields: Vec<&Field> = form_of(&general, "interests").fields().collect();
    assert!(fields.iter().all(|field| field.presence == Presence::Optional));
    assert!(fields.iter().any(|field| matches!(field.input, Input::Tags { .. })));
    assert!(fields.iter().any(|field| matches!(field.input, Input::Industries { .. })));
    assert!(fields.iter().any(|field| matches!(field.input, Input::HsCodes { .. })));
    let lead = general.step("interests").and_then(|step| step.lead.clone()).expect("the hint");
    assert_eq!(lead.ko, "관심 키워드, 관심 산업 상세 입력 시, 맞춤형 서비스 및 정보를 제공받으실 수 있습니다.");
    assert_eq!(parse_form(&general, "interests", &Facts::default(), &Fields::new()), Ok(vec![]));
    assert!(route(&general, &Facts::default()).iter().any(|step| step.id == "interests"));
}

#[test]
fn tags_are_tidied_told_apart_and_limited() {
    let general = journey("general");
    let tags = |tags: &[&str]| -> Fields {
        let list = tags.iter().map(|tag| (*tag).to_owned()).collect();
        [("keywords".to_owned(), FieldInput::List(list))].into()
    };
    let today = Date::parse("2026-11-21").expect("a day");
    let parse = |fields: &Fields| {
        let facts = Facts::default();
        form::parse(form_of(&general, "interests").fields(), fields, World { step: "interests", facts: &facts, today })
    };
    let values = parse(&tags(&["#반도체", " 반도체 ", "친환경  포장재"])).expect("good tags");
    assert_eq!(values["keywords"], Value::List(vec!["반도체".to_owned(), "친환경 포장재".to_owned()]));
    let many: Vec<String> = (0..11).map(|i| format!("낱말{i}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(parse(&tags(&many)).expect_err("too many")[0].error, Invalid::TooMany(10));
    let long = "가".repeat(21);
    assert_eq!(parse(&tags(&[&long])).expect_err("too long")[0].error, Invalid::TooLong(20));
}

#[test]
fn a_provider_is_one_that_the_step_has() {
    let social = journey("social");
    let StepKind::Social(settings) = &social.steps[0].kind else { panic!("a social step") };
    let typed = |word: &str| StepInput { fields: input(&[("provider", word)]), ..StepInput::default() };
    assert_eq!(form::parse_social(settings, &typed("kakao")), Ok(SocialProvider::Kakao));
    let refused = form::parse_social(settings, &typed("line")).expect_err("no such provider");
    assert_eq!(refused[0].error, Invalid::UnknownChoice);
}

#[test]
fn a_company_is_optional_and_linked_in_one_of_two_ways() {
    // T63 to T67.
    let general = journey("general");
    let ways = |choice: &str| -> Vec<String> {
        let facts = facts("link", Answer::Choose { choice: choice.to_owned() });
        let of_company = ["company", "approval", "certificate"];
        route(&general, &facts)
            .iter()
            .map(|step| step.id.clone())
            .filter(|id| of_company.contains(&id.as_str()))
            .collect()
    };
    assert!(ways("later").is_empty());
    assert_eq!(ways("approval"), ["company", "approval"]);
    assert_eq!(ways("certificate"), ["company", "certificate"]);
}

#[test]
fn a_company_is_registered_by_its_certificate_with_two_passwords_and_a_scan_where_nobody_knows_it() {
    // T22, T82 to T92, T96, T99.
    let company = journey("company");
    assert_eq!((company.purpose, company.membership), (Purpose::Company, Membership::General));
    assert_eq!(company.phases.len(), 4);
    let StepKind::Certificate(certificate) = &company.step("certificate").expect("the step").kind else {
        panic!("a certificate")
    };
    assert!(certificate.joint.is_some() && certificate.documents.is_none(), "there is no way round it");
    let secrets: Vec<&str> = names(form_of(&company, "info").fields().filter(|field| field.input.is_secret()));
    assert_eq!(secrets, ["password", "approval"]);
    let scan = |standing: CompanyStanding| {
        let business_number = BusinessNumber::parse("124-81-00998").expect("a number");
        let facts = facts("company", Answer::Company { business_number, standing, profile: None });
        let field = form_of(&company, "info").fields().find(|field| field.name == "evidence").expect("the scan");
        form::asked(field, "info", &facts, &[].into()) && form::required(field, "info", &facts, &[].into())
    };
    assert!(scan(CompanyStanding::Unlisted));
    assert!(!scan(CompanyStanding::Listed));
}

#[test]
fn an_approval_password_is_exactly_six_digits() {
    // T44, T87.
    for good in ["471926", " 471926 "] {
        assert_eq!(form::parse_pin(good), Ok("471926".to_owned()), "{good:?}");
    }
    assert_eq!(form::parse_pin(""), Err(Invalid::Missing));
    for bad in ["47192", "4719260", "47192a", "4719 26"] {
        assert!(form::parse_pin(bad).is_err(), "{bad:?}");
    }
    let number = BusinessNumber::parse("124-81-00998").expect("a number");
    for (pin, flaw) in [
        ("000000", Err(PasswordFlaw::Sequence)),
        ("123456", Err(PasswordFlaw::Sequence)),
        ("987654", Err(PasswordFlaw::Sequence)),
        ("481009", Err(PasswordFlaw::Personal)),
        ("471926", Ok(())),
    ] {
        assert_eq!(form::check_pin(pin, Some(&number)), flaw, "{pin}");
    }
}

#[test]
fn a_login_id_is_found_by_phone_simple_authentication_or_e_mail_and_the_last_answer_sends_it() {
    let journey = journey("find-id");
    let chosen = |choice: &str| facts("method", Answer::Choose { choice: choice.to_owned() });
    let ways = ["phone", "simple", "email"].map(|way| {
        let facts = chosen(way);
        route(&journey, &facts).iter().map(|step| step.id.clone()).collect::<Vec<_>>()
    });
    assert_eq!(ways, ["phone", "simple", "email"].map(|way| ["method", way, "complete"].map(str::to_owned).to_vec()));
    let mut facts = chosen("email");
    assert_eq!(frontier(&journey, &facts).map(|step| step.id.as_str()), Some("email"));
    facts.answers.insert("email".to_owned(), Answer::EmailCode { email: "hong@example.com".to_owned() });
    assert!(ready(&journey, &facts) && !admits(&journey, &facts, "complete"), "it is not sent yet");
    assert_eq!(frontier(&journey, &facts).map(|step| step.id.as_str()), Some("email"));
    let done = Facts { submitted: true, ..Facts::default() };
    assert_eq!(frontier(&journey, &done).map(|step| step.id.as_str()), Some("complete"));
    assert!(admits(&journey, &done, "complete") && !admits(&journey, &done, "email"));
}

#[test]
fn a_new_password_is_chosen_after_login_id_name_and_one_of_three_proofs() {
    let journey = journey("reset-password");
    let parts: Vec<_> = form_of(&journey, "account").fields().map(|field| field.account).collect();
    assert_eq!(parts, [Some(AccountPart::LoginId), Some(AccountPart::Name)]);
    let StepKind::Identity(settings) = &journey.step("identity").expect("the step").kind else { panic!("an identity") };
    let methods: Vec<_> = settings.methods.iter().map(|way| way.method).collect();
    assert_eq!(methods, [IdentityMethod::Phone, IdentityMethod::Card, IdentityMethod::Simple]);
    // Another login id voids the proof and the password.
    let mut known =
        facts("account", Answer::Form([("login_id".to_owned(), Value::Text("gildong1".to_owned()))].into()));
    known.answers.insert("identity".to_owned(), Answer::Approval);
    known.answers.insert("password".to_owned(), Answer::Form([("password".to_owned(), Value::Secret)].into()));
    let other = Answer::Form([("login_id".to_owned(), Value::Text("another1".to_owned()))].into());
    assert_eq!(revise(&journey, &known, "account", other).forgotten, ["identity", "password"]);
}
