//! Chains: the real profile is believed, and each flaw is refused by its name.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_npki::Oid;
use gaip_npki::certificate::Certificate;
use gaip_npki::chain::{Anchors, ChainError, Policies, verify};
use gaip_npki::issue::{Authority, Draft, IssueError, OwnerOrder, Use, owner};
use support::{CORPORATE, NOW, PERSONAL, WORLD, YEAR, order, rng, years};

const BASIC_CONSTRAINTS: Oid = Oid::new_unwrap("2.5.29.19");
const KEY_USAGE: Oid = Oid::new_unwrap("2.5.29.15");
const POLICIES: Oid = Oid::new_unwrap("2.5.29.32");
const AUTHORITY_KEY_ID: Oid = Oid::new_unwrap("2.5.29.35");

fn outcome_at(certificate: &Certificate, at: i64) -> Result<Vec<Oid>, ChainError> {
    let accepted = [PERSONAL, CORPORATE];
    verify(certificate, &WORLD.intermediates, &WORLD.anchors, at, Policies::Of(&accepted)).map(|report| report.policies)
}

fn outcome(draft: &Draft) -> Result<Vec<Oid>, ChainError> {
    outcome_at(&WORLD.issue(draft), NOW)
}

/// The owner's certificate under another issuing authority than the usual one.
fn under(authority: Result<Authority, IssueError>) -> Result<Vec<Oid>, ChainError> {
    let authority = authority.unwrap();
    let certificate = authority.sign(&owner(&order(), &WORLD.key, &authority), &mut rng(5)).unwrap();
    let intermediates = [authority.certificate().clone()];
    verify(&certificate, &intermediates, &WORLD.anchors, NOW, Policies::Of(&[CORPORATE])).map(|report| report.policies)
}

/// An issuing authority with the key of the usual one and another certificate.
fn bent(bend: impl Fn(Draft) -> Draft) -> Result<Authority, IssueError> {
    let draft = WORLD.root.subordinate_draft("testsign", 0x5a12, years(-4, 10), WORLD.issuing.key());
    let certificate = WORLD.root.sign(&bend(draft), &mut rng(6)).unwrap();
    Authority::from_parts(certificate, support::copy(WORLD.issuing.key()))
}

#[test]
fn a_certificate_of_the_profile_is_believed_up_to_the_anchor() {
    let accepted = [CORPORATE];
    let report =
        verify(&WORLD.certificate, &WORLD.intermediates, &WORLD.anchors, NOW, Policies::Of(&accepted)).unwrap();
    assert_eq!(report.policies, [CORPORATE]);
    assert_eq!(report.issuer(), WORLD.issuing.certificate());
    assert_eq!(report.authorities, [WORLD.issuing.certificate(), WORLD.root.certificate()]);
    let any = verify(&WORLD.certificate, &WORLD.intermediates, &WORLD.anchors, NOW, Policies::Any).unwrap();
    assert_eq!(any.policies, [CORPORATE]);
}

#[test]
fn without_the_anchor_or_what_is_in_between_the_authority_is_unknown() {
    let accepted = Policies::Of(&[CORPORATE]);
    let nobody = Anchors::default();
    let no_anchor = verify(&WORLD.certificate, &WORLD.intermediates, &nobody, NOW, accepted);
    assert_eq!(no_anchor.err(), Some(ChainError::UnknownAuthority));
    let nothing_between = verify(&WORLD.certificate, &[], &WORLD.anchors, NOW, accepted);
    assert_eq!(nothing_between.err(), Some(ChainError::UnknownAuthority));
}

#[test]
fn an_impostor_with_the_name_of_an_authority_is_not_believed() {
    let rng = &mut rng(8);
    let impostor = WORLD.root.subordinate("testsign", 0x5a11, years(-4, 10), rng).unwrap();
    let stranger_root = Authority::root("Gaip", 1, years(-5, 15), rng).unwrap();
    // It names its own key, which no authority that is known has.
    let forged = impostor.sign(&owner(&order(), &WORLD.key, &impostor), rng).unwrap();
    assert_eq!(outcome_at(&forged, NOW), Err(ChainError::UnknownAuthority));
    // It claims the key of the real one, or none.
    let claimed = impostor.sign(&WORLD.draft(), rng).unwrap();
    assert_eq!(outcome_at(&claimed, NOW), Err(ChainError::BadSignature));
    let silent = impostor.sign(&WORLD.draft().without(AUTHORITY_KEY_ID), rng).unwrap();
    assert_eq!(outcome_at(&silent, NOW), Err(ChainError::BadSignature));
    // A whole world of its own.
    assert_eq!(under(stranger_root.subordinate("testsign", 7, years(-4, 10), rng)), Err(ChainError::UnknownAuthority));
}

