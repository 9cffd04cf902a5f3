//! Each way in which a step is not taken, and the way on.

use crate::support::World;
use crate::support::files::Papers;
use crate::support::signup::{PASSWORD, Signup};

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn nobody_goes_on_without_agreeing_and_the_optional_consent_is_left_alone() {
    let world = World::open();
    let who = world.person().await;
    let signup = Signup::korean(&who);
    signup.begin().await;
    signup.next().await;
    who.sees("확인이 필요한 항목이 4개 있습니다.").await;
    who.sees("회원약관을 읽고 동의해 주세요.").await;
    who.is_on("약관동의").await;

    let (all, news, terms) = ("전체 필수 선택동의", "수신하시는데 동의하십니까?", "이용약관에 동의합니다.");
    assert!(!who.is_ticked(all).await && !who.is_ticked(news).await, "nothing is ticked beforehand");
    who.ticks(all).await;
    assert!(who.is_ticked(terms).await && !who.is_ticked(news).await, "the optional one stays empty");
    who.ticks(all).await;
    assert!(!who.is_ticked(terms).await && !who.is_ticked(news).await);
    who.ticks(news).await;
    who.ticks(all).await;
    assert!(who.is_ticked(terms).await && who.is_ticked(news).await, "the optional one stays ticked");
    who.ticks(all).await;
    assert!(!who.is_ticked(terms).await && who.is_ticked(news).await);
    who.ticks(terms).await;
    signup.next().await;
    who.sees("확인이 필요한 항목이 3개 있습니다.").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn each_business_number_that_cannot_sign_up_is_told_why() {
    let world = World::open();
    let who = world.person().await;
    let signup = Signup::korean(&who);
    signup.begin().await;
    signup.agree().await;
    who.is_on("사업자 확인").await;
    for (number, words) in [
        ("", "사업자등록번호 10자리를 숫자로 입력해 주세요."),
        ("12345", "사업자등록번호의 숫자가 모자랍니다."),
        ("1248100999", "맞지 않는 사업자등록번호입니다."),
        ("4444444444", "맞지 않는 사업자등록번호입니다."),
        ("9001011234567", "13자리 번호는 입력할 수 없습니다."),
        ("111-11-11119", "국세청에 휴업으로 등록된 사업자입니다."),
        ("2222222227", "국세청에 폐업으로 등록된 사업자입니다."),
        ("3333333336", "국세청에 등록되지 않은 사업자등록번호입니다."),
        ("5555555553", "지금은 국세청 사업자 상태를 조회할 수 없습니다."),
        ("7777777770", "지금은 국세청 사업자 상태를 조회할 수 없습니다."),
    ] {
        who.fills("사업자등록번호", number).await;
        signup.next().await;
        who.sees(words).await;
        who.is_on("사업자 확인").await;
    }
    who.fills("사업자등록번호", "6666666661").await;
    signup.next().await;
    who.sees("사업자등록 상태를 확인하고 있습니다.").await;
    who.is_on("기업인증 방식 선택").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_login_id_and_the_password_are_checked_before_one_goes_on() {
    let world = World::open();
    let who = world.person().await;
    let signup = Signup::korean(&who);
    signup.begin().await;
    signup.agree().await;
    signup.company().await;
    signup.certificate(&Papers::new()).await;
    signup.fill_contact().await;
    signup.fill_password().await;

    who.fills("아이디", "gildong2").await;
    signup.next().await;
    who.sees("“중복확인”을 눌러 아이디를 쓸 수 있는지 확인해 주세요.").await;
    for (id, words) in [
        ("ab", "아이디를 5자 이상 입력해 주세요."),
        ("gil dong", "아이디는 영문 소문자로 시작하고"),
        ("1gildong", "아이디는 영문 소문자로 시작하고"),
    ] {
        who.fills("아이디", id).await;
        who.presses("중복확인").await;
        who.sees(words).await;
    }
    signup.check_login_id().await;
    for (first, second, words) in [
        ("short", "short", "비밀번호를 10자 이상 입력해 주세요."),
        ("73920174628", "73920174628", "숫자만으로 된 비밀번호는 쓸 수 없습니다."),
        ("aaaaaaaaaaaa", "aaaaaaaaaaaa", "같은 글자나 연속된 글자로 된 비밀번호입니다."),
        ("gildong-7-tree", "gildong-7-tree", "아이디나 번호가 들어 있는 비밀번호입니다."),
        (PASSWORD, "다른 비밀번호 7자", "두 비밀번호가 다릅니다."),
        ("", "", "비밀번호를 입력해 주세요."),
    ] {
        who.fills("비밀번호", first).await;
        who.fills("비밀번호 확인", second).await;
        signup.next().await;
        who.sees(words).await;
        who.is_on("담당자 정보").await;
    }
    who.presses("비밀번호 생성규칙 자세히 보기").await;
    who.sees("숫자만으로 만들 수 없음").await;
    signup.fill_password().await;
    signup.next().await;
    who.is_on("기본 기업정보").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn each_field_says_what_is_wrong_with_it() {
    let world = World::open();
    let who = world.person().await;
    let signup = Signup::korean(&who);
    signup.begin().await;
    signup.agree().await;
    signup.company().await;
    signup.certificate(&Papers::new()).await;
    signup.fill_contact().await;
    signup.fill_password().await;
    for (field, wrong, words, right) in [
        ("담당자명(한글)", "Hong", "담당자명(한글)을 한글로 입력해 주세요.", "홍길동"),
        ("담당자명(영문)", "홍길동", "담당자명(영문)에는 영문자, 숫자, 문장부호만 써 주세요.", "HONG GILDONG"),
        ("부서", "", "부서를 입력해 주세요.", "해외영업팀"),
        ("담당자 연락처 > 뒷자리", "12", "담당자 연락처의 숫자가", "380-3046"),
        ("휴대폰 전화번호 > 뒷자리", "12", "휴대폰 전화번호의 숫자가", "1234-5678"),
        ("담당자 E-mail > 이메일 도메인", "localhost", "아이디@도메인 형식으로 입력해 주세요.", "naver.com"),
    ] {
        who.fills(field, wrong).await;
        signup.next().await;
        who.sees(words).await;
        who.fills(field, right).await;
    }
    signup.next().await;
    signup.fill_company().await;
    for (field, wrong, words, right) in [
        ("법인등록번호", "12", "법인등록번호의 숫자가 모자랍니다.", ""),
        ("업체명(한글)", "ㅎㅏㄴ", "업체명(한글)을 한글로 입력해 주세요.", "한밭정밀"),
        ("설립일 > 월", "13", "달력에 없는 날짜입니다.", "3"),
        ("설립일 > 년", "2999", "오늘이거나 오늘보다 앞선 날짜여야 합니다.", "2015"),
        ("설립일 > 년", "15", "설립일의 연도 4자리와 월, 일을 모두 숫자로 입력해 주세요.", "2015"),
        ("본사 소재지 > 우편번호", "123", "본사 소재지의 우편번호 5자리와 주소를 모두 입력해 주세요.", "34110"),
        (
            "홈페이지 URL",
            "example",
            "http:// 또는 https://로 시작하는 주소로 입력해 주세요.",
            "https://www.example.com",
        ),
        ("종업원 수", "1.5", "종업원 수를 0 이상의 정수로 입력해 주세요.", "12"),
        ("최근3년 매출액 > (-1Y)", "", "비어 있는 연도가 있습니다.", "1100"),
    ] {
        who.fills(field, wrong).await;
        signup.next().await;
        who.sees(words).await;
        who.is_on("기본 기업정보").await;
        who.fills(field, right).await;
    }
    signup.next().await;
    who.is_on("제품정보").await;
    signup.next().await;
    who.sees("확인이 필요한 항목이").await;
    who.fills("제품 1 > H.S.CODE", "12").await;
    signup.next().await;
    who.sees("H.S.CODE는 숫자 4자리, 6자리 또는 10자리로 입력해 주세요.").await;
    who.leaves().await;
}
