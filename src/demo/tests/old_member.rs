//! Somebody who had an account in the system of before.

use super::journeys::logs_in;
use super::walk::{CHOSEN, Walk};
use crate::demo::NOBODY;
use crate::demo::samples::NUMBER;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, Role};
use gaip_contract::endpoints::GetMe;

/// Takes an account over and logs in; the login id, and whether there is a company.
fn moves(walk: &mut Walk) -> (String, bool) {
    let done = walk.completes("tradeinvest", "old-member").unwrap().completion.expect("somebody became a member");
    assert_eq!(done.role, Role::General);
    logs_in(walk, "tradeinvest", &done.login_id, CHOSEN).unwrap();
    let company = walk.ask::<GetMe>(&[], &Empty {}).unwrap().member.company;
    (done.login_id, !company.is_empty())
}

#[test]
fn an_old_member_keeps_the_login_id_and_logs_in_by_a_new_password() {
    let mut walk = Walk { choices: &["corporate", "mykotra"], ..Walk::new() };
    assert_eq!(moves(&mut walk), ("hanbit79".to_owned(), false));
    let again = Walk { demo: walk.demo, ..Walk::new() }.completes("tradeinvest", "general");
    assert_eq!(again.unwrap_err(), ProblemCode::PersonIsMember);
}

#[test]
fn a_login_id_of_another_form_is_replaced() {
    let mut walk = Walk { choices: &["personal", "mykotra"], ..Walk::new() };
    assert_eq!(moves(&mut walk), ("gildong77".to_owned(), false));
}

#[test]
fn an_old_member_is_linked_by_the_approval_password_and_not_by_a_number_alone() {
    let mut walk = Walk { choices: &["company", "approval"], number: NUMBER, ..Walk::new() };
    assert!(moves(&mut walk).1);
    let mut walk = Walk { choices: &["company"], ..Walk::new() };
    assert!(!moves(&mut walk).1);
}

#[test]
fn who_had_no_account_is_told_so() {
    let mut walk = Walk { name: NOBODY, ..Walk::new() };
    assert_eq!(walk.completes("tradeinvest", "old-member").unwrap_err(), ProblemCode::NotFound);
}
