//! What the samples of the demo are called, and which inputs choose an outcome.

use super::say;
use crate::demo;
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;

/// The list.
#[component]
pub(super) fn Inputs() -> impl IntoView {
    let rows = accounts().into_iter().chain(outcomes());
    view! {
        <dl class="demo__inputs">
            {rows.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view()}
        </dl>
    }
}

/// Who can log in.
fn accounts() -> [(&'static str, String); 8] {
    let number = BusinessNumber::parse(demo::NUMBER).map(|number| number.hyphenated()).unwrap_or_default();
    [
        (say("모든 계정의 비밀번호", "Password of every account"), demo::PASSWORD.to_owned()),
        (
            say("KOTRA MASTER, 정회원, 준회원, 개인회원", "KOTRA master, regular, associate, personal"),
            "hanbit1, hanbit2, hanbit3, dasom1".to_owned(),
        ),
        (say("KOTRA 약관 재동의", "KOTRA, to agree to new terms"), "hanbit4".to_owned()),
        (
            say(
                "무역투자24 유형 A, 유형 B(승인 비밀번호, 초대), 유형 C",
                "무역투자24 type A, type B (password, invited), type C",
            ),
            "hanbit1, hanbit2, hanbit3, dasom1".to_owned(),
        ),
        (say("무역투자24 기업정보 관리 로그인", "무역투자24 company login"), number),
        (say("대전 담당자", "Daejeon contact"), "hanbit1".to_owned()),
        (
            say("고용24 개인회원, 기업회원", "고용24 individual, company"),
            format!("hanbit2, {}", say("일반사업자 유형으로 인증서 로그인", "any certificate as an ordinary business")),
        ),
        (
            say("아이디 찾기, 비밀번호 재설정", "Finding an ID, resetting a password"),
            format!("hanbit1 {}, hanbit2 {}, {}", say("김하나", "is 김하나"), say("이두리", "is 이두리"), demo::BIRTH),
        ),
    ]
}

/// What decides how it goes on.
fn outcomes() -> [(&'static str, String); 6] {
    [
        (
            say("이메일로 찾기", "Recovery by e-mail"),
            say(
                "대전 124-81-00998, hong@example.com, 010-1234-5678 / 무역투자24 김하나, hanbit1@example.com",
                "Daejeon 124-81-00998, hong@example.com, 010-1234-5678 / 무역투자24 김하나, hanbit1@example.com",
            )
            .to_owned(),
        ),
        (say("인증번호", "Codes"), demo::RIGHT_CODE.to_owned()),
        (say("승인 비밀번호", "Approval password"), demo::APPROVAL.to_owned()),
        (
            say("무역투자24 기존회원", "무역투자24 old member"),
            format!(
                "{} {}",
                say("누구나. 기존 회원정보가 없는 이름은", "anybody; a name without an old account is"),
                demo::NOBODY
            ),
        ),
        (
            say("인증서 비밀번호", "Certificate password"),
            format!(
                "{} {}, {} {}",
                say("아무 값. 틀린 비밀번호는", "anything; wrong is"),
                demo::WRONG_PASSWORD,
                say("등록되지 않은 인증서는", "a certificate that nobody registered opens by"),
                demo::STRANGE_PASSWORD,
            ),
        ),
        (
            say("사업자등록번호", "Business numbers"),
            format!(
                "124-81-00998 {}, 220-81-62517 {}, 408-12-34560 {}, 111-11-11119 {}",
                say("(등록됨)", "(registered)"),
                say("(조회됨)", "(listed)"),
                say("(조회 안 됨)", "(not listed)"),
                say("(휴업)", "(suspended)"),
            ),
        ),
    ]
}
