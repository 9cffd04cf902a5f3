//! Invitations by e-mail (row X2): who may invite, what the link does and does not, and who gets in.

use crate::support::invitations::token_of;
use crate::support::staff::Firm;
use crate::support::{Backend, Browser, on_each_database};
use futures::future::join_all;
use gaip_backend::clock::{DAY, MINUTE};
use serde_json::{Value, json};

on_each_database!("/tests/portals";
    a_master_invites_and_a_person_accepts_once,
    the_mail_carries_a_link_behind_a_fragment_and_names_nobody,
    looking_uses_nothing_up_and_no_get_has_an_effect,
    the_invitation_stays_over_logging_in,
    every_address_is_judged_and_one_that_is_wrong_stops_all,
    an_address_is_invited_once_until_it_is_over,
    an_invitation_is_sent_again_after_a_pause_five_times_and_the_old_link_ends,
    a_withdrawn_an_expired_and_a_used_link_say_so,
    of_twenty_people_at_once_one_gets_in,
    twenty_presses_of_one_person_count_once,
    who_belongs_to_a_company_or_is_of_another_kind_is_refused_and_the_link_stays,
    an_associate_of_the_company_is_approved_by_it,
    invitations_of_another_company_are_not_found,
    an_invitation_of_who_is_no_master_any_more_promotes_nobody_until_it_is_sent_again,
    a_company_sends_a_hundred_a_day,
    what_is_written_down_names_no_address,
    old_invitations_are_deleted,
);

const KIM: &str = "kim.hana@example.com";

/// A member of no company, who opened the link that was sent to an address.
async fn guest(firm: &Firm<'_>, login_id: &str, email: &str) -> Browser {
    let browser = firm.hire(login_id, "personal").await.browser;
    browser.opens_invitation("people", &firm.master.token(email).await).await.ok();
    browser
}

async fn me(browser: &Browser) -> Value {
    browser.get("/api/me").await.ok()["member"].clone()
}

async fn a_master_invites_and_a_person_accepts_once(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let sent = firm.master.invites(&[KIM]).await.ok();
    let row = &sent["rows"][0];
    assert_eq!(
        (&row["email"], &row["expired"], &row["resends_left"]),
        (&json!("ki***@example.com"), &json!(false), &json!(5))
    );
    let browser = guest(&firm, "guest1", KIM).await;
    let session = browser.accepts("people").await.ok();
    assert_eq!(session["member"]["role"], "regular");
    let member = me(&browser).await;
    assert_eq!(
        (&member["role"], &member["company"]),
        (&json!("regular"), &firm.master.get("/api/company").await.ok()["name"])
    );
    assert_eq!(browser.accepts("people").await.code(), "invitation_gone", "the session holds it no more");
    assert!(firm.master.invitations().await.is_empty());
    assert_eq!(firm.masters(&backend.pool().await).await, 1);
    // It was no approval, so it is not undone as one; the relation can be ended.
    assert_eq!(firm.master.undo_all(&["id-of-guest1"]).await.code(), "undo_over");
    firm.master.ends("id-of-guest1").await.ok();
}

async fn the_mail_carries_a_link_behind_a_fragment_and_names_nobody(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    firm.master.invites(&[KIM]).await.ok();
    let letters = firm.master.letters(KIM).await;
    let letter = letters.first().unwrap();
    let company = firm.master.get("/api/company").await.ok()["name"].as_str().unwrap().to_owned();
    assert!(letter.contains("http://localhost/people/invitation#") && letter.contains(&company), "{letter}");
    for personal in ["홍길동", "master1", "kim.hana"] {
        assert!(!letter.contains(personal), "{letter}");
    }
    let token = token_of(letter);
    let kept: Vec<String> =
        sqlx::query_scalar("SELECT token_hash FROM invitations").fetch_all(&backend.pool().await).await.unwrap();
    assert!(token.len() == 43 && !kept.contains(&token), "a digest alone is kept");
}

