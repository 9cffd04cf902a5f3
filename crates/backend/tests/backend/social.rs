//! Signing up and logging in by an account at a provider (manual rows T8, T9, T46 to T49; decision 0014).

use crate::support::people::PORTALS;
use crate::support::{Answer, Backend, Browser, on_each_database};
use serde_json::{Value, json};

const DRAFT: &str = "/api/portals/tradeinvest/journeys/social/draft";

/// The address that an answer leads to.
fn location(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{:?}", answer.body);
    answer.headers["location"].to_str().expect("text").to_owned()
}

/// The path and query of an address.
fn path(url: &str) -> String {
    url.trim_start_matches("http://localhost").to_owned()
}

fn query(url: &str, name: &str) -> String {
    let url = reqwest::Url::parse(url).or_else(|_| reqwest::Url::parse(&format!("http://localhost{url}")));
    let url = url.expect("an address");
    url.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
}

impl Browser {
    async fn begins(&self, provider: &str) -> String {
        self.post(DRAFT, json!({})).await.ok();
        let body = json!({ "provider": provider });
        self.post(&format!("{DRAFT}/steps/channel/social"), body).await.ok()["url"]
            .as_str()
            .expect("an address")
            .to_owned()
    }

    /// Picks somebody at the provider's page; the address that one comes back by.
    async fn picks(&self, page: &str, person: &str) -> String {
        let choice = page.replacen('?', "/choice?", 1);
        path(&location(&self.get(&format!("{choice}&person={person}")).await))
    }

    /// To the provider's page and back.
    async fn comes_back(&self, provider: &str, person: &str) -> String {
        let page = self.begins(provider).await;
        let back = self.picks(&page, person).await;
        location(&self.get(&back).await)
    }

    async fn answers_channel(&self) -> Answer {
        self.put(&format!("{DRAFT}/steps/channel/answer"), json!({ "input": { "fields": {} } })).await
    }

    async fn agrees_and_fills(&self, fields: Value) -> Answer {
        let mut seen = json!({});
        for terms in ["service", "privacy-collection-social"] {
            seen[terms] =
                self.get(&format!("/api/portals/tradeinvest/terms/{terms}?lang=ko")).await.ok()["hash"].clone();
        }
        let consents = json!({ "service": "yes", "privacy-collection-social": "yes" });
        let body = json!({ "input": { "fields": consents }, "seen": seen });
        self.put(&format!("{DRAFT}/steps/terms/answer"), body).await.ok();
        self.put(&format!("{DRAFT}/steps/info/answer"), json!({ "input": { "fields": fields } })).await
    }

    async fn submits_social(&self, key: &str) -> Answer {
        self.send("POST", &format!("{DRAFT}/submission"), Value::Null, &[("idempotency-key", key)]).await
    }

    /// Signs up as one of the sandbox's persons.
    async fn joins(&self, provider: &str, person: &str) -> Value {
        assert_eq!(self.comes_back(provider, person).await, "/tradeinvest/signup/social/channel?social=done");
        self.answers_channel().await.ok();
        self.agrees_and_fills(json!({ "name": "홍길동", "mobile": "010-1234-5678", "email": "typed@example.com" }))
            .await
            .ok();
        self.submits_social(&format!("key-of-{provider}-{person}")).await.ok()
    }

    async fn logs_in(&self, provider: &str, person: &str, next: Value) -> String {
        let body = json!({ "portal": "tradeinvest", "provider": provider, "next": next });
        let url = self.post("/api/session/social", body).await.ok()["url"].as_str().expect("an address").to_owned();
        let back = self.picks(&url, person).await;
        location(&self.get(&back).await)
    }
}

on_each_database!(
    whoever_signs_up_by_account_is_a_member_by_it_and_logs_in_by_it,
    what_the_provider_vouches_for_counts_and_the_rest_is_asked,
    one_account_joins_once_and_another_provider_is_another_account,
    a_state_counts_once_for_ten_minutes_in_its_own_browser_at_its_own_provider,
    cancelling_and_failures_lead_back_with_a_word_and_leave_nothing,
    nobody_is_let_in_whose_account_is_no_members,
    what_is_stored_names_no_subject_and_nothing_of_the_flow_is_left,
    the_step_is_gated_and_offers_its_providers_alone,
    members_by_account_cannot_log_in_by_password,
);

async fn whoever_signs_up_by_account_is_a_member_by_it_and_logs_in_by_it(backend: Backend) {
    let browser = backend.browser();
    let view = browser.joins("kakao", "hong").await;
    assert_eq!(view["completion"]["role"], "social");
    assert_eq!(view["completion"]["login_id"], "", "there is no login id to keep");
    let other = backend.browser();
    let back = other.logs_in("kakao", "hong", json!("/tradeinvest/signup/social")).await;
    assert_eq!(back, "/tradeinvest/login?next=/tradeinvest/signup/social");
    let me = other.get("/api/me").await.ok();
    assert_eq!(me["member"]["role"], "social");
    assert_eq!(me["facts"]["answers"]["channel"]["social"]["provider"], "kakao");
    // Where it leads is a path of ids or nothing.
    let third = backend.browser();
    assert_eq!(third.logs_in("kakao", "hong", json!("https://evil.example/?a=b")).await, "/tradeinvest/login");
}

