//! At 고용24 an account logs in as what it signed up as.

use super::walk::Walk;
use crate::demo::certificates::{STRANGE_PASSWORD, sign};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CertificateLogin, Proof};
use gaip_contract::endpoints::LogInByCertificate;
use gaip_contract::signer::{Answer, What};
use gaip_domain::permission::LoginType;

fn logs_in_as(walk: &mut Walk, kind: Option<LoginType>) -> Result<Option<LoginType>, ProblemCode> {
    logs_in_by(walk, "right", kind)
}

/// Logs in by a certificate that the password opens.
fn logs_in_by(walk: &mut Walk, password: &str, kind: Option<LoginType>) -> Result<Option<LoginType>, ProblemCode> {
    let (entry, password) = ("a".to_owned(), password.to_owned());
    sign(&What::Open { entry, password, business_number: None });
    let signed = sign(&What::Sign { content: "c".to_owned(), seal_key: "k".to_owned() });
    let Answer::Signed { signature, .. } = signed else { panic!("it signs") };
    let challenge = "c".to_owned();
    let proof = Proof { challenge, signature, sealed_random: None };
    let body = CertificateLogin { portal: "work24".to_owned(), proof, login_type: kind };
    walk.ask::<LogInByCertificate>(&[], &body).map(|view| view.login_type)
}

#[test]
fn the_chosen_type_is_the_accounts_own() {
    let mut walk = Walk::new();
    assert_eq!(logs_in_as(&mut walk, None), Ok(Some(LoginType::Business)));
    assert_eq!(logs_in_as(&mut walk, Some(LoginType::Agency)), Err(ProblemCode::LoginTypeWrong));
    walk.choices = &["agency"];
    walk.completes("work24", "company").unwrap();
    for kind in [LoginType::Business, LoginType::Agency] {
        assert_eq!(logs_in_as(&mut walk, Some(kind)), Ok(Some(kind)));
    }
}

#[test]
fn a_certificate_that_nobody_registered_logs_nobody_in() {
    let mut walk = Walk::new();
    let refused = logs_in_by(&mut walk, STRANGE_PASSWORD, Some(LoginType::Business));
    assert_eq!(refused, Err(ProblemCode::CertificateUnregistered));
    assert_eq!(logs_in_as(&mut walk, Some(LoginType::Business)), Ok(Some(LoginType::Business)));
}
