//! The whole sign-up.

use crate::support::files::Papers;
use crate::support::signup::{Find, PASSWORD, Signup, Tongue};
use crate::support::{Person, World};
use serde_json::json;

/// From the page where a person chooses the portal to its sign-up.
async fn finds_daejeon(who: &Person) {
    who.opens("/").await;
    who.is_on("가입할 수 있는 누리집").await;
    who.meets_no_barrier().await;
    who.follows("대전광역시 수출지원사업 관리시스템").await;
    who.is_on("대전광역시 수출지원사업 관리시스템").await;
    who.follows("회원가입").await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_company_with_three_products_signs_up_by_documents_in_korean() {
    let world = World::open();
    let who = world.person().await;
    let papers = Papers::new();
    let signup = Signup::korean(&who);

    finds_daejeon(&who).await;
    signup.agree().await;
    signup.company().await;
    signup.certificate(&papers).await;
    signup.contact().await;
    signup.company_info().await;
    who.is_on("제품정보").await;
    signup.product(1, "볼트", Find::Search("나사", "7318")).await;
    who.presses("제품추가하기").await;
    signup.product(2, "라면", Find::Search("1902", "1902")).await;
    who.presses("제품추가하기").await;
    signup.product(3, "버스", Find::Browse(&["제17부", "제87류"], "8702")).await;
    who.ticks("제품 3 > 특허권").await;
    who.gives("제품 3 > 증빙서류", &[&papers.png("특허증.png")]).await;
    signup.uploaded(1).await;
    signup.next().await;

    who.is_on("입력한 내용 확인").await;
    for shown in [
        "동의하지 않음",
        "124-81-00998",
        "동의서.pdf",
        "license.png",
        "seal.zip",
        "gildong",
        "홍길동",
        "해외영업팀",
        "과장",
        "042-380-3046",
        "010-1234-5678",
        "hong.gildong@naver.com",
        "한밭정밀",
        "김대표",
        "여자",
        "2015",
        "3층",
        "303",
        "제조업",
        "12",
        "1,200",
        "1,100",
        "500",
        "볼트",
        "7318",
        "라면",
        "1902",
        "버스",
        "8702",
        "특허권",
        "특허증.png",
    ] {
        who.sees(shown).await;
    }
    assert!(!who.page().await.contains(PASSWORD), "the password is not shown");
    who.meets_no_barrier().await;
    who.pictures("review").await;
    let typed = [
        "gildong",
        "홍길동",
        "1248100998",
        "124-81-00998",
        "380-3046",
        "3803046",
        "1234-5678",
        "12345678",
        "hong",
        PASSWORD,
    ];
    who.leaves_no_trace_of(&typed).await;
    let reference = signup.submit().await;
    who.sees("gildong").await;
    assert!(!who.page().await.contains("010-1234-5678"), "the completion page masks what identifies a person");
    who.meets_no_barrier().await;
    who.pictures("complete").await;
    assert_eq!(world.backend.members().len(), 1);
    who.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    who.sees(&reference).await;
    who.sees_no("인쇄하기").await;
    who.sees_no("본문 바로가기").await;
    who.pictures("print").await;
    who.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;

    signup.log_in().await;
    who.sees("임시회원").await;
    who.sees(&reference).await;
    who.sees("010-1234-5678").await;
    world.backend.operator(&["originals-received", &reference]);
    who.reloads().await;
    who.is_on("내 정보").await;
    who.sees("정식회원").await;
    who.sees_no("임시회원").await;
    who.meets_no_barrier().await;
    who.leaves_no_trace_of(&typed).await;
    who.asked_nobody_else(&typed).await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_company_signs_up_in_english() {
    let world = World::open();
    let who = world.person().await;
    let signup = Signup { tongue: Tongue::En, login_id: "export-team", ..Signup::korean(&who) };

    who.opens("/daejeon").await;
    who.presses("화면 설정").await;
    who.presses("English").await;
    who.is_on("Daejeon Export Support Programme System").await;
    who.follows("Sign up").await;
    signup.agree().await;
    signup.company().await;
    signup.certificate(&Papers::new()).await;
    signup.contact().await;
    signup.company_info().await;
    who.is_on("Products").await;
    signup.product(1, "볼트", Find::Search("bolt", "7318")).await;
    signup.next().await;
    let reference = signup.submit().await;
    let members = world.backend.members();
    assert!(
        members.len() == 1 && members[0].starts_with(&reference) && members[0].contains("export-team"),
        "{members:?}"
    );
    signup.log_in().await;
    who.sees("Provisional member").await;
    who.leaves().await;
}
