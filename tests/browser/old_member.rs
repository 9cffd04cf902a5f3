//! Old members of 무역투자24: from the login page to an account of today, with a company or without.

use crate::support::{Person, World};

const NEW: &str = "new horse staple battery";
const COMPANY: &str = "1248100998";

/// A portal whose old members of the example have been imported.
fn world() -> World {
    let world = World::open();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/old-members.csv");
    let said = world.backend.operator(&["old-members", "import", "--portal", "tradeinvest", file]);
    assert!(said.contains("added: 3"), "{said}");
    world
}

/// Proves who one is by the code that comes to the phone.
async fn verifies(who: &Person, name: &str, year: &str, mobile: &str) {
    who.is_on("본인확인").await;
    who.ticks("휴대전화").await;
    who.asks_by_phone(name, year, mobile).await;
    who.confirms_the_code().await;
    who.is_on("기존 회원정보 확인").await;
}

async fn fills_in(who: &Person) {
    who.fills("새 비밀번호", NEW).await;
    who.fills("비밀번호 확인", NEW).await;
    who.fills("이메일 > 이메일 아이디", "old.member").await;
    who.chooses("이메일 > 이메일 도메인 선택", "naver.com").await;
}

async fn agrees(who: &Person) {
    who.is_on("약관동의").await;
    who.sees("회원가입 시 필요한 이용약관").await;
    who.ticks("전체 필수 선택동의").await;
    who.presses("다음으로").await;
    who.is_on("소속기업 등록 또는 Mykotra").await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn somebody_with_an_old_account_takes_it_over_and_uses_the_site() {
    let world = world();
    let who = world.person().await;
    who.opens("/tradeinvest/login").await;
    who.fills("아이디", "hanbit79").await;
    who.fills("비밀번호", "the password of before").await;
    who.presses("로그인").await;
    who.sees("예전 비밀번호로 로그인할 수 없습니다.").await;
    who.meets_no_barrier().await;
    who.follows("기존회원").await;
    verifies(&who, "홍길동", "1981", "2345-6781").await;
    who.sees("ha***9").await;
    who.sees("주식회사 한빛무역").await;
    who.sees("gi***g").await;
    who.sees_no("hanbit79").await;
    who.meets_no_barrier().await;
    who.pictures("old-member-accounts").await;
    who.presses("다음으로").await;
    who.sees("이어서 사용할 계정을 선택해 주세요.").await;
    who.ticks("ha***9").await;
    who.presses("다음으로").await;
    who.is_on("비밀번호 재설정").await;
    who.sees_no("새 아이디").await;
    fills_in(&who).await;
    who.meets_no_barrier().await;
    who.presses("다음으로").await;
    agrees(&who).await;
    who.meets_no_barrier().await;
    who.ticks("Mykotra").await;
    who.presses("다음으로").await;
    who.is_on("기존회원 전환이 완료되었습니다").await;
    who.sees("hanbit79").await;
    who.meets_no_barrier().await;
    who.pictures("old-member-complete").await;
    who.leaves_no_trace_of(&["홍길동", "hanbit79", NEW]).await;
    who.logs_in_to("tradeinvest", "hanbit79", NEW).await;
    who.meets_no_barrier().await;
    who.leaves().await;

    // Once more: the person is a member by now.
    let again = world.person().await;
    again.opens("/tradeinvest/signup/old-member").await;
    again.is_on("본인확인").await;
    again.ticks("휴대전화").await;
    again.asks_by_phone("홍길동", "1981", "2345-6781").await;
    again.confirms_the_code().await;
    again.sees("이미").await;
    again.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_old_login_id_that_cannot_stay_is_chosen_anew_and_a_new_company_is_registered_after_the_login() {
    let world = world();
    let who = world.person().await;
    who.opens("/tradeinvest").await;
    who.follows("기존회원").await;
    verifies(&who, "홍길동", "1981", "2345-6781").await;
    who.ticks("gi***g").await;
    who.presses("다음으로").await;
    who.is_on("비밀번호 재설정").await;
    who.fills("새 아이디", "gildong88").await;
    who.presses("중복확인").await;
    who.sees("사용할 수 있는 아이디입니다.").await;
    fills_in(&who).await;
    who.presses("다음으로").await;
    agrees(&who).await;
    who.ticks("소속기업 등록").await;
    who.presses("다음으로").await;
    who.is_on("소속기업 등록").await;
    who.fills("사업자등록번호", COMPANY).await;
    who.presses("검색").await;
    who.sees("새로 등록할 기업").await;
    who.meets_no_barrier().await;
    who.presses("다음으로").await;
    who.is_on("기존회원 전환이 완료되었습니다").await;
    who.follows("로그인하고 소속기업 등록").await;
    who.is_on("로그인").await;
    who.fills("아이디", "gildong88").await;
    who.fills("비밀번호", NEW).await;
    who.presses("로그인").await;
    who.is_on("약관동의").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn whoever_had_no_account_is_led_to_the_sign_up() {
    let world = world();
    let who = world.person().await;
    who.opens("/tradeinvest/signup/old-member").await;
    verifies(&who, "김새벽", "1990", "2345-6790").await;
    who.sees("기존 회원정보가 없습니다").await;
    who.meets_no_barrier().await;
    who.presses("새로 가입하기").await;
    who.is_on("약관동의").await;
    who.leaves().await;
}
