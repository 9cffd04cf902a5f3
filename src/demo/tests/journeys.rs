//! Every portal can be joined, and what was forgotten comes back.

use super::walk::{CHOSEN, Walk};
use crate::demo::samples::{NUMBER, PASSWORD};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CompanyLogin, DecideConsents, Empty, Leave, Login, OpenDraft, Role};
use gaip_contract::endpoints::{
    GetCompanyInfo, GetCompanyServices, GetMe, GetSession, LeaveForGood, ListMyConsents, LogIn, LogInCompany, LogOut,
    PostDraft, PutMyConsents,
};

fn becomes(walk: &mut Walk, portal: &str, journey: &str, role: Role) {
    let view = walk.completes(portal, journey).unwrap_or_else(|code| panic!("{portal}/{journey}: {code:?}"));
    let completion = view.completion.expect("somebody joined");
    assert_eq!(completion.role, role, "{portal}/{journey}");
    assert!(!completion.reference.is_empty());
}

pub(super) fn logs_in(walk: &mut Walk, portal: &str, login_id: &str, password: &str) -> Result<(), ProblemCode> {
    let [portal, login_id, password] = [portal, login_id, password].map(str::to_owned);
    walk.ask::<LogIn>(&[], &Login { portal, login_id, password }).map(drop)
}

#[test]
fn kotra_is_joined_for_each_kind_of_company_and_without_one() {
    becomes(&mut Walk::new(), "kotra", "member", Role::Master);
    becomes(&mut Walk { number: "4081234560", ..Walk::new() }, "kotra", "member", Role::Applicant);
    becomes(&mut Walk { number: NUMBER, ..Walk::new() }, "kotra", "member", Role::Associate);
    becomes(&mut Walk { choices: &["individual"], ..Walk::new() }, "kotra", "member", Role::Personal);
}

#[test]
fn a_person_of_kotra_becomes_a_member_of_a_company_later() {
    let mut walk = Walk { choices: &["individual"], ..Walk::new() };
    becomes(&mut walk, "kotra", "member", Role::Personal);
    logs_in(&mut walk, "kotra", "gildong77", CHOSEN).unwrap();
    becomes(&mut walk, "kotra", "conversion", Role::Master);
    assert_eq!(walk.ask::<GetMe>(&[], &Empty {}).unwrap().member.role, Role::Master);
}

#[test]
fn tradeinvest_is_joined_with_a_company_and_without_and_a_company_is_registered() {
    becomes(&mut Walk { choices: &["later"], ..Walk::new() }, "tradeinvest", "general", Role::General);
    becomes(
        &mut Walk { choices: &["approval"], number: NUMBER, ..Walk::new() },
        "tradeinvest",
        "general",
        Role::General,
    );
    becomes(
        &mut Walk { choices: &["certificate"], number: NUMBER, ..Walk::new() },
        "tradeinvest",
        "general",
        Role::General,
    );
    becomes(&mut Walk::new(), "tradeinvest", "social", Role::Social);
    let mut walk = Walk::new();
    logs_in(&mut walk, "tradeinvest", "dasom1", PASSWORD).unwrap();
    becomes(&mut walk, "tradeinvest", "company", Role::General);
    let login = CompanyLogin {
        portal: "tradeinvest".to_owned(),
        business_number: walk.number.to_owned(),
        password: CHOSEN.to_owned(),
    };
    assert!(walk.ask::<LogInCompany>(&[], &login).unwrap().company.is_some());
    assert!(!walk.ask::<GetCompanyInfo>(&[], &Empty {}).unwrap().values.is_empty());
    assert_eq!(walk.ask::<GetCompanyServices>(&[], &Empty {}).unwrap().mileage, 12_000);
}

#[test]
fn daejeon_is_joined_by_certificate_and_by_documents() {
    becomes(&mut Walk::new(), "daejeon", "member", Role::Contact);
    let mut walk = Walk { choices: &["documents"], ..Walk::new() };
    becomes(&mut walk, "daejeon", "member", Role::Contact);
    logs_in(&mut walk, "daejeon", "gildong77", CHOSEN).unwrap();
    assert!(walk.ask::<GetMe>(&[], &Empty {}).unwrap().member.provisional);
}

#[test]
fn work24_is_joined_by_a_person_and_a_company_and_takes_a_further_certificate() {
    becomes(&mut Walk::new(), "work24", "individual", Role::Personal);
    let mut walk = Walk { choices: &["agency"], ..Walk::new() };
    becomes(&mut walk, "work24", "company", Role::Contact);
    walk.completes("work24", "certificate").expect("the company is a member");
}