#[test]
fn validity_is_to_the_second_at_both_ends() {
    let (first, last) = (WORLD.certificate.not_before(), WORLD.certificate.not_after());
    assert!(outcome_at(&WORLD.certificate, first).is_ok());
    assert!(outcome_at(&WORLD.certificate, last).is_ok());
    assert_eq!(outcome_at(&WORLD.certificate, first - 1), Err(ChainError::NotYetValid));
    assert_eq!(outcome_at(&WORLD.certificate, last + 1), Err(ChainError::Expired));
}

#[test]
fn an_authority_out_of_its_time_vouches_for_nobody() {
    let bent = bent(|mut draft| {
        draft.validity.not_after = NOW - 1;
        draft
    });
    assert_eq!(under(bent), Err(ChainError::AuthorityNotValid));
    let mut long = WORLD.draft();
    long.validity = years(-4, 30);
    assert_eq!(outcome_at(&WORLD.issue(&long), NOW + 12 * YEAR), Err(ChainError::AuthorityNotValid));
}

#[test]
fn sha1_and_other_algorithms_are_weak_whatever_the_signature() {
    for algorithm in ["1.2.840.113549.1.1.5", "1.2.840.113549.1.1.4", "1.2.840.113549.1.1.10"] {
        let mut draft = WORLD.draft();
        draft.algorithm = Oid::new_unwrap(algorithm);
        assert_eq!(outcome(&draft), Err(ChainError::WeakAlgorithm), "{algorithm}");
    }
}

#[test]
fn a_short_key_is_weak() {
    let short = gaip_npki::issue::generate_key(1024, &mut rng(9)).unwrap();
    assert_eq!(outcome(&owner(&order(), &short, &WORLD.issuing)), Err(ChainError::WeakAlgorithm));
}

#[test]
fn only_keys_for_signing_sign() {
    let encryption = owner(&OwnerOrder { purpose: Use::Encryption, ..order() }, &WORLD.key, &WORLD.issuing);
    assert_eq!(outcome(&encryption), Err(ChainError::NotForSigning));
    assert_eq!(outcome(&WORLD.draft().without(KEY_USAGE)), Err(ChainError::NotForSigning));
    let authority = WORLD.draft().with(BASIC_CONSTRAINTS, true, vec![0x30, 3, 1, 1, 0xff]);
    assert_eq!(outcome(&authority), Err(ChainError::NotForSigning));
}

#[test]
fn a_policy_is_accepted_as_a_whole_oid_among_all_of_them() {
    let with = |policies: &[Oid]| outcome(&owner(&OwnerOrder { policies, ..order() }, &WORLD.key, &WORLD.issuing));
    let trade_sign = Oid::new_unwrap("1.2.410.200004.2.1");
    assert_eq!(with(&[trade_sign, CORPORATE]), Ok(vec![CORPORATE]));
    for other in ["1.2.410.200005.1.1.50", "1.2.410.200005.1.1", "1.2.410.200005.1.1.5.1", "2.5.29.32.0"] {
        assert_eq!(with(&[Oid::new_unwrap(other)]), Err(ChainError::PolicyNotAccepted), "{other}");
    }
    assert_eq!(outcome(&WORLD.draft().without(POLICIES)), Err(ChainError::PolicyNotAccepted));
    let none = verify(&WORLD.certificate, &WORLD.intermediates, &WORLD.anchors, NOW, Policies::Of(&[]));
    assert_eq!(none.err(), Some(ChainError::PolicyNotAccepted));
    // The authority asks for an explicit policy (policyConstraints), so one must be there even if any is accepted.
    let without = WORLD.issue(&WORLD.draft().without(POLICIES));
    let any = verify(&without, &WORLD.intermediates, &WORLD.anchors, NOW, Policies::Any);
    assert_eq!(any.err(), Some(ChainError::PolicyNotAccepted));
}

