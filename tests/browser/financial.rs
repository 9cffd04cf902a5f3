//! A company proves itself by its financial certificate, and logs in by it at once.

use crate::support::signup::PASSWORD;
use crate::support::{Person, World};
use thirtyfour::prelude::*;

const MOBILE: [&str; 2] = ["010", "1234-5678"];

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_company_signs_up_by_its_financial_certificate_and_logs_in_by_it() {
    let world = World::of_banks();
    let who = world.person().await;
    let phone = world.person().await;

    who.opens("/bank/signup/member").await;
    who.is_on("사업자등록번호 확인").await;
    who.fills("사업자등록번호", "1078800008").await;
    who.presses("다음으로").await;
    who.is_on("인증서 확인").await;
    who.presses("인증서 발급 받기").await;
    who.sees("은행 인증센터에서").await;
    who.presses("다음으로").await;
    who.sees("인증서로 회사를 확인해 주세요.").await;
    who.meets_no_barrier().await;

    // The service does not know the company: its terms first.
    who.presses("금융인증서 확인").await;
    who.sees("사업자용 금융인증서를 이용합니다").await;
    assert_eq!(who.reads("사업자번호").await, "107-88-00008", "it is there already");
    who.meets_no_barrier().await;
    who.pictures("financial-details").await;
    calls_from(&who, "1234-0004").await;
    who.sees("클라우드 계정이 없습니다.").await;
    who.presses("확인").await;
    who.sees("이용약관에 동의해 주세요.").await;
    who.meets_no_barrier().await;
    who.pictures("financial-account").await;
    who.ticks("금융인증서비스 이용약관에 동의합니다.").await;
    who.presses("확인").await;
    who.sees("문자메시지로 확인코드를 보내 주세요").await;
    who.meets_no_barrier().await;
    who.pictures("financial-reply").await;
    who.presses("정보 다시 입력").await;

    // Another company's certificate is told by an alert whose button has the focus.
    calls_from(&who, "1234-0005").await;
    texts(&phone, &who, "010-1234-0005").await;
    who.sees("오류 코드").await;
    who.meets_no_barrier().await;
    who.pictures("financial-alert").await;
    who.strikes(Key::Enter + "").await;
    who.sees("인증서 정보와 입력하신 주민등록번호(사업자번호)가 일치하지 않습니다.").await;

    // The digits come back from the phone, and the page goes on by itself.
    calls_from(&who, MOBILE[1]).await;
    texts(&phone, &who, "010-1234-5678").await;
    who.is_on("담당자 정보").await;
    who.follows("이전으로").await;
    who.sees("금융인증서로 기업을 확인했습니다.").await;
    who.presses("다음으로").await;
    who.is_on("담당자 정보").await;
    who.fills("회사명", "주식회사 한빛").await;
    who.fills("아이디", "hanbit01").await;
    who.presses("중복확인").await;
    who.sees("사용할 수 있는 아이디입니다").await;
    who.fills("비밀번호", PASSWORD).await;
    who.fills("비밀번호 확인", PASSWORD).await;
    who.fills("이름", "홍길동").await;
    who.presses("다음으로").await;
    who.is_on("입력한 내용 확인").await;
    who.sees("금융인증서로 인증").await;
    who.presses("가입완료").await;
    who.is_on("회원가입이 완료되었습니다").await;

    who.opens("/bank/login").await;
    who.is_on("로그인").await;
    who.presses("금융인증서로 로그인").await;
    who.fills("사업자번호", "1078800008").await;
    who.ticks("전화거는 ARS로 인증").await;
    calls_from(&who, MOBILE[1]).await;
    who.is_on("내 정보").await;
    who.sees("금융인증서").await;
    who.leaves_no_trace_of(&["1234-5678", "12345678"]).await;
    who.leaves().await;
    phone.leaves().await;
}

/// Tells the mobile number and asks the service.
async fn calls_from(who: &Person, rest: &str) {
    who.chooses("휴대폰번호 > 앞자리", MOBILE[0]).await;
    who.fills("휴대폰번호 > 뒷자리", rest).await;
    who.presses("확인").await;
}

/// Sends the two digits that somebody sees, from their phone.
async fn texts(phone: &Person, who: &Person, from: &str) {
    who.sees("문자메시지로 확인코드를 보내 주세요").await;
    let page = who.page().await;
    let after =
        page.split("확인코드 ").find_map(|text| text.get(..2).filter(|text| text.bytes().all(|b| b.is_ascii_digit())));
    phone.opens("/sandbox").await;
    phone.fills("보내는 휴대폰번호", from).await;
    phone.fills("문자 내용", after.expect("two digits are shown")).await;
    phone.presses("문자 보내기").await;
    phone.sees("[가상 금융인증]").await;
}
