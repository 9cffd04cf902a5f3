//! A general member of 무역투자24 links to a company after joining, by approval password; leaves it, and links by certificate.

use crate::support::certificates::{Identity, KEY_PASSWORD};
use crate::support::files::Papers;
use crate::support::signup::PASSWORD;
use crate::support::{Person, World};
use crate::tradeinvest_general::{APPROVAL, COMPANY, joins, joins_alone, registers};

/// From my page up to how to link.
async fn finds_the_company(who: &Person) {
    who.follows("소속기업 연결").await;
    who.is_on("소속기업 찾기").await;
    who.fills("사업자등록번호", COMPANY).await;
    who.presses("검색").await;
    who.sees("가상기업0998 주식회사").await;
    who.meets_no_barrier().await;
    who.presses("다음으로").await;
    who.is_on("연결 방법 선택").await;
}

async fn completes(who: &Person) {
    who.is_on("입력한 내용 확인").await;
    who.presses("소속기업 연결").await;
    who.is_on("소속기업과 연결되었습니다").await;
    who.meets_no_barrier().await;
    who.follows("myKOTRA 바로가기").await;
    who.is_on("myKOTRA").await;
    who.sees("가상기업0998 주식회사").await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_member_links_by_approval_password_leaves_and_links_by_certificate_and_sees_the_mileage() {
    let world = World::open();
    let papers = Papers::new();
    let own = Identity::issue(&world.backend, &papers, COMPANY, &[]);
    let first = world.person().await;
    registers(&first, ["구아홉", "2345-6791", "ahop999"], &own).await;
    first.leaves().await;

    let who = world.person().await;
    joins(&who, "십열매", "2345-6792", "yeol1010").await;
    joins_alone(&who).await;
    who.logs_in_to("tradeinvest", "yeol1010", PASSWORD).await;
    who.is_on("myKOTRA").await;
    finds_the_company(&who).await;
    who.ticks("승인 비밀번호가 있는 경우").await;
    who.presses("다음으로").await;
    who.is_on("승인 비밀번호 입력").await;
    who.fills("승인 비밀번호(6자리)", "482917").await;
    who.presses("다음으로").await;
    who.sees("승인 비밀번호가 맞지 않습니다.").await;
    who.meets_no_barrier().await;
    who.fills("승인 비밀번호(6자리)", APPROVAL).await;
    who.presses("다음으로").await;
    completes(&who).await;
    who.sees("승인 비밀번호 (유형 B)").await;
    who.sees_no("서비스 이력·마일리지").await;

    // Who knows it may forget it, and still tell colleagues.
    who.presses("승인 비밀번호 보기").await;
    who.fills("비밀번호", "wrong-Pass1!").await;
    who.presses("확인하고 보기").await;
    who.sees("비밀번호가 맞지 않습니다").await;
    who.meets_no_barrier().await;
    who.fills("비밀번호", PASSWORD).await;
    who.presses("확인하고 보기").await;
    who.sees(APPROVAL).await;
    who.meets_no_barrier().await;
    who.pictures("my-approval").await;
    who.presses("숨기기").await;
    who.sees_no(APPROVAL).await;

    who.presses("소속 종료").await;
    who.sees("소속을 종료할까요?").await;
    who.meets_no_barrier().await;
    who.fills("비밀번호", PASSWORD).await;
    who.presses("종료하기").await;
    who.sees("이제 다른 기업과 연결할 수 있습니다.").await;

    finds_the_company(&who).await;
    who.ticks("승인 비밀번호가 없는 경우").await;
    who.presses("다음으로").await;
    who.is_on("기업 인증").await;
    who.presses("기업인증하기").await;
    who.picks(&[&own.pair[0], &own.pair[1]]).await;
    who.confirms_with(KEY_PASSWORD).await;
    completes(&who).await;
    who.sees("기업 범용인증서 (유형 A)").await;
    who.follows("서비스 이력·마일리지").await;
    who.sees("사용 가능 마일리지").await;
    who.meets_no_barrier().await;
    who.leaves_no_trace_of(&[APPROVAL, PASSWORD, "2345-6792"]).await;
    who.leaves().await;
}
