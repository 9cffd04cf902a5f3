//! Steps of a portal with members by account and members with a company to link.

use super::{judged, nothing, read};
use crate::wizard::answering::Answering;
use crate::wizard::draft::Draft;
use gaip_contract::bodies::{Completion, DraftView, Role};
use gaip_domain::facts::{Answer, Facts, Given, SocialAccount, VerifiedIdentity};
use gaip_domain::portal::{IdentityMethod, Portal, SocialProvider};
use std::sync::{Arc, OnceLock};

/// The portal.
pub fn portal() -> &'static Portal {
    static PORTAL: OnceLock<Portal> = OnceLock::new();
    PORTAL.get_or_init(|| read(include_str!("../../../public/portals/tradeinvest/portal.json")))
}

/// A step of somebody whose provider vouches for the name alone.
pub fn social(step: &str) -> Answering {
    let given = |value: &str, verified| Some(Given { value: value.to_owned(), verified });
    let account = SocialAccount {
        provider: SocialProvider::Kakao,
        name: given("홍길동", true),
        mobile: None,
        email: given("hong@example.com", false),
    };
    open("social", step, facts("channel", Answer::Social(account)), None)
}

/// A step of somebody who was verified.
pub fn general(step: &str) -> Answering {
    let identity = VerifiedIdentity {
        method: IdentityMethod::Phone,
        name: "홍길동".to_owned(),
        mobile: Some("010-1234-5678".to_owned()),
        birth_date: "1990-03-01".to_owned(),
    };
    open("general", step, facts("identity", Answer::Identity(identity)), None)
}

/// A step that was sent with nothing in it.
pub fn errors(step: &str) -> Answering {
    judged(general(step))
}

/// The end of a sign-up by account.
pub fn complete() -> Answering {
    let completion = Completion {
        reference: "TR-2026-7F3K9Q".to_owned(),
        provisional: false,
        role: Role::Social,
        submitted_at: "2026-11-21T05:05:00Z".to_owned(),
        delayed: false,
        login_id: String::new(),
    };
    open("social", "complete", Facts::default(), Some(completion))
}

fn facts(step: &str, answer: Answer) -> Facts {
    Facts { answers: [(step.to_owned(), answer)].into(), submitted: false }
}

fn open(journey: &str, step: &str, facts: Facts, completion: Option<Completion>) -> Answering {
    let journey = portal().journey(journey).expect("the portal has the journey");
    let step = journey.step(step).expect("the journey has the step");
    let view = DraftView { facts, completion, ..nothing() };
    Answering::new(Draft::new(portal(), journey, view), step, false, Arc::new(|_: &str| {}))
}
