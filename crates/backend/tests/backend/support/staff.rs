//! A company of the test portal and its people, who are hired straight into the database: signing up has its own tests.

use super::people::number;
use super::{Answer, Backend, Browser};
use gaip_contract::bodies::Role;
use serde_json::{Value, json};

/// A company with its master, who is logged in.
pub struct Firm<'a> {
    pub backend: &'a Backend,
    pub master: Browser,
    id: String,
    login_id: String,
}

/// Somebody of a company, logged in.
pub struct Colleague {
    pub id: String,
    pub browser: Browser,
}

impl<'a> Firm<'a> {
    /// The first who registers the `n`th company of the directory.
    pub async fn found(backend: &'a Backend, n: u32) -> Self {
        let (browser, login_id) = (backend.browser(), format!("master{n}"));
        browser.employ(&number(2, n), &login_id).await;
        browser.submit_in("staff", &format!("attempt-{login_id}")).await.ok();
        browser.log_in_at_people(&login_id).await.ok();
        let firm = Self { backend, master: browser, id: String::new(), login_id };
        let id = firm.ask("SELECT company_id FROM members WHERE login_id = $1").await;
        Self { id, ..firm }
    }

    /// The answer of the database to a question about the first master's login id.
    async fn ask(&self, question: &'static str) -> String {
        let pool = self.backend.pool().await;
        sqlx::query_scalar(question).bind(&self.login_id).fetch_one(&pool).await.expect("an answer")
    }

    /// The first master's id.
    pub async fn first(&self) -> String {
        self.ask("SELECT id FROM members WHERE login_id = $1").await
    }

    /// Puts somebody into the company, or beside it; they can log in by the tests' password.
    pub async fn put(&self, login_id: &str, role: &str) -> String {
        let company = (!["personal", "general", "social"].contains(&role)).then_some(self.id.as_str());
        let insert = "INSERT INTO members (id, company_id, portal, journey, login_id, password_hash, reference, provisional, joined_at, role, full_name, sought)
                      SELECT $1, $2, portal, journey, $3, password_hash, $1, 0, joined_at + 1, $4, $5, $5 || ' ' || $3 FROM members WHERE login_id = $6";
        let id = format!("id-of-{login_id}");
        sqlx::query(insert)
            .bind(&id)
            .bind(company)
            .bind(login_id)
            .bind(role)
            .bind(format!("이름 {login_id}"))
            .bind(&self.login_id)
            .execute(&self.backend.pool().await)
            .await
            .expect("somebody is hired");
        id
    }

    /// The same, and logs in.
    pub async fn hire(&self, login_id: &str, role: &str) -> Colleague {
        let (id, browser) = (self.put(login_id, role).await, self.backend.browser());
        browser.log_in_at_people(login_id).await.ok();
        Colleague { id, browser }
    }

    /// The role of somebody, as the database has it.
    pub async fn role(&self, id: &str) -> String {
        let select = "SELECT role FROM members WHERE id = $1";
        sqlx::query_scalar(select).bind(id).fetch_one(&self.backend.pool().await).await.expect("a role")
    }

    /// How many masters the company has.
    pub async fn masters(&self, pool: &sqlx::AnyPool) -> i64 {
        let select = "SELECT COUNT(*) FROM members WHERE company_id = $1 AND role = 'master'";
        sqlx::query_scalar(select).bind(&self.id).fetch_one(pool).await.expect("a number")
    }

    /// What was written down for the company, oldest first.
    pub async fn events(&self) -> Vec<String> {
        let select = "SELECT event FROM audit WHERE company_id = $1 ORDER BY at, event";
        sqlx::query_scalar(select).bind(&self.id).fetch_all(&self.backend.pool().await).await.expect("events")
    }

    /// Offers the role to somebody; the offer's id.
    pub async fn offer(&self, to: &Colleague) -> String {
        let offer = self.master.offer_to(&to.id).await.ok();
        offer["id"].as_str().expect("an id").to_owned()
    }
}

/// A search as the browser sends it.
pub fn search(query: &str, role: Option<Role>, sort: &str, offset: u32) -> Value {
    json!({ "query": query, "role": role, "sort": sort, "offset": offset })
}

impl Browser {
    pub async fn employees(&self, search: Value) -> Answer {
        self.post("/api/company/employees/search", search).await
    }

    pub async fn approve_all(&self, ids: &[&str]) -> Answer {
        self.post("/api/company/approvals", json!({ "ids": ids })).await
    }

    pub async fn undo_all(&self, ids: &[&str]) -> Answer {
        self.post("/api/company/approvals/undo", json!({ "ids": ids })).await
    }

    pub async fn ends(&self, id: &str) -> Answer {
        self.delete(&format!("/api/company/employees/{id}")).await
    }

    pub async fn offer_to(&self, id: &str) -> Answer {
        self.post("/api/company/offer", json!({ "employee": id })).await
    }

    pub async fn withdraws(&self) -> Answer {
        self.delete("/api/company/offer").await
    }

    pub async fn answers(&self, offer: &str, answer: &str) -> Answer {
        self.post(&format!("/api/company/offer/{offer}/{answer}"), Value::Null).await
    }
}
