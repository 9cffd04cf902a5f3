//! Two companies at each portal that has companies: people of the one, and things of the other.

use super::contract::{Parts, operations};
use crate::support::companies::{LISTED, registered};
use crate::support::kotra::draft;
use crate::support::people::number;
use crate::support::steps::PASSWORD;
use crate::support::{Backend, Browser};
use gaip_contract::bodies::Role;
use gaip_domain::linked_by::LinkedBy;
use gaip_domain::permission::LoginType;
use gaip_domain::portal::Purpose;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What somebody is logged in as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Login {
    /// Nothing.
    No,
    /// Nothing, but the browser fills a sign-up.
    Filling,
    /// A member; a general one linked to a company by this way, a contact as this type of login.
    Member(Role, Option<LinkedBy>, Option<LoginType>),
    /// A company, by its own login.
    Company,
    /// An operator of this portal.
    Operator(&'static str),
}

/// Somebody who asks.
pub struct Caller {
    pub name: String,
    /// The portal whose addresses they ask for.
    pub portal: &'static str,
    pub login: Login,
    /// Whether they are of the company whose things they ask for.
    pub colleague: bool,
    pub browser: Browser,
}

/// Everybody, and what they ask for at each portal: things of the first company and its people.
pub struct World {
    pub callers: Vec<Caller>,
    pub parts: BTreeMap<&'static str, Parts>,
}

/// The portal whose operators have the application and the files that are asked for.
pub const REFERENCED: &str = "kotra";
/// The other company of 무역투자24.
const OTHER: &str = "2208162517";

struct Maker<'a> {
    backend: &'a Backend,
    pool: sqlx::AnyPool,
    callers: Vec<Caller>,
}

