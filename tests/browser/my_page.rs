//! My page: consents, logins, one's data, and leaving.

use crate::support::World;
use crate::support::signup::PASSWORD;
use crate::tradeinvest_general::{joins, joins_alone};

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_member_withdraws_a_consent_ends_a_login_elsewhere_and_leaves_for_good() {
    let world = World::open();
    let who = world.person().await;
    joins(&who, "십하나", "2345-6701", "hana0101").await;
    joins_alone(&who).await;
    who.logs_in_to("tradeinvest", "hana0101", PASSWORD).await;
    who.sees("회원 유형").await;
    who.sees("일반회원").await;
    who.sees("가입 채널").await;
    who.meets_no_barrier().await;

    who.follows("동의 관리").await;
    who.is_on("동의 관리").await;
    who.meets_no_barrier().await;
    who.pictures("my-consents").await;
    assert_eq!(who.address().await, "/tradeinvest/my/consents");
    who.reloads().await;
    who.is_on("동의 관리").await;
    who.browser.back().await.expect("back");
    who.sees("가입 채널").await;
    assert_eq!(who.address().await, "/tradeinvest/my", "a link leaves the page it was on in the history");

    let elsewhere = world.person().await;
    elsewhere.logs_in_to("tradeinvest", "hana0101", PASSWORD).await;
    who.follows("로그인 기기").await;
    who.is_on("로그인 기기").await;
    who.sees("지금 이 기기").await;
    who.meets_no_barrier().await;
    who.pictures("my-logins").await;
    who.presses("다른 기기 모두 로그아웃").await;
    who.sees("다른 기기에서 모두 로그아웃했습니다.").await;
    elsewhere.reloads().await;
    elsewhere.is_on("로그인").await;
    elsewhere.leaves().await;

    who.looks_at_width(360).await;
    who.follows("탈퇴").await;
    who.is_on("회원 탈퇴").await;
    who.meets_no_barrier().await;
    assert_eq!(who.overhang().await, 0, "nothing is cut off at 360 pixels");
    who.presses("탈퇴하기").await;
    who.sees("내용을 확인하고 체크해 주세요.").await;
    who.meets_no_barrier().await;
    who.ticks("위 내용을 확인했으며 탈퇴합니다.").await;
    who.fills("비밀번호", "wrong-Pass1!").await;
    who.presses("탈퇴하기").await;
    who.sees("맞지 않습니다").await;
    who.fills("비밀번호", PASSWORD).await;
    who.presses("탈퇴하기").await;
    for _ in 0..2 {
        who.is_on("탈퇴가 완료되었습니다").await;
        who.sees("탈퇴 일시").await;
        who.sees_no("소속 회원이 더 없어").await;
        who.sees("1년 이상 보관합니다").await;
        who.sees("다시 가입하기").await;
        who.meets_no_barrier().await;
        who.reloads().await;
    }
    who.leaves_no_trace_of(&["십하나", "2345-6701", PASSWORD]).await;

    who.opens("/tradeinvest/login").await;
    who.is_on("로그인").await;
    who.fills("아이디", "hana0101").await;
    who.fills("비밀번호", PASSWORD).await;
    who.presses("로그인").await;
    who.sees("맞지 않습니다").await;
    who.leaves().await;
}
