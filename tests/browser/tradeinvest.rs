//! Signing up at 무역투자24: by an account at a provider.

use crate::support::{Person, World};

/// To a provider's page, and back as somebody.
async fn shows(who: &Person, provider: &str, person: &str) {
    who.presses(provider).await;
    who.sees("시험용 화면입니다.").await;
    who.presses(person).await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn somebody_cancels_at_the_provider_signs_up_by_account_and_logs_in_by_it() {
    let world = World::open();
    let who = world.person().await;
    who.opens("/tradeinvest/signup/social").await;
    who.is_on("SNS 채널 선택").await;
    who.meets_no_barrier().await;
    shows(&who, "카카오로 시작하기", "취소").await;
    who.is_on("SNS 채널 선택").await;
    who.sees("로그인을 취소했습니다.").await;
    who.meets_no_barrier().await;
    assert_eq!(who.address().await, "/tradeinvest/signup/social/channel", "the word is gone from the address");
    shows(&who, "카카오로 시작하기", "김새벽 — 이메일을 주지 않음").await;
    who.is_on("약관동의").await;
    who.ticks("전체 필수 선택동의").await;
    who.presses("다음으로").await;
    who.is_on("회원정보 확인").await;
    assert_eq!(who.reads("이름").await, "김새벽");
    who.presses("다음으로").await;
    who.sees("이메일을 입력해 주세요.").await;
    who.meets_no_barrier().await;
    who.fills("이메일 > 이메일 아이디", "saebyeok").await;
    who.chooses("이메일 > 이메일 도메인 선택", "naver.com").await;
    who.presses("다음으로").await;
    who.is_on("입력한 내용 확인").await;
    who.sees("카카오").await;
    who.presses("가입완료").await;
    who.is_on("간편회원 가입이 완료되었습니다").await;
    who.sees("간편회원으로 가입되었습니다").await;
    who.meets_no_barrier().await;
    who.leaves_no_trace_of(&["saebyeok", "김새벽"]).await;

    who.opens("/tradeinvest/login").await;
    who.presses("간편회원").await;
    who.meets_no_barrier().await;
    shows(&who, "네이버로 로그인", "홍길동 — 이름, 휴대폰, 이메일을 모두 줌").await;
    who.sees("이 계정으로 가입한 회원이 없습니다.").await;
    shows(&who, "카카오로 로그인", "김새벽 — 이메일을 주지 않음").await;
    who.is_on("myKOTRA").await;
    who.leaves().await;
}
