//! Company certificates at sign-up: what proves a company, and every reason why something does not.

use crate::support::certificates::{audited, copy, prove, sign_up, signed};
use crate::support::steps::{DRAFT, PASSWORD, business_number, input};
use crate::support::{Backend, on_each_database};
use futures::future::join_all;
use gaip_backend::clock::{DAY, HOUR, MINUTE};
use serde_json::{Value, json};

on_each_database!(
    a_certified_company_is_a_full_member_with_evidence,
    a_challenge_says_what_it_is_for_and_counts_once,
    fifty_uses_of_one_challenge_make_one_success,
    a_challenge_is_worth_nothing_elsewhere,
    a_challenge_is_over_after_five_minutes,
    a_challenge_outlives_the_process,
    a_proof_stays_until_it_is_a_day_old_or_the_company_changes,
    a_certificate_that_expired_meanwhile_reopens_its_step,
    used_and_old_challenges_are_swept,
);

const CERTIFICATE: &str = "certificate";

async fn a_certified_company_is_a_full_member_with_evidence(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.fill(&number, "hanbit1").await;
    let draft = browser.certify(&identity).await.ok();
    let seen = draft["facts"]["answers"][CERTIFICATE][CERTIFICATE].clone();
    assert_eq!((&seen["method"], &seen["files"]), (&json!("joint"), &json!([])));
    let evidence = &seen["certificate"];
    assert_eq!(evidence["kind"], "yessign_corporate");
    assert_eq!(evidence["owner"], "주식회사 한빛무역");
    assert_eq!(evidence["policy"], "1.2.410.200005.1.1.5");
    assert_eq!(evidence["serial"], identity.certificate.serial());
    assert_eq!(evidence["subject"], identity.certificate.subject().to_string());
    assert_eq!(evidence["fingerprint"].as_str().unwrap().len(), 64);
    assert_eq!(evidence["valid_until"], "2027-11-21");
    let done = browser.submit("attempt-0001").await.ok();
    assert_eq!(done["completion"]["provisional"], false);

    let pool = sqlx::AnyPool::connect(&backend.config.database()).await.unwrap();
    let row: (String, String, String, String, String, String) = sqlx::query_as(
        "SELECT method, subject, issuer, serial, policy, fingerprint FROM certificates WHERE step = 'certificate'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!((row.0.as_str(), row.3.as_str()), ("joint", &*identity.certificate.serial()));
    assert_eq!((&json!(row.1), &json!(row.2)), (&evidence["subject"], &evidence["issuer"]));
    assert_eq!((&json!(row.4), &json!(row.5)), (&evidence["policy"], &evidence["fingerprint"]));
    browser.log_in("hanbit1", PASSWORD).await.ok();
    let registered = browser.get("/api/me/certificates").await.ok();
    assert_eq!((registered.as_array().unwrap().len(), &registered[0]["evidence"]), (1, evidence));
}

async fn a_challenge_says_what_it_is_for_and_counts_once(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.to_certificate(&number).await;
    let challenge = browser.ask(sign_up()).await.ok();
    assert_eq!((&challenge["expires_in"], &challenge["now"]), (&json!(300), &json!(crate::support::START / 1000)));
    let content = challenge["content"].as_str().unwrap();
    for said in [
        "portal: daejeon, 대전광역시",
        "purpose: sign_up, journey member, step certificate",
        "company: 408-10-0001",
        "origin: http://localhost\n",
        "time: 2026-11-21T14:30:00Z",
        challenge["id"].as_str().unwrap(),
    ] {
        assert!(content.contains(said), "{said} in {content}");
    }
    let nonce = content.split("nonce: ").nth(1).unwrap().trim();
    assert_eq!(nonce.len(), 43, "256 bits");
    let proof = prove(&identity, &challenge);
    browser.certify_with(proof.clone()).await.ok();
    assert_eq!(browser.certify_with(proof).await.code(), "challenge_used");
    let wrong = browser.ask(sign_up()).await.ok();
    assert_eq!(browser.certify_with(signed(&identity, &wrong, "another text")).await.code(), "signature_wrong");
    assert_eq!(
        browser.certify_with(prove(&identity, &wrong)).await.code(),
        "challenge_used",
        "a wrong proof uses it too"
    );
}

async fn fifty_uses_of_one_challenge_make_one_success(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.certified_member(&number, "hanbit1", &identity).await;
    let challenge = browser.ask(json!("step_up")).await.ok();
    let body = json!({ "proof": prove(&identity, &challenge) });
    let attempts = (0..50).map(|_| {
        let (browser, body) = (browser.clone(), body.clone());
        tokio::spawn(async move { browser.post("/api/session/step-up", body).await })
    });
    let answers: Vec<_> = join_all(attempts).await.into_iter().map(|answer| answer.unwrap()).collect();
    let done = answers.iter().filter(|answer| answer.status.is_success()).count();
    let used = answers.iter().filter(|answer| answer.code() == "challenge_used").count();
    assert_eq!((done, used), (1, 49));
}

async fn a_challenge_is_worth_nothing_elsewhere(backend: Backend) {
    let (number, other) = (business_number(1), business_number(2));
    let (browser, stranger) = (backend.browser(), backend.browser());
    let identity = backend.company(&number);
    browser.to_certificate(&number).await;
    stranger.to_certificate(&number).await;
    let challenge = browser.ask(sign_up()).await.ok();
    assert_eq!(stranger.certify_with(prove(&identity, &challenge)).await.code(), "challenge_gone", "another session");

    let login = browser.ask(json!("login")).await.ok();
    assert_eq!(browser.certify_with(prove(&identity, &login)).await.code(), "challenge_gone", "another purpose");
    let body = json!({ "portal": "daejeon", "proof": prove(&identity, &challenge) });
    assert_eq!(browser.post("/api/session/certificate", body).await.code(), "challenge_gone", "another purpose");
    let mut unknown = challenge.clone();
    unknown["id"] = json!("00000000000000000000000000000000");
    assert_eq!(browser.certify_with(prove(&identity, &unknown)).await.code(), "challenge_gone");

    browser.delete(DRAFT).await;
    browser.to_certificate(&number).await;
    assert_eq!(browser.certify_with(prove(&identity, &challenge)).await.code(), "challenge_gone", "another sign-up");
    let challenge = browser.ask(sign_up()).await.ok();
    let second = browser.tab("tab-2");
    second.post(DRAFT, json!({ "take_over": true })).await.ok();
    assert_eq!(second.certify_with(prove(&identity, &challenge)).await.code(), "challenge_gone", "another tab");

    assert_eq!(backend.browser().ask(sign_up()).await.code(), "draft_gone");
    assert_eq!(backend.browser().ask(json!("step_up")).await.code(), "login_required");
    assert_eq!(backend.browser().ask(json!("register")).await.code(), "login_required");
    assert_eq!(browser.ask(sign_up()).await.code(), "held_elsewhere");
    let early = backend.browser();
    early.open().await.ok();
    assert_eq!(early.ask(sign_up()).await.code(), "step_closed");
    let nowhere = json!({ "sign_up": { "journey": "member", "step": "company" } });
    assert_eq!(second.ask(nowhere).await.code(), "not_found");
    let member = backend.browser();
    member.certified_member(&other, "hanbit2", &backend.company(&other)).await;
    assert_eq!(member.ask(sign_up()).await.code(), "already_submitted");
}

async fn a_challenge_is_over_after_five_minutes(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.to_certificate(&number).await;
    let challenge = browser.ask(sign_up()).await.ok();
    backend.pass(5 * MINUTE);
    assert_eq!(browser.certify_with(prove(&identity, &challenge)).await.code(), "challenge_gone");
    let challenge = browser.ask(sign_up()).await.ok();
    backend.pass(5 * MINUTE - 1);
    browser.certify_with(prove(&identity, &challenge)).await.ok();
}

async fn a_challenge_outlives_the_process(mut backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.to_certificate(&number).await;
    let challenge = browser.ask(sign_up()).await.ok();
    backend.restart().await;
    let browser = backend.again(&browser);
    browser.certify_with(prove(&identity, &challenge)).await.ok();
}

async fn a_proof_stays_until_it_is_a_day_old_or_the_company_changes(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.fill(&number, "hanbit1").await;
    let first = browser.certify(&identity).await.ok();
    backend.pass(20 * HOUR);
    let again = async || browser.answer(CERTIFICATE, input(&json!({ "method": "joint" }))).await;
    assert_eq!(again().await.ok()["facts"], first["facts"], "it need not be proved twice");
    backend.pass(5 * HOUR);
    assert_eq!(again().await.code(), "invalid", "answering again does not make it younger");
    assert_eq!(browser.submit("attempt-0001").await.code(), "step_closed");
    assert!(browser.open().await.ok()["facts"]["answers"][CERTIFICATE].is_null(), "its step is asked again");
    browser.certify(&identity).await.ok();

    let mut body = input(&json!({ "business_number": business_number(2) }));
    body["forget"] = json!(true);
    let draft = browser.answer("company", body).await.ok();
    assert!(draft["facts"]["answers"][CERTIFICATE].is_null());
    assert_eq!(again().await.code(), "invalid");
    assert_eq!(browser.certify(&identity).await.code(), "certificate_other_company");
}

async fn a_certificate_that_expired_meanwhile_reopens_its_step(backend: Backend) {
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    backend.pass(365 * DAY - 12 * HOUR);
    browser.fill(&number, "hanbit1").await;
    browser.certify(&identity).await.ok();
    backend.pass(13 * HOUR);
    assert_eq!(browser.submit("attempt-0001").await.code(), "step_closed");
    assert!(browser.open().await.ok()["facts"]["answers"][CERTIFICATE].is_null());
}

async fn used_and_old_challenges_are_swept(backend: Backend) {
    let number = business_number(1);
    let browser = backend.browser();
    browser.to_certificate(&number).await;
    browser.certify(&backend.company(&number)).await.ok();
    browser.ask(sign_up()).await.ok();
    let pool = sqlx::AnyPool::connect(&backend.config.database()).await.unwrap();
    let count = async |rest: &str| -> i64 {
        let query = format!("SELECT COUNT(*) FROM challenges {rest}");
        sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_one(&pool).await.unwrap()
    };
    assert_eq!((count("").await, count("WHERE secret IS NULL").await), (2, 1), "a used one has no key any more");
    backend.pass(6 * MINUTE);
    gaip_backend::signup::sweep(&backend.app).await.unwrap();
    assert_eq!(count("").await, 0);
    assert_eq!(audited(&backend.app).await, Vec::<String>::new());
}

#[tokio::test]
async fn neither_signature_nor_random_nor_key_is_ever_in_the_database() {
    let backend = Backend::on_sqlite().await;
    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.fill(&number, "hanbit1").await;
    let proof = prove(&identity, &browser.ask(sign_up()).await.ok());
    browser.certify_with(proof.clone()).await.ok();
    browser.submit("attempt-0001").await.ok();
    browser.log_in_by(&identity).await.ok();
    let fingerprint = identity.certificate.fingerprint().iter().fold(String::new(), |hex, b| format!("{hex}{b:02x}"));
    assert!(in_files(&backend, fingerprint.as_bytes()), "the search finds what is there");
    let text = |name: &str| -> Vec<u8> {
        proof[name].as_str().unwrap()[40..120.min(proof[name].as_str().unwrap().len())].into()
    };
    assert!(!in_files(&backend, &text("signature")) && !in_files(&backend, &text("sealed_random")));
    let random = identity.key.random().unwrap().as_bytes();
    let hex = random.iter().fold(String::new(), |hex, b| format!("{hex}{b:02x}"));
    assert!(!in_files(&backend, random) && !in_files(&backend, hex.as_bytes()));
}

fn in_files(backend: &Backend, text: &[u8]) -> bool {
    let files = std::fs::read_dir(backend.data()).unwrap().flatten().map(|entry| entry.path());
    files
        .filter(|path| path.is_file())
        .any(|path| std::fs::read(path).unwrap().windows(text.len()).any(|part| part == text))
}

#[tokio::test]
async fn the_kinds_of_the_portal_come_first_and_each_says_whether_it_is_taken() {
    let browser = Backend::on_sqlite().await.browser();
    let rules = browser.get("/api/portals/daejeon/certificates").await.ok();
    let kinds: Vec<(&str, &str)> = rules["kinds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|kind| (kind["id"].as_str().unwrap(), kind["taken"].as_str().unwrap()))
        .collect();
    assert_eq!(
        kinds[..4],
        [
            ("kica_corporate", "yes"),
            ("crosscert_corporate", "yes"),
            ("signkorea_corporate", "yes"),
            ("ncasign_institution", "ended"),
        ]
    );
    assert_eq!(kinds[16], ("kica_tax", "yes"), "the last of the portal's seventeen");
    assert!(kinds[17..].contains(&("yessign_tax", "no")) && kinds[17..].contains(&("yessign_personal", "personal")));
    let taken = &rules["kinds"][0];
    assert_eq!((&taken["organization"], &taken["name"]["ko"]), (&json!("KICA"), &json!("한국정보인증(법인)")));
    assert_eq!(browser.get("/api/portals/nowhere/certificates").await.code(), "not_found");
    let unknown: Value = json!({ "purpose": "tax" });
    assert_eq!(browser.post("/api/portals/daejeon/challenges", unknown).await.code(), "bad_request");
}

#[tokio::test]
async fn what_a_proof_voids_is_asked_before_it_is_used() {
    let portals = tempfile::tempdir().unwrap();
    copy(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/portals")), portals.path());
    let file = portals.path().join("daejeon/portal.json");
    let mut portal: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    let steps = portal["journeys"][0]["steps"].as_array_mut().unwrap();
    let step = steps.iter_mut().find(|step| step["id"] == "company-info").unwrap();
    step["depends"].as_array_mut().unwrap().push(json!(CERTIFICATE));
    std::fs::write(&file, portal.to_string()).unwrap();
    let folder = portals.path().to_owned();
    let backend = Backend::start(None, move |config| config.portals = Some(folder)).await;

    let number = business_number(1);
    let (browser, identity) = (backend.browser(), backend.company(&number));
    browser.fill(&number, "hanbit1").await;
    let proof = prove(&identity, &browser.ask(sign_up()).await.ok());
    let asked = browser.certify_with(proof.clone()).await;
    assert_eq!((asked.code(), &asked.body["forgotten"]), ("would_forget", &json!(["company-info"])));
    let body = json!({ "input": { "fields": { "method": "joint" } }, "proof": proof, "forget": true });
    let draft = browser.answer(CERTIFICATE, body).await.ok();
    assert!(draft["facts"]["answers"]["company-info"].is_null());
}
