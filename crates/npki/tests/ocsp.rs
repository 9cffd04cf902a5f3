//! OCSP answers: what they say counts only if it is about the certificate, by whom its authority named and in force.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_npki::Oid;
use gaip_npki::issue::{Answer, Authority, answer};
use gaip_npki::revocation::ocsp::{Response, request};
use gaip_npki::revocation::{Reason, RevocationError, Status};
use support::tree::Node;
use support::{DAY, NOW, WORLD, copy, rng, years};

fn usual<'a>() -> Answer<'a> {
    Answer {
        certificate: &WORLD.certificate,
        issuer: WORLD.issuing.certificate(),
        status: Some(Status::Good),
        this_update: NOW - 60,
        next_update: Some(NOW + 60),
        nonce: Some(b"0123456789abcdef"),
    }
}

fn answered(order: &Answer, responder: &Authority, nonce: Option<&[u8]>, at: i64) -> Result<Status, RevocationError> {
    let der = answer(order, responder, &mut rng(4)).unwrap();
    Response::parse(&der)?.verify(&WORLD.certificate, WORLD.issuing.certificate(), nonce, at)
}

fn plain(order: &Answer) -> Result<Status, RevocationError> {
    answered(order, &WORLD.issuing, None, NOW)
}

/// A responder with a certificate of the issuing authority's, for this purpose or not.
fn responder(purpose: &str) -> Authority {
    let oid = Oid::new_unwrap(purpose);
    let length = u8::try_from(oid.as_bytes().len()).unwrap();
    let purposes = [&[0x30, length + 2, 6, length], oid.as_bytes()].concat();
    let mut draft = WORLD.draft().with(Oid::new_unwrap("2.5.29.37"), false, purposes);
    draft.serial = vec![0x77];
    Authority::from_parts(WORLD.issue(&draft), copy(&WORLD.key)).unwrap()
}

#[test]
fn an_answer_says_good_revoked_on_hold_or_unknown() {
    assert_eq!(plain(&usual()), Ok(Status::Good));
    let revoked = Status::Revoked { at: NOW - DAY, reason: Reason::Unspecified };
    for status in [revoked, Status::Hold { at: NOW - DAY }] {
        assert_eq!(plain(&Answer { status: Some(status), ..usual() }), Ok(status));
    }
    assert_eq!(plain(&Answer { status: None, ..usual() }), Err(RevocationError::Unknown));
}

#[test]
fn an_answer_is_to_the_question_with_its_nonce() {
    let with = |nonce: &'static [u8]| answered(&usual(), &WORLD.issuing, Some(nonce), NOW);
    assert_eq!(with(b"0123456789abcdef"), Ok(Status::Good));
    assert_eq!(with(b"fedcba9876543210"), Err(RevocationError::OtherNonce));
    let silent = answered(&Answer { nonce: None, ..usual() }, &WORLD.issuing, Some(b"0123456789abcdef"), NOW);
    assert_eq!(silent, Err(RevocationError::OtherNonce));
}

#[test]
fn an_answer_counts_for_its_time_only() {
    let at = |at| answered(&usual(), &WORLD.issuing, None, at);
    assert_eq!(at(NOW - 61), Err(RevocationError::NotYetValid));
    assert_eq!(at(NOW + 60), Ok(Status::Good));
    assert_eq!(at(NOW + 61), Err(RevocationError::Stale));
    let endless = Answer { next_update: None, ..usual() };
    assert_eq!(answered(&endless, &WORLD.issuing, None, NOW + DAY - 60), Ok(Status::Good));
    assert_eq!(answered(&endless, &WORLD.issuing, None, NOW + DAY), Err(RevocationError::Stale));
}

#[test]
fn an_answer_is_about_the_certificate_that_was_asked_about() {
    let mut draft = WORLD.draft();
    draft.serial = vec![0x20, 0x02];
    let other = WORLD.issue(&draft);
    assert_eq!(plain(&Answer { certificate: &other, ..usual() }), Err(RevocationError::OtherCertificate));
    let elsewhere = Answer { issuer: WORLD.root.certificate(), ..usual() };
    assert_eq!(plain(&elsewhere), Err(RevocationError::OtherCertificate));
}

#[test]
fn only_the_issuer_or_whom_it_named_a_responder_answers() {
    let by = |responder: &Authority| answered(&usual(), responder, None, NOW);
    assert_eq!(by(&responder("1.3.6.1.5.5.7.3.9")), Ok(Status::Good));
    // A certificate of the authority's for something else, and another authority's.
    assert_eq!(by(&responder("1.3.6.1.5.5.7.3.2")), Err(RevocationError::OtherIssuer));
    assert_eq!(by(&WORLD.root), Err(RevocationError::OtherIssuer));
    let impostor = WORLD.root.subordinate("testsign", 9, years(-1, 1), &mut rng(5)).unwrap();
    assert_eq!(by(&impostor), Err(RevocationError::BadSignature));
    let late = answered(
        &Answer { next_update: None, this_update: NOW + 5 * 365 * DAY, ..usual() },
        &responder("1.3.6.1.5.5.7.3.9"),
        None,
        NOW + 5 * 365 * DAY,
    );
    assert_eq!(late, Err(RevocationError::OtherIssuer));
}

#[test]
fn no_answer_is_told_with_its_status() {
    assert_eq!(Response::parse(&[0x30, 3, 0x0a, 1, 6]).err(), Some(RevocationError::NoAnswer(6)));
    assert_eq!(Response::parse(b"").err(), Some(RevocationError::Damaged));
}

#[test]
fn the_question_names_the_certificate_as_the_answer_does() {
    let question = request(&WORLD.certificate, WORLD.issuing.certificate(), Some(b"0123456789abcdef"));
    let der = answer(&usual(), &WORLD.issuing, &mut rng(4)).unwrap();
    let id = Node::parse(&question).at(&[0, 0, 0, 0]).der();
    assert!(der.windows(id.len()).any(|window| window == id));
}
