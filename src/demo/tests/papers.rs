//! Papers are approved, refused, and handed in again.

use super::journeys::logs_in;
use super::walk::{CHOSEN, Walk};
use crate::demo::papers::{self, Decision};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, MemberView, NewFile, NewPapers, Role};
use gaip_contract::endpoints::{GetMe, PostMyFile, PutMyPapers};
use gaip_domain::facts::FieldInput;

fn me(walk: &mut Walk) -> MemberView {
    walk.ask::<GetMe>(&[], &Empty {}).unwrap()
}

fn applies() -> Walk {
    let mut walk = Walk { number: "4081234560", ..Walk::new() };
    walk.completes("kotra", "member").unwrap();
    logs_in(&mut walk, "kotra", "gildong77", CHOSEN).unwrap();
    walk
}

#[test]
fn an_applicant_whose_papers_are_approved_is_the_master() {
    let mut walk = applies();
    papers::decide(&mut walk.demo, Decision::Approve);
    let view = me(&mut walk);
    assert_eq!((view.member.role, view.member.provisional), (Role::Master, false));
    assert!(papers::open(&walk.demo).is_empty(), "nothing is left to decide");
}

#[test]
fn refused_papers_are_handed_in_again_and_wait_anew() {
    let mut walk = applies();
    let fields = [("evidence_by".to_owned(), FieldInput::Text("fax".to_owned()))];
    let papers = NewPapers { fields: fields.into() };
    assert_eq!(walk.ask::<PutMyPapers>(&[], &papers).unwrap_err(), ProblemCode::AlreadyDecided);
    papers::decide(&mut walk.demo, Decision::Reject);
    assert!(me(&mut walk).rejected.is_some());
    assert!(papers::open(&walk.demo).is_empty(), "they wait for the member");
    let file = NewFile { name: "사업자등록증.pdf".to_owned(), size: 10 };
    let file = walk.ask::<PostMyFile>(&[], &file).unwrap();
    let half = [("evidence_by", FieldInput::Text("file".to_owned())), ("evidence", FieldInput::List(vec![file.id]))];
    let half = NewPapers { fields: half.map(|(name, value)| (name.to_owned(), value)).into() };
    assert_eq!(walk.ask::<PutMyPapers>(&[], &half).unwrap_err(), ProblemCode::Invalid, "the file is not there yet");
    assert_eq!(walk.ask::<PutMyPapers>(&[], &papers).unwrap().rejected, None);
    assert_eq!(papers::open(&walk.demo).len(), 2);
}

#[test]
fn the_originals_of_daejeon_make_a_full_member() {
    let mut walk = Walk { choices: &["documents"], ..Walk::new() };
    walk.completes("daejeon", "member").unwrap();
    logs_in(&mut walk, "daejeon", "gildong77", CHOSEN).unwrap();
    assert!(me(&mut walk).member.provisional);
    papers::decide(&mut walk.demo, Decision::Reject);
    assert_eq!(me(&mut walk).rejected, None, "originals are not refused");
    papers::decide(&mut walk.demo, Decision::Approve);
    assert!(!me(&mut walk).member.provisional);
}
