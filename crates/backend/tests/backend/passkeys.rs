//! Passkeys: registering, logging in, and everything that must not log anybody in.

use crate::support::passkeys::{Key, OPTIONS, PASSKEYS, Passkey, base64url};
use crate::support::steps::PASSWORD;
use crate::support::{Backend, on_each_database};
use gaip_backend::clock::MINUTE;
use gaip_backend::config::Config;
use gaip_backend::random::{Rng, SystemRandom};
use serde_json::{Value, json};
use std::collections::BTreeSet;

on_each_database!(
    a_member_registers_a_passkey_and_logs_in_by_it_alone,
    a_request_names_nobody_and_is_for_everybody_the_same,
    what_browser_and_device_say_has_to_be_so,
    a_login_that_is_not_so_is_always_told_in_the_same_words,
    a_challenge_counts_once_soon_and_for_its_session,
    a_counter_that_goes_back_logs_nobody_in,
    a_removed_passkey_and_one_of_a_member_who_left_log_nobody_in,
    an_old_login_shows_the_password_first,
    ten_passkeys_are_the_most_also_at_once,
    a_passkey_is_one_members_and_one_portals,
    keys_of_older_windows_and_self_signed_ones_are_taken,
    requests_of_other_sites_and_bodies_of_another_form_change_nothing,
);

async fn a_member_registers_a_passkey_and_logs_in_by_it_alone(backend: Backend) {
    let browser = backend.member(1).await;
    assert_eq!(browser.get(PASSKEYS).await.ok(), json!([]));
    let options = browser.post(OPTIONS, json!({})).await.ok();
    let (party, selection) = (&options["rp"], &options["authenticatorSelection"]);
    assert_eq!((&party["id"], &options["attestation"]), (&json!("localhost"), &json!("none")));
    assert_eq!((&selection["residentKey"], &selection["userVerification"]), (&json!("required"), &json!("required")));
    let account = &options["user"];
    assert!(account["name"].as_str().unwrap().starts_with("hanbit1 ("), "{account}");
    assert_eq!(account["id"].as_str().unwrap().len(), 43, "a random number, nothing of the person");
    let mut passkey = Passkey::new(1);
    let credential = passkey.make(&options);
    let list = browser.post(PASSKEYS, json!({ "name": "  사무실   노트북 ", "credential": credential })).await.ok();
    assert_eq!((list[0]["name"].as_str(), list[0].get("used_at")), (Some("사무실 노트북"), None));
    let again = browser.post(OPTIONS, json!({})).await.ok();
    assert_eq!(again["excludeCredentials"][0]["id"], base64url(&passkey.id));
    assert_eq!(again["user"]["id"], account["id"], "one account for all passkeys of a member");

    let elsewhere = backend.browser();
    backend.pass(MINUTE);
    let session = elsewhere.log_in_by_passkey(&passkey).await.ok();
    assert_eq!((&session["member"]["login_id"], &session["expires_in"]), (&json!("hanbit1"), &json!(1800)));
    elsewhere.get("/api/me").await.ok();
    assert!(browser.get(PASSKEYS).await.ok()[0]["used_at"].is_string());
    assert_eq!(browser.get("/api/me/logins").await.ok().as_array().unwrap().len(), 2);
    let data = browser.get("/api/me/data").await.ok();
    assert_eq!(data["passkeys"][0]["name"], "사무실 노트북");
    let events = "SELECT COUNT(*) FROM audit WHERE event IN ('passkey_registered', 'logged_in_by_passkey')";
    let events: i64 = sqlx::query_scalar(events).fetch_one(&backend.pool().await).await.unwrap();
    assert_eq!(events, 2);
}

