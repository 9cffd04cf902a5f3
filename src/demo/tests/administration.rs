//! A master administers the sample company, and hands it over.

use super::walk::Walk;
use crate::demo::samples::PASSWORD;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    ChangeCompany, EMPLOYEES_PAGE, EmployeePage, EmployeeSearch, EmployeeSort, Employees, Empty, Login, OfferMaster,
    Role,
};
use gaip_contract::endpoints::{
    AcceptOffer, ApproveAssociates, EndRelation, GetCompany, GetCompanyInfo, GetCompanyServices, GetMyOffer,
    ListCompanyLog, LogIn, PostOffer, PutCompanyInfo, SearchEmployees, UndoApprovals, WithdrawOffer,
};
use gaip_domain::facts::StepInput;
use gaip_domain::form;

fn as_person(walk: &mut Walk, login_id: &str) {
    let [portal, login_id, password] = ["kotra", login_id, PASSWORD].map(str::to_owned);
    walk.ask::<LogIn>(&[], &Login { portal, login_id, password }).unwrap();
}

fn search(walk: &mut Walk, query: &str, role: Option<Role>, offset: u32) -> EmployeePage {
    let asked = EmployeeSearch { query: query.to_owned(), role, sort: EmployeeSort::Name, offset };
    walk.ask::<SearchEmployees>(&[], &asked).unwrap()
}

fn masters(walk: &Walk) -> usize {
    let company = walk.demo.registered("kotra", crate::demo::samples::NUMBER).unwrap().id.clone();
    walk.demo.people(&company).filter(|member| member.role == Role::Master).count()
}

#[test]
fn three_hundred_people_are_searched_filtered_and_paged() {
    let mut walk = Walk::new();
    as_person(&mut walk, "hanbit1");
    let all = search(&mut walk, "", None, 0);
    assert_eq!((all.total, all.rows.len()), (300, EMPLOYEES_PAGE as usize));
    assert_eq!(search(&mut walk, "", None, 290).rows.len(), 10);
    let company = walk.ask::<GetCompany>(&[], &Empty {}).unwrap();
    assert_eq!(search(&mut walk, "", Some(Role::Associate), 0).total, company.counts.unwrap().associate);
    assert_eq!(search(&mut walk, "hanbit299", None, 0).rows.len(), 1);
    let named = search(&mut walk, "김하나", None, 0);
    assert!(named.total >= 1 && named.rows.iter().all(|row| row.name == "김하나"));
}

#[test]
fn twenty_are_approved_at_once_and_taken_back() {
    let mut walk = Walk::new();
    as_person(&mut walk, "hanbit1");
    let before = walk.ask::<GetCompany>(&[], &Empty {}).unwrap().counts.unwrap();
    let rows = search(&mut walk, "", Some(Role::Associate), 0).rows;
    let ids: Vec<String> = rows.iter().take(20).map(|row| row.id.clone()).collect();
    let approved = walk.ask::<ApproveAssociates>(&[], &Employees { ids: ids.clone() }).unwrap();
    assert_eq!(approved.ids.len(), 20);
    let again = walk.ask::<ApproveAssociates>(&[], &Employees { ids: ids.clone() });
    assert_eq!(again.unwrap_err(), ProblemCode::AlreadyDecided);
    let after = walk.ask::<GetCompany>(&[], &Empty {}).unwrap().counts.unwrap();
    assert_eq!((after.regular, after.associate), (before.regular + 20, before.associate - 20));
    assert_eq!(walk.ask::<UndoApprovals>(&[], &Employees { ids: ids.clone() }).unwrap().ids.len(), 20);
    assert_eq!(walk.ask::<GetCompany>(&[], &Empty {}).unwrap().counts.unwrap(), before);
    walk.ask::<ApproveAssociates>(&[], &Employees { ids: ids.clone() }).unwrap();
    walk.demo.now += 11 * 60_000;
    assert_eq!(walk.ask::<UndoApprovals>(&[], &Employees { ids }).unwrap_err(), ProblemCode::UndoOver);
    assert!(walk.ask::<ListCompanyLog>(&[], &Empty {}).unwrap().total >= 60);
}

