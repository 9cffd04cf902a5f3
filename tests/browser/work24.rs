//! Signing up at 고용24: a company by its certificate, without login id and password, and an individual.

use crate::support::certificates::{Identity, KEY_PASSWORD};
use crate::support::files::Papers;
use crate::support::signup::PASSWORD;
use crate::support::{Person, World};

const COMPANY: &str = "1248100998";

/// Says which company it is, as the tax office knows it.
async fn verifies(who: &Person) {
    who.is_on("사업자등록번호 확인").await;
    who.fills("사업자등록번호", COMPANY).await;
    who.fills("대표자 성명", "홍길동").await;
    for (part, value) in [("년", "2023"), ("월", "11"), ("일", "1")] {
        who.fills(&["개업일", part].join(" > "), value).await;
    }
    who.presses("다음으로").await;
}

/// Names the person whom the portal contacts, and whether they want text messages.
async fn contact(who: &Person, messages: &str) {
    who.is_on("담당자 정보").await;
    who.fills("담당자 성명", "김담당").await;
    for choice in ["SMS/알림톡 수신여부 - 민원처리현황 정보 제공", "SMS/알림톡 수신여부 - 홍보정보 제공"]
    {
        who.ticks(&[choice, messages].join(" > ")).await;
    }
    for choice in ["이메일 수신여부", "전자통지 서비스 이메일 수신여부"] {
        who.ticks(&[choice, "수신하지 않음"].join(" > ")).await;
    }
    who.ticks("고용 멤버십 이용 동의 > 동의하지 않음").await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_employer_is_verified_proves_the_company_and_logs_in_by_certificate() {
    let world = World::open();
    let who = world.person().await;
    who.opens("/work24/signup/company").await;
    who.is_on("회원가입 유형 선택").await;
    who.meets_no_barrier().await;
    who.ticks("일반사업자").await;
    who.presses("다음으로").await;
    who.is_on("개인정보 수집·이용 안내").await;
    who.ticks("가입 인증을 위한 개인정보 수집·이용에 동의합니다.").await;
    who.presses("다음으로").await;

    // What does not agree with the tax office loses nothing.
    who.is_on("사업자등록번호 확인").await;
    who.fills("사업자등록번호", "1248100998").await;
    who.fills("대표자 성명", "불일치").await;
    for (part, value) in [("년", "2023"), ("월", "11"), ("일", "1")] {
        who.fills(&["개업일", part].join(" > "), value).await;
    }
    who.presses("다음으로").await;
    who.sees("국세청에 등록된 사업자등록정보와 일치하지 않습니다. 대표자성명과 개업일을 재확인해주시기 바랍니다.")
        .await;
    who.sees("콜센터(1577-7114)로 문의").await;
    who.meets_no_barrier().await;
    assert_eq!(who.reads("개업일 > 년").await, "2023");
    who.fills("대표자 성명", "홍길동").await;
    who.presses("다음으로").await;

    who.is_on("인증서 확인").await;
    who.presses("금융인증서 확인").await;
    who.sees("사업자용 금융인증서를 이용합니다").await;
    who.ticks("전화거는 ARS로 인증").await;
    who.chooses("휴대폰번호 > 앞자리", "010").await;
    who.fills("휴대폰번호 > 뒷자리", "1234-5678").await;
    who.presses("확인").await;
    who.is_on("약관 동의").await;
    who.ticks("전체 필수 선택동의").await;
    who.presses("다음으로").await;

    who.is_on("기업정보").await;
    assert_eq!(who.reads("대표자 성명").await, "홍길동", "what the tax office confirmed");
    who.fills("업종", "303").await;
    who.presses("다음으로").await;

    contact(&who, "수신함").await;
    who.presses("다음으로").await;
    who.sees("담당자 휴대전화를 입력해 주세요.").await;
    who.meets_no_barrier().await;
    who.chooses("담당자 휴대전화 > 앞자리", "010").await;
    who.fills("담당자 휴대전화 > 뒷자리", "2345-6789").await;
    who.presses("다음으로").await;

    who.is_on("입력한 내용 확인").await;
    who.presses("가입완료").await;
    who.is_on("회원가입이 완료되었습니다.").await;
    who.meets_no_barrier().await;
    who.sees("김*당").await;
    who.sees("010-****-6789").await;
    who.leaves_no_trace_of(&["2345-6789", "김담당"]).await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_employer_gives_the_certificate_of_another_company_then_their_own_and_logs_in_by_it() {
    let world = World::open();
    let papers = Papers::new();
    let own = Identity::issue(&world.backend, &papers, COMPANY, &[]);
    let strange = Identity::issue(&world.backend, &papers, "2208162517", &[]);
    let who = world.person().await;
    who.opens("/work24/signup/company").await;
    who.is_on("회원가입 유형 선택").await;
    who.ticks("사무대행기관").await;
    who.presses("다음으로").await;
    who.is_on("개인정보 수집·이용 안내").await;
    who.ticks("가입 인증을 위한 개인정보 수집·이용에 동의합니다.").await;
    who.presses("다음으로").await;
    verifies(&who).await;

    who.is_on("인증서 확인").await;
    who.presses("공동인증서 확인").await;
    who.presses("인증서 찾기").await;
    who.picks(&[&strange.pair[0], &strange.pair[1]]).await;
    who.fills("신원확인용 사업자등록번호", COMPANY).await;
    who.meets_no_barrier().await;
    who.confirms_with(KEY_PASSWORD).await;
    who.sees("인증서 정보와 입력하신 주민등록번호(사업자번호)가 일치하지 않습니다.").await;
    who.meets_no_barrier().await;
    who.presses("확인 #2").await;
    who.picks(&[&own.pair[0], &own.pair[1]]).await;
    who.confirms_with(KEY_PASSWORD).await;

    who.is_on("약관 동의").await;
    who.ticks("전체 필수 선택동의").await;
    who.presses("다음으로").await;
    who.is_on("기업정보").await;
    who.fills("업종", "303").await;
    who.presses("다음으로").await;
    who.sees("사무대행기관 인가번호를 입력해 주세요.").await;
    who.meets_no_barrier().await;
    who.fills("사무대행기관 인가번호", "2023-가-12").await;
    for (part, value) in [("년", "2023"), ("월", "11"), ("일", "1")] {
        who.fills(&["사무대행기관 인가일", part].join(" > "), value).await;
    }
    who.presses("다음으로").await;
    contact(&who, "수신하지 않음").await;
    who.chooses("담당자 일반전화 > 앞자리", "02").await;
    who.fills("담당자 일반전화 > 뒷자리", "345-6789").await;
    who.presses("다음으로").await;
    who.is_on("입력한 내용 확인").await;
    who.presses("가입완료").await;
    who.is_on("회원가입이 완료되었습니다.").await;
    who.sees("사무대행기관은 고용보험 업무를 이용할 수 있습니다.").await;

    // The certificate is registered: it opens the account at once.
    who.opens("/work24/login").await;
    who.presses("공동인증서로 로그인").await;
    who.presses("인증서 찾기").await;
    who.picks(&[&strange.pair[0], &strange.pair[1]]).await;
    who.confirms_with(KEY_PASSWORD).await;
    who.sees("등록된 인증서 정보가 없습니다. 인증서 등록 후 사용하시기 바랍니다.").await;
    who.sees("certificate_unregistered").await;
    who.meets_no_barrier().await;
    who.presses("확인 #2").await;
    who.sees("기업회원 인증서 등록").await;
    who.presses("취소").await;
    who.presses("공동인증서로 로그인").await;
    who.presses("인증서 찾기").await;
    who.picks(&[&own.pair[0], &own.pair[1]]).await;
    who.confirms_with(KEY_PASSWORD).await;
    who.sees("선택한 로그인 유형으로 가입한 회원이 아닙니다.").await;
    who.meets_no_barrier().await;
    who.presses("취소").await;
    who.ticks("사무대행기관 : 고용보험 업무").await;
    who.presses("공동인증서로 로그인").await;
    who.presses("인증서 찾기").await;
    who.picks(&[&own.pair[0], &own.pair[1]]).await;
    who.confirms_with(KEY_PASSWORD).await;
    who.is_on("내 정보").await;
    who.leaves_no_trace_of(&[KEY_PASSWORD, "345-6789", "김담당"]).await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_job_seeker_joins_as_an_individual_by_an_app_and_logs_in() {
    let world = World::open();
    let who = world.person().await;
    who.opens("/work24/signup/individual").await;
    who.is_on("개인정보 수집·이용 안내").await;
    who.ticks("전체 필수 선택동의").await;
    who.presses("다음으로").await;
    who.is_on("본인확인").await;
    who.approves_in_an_app("구아홉", "2345-6789").await;
    who.is_on("약관 동의").await;
    who.meets_no_barrier().await;
    who.ticks("전체 필수 선택동의").await;
    who.presses("다음으로").await;
    who.is_on("회원정보").await;
    assert_eq!(who.reads("이름").await, "구아홉");
    who.chooses_login("ahop999", PASSWORD).await;
    who.meets_no_barrier().await;
    who.presses("다음으로").await;
    who.is_on("입력한 내용 확인").await;
    who.presses("가입완료").await;
    who.is_on("회원가입이 완료되었습니다.").await;
    who.sees("개인회원으로 가입되었습니다").await;
    who.meets_no_barrier().await;
    who.leaves_no_trace_of(&["2345-6789", "구아홉"]).await;
    who.logs_in_to("work24", "ahop999", PASSWORD).await;
    who.leaves().await;
}
