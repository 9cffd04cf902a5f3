//! A passkey is registered, used and removed.

use super::journeys::logs_in;
use super::walk::Walk;
use crate::demo::samples::PASSWORD;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    AskPasskeyLogin, Empty, MadePasskey, NewPasskey, PasskeyAssertion, PasskeyAttestation, PasskeyLogin, Themselves,
    UsedPasskey,
};
use gaip_contract::endpoints::{
    AskForPasskey, AskToLogInByPasskey, GetSession, ListPasskeys, LogInByPasskey, LogOut, RegisterPasskey,
    RemovePasskey,
};

fn made(id: &str) -> NewPasskey {
    let response = PasskeyAttestation { client_data: String::new(), attestation: String::new() };
    let credential = MadePasskey { id: id.to_owned(), kind: "public-key".to_owned(), response };
    NewPasskey { name: "회사 노트북".to_owned(), credential }
}

fn used(portal: &str, id: &str) -> PasskeyLogin {
    let [client_data, authenticator_data, signature] = [const { String::new() }; 3];
    let response = PasskeyAssertion { client_data, authenticator_data, signature, user_handle: None };
    let credential = UsedPasskey { id: id.to_owned(), kind: "public-key".to_owned(), response };
    PasskeyLogin { portal: portal.to_owned(), credential }
}

fn says(password: Option<&str>) -> Themselves {
    Themselves { password: password.map(str::to_owned) }
}

#[test]
fn a_passkey_is_registered_logs_in_and_is_removed() {
    let mut walk = Walk::new();
    logs_in(&mut walk, "kotra", "hanbit2", PASSWORD).unwrap();
    let options = walk.ask::<AskForPasskey>(&[], &says(None)).unwrap();
    assert!(options.user.name.starts_with("hanbit2") && options.exclude.is_empty());
    assert_eq!((options.challenge.len() % 4, options.user.id.len() % 4), (0, 0));
    walk.ask::<RegisterPasskey>(&[], &made("aa")).unwrap();
    let known = walk.ask::<RegisterPasskey>(&[], &made("aa"));
    assert_eq!(known.unwrap_err(), ProblemCode::PasskeyRegistered);

    walk.ask::<LogOut>(&[], &Empty {}).unwrap();
    walk.ask::<AskToLogInByPasskey>(&[], &AskPasskeyLogin { portal: "kotra".to_owned() }).unwrap();
    for (portal, id) in [("kotra", "bb"), ("daejeon", "aa")] {
        let failed = walk.ask::<LogInByPasskey>(&[], &used(portal, id));
        assert_eq!(failed.unwrap_err(), ProblemCode::PasskeyFailed);
    }
    walk.ask::<LogInByPasskey>(&[], &used("kotra", "aa")).unwrap();
    let session = walk.ask::<GetSession>(&[], &Empty {}).unwrap();
    assert_eq!(session.member.unwrap().login_id, "hanbit2");
    let listed = walk.ask::<ListPasskeys>(&[], &Empty {}).unwrap();
    assert!(listed[0].used_at.is_some());

    walk.demo.now += 11 * 60_000;
    let id = listed[0].id.as_str();
    for (password, code) in [(None, ProblemCode::LoginAgain), (Some("wrong"), ProblemCode::PasswordWrong)] {
        assert_eq!(walk.ask::<RemovePasskey>(&[id], &says(password)).unwrap_err(), code);
    }
    assert!(walk.ask::<RemovePasskey>(&[id], &says(Some(PASSWORD))).unwrap().is_empty());
    walk.ask::<LogOut>(&[], &Empty {}).unwrap();
    assert_eq!(walk.ask::<LogInByPasskey>(&[], &used("kotra", "aa")).unwrap_err(), ProblemCode::PasskeyFailed);
}

#[test]
fn a_portal_without_passkeys_has_none() {
    let asked = AskPasskeyLogin { portal: "work24".to_owned() };
    assert_eq!(Walk::new().ask::<AskToLogInByPasskey>(&[], &asked).unwrap_err(), ProblemCode::NotFound);
}
