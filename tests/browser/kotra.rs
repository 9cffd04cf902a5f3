//! Signing up at KOTRA: people of companies and people without one.

use crate::support::signup::PASSWORD;
use crate::support::{Person, World};
use std::path::Path;

/// Somebody who signs up.
pub struct Member<'a> {
    /// Where.
    pub world: &'a World,
    /// At which browser.
    pub who: &'a Person,
    /// The name that the carrier confirms.
    pub name: &'a str,
    /// The number behind 010.
    pub mobile: &'a str,
    /// The login id that they want.
    pub login_id: &'a str,
}

impl Member<'_> {
    /// From the portal's page to the identity step, as a corporate or an individual member.
    async fn begins(&self, kind: &str) {
        self.who.opens("/kotra/signup/member").await;
        self.who.is_on("가입 유형 선택").await;
        self.who.ticks(kind).await;
        self.who.presses("다음으로").await;
        self.who.is_on("약관 확인").await;
        self.who.ticks("전체 필수 선택동의").await;
        self.who.presses("다음으로").await;
        self.who.is_on("실명인증").await;
    }

    /// Requests a code to the phone.
    async fn asks(&self, year: &str) {
        self.who.asks_for_a_code("휴대폰 인증", self.name, year, self.mobile).await;
    }

    /// Confirms by the code; the step goes on by itself.
    async fn confirms(&self) {
        self.who.confirms_the_code().await;
        self.who.is_on("기본정보").await;
    }

    /// Login, and what was verified, which is shown and not asked.
    async fn fills_basic(&self) {
        let who = self.who;
        assert_eq!(who.reads("이름").await, self.name);
        who.chooses_login(self.login_id, PASSWORD).await;
        who.presses("다음으로").await;
    }

    /// Searches the company and goes on once it is told what was found.
    async fn finds(&self, number: &str, found: &str) {
        self.who.is_on("소속 기업 찾기").await;
        self.who.fills("사업자등록번호", number).await;
        self.who.presses("검색").await;
        self.who.sees(found).await;
        self.who.presses("다음으로").await;
    }

    /// Completes, and reads what they have become.
    async fn completes(&self, become_what: &str) {
        self.who.is_on("입력한 내용 확인").await;
        self.who.presses("가입완료").await;
        self.who.is_on("회원가입이 완료되었습니다").await;
        self.who.sees(become_what).await;
    }

    /// Registers a company that the directory knows.
    pub async fn becomes_master_of(&self, number: &str) {
        self.signs_up_for(number, "기업정보가 조회된 기업").await;
        self.who.is_on("기업정보").await;
        self.industry().await;
        self.who.presses("다음으로").await;
        self.completes("기업의 MASTER로 등록되었습니다").await;
    }

    /// Joins a company that is registered.
    pub async fn becomes_associate_of(&self, number: &str) {
        self.signs_up_for(number, "이미 등록된 기업").await;
        self.completes("기업회원(준회원)으로 가입되었습니다").await;
    }

    /// Joins without a company.
    pub async fn becomes_individual(&self) {
        self.begins("개인회원").await;
        self.asks("1990").await;
        self.confirms().await;
        self.fills_basic().await;
        self.completes("개인회원으로 가입되었습니다").await;
    }

    async fn signs_up_for(&self, number: &str, found: &str) {
        self.begins("기업회원").await;
        self.asks("1990").await;
        self.confirms().await;
        self.fills_basic().await;
        self.finds(number, found).await;
    }
}

