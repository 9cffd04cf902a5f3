//! A member registers a passkey, logs in by it, and removes it: with an authenticator that the browser simulates.

use crate::recovery::{LOGIN_ID, MOBILE, joins};
use crate::support::signup::PASSWORD;
use crate::support::{Person, World};
use serde_json::{Value, json};

/// A device with a screen lock, which its owner opens whenever they are asked, or never.
struct Device(Value);

impl Device {
    async fn of(who: &Person) -> Self {
        who.devtools("WebAuthn.enable", json!({})).await;
        let options = json!({ "options": {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
            "isUserVerified": true, "automaticPresenceSimulation": true,
        } });
        let added = who.devtools("WebAuthn.addVirtualAuthenticator", options).await;
        Self(added["authenticatorId"].clone())
    }

    /// Whether finger, face or PIN are the owner's.
    async fn knows_owner(&self, who: &Person, known: bool) {
        let with = json!({ "authenticatorId": self.0, "isUserVerified": known });
        who.devtools("WebAuthn.setUserVerified", with).await;
    }
}

async fn logs_out(who: &Person) {
    who.presses("로그아웃").await;
    who.is_on("로그아웃되었습니다").await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_member_registers_a_passkey_logs_in_by_it_and_removes_it() {
    let world = World::open();
    let who = world.person_by_name().await;
    let device = Device::of(&who).await;
    joins(&who, MOBILE, LOGIN_ID).await;
    who.logs_in_to("tradeinvest", LOGIN_ID, PASSWORD).await;
    who.opens("/tradeinvest/my/logins").await;
    who.is_on("로그인 기기").await;
    who.sees("등록한 패스키가 없습니다.").await;
    who.meets_no_barrier().await;
    device.knows_owner(&who, false).await;
    who.fills("패스키 이름", "사무실 노트북").await;
    who.presses("패스키 등록").await;
    who.sees("바뀐 것은 없습니다.").await;
    who.finds_in("패스키 이름", "사무실 노트북").await;
    device.knows_owner(&who, true).await;
    who.presses("패스키 등록").await;
    who.sees("패스키를 등록했습니다.").await;
    who.sees("아직 사용하지 않음").await;
    who.meets_no_barrier().await;
    who.pictures("passkey-mine").await;

    logs_out(&who).await;
    who.opens("/tradeinvest/login").await;
    who.is_on("로그인").await;
    who.meets_no_barrier().await;
    who.pictures("passkey-login").await;
    who.presses("패스키로 로그인").await;
    who.is_on("myKOTRA").await;
    who.opens("/tradeinvest/my/logins").await;
    who.sees("사무실 노트북").await;
    who.sees_no("아직 사용하지 않음").await;
    who.presses("사무실 노트북 삭제").await;
    who.sees("패스키를 삭제할까요?").await;
    who.meets_no_barrier().await;
    who.presses("삭제").await;
    who.sees("등록한 패스키가 없습니다.").await;

    logs_out(&who).await;
    who.opens("/tradeinvest/login").await;
    who.presses("패스키로 로그인").await;
    who.sees("이 패스키로 로그인할 수 없습니다.").await;
    who.fills("아이디", LOGIN_ID).await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn at_an_address_that_is_a_number_there_is_no_passkey() {
    let world = World::open();
    let who = world.person().await;
    who.opens("/tradeinvest/login").await;
    who.is_on("로그인").await;
    who.sees_no("패스키로 로그인").await;
    who.leaves().await;
}
