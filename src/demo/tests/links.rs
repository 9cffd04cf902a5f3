//! A member of the demo links to a company, leaves it, and links again.

use super::journeys::logs_in;
use super::walk::{CHOSEN, Walk};
use crate::demo::samples::{APPROVAL, NUMBER, PASSWORD};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, MemberView, Role, Themselves};
use gaip_contract::endpoints::{GetCompanyInfo, GetCompanyServices, GetMe, LeaveMyCompany, ShowApproval};
use gaip_domain::linked_by::LinkedBy;

fn leaves(walk: &mut Walk, password: &str) -> Result<MemberView, ProblemCode> {
    walk.ask::<LeaveMyCompany>(&[], &Themselves { password: Some(password.to_owned()) })
}

fn sees_approval(walk: &mut Walk, password: Option<&str>) -> Result<Option<String>, ProblemCode> {
    let body = Themselves { password: password.map(str::to_owned) };
    walk.ask::<ShowApproval>(&[], &body).map(|shown| shown.approval)
}

#[test]
fn a_member_links_by_the_password_leaves_and_links_by_the_certificate() {
    let mut walk = Walk { choices: &["approval"], number: NUMBER, ..Walk::new() };
    logs_in(&mut walk, "tradeinvest", "dasom1", PASSWORD).unwrap();
    let completion = walk.completes("tradeinvest", "link").unwrap().completion.unwrap();
    assert_eq!((completion.role, completion.reference.as_str()), (Role::General, ""));
    let me = walk.ask::<GetMe>(&[], &Empty {}).unwrap();
    assert_eq!((me.member.linked_by, me.business_number.as_deref()), (Some(LinkedBy::Approval), Some(NUMBER)));
    assert_eq!(walk.ask::<GetCompanyServices>(&[], &Empty {}).unwrap_err(), ProblemCode::NotAllowed);
    assert_eq!(walk.ask::<GetCompanyInfo>(&[], &Empty {}).unwrap_err(), ProblemCode::NotAllowed);
    assert_eq!(sees_approval(&mut walk, None).unwrap_err(), ProblemCode::Invalid);
    assert_eq!(sees_approval(&mut walk, Some("wrong")).unwrap_err(), ProblemCode::PasswordWrong);
    assert_eq!(sees_approval(&mut walk, Some(PASSWORD)).unwrap().as_deref(), Some(APPROVAL));
    assert_eq!(leaves(&mut walk, "wrong").unwrap_err(), ProblemCode::PasswordWrong);
    assert_eq!(leaves(&mut walk, PASSWORD).unwrap().member.company, "");
    assert_eq!(sees_approval(&mut walk, Some(PASSWORD)).unwrap_err(), ProblemCode::NotAllowed);
    assert_eq!(leaves(&mut walk, PASSWORD).unwrap_err(), ProblemCode::NotAllowed);
    walk.choices = &["certificate"];
    walk.completes("tradeinvest", "link").unwrap();
    assert_eq!(walk.ask::<GetMe>(&[], &Empty {}).unwrap().member.linked_by, Some(LinkedBy::Certificate));
    assert_eq!(walk.ask::<GetCompanyServices>(&[], &Empty {}).unwrap().mileage, 12_000);
    assert!(!walk.ask::<GetCompanyInfo>(&[], &Empty {}).unwrap().values.is_empty());
}

#[test]
fn a_company_that_is_not_registered_is_not_linked() {
    let mut walk = Walk::new();
    logs_in(&mut walk, "tradeinvest", "dasom1", PASSWORD).unwrap();
    assert_eq!(walk.completes("tradeinvest", "link").unwrap_err(), ProblemCode::CompanyNotRegistered);
}

#[test]
fn a_master_stays_while_there_are_others_and_an_employee_goes() {
    let mut walk = Walk::new();
    logs_in(&mut walk, "kotra", "hanbit1", PASSWORD).unwrap();
    assert_eq!(leaves(&mut walk, PASSWORD).unwrap_err(), ProblemCode::MasterStays);
    logs_in(&mut walk, "kotra", "hanbit2", PASSWORD).unwrap();
    assert_eq!(leaves(&mut walk, PASSWORD).unwrap().member.role, Role::Personal);
    walk.completes("kotra", "member").unwrap();
    logs_in(&mut walk, "kotra", "gildong77", CHOSEN).unwrap();
    assert_eq!(leaves(&mut walk, CHOSEN).unwrap().member.role, Role::Personal, "alone");
    logs_in(&mut walk, "daejeon", "hanbit1", PASSWORD).unwrap();
    assert_eq!(leaves(&mut walk, PASSWORD).unwrap_err(), ProblemCode::NotAllowed);
}
