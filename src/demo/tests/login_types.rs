//! At 고용24 an account logs in as what it signed up as, and opens the services of that type.

use super::walk::Walk;
use crate::demo::certificates::{STRANGE_PASSWORD, sign};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CertificateLogin, Empty, Proof};
use gaip_contract::endpoints::{LogInByCertificate, OpenService};
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
fn w109_to_w111_each_type_opens_what_the_table_says() {
    const TYPES: [(&[&str], &str); 3] = [(&["business"], "OOOO"), (&["agency"], "OXXX"), (&["proxy"], "OOOX")];
    for (choices, opened) in TYPES {
        let mut walk = Walk::new();
        walk.choices = choices;
        walk.completes("work24", "company").unwrap();
        logs_in_as(&mut walk, LoginType::parse(choices[0])).unwrap();
        for (service, mark) in ["insurance", "training", "foreigners", "other_work"].into_iter().zip(opened.chars()) {
            let answer = walk.ask::<OpenService>(&[service], &Empty {}).map(|opened| opened.address);
            let said =
                if mark == 'O' { Ok(format!("/gallery?service={service}")) } else { Err(ProblemCode::NotAllowed) };
            assert_eq!(answer, said, "{choices:?} {service}");
        }
    }
}

#[test]
fn a_certificate_that_nobody_registered_logs_nobody_in() {
    let mut walk = Walk::new();
    let refused = logs_in_by(&mut walk, STRANGE_PASSWORD, Some(LoginType::Business));
    assert_eq!(refused, Err(ProblemCode::CertificateUnregistered));
    assert_eq!(logs_in_as(&mut walk, Some(LoginType::Business)), Ok(Some(LoginType::Business)));
}
