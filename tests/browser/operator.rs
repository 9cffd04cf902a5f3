//! The agency's staff at their desk: papers, originals, the log, and their own password.

use crate::kotra::Member;
use crate::support::files::Papers;
use crate::support::signup::{Find, PASSWORD, Signup};
use crate::support::{Person, World};

/// Adds an operator's account by the command of the server; the password that it prints.
fn add_operator(world: &World, portal: &str) -> String {
    let line = ["operator", "add", "--portal", portal, "--login-id", "staff1", "--name", "이담당"];
    let said = world.backend.operator(&line);
    said.lines().find_map(|line| line.strip_prefix("password: ")).expect("the password is shown").to_owned()
}

impl Person {
    async fn logs_in_as_operator(&self, portal: &str, password: &str) {
        self.opens(&format!("/{portal}/operator")).await;
        self.is_on("운영자 로그인").await;
        self.fills("아이디", "staff1").await;
        self.fills("비밀번호", password).await;
        self.presses("로그인").await;
        self.sees("이담당 (staff1)").await;
    }

    /// The page keeps to a phone and to a desk, and nothing bars the way.
    async fn fits_phone_and_desk(&self, picture: &str) {
        for width in [360, 1280] {
            self.looks_at_width(width).await;
            self.meets_no_barrier().await;
            assert!(self.overhang().await <= 0, "“{picture}” at {width} px");
            self.pictures(&format!("operator-{picture}-{width}")).await;
        }
    }
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_operator_approves_a_company_and_the_log_says_so() {
    let world = World::open();
    let password = add_operator(&world, "kotra");
    let (applicant, operator) = (world.person().await, world.person().await);
    let member = Member { world: &world, who: &applicant, name: "최네오", mobile: "2345-6784", login_id: "neo444" };
    member.applies_for("4081234560", "새솔상사", &Papers::new().pdf("사업자등록증.pdf")).await;

    operator.opens("/kotra/operator").await;
    operator.is_on("운영자 로그인").await;
    operator.fits_phone_and_desk("login").await;
    operator.logs_in_as_operator("kotra", &password).await;
    operator.is_on("가입 신청").await;
    for shown in ["새솔상사", "408-12-34560", "최네오", "사업자등록증 파일 첨부", "사업자등록증.pdf"]
    {
        operator.sees(shown).await;
    }
    operator.fits_phone_and_desk("applications").await;
    operator.presses("새솔상사 승인").await;
    operator.sees("가입 신청을 승인할까요?").await;
    operator.fits_phone_and_desk("approve").await;
    operator.presses("승인").await;
    operator.sees("새솔상사: 처리했습니다. 승인됨 - 기업회원 (MASTER)").await;
    operator.sees("기다리는 신청이 없습니다").await;
    operator.fits_phone_and_desk("approved").await;

    applicant.logs_in_to("kotra", "neo444", PASSWORD).await;
    applicant.sees("기업회원 (MASTER)").await;
    applicant.leaves().await;

    operator.follows("처리 기록").await;
    operator.is_on("처리 기록").await;
    for act in ["가입 신청 승인", "운영자 로그인", "회원가입", "운영자 계정 추가"] {
        operator.sees(act).await;
    }
    operator.fits_phone_and_desk("log").await;
    operator.chooses("종류", "가입 신청 승인").await;
    operator.presses("조회").await;
    operator.sees("모두 1건").await;
    operator.sees("이담당 (staff1)").await;
    operator.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn refused_papers_come_again_and_are_approved() {
    let world = World::open();
    let password = add_operator(&world, "kotra");
    let papers = Papers::new();
    let (applicant, operator) = (world.person().await, world.person().await);
    let member = Member { world: &world, who: &applicant, name: "최네오", mobile: "2345-6784", login_id: "neo444" };
    member.applies_for("4081234560", "새솔상사", &papers.png("흐린 사진.png")).await;

    operator.logs_in_as_operator("kotra", &password).await;
    operator.presses("새솔상사 반려").await;
    operator.presses("반려").await;
    operator.sees("반려 사유를 입력해 주세요.").await;
    operator.fits_phone_and_desk("reject").await;
    operator.fills("반려 사유", "글자가 흐립니다. 다시 찍어 주세요.").await;
    operator.presses("반려").await;
    operator.sees("새솔상사: 처리했습니다. 반려됨 - 글자가 흐립니다. 다시 찍어 주세요.").await;

    applicant.logs_in_to("kotra", "neo444", PASSWORD).await;
    applicant.sees("사업자등록증을 승인하지 못했습니다").await;
    applicant.sees("글자가 흐립니다. 다시 찍어 주세요.").await;
    applicant.meets_no_barrier().await;
    applicant.gives("사업자등록증 파일", &[&papers.pdf("사업자등록증.pdf")]).await;
    applicant.sees("올리기 완료").await;
    applicant.presses("다시 내기").await;
    applicant.sees("사업자등록증을 다시 냈습니다. 확인을 기다려 주세요.").await;
    applicant.sees_no("글자가 흐립니다").await;

    operator.reloads().await;
    operator.sees("사업자등록증.pdf").await;
    operator.sees_no("흐린 사진.png").await;
    operator.presses("새솔상사 승인").await;
    operator.presses("승인").await;
    operator.sees("승인됨 - 기업회원 (MASTER)").await;
    applicant.reloads().await;
    applicant.sees("기업회원 (MASTER)").await;
    operator.follows("처리 기록").await;
    for act in ["가입 신청 승인", "서류 다시 냄", "가입 신청 반려"] {
        operator.sees(act).await;
    }
    applicant.leaves().await;
    operator.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_operator_receives_originals() {
    let world = World::open();
    let password = add_operator(&world, "daejeon");
    let (who, operator) = (world.person().await, world.person().await);
    let signup = Signup::korean(&who);
    signup.begin().await;
    signup.agree().await;
    signup.company().await;
    signup.certificate(&Papers::new()).await;
    signup.contact().await;
    signup.company_info().await;
    who.is_on("제품정보").await;
    signup.product(1, "볼트", Find::Search("나사", "7318")).await;
    signup.next().await;
    let reference = signup.submit().await;

    operator.logs_in_as_operator("daejeon", &password).await;
    operator.is_on("원본 접수").await;
    operator.sees(&reference).await;
    operator.fits_phone_and_desk("originals").await;
    operator.fills("검색어", "없는기업").await;
    operator.presses("검색").await;
    operator.sees("찾는 임시회원이 없습니다").await;
    operator.fills("검색어", "124-81").await;
    operator.presses("검색").await;
    operator.sees(&reference).await;
    operator.presses("한밭정밀 원본 접수").await;
    operator.sees("원본을 접수할까요?").await;
    operator.fits_phone_and_desk("receive").await;
    operator.presses("원본 접수").await;
    operator.sees("한밭정밀: 원본을 접수했습니다. 정식회원이 되었습니다.").await;
    operator.sees_no(&reference).await;

    signup.log_in().await;
    who.sees("정식회원").await;
    who.sees_no("임시회원").await;
    operator.opens("/daejeon/operator/log").await;
    operator.sees("원본 접수").await;
    operator.sees(&reference).await;
    who.leaves().await;
    operator.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_operator_changes_the_own_password_and_is_out_elsewhere() {
    let world = World::open();
    let password = add_operator(&world, "work24");
    let new = "비 오는 수요일의 라디오 5";
    let (operator, elsewhere) = (world.person().await, world.person().await);
    operator.logs_in_as_operator("work24", &password).await;
    operator.is_on("연계 대기").await;
    operator.sees("연계를 기다리는 회원이 없습니다").await;
    operator.fits_phone_and_desk("syncs").await;
    elsewhere.logs_in_as_operator("work24", &password).await;

    operator.follows("비밀번호 변경").await;
    operator.is_on("비밀번호 변경").await;
    operator.presses("변경").await;
    operator.sees("현재 비밀번호를 입력해 주세요.").await;
    operator.fits_phone_and_desk("password").await;
    operator.fills("현재 비밀번호", "이것은 아닙니다").await;
    operator.fills("새 비밀번호", new).await;
    operator.fills("비밀번호 확인", new).await;
    operator.sees("사용가능한 비밀번호입니다").await;
    operator.presses("변경").await;
    operator.sees("현재 비밀번호가 맞지 않습니다.").await;
    operator.meets_no_barrier().await;
    assert_eq!(operator.reads("새 비밀번호").await, new, "an error loses nothing");
    operator.fills("현재 비밀번호", &password).await;
    operator.presses("변경").await;
    operator.sees("비밀번호를 바꿨습니다.").await;
    operator.fits_phone_and_desk("password-changed").await;
    operator.leaves_no_trace_of(&[&password, new]).await;

    elsewhere.reloads().await;
    elsewhere.is_on("운영자 로그인").await;
    elsewhere.logs_in_as_operator("work24", new).await;
    operator.follows("처리 기록").await;
    operator.sees("운영자 비밀번호 변경 실패").await;
    operator.leaves().await;
    elsewhere.leaves().await;
}
