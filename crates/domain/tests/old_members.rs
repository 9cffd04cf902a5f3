//! The journey of old members at 무역투자24 (manual rows T20, T69 to T74, T120; decision 0021).

use gaip_domain::facts::{Answer, CompanyStanding, Facts};
use gaip_domain::form;
use gaip_domain::journey::{revise, route};
use gaip_domain::portal::{FormStep, Input, Journey, Membership, Portal, Purpose, StepKind, check, parse};
use gaip_domain::value::BusinessNumber;
use std::path::Path;

fn portal() -> Portal {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/portals/tradeinvest/portal.json");
    parse(&std::fs::read_to_string(file).expect("the portal stands in the repository")).expect("it reads")
}

fn journey() -> Journey {
    portal().of_purpose(Purpose::OldMember).expect("the journey").clone()
}

/// What the check says of the portal whose journey is changed.
fn mistakes(change: impl FnOnce(&mut Journey)) -> String {
    let mut portal = portal();
    let journey = portal.journeys.iter_mut().find(|journey| journey.purpose == Purpose::OldMember);
    change(journey.expect("the journey"));
    check(&portal, "tradeinvest", &|_| true).iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn password_form(journey: &Journey) -> &FormStep {
    match &journey.step("password").expect("the step").kind {
        StepKind::Form(form) => form,
        _ => panic!("a form"),
    }
}

fn facts(kept: bool, way: &str, standing: Option<CompanyStanding>, link: Option<&str>) -> Facts {
    let choose = |choice: &str| Answer::Choose { choice: choice.to_owned() };
    let account = Answer::OldAccount { account: "a".to_owned(), login_id: "ha***9".to_owned(), kept };
    let business_number = BusinessNumber::parse("124-81-00998").expect("a number");
    let company = standing.map(|standing| Answer::Company { business_number, standing, profile: None });
    let answers =
        [("account", Some(account)), ("go-on", Some(choose(way))), ("company", company), ("link", link.map(choose))];
    let answers = answers.into_iter().filter_map(|(step, answer)| Some((step.to_owned(), answer?)));
    Facts { answers: answers.collect(), submitted: false }
}

fn steps(facts: &Facts) -> Vec<String> {
    route(&journey(), facts).iter().map(|step| step.id.clone()).collect()
}

#[test]
fn who_was_a_member_chooses_an_account_sets_a_password_agrees_and_goes_on() {
    let begin = ["identity", "account", "password", "terms", "go-on"];
    let then = |more: &[&str]| begin.iter().chain(more).map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(steps(&facts(true, "mykotra", None, None)), then(&["complete"]));
    // T120: a registered company is linked by its approval password, or by its certificate.
    let of = |standing, link| steps(&facts(true, "company", Some(standing), link));
    assert_eq!(of(CompanyStanding::Registered, Some("approval")), then(&["company", "link", "approval", "complete"]));
    assert_eq!(
        of(CompanyStanding::Registered, Some("certificate")),
        then(&["company", "link", "certificate", "complete"])
    );
    // One that is not is registered after the login.
    assert_eq!(of(CompanyStanding::Continuing, None), then(&["company", "complete"]));
}

#[test]
fn a_new_login_id_is_asked_only_where_the_old_one_cannot_stay() {
    let journey = journey();
    let field = password_form(&journey).fields().find(|field| field.input == Input::LoginId).expect("the field");
    let asked = |kept| form::asked(field, "password", &facts(kept, "mykotra", None, None), &[].into());
    assert!(asked(false) && !asked(true));
}

#[test]
fn another_account_voids_the_password_and_another_person_the_account() {
    let journey = journey();
    let mut known = facts(true, "mykotra", None, None);
    known.answers.insert("identity".to_owned(), Answer::Approval);
    known.answers.insert("password".to_owned(), Answer::Form([].into()));
    let other = Answer::OldAccount { account: "b".to_owned(), login_id: "gi***g".to_owned(), kept: true };
    assert_eq!(revise(&journey, &known, "account", other).forgotten, ["password"]);
    let person = Answer::Choose { choice: "another".to_owned() };
    assert_eq!(revise(&journey, &known, "identity", person).forgotten, ["account", "password"]);
}

#[test]
fn it_is_no_way_to_join_and_nothing_for_members() {
    let portal = portal();
    assert!(portal.ways_to_join().chain(portal.for_members()).all(|way| way.purpose != Purpose::OldMember));
    assert!(Purpose::OldMember.makes_member() && !Purpose::OldMember.reviews() && !Purpose::OldMember.recovers());
}

#[test]
fn the_check_holds_what_the_journey_needs() {
    assert_eq!(mistakes(|_| {}), "");
    let without = |id: &'static str| mistakes(move |journey| journey.steps.retain(|step| step.id != id));
    assert!(without("identity").contains("there is not one `identity` that everybody is asked"));
    assert!(without("account").contains("there is not one `old_account` that everybody is asked"));
    assert!(without("terms").contains("there is not one `consent` that everybody is asked"));
    assert!(without("password").contains("the account gets no new password"));
    let free = |id: &'static str| {
        mistakes(move |journey| {
            let step = journey.steps.iter_mut().find(|step| step.id == id).expect("the step");
            step.depends.clear();
        })
    };
    assert!(free("account").contains("it does not depend on an identity step"));
    assert!(free("password").contains("the account gets no new password"));
    let unproved = mistakes(|journey| journey.steps.retain(|step| step.id != "approval" && step.id != "certificate"));
    assert!(unproved.contains("nothing proves that the company is the person's"));
    assert!(mistakes(|journey| journey.membership = Membership::Employees).contains("nobody comes over so"));
    assert!(mistakes(|journey| journey.purpose = Purpose::Join).contains("nobody comes over here"));
    let undated = mistakes(|journey| {
        let step = journey.steps.iter_mut().find(|step| step.id == "account").expect("the step");
        if let StepKind::OldAccount(settings) = &mut step.kind {
            "someday".clone_into(&mut settings.before);
        }
    });
    assert!(undated.contains("before: it is no day"));
    let always = mistakes(|journey| {
        let step = journey.steps.iter_mut().find(|step| step.id == "password").expect("the step");
        if let StepKind::Form(form) = &mut step.kind {
            form.sections[0].fields[0].when = None;
        }
    });
    assert!(always.contains("a login id that cannot stay is not asked anew"));
}
