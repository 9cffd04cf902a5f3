//! Forgetting login id and password at 무역투자24, and getting both back.

use crate::support::signup::PASSWORD;
use crate::support::{Person, World};
use crate::tradeinvest_general::joins_alone;

const NEW: &str = "new horse staple battery";
/// The login id of who joins.
pub const LOGIN_ID: &str = "hangyeol1";

/// The number behind 010 of who joins.
pub const MOBILE: &str = "2345-6788";

/// Proves who one is by the code that comes to the phone.
async fn verifies(who: &Person, mobile: &str) {
    who.asks_by_phone("최한결", "1988", mobile).await;
    who.confirms_the_code().await;
}

/// Becomes a general member without a company.
pub async fn joins(who: &Person, mobile: &str, login_id: &str) {
    who.opens("/tradeinvest/signup/general").await;
    who.ticks("전체 필수 선택동의").await;
    who.presses("다음으로").await;
    who.is_on("실명인증").await;
    who.ticks("휴대전화").await;
    verifies(who, mobile).await;
    who.is_on("기본정보 입력").await;
    who.chooses_login(login_id, PASSWORD).await;
    who.presses("다음으로").await;
    who.is_on("선택항목 입력").await;
    joins_alone(who).await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn somebody_who_forgot_both_is_told_the_login_id_sets_a_password_and_logs_in() {
    let world = World::open();
    let member = world.person().await;
    joins(&member, MOBILE, LOGIN_ID).await;
    member.leaves().await;

    let who = world.person().await;
    who.opens("/tradeinvest/login").await;
    who.meets_no_barrier().await;
    who.follows("아이디 찾기").await;
    who.is_on("찾는 방법 선택").await;
    who.meets_no_barrier().await;
    who.ticks("휴대폰").await;
    who.presses("다음으로").await;
    who.is_on("본인확인").await;
    who.meets_no_barrier().await;
    verifies(&who, MOBILE).await;
    who.is_on("아이디 찾기 결과").await;
    who.sees(LOGIN_ID).await;
    who.meets_no_barrier().await;

    who.follows("비밀번호 재설정 #2").await;
    who.is_on("회원정보 입력").await;
    who.fills("아이디", LOGIN_ID).await;
    who.fills("회원명", "최한결").await;
    who.meets_no_barrier().await;
    who.presses("다음으로").await;
    who.is_on("본인확인").await;
    who.ticks("휴대폰 인증").await;
    verifies(&who, MOBILE).await;
    who.is_on("새 비밀번호").await;
    who.fills("새 비밀번호", NEW).await;
    who.fills("비밀번호 확인", NEW).await;
    who.meets_no_barrier().await;
    who.presses("저장하기").await;
    who.is_on("비밀번호를 바꾸었습니다").await;
    who.meets_no_barrier().await;
    who.leaves_no_trace_of(&["최한결", LOGIN_ID, NEW]).await;

    who.follows("로그인 #2").await;
    who.fills("아이디", LOGIN_ID).await;
    who.fills("비밀번호", NEW).await;
    who.presses("로그인").await;
    who.is_on("myKOTRA").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn somebody_finds_the_login_id_by_a_code_and_a_stranger_is_told_nothing() {
    let world = World::open();
    let member = world.person().await;
    joins(&member, MOBILE, LOGIN_ID).await;
    member.leaves().await;

    let who = world.person().await;
    who.opens("/tradeinvest/signup/find-id").await;
    who.ticks("이메일").await;
    who.presses("다음으로").await;
    who.is_on("이메일로 확인").await;
    who.presses("인증번호 받기").await;
    who.sees("이름").await;
    who.meets_no_barrier().await;
    who.fills("이름", "김철수").await;
    who.fills("이메일 > 이메일 아이디", LOGIN_ID).await;
    who.chooses("이메일 > 이메일 도메인 선택", "naver.com").await;
    who.presses("인증번호 받기").await;
    who.sees("입력하신 정보가 회원정보와 같으면").await;
    who.fills("인증번호", "123456").await;
    who.presses("인증번호 확인").await;
    who.sees("인증번호가 맞지 않습니다.").await;
    who.meets_no_barrier().await;
    who.presses("입력한 정보 고치기").await;
    who.fills("이름", "최한결").await;
    who.presses("인증번호 받기").await;
    who.sees("입력하신 정보가 회원정보와 같으면").await;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    who.fills("인증번호", &who.code_received().await).await;
    who.presses("인증번호 확인").await;
    who.is_on("아이디 찾기 결과").await;
    who.sees(LOGIN_ID).await;
    who.leaves().await;
}
