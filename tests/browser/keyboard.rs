//! The whole sign-up without a mouse. Only the choice of files is the operating system's own dialog.

use crate::support::World;
use crate::support::files::Papers;
use crate::support::signup::{Find, Signup};
use thirtyfour::prelude::*;

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_company_signs_up_by_keyboard_alone() {
    let world = World::open();
    let who = world.person().await.with_keyboard_only();
    let signup = Signup::korean(&who);
    who.opens("/daejeon").await;
    who.is_on("대전광역시 수출지원사업 관리시스템").await;
    who.strikes(Key::Tab + "").await;
    who.follows("본문 바로가기").await;
    who.follows("회원가입").await;
    signup.agree().await;
    signup.company().await;
    signup.certificate(&Papers::new()).await;
    signup.fill_contact().await;
    signup.fill_password().await;
    // Enter in a field sends the form, as everywhere.
    who.strikes(Key::Enter + "").await;
    signup.fill_company().await;
    who.presses("취소").await;
    who.sees("회원가입을 그만두시겠습니까?").await;
    who.strikes(Key::Escape + "").await;
    who.sees_no("회원가입을 그만두시겠습니까?").await;
    signup.next().await;
    who.is_on("제품정보").await;
    signup.product(1, "볼트", Find::Search("나사", "7318")).await;
    who.presses("제품추가하기").await;
    signup.product(2, "버스", Find::Browse(&["제17부", "제87류"], "8702")).await;
    signup.next().await;
    signup.submit().await;
    assert_eq!(world.backend.members().len(), 1);
    signup.log_in().await;
    who.leaves().await;
}