async fn what_the_provider_vouches_for_counts_and_the_rest_is_asked(backend: Backend) {
    // Kakao vouches for all three: what is typed counts for nothing.
    let browser = backend.browser();
    let view = browser.joins("kakao", "hong").await;
    assert_eq!(view["facts"]["answers"]["info"]["form"]["email"]["text"], "hong@example.com");
    // Without an e-mail address it is asked, and only it.
    let browser = backend.browser();
    browser.comes_back("kakao", "kim").await;
    browser.answers_channel().await.ok();
    let refused = browser.agrees_and_fills(json!({})).await;
    assert_eq!(refused.body["fields"], json!([{ "field": "email", "error": "missing" }]));
    // Naver gives a name and does not vouch for it: what is typed counts.
    let browser = backend.browser();
    let view = browser.joins("naver", "hong").await;
    assert_eq!(view["facts"]["answers"]["info"]["form"]["email"]["text"], "typed@example.com");
    assert_eq!(view["facts"]["answers"]["channel"]["social"]["email"]["value"], "hong@example.com");
}

async fn one_account_joins_once_and_another_provider_is_another_account(backend: Backend) {
    backend.browser().joins("kakao", "hong").await;
    let again = backend.browser();
    assert_eq!(again.comes_back("kakao", "hong").await, "/tradeinvest/signup/social/channel?social=member");
    assert_eq!(again.answers_channel().await.code(), "social_gone");
    // The same e-mail address at another provider is nobody we know.
    backend.browser().joins("google", "hong").await;
    // Of two sign-ups that show one account, the database lets one join.
    let (first, second) = (backend.browser(), backend.browser());
    for browser in [&first, &second] {
        browser.comes_back("facebook", "hong").await;
        browser.answers_channel().await.ok();
        browser
            .agrees_and_fills(json!({ "name": "홍길동", "mobile": "010-1234-5678", "email": "a@example.com" }))
            .await
            .ok();
    }
    first.submits_social("key-of-first").await.ok();
    assert_eq!(second.submits_social("key-of-second").await.code(), "person_is_member");
}

async fn a_state_counts_once_for_ten_minutes_in_its_own_browser_at_its_own_provider(backend: Backend) {
    let browser = backend.browser();
    let page = browser.begins("kakao").await;
    assert_eq!(query(&page, "code_challenge_method"), "S256");
    assert_eq!(query(&page, "redirect_uri"), "http://localhost/api/social/kakao/callback");
    let back = browser.picks(&page, "hong").await;
    // Another browser learns the address: it gets nothing, and the state is spent.
    let thief = backend.browser();
    thief.get("/api/session").await.ok();
    assert!(location(&thief.get(&back).await).ends_with("channel?social=expired"));
    assert_eq!(location(&browser.get(&back).await), "/");
    assert_eq!(browser.answers_channel().await.code(), "social_gone");
    // Twice.
    let page = browser.begins("kakao").await;
    let back = browser.picks(&page, "hong").await;
    assert!(location(&browser.get(&back).await).ends_with("social=done"));
    assert_eq!(location(&browser.get(&back).await), "/");
    // Too late.
    let page = browser.begins("kakao").await;
    let back = browser.picks(&page, "hong").await;
    backend.pass(10 * 60 * 1000);
    assert!(location(&browser.get(&back).await).ends_with("social=expired"));
    // At another provider's address (mix-up).
    let page = browser.begins("kakao").await;
    let back = browser.picks(&page, "hong").await.replace("/kakao/", "/google/");
    assert!(location(&browser.get(&back).await).ends_with("social=expired"));
    // A code that was handed out for another way does not fit the verifier of this one.
    let (one, two) = (browser.begins("google").await, browser.begins("google").await);
    let stolen = query(&browser.picks(&one, "hong").await, "code");
    let mixed = format!("/api/social/google/callback?code={stolen}&state={}", query(&two, "state"));
    assert!(location(&browser.get(&mixed).await).ends_with("social=unavailable"));
    // An issuer that is not the one that was asked.
    let page = browser.begins("google").await;
    let back = browser.picks(&page, "hong").await + "&iss=https%3A%2F%2Fevil.example";
    assert!(location(&browser.get(&back).await).ends_with("social=unavailable"));
}

