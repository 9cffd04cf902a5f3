//! At 고용24 an account logs in as what it signed up as.

use super::walk::Walk;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CertificateLogin, Proof};
use gaip_contract::endpoints::LogInByCertificate;
use gaip_domain::permission::LoginType;

fn logs_in_as(walk: &mut Walk, kind: Option<LoginType>) -> Result<Option<LoginType>, ProblemCode> {
    let (challenge, signature) = ("c".to_owned(), "demo".to_owned());
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
