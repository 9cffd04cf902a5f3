//! Hangul as it is composed, and as other systems write it.

use crate::support::files::Papers;
use crate::support::signup::Signup;
use crate::support::{Person, World};
use serde_json::json;
use thirtyfour::prelude::*;

async fn composes(who: &Person, text: &str) {
    let end = text.chars().count();
    let composition = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
    who.devtools("Input.imeSetComposition", composition).await;
}

/// Enter as an input method hears it: the page is told that it is part of the composition.
async fn enters_while_composing(who: &Person) {
    for kind in ["rawKeyDown", "keyUp"] {
        let key = json!({ "type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229 });
        who.devtools("Input.dispatchKeyEvent", key).await;
    }
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn enter_while_composing_sends_nothing_and_hangul_arrives_whole() {
    let world = World::open();
    let who = world.person().await;
    let signup = Signup::korean(&who);
    signup.begin().await;
    signup.agree().await;
    signup.company().await;
    signup.certificate(&Papers::new()).await;
    signup.check_login_id().await;

    who.fills("부서", "").await;
    for part in ["ㅎ", "하", "한"] {
        composes(&who, part).await;
    }
    enters_while_composing(&who).await;
    who.devtools("Input.insertText", json!({ "text": "한" })).await;
    composes(&who, "글").await;
    who.devtools("Input.insertText", json!({ "text": "글" })).await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    who.finds_in("부서", "한글").await;
    assert!(!who.sees_now("확인이 필요한 항목이").await, "the form was not sent");

    // As a Mac writes names of files and people.
    who.fills("담당자명(한글)", "").await;
    let decomposed = "\u{1112}\u{1169}\u{11bc}\u{1100}\u{1175}\u{11af}\u{1103}\u{1169}\u{11bc}";
    who.devtools("Input.insertText", json!({ "text": decomposed })).await;
    who.strikes(Key::Enter + "").await;
    who.sees("확인이 필요한 항목이").await;
    assert!(!who.sees_now("담당자명(한글)을 한글로 입력해 주세요.").await);
    signup.fill_password().await;
    who.fills("직위", "과장").await;
    who.chooses("담당자 연락처 > 앞자리", "042").await;
    who.fills("담당자 연락처 > 뒷자리", "3803046").await;
    who.chooses("휴대폰 전화번호 > 앞자리", "010").await;
    who.fills("휴대폰 전화번호 > 뒷자리", "12345678").await;
    who.fills("담당자 E-mail > 이메일 아이디", "hong@naver.com").await;
    signup.next().await;
    signup.company_info().await;
    who.is_on("제품정보").await;
    signup.product(1, "볼트", crate::support::signup::Find::Search("나사", "7318")).await;
    signup.next().await;
    signup.submit().await;
    signup.log_in().await;
    who.sees("홍길동").await;
    assert!(!who.page().await.contains(decomposed));
    who.leaves().await;
}
