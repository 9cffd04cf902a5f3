//! Revocation lists and OCSP answers: what they say counts only if it is for the certificate, by its authority and in
//! force.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_npki::Oid;
use gaip_npki::issue::{Answer, Authority, Extension, List, Revoked, answer};
use gaip_npki::revocation::ocsp::{Response, request};
use gaip_npki::revocation::{Crl, Reason, RevocationError, Status};
use support::tree::Node;
use support::{CRL_POINT, DAY, NOW, WORLD, copy, rng, years};

const SERIAL: &[u8] = &[0x20, 0x01];

fn list<'a>() -> List<'a> {
    List {
        number: 12,
        this_update: NOW - DAY,
        next_update: Some(NOW + DAY),
        point: Some(CRL_POINT),
        revoked: &[],
        extensions: Vec::new(),
    }
}

fn signed(list: &List) -> Vec<u8> {
    list.sign(&WORLD.issuing, &mut rng(4)).unwrap()
}

fn status_at(list: &List, at: i64) -> Result<Status, RevocationError> {
    Crl::parse(&signed(list))?.verify(WORLD.issuing.certificate(), at)?.status(&WORLD.certificate)
}

fn status(list: &List) -> Result<Status, RevocationError> {
    status_at(list, NOW)
}

fn with(kind: &str, critical: bool, value: &[u8]) -> Result<Status, RevocationError> {
    let kind = Oid::new_unwrap(kind);
    status(&List { extensions: vec![Extension { kind, critical, value: value.to_vec() }], point: None, ..list() })
}

#[test]
fn a_list_says_good_revoked_or_on_hold() {
    assert_eq!(status(&list()), Ok(Status::Good));
    let entry = |serial, reason| [Revoked { serial, at: NOW - 5 * DAY, reason }];
    let others = entry(&[0x20, 0x02], 1);
    assert_eq!(status(&List { revoked: &others, ..list() }), Ok(Status::Good));
    let at = NOW - 5 * DAY;
    for (code, reason) in [(0, Reason::Unspecified), (1, Reason::KeyCompromise), (5, Reason::CessationOfOperation)] {
        let revoked = entry(SERIAL, code);
        assert_eq!(status(&List { revoked: &revoked, ..list() }), Ok(Status::Revoked { at, reason }));
    }
    let hold = entry(SERIAL, 6);
    assert_eq!(status(&List { revoked: &hold, ..list() }), Ok(Status::Hold { at }));
}

#[test]
fn an_entry_is_found_among_many() {
    let serials: Vec<[u8; 2]> = (0x1000u16..0x3000).rev().map(u16::to_be_bytes).collect();
    let revoked: Vec<Revoked> = serials.iter().map(|serial| Revoked { serial, at: NOW, reason: 4 }).collect();
    assert!(matches!(status(&List { revoked: &revoked, ..list() }), Ok(Status::Revoked { .. })));
}

#[test]
fn a_list_counts_from_its_making_until_the_next() {
    assert_eq!(status_at(&list(), NOW - DAY), Ok(Status::Good));
    assert_eq!(status_at(&list(), NOW + DAY), Ok(Status::Good));
    assert_eq!(status_at(&list(), NOW - DAY - 1), Err(RevocationError::NotYetValid));
    assert_eq!(status_at(&list(), NOW + DAY + 1), Err(RevocationError::Stale));
    assert_eq!(status(&List { next_update: None, ..list() }), Err(RevocationError::Stale));
}

#[test]
fn a_list_of_another_partition_says_nothing() {
    let other = "ldap://ds.testsign.example:389/ou=dp1p2,ou=AccreditedCA,o=testsign,c=KR?certificateRevocationList";
    assert_eq!(status(&List { point: Some(other), ..list() }), Err(RevocationError::OtherPartition));
    let upper = CRL_POINT.replace("ou=dp1p1", "OU=DP1P1");
    assert_eq!(status(&List { point: Some(&upper), ..list() }), Ok(Status::Good));
    // A list of everything covers every partition, but one of authorities no owner.
    assert_eq!(status(&List { point: None, ..list() }), Ok(Status::Good));
    assert_eq!(with("2.5.29.28", true, &[0x30, 3, 0x82, 1, 0xff]), Err(RevocationError::OtherPartition));
    assert_eq!(with("2.5.29.28", true, &[0x30, 3, 0x81, 1, 0xff]), Ok(Status::Good));
    // A certificate that names no partition is on none.
    let none = WORLD.issue(&WORLD.draft().without(Oid::new_unwrap("2.5.29.31")));
    let crl = Crl::parse(&signed(&list())).unwrap();
    let current = crl.verify(WORLD.issuing.certificate(), NOW).unwrap();
    assert_eq!(current.status(&none), Err(RevocationError::OtherPartition));
}

