//! Doing a thing twice, out of turn, or once more with another answer.

use crate::support::World;
use crate::support::files::Papers;
use crate::support::signup::{Find, Signup};

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn two_clicks_make_one_member_and_the_company_cannot_sign_up_again() {
    let world = World::open();
    let who = world.person().await;
    let signup = Signup::korean(&who);
    signup.begin().await;
    who.ticks("전체 필수 선택동의").await;
    who.presses_twice("다음으로").await;
    signup.company().await;
    signup.certificate(&Papers::new()).await;
    signup.fill_contact().await;
    signup.fill_password().await;
    who.presses_twice("다음으로").await;
    signup.company_info().await;
    who.is_on("제품정보").await;
    signup.product(1, "볼트", Find::Search("나사", "7318")).await;
    signup.next().await;
    who.is_on("입력한 내용 확인").await;
    who.presses_twice("가입완료").await;
    who.is_on("회원가입이 완료되었습니다").await;
    assert_eq!(world.backend.members().len(), 1);

    let other = world.person().await;
    let again = Signup { login_id: "somebody", ..Signup::korean(&other) };
    again.begin().await;
    again.agree().await;
    again.company().await;
    other.sees("이미 가입된 사업자등록번호입니다.").await;
    other.fills("사업자등록번호", "2208162517").await;
    again.next().await;
    again.certificate(&Papers::new()).await;
    other.is_on("담당자 정보").await;
    other.fills("아이디", "gildong").await;
    other.presses("중복확인").await;
    other.sees("이미 사용 중인 아이디입니다.").await;
    other.opens("/daejeon/login").await;
    other.fills("아이디", "gildong").await;
    other.fills("비밀번호", "틀린 비밀번호입니다").await;
    other.presses("로그인").await;
    other.sees("아이디 또는 비밀번호가 맞지 않습니다.").await;
    other.finds_in("아이디", "gildong").await;
    other.leaves().await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_later_address_leads_to_the_first_step_that_is_not_done() {
    let world = World::open();
    let who = world.person().await;
    let signup = Signup::korean(&who);
    for later in ["company", "contact", "review", "complete", "nonsense"] {
        who.opens(&format!("/daejeon/signup/member/{later}")).await;
        who.is_on("약관동의").await;
    }
    signup.agree().await;
    who.is_on("사업자 확인").await;
    who.opens("/daejeon/signup/member/products").await;
    who.is_on("사업자 확인").await;
    for nowhere in ["/daejeon/signup/nobody", "/daejeon/nothing/here/at/all", "/nowhere"] {
        who.opens(nowhere).await;
        who.is_on("페이지를 찾을 수 없습니다").await;
        who.meets_no_barrier().await;
    }
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn another_company_asks_before_it_voids_what_was_answered() {
    let world = World::open();
    let who = world.person().await;
    let signup = Signup::korean(&who);
    signup.begin().await;
    signup.agree().await;
    signup.company().await;
    signup.certificate(&Papers::new()).await;
    signup.contact().await;
    who.is_on("기본 기업정보").await;

    let ask = "이 값을 바꾸면 다시 확인할 단계가 있습니다";
    who.opens("/daejeon/signup/member/company").await;
    who.fills("사업자등록번호", "2208162517").await;
    signup.next().await;
    who.sees(ask).await;
    who.sees("기업인증 방식 선택").await;
    who.presses("그대로 두기").await;
    who.sees_no(ask).await;
    who.opens("/daejeon/signup/member/company-info").await;
    who.is_on("기본 기업정보").await;

    who.opens("/daejeon/signup/member/company").await;
    who.fills("사업자등록번호", "2208162517").await;
    signup.next().await;
    who.presses("바꾸기").await;
    who.is_on("기업인증 방식 선택").await;
    who.opens("/daejeon/signup/member/company-info").await;
    who.is_on("기업인증 방식 선택").await;
    who.leaves().await;
}
