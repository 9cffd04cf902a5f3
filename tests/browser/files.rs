//! Files that are not taken.

use crate::support::World;
use crate::support::files::Papers;
use crate::support::signup::Signup;

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_file_of_another_kind_too_large_or_empty_is_told_and_can_be_removed() {
    let world = World::open();
    let who = world.person().await;
    let papers = Papers::new();
    let signup = Signup::korean(&who);
    signup.begin().await;
    signup.agree().await;
    signup.company().await;
    who.is_on("기업인증 방식 선택").await;
    signup.next().await;
    who.sees("공동인증서로 인증하거나, 서류로 가입하는 방법을 선택해 주세요.").await;
    signup.choose_documents().await;
    signup.next().await;
    who.sees("동의서 및 인증서류를 올려 주세요.").await;

    let scans = "동의서 및 인증서류";
    for (file, words) in [
        (papers.file("계약서.hwp", b"HWP Document File"), "올릴 수 없는 형식이거나"),
        (papers.file("거짓.pdf", b"MZ\x90\0 not a document at all"), "올릴 수 없는 형식이거나"),
        (papers.file("빈파일.pdf", b""), "내용이 없는 파일입니다."),
        (papers.pdf_of("큰파일.pdf", 21 * 1024 * 1024), "파일이 20MB보다 큽니다."),
        (papers.file("깨진.zip", b"PK\x03\x04 broken"), "ZIP 파일을 받을 수 없습니다."),
    ] {
        who.gives(scans, &[&file]).await;
        who.sees(words).await;
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        who.presses(&format!("{name} 삭제")).await;
        who.sees_no(words).await;
    }
    who.gives(scans, &[&papers.pdf("동의서.pdf")]).await;
    signup.uploaded(1).await;
    signup.next().await;
    who.is_on("담당자 정보").await;
    who.leaves().await;
}