#[test]
fn the_company_is_handed_over_and_never_has_two_masters() {
    let mut walk = Walk::new();
    as_person(&mut walk, "hanbit1");
    let found = search(&mut walk, "이두리", Some(Role::Regular), 0).rows;
    let next = found.iter().find(|row| row.login_id == "hanbit2").expect("somebody of this login id");
    let offer = OfferMaster { employee: next.id.clone() };
    walk.ask::<PostOffer>(&[], &offer).unwrap();
    assert_eq!(walk.ask::<PostOffer>(&[], &offer).unwrap_err(), ProblemCode::OfferPending);
    walk.ask::<WithdrawOffer>(&[], &Empty {}).unwrap();
    walk.ask::<PostOffer>(&[], &offer).unwrap();
    assert_eq!(masters(&walk), 1);
    as_person(&mut walk, "hanbit2");
    let offered = walk.ask::<GetMyOffer>(&[], &Empty {}).unwrap().offer.expect("the role is offered");
    walk.ask::<AcceptOffer>(&[&offered.id], &Empty {}).unwrap();
    assert_eq!(masters(&walk), 1);
    assert_eq!(walk.ask::<AcceptOffer>(&[&offered.id], &Empty {}).unwrap_err(), ProblemCode::OfferGone);
    assert_eq!(walk.ask::<GetCompany>(&[], &Empty {}).unwrap().role, Some(Role::Master));
    as_person(&mut walk, "hanbit1");
    assert_eq!(walk.ask::<ListCompanyLog>(&[], &Empty {}).unwrap_err(), ProblemCode::NotAllowed);
}

#[test]
fn a_relation_ends_and_the_master_stays() {
    let mut walk = Walk::new();
    as_person(&mut walk, "hanbit1");
    let rows = search(&mut walk, "hanbit", Some(Role::Regular), 0).rows;
    walk.ask::<EndRelation>(&[&rows[0].id], &Empty {}).unwrap();
    assert_eq!(search(&mut walk, "", None, 0).total, 299);
    assert_eq!(walk.ask::<EndRelation>(&[&rows[0].id], &Empty {}).unwrap_err(), ProblemCode::NotFound);
    let master = search(&mut walk, "", Some(Role::Master), 0).rows.remove(0);
    assert_eq!(walk.ask::<EndRelation>(&[&master.id], &Empty {}).unwrap_err(), ProblemCode::MasterStays);
}

#[test]
fn who_may_not_administer_is_refused() {
    let mut walk = Walk::new();
    for login_id in ["hanbit2", "hanbit3"] {
        as_person(&mut walk, login_id);
        let asked = Employees { ids: vec!["demo000004".to_owned()] };
        assert_eq!(walk.ask::<ApproveAssociates>(&[], &asked).unwrap_err(), ProblemCode::NotAllowed);
        assert_eq!(walk.ask::<ListCompanyLog>(&[], &Empty {}).unwrap_err(), ProblemCode::NotAllowed);
    }
}

#[test]
fn a_regular_member_changes_the_company_and_manages_nobody() {
    let mut walk = Walk::new();
    as_person(&mut walk, "hanbit2");
    assert_eq!(walk.ask::<GetCompany>(&[], &Empty {}).unwrap().counts, None);
    assert_eq!(walk.ask::<ListCompanyLog>(&[], &Empty {}).unwrap_err(), ProblemCode::NotAllowed);
    walk.ask::<GetCompanyServices>(&[], &Empty {}).unwrap();
    let info = walk.ask::<GetCompanyInfo>(&[], &Empty {}).unwrap();
    let fields = info.values.iter().map(|(name, value)| (name.clone(), form::as_input(value).unwrap()));
    let mut change = ChangeCompany {
        version: info.version,
        input: StepInput { fields: fields.collect(), ..StepInput::default() },
        password: None,
    };
    assert_eq!(walk.ask::<PutCompanyInfo>(&[], &change).unwrap_err(), ProblemCode::Invalid, "the password is asked");
    change.password = Some(PASSWORD.to_owned());
    assert_eq!(walk.ask::<PutCompanyInfo>(&[], &change).unwrap().version, info.version + 1);
    assert_eq!(walk.ask::<PutCompanyInfo>(&[], &change).unwrap_err(), ProblemCode::InfoChanged);
    as_person(&mut walk, "hanbit3");
    assert_eq!(walk.ask::<GetCompanyInfo>(&[], &Empty {}).unwrap_err(), ProblemCode::NotAllowed, "an associate");
}