async fn a_request_names_nobody_and_is_for_everybody_the_same(backend: Backend) {
    let own = backend.member(1).await;
    own.keeps(&mut Passkey::new(1)).await.ok();
    let mut requests = Vec::new();
    for browser in [&own, &backend.browser()] {
        let mut request = browser.passkey_request("daejeon").await;
        assert_eq!(request["challenge"].take().as_str().unwrap().len(), 43);
        requests.push(request);
    }
    let expected = json!({
        "challenge": null, "timeout": 300_000, "rpId": "localhost", "userVerification": "required",
    });
    assert_eq!(requests, [expected.clone(), expected], "no list of passkeys");
    let nowhere = backend.browser().post("/api/session/passkey/options", json!({ "portal": "work24" })).await;
    assert_eq!(nowhere.code(), "not_found", "a portal without passkeys");
}

/// What is wrong with what a browser or a device says.
type Wrong = (&'static str, fn(&mut Passkey));

/// Each is wrong at registration and at login.
const WRONG: &[Wrong] = &[
    ("another site", |p| "https://evil.example".clone_into(&mut p.origin)),
    ("another port", |p| "http://localhost:81".clone_into(&mut p.origin)),
    ("another party", |p| "evil.example".clone_into(&mut p.party)),
    ("a frame", |p| p.beside = json!({ "crossOrigin": true })),
    ("a frame of another site", |p| p.beside = json!({ "topOrigin": "https://evil.example" })),
    ("another ceremony", |p| p.beside = json!({ "type": "payment.get" })),
    ("a challenge that nobody gave", |p| p.beside = json!({ "challenge": "AAAA" })),
    ("nobody was there", |p| p.flags = 0x04),
    ("nobody was verified", |p| p.flags = 0x01),
    ("copied, though it cannot be", |p| p.flags = 0x15),
];

async fn what_browser_and_device_say_has_to_be_so(backend: Backend) {
    let browser = backend.member(1).await;
    let refusals = BTreeSet::from(["passkey_refused", "challenge_gone"]);
    for (what, change) in WRONG {
        let mut passkey = Passkey::new(1);
        change(&mut passkey);
        let answer = browser.keeps(&mut passkey).await;
        assert!(refusals.contains(answer.code()), "{what}: {}", answer.body);
    }
    let broken: [Wrong; 3] = [
        ("an attestation that was not asked for", |p| p.format = "android-key"),
        ("no id", |p| p.id.clear()),
        ("an id too long", |p| p.id = vec![7; 1024]),
    ];
    for (what, change) in broken {
        let mut passkey = Passkey::new(1);
        change(&mut passkey);
        assert_eq!(browser.keeps(&mut passkey).await.code(), "passkey_refused", "{what}");
    }
    let options = browser.post(OPTIONS, json!({})).await.ok();
    let mut other = Passkey::new(1).make(&options);
    other["id"] = json!(base64url(&[9; 16]));
    let body = json!({ "name": "열쇠", "credential": other });
    assert_eq!(browser.post(PASSKEYS, body).await.code(), "passkey_refused", "the id is another than the signed one");
    for name in ["", "  ", &"가".repeat(41)] {
        let credential = Passkey::new(1).make(&browser.post(OPTIONS, json!({})).await.ok());
        let answer = browser.post(PASSKEYS, json!({ "name": name, "credential": credential })).await;
        assert_eq!((answer.code(), &answer.body["fields"][0]["field"]), ("invalid", &json!("name")));
    }
    assert_eq!(browser.get(PASSKEYS).await.ok(), json!([]), "nothing of it is kept");
}

async fn a_login_that_is_not_so_is_always_told_in_the_same_words(backend: Backend) {
    let mut passkey = Passkey::new(1);
    backend.member(1).await.keeps(&mut passkey).await.ok();
    let changes: [Wrong; 6] = [
        ("an unknown passkey", |p| p.id = vec![9; 16]),
        ("another key", |p| p.key = Passkey::new(2).key),
        ("another account", |p| p.user = Some(base64url(&[3; 32]))),
        ("no account", |p| p.user = None),
        ("another kind of passkey than before", |p| p.flags = 0x0d),
        ("no id", |p| p.id.clear()),
    ];
    for (what, change) in WRONG.iter().chain(&changes) {
        let mut wrong = Passkey { user: passkey.user.clone(), ..Passkey::new(1) };
        change(&mut wrong);
        let mut answer = backend.browser().log_in_by_passkey(&wrong).await.body;
        let expected = if what.contains("challenge") { "challenge_gone" } else { "passkey_failed" };
        assert_eq!(answer["code"], expected, "{what}");
        answer["request_id"].take();
        let words = ["code", "request_id", "status", "title", "type"].map(str::to_owned);
        assert_eq!(answer.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>(), BTreeSet::from(words));
    }
    let failed = "SELECT COUNT(*) FROM audit WHERE event = 'passkey_login_failed'";
    let failed: i64 = sqlx::query_scalar(failed).fetch_one(&backend.pool().await).await.unwrap();
    assert_eq!(usize::try_from(failed), Ok(WRONG.len() + changes.len()));
    let browser = backend.browser();
    for _ in 0..10 {
        assert_eq!(browser.log_in_by_passkey(&Passkey::new(9)).await.body["code"], "passkey_failed");
    }
    assert_eq!(browser.log_in_by_passkey(&passkey).await.code(), "too_many", "who fails ten times rests");
    backend.browser().log_in_by_passkey(&passkey).await.ok();
}

async fn a_challenge_counts_once_soon_and_for_its_session(backend: Backend) {
    let browser = backend.member(1).await;
    let mut passkey = Passkey::new(1);
    let options = browser.post(OPTIONS, json!({})).await.ok();
    let body = json!({ "name": "열쇠", "credential": passkey.make(&options) });
    assert_eq!(backend.member(2).await.post(PASSKEYS, body.clone()).await.code(), "challenge_gone", "another session");
    browser.post(PASSKEYS, body.clone()).await.ok();
    assert_eq!(browser.post(PASSKEYS, body).await.code(), "challenge_used");
    let late = browser.post(OPTIONS, json!({})).await.ok();
    backend.pass(5 * MINUTE);
    let body = json!({ "name": "열쇠", "credential": Passkey::new(2).make(&late) });
    assert_eq!(browser.post(PASSKEYS, body).await.code(), "challenge_gone");

    let (here, there) = (backend.browser(), backend.browser());
    let request = here.passkey_request("daejeon").await;
    there.passkey_request("daejeon").await;
    let shown = passkey.give(&request);
    assert_eq!(there.shows_passkey("daejeon", shown.clone()).await.code(), "challenge_gone", "another's challenge");
    here.shows_passkey("daejeon", shown.clone()).await.ok();
    assert_eq!(here.shows_passkey("daejeon", shown).await.code(), "challenge_used", "a replay");
    let old = backend.browser();
    let request = old.passkey_request("daejeon").await;
    backend.pass(5 * MINUTE);
    assert_eq!(old.shows_passkey("daejeon", passkey.give(&request)).await.code(), "challenge_gone");
    let for_login = browser.passkey_request("daejeon").await;
    let mixed = json!({ "user": { "id": "AAAA" }, "challenge": for_login["challenge"] });
    let body = json!({ "name": "열쇠", "credential": Passkey::new(3).make(&mixed) });
    assert_eq!(browser.post(PASSKEYS, body).await.code(), "challenge_gone", "made for a login");
}

async fn a_counter_that_goes_back_logs_nobody_in(backend: Backend) {
    let mut passkey = Passkey { count: 5, ..Passkey::new(1) };
    backend.member(1).await.keeps(&mut passkey).await.ok();
    for (count, fine) in [(5, false), (4, false), (0, false), (6, true), (6, false), (9, true), (8, false)] {
        passkey.count = count;
        let answer = backend.browser().log_in_by_passkey(&passkey).await;
        assert_eq!(answer.status.is_success(), fine, "{count}: {}", answer.body);
        assert!(fine || answer.code() == "passkey_failed");
    }
    let mut silent = Passkey::new(2);
    backend.member(2).await.keeps(&mut silent).await.ok();
    for _ in 0..2 {
        backend.browser().log_in_by_passkey(&silent).await.ok();
    }
}

async fn a_removed_passkey_and_one_of_a_member_who_left_log_nobody_in(backend: Backend) {
    let browser = backend.member(1).await;
    let [mut kept, mut removed] = [Passkey::new(1), Passkey::new(2)];
    browser.keeps(&mut kept).await.ok();
    let list = browser.keeps(&mut removed).await.ok();
    let number = list.as_array().unwrap().len();
    assert_eq!(number, 2);
    let pool = backend.pool().await;
    let id = "SELECT id FROM passkeys WHERE credential = $1";
    let id: String = sqlx::query_scalar(id).bind(base64url(&removed.id)).fetch_one(&pool).await.unwrap();
    let path = format!("{PASSKEYS}/{id}/removal");
    assert_eq!(backend.member(2).await.post(&path, json!({})).await.code(), "not_found", "another member's");
    assert_eq!(browser.post(&path, json!({})).await.ok().as_array().unwrap().len(), 1);
    assert_eq!(browser.post(&path, json!({})).await.code(), "not_found");
    assert_eq!(backend.browser().log_in_by_passkey(&removed).await.code(), "passkey_failed");
    let elsewhere = backend.browser();
    elsewhere.log_in_by_passkey(&kept).await.ok();
    browser.post("/api/me/leaving", json!({ "password": PASSWORD })).await.ok();
    assert_eq!(elsewhere.get("/api/me").await.code(), "login_required");
    assert_eq!(backend.browser().log_in_by_passkey(&kept).await.code(), "passkey_failed");
    let left = "SELECT (SELECT COUNT(*) FROM passkeys) + (SELECT COUNT(*) FROM passkey_users)";
    assert_eq!(sqlx::query_scalar::<_, i64>(left).fetch_one(&pool).await.unwrap(), 0);
}

async fn an_old_login_shows_the_password_first(backend: Backend) {
    let browser = backend.member(1).await;
    let list = browser.keeps(&mut Passkey::new(1)).await.ok();
    let removal = format!("{PASSKEYS}/{}/removal", list[0]["id"].as_str().unwrap());
    backend.pass(10 * MINUTE);
    for path in [OPTIONS, &removal] {
        for (password, code) in
            [(Value::Null, "login_again"), (json!(""), "login_again"), (json!("a wrong one"), "password_wrong")]
        {
            assert_eq!(browser.post(path, json!({ "password": password })).await.code(), code, "{path}");
        }
        browser.post(path, json!({ "password": PASSWORD })).await.ok();
    }
    assert_eq!(browser.get(PASSKEYS).await.ok(), json!([]));
    for _ in 0..10 {
        browser.post(OPTIONS, json!({ "password": "a wrong one" })).await;
    }
    assert_eq!(browser.post(OPTIONS, json!({ "password": PASSWORD })).await.code(), "too_many");
    backend.pass(16 * MINUTE);
    sqlx::query("UPDATE members SET password_hash = ''").execute(&backend.pool().await).await.unwrap();
    assert_eq!(
        browser.post(OPTIONS, json!({ "password": PASSWORD })).await.code(),
        "login_again",
        "who has no password"
    );
}

async fn ten_passkeys_are_the_most_also_at_once(backend: Backend) {
    let browser = backend.member(1).await;
    let mut bodies = Vec::new();
    for n in 1..=12 {
        let options = browser.post(OPTIONS, json!({})).await.ok();
        bodies.push(json!({ "name": format!("열쇠 {n}"), "credential": Passkey::new(n).make(&options) }));
    }
    let answers = futures::future::join_all(bodies.into_iter().map(|body| browser.post(PASSKEYS, body))).await;
    let refused: Vec<&str> = answers.iter().map(crate::support::Answer::code).filter(|code| !code.is_empty()).collect();
    assert_eq!(refused, ["passkeys_full"; 2]);
    assert_eq!(browser.get(PASSKEYS).await.ok().as_array().unwrap().len(), 10);
    assert_eq!(browser.post(OPTIONS, json!({})).await.code(), "passkeys_full");
}

async fn a_passkey_is_one_members_and_one_portals(backend: Backend) {
    let (one, two) = (backend.member(1).await, backend.member(2).await);
    let mut passkey = Passkey::new(1);
    one.keeps(&mut passkey).await.ok();
    let [first, second] = [one.post(OPTIONS, json!({})).await.ok(), two.post(OPTIONS, json!({})).await.ok()];
    assert_ne!(first["user"]["id"], second["user"]["id"]);
    assert_eq!(two.keeps(&mut Passkey::new(1)).await.code(), "passkey_registered");
    let browser = backend.browser();
    let request = browser.passkey_request("kotra").await;
    assert_eq!(browser.shows_passkey("kotra", passkey.give(&request)).await.code(), "passkey_failed");
    let request = browser.passkey_request("kotra").await;
    assert_eq!(browser.shows_passkey("daejeon", passkey.give(&request)).await.code(), "challenge_gone");
    browser.log_in_by_passkey(&passkey).await.ok();
}

async fn keys_of_older_windows_and_self_signed_ones_are_taken(backend: Backend) {
    let browser = backend.member(1).await;
    let key = rsa::PrivateKey::new(&mut Rng(&SystemRandom), 2048).unwrap();
    let mut windows = Passkey { key: Key::Rs256(Box::new(key)), ..Passkey::new(1) };
    browser.keeps(&mut windows).await.ok();
    backend.browser().log_in_by_passkey(&windows).await.ok();
    let mut own = Passkey { format: "packed", ..Passkey::new(2) };
    browser.keeps(&mut own).await.ok();
    backend.browser().log_in_by_passkey(&own).await.ok();
    let weak = rsa::PrivateKey::new(&mut Rng(&SystemRandom), 1024);
    if let Ok(weak) = weak {
        let mut weak = Passkey { key: Key::Rs256(Box::new(weak)), ..Passkey::new(3) };
        assert_eq!(browser.keeps(&mut weak).await.code(), "passkey_refused");
    }
}

async fn requests_of_other_sites_and_bodies_of_another_form_change_nothing(backend: Backend) {
    let browser = backend.member(1).await;
    let addresses =
        [OPTIONS, PASSKEYS, "/api/me/passkeys/none/removal", "/api/session/passkey/options", "/api/session/passkey"];
    for path in addresses {
        for headers in [("gaip-request", ""), ("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
            assert_eq!(browser.send("POST", path, json!({}), &[headers]).await.code(), "cross_site", "{path}");
        }
        assert_eq!(browser.post(path, json!(1)).await.code(), "bad_request", "{path}");
    }
    for broken in ["", "AAAA", "!", "e30"] {
        let response = json!({ "clientDataJSON": broken, "attestationObject": broken });
        let credential = json!({ "id": broken, "type": "public-key", "response": response });
        let body = json!({ "name": "열쇠", "credential": credential });
        assert_eq!(browser.post(PASSKEYS, body).await.code(), "passkey_refused", "{broken}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_belongs_to_the_address_that_people_type() {
    let backend =
        Backend::start(None, |config: &mut Config| config.public_url = Some("https://trade.example.kr/".to_owned()))
            .await;
    let browser = backend.member(1).await;
    let at =
        |origin: &str, party: &str| Passkey { origin: origin.to_owned(), party: party.to_owned(), ..Passkey::new(1) };
    let mut stranger = at("http://localhost", "localhost");
    assert_eq!(browser.keeps(&mut stranger).await.code(), "passkey_refused");
    let mut passkey = at("https://trade.example.kr", "trade.example.kr");
    browser.keeps(&mut passkey).await.ok();
    backend.browser().log_in_by_passkey(&passkey).await.ok();
}
