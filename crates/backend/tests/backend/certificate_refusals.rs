//! Every reason why a certificate does not prove a company, each with its own code.

use crate::support::certificates::{key, prove, sandbox, sign_up, signed};
use crate::support::steps::{business_number, input};
use crate::support::{Backend, on_each_database};
use gaip_backend::certificates::issue::{Identity, State};
use gaip_backend::clock::{DAY, HOUR, MINUTE};
use gaip_backend::random::SystemRandom;
use serde_json::json;

on_each_database!(
    each_wrong_certificate_is_refused_with_its_own_code,
    each_wrong_proof_is_refused_with_its_own_code,
    without_a_list_in_force_nothing_is_taken,
    an_authority_that_is_not_trusted_proves_nothing,
);

const CERTIFICATE: &str = "certificate";

async fn each_wrong_certificate_is_refused_with_its_own_code(backend: Backend) {
    let (number, other) = (business_number(1), business_number(2));
    let browser = backend.browser();
    browser.to_certificate(&number).await;
    for (number, kind, state, code) in [
        (&other, "yessign_corporate", State::Valid, "certificate_other_company"),
        (&number, "yessign_personal", State::Valid, "certificate_personal"),
        (&number, "yessign_corporate", State::Expired, "certificate_expired"),
        (&number, "yessign_personal", State::Expired, "certificate_expired"),
        (&number, "yessign_corporate", State::Revoked, "certificate_revoked"),
        (&number, "yessign_corporate", State::OnHold, "certificate_on_hold"),
        (&number, "ncasign_corporate", State::Valid, "certificate_authority_ended"),
        (&number, "yessign_tax", State::Valid, "certificate_kind"),
    ] {
        let answer = browser.certify(&backend.identity(number, kind, state)).await;
        assert_eq!(answer.code(), code, "{kind} {state:?}: {}", answer.body);
    }
    let later = backend.company(&number);
    backend.pass(-30 * HOUR);
    let fresh = backend.browser();
    fresh.to_certificate(&number).await;
    assert_eq!(fresh.certify(&later).await.code(), "certificate_not_yet_valid");
    backend.pass(30 * HOUR);
    assert!(browser.open().await.ok()["facts"]["answers"][CERTIFICATE].is_null(), "none of them is an answer");

    let held = backend.identity(&number, "yessign_corporate", State::OnHold);
    backend.pass(MINUTE);
    let now = backend.app.clock.now() / 1000;
    sandbox(&backend).revoke("yessign", held.certificate.serial_bytes(), None, now, &SystemRandom).unwrap();
    browser.certify(&held).await.ok();
}

async fn each_wrong_proof_is_refused_with_its_own_code(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.to_certificate(&number).await;
    let challenge = async || browser.ask(sign_up()).await.ok();

    let mut tampered = prove(&identity, &challenge().await);
    let signature = tampered["signature"].as_str().unwrap().to_owned();
    // The last characters are the end of the RSA signature.
    let end = if signature.ends_with("AAAA") { "BBBB" } else { "AAAA" };
    tampered["signature"] = format!("{}{end}", &signature[..signature.len() - 4]).into();
    assert_eq!(browser.certify_with(tampered).await.code(), "signature_wrong");
    for nonsense in ["", "AAAA", "no base64url!", &"A".repeat(70_000)] {
        let mut proof = prove(&identity, &challenge().await);
        proof["signature"] = (*nonsense).into();
        assert_eq!(browser.certify_with(proof).await.code(), "signature_wrong");
    }

    let asked = challenge().await;
    let text = asked["content"].as_str().unwrap().to_owned();
    assert_eq!(browser.certify_with(signed(&identity, &asked, &text)).await.code(), "certificate_owner_unproved");
    let mut sealed_elsewhere = prove(&identity, &challenge().await);
    sealed_elsewhere["sealed_random"] = prove(&identity, &challenge().await)["sealed_random"].clone();
    assert_eq!(browser.certify_with(sealed_elsewhere).await.code(), "certificate_owner_unproved");

    let other_random = Identity { certificate: identity.certificate.clone(), key: key() };
    assert_eq!(browser.certify(&other_random).await.code(), "certificate_other_company");
    let no_proof = browser.answer(CERTIFICATE, input(&json!({ "method": "joint" }))).await;
    assert_eq!((no_proof.code(), &no_proof.body["fields"][0]["field"]), ("invalid", &json!("method")));
}

async fn without_a_list_in_force_nothing_is_taken(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.to_certificate(&number).await;
    // Without the keys the sandbox cannot make its lists anew.
    let folder = backend.config.sandbox_ca();
    std::fs::rename(folder.join("keys"), folder.join("elsewhere")).unwrap();
    backend.pass(8 * DAY);
    assert_eq!(browser.certify(&identity).await.code(), "revocation_unavailable", "the list is stale");
    std::fs::rename(folder.join("elsewhere"), folder.join("keys")).unwrap();
    browser.certify(&identity).await.ok();

    std::fs::rename(folder.join("keys"), folder.join("elsewhere")).unwrap();
    for (list, missing) in [("yessign.crl", "revocation_unavailable"), ("root.crl", "")] {
        let (path, aside) = (folder.join("crls").join(list), folder.join("aside"));
        std::fs::rename(&path, &aside).unwrap();
        assert_eq!(browser.certify(&identity).await.code(), missing, "no {list}");
        std::fs::write(&path, b"no list").unwrap();
        assert_eq!(browser.certify(&identity).await.code(), "revocation_unavailable", "a broken {list}");
        std::fs::rename(&aside, &path).unwrap();
    }
    browser.certify(&identity).await.ok();
}

async fn an_authority_that_is_not_trusted_proves_nothing(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    let ended = backend.identity(&number, "ncasign_corporate", State::Valid);
    browser.to_certificate(&number).await;
    let roots = backend.config.sandbox_ca().join("roots");
    std::fs::rename(&roots, roots.with_extension("aside")).unwrap();
    assert_eq!(browser.certify(&identity).await.code(), "certificate_authority");
    assert_eq!(browser.certify(&ended).await.code(), "certificate_authority_ended");
    std::fs::rename(roots.with_extension("aside"), &roots).unwrap();

    let now = backend.app.clock.now() / 1000;
    let authority = sandbox(&backend).authority("yessign", now, &SystemRandom).unwrap();
    sandbox(&backend).revoke("root", authority.certificate().serial_bytes(), Some(2), now, &SystemRandom).unwrap();
    assert_eq!(browser.certify(&identity).await.code(), "certificate_authority", "its own certificate is revoked");
}
