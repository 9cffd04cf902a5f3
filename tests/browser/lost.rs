//! Nothing that was typed is lost.

use crate::support::files::Papers;
use crate::support::signup::{PASSWORD, Signup};
use crate::support::{Person, World};
use serde_json::json;
use std::time::Duration;

/// Longer than the two seconds that a save may take.
const SAVED: Duration = Duration::from_millis(2500);

async fn at_contact(who: &Person) -> Signup<'_> {
    let signup = Signup::korean(who);
    signup.begin().await;
    signup.agree().await;
    signup.company().await;
    signup.certificate(&Papers::new()).await;
    who.is_on("담당자 정보").await;
    signup
}

async fn offline(who: &Person, offline: bool) {
    who.devtools("Network.enable", json!({})).await;
    let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    who.devtools("Network.emulateNetworkConditions", conditions).await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn typed_words_outlive_a_reload_and_going_back_but_no_password_does() {
    let world = World::open();
    let who = world.person().await;
    let signup = at_contact(&who).await;
    who.fills("부서", "해외영업팀").await;
    who.fills("비밀번호", PASSWORD).await;
    tokio::time::sleep(SAVED).await;
    who.reloads().await;
    who.is_on("담당자 정보").await;
    who.finds_in("부서", "해외영업팀").await;
    who.finds_in("비밀번호", "").await;
    who.sees("비밀번호는 안전을 위해 저장하지 않습니다. 이 화면을 새로 열면 다시 입력해 주세요.").await;

    // Without a pause for the save: the page that goes away sends what it has.
    who.fills("직위", "과장").await;
    who.reloads().await;
    who.finds_in("직위", "과장").await;
    who.fills("직위", "부장").await;
    who.browser.back().await.expect("back");
    who.is_on("기업인증 방식 선택").await;
    who.browser.forward().await.expect("forward");
    who.is_on("담당자 정보").await;
    who.finds_in("직위", "부장").await;
    who.follows("이전으로").await;
    who.is_on("기업인증 방식 선택").await;
    signup.uploaded(3).await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_second_tab_takes_over_and_back_and_nothing_typed_is_lost() {
    let world = World::open();
    let who = world.person().await;
    at_contact(&who).await;
    who.fills("부서", "해외영업팀").await;
    tokio::time::sleep(SAVED).await;
    let first = who.browser.window().await.expect("a tab");
    let second = who.browser.new_tab().await.expect("another tab");
    who.browser.switch_to_window(second.clone()).await.expect("it is seen");
    who.opens("/daejeon/signup/member/contact").await;
    who.is_on("다른 창에서 작성하고 있습니다").await;
    who.presses("이 창에서 계속하기").await;
    who.is_on("담당자 정보").await;
    who.finds_in("부서", "해외영업팀").await;
    who.fills("직위", "과장").await;
    tokio::time::sleep(SAVED).await;

    who.browser.switch_to_window(first).await.expect("the first tab");
    who.types("부서", " 2과").await;
    who.is_on("다른 창에서 작성하고 있습니다").await;
    who.presses("이 창에서 계속하기").await;
    who.is_on("담당자 정보").await;
    who.finds_in("직위", "과장").await;
    who.finds_in("부서", "해외영업팀 2과").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_lost_line_is_told_and_what_was_typed_is_saved_when_it_is_back() {
    let world = World::open();
    let who = world.person().await;
    let signup = at_contact(&who).await;
    offline(&who, true).await;
    who.fills("부서", "해외영업팀").await;
    who.sees("저장하지 못했습니다. 입력한 내용은 화면에 그대로 있으며").await;
    who.finds_in("부서", "해외영업팀").await;
    offline(&who, false).await;
    who.sees("저장되었습니다.").await;
    who.reloads().await;
    who.finds_in("부서", "해외영업팀").await;
    signup.fill_contact().await;
    signup.fill_password().await;
    offline(&who, true).await;
    signup.next().await;
    who.sees("서버에 연결하지 못했습니다. 입력한 내용은 그대로 있습니다.").await;
    offline(&who, false).await;
    signup.next().await;
    who.is_on("기본 기업정보").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_killed_backend_loses_nothing_of_what_is_typed_uploaded_or_submitted() {
    let mut world = World::open();
    let who = world.person().await;
    let papers = Papers::new();
    let signup = Signup::korean(&who);
    signup.begin().await;
    signup.agree().await;
    signup.company().await;
    signup.choose_documents().await;

    // In the middle of an upload.
    who.devtools("Network.enable", json!({})).await;
    let slow = json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 2_000_000 });
    who.devtools("Network.emulateNetworkConditions", slow).await;
    who.gives("동의서 및 인증서류", &[&papers.pdf_of("큰 동의서.pdf", 12 * 1024 * 1024)]).await;
    who.sees("올리는 중").await;
    tokio::time::sleep(Duration::from_millis(1500)).await;
    world.backend.kill();
    tokio::time::sleep(Duration::from_secs(2)).await;
    world.backend.restart();
    offline(&who, false).await;
    let begun = std::time::Instant::now();
    while !who.sees_now("올리기 완료").await {
        // It goes on by itself when the line is back, or by a press.
        who.presses_if_there("이어 올리기").await;
        who.presses_if_there("다시 시도").await;
        if begun.elapsed() > Duration::from_secs(30) {
            who.fails("the upload goes on").await;
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    signup.next().await;

    // In the middle of typing.
    who.is_on("담당자 정보").await;
    who.types("부서", "해외").await;
    world.backend.kill();
    who.types("부서", "영업팀").await;
    who.sees("저장하지 못했습니다.").await;
    world.backend.restart();
    who.sees("저장되었습니다.").await;
    who.reloads().await;
    who.finds_in("부서", "해외영업팀").await;
    signup.contact().await;
    signup.company_info().await;
    who.is_on("제품정보").await;
    signup.product(1, "볼트", crate::support::signup::Find::Search("나사", "7318")).await;
    signup.next().await;

    // Before the submission.
    who.is_on("입력한 내용 확인").await;
    world.backend.kill();
    who.presses("가입완료").await;
    who.sees("가입 결과를 확인하지 못했습니다.").await;
    world.backend.restart();
    let reference = signup.submit().await;
    let members = world.backend.members();
    assert!(members.len() == 1 && members[0].starts_with(&reference), "{members:?}");
    signup.log_in().await;
    who.sees("해외영업팀").await;
    who.leaves().await;
}
