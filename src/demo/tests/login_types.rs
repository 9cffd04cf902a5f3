//! At 고용24 an account logs in as what it signed up as, and opens the services of that type.

use super::walk::Walk;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CertificateLogin, Empty, Proof};
use gaip_contract::endpoints::{LogInByCertificate, OpenService};
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
                if mark == 'O' { Ok(format!("/sandbox?service={service}")) } else { Err(ProblemCode::NotAllowed) };
            assert_eq!(answer, said, "{choices:?} {service}");
        }
    }
}