/// Somebody registers the company, and goes; "hana1" is its master.
pub async fn is_registered(world: &World, number: &str) {
    let who = world.person().await;
    let first = Member { world, who: &who, name: "김하나", mobile: "2345-6781", login_id: "hana1" };
    first.becomes_master_of(number).await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_first_of_a_listed_company_is_its_master_and_the_second_an_associate() {
    let world = World::open();
    let who = world.person().await;
    let first = Member { world: &world, who: &who, name: "김하나", mobile: "2345-6781", login_id: "hana1" };
    first.signs_up_for("1248100998", "기업정보가 조회된 기업").await;
    who.is_on("기업정보").await;
    assert!(who.reads("기업명").await.contains("가상"), "what the directory knows is shown");
    who.meets_no_barrier().await;
    first.industry().await;
    who.presses("다음으로").await;
    first.completes("기업의 MASTER로 등록되었습니다").await;
    who.meets_no_barrier().await;
    who.leaves().await;

    let who = world.person().await;
    let second = Member { world: &world, who: &who, name: "이두리", mobile: "2345-6782", login_id: "duri22" };
    second.signs_up_for("1248100998", "이미 등록된 기업").await;
    second.completes("기업회원(준회원)으로 가입되었습니다").await;
    who.sees("모든 서비스 이용이 가능하나 마일리지 사용/기업정보 수정은 MASTER의 승인 필요").await;
    assert_eq!(second.world.backend.members().len(), 2);
    who.leaves().await;
}

impl Member<'_> {
    /// The industry, which no directory knows.
    async fn industry(&self) {
        self.who.fills("업종", "303").await;
    }

    /// Everything of a company that nobody knows but its papers.
    async fn enters_company(&self, name: &str) {
        let who = self.who;
        who.is_on("기업정보").await;
        who.fills("기업명", name).await;
        who.fills("대표자명", "최대표").await;
        self.industry().await;
        for (part, value) in [("우편번호", "35242"), ("도로명주소", "대전광역시 서구 둔산로 100")] {
            who.fills(&["기업 소재지", part].join(" > "), value).await;
        }
        who.chooses("기업 대표 전화번호 > 앞자리", "042").await;
        who.fills("기업 대표 전화번호 > 뒷자리", "123-4500").await;
    }

    /// Signs up for a company that nobody knows, with a scan of its certificate; then waits.
    pub async fn applies_for(&self, number: &str, company: &str, scan: &Path) {
        let who = self.who;
        self.signs_up_for(number, "새로 등록할 기업").await;
        self.enters_company(company).await;
        who.ticks("사업자등록증 파일 첨부").await;
        who.gives("사업자등록증 파일", &[scan]).await;
        who.sees("올리기 완료").await;
        who.presses("다음으로").await;
        self.completes("사업자등록증을 확인하고 있습니다").await;
    }
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_person_without_a_company_mistypes_the_code_reloads_and_gets_through() {
    let world = World::open();
    let who = world.person().await;
    let member = Member { world: &world, who: &who, name: "박세나", mobile: "2345-6783", login_id: "sena33" };
    member.begins("개인회원").await;
    who.presses("인증번호 요청").await;
    who.sees("본인확인 방법을 선택해 주세요.").await;
    who.meets_no_barrier().await;
    member.asks("1990").await;
    who.sees("인증번호를 보냈습니다.").await;
    let code = who.code_received().await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    who.fills("인증번호", wrong).await;
    who.presses("인증번호 확인").await;
    who.sees("인증번호가 맞지 않습니다.").await;
    who.sees("앞으로 4번 더 입력할 수 있습니다.").await;
    who.meets_no_barrier().await;
    who.presses("정보 고치기 또는 다른 방법").await;
    assert_eq!(who.reads("본인 정보 > 이름").await, "박세나", "what was typed is still there");
    who.reloads().await;
    who.sees("남은 시간").await;
    who.presses("시간 연장").await;
    who.sees("시간을 연장했습니다.").await;
    member.confirms().await;
    who.leaves_no_trace_of(&["2345-6783", "박세나", &code]).await;
    member.fills_basic().await;
    member.completes("개인회원으로 가입되었습니다").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_child_is_told_why_and_a_company_that_nobody_knows_hands_in_its_papers() {
    let world = World::open();
    let who = world.person().await;
    let member = Member { world: &world, who: &who, name: "최네오", mobile: "2345-6784", login_id: "neo444" };
    member.begins("기업회원").await;
    member.asks("2020").await;
    who.sees("만 14세 미만은 가입할 수 없습니다. 생년월일을 잘못 입력했다면").await;
    assert_eq!(who.reads("본인 정보 > 이름").await, "최네오", "the refusal loses nothing");
    who.fills("생년월일 > 년", "1990").await;
    who.presses("인증번호 요청").await;
    member.confirms().await;
    member.fills_basic().await;
    member.finds("4081234560", "새로 등록할 기업").await;
    member.enters_company("새솔상사").await;
    who.ticks("팩스(02-3460-7932)로 송부").await;
    who.presses("다음으로").await;
    member.completes("사업자등록증을 확인하고 있습니다").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_individual_member_becomes_an_associate_of_a_registered_company() {
    let world = World::open();
    is_registered(&world, "1248100998").await;

    let who = world.person().await;
    let member = Member { world: &world, who: &who, name: "박세나", mobile: "2345-6783", login_id: "sena33" };
    member.becomes_individual().await;
    // Without a login the journey leads to the login and back.
    who.opens("/kotra/signup/conversion").await;
    who.is_on("로그인").await;
    who.logs_in_to("kotra", member.login_id, PASSWORD).await;
    who.meets_no_barrier().await;
    who.follows("기업회원전환신청").await;
    member.finds("1248100998", "이미 등록된 기업").await;
    who.is_on("신청 내용 확인").await;
    who.meets_no_barrier().await;
    who.presses("기업전환신청").await;
    who.is_on("기업회원 전환신청이 완료되었습니다").await;
    who.sees("기업회원(준회원) 전환신청이 완료되었습니다").await;
    who.sees("모든 서비스 이용이 가능하나 마일리지 사용/기업정보 수정은 MASTER의 승인 필요").await;
    who.meets_no_barrier().await;
    who.follows("myKOTRA 바로가기").await;
    who.is_on("myKOTRA").await;
    who.sees("기업회원 (준회원)").await;
    who.sees_no("기업회원전환신청").await;
    who.meets_no_barrier().await;
    who.leaves().await;
}