async fn cancelling_and_failures_lead_back_with_a_word_and_leave_nothing(backend: Backend) {
    let browser = backend.browser();
    for (person, word) in
        [("cancel", "cancelled"), ("error", "unavailable"), ("down", "unavailable"), ("child", "under_age")]
    {
        let back = browser.comes_back("kakao", person).await;
        assert_eq!(back, format!("/tradeinvest/signup/social/channel?social={word}"));
        assert_eq!(browser.answers_channel().await.code(), "social_gone");
    }
    // A failure after a success leaves the account that was shown.
    browser.comes_back("kakao", "hong").await;
    browser.comes_back("kakao", "cancel").await;
    browser.answers_channel().await.ok();
}

async fn nobody_is_let_in_whose_account_is_no_members(backend: Backend) {
    let browser = backend.browser();
    assert_eq!(browser.logs_in("naver", "hong", Value::Null).await, "/tradeinvest/login?social=unknown");
    assert_eq!(browser.get("/api/me").await.code(), "login_required");
    let body = json!({ "portal": "kotra", "provider": "kakao" });
    assert_eq!(
        browser.post("/api/session/social", body).await.code(),
        "not_found",
        "no journey of KOTRA's takes accounts"
    );
}

async fn what_is_stored_names_no_subject_and_nothing_of_the_flow_is_left(backend: Backend) {
    backend.browser().joins("kakao", "hong").await;
    let pool = backend.pool().await;
    let person: String = sqlx::query_scalar("SELECT person FROM members").fetch_one(&pool).await.expect("a member");
    assert_eq!(person.len(), 64, "a keyed hash");
    let rest: i64 = sqlx::query_scalar("SELECT (SELECT COUNT(*) FROM socials) + (SELECT COUNT(*) FROM social_flows)")
        .fetch_one(&pool)
        .await
        .expect("a count");
    assert_eq!(rest, 0);
    let method: String =
        sqlx::query_scalar("SELECT method FROM identity_proofs").fetch_one(&pool).await.expect("evidence");
    assert_eq!(method, "kakao");
    let answers: Vec<String> =
        sqlx::query_scalar("SELECT answer FROM answers").fetch_all(&pool).await.expect("answers");
    assert!(answers.iter().all(|answer| !answer.contains("4100000001")), "the subject stands nowhere");
}

async fn the_step_is_gated_and_offers_its_providers_alone(backend: Backend) {
    let browser = backend.browser();
    let step = format!("{DRAFT}/steps/channel/social");
    assert_eq!(browser.post(&step, json!({ "provider": "kakao" })).await.code(), "draft_gone");
    browser.post(DRAFT, json!({})).await.ok();
    assert_eq!(browser.tab("tab-2").post(&step, json!({ "provider": "kakao" })).await.code(), "held_elsewhere");
    assert_eq!(browser.post(&step, json!({ "provider": "line" })).await.code(), "bad_request");
    let other = format!("{DRAFT}/steps/terms/social");
    assert_eq!(browser.post(&other, json!({ "provider": "kakao" })).await.code(), "not_found");
    let cross = browser.send("POST", &step, json!({ "provider": "kakao" }), &[("gaip-request", "")]).await;
    assert_eq!(cross.code(), "cross_site");
}

async fn members_by_account_cannot_log_in_by_password(backend: Backend) {
    backend.browser().joins("kakao", "hong").await;
    let pool = backend.pool().await;
    let login_id: String = sqlx::query_scalar("SELECT login_id FROM members").fetch_one(&pool).await.expect("a member");
    for password in ["", "a password of theirs"] {
        let body = json!({ "portal": "tradeinvest", "login_id": login_id, "password": password });
        assert_eq!(backend.browser().post("/api/session", body).await.code(), "login_failed");
    }
}

#[tokio::test]
async fn the_sandbox_has_no_page_where_services_are_real() {
    let backend = Backend::start(None, |config| {
        config.providers = Some(gaip_backend::config::Providers::Live);
        config.portals = Some(std::path::PathBuf::from(format!("{}{PORTALS}", env!("CARGO_MANIFEST_DIR"))));
        config.downstream_url = Some("https://downstream.invalid".to_owned());
        config.nts_key = Some("key".to_owned());
        config.juso_key = Some("key".to_owned());
        config.nts_url = "https://nts.invalid".to_owned();
        config.juso_url = "https://juso.invalid".to_owned();
        config.portone_secret = Some("secret".to_owned());
        config.portone_channel = Some("channel".to_owned());
        config.portone_url = "https://portone.invalid".to_owned();
        config.secret = Some("0123456789abcdef0123456789abcdef".to_owned());
        config.public_url = Some("https://join.invalid".to_owned());
    })
    .await;
    let page = backend.browser().send("GET", "/sandbox/oauth/kakao?state=x", Value::Null, &[("accept", "*/*")]).await;
    assert_eq!(page.status, 404);
}