impl Maker<'_> {
    fn calls(&mut self, name: &str, portal: &'static str, login: Login, browser: Browser) {
        self.callers.push(Caller { name: format!("{name} ({login:?})"), portal, login, colleague: false, browser });
    }

    /// A member who logs in with a browser that was never here.
    async fn comes(&mut self, portal: &'static str, login_id: &str, role: Role, linked_by: Option<LinkedBy>) {
        let browser = self.logs_in(portal, login_id).await;
        self.calls(login_id, portal, Login::Member(role, linked_by, None), browser);
    }

    /// The same for one of the first company.
    async fn colleague(&mut self, portal: &'static str, login_id: &str, role: Role) {
        let linked_by = (role == Role::General).then_some(LinkedBy::Approval);
        self.comes(portal, login_id, role, linked_by).await;
        self.callers.last_mut().unwrap().colleague = true;
    }

    async fn logs_in(&self, portal: &str, login_id: &str) -> Browser {
        let browser = self.backend.browser();
        let body = json!({ "portal": portal, "login_id": login_id, "password": PASSWORD });
        browser.post("/api/session", body).await.ok();
        browser
    }

    async fn company(&self, number: &str) -> Browser {
        let browser = self.backend.browser();
        let body = json!({ "portal": "tradeinvest", "business_number": number, "password": PASSWORD });
        browser.post("/api/session/company", body).await.ok();
        browser
    }

    /// Makes somebody like another, with another role, in the same company or in none: signing up has its own tests.
    async fn hires(&self, like: &str, login_id: &str, role: Role) {
        let id = format!("id-of-{login_id}");
        let word = json!(role).as_str().unwrap().to_owned();
        let alone = matches!(role, Role::Personal | Role::Social);
        let company = if alone { "NULL" } else { "company_id" };
        let linked_by = if role == Role::General { "'approval'" } else { "NULL" };
        for insert in [
            format!(
                "INSERT INTO members (id, company_id, portal, journey, login_id, password_hash, reference, provisional, joined_at, role, linked_by, full_name, sought)
                 SELECT $1, {company}, portal, journey, '{login_id}', password_hash, $1, 0, joined_at + 1, '{word}', {linked_by}, full_name, sought FROM members WHERE login_id = $2"
            ),
            "INSERT INTO answers (member_id, step, answer, answered_at)
             SELECT $1, step, answer, answered_at FROM answers JOIN members ON members.id = member_id WHERE login_id = $2".to_owned(),
            "INSERT INTO consents (member_id, step, terms, version, hash, agreed, decided_at)
             SELECT $1, step, terms, version, hash, agreed, decided_at FROM consents JOIN members ON members.id = member_id WHERE login_id = $2".to_owned(),
        ] {
            sqlx::query(sqlx::AssertSqlSafe(insert)).bind(&id).bind(like).execute(&self.pool).await.unwrap();
        }
    }

    async fn one(&self, question: &str) -> String {
        sqlx::query_scalar(sqlx::AssertSqlSafe(question.to_owned())).fetch_one(&self.pool).await.expect("an answer")
    }

    /// What a member of the first company has of their own: a certificate, a passkey, an open login.
    async fn own(&self, login_id: &str, browser: &Browser) -> Parts {
        let member = self.one(&format!("SELECT id FROM members WHERE login_id = '{login_id}'")).await;
        for insert in [
            format!(
                "INSERT INTO registered_certificates (id, member_id, portal, fingerprint, evidence, registered_at) SELECT 'certificate-{login_id}', id, portal, '{login_id}', '{{}}', 0 FROM members WHERE id = $1"
            ),
            format!(
                "INSERT INTO passkeys (id, member_id, credential, public_key, sign_count, copied, name, made_at) SELECT 'passkey-{login_id}', id, '{login_id}', '', 0, 0, '', 0 FROM members WHERE id = $1"
            ),
        ] {
            sqlx::query(sqlx::AssertSqlSafe(insert)).bind(&member).execute(&self.pool).await.unwrap();
        }
        let login = text(&browser.get("/api/me/logins").await.ok()[0]["id"]);
        [
            ("certificate", format!("certificate-{login_id}")),
            ("passkey", format!("passkey-{login_id}")),
            ("login", login),
            ("employee", member),
        ]
        .into()
    }

    /// Names of the portal itself.
    fn portal(&self, id: &str) -> Parts {
        let portal = &self.backend.app.portals.get(id).expect("it is served").portal;
        let journey = portal.journeys.iter().find(|journey| journey.purpose == Purpose::Join).expect("a sign-up");
        let terms = portal.terms.first().map(|terms| terms.id.clone());
        let services: Vec<_> = portal.services.iter().filter_map(|one| one.service.opened_as()).collect();
        [
            ("portal", id.to_owned()),
            ("journey", journey.id.clone()),
            ("step", journey.steps[0].id.clone()),
            ("terms", terms.unwrap_or_default()),
            ("services", services.join(" ")),
            ("list", "hs".to_owned()),
        ]
        .into()
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

/// Invites somebody, and the invitation's id.
async fn invitation(browser: &Browser) -> String {
    text(&browser.invites(&["kim@example.com"]).await.ok()["rows"][0]["id"])
}

impl World {
    pub async fn make(backend: &Backend) -> Self {
        let (pool, callers) = (backend.pool().await, Vec::new());
        let mut maker = Maker { backend, pool, callers };
        let mut parts = BTreeMap::new();
        parts.insert("kotra", maker.kotra().await);
        let kotra = parts["kotra"].clone();
        for (portal, own) in [
            ("tradeinvest", maker.tradeinvest().await),
            ("daejeon", maker.daejeon().await),
            ("work24", maker.work24().await),
        ] {
            let mut all = kotra.clone();
            all.extend(maker.portal(portal));
            all.extend(own);
            parts.insert(portal, all);
        }
        maker.strangers().await;
        // Every login has shown the company's certificate: what is refused is refused for another reason.
        let open = "UPDATE sessions SET stepped_up_at = logged_in_at WHERE logged_in_at IS NOT NULL";
        sqlx::query(open).execute(&maker.pool).await.unwrap();
        Self { callers: maker.callers, parts }
    }
}

impl Maker<'_> {
    async fn kotra(&mut self) -> Parts {
        for (n, number) in [(1, number(2, 7)), (2, number(2, 8)), (3, number(4, 1))] {
            let browser = self.backend.browser();
            browser.corporate(n, &number).await;
            browser.submit_at_kotra("member", &format!("sign-up-{n}")).await.ok();
        }
        for (like, login_id, role) in [
            ("person1", "regular1", Role::Regular),
            ("person1", "heir1", Role::Regular),
            ("person1", "waits1", Role::Associate),
            ("person1", "target1", Role::Associate),
            ("person2", "regular2", Role::Regular),
            ("person2", "waits2", Role::Associate),
            ("person2", "personal1", Role::Personal),
        ] {
            self.hires(like, login_id, role).await;
        }
        self.comes("kotra", "person2", Role::Master, None).await;
        self.comes("kotra", "regular2", Role::Regular, None).await;
        self.comes("kotra", "waits2", Role::Associate, None).await;
        self.comes("kotra", "person3", Role::Applicant, None).await;
        self.comes("kotra", "personal1", Role::Personal, None).await;
        self.colleague("kotra", "regular1", Role::Regular).await;
        self.colleague("kotra", "waits1", Role::Associate).await;
        let master = self.logs_in("kotra", "person1").await;
        let mut things = self.portal("kotra");
        things.extend(self.own("person1", &master).await);
        let filler = self.backend.browser();
        filler.post(&draft("member"), json!({})).await.ok();
        let reference = self.one("SELECT reference FROM members WHERE login_id = 'person3'").await;
        things.extend([
            ("employee", "id-of-target1".to_owned()),
            ("invitation", invitation(&master).await),
            ("offer", text(&master.offer_to("id-of-heir1").await.ok()["id"])),
            ("file", filler.upload_to(&format!("{}/files", draft("member")), "a.pdf").await),
            ("reference", reference),
        ]);
        things
    }

    async fn tradeinvest(&mut self) -> Parts {
        let first = registered(self.backend).await;
        let second = self.backend.browser();
        second.joins_and_logs_in("second2", "010-1000-0082").await;
        second.registers(self.backend, OTHER).await;
        second.submits("company", "key-of-other").await.ok();
        self.backend.browser().joins_and_logs_in("alone1", "010-1000-0083").await;
        self.hires("alone1", "social1", Role::Social).await;
        self.hires("first1", "linked1", Role::General).await;
        self.comes("tradeinvest", "second2", Role::General, Some(LinkedBy::Certificate)).await;
        self.comes("tradeinvest", "alone1", Role::General, None).await;
        self.comes("tradeinvest", "social1", Role::Social, None).await;
        self.colleague("tradeinvest", "linked1", Role::General).await;
        let other = self.company(OTHER).await;
        self.calls("a company", "tradeinvest", Login::Company, other);
        let mut things = self.own("first1", &first).await;
        things.insert("invitation", invitation(&self.company(LISTED).await).await);
        things
    }

    async fn daejeon(&mut self) -> Parts {
        let first = self.backend.member(1).await;
        self.backend.member(2).await;
        self.comes("daejeon", "hanbit2", Role::Contact, None).await;
        self.own("hanbit1", &first).await
    }

    async fn work24(&mut self) -> Parts {
        let first = self.works("business", &number(2, 1)).await;
        let login_id = self.one("SELECT login_id FROM members WHERE portal = 'work24'").await;
        let things = self.own(&login_id, &first).await;
        for (n, kind) in (2..).zip(LoginType::ALL) {
            let browser = self.works(kind.as_str(), &number(2, n)).await;
            self.calls("a company", "work24", Login::Member(Role::Contact, None, Some(kind)), browser);
        }
        things
    }

    /// A company joins 고용24 and logs in by its certificate, as this type.
    async fn works(&self, kind: &str, number: &str) -> Browser {
        let identity = self.backend.company(number);
        self.backend.browser().joins_with(kind, number, &identity).await;
        let browser = self.backend.browser();
        browser.logs_in_with(&identity).await.ok();
        browser
    }

    /// Who is no member of anything.
    async fn strangers(&mut self) {
        let nobody = self.backend.browser();
        self.calls("nobody", "kotra", Login::No, nobody);
        let session = self.backend.browser();
        session.get("/api/session").await.ok();
        self.calls("a session", "kotra", Login::No, session);
        let filling = self.backend.browser();
        filling.post(&draft("member"), json!({})).await.ok();
        for place in operations().iter().filter_map(|operation| operation.step(self.backend)) {
            let path = format!("/api/portals/{}/journeys/{}/draft", place["portal"], place["journey"]);
            filling.post(&path, json!({})).await.ok();
        }
        self.calls("a sign-up", "kotra", Login::Filling, filling);
        for (portal, asked) in [("kotra", "kotra"), ("tradeinvest", "tradeinvest"), ("daejeon", "kotra")] {
            let operator = self.backend.operator(portal, "staff1").await;
            self.calls(&format!("an operator of {portal}"), asked, Login::Operator(portal), operator);
        }
    }
}
