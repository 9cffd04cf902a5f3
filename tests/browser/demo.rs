//! A designer walks the demo of the gallery from a server of static files.

use crate::support::Showroom;
use crate::support::signup::PASSWORD;
use inputs::{CODE, MASTER, MASTER_PASSWORD};

/// What the bar of the demo says to enter.
mod inputs {
    /// The code that is right.
    pub const CODE: &str = "123456";
    /// The master of the sample company.
    pub const MASTER: &str = "hanbit1";
    /// The password of the samples.
    pub const MASTER_PASSWORD: &str = "hanbit-demo-2026";
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_designer_joins_a_portal_and_approves_an_employee_without_a_backend() {
    let room = Showroom::open();
    let who = room.person().await;
    who.opens("/gallery").await;
    who.follows("데모").await;
    who.sees("데모입니다. 서버 없이").await;
    who.sees("대한무역투자진흥공사").await;
    who.meets_no_barrier().await;

    who.opens("/kotra/signup/member").await;
    who.is_on("가입 유형 선택").await;
    who.sees("데모입니다. 서버 없이").await;
    who.ticks("개인회원").await;
    who.presses("다음으로").await;
    who.is_on("약관 확인").await;
    who.ticks("전체 필수 선택동의").await;
    who.presses("다음으로").await;
    who.is_on("실명인증").await;
    who.asks_for_a_code("휴대폰 인증", "홍길동", "1990", "2345-6781").await;
    who.sees("남은 시간").await;
    who.fills("인증번호", CODE).await;
    who.presses("인증번호 확인").await;
    who.is_on("기본정보").await;
    who.chooses_login("gildong77", PASSWORD).await;
    who.presses("다음으로").await;
    who.is_on("입력한 내용 확인").await;
    who.presses("가입완료").await;
    who.is_on("회원가입이 완료되었습니다").await;
    who.meets_no_barrier().await;

    who.logs_in_to("kotra", MASTER, MASTER_PASSWORD).await;
    who.follows("소속 기업 관리하기").await;
    who.is_on("소속 기업 관리").await;
    who.sees("모두 300명").await;
    who.fills("이름 또는 아이디", "박세나").await;
    who.presses("검색").await;
    who.sees("모두 1명").await;
    who.ticks("박세나").await;
    who.presses("선택한 1명 승인").await;
    who.sees("1명을 정회원으로 승인했습니다.").await;
    who.presses("승인 되돌리기").await;
    who.sees("1명의 승인을 되돌렸습니다.").await;
    who.looks_at_width(320).await;
    assert_eq!(who.overhang().await, 0, "nothing is cut off at 320 pixels");
    who.meets_no_barrier().await;

    who.follows("데모 끝내기").await;
    who.is_on("화면 모음").await;
    who.sees_no("데모입니다. 서버 없이").await;
}
