//! The administration of a company, by people who use nothing but the keyboard.

use crate::kotra::{Member, is_registered};
use crate::support::signup::PASSWORD;
use crate::support::{World, colleagues};

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_master_approves_an_associate_and_hands_the_role_over_by_keyboard() {
    let world = World::open();
    is_registered(&world, "1248100998").await;
    let who = world.person().await;
    let second = Member { world: &world, who: &who, name: "이두리", mobile: "2345-6782", login_id: "duri22" };
    second.becomes_associate_of("1248100998").await;
    who.leaves().await;

    let master = world.person().await.with_keyboard_only();
    master.logs_in_to("kotra", "hana1", PASSWORD).await;
    master.sees("정회원 승인 이용 가능").await;
    master.meets_no_barrier().await;
    master.follows("소속 기업 관리하기").await;
    master.is_on("소속 기업 관리").await;
    master.sees("MASTER 1명, 정회원 0명, 준회원 1명 (승인 대기)").await;
    master.fills("이름 또는 아이디", "두리").await;
    master.presses("검색").await;
    master.sees("모두 1명").await;
    master.ticks("이두리").await;
    master.presses("선택한 1명 승인").await;
    master.sees("1명을 정회원으로 승인했습니다.").await;
    master.meets_no_barrier().await;
    master.presses("승인 되돌리기").await;
    master.sees("1명의 승인을 되돌렸습니다.").await;
    master.presses("이두리 승인").await;
    master.sees("정회원 1명, 준회원 0명").await;
    master.presses("이두리 MASTER 넘기기").await;
    master.sees("MASTER 권한을 넘길까요?").await;
    master.meets_no_barrier().await;
    master.presses("제안하기").await;
    master.sees("이두리 님의 수락을 기다리고 있습니다").await;
    master.looks_at_width(320).await;
    assert_eq!(master.overhang().await, 0, "nothing is cut off at 320 pixels");
    master.meets_no_barrier().await;
    master.leaves().await;

    let next = world.person().await.with_keyboard_only();
    next.logs_in_to("kotra", "duri22", PASSWORD).await;
    next.sees("MASTER 권한을 제안받았습니다").await;
    next.meets_no_barrier().await;
    next.presses("수락하기").await;
    next.is_on("소속 기업 관리").await;
    next.sees("기업회원 (MASTER)").await;
    next.follows("처리 기록").await;
    next.sees("MASTER 권한 넘겨받음").await;
    next.meets_no_barrier().await;
    next.leaves_no_trace_of(&["이두리", "김하나"]).await;
    next.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_master_approves_twenty_people_on_a_phone_by_keyboard() {
    let world = World::of_people();
    colleagues::joins(&world.backend, "1248100998", "hana1", "김하나").await;
    for n in 1..=20 {
        colleagues::joins(&world.backend, "1248100998", &format!("duri{n}"), &format!("이두리{n}")).await;
    }
    let master = world.person().await.with_keyboard_only();
    master.looks_at_width(360).await;
    master.logs_in_to("people", "hana1", PASSWORD).await;
    master.opens("/people/company").await;
    master.sees("모두 21명").await;
    master.meets_no_barrier().await;
    assert_eq!(master.overhang().await, 0, "nothing is cut off at 360 pixels");
    // The last of the list is as much there as the first.
    master.ticks("이두리9").await;
    master.sees("선택한 1명 승인").await;
    master.ticks("이 페이지의 준회원 20명 모두 선택").await;
    master.pictures("company-twenty-360").await;
    master.presses("선택한 20명 승인").await;
    master.sees("20명을 정회원으로 승인했습니다.").await;
    master.sees("정회원 20명, 준회원 0명").await;
    master.presses("승인 되돌리기").await;
    master.sees("20명의 승인을 되돌렸습니다.").await;
    master.sees("정회원 0명, 준회원 20명").await;
    master.leaves().await;
}
