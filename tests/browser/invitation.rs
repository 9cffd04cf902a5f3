//! A master invites by e-mail; somebody who is no member yet joins and accepts, and nobody else gets in.

use crate::kotra::Member;
use crate::support::signup::PASSWORD;
use crate::support::{Person, World};

const EMAIL: &str = "park.sena@example.com";

/// The path of the link in the newest mail.
async fn link(who: &Person) -> String {
    // A mail leaves after the answer.
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    let answer = who.runs(
        "const request = new XMLHttpRequest(); request.open('GET', '/api/sandbox/messages', false); request.send();
         const all = JSON.parse(request.responseText).map(message => message.text);
         return all.find(text => text.includes('/invitation#')).match(/\\/kotra\\/invitation#[\\w-]+/)[0]",
        vec![],
    );
    answer.await.convert().expect("a mail with a link")
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_master_invites_and_somebody_joins_comes_back_and_accepts_once() {
    let world = World::open();
    let master = world.person().await;
    let first = Member { world: &world, who: &master, name: "김하나", mobile: "2345-6781", login_id: "hana1" };
    first.becomes_master_of("1248100998").await;
    master.logs_in_to("kotra", "hana1", PASSWORD).await;
    master.follows("소속 기업 관리하기").await;
    master.is_on("소속 기업 관리").await;
    master.presses("직원 초대").await;
    master.fills("이메일 주소", &format!("{EMAIL}\nlee@example")).await;
    master.presses("초대 보내기").await;
    master.sees("보내지 않았습니다. 고칠 주소가 1개 있습니다.").await;
    master.meets_no_barrier().await;
    master.pictures("invite-wrong").await;
    assert!(master.reads("이메일 주소").await.contains(EMAIL), "what was typed is still there");
    master.fills("이메일 주소", EMAIL).await;
    master.presses("초대 보내기").await;
    master.sees("1명에게 초대를 보냈습니다.").await;
    master.sees("pa***@example.com").await;
    master.meets_no_barrier().await;
    master.pictures("invited").await;
    master.looks_at_width(320).await;
    assert_eq!(master.overhang().await, 0, "nothing is cut off at 320 pixels");
    let link = link(&master).await;
    master.leaves().await;

    let guest = world.person().await;
    guest.opens(&link).await;
    guest.is_on("소속 직원 초대").await;
    guest.sees("김*나").await;
    guest.sees("로그인하거나 가입해 주세요").await;
    assert_eq!(guest.address().await, "/kotra/invitation", "the token is out of the address");
    guest.meets_no_barrier().await;
    guest.pictures("invitation").await;
    let token = link.split('#').nth(1).expect("a token");
    guest.leaves_no_trace_of(&[token, EMAIL]).await;
    let member = Member { world: &world, who: &guest, name: "박세나", mobile: "2345-6783", login_id: "sena33" };
    member.becomes_individual().await;
    guest.opens("/kotra/login").await;
    guest.fills("아이디", "sena33").await;
    guest.fills("비밀번호", PASSWORD).await;
    guest.presses("로그인").await;
    guest.is_on("소속 직원 초대").await;
    guest.sees("수락하면 지금 로그인한 계정(sena33)으로").await;
    guest.meets_no_barrier().await;
    guest.presses_twice("초대 수락").await;
    guest.sees("소속 직원이 되었습니다").await;
    guest.meets_no_barrier().await;
    guest.follows("myKOTRA 바로가기").await;
    guest.is_on("myKOTRA").await;
    guest.sees("기업회원 (정회원)").await;
    guest.leaves().await;

    let other = world.person().await;
    other.opens(&link).await;
    other.is_on("이 초대는 수락할 수 없습니다").await;
    other.sees("이미 수락된 초대입니다.").await;
    other.meets_no_barrier().await;
    other.leaves().await;
}
