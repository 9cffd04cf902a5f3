//! A company proves itself by its certificate: nothing is installed, and nothing secret leaves the browser.

use crate::support::World;
use crate::support::certificates::{Identity, KEY_PASSWORD};
use crate::support::files::Papers;
use crate::support::signup::{Find, Signup};
use thirtyfour::prelude::*;

/// The business number of somebody else.
const STRANGER: &str = "2208162517";

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_company_signs_up_by_its_certificate_and_is_a_full_member() {
    let world = World::open();
    let who = world.person().await;
    let papers = Papers::new();
    let signup = Signup::korean(&who);
    let issue = |number: &str, more: &[&str]| Identity::issue(&world.backend, &papers, number, more);
    let own = issue(signup.number, &[]);
    let old = issue(signup.number, &["--expired"]);
    let strange = issue(STRANGER, &["--pfx"]);
    let secrets = secrets(&own);

    signup.begin().await;
    signup.agree().await;
    signup.company().await;
    who.is_on("기업인증 방식 선택").await;
    who.presses("다음으로").await;
    who.sees("공동인증서로 인증하거나, 서류로 가입하는 방법을 선택해 주세요.").await;
    who.presses("PKI 공동인증").await;
    who.sees("(인증서 목록이 비어 있음)").await;
    who.meets_no_barrier().await;

    who.picks(&[&old.pair[0], &old.pair[1]]).await;
    who.ticks("만료됨").await;
    who.presses("확인").await;
    who.sees("만료된 인증서는 사용할 수 없습니다.").await;
    who.picks(&[strange.pfx.as_ref().expect("a PFX was asked for")]).await;
    who.confirms_with(KEY_PASSWORD).await;
    who.sees("입력한 사업자등록번호로 발급받은 인증서가 아닙니다.").await;
    who.picks(&[&own.pair[0], &own.pair[1]]).await;
    who.confirms_with("sandbox!1234").await;
    who.sees("비밀번호가 맞지 않습니다. (1회째)").await;
    who.pictures("certificate-wrong-password").await;
    who.confirms_with(KEY_PASSWORD).await;

    who.is_on("담당자 정보").await;
    who.follows("이전으로").await;
    who.sees("공동인증서로 기업을 확인했습니다.").await;
    who.sees("금융결제원(법인)").await;
    signup.next().await;
    signup.contact().await;
    signup.company_info().await;
    who.is_on("제품정보").await;
    signup.product(1, "볼트", Find::Search("나사", "7318")).await;
    signup.next().await;
    who.is_on("입력한 내용 확인").await;
    who.sees("공동인증서로 인증").await;
    who.sees("주식회사 시험").await;
    who.presses("가입완료").await;
    who.is_on("회원가입이 완료되었습니다").await;
    who.sees("정식회원으로 가입되었습니다").await;
    who.meets_no_barrier().await;

    log_in_by(&who, &own).await;
    who.sees("정식회원").await;
    who.sees_no("임시회원").await;
    who.meets_no_barrier().await;
    let another = issue(signup.number, &["--kind", "kica_corporate"]);
    who.presses("인증서 등록하기").await;
    who.picks(&[&another.pair[0], &another.pair[1]]).await;
    who.confirms_with(KEY_PASSWORD).await;
    who.sees("인증서를 등록했습니다.").await;
    who.sees("한국정보인증(법인)").await;
    who.presses("등록 해제 #1").await;
    who.presses("등록 해제").await;
    who.sees("기업인증이 필요합니다").await;
    who.presses("기업인증").await;
    who.picks(&[&own.pair[0], &own.pair[1]]).await;
    who.confirms_with(KEY_PASSWORD).await;
    who.sees("인증서 등록을 해제했습니다.").await;

    who.leaves_no_trace_of(&secrets.each_ref().map(String::as_str)).await;
    who.asked_nobody_else_and_told_nobody(&secrets.each_ref().map(String::as_str)).await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_certificate_is_kept_in_the_browser_and_used_by_keyboard_alone() {
    let world = World::open();
    let who = world.person().await.with_keyboard_only();
    let papers = Papers::new();
    let signup = Signup::korean(&who);
    let own = Identity::issue(&world.backend, &papers, signup.number, &[]);

    signup.begin().await;
    signup.agree().await;
    signup.company().await;
    who.presses("PKI 공동인증").await;
    who.picks(&[&own.pair[0], &own.pair[1]]).await;
    who.presses("이 브라우저에 보관").await;
    who.sees("이 브라우저에 보관했습니다.").await;
    who.strikes(Key::Escape + "").await;
    who.sees_no("이 브라우저에 보관했습니다.").await;
    who.reloads().await;
    who.presses("PKI 공동인증").await;
    who.ticks("주식회사 시험").await;
    who.presses("인증서 보기").await;
    who.sees("일련번호").await;
    who.presses("닫기 #1").await;
    who.fills("인증서 비밀번호", KEY_PASSWORD).await;
    who.strikes(Key::Enter + "").await;
    who.is_on("담당자 정보").await;
    who.follows("이전으로").await;
    who.presses("다른 인증서로 다시 인증").await;
    who.ticks("주식회사 시험").await;
    who.presses("인증서 삭제").await;
    who.presses("삭제하기").await;
    who.sees("(인증서 목록이 비어 있음)").await;
    who.leaves().await;
}

/// Logs in with an identity.
async fn log_in_by(who: &crate::support::Person, identity: &Identity) {
    who.opens("/daejeon/login").await;
    who.is_on("로그인").await;
    who.presses("공동인증서로 로그인").await;
    who.picks(&[&identity.pair[0], &identity.pair[1]]).await;
    who.confirms_with(KEY_PASSWORD).await;
    who.is_on("내 정보").await;
}

/// What may be seen nowhere: the password, and a piece of the key's file as requests and stores would spell it.
fn secrets(identity: &Identity) -> [String; 2] {
    let key = std::fs::read(&identity.pair[1]).expect("the key was written");
    let middle: Vec<String> = key[key.len() / 2..].iter().take(12).map(u8::to_string).collect();
    [KEY_PASSWORD.to_owned(), middle.join(",")]
}