async fn looking_uses_nothing_up_and_no_get_has_an_effect(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    firm.master.invites(&[KIM]).await.ok();
    let token = firm.master.token(KIM).await;
    for path in ["/people/invitation", "/api/portals/people/invitation", "/api/portals/people/invitation/accept"] {
        backend.browser().get(path).await;
    }
    let looker = backend.browser();
    let offer = looker.opens_invitation("people", &token).await.ok();
    assert_eq!(offer["inviter"], "홍*동", "by the ends");
    assert!(!offer["company"].as_str().unwrap().is_empty() && offer.get("email").is_none(), "{offer}");
    assert_eq!(looker.holds("people").await.ok(), offer);
    assert_eq!(looker.accepts("people").await.code(), "login_required");
    let cross =
        looker.send("POST", "/api/portals/people/invitation/accept", Value::Null, &[("gaip-request", "")]).await;
    assert_eq!(cross.code(), "cross_site");
    for wrong in ["", "nonsense", &token[1..]] {
        assert_eq!(backend.browser().opens_invitation("people", wrong).await.code(), "invitation_gone");
    }
    assert_eq!(backend.browser().opens_invitation("nowhere", &token).await.code(), "invitation_gone");
    assert_eq!(backend.browser().holds("people").await.code(), "invitation_gone");
    assert_eq!(firm.master.invitations().await.len(), 1, "it is open still");
}

async fn the_invitation_stays_over_logging_in(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    firm.put("guest1", "personal").await;
    firm.master.invites(&[KIM]).await.ok();
    let browser = backend.browser();
    browser.opens_invitation("people", &firm.master.token(KIM).await).await.ok();
    browser.log_in_at_people("guest1").await.ok();
    browser.holds("people").await.ok();
    browser.accepts("people").await.ok();
    assert_eq!(firm.role("id-of-guest1").await, "regular");
    // Whoever logs out takes nothing along.
    firm.master.invites(&[KIM]).await.ok();
    let other = guest(&firm, "guest2", KIM).await;
    other.delete("/api/session").await.ok();
    assert_eq!(other.holds("people").await.code(), "invitation_gone");
}

