//! A company's administration through the API: who may do what with whom (manual rows K11, K13 to K20, T97, T100).

use crate::support::staff::{Firm, search};
use crate::support::{Backend, Browser, on_each_database};
use gaip_backend::clock::{DAY, MINUTE};
use gaip_contract::bodies::Role;
use serde_json::{Value, json};

on_each_database!("/tests/portals";
    a_master_sees_the_company_and_approves_one_and_many,
    an_approval_is_taken_back_within_ten_minutes,
    whose_relation_ended_is_a_person_with_the_same_account,
    the_role_goes_over_once_it_is_accepted,
    an_offer_ends_by_answer_withdrawal_or_time,
    whoever_is_no_regular_member_any_more_cannot_accept,
    people_of_another_company_are_not_found_and_nothing_is_done,
    people_are_found_by_name_and_login_id_in_order_and_by_pages,
    names_of_earlier_members_are_read_from_their_answers,
    the_log_names_who_did_what_to_whom_and_the_table_keeps_ids_alone,
);

async fn me(browser: &Browser) -> Value {
    browser.get("/api/me").await.ok()["member"].clone()
}

async fn a_master_sees_the_company_and_approves_one_and_many(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let [one, two, three] = [
        firm.hire("one111", "associate").await,
        firm.hire("two222", "associate").await,
        firm.hire("three3", "regular").await,
    ];
    let company = firm.master.get("/api/company").await.ok();
    assert_eq!(company["counts"], json!({ "master": 1, "regular": 1, "associate": 2, "general": 0 }));
    assert_eq!((&company["role"], &company["offer"]), (&json!("master"), &Value::Null));
    assert_eq!(firm.master.approve_all(&[&one.id]).await.ok()["ids"], json!([one.id]));
    assert_eq!(me(&one.browser).await["role"], "regular", "the login that is open knows it at once");
    assert_eq!(firm.master.approve_all(&[&one.id]).await.code(), "already_decided", "once");
    let done = firm.master.approve_all(&[&one.id, &two.id, &two.id, &three.id]).await.ok();
    assert_eq!(done["ids"], json!([two.id]), "who is no associate is left as they are");
    assert_eq!(firm.events().await, ["associate_approved", "associate_approved"]);
    assert_eq!(firm.master.approve_all(&[]).await.code(), "bad_request");
    let many: Vec<String> = (0..101).map(|n| format!("id-{n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(firm.master.approve_all(&many).await.code(), "bad_request");
}

async fn an_approval_is_taken_back_within_ten_minutes(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let [one, two] = [firm.hire("one111", "associate").await, firm.hire("two222", "regular").await];
    firm.master.approve_all(&[&one.id]).await.ok();
    backend.pass(9 * MINUTE);
    assert_eq!(firm.master.undo_all(&[&one.id, &two.id]).await.ok()["ids"], json!([one.id]));
    assert_eq!((firm.role(&one.id).await, firm.role(&two.id).await), ("associate".to_owned(), "regular".to_owned()));
    assert_eq!(firm.master.undo_all(&[&one.id]).await.code(), "undo_over", "once");
    firm.master.approve_all(&[&one.id]).await.ok();
    backend.pass(10 * MINUTE);
    assert_eq!(firm.master.undo_all(&[&one.id]).await.code(), "undo_over");
    assert_eq!(firm.role(&one.id).await, "regular");
}

async fn whose_relation_ended_is_a_person_with_the_same_account(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let [one, two] = [firm.hire("one111", "associate").await, firm.hire("two222", "regular").await];
    for gone in [&one, &two] {
        firm.master.ends(&gone.id).await.ok();
        let member = me(&gone.browser).await;
        assert_eq!((&member["role"], &member["company"]), (&json!("personal"), &json!("")));
        assert_eq!(firm.master.ends(&gone.id).await.code(), "not_found", "they are none of the company any more");
        assert_eq!(firm.master.approve_all(&[&gone.id]).await.code(), "not_found");
    }
    backend.browser().log_in_at_people("two222").await.ok();
    assert_eq!(firm.master.ends(&firm.first().await).await.code(), "master_stays");
    let company = firm.master.get("/api/company").await.ok();
    assert_eq!(company["counts"], json!({ "master": 1, "regular": 0, "associate": 0, "general": 0 }));
    assert_eq!(firm.events().await, ["relation_ended", "relation_ended"]);
}

async fn the_role_goes_over_once_it_is_accepted(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let next = firm.hire("next11", "regular").await;
    let offer = firm.offer(&next).await;
    let mine = next.browser.get("/api/company/offer").await.ok();
    assert_eq!((&mine["offer"]["from"], &mine["offer"]["to"]), (&json!("홍길동"), &json!("이름 next11")));
    assert_eq!(firm.master.get("/api/company").await.ok()["offer"]["id"], json!(offer));
    assert_eq!(me(&next.browser).await["role"], "regular", "an offer changes nothing yet");
    assert_eq!(firm.master.answers(&offer, "accept").await.code(), "offer_gone", "only who is offered it accepts");
    next.browser.answers(&offer, "accept").await.ok();
    assert_eq!(
        (me(&next.browser).await["role"].clone(), me(&firm.master).await["role"].clone()),
        (json!("master"), json!("regular"))
    );
    assert_eq!(firm.master.get("/api/company/log").await.code(), "not_allowed");
    assert_eq!(firm.master.get("/api/company").await.ok().get("counts"), None, "who is regular manages nobody");
    assert_eq!(next.browser.answers(&offer, "accept").await.code(), "offer_gone", "once");
    assert_eq!(firm.events().await, ["master_handed_over", "master_offered"]);
    next.browser.ends(&firm.first().await).await.ok();
    assert_eq!(firm.masters(&backend.pool().await).await, 1);
}

async fn an_offer_ends_by_answer_withdrawal_or_time(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let [next, other, new] = [
        firm.hire("next11", "regular").await,
        firm.hire("other1", "regular").await,
        firm.hire("newer1", "associate").await,
    ];
    assert_eq!(firm.master.withdraws().await.code(), "offer_gone", "there is none");
    assert_eq!(firm.master.offer_to(&new.id).await.code(), "already_decided", "an associate cannot be the master");
    assert_eq!(firm.master.offer_to(&firm.first().await).await.code(), "already_decided");
    let offer = firm.offer(&next).await;
    assert_eq!(firm.master.offer_to(&other.id).await.code(), "offer_pending", "one at a time");
    assert_eq!(other.browser.answers(&offer, "accept").await.code(), "offer_gone");
    assert_eq!(other.browser.answers(&offer, "decline").await.code(), "offer_gone");
    next.browser.answers(&offer, "decline").await.ok();
    assert_eq!(next.browser.answers(&offer, "accept").await.code(), "offer_gone", "declined");
    let offer = firm.offer(&next).await;
    firm.master.withdraws().await.ok();
    assert_eq!(next.browser.answers(&offer, "accept").await.code(), "offer_gone", "withdrawn");
    let offer = firm.offer(&next).await;
    backend.pass(7 * DAY);
    for (browser, login_id) in [(&firm.master, "master1"), (&next.browser, "next11")] {
        browser.log_in_at_people(login_id).await.ok();
    }
    assert_eq!(next.browser.get("/api/company/offer").await.ok()["offer"], Value::Null);
    assert_eq!(firm.master.get("/api/company").await.ok()["offer"], Value::Null);
    assert_eq!(next.browser.answers(&offer, "accept").await.code(), "offer_gone", "over");
    assert_eq!(firm.master.withdraws().await.code(), "offer_gone", "over");
    firm.master.offer_to(&other.id).await.ok();
    assert_eq!(firm.masters(&backend.pool().await).await, 1);
}

async fn whoever_is_no_regular_member_any_more_cannot_accept(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let [gone, undone] = [firm.hire("gone11", "regular").await, firm.hire("undone", "associate").await];
    let offer = firm.offer(&gone).await;
    firm.master.ends(&gone.id).await.ok();
    assert_eq!(gone.browser.answers(&offer, "accept").await.code(), "offer_gone");
    firm.master.approve_all(&[&undone.id]).await.ok();
    let offer = firm.offer(&undone).await;
    firm.master.undo_all(&[&undone.id]).await.ok();
    assert_eq!(undone.browser.answers(&offer, "accept").await.code(), "offer_gone");
    assert_eq!(firm.master.get("/api/company").await.ok()["offer"], Value::Null);
    assert_eq!(firm.events().await.iter().filter(|event| *event == "master_offer_withdrawn").count(), 2);
    assert_eq!(
        (firm.role(&firm.first().await).await, firm.role(&undone.id).await),
        ("master".to_owned(), "associate".to_owned())
    );
}

async fn people_of_another_company_are_not_found_and_nothing_is_done(backend: Backend) {
    let (firm, other) = (Firm::found(&backend, 1).await, Firm::found(&backend, 2).await);
    let own = firm.hire("own111", "associate").await;
    let [theirs, regular] = [other.hire("theirs", "associate").await, other.hire("regular", "regular").await];
    for id in [theirs.id.as_str(), "nobody"] {
        assert_eq!(firm.master.approve_all(&[&own.id, id]).await.code(), "not_found");
        assert_eq!(firm.master.ends(id).await.code(), "not_found");
        assert_eq!(firm.master.offer_to(id).await.code(), "not_found");
    }
    other.master.approve_all(&[&theirs.id]).await.ok();
    assert_eq!(firm.master.undo_all(&[&theirs.id]).await.code(), "not_found");
    assert_eq!(firm.master.ends(&other.first().await).await.code(), "not_found");
    let offer = other.offer(&regular).await;
    assert_eq!(own.browser.answers(&offer, "accept").await.code(), "offer_gone");
    assert_eq!(firm.role(&own.id).await, "associate", "all or none");
    assert_eq!(firm.master.employees(search("", None, "name", 0)).await.ok()["total"], 2);
    assert!(firm.events().await.is_empty());
}

async fn people_are_found_by_name_and_login_id_in_order_and_by_pages(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    for n in 0..120 {
        firm.put(&format!("person{n:03}"), if n % 3 == 0 { "associate" } else { "regular" }).await;
    }
    firm.put("applicant1", "applicant").await;
    let names = |page: &Value| -> Vec<String> {
        page["rows"].as_array().unwrap().iter().map(|row| row["login_id"].as_str().unwrap().to_owned()).collect()
    };
    let page = firm.master.employees(search("", None, "name", 50)).await.ok();
    assert_eq!((&page["total"], names(&page).len(), names(&page)[0].as_str()), (&json!(121), 50, "person050"));
    let last = firm.master.employees(search("", None, "name", 100)).await.ok();
    assert_eq!(names(&last).last().map(String::as_str), Some("master1"), "홍길동 stands behind 이름");
    let associates = firm.master.employees(search("", Some(Role::Associate), "name", 0)).await.ok();
    assert_eq!(associates["total"], 40);
    assert!(associates["rows"].as_array().unwrap().iter().all(|row| row["role"] == "associate"));
    for (words, total) in
        [("person00", 10), ("이름 PERSON119", 1), ("홍길동", 1), ("_", 0), ("%", 0), ("  person  ", 120)]
    {
        let found = firm.master.employees(search(words, None, "name", 0)).await.ok();
        assert_eq!(found["total"], total, "{words}");
    }
    let oldest = firm.master.employees(search("", None, "oldest", 0)).await.ok();
    assert_eq!(names(&oldest)[0], "master1", "who founded it joined first");
    let newest = firm.master.employees(search("", None, "newest", 120)).await.ok();
    assert_eq!(names(&newest), ["master1"]);
    let beyond = firm.master.employees(search("", None, "name", 5_000)).await.ok();
    assert_eq!((&beyond["total"], names(&beyond).len()), (&json!(121), 0));
}

async fn names_of_earlier_members_are_read_from_their_answers(mut backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let master = firm.master.clone();
    let name = "SELECT full_name FROM members WHERE login_id = 'master1'";
    let pool = backend.pool().await;
    assert_eq!(sqlx::query_scalar::<_, String>(name).fetch_one(&pool).await.unwrap(), "홍길동", "at the submission");
    sqlx::query("UPDATE members SET full_name = NULL").execute(&pool).await.unwrap();
    pool.close().await;
    backend.restart().await;
    let page = backend.again(&master).employees(search("길동", None, "name", 0)).await.ok();
    assert_eq!(page["rows"][0]["name"], "홍길동");
}

async fn the_log_names_who_did_what_to_whom_and_the_table_keeps_ids_alone(backend: Backend) {
    let firm = Firm::found(&backend, 1).await;
    let [one, two] = [firm.hire("one111", "associate").await, firm.hire("two222", "regular").await];
    firm.master.approve_all(&[&one.id]).await.ok();
    backend.pass(MINUTE);
    let offer = firm.offer(&two).await;
    backend.pass(MINUTE);
    two.browser.answers(&offer, "accept").await.ok();
    let log = two.browser.get("/api/company/log?page=1").await.ok();
    let lines: Vec<_> = log["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| ["event", "by", "whom"].map(|part| line[part].as_str().unwrap().to_owned()).join(" / "))
        .collect();
    assert_eq!(
        lines,
        [
            "master_handed_over / 이름 two222 / 홍길동",
            "master_offered / 홍길동 / 이름 two222",
            "associate_approved / 홍길동 / 이름 one111",
        ]
    );
    assert_eq!(two.browser.get("/api/company/log?page=x").await.code(), "bad_request");
    let operator = backend.operator("people", "staff1").await;
    let lines = operator.get("/api/portals/people/operator/audit?event=associate_approved").await.ok();
    assert_eq!((&lines["total"], &lines["rows"][0]["operator"]), (&json!(1), &Value::Null), "operators read it too");
}
