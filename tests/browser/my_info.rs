//! My page: a member changes what was entered at sign-up.

use crate::recovery::joins;
use crate::support::signup::PASSWORD;
use crate::support::{Person, World};

const LOGIN_ID: &str = "hangyeol2";
const NEW: &str = "new horse staple battery";

/// Types another e-mail address.
async fn types_address(who: &Person) {
    who.fills("이메일 > 이메일 아이디", "new.hangyeol").await;
    who.chooses("이메일 > 이메일 도메인 선택", "naver.com").await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_member_proves_a_new_address_and_changes_the_password() {
    let world = World::open();
    let who = world.person().await;
    joins(&who, "2345-6799", LOGIN_ID).await;
    who.logs_in_to("tradeinvest", LOGIN_ID, PASSWORD).await;
    who.follows("정보 변경").await;
    who.is_on("회원정보 변경").await;
    who.meets_no_barrier().await;
    who.sees("본인확인으로 확인된 정보").await;
    who.sees("최한결").await;
    who.presses("변경 내용 저장").await;
    who.sees("바뀐 내용이 없습니다.").await;

    types_address(&who).await;
    who.sees("새 이메일 확인").await;
    who.presses("변경 내용 저장").await;
    who.sees("새 이메일로 받은 인증번호 6자리를 입력해 주세요.").await;
    who.meets_no_barrier().await;
    who.presses("인증번호 받기").await;
    who.sees("인증번호를 보냈습니다.").await;
    // The mail leaves after the answer.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let code = who.code_received().await;
    who.fills("인증번호", &code).await;
    who.fills("현재 비밀번호", PASSWORD).await;
    who.presses("변경 내용 저장").await;
    who.sees("회원정보를 변경했습니다.").await;
    who.meets_no_barrier().await;
    who.leaves_no_trace_of(&["new.hangyeol", "최한결"]).await;

    who.follows("비밀번호").await;
    who.is_on("비밀번호 변경").await;
    who.meets_no_barrier().await;
    who.fills("현재 비밀번호", "a wrong password").await;
    who.fills("새 비밀번호", NEW).await;
    who.fills("비밀번호 확인", NEW).await;
    who.presses("변경").await;
    who.sees("현재 비밀번호가 맞지 않습니다.").await;
    who.fills("현재 비밀번호", PASSWORD).await;
    who.presses("변경").await;
    who.sees("비밀번호를 바꿨습니다.").await;
    who.opens("/tradeinvest/my").await;
    who.is_on("myKOTRA").await;
    who.looks_at_width(320).await;
}
