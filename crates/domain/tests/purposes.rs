//! Journeys that make no member: their words in the manuals, and what the portal's check holds of them.

use gaip_domain::facts::{Answer, CompanyStanding, Facts};
use gaip_domain::journey::route;
use gaip_domain::portal::{Journey, Membership, Portal, Purpose, StepKind, check, parse};
use gaip_domain::value::BusinessNumber;
use std::path::Path;

fn portal(id: &str) -> Portal {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/portals");
    let json =
        std::fs::read_to_string(folder.join(id).join("portal.json")).expect("the portal stands in the repository");
    parse(&json).expect("it reads")
}

/// The mistakes of a portal whose journey of a purpose is changed.
fn mistakes(id: &str, purpose: Purpose, change: impl FnOnce(&mut Journey)) -> Vec<String> {
    let mut portal = portal(id);
    change(portal.journeys.iter_mut().find(|journey| journey.purpose == purpose).expect("the journey"));
    check(&portal, id, &|_| true).iter().map(ToString::to_string).collect()
}

fn step(journey: &mut Journey, wanted: fn(&StepKind) -> bool) -> &mut StepKind {
    &mut journey.steps.iter_mut().find(|step| wanted(&step.kind)).expect("the step").kind
}

fn has(found: &[String], what: &str) {
    assert!(found.iter().any(|mistake| mistake.contains(what)), "{what}: {found:?}");
}

fn found(standing: CompanyStanding) -> Facts {
    let business_number = BusinessNumber::parse("1248100998").expect("a number");
    let company = Answer::Company { business_number, standing, profile: None };
    Facts { answers: [("conversion-company".to_owned(), company)].into(), submitted: false }
}

#[test]
fn none_of_them_is_among_the_ways_to_join() {
    for (id, purpose) in [
        ("kotra", Purpose::Conversion),
        ("tradeinvest", Purpose::Company),
        ("tradeinvest", Purpose::Link),
        ("work24", Purpose::Certificate),
    ] {
        let portal = portal(id);
        let journey = portal.of_purpose(purpose).expect("the journey");
        assert!(portal.ways_to_join().all(|way| way.id != journey.id), "{id}");
        let members = portal.for_members().any(|way| way.id == journey.id);
        assert_eq!(members, purpose.needs_login(), "{id}");
    }
    assert_eq!(portal("daejeon").for_members().count(), 0);
}

#[test]
fn who_converts_is_told_what_the_manual_says() {
    // K43 to K45, K47, K48.
    let portal = portal("kotra");
    let journey = portal.of_purpose(Purpose::Conversion).expect("the journey");
    assert_eq!(journey.title.ko, "기업회원전환신청");
    let button = |standing| journey.submit_words(&found(standing)).expect("words").ko.clone();
    assert_eq!(button(CompanyStanding::Registered), "기업전환신청");
    assert_eq!(button(CompanyStanding::Listed), "기업전환신청");
    assert_eq!(button(CompanyStanding::Unlisted), "등록요청");
    let said = serde_json::to_string(journey).expect("JSON");
    for words in [
        "모든 서비스 이용이 가능하나 마일리지 사용/기업정보 수정은 MASTER의 승인 필요",
        "※ 단, KISLINE에 등록된 기업 (자동으로 기업정보가 뜨는 기업)의 경우, 자동승인되므로 사업자등록증 첨부(송부) 불필요!",
        "KOTRA 안내센터에서 사업자등록증 확인 후 승인하면 기업회원 MASTER로 전환",
        "메일(service@kotra.or.kr)로 송부",
        "팩스(02-3460-7932)로 송부",
    ] {
        assert!(said.contains(words), "{words}");
    }
    let steps = |standing| route(journey, &found(standing)).iter().map(|step| step.id.clone()).collect::<Vec<_>>();
    assert_eq!(steps(CompanyStanding::Registered), ["conversion-company", "review", "complete"]);
    assert_eq!(steps(CompanyStanding::Unlisted), ["conversion-company", "conversion-info", "review", "complete"]);
}

#[test]
fn a_portal_without_words_of_its_own_leaves_the_button_to_the_application() {
    assert_eq!(portal("daejeon").journeys[0].submit_words(&Facts::default()), None);
}

#[test]
fn a_conversion_keeps_its_answers_apart_from_the_sign_up() {
    let found = mistakes("kotra", Purpose::Conversion, |journey| journey.steps[0].id = "company".to_owned());
    has(&found, "journeys[1].steps[0].id: a sign-up has the step `company` too");
    let found = mistakes("kotra", Purpose::Conversion, |journey| journey.membership = Membership::General);
    has(&found, "journeys[1].membership: it converts nobody");
    let found = mistakes("kotra", Purpose::Conversion, |journey| journey.sync = true);
    has(&found, "journeys[1].sync: it makes no member");
    let found = mistakes("kotra", Purpose::Conversion, |journey| drop(journey.steps.remove(0)));
    has(&found, "journeys[1].steps: no step asks the company");
    let found = mistakes("kotra", Purpose::Conversion, |journey| journey.submit[0].text.en.clear());
    has(&found, "journeys[1].submit[0].text.en: the translation is empty");
}

#[test]
fn a_stranger_learns_nothing_where_a_certificate_is_registered() {
    use gaip_domain::portal::RegisteredCompany;
    let company = |kind: &StepKind| matches!(kind, StepKind::Company(_));
    let certificate = |kind: &StepKind| matches!(kind, StepKind::Certificate(_));
    for registered in [RegisteredCompany::Only, RegisteredCompany::Join] {
        let found = mistakes("work24", Purpose::Certificate, |journey| {
            let StepKind::Company(settings) = step(journey, company) else { return };
            settings.registered = registered;
        });
        has(&found, "no `company` step compares with the tax office");
    }
    let found = mistakes("work24", Purpose::Certificate, |journey| {
        let StepKind::Company(settings) = step(journey, company) else { return };
        settings.verify = false;
    });
    has(&found, "no `company` step compares with the tax office");
    let found = mistakes("work24", Purpose::Certificate, |journey| {
        journey.steps.retain(|step| !certificate(&step.kind));
    });
    has(&found, "no step takes the certificate");
    let found = mistakes("kotra", Purpose::Conversion, |journey| journey.purpose = Purpose::Certificate);
    has(&found, "no company has an account here");
}

#[test]
fn a_link_asks_the_company_and_what_shows_that_one_is_of_it_and_nothing_else() {
    use gaip_domain::portal::RegisteredCompany;
    let company = |kind: &StepKind| matches!(kind, StepKind::Company(_));
    let found = mistakes("tradeinvest", Purpose::Link, |journey| journey.membership = Membership::Social);
    has(&found, "membership: it links nobody");
    let found = mistakes("tradeinvest", Purpose::Link, |journey| {
        let StepKind::Company(settings) = step(journey, company) else { return };
        settings.registered = RegisteredCompany::Join;
    });
    has(&found, "no `company` step finds a registered company");
    let found = mistakes("tradeinvest", Purpose::Link, |journey| {
        journey.steps.retain(|step| !matches!(step.kind, StepKind::Approval(_) | StepKind::Certificate(_)));
    });
    has(&found, "nothing shows that the member is of the company");
    let general = portal("tradeinvest").journey("general").and_then(|journey| journey.step("basic")).cloned();
    let found = mistakes("tradeinvest", Purpose::Link, |journey| journey.steps.extend(general));
    has(&found, "the answer of `basic` is kept nowhere");
}
