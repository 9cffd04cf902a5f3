//! Steps of people and companies that forgot something.

use super::{judged, nothing, tradeinvest};
use crate::wizard::answering::Answering;
use crate::wizard::draft::Draft;
use gaip_contract::bodies::{DraftView, FoundAccount, Recovered};
use gaip_domain::facts::{Answer, Facts};
use gaip_domain::portal::Portal;
use std::sync::Arc;

/// A step of a person who looks for a login id.
pub fn person(step: &str) -> Answering {
    open(tradeinvest::portal(), "find-id", step, DraftView { facts: by_mail(), ..nothing() })
}

/// A step of a person who wants a new password.
pub fn password(step: &str) -> Answering {
    open(tradeinvest::portal(), "reset-password", step, nothing())
}

/// A step of a company that looks for its login id.
pub fn company(step: &str) -> Answering {
    open(super::portal(), "find-id", step, nothing())
}

/// A step whose code was right.
pub fn known(step: &str) -> Answering {
    let mut facts = by_mail();
    facts.answers.insert(step.to_owned(), Answer::EmailCode { email: "hong@example.com".to_owned() });
    open(tradeinvest::portal(), "find-id", step, DraftView { facts, ..nothing() })
}

/// What it came to.
pub fn done(journey: &str, found: bool) -> Answering {
    let account = FoundAccount { login_id: "gildong1".to_owned(), joined_at: "2026-11-21T05:05:00Z".to_owned() };
    let view = DraftView {
        facts: Facts { submitted: true, ..Facts::default() },
        recovered: Some(Recovered { account: found.then_some(account) }),
        ..nothing()
    };
    open(tradeinvest::portal(), journey, "complete", view)
}

/// A step that was sent with nothing in it.
pub fn wrong(answering: Answering) -> Answering {
    judged(answering)
}

fn by_mail() -> Facts {
    let choice = Answer::Choose { choice: "email".to_owned() };
    Facts { answers: [("method".to_owned(), choice)].into(), submitted: false }
}

fn open(portal: &'static Portal, journey: &str, step: &str, view: DraftView) -> Answering {
    let journey = portal.journey(journey).expect("the portal has the journey");
    let step = journey.step(step).expect("the journey has the step");
    Answering::new(Draft::new(portal, journey, view), step, false, Arc::new(|_: &str| {}))
}
