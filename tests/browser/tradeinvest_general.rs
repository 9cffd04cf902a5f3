//! General members of 무역투자24: alone, registering a company, and linked to one by its approval password or certificate.

use crate::support::certificates::{Identity, KEY_PASSWORD};
use crate::support::files::Papers;
use crate::support::signup::PASSWORD;
use crate::support::{Person, World};

pub const COMPANY: &str = "1248100998";
pub const APPROVAL: &str = "482916";

/// Joins up to the question of the company; proves who they are in an app.
pub async fn joins(who: &Person, name: &str, mobile: &str, login_id: &str) {
    who.opens("/tradeinvest/signup/general").await;
    who.is_on("약관동의").await;
    who.ticks("전체 필수 선택동의").await;
    who.presses("다음으로").await;
    who.is_on("실명인증").await;
    who.approves_in_an_app(name, mobile).await;
    who.is_on("기본정보 입력").await;
    assert_eq!(who.reads("이름").await, name);
    who.chooses_login(login_id, PASSWORD).await;
    who.presses("다음으로").await;
    who.is_on("선택항목 입력").await;
}

/// Says how to come to a company, and which.
pub async fn links(who: &Person, way: &str) {
    who.presses("다음으로").await;
    who.is_on("소속기업 등록(선택)").await;
    who.ticks(way).await;
    who.presses("다음으로").await;
    who.is_on("소속기업 찾기").await;
    who.fills("사업자등록번호", COMPANY).await;
    who.presses("다음으로").await;
}

pub async fn completes(who: &Person) {
    who.is_on("입력한 내용 확인").await;
    who.presses("가입완료").await;
    who.is_on("회원가입이 완료되었습니다").await;
    who.sees("일반회원으로 가입되었습니다").await;
    who.meets_no_barrier().await;
}

/// Goes on without a company.
pub async fn joins_alone(who: &Person) {
    who.presses("다음으로").await;
    who.ticks("소속기업 없이 가입").await;
    who.presses("다음으로").await;
    completes(who).await;
}

/// Joins, and registers the company as a member.
pub async fn registers(who: &Person, [name, mobile, login_id]: [&str; 3], own: &Identity) {
    joins(who, name, mobile, login_id).await;
    joins_alone(who).await;

    // The way in for members leads over the login and back.
    who.opens("/tradeinvest/signup/company").await;
    who.is_on("로그인").await;
    who.fills("아이디", login_id).await;
    who.fills("비밀번호", PASSWORD).await;
    who.presses("로그인").await;
    who.is_on("약관동의").await;
    who.ticks("전체 필수 선택동의").await;
    who.presses("다음으로").await;
    who.is_on("소속기업 조회").await;
    who.fills("사업자등록번호", COMPANY).await;
    who.presses("검색").await;
    who.sees("기업정보가 조회된 기업").await;
    who.presses("다음으로").await;
    who.is_on("기업 인증").await;
    who.meets_no_barrier().await;
    who.presses("기업인증하기").await;
    who.picks(&[&own.pair[0], &own.pair[1]]).await;
    who.confirms_with(KEY_PASSWORD).await;
    who.is_on("기업 정보 입력").await;
    who.fills("기업정보 관리 로그인 비밀번호", PASSWORD).await;
    who.fills("비밀번호 확인", PASSWORD).await;
    who.fills("승인 비밀번호(6자리)", "123456").await;
    who.fills("승인 비밀번호(6자리) 확인", "123456").await;
    who.presses("다음으로").await;
    who.sees("연속된 숫자").await;
    who.meets_no_barrier().await;
    who.fills("승인 비밀번호(6자리)", APPROVAL).await;
    who.fills("승인 비밀번호(6자리) 확인", APPROVAL).await;
    who.presses("다음으로").await;
    who.is_on("입력한 내용 확인").await;
    who.presses("등록하기").await;
    who.is_on("기업정보 등록이 완료되었습니다").await;
    who.meets_no_barrier().await;
}

/// Joins, and links to the company by the approval password.
pub async fn links_by_approval(who: &Person, [name, mobile, login_id]: [&str; 3], approval: &str) {
    joins(who, name, mobile, login_id).await;
    links(who, "승인 비밀번호가 있는 경우").await;
    who.is_on("승인 비밀번호 입력").await;
    who.fills("승인 비밀번호(6자리)", approval).await;
    who.presses("다음으로").await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn somebody_joins_with_words_of_interest_and_finds_that_the_company_is_not_registered_yet() {
    let world = World::open();
    let who = world.person().await;
    joins(&who, "오다섯", "2345-6785", "daseot5").await;
    who.meets_no_barrier().await;
    who.fills("관심 키워드", "반도체, 화장품").await;
    who.presses("추가").await;
    who.sees("2/10개 선택").await;
    who.ticks("유럽").await;
    links(&who, "승인 비밀번호가 있는 경우").await;
    who.sees("아직 기업정보가 등록되지 않은 기업입니다.").await;
    who.meets_no_barrier().await;
    who.follows("이전으로").await;
    who.is_on("소속기업 등록(선택)").await;
    who.ticks("소속기업 없이 가입").await;
    who.presses("다음으로").await;
    who.is_on("입력한 내용 확인").await;
    who.sees("반도체, 화장품").await;
    completes(&who).await;
    who.leaves_no_trace_of(&["2345-6785", "오다섯"]).await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_member_registers_a_company_and_colleagues_link_to_it_by_approval_password_and_by_certificate() {
    let world = World::open();
    let papers = Papers::new();
    let own = Identity::issue(&world.backend, &papers, COMPANY, &[]);
    let who = world.person().await;
    registers(&who, ["육여섯", "2345-6786", "yeoseot6"], &own).await;
    who.leaves_no_trace_of(&[APPROVAL, PASSWORD]).await;
    who.leaves().await;

    let second = world.person().await;
    links_by_approval(&second, ["칠일곱", "2345-6787", "ilgop77"], "482917").await;
    second.sees("승인 비밀번호가 맞지 않습니다.").await;
    second.meets_no_barrier().await;
    second.fills("승인 비밀번호(6자리)", APPROVAL).await;
    second.presses("다음으로").await;
    completes(&second).await;
    second.logs_in_to("tradeinvest", "ilgop77", PASSWORD).await;
    second.sees("가상기업0998 주식회사").await;
    second.leaves().await;

    let third = world.person().await;
    joins(&third, "팔여덟", "2345-6788", "yeodeol8").await;
    links(&third, "승인 비밀번호가 없는 경우").await;
    third.is_on("기업 인증").await;
    third.presses("기업인증하기").await;
    third.picks(&[&own.pair[0], &own.pair[1]]).await;
    third.confirms_with(KEY_PASSWORD).await;
    completes(&third).await;
    third.leaves().await;
}
