//! Revocation lists: what they say counts only if they are for the certificate, by its authority and in force.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_npki::Oid;
use gaip_npki::issue::{Extension, List, Revoked};
use gaip_npki::revocation::{Crl, Reason, RevocationError, Status};
use support::tree::Node;
use support::{CRL_POINT, DAY, NOW, WORLD, rng, years};

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
