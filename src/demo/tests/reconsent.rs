//! A sample member is asked to agree to a new version, and somebody signs up after somebody else.

use super::journeys::logs_in;
use super::walk::Walk;
use crate::demo::samples::PASSWORD;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{DecideConsents, Empty, OpenDraft};
use gaip_contract::endpoints::{GetCompanyInfo, GetMe, GetSession, GetTerms, ListMyConsents, PostDraft, PutMyConsents};

#[test]
fn who_agreed_to_an_earlier_version_agrees_anew_before_anything_else() {
    let mut walk = Walk::new();
    logs_in(&mut walk, "kotra", "hanbit4", PASSWORD).unwrap();
    assert!(walk.ask::<GetSession>(&[], &Empty {}).unwrap().member.is_some());
    assert_eq!(walk.ask::<GetMe>(&[], &Empty {}).unwrap_err(), ProblemCode::ConsentRequired);
    assert_eq!(walk.ask::<GetCompanyInfo>(&[], &Empty {}).unwrap_err(), ProblemCode::ConsentRequired);
    let draft = walk.ask::<PostDraft>(&["kotra", "conversion"], &OpenDraft { take_over: false });
    assert_eq!(draft.unwrap_err(), ProblemCode::ConsentRequired);
    let due = walk.ask::<ListMyConsents>(&[], &Empty {}).unwrap();
    let due: Vec<String> = due.into_iter().filter(|consent| consent.due).map(|consent| consent.terms).collect();
    assert_eq!(due.len(), 1, "one document is new");
    let seen = walk.ask::<GetTerms>(&["kotra", &due[0]], &Empty {}).unwrap().hash;
    let decided = DecideConsents { choices: [(due[0].clone(), true)].into(), seen: [(due[0].clone(), seen)].into() };
    walk.ask::<PutMyConsents>(&[], &decided).unwrap();
    assert_eq!(walk.ask::<GetMe>(&[], &Empty {}).unwrap().member.login_id, "hanbit4");
}

#[test]
fn another_person_signs_up_after_the_first_and_a_completion_survives_the_loading_of_its_page() {
    let mut walk = Walk { choices: &["individual"], ..Walk::new() };
    walk.completes("kotra", "member").unwrap();
    let open = OpenDraft { take_over: false };
    walk.begins = false;
    let loaded = walk.ask::<PostDraft>(&["kotra", "member"], &open).unwrap();
    assert!(loaded.completion.is_some());
    walk.begins = true;
    let next = walk.ask::<PostDraft>(&["kotra", "member"], &open).unwrap();
    assert!(next.completion.is_none() && next.facts.answers.is_empty());
}
