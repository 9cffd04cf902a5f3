//! A company that logs in as itself at 무역투자24, and what it does there.

use crate::support::World;
use crate::support::certificates::{Identity, KEY_PASSWORD};
use crate::support::files::Papers;
use crate::support::signup::PASSWORD;
use crate::tradeinvest_general::{APPROVAL, COMPANY, completes, links_by_approval, registers};

const NEW_APPROVAL: &str = "582937";

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_company_changes_its_information_and_approval_password_on_a_phone_by_keyboard() {
    let world = World::open();
    let papers = Papers::new();
    let own = Identity::issue(&world.backend, &papers, COMPANY, &[]);
    let who = world.person().await;
    registers(&who, ["구하늘", "2345-6791", "haneul91"], &own).await;
    who.leaves().await;
    let linked = world.person().await;
    links_by_approval(&linked, ["구바다", "2345-6792", "bada92"], APPROVAL).await;
    completes(&linked).await;
    linked.leaves().await;

    let company = world.person().await.with_keyboard_only();
    company.looks_at_width(360).await;
    company.opens("/tradeinvest/login").await;
    company.is_on("로그인").await;
    company.presses("기업정보 관리자").await;
    company.meets_no_barrier().await;
    company.fills("로그인 ID (사업자등록번호)", COMPANY).await;
    company.fills("로그인 비밀번호", "wrong-Pass1!").await;
    company.presses("로그인").await;
    company.sees("맞지 않습니다").await;
    company.fills("로그인 비밀번호", PASSWORD).await;
    company.presses("로그인").await;
    company.is_on("소속기업 관리").await;
    company.sees("소속 일반회원 2명").await;
    company.meets_no_barrier().await;
    assert_eq!(company.overhang().await, 0, "nothing is cut off at 360 pixels");
    company.pictures("company-desk-360").await;

    company.follows("기업정보 수정 #1").await;
    company.sees("기업인증이 필요합니다").await;
    assert_eq!(company.address().await, "/tradeinvest/company/info");
    company.sees_no("새 승인 비밀번호 확인").await;
    company.meets_no_barrier().await;
    company.presses("기업인증").await;
    company.picks(&[&own.pair[0], &own.pair[1]]).await;
    company.confirms_with(KEY_PASSWORD).await;
    company.fills("대표자명", "홍대표").await;
    company.presses("저장").await;
    company.sees("기업정보를 저장했습니다.").await;
    company.meets_no_barrier().await;
    company.pictures("company-info-360").await;
    company.fills("새 승인 비밀번호(6자리)", "123456").await;
    company.fills("새 승인 비밀번호 확인", "123456").await;
    company.presses("승인 비밀번호 변경").await;
    company.sees("연속된 숫자").await;
    company.fills("새 승인 비밀번호(6자리)", NEW_APPROVAL).await;
    company.fills("새 승인 비밀번호 확인", NEW_APPROVAL).await;
    company.presses("승인 비밀번호 변경").await;
    company.sees("승인 비밀번호를 변경했습니다").await;
    company.presses("승인 비밀번호 보기").await;
    company.sees(NEW_APPROVAL).await;
    company.meets_no_barrier().await;
    company.pictures("company-approval-360").await;
    company.presses("숨기기").await;
    company.sees_no(NEW_APPROVAL).await;
    company.presses("직원에게 알림").await;
    company.sees("이메일을 보냈습니다").await;
    company.meets_no_barrier().await;
    company.reloads().await;
    assert_eq!(company.reads("대표자명").await, "홍대표");
    company.follows("처리 기록").await;
    company.sees("승인 비밀번호").await;
    company.meets_no_barrier().await;
    company.leaves_no_trace_of(&[NEW_APPROVAL, PASSWORD, KEY_PASSWORD, "구바다"]).await;
    company.leaves().await;

    let third = world.person().await;
    links_by_approval(&third, ["구들판", "2345-6793", "deulpan3"], APPROVAL).await;
    third.sees("승인 비밀번호가 맞지 않습니다.").await;
    third.fills("승인 비밀번호(6자리)", NEW_APPROVAL).await;
    third.presses("다음으로").await;
    completes(&third).await;
    third.leaves().await;

    // Who is linked stays so, until the company ends it.
    let company = world.person().await;
    company.opens("/tradeinvest/login").await;
    company.presses("기업정보 관리자").await;
    company.fills("로그인 ID (사업자등록번호)", COMPANY).await;
    company.presses("공동인증서 로그인").await;
    company.picks(&[&own.pair[0], &own.pair[1]]).await;
    company.confirms_with(KEY_PASSWORD).await;
    company.is_on("소속기업 관리").await;
    company.sees("소속 일반회원 3명").await;
    company.presses("구바다 관계 해지").await;
    company.sees("소속기업이 없는 일반회원이 됩니다").await;
    company.meets_no_barrier().await;
    company.presses("관계 해지").await;
    company.sees("소속 일반회원 2명").await;
    company.follows("서비스 이력·마일리지").await;
    company.sees("12,000점").await;
    company.meets_no_barrier().await;
    company.leaves().await;
}