#[test]
fn kinds_of_lists_that_the_profile_does_not_have_are_refused() {
    // A delta list; one of some reasons, an indirect one, one of attribute certificates.
    assert_eq!(with("2.5.29.27", true, &[2, 1, 1]), Err(RevocationError::UnsupportedKind));
    for point in [&[0x30, 4, 0x83, 2, 1, 2][..], &[0x30, 3, 0x84, 1, 0xff], &[0x30, 3, 0x85, 1, 0xff]] {
        assert_eq!(with("2.5.29.28", true, point), Err(RevocationError::UnsupportedKind));
    }
    let strange = Oid::new_unwrap("1.2.410.200004.99");
    assert_eq!(with("1.2.410.200004.99", true, &[5, 0]), Err(RevocationError::UnknownCritical(strange)));
    assert_eq!(with("1.2.410.200004.99", false, &[5, 0]), Ok(Status::Good));
}

#[test]
fn a_list_is_by_the_authority_that_issued_the_certificate() {
    let crl = Crl::parse(&signed(&list())).unwrap();
    assert_eq!(crl.verify(WORLD.root.certificate(), NOW).err(), Some(RevocationError::OtherIssuer));
    // An impostor of the same name.
    let impostor = WORLD.root.subordinate("testsign", 9, years(-1, 1), &mut rng(5)).unwrap();
    assert_eq!(crl.verify(impostor.certificate(), NOW).err(), Some(RevocationError::BadSignature));
    // A list of the root's about a certificate of the issuing authority's.
    let above = list().sign(&WORLD.root, &mut rng(4)).unwrap();
    let above = Crl::parse(&above).unwrap();
    let current = above.verify(WORLD.root.certificate(), NOW).unwrap();
    assert_eq!(current.status(&WORLD.certificate), Err(RevocationError::OtherIssuer));
    // A certificate that may sign certificates only.
    let draft = WORLD.root.subordinate_draft("testsign", 5, years(-4, 10), WORLD.issuing.key());
    let draft = draft.with(Oid::new_unwrap("2.5.29.15"), true, vec![3, 2, 2, 4]);
    let certificate = WORLD.root.sign(&draft, &mut rng(6)).unwrap();
    assert_eq!(crl.verify(&certificate, NOW).err(), Some(RevocationError::OtherIssuer));
}

#[test]
fn a_changed_weak_or_broken_list_is_refused() {
    let bent = |change: &dyn Fn(&mut Node)| {
        let mut crl = Node::parse(&signed(&list()));
        change(&mut crl);
        Crl::parse(&crl.der())?.verify(WORLD.issuing.certificate(), NOW).map(|_| ())
    };
    let number = |crl: &mut Node| *crl.at(&[0, 3]) = Node::octets(0x17, b"261119000000Z");
    assert_eq!(bent(&number), Err(RevocationError::BadSignature));
    let sha1 = |crl: &mut Node| {
        for path in [&[0, 1, 0][..], &[1, 0]] {
            *crl.at(path) = Node::octets(6, Oid::new_unwrap("1.2.840.113549.1.1.5").as_bytes());
        }
    };
    assert_eq!(bent(&sha1), Err(RevocationError::WeakAlgorithm));
    let two_algorithms = |crl: &mut Node| drop(crl.at(&[1]).nodes().pop());
    assert_eq!(bent(&two_algorithms), Err(RevocationError::Damaged));
    let der = signed(&list());
    assert_eq!(Crl::parse(&der[..der.len() - 1]).err(), Some(RevocationError::Damaged));
    for other in [&b""[..], b"text", WORLD.certificate.der()] {
        assert_eq!(Crl::parse(other).err(), Some(RevocationError::NotACrl));
    }
}

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