#[test]
fn a_company_or_person_that_is_a_member_is_told_so() {
    let mut walk = Walk { number: NUMBER, ..Walk::new() };
    assert_eq!(walk.completes("daejeon", "member").unwrap_err(), ProblemCode::CompanyIsMember);
    let mut walk = Walk { name: "이두리", birth: "1985-05-05", ..Walk::new() };
    assert_eq!(walk.completes("work24", "individual").unwrap_err(), ProblemCode::PersonIsMember);
    let mut walk = Walk { number: "1111111119", ..Walk::new() };
    assert_eq!(walk.completes("daejeon", "member").unwrap_err(), ProblemCode::BusinessSuspended);
}

#[test]
fn what_was_forgotten_comes_back_to_its_owner_alone() {
    for (portal, journey) in [("kotra", "member"), ("tradeinvest", "general"), ("work24", "individual")] {
        let mut walk = Walk { choices: &["individual", "later"], ..Walk::new() };
        walk.completes(portal, journey).unwrap();
        let found = walk.completes(portal, "find-id").unwrap().recovered.unwrap();
        assert_eq!(found.account.expect("an account").login_id, "gildong77", "{portal}");
        walk.completes(portal, "reset-password").unwrap();
        walk.birth = "1991-01-01";
        assert_eq!(walk.completes(portal, "reset-password").unwrap_err(), ProblemCode::AccountMismatch);
        assert!(walk.completes(portal, "find-id").unwrap().recovered.unwrap().account.is_none());
        logs_in(&mut walk, portal, "gildong77", CHOSEN).unwrap();
    }
    let mut walk = Walk::new();
    walk.completes("daejeon", "member").unwrap();
    let found = walk.completes("daejeon", "find-id").unwrap().recovered.unwrap();
    assert_eq!(found.account.expect("an account").login_id, "gildong77");
    walk.email = "nobody@example.com";
    assert_eq!(walk.completes("daejeon", "find-id").unwrap_err(), ProblemCode::EmailCodeWrong);
}

#[test]
fn a_wrong_password_is_refused_and_logging_out_ends_it() {
    let mut walk = Walk::new();
    assert_eq!(logs_in(&mut walk, "kotra", "hanbit1", "wrong"), Err(ProblemCode::LoginFailed));
    logs_in(&mut walk, "kotra", "hanbit1", PASSWORD).unwrap();
    assert_eq!(walk.ask::<GetSession>(&[], &Empty {}).unwrap().member.unwrap().role, Role::Master);
    walk.ask::<LogOut>(&[], &Empty {}).unwrap();
    assert_eq!(walk.ask::<GetMe>(&[], &Empty {}).unwrap_err(), ProblemCode::LoginRequired);
    logs_in(&mut walk, "kotra", "hanbit1", PASSWORD).unwrap();
    walk.demo.now += 31 * 60_000;
    assert_eq!(walk.ask::<GetMe>(&[], &Empty {}).unwrap_err(), ProblemCode::LoginRequired);
}

#[test]
fn a_member_withdraws_an_optional_consent_and_leaves_for_good() {
    let mut walk = Walk::new();
    logs_in(&mut walk, "kotra", "hanbit2", PASSWORD).unwrap();
    let consents = walk.ask::<ListMyConsents>(&[], &Empty {}).unwrap();
    assert!(!consents.is_empty() && consents.iter().all(|consent| !consent.due));
    let required = consents.iter().find(|consent| consent.required).expect("one is required").terms.clone();
    let withdraw = DecideConsents { choices: [(required, false)].into(), seen: [].into() };
    assert_eq!(walk.ask::<PutMyConsents>(&[], &withdraw).unwrap_err(), ProblemCode::ConsentStays);
    let leave = |password: &str| Leave { password: Some(password.to_owned()) };
    assert_eq!(walk.ask::<LeaveForGood>(&[], &leave("wrong")).unwrap_err(), ProblemCode::PasswordWrong);
    assert!(!walk.ask::<LeaveForGood>(&[], &leave(PASSWORD)).unwrap().with_company, "the company has others");
    assert_eq!(logs_in(&mut walk, "kotra", "hanbit2", PASSWORD), Err(ProblemCode::LoginFailed));
    logs_in(&mut walk, "kotra", "hanbit1", PASSWORD).unwrap();
    assert_eq!(walk.ask::<LeaveForGood>(&[], &leave(PASSWORD)).unwrap_err(), ProblemCode::MasterStays);
}

#[test]
fn journeys_for_members_are_not_for_strangers() {
    let open = OpenDraft { take_over: false };
    let mut walk = Walk::new();
    assert_eq!(walk.ask::<PostDraft>(&["kotra", "conversion"], &open).unwrap_err(), ProblemCode::LoginRequired);
    logs_in(&mut walk, "kotra", "hanbit1", PASSWORD).unwrap();
    assert_eq!(walk.ask::<PostDraft>(&["kotra", "conversion"], &open).unwrap_err(), ProblemCode::NotForMember);
}