#[test]
fn an_authority_passes_on_only_the_policies_that_it_has() {
    let sequence = |value: &[u8]| [&[0x30, u8::try_from(value.len()).unwrap()], value].concat();
    let only = |policy: Oid| {
        let oid = [&[6, u8::try_from(policy.as_bytes().len()).unwrap()], policy.as_bytes()].concat();
        bent(move |draft| draft.with(POLICIES, true, sequence(&sequence(&oid))))
    };
    assert_eq!(under(only(CORPORATE)), Ok(vec![CORPORATE]));
    assert_eq!(under(only(PERSONAL)), Err(ChainError::PolicyNotAccepted));
    // anyPolicy no longer counts from the first certificate on.
    let inhibited = bent(|draft| draft.with(Oid::new_unwrap("2.5.29.54"), true, vec![2, 1, 0]));
    assert_eq!(under(inhibited), Ok(vec![CORPORATE]));
}

#[test]
fn a_critical_extension_that_is_not_understood_is_refused_anywhere() {
    let strange = Oid::new_unwrap("1.2.410.200004.99");
    assert_eq!(outcome(&WORLD.draft().with(strange, true, vec![5, 0])), Err(ChainError::UnknownCritical(strange)));
    assert!(outcome(&WORLD.draft().with(strange, false, vec![5, 0])).is_ok());
    assert_eq!(under(bent(|draft| draft.with(strange, true, vec![5, 0]))), Err(ChainError::UnknownCritical(strange)));
    // Constraints on names are not understood either.
    let names = Oid::new_unwrap("2.5.29.30");
    assert_eq!(under(bent(|draft| draft.with(names, true, vec![0x30, 0]))), Err(ChainError::UnknownCritical(names)));
}

#[test]
fn who_may_not_issue_certificates_is_no_authority() {
    assert_eq!(under(bent(|draft| draft.without(BASIC_CONSTRAINTS))), Err(ChainError::NotAnAuthority));
    assert_eq!(
        under(bent(|draft| draft.with(BASIC_CONSTRAINTS, true, vec![0x30, 0]))),
        Err(ChainError::NotAnAuthority)
    );
    // digitalSignature only.
    let usage = vec![3, 2, 7, 0x80];
    assert_eq!(under(bent(|draft| draft.with(KEY_USAGE, true, usage.clone()))), Err(ChainError::NotAnAuthority));
    // An owner who plays the authority with a certificate that was never meant for it.
    let anchors = &WORLD.anchors;
    let intermediates = [WORLD.issuing.certificate().clone(), WORLD.certificate.clone()];
    let draft = owner(&order(), &WORLD.stranger, &WORLD.issuing).without(AUTHORITY_KEY_ID);
    let posing = Authority::from_parts(WORLD.certificate.clone(), support::copy(&WORLD.key)).unwrap();
    let played = posing.sign(&draft, &mut rng(3)).unwrap();
    let outcome = verify(&played, &intermediates, anchors, NOW, Policies::Any);
    assert_eq!(outcome.err(), Some(ChainError::NotAnAuthority));
}

#[test]
fn more_authorities_than_one_permits_are_too_many() {
    // The issuing authority of the profile has a path length of 0 and issues another authority all the same.
    let rng = &mut rng(11);
    let below = WORLD.issuing.subordinate("below", 3, years(-1, 3), rng).unwrap();
    let certificate = below.sign(&owner(&order(), &WORLD.key, &below), rng).unwrap();
    let intermediates = [WORLD.issuing.certificate().clone(), below.certificate().clone()];
    let outcome = verify(&certificate, &intermediates, &WORLD.anchors, NOW, Policies::Any);
    assert_eq!(outcome.err(), Some(ChainError::PathTooLong));
}

#[test]
fn many_authorities_of_one_name_cost_no_more_than_a_few_signatures() {
    let copies = vec![WORLD.issuing.certificate().clone(); 10_000];
    let strangers = Anchors::new(vec![WORLD.certificate.clone()]);
    let outcome = verify(&WORLD.certificate, &copies, &strangers, NOW, Policies::Any);
    assert_eq!(outcome.err(), Some(ChainError::UnknownAuthority));
}