async fn every_address_is_judged_and_one_that_is_wrong_stops_all(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let refused = firm.master.invites(&[KIM, "no address", "lee@example", "park@example.com"]).await;
    let named: Vec<&Value> =
        refused.body["fields"].as_array().unwrap().iter().map(|problem| &problem["field"]).collect();
    assert_eq!((refused.code(), named), ("invalid", vec![&json!("emails.1"), &json!("emails.2")]));
    assert_eq!(firm.master.invites(&[]).await.body["fields"][0]["error"], "missing");
    let many: Vec<String> = (0..21).map(|n| format!("a{n}@example.com")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(firm.master.invites(&many).await.body["fields"][0]["field"], "emails");
    assert!(firm.master.invitations().await.is_empty());
    // A member's address and a stranger's are the same to everybody.
    firm.master.invites(&["down@example.com"]).await.ok_or_code("mail_unavailable");
    assert!(firm.master.letters(KIM).await.is_empty() && firm.events().await.is_empty());
    assert_eq!(firm.master.invites(&many[..20]).await.ok()["rows"].as_array().unwrap().len(), 20);
}

impl crate::support::Answer {
    /// It is refused so.
    fn ok_or_code(self, code: &str) {
        assert_eq!(self.code(), code);
    }
}

async fn an_address_is_invited_once_until_it_is_over(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    firm.master.invites(&[KIM]).await.ok();
    let old = firm.master.token(KIM).await;
    let again = firm.master.invites(&["lee@example.com", "KIM.hana@example.com"]).await;
    let problem = &again.body["fields"][0];
    assert_eq!((&problem["field"], &problem["error"]), (&json!("emails.1"), &json!("taken")));
    assert_eq!(firm.master.invitations().await.len(), 1, "all or none");
    assert!(firm.master.letters("lee@example.com").await.is_empty());
    let (other, id) = (Firm::found(&backend, 2).await, firm.master.invitations().await[0]["id"].clone());
    other.master.invites(&[KIM]).await.ok();
    backend.pass(7 * DAY);
    firm.master.log_in_at_people("master1").await.ok();
    assert_eq!(firm.master.invitations().await[0]["expired"], true);
    firm.master.invites(&[KIM]).await.ok();
    let rows = firm.master.invitations().await;
    assert!(rows.len() == 1 && rows[0]["id"] != id);
    assert_eq!(backend.browser().opens_invitation("people", &old).await.code(), "invitation_expired");
}

async fn an_invitation_is_sent_again_after_a_pause_five_times_and_the_old_link_ends(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    firm.master.invites(&[KIM]).await.ok();
    let id = firm.master.invitations().await[0]["id"].as_str().unwrap().to_owned();
    let first = firm.master.token(KIM).await;
    let soon = firm.master.resends(&id).await;
    assert_eq!((soon.code(), &soon.body["retry_after"]), ("resend_too_soon", &json!(60)));
    let holder = firm.hire("guest1", "personal").await.browser;
    holder.opens_invitation("people", &first).await.ok();
    for left in (0..5).rev() {
        backend.pass(MINUTE);
        let rows = firm.master.resends(&id).await.ok();
        assert_eq!(rows["rows"][0]["resends_left"], left);
    }
    backend.pass(MINUTE);
    assert_eq!(firm.master.resends(&id).await.code(), "invitations_over");
    assert_eq!(firm.master.letters(KIM).await.len(), 6);
    assert_eq!(backend.browser().opens_invitation("people", &first).await.code(), "invitation_gone");
    backend.browser().opens_invitation("people", &firm.master.token(KIM).await).await.ok();
    // Who had opened the old link in time is not sent away.
    holder.accepts("people").await.ok();
    assert_eq!(firm.master.resends(&id).await.code(), "invitation_used");
    assert_eq!(firm.master.withdraws_invitation(&id).await.code(), "invitation_used");
}

async fn a_withdrawn_an_expired_and_a_used_link_say_so(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    firm.master.invites(&[KIM, "lee@example.com", "park@example.com"]).await.ok();
    let [kim, lee, park] = [
        guest(&firm, "guest1", KIM).await,
        guest(&firm, "guest2", "lee@example.com").await,
        guest(&firm, "guest3", "park@example.com").await,
    ];
    let rows = firm.master.invitations().await;
    let id = |email: &str| rows.iter().find(|row| row["email"] == email).unwrap()["id"].as_str().unwrap().to_owned();
    firm.master.withdraws_invitation(&id("ki***@example.com")).await.ok();
    assert_eq!(firm.master.withdraws_invitation(&id("ki***@example.com")).await.code(), "invitation_withdrawn");
    assert_eq!(firm.master.resends(&id("ki***@example.com")).await.code(), "invitation_withdrawn");
    lee.accepts("people").await.ok();
    let token = firm.master.token("lee@example.com").await;
    for (browser, code) in [(&kim, "invitation_withdrawn"), (&park, "")] {
        assert_eq!(browser.holds("people").await.code(), code);
    }
    assert_eq!(kim.accepts("people").await.code(), "invitation_withdrawn");
    assert_eq!(kim.opens_invitation("people", &token).await.code(), "invitation_used");
    assert_eq!(kim.accepts("people").await.code(), "invitation_used");
    backend.pass(7 * DAY);
    park.log_in_at_people("guest3").await.ok();
    assert_eq!(
        (park.holds("people").await.code(), park.accepts("people").await.code()),
        ("invitation_expired", "invitation_expired")
    );
    for id in ["id-of-guest1", "id-of-guest3"] {
        assert_eq!(firm.role(id).await, "personal");
    }
    let kept: Vec<String> = sqlx::query_scalar("SELECT address FROM invitations WHERE address <> ''")
        .fetch_all(&backend.pool().await)
        .await
        .unwrap();
    assert_eq!(kept, ["park@example.com"], "of what ended the address is gone");
}

async fn of_twenty_people_at_once_one_gets_in(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    firm.master.invites(&[KIM]).await.ok();
    let token = firm.master.token(KIM).await;
    let mut people = Vec::new();
    for n in 0..20 {
        let browser = firm.hire(&format!("guest{n:02}"), "personal").await.browser;
        browser.opens_invitation("people", &token).await.ok();
        people.push(browser);
    }
    let presses = people.iter().map(|person| person.accepts("people"));
    let answers = join_all(presses).await;
    assert_eq!(answers.iter().filter(|answer| answer.status.is_success()).count(), 1);
    assert_eq!(answers.iter().filter(|answer| answer.code() == "invitation_used").count(), 19);
    assert_eq!(firm.master.get("/api/company").await.ok()["counts"]["regular"], 1);
}

async fn twenty_presses_of_one_person_count_once(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    firm.master.invites(&[KIM]).await.ok();
    let browser = guest(&firm, "guest1", KIM).await;
    let presses = (0..20).map(|_| {
        let browser = browser.clone();
        tokio::spawn(async move { browser.accepts("people").await })
    });
    let answers: Vec<_> = join_all(presses).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(answers.iter().filter(|answer| answer.status.is_success()).count(), 1);
    for answer in answers {
        assert!(["", "invitation_used", "invitation_gone"].contains(&answer.code()), "{}", answer.code());
    }
    assert_eq!(firm.events().await.iter().filter(|event| *event == "invitation_accepted").count(), 1);
}

async fn who_belongs_to_a_company_or_is_of_another_kind_is_refused_and_the_link_stays(backend: Backend) {
    let (firm, other) = (Firm::found(&backend, 1).await, Firm::found(&backend, 2).await);
    firm.master.invites(&[KIM]).await.ok();
    let token = firm.master.token(KIM).await;
    let [regular, associate, applicant, social, own] = [
        other.hire("regular1", "regular").await.browser,
        other.hire("waits1", "associate").await.browser,
        other.hire("applies", "applicant").await.browser,
        firm.hire("social1", "social").await.browser,
        firm.hire("regular2", "regular").await.browser,
    ];
    for (browser, code) in [
        (&regular, "company_linked"),
        (&associate, "company_linked"),
        (&applicant, "company_linked"),
        (&other.master, "company_linked"),
        (&own, "company_linked"),
        (&firm.master, "company_linked"),
        (&social, "not_for_member"),
    ] {
        browser.opens_invitation("people", &token).await.ok();
        assert_eq!(browser.accepts("people").await.code(), code);
        browser.holds("people").await.ok();
    }
    assert_eq!(other.role("id-of-regular1").await, "regular");
    assert_eq!(firm.masters(&backend.pool().await).await, 1);
    // Once the relation is ended there the same link lets them in.
    other.master.ends("id-of-regular1").await.ok();
    regular.accepts("people").await.ok();
    assert_eq!(me(&regular).await["role"], "regular");
}

async fn an_associate_of_the_company_is_approved_by_it(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let waiting = firm.hire("waits1", "associate").await;
    firm.master.invites(&[KIM]).await.ok();
    waiting.browser.opens_invitation("people", &firm.master.token(KIM).await).await.ok();
    waiting.browser.accepts("people").await.ok();
    assert_eq!(firm.role(&waiting.id).await, "regular");
}

async fn invitations_of_another_company_are_not_found(backend: Backend) {
    let (firm, other) = (Firm::found(&backend, 1).await, Firm::found(&backend, 2).await);
    firm.master.invites(&[KIM]).await.ok();
    let id = firm.master.invitations().await[0]["id"].as_str().unwrap().to_owned();
    backend.pass(MINUTE);
    assert!(other.master.invitations().await.is_empty());
    for id in [id.as_str(), "nobody"] {
        assert_eq!(other.master.resends(id).await.code(), "not_found");
        assert_eq!(other.master.withdraws_invitation(id).await.code(), "not_found");
    }
    assert!(other.events().await.is_empty());
    // Who was the master and is none any more cannot either.
    let next = firm.hire("next11", "regular").await;
    let offer = firm.offer(&next).await;
    next.browser.answers(&offer, "accept").await.ok();
    assert_eq!(firm.master.invites(&["lee@example.com"]).await.code(), "not_allowed");
    next.browser.withdraws_invitation(&id).await.ok();
}

async fn an_invitation_of_who_is_no_master_any_more_promotes_nobody_until_it_is_sent_again(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    firm.master.invites(&[KIM]).await.ok();
    let guest = guest(&firm, "guest1", KIM).await;
    let next = firm.hire("next11", "regular").await;
    let offer = firm.offer(&next).await;
    next.browser.answers(&offer, "accept").await.ok();
    assert_eq!(guest.holds("people").await.code(), "invitation_withdrawn");
    assert_eq!(guest.accepts("people").await.code(), "invitation_withdrawn");
    // Nor once they left, and the company has no login of its own that could have sent it.
    firm.master.post("/api/me/leaving", json!({ "password": crate::support::steps::PASSWORD })).await.ok();
    assert_eq!(guest.accepts("people").await.code(), "invitation_withdrawn");
    assert_eq!(firm.role("id-of-guest1").await, "personal");
    let row = next.browser.invitations().await[0].clone();
    assert_eq!(row["expired"], true);
    backend.pass(MINUTE);
    next.browser.resends(row["id"].as_str().unwrap()).await.ok();
    guest.accepts("people").await.ok();
    assert_eq!(firm.role("id-of-guest1").await, "regular");
}

async fn a_company_sends_a_hundred_a_day(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let twenty = |turn: u32| (0..20).map(|n| format!("a{turn}-{n}@example.com")).collect::<Vec<_>>();
    for turn in 0..5 {
        let emails = twenty(turn);
        firm.master.invites(&emails.iter().map(String::as_str).collect::<Vec<_>>()).await.ok();
    }
    backend.pass(MINUTE);
    assert_eq!(firm.master.invites(&[KIM]).await.code(), "invitations_over");
    let id = firm.master.invitations().await[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(firm.master.resends(&id).await.code(), "invitations_over");
    backend.pass(DAY);
    firm.master.log_in_at_people("master1").await.ok();
    firm.master.invites(&[KIM]).await.ok();
}

async fn what_is_written_down_names_no_address(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    firm.master.invites(&[KIM, "lee@example.com"]).await.ok();
    let lee = guest(&firm, "guest1", "lee@example.com").await;
    backend.pass(MINUTE);
    let rows = firm.master.invitations().await;
    let kim = rows.iter().find(|row| row["email"] == "ki***@example.com").unwrap()["id"].as_str().unwrap();
    firm.master.resends(kim).await.ok();
    backend.pass(MINUTE);
    firm.master.withdraws_invitation(kim).await.ok();
    backend.pass(MINUTE);
    lee.accepts("people").await.ok();
    let events =
        ["employee_invited", "employee_invited", "invitation_resent", "invitation_withdrawn", "invitation_accepted"];
    assert_eq!(firm.events().await, events);
    let log = firm.master.get("/api/company/log").await;
    assert_eq!(log.body["rows"][0]["whom"], "이름 guest1");
    let text = String::from_utf8_lossy(&log.bytes).into_owned();
    assert!(!text.contains('@'), "{text}");
}

async fn old_invitations_are_deleted(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    firm.master.invites(&[KIM]).await.ok();
    let left = async || {
        gaip_backend::signup::sweep(&backend.app).await.unwrap();
        sqlx::query_scalar::<_, i64>("SELECT COUNT(*) FROM invitations").fetch_one(&backend.pool().await).await.unwrap()
    };
    backend.pass(36 * DAY);
    assert_eq!(left().await, 1, "it still says that it is over");
    backend.pass(2 * DAY);
    assert_eq!(left().await, 0);
}
