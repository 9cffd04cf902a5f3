//! A member changes what was entered, and the password.

use super::journeys::logs_in;
use super::walk::{CHOSEN, Walk};
use crate::demo::proofs::RIGHT_CODE;
use crate::demo::samples::PASSWORD;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{ActivityBy, AskAddressCode, AuditEvent, ChangeInfo, ChangePassword, Empty, MyInfo};
use gaip_contract::endpoints::{GetMyInfo, ListMyActivity, ListMyLogins, PostMyEmailCode, PutMyInfo, PutMyPassword};
use gaip_domain::facts::{Answer, FieldInput, StepInput, Value};
use gaip_domain::{form, own};

const NEW: &str = "new@example.com";

/// The change of the e-mail address; whatever else is in the forms stays.
fn to_new_address(info: &MyInfo) -> ChangeInfo {
    changed("tradeinvest", info, "email", NEW)
}

/// The change of a field; whatever else is in the forms stays.
fn changed(portal: &str, info: &MyInfo, name: &str, text: &str) -> ChangeInfo {
    let portal = crate::demo::portals::find(portal).unwrap();
    let forms = own::forms(portal, &info.journeys, &info.facts).into_iter().map(|form| {
        let Some(Answer::Form(values)) = info.facts.answers.get(&form.step.id) else { panic!("a form") };
        let known = form.open().filter_map(|field| Some((field.name.clone(), values.get(&field.name)?)));
        let fields = known.filter_map(|(name, value)| Some((name, form::as_input(value)?))).collect();
        let mut input = StepInput { fields, ..StepInput::default() };
        if input.fields.contains_key(name) {
            input.fields.insert(name.to_owned(), FieldInput::Text(text.to_owned()));
        }
        (form.step.id.clone(), input)
    });
    ChangeInfo { version: info.version, forms: forms.collect(), password: None, code: None, seen: [].into() }
}

fn address(info: &MyInfo) -> Option<&Value> {
    info.facts.answers.values().find_map(|answer| match answer {
        Answer::Form(values) => values.get("email"),
        _ => None,
    })
}

#[test]
fn another_address_wants_the_password_and_the_code_that_was_sent_to_it() {
    let mut walk = Walk::new();
    logs_in(&mut walk, "tradeinvest", "dasom1", PASSWORD).unwrap();
    let info = walk.ask::<GetMyInfo>(&[], &Empty {}).unwrap();
    let mut change = to_new_address(&info);
    let refused = |walk: &mut Walk, change: &ChangeInfo, code| {
        assert_eq!(walk.ask::<PutMyInfo>(&[], change).unwrap_err(), code);
    };
    refused(&mut walk, &change, ProblemCode::Invalid);
    change.password = Some("wrong".to_owned());
    refused(&mut walk, &change, ProblemCode::PasswordWrong);
    (change.password, change.code) = (Some(PASSWORD.to_owned()), Some(RIGHT_CODE.to_owned()));
    refused(&mut walk, &change, ProblemCode::EmailCodeGone);
    let asked = AskAddressCode { email: NEW.to_owned() };
    walk.ask::<PostMyEmailCode>(&[], &asked).unwrap();
    assert_eq!(walk.ask::<PostMyEmailCode>(&[], &asked).unwrap_err(), ProblemCode::ResendTooSoon);
    change.code = Some("000000".to_owned());
    refused(&mut walk, &change, ProblemCode::EmailCodeWrong);
    change.code = Some(RIGHT_CODE.to_owned());
    let done = walk.ask::<PutMyInfo>(&[], &change).unwrap();
    assert_eq!((done.version, address(&done)), (info.version + 1, Some(&Value::Text(NEW.to_owned()))));
    assert_eq!(walk.ask::<GetMyInfo>(&[], &Empty {}).unwrap(), done);
}

#[test]
fn a_company_with_one_account_is_changed_by_its_member_with_the_password() {
    let mut walk = Walk::new();
    walk.completes("daejeon", "member").unwrap();
    logs_in(&mut walk, "daejeon", "gildong77", CHOSEN).unwrap();
    let info = walk.ask::<GetMyInfo>(&[], &Empty {}).unwrap();
    let mut change = changed("daejeon", &info, "employees", "77");
    assert_eq!(walk.ask::<PutMyInfo>(&[], &change).unwrap_err(), ProblemCode::Invalid);
    change.password = Some(CHOSEN.to_owned());
    let done = walk.ask::<PutMyInfo>(&[], &change).unwrap();
    let (before, after) = (own::values(&info.facts, "company-info"), own::values(&done.facts, "company-info"));
    assert_eq!(after.get("employees"), Some(&Value::Number(77)));
    assert_eq!(after.get("business_number"), before.get("business_number"));
}

#[test]
fn members_read_what_happened_to_their_account_newest_first() {
    let mut walk = Walk::new();
    assert_eq!(logs_in(&mut walk, "kotra", "hanbit2", "a wrong one"), Err(ProblemCode::LoginFailed));
    logs_in(&mut walk, "kotra", "hanbit2", PASSWORD).unwrap();
    let change = ChangePassword { current: PASSWORD.to_owned(), new: CHOSEN.to_owned() };
    walk.ask::<PutMyPassword>(&[], &change).unwrap();
    let page = walk.ask::<ListMyActivity>(&[], &Empty {}).unwrap();
    let read: Vec<_> = page.rows.iter().map(|line| (line.event, line.by)).collect();
    let expected = [
        (AuditEvent::PasswordChanged, ActivityBy::Member),
        (AuditEvent::LoggedIn, ActivityBy::Member),
        (AuditEvent::LoginFailed, ActivityBy::Unknown),
        (AuditEvent::Submitted, ActivityBy::Member),
    ];
    assert_eq!((page.total, read), (4, expected.to_vec()));
}

#[test]
fn a_new_password_ends_the_other_logins_and_the_old_one_opens_nothing() {
    let mut walk = Walk::new();
    logs_in(&mut walk, "kotra", "hanbit2", PASSWORD).unwrap();
    assert!(walk.ask::<ListMyLogins>(&[], &Empty {}).unwrap().len() > 1);
    let to = |current: &str, new: &str| ChangePassword { current: current.to_owned(), new: new.to_owned() };
    let wrong = walk.ask::<PutMyPassword>(&[], &to("wrong", CHOSEN));
    assert_eq!(wrong.unwrap_err(), ProblemCode::PasswordWrong);
    let weak = walk.ask::<PutMyPassword>(&[], &to(PASSWORD, "short"));
    assert_eq!(weak.unwrap_err(), ProblemCode::Invalid);
    walk.ask::<PutMyPassword>(&[], &to(PASSWORD, CHOSEN)).unwrap();
    assert_eq!(walk.ask::<ListMyLogins>(&[], &Empty {}).unwrap().len(), 1);
    assert_eq!(logs_in(&mut walk, "kotra", "hanbit2", PASSWORD), Err(ProblemCode::LoginFailed));
    logs_in(&mut walk, "kotra", "hanbit2", CHOSEN).unwrap();
}
