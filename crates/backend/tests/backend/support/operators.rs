//! Operators of portals, and their browsers.

use super::steps::PASSWORD;
use super::{Answer, Backend, Browser};
use gaip_backend::operators::{self, Deed};
use gaip_backend::random::SystemRandom;
use gaip_domain::value::LoginId;
use serde_json::{Value, json};

/// The address of what operators of a portal ask for.
pub fn desk(portal: &str, rest: &str) -> String {
    format!("/api/portals/{portal}/operator/{rest}")
}

impl Backend {
    /// Adds an operator and logs in.
    pub async fn operator(&self, portal: &str, login_id: &str) -> Browser {
        self.add_operator(portal, login_id).await;
        let browser = self.browser();
        browser.log_in_as_operator(portal, login_id, PASSWORD).await.ok();
        browser
    }

    pub async fn add_operator(&self, portal: &str, login_id: &str) {
        let deed = Deed { store: &*self.app.store, clock: &*self.clock, random: &SystemRandom, operator: None };
        let login_id = LoginId::parse(login_id).expect("a login id");
        let added = operators::add(&deed, portal, &login_id, "이담당", PASSWORD).await.expect("the store answers");
        assert!(added.is_some(), "the login id is free");
    }
}

impl Browser {
    pub async fn log_in_as_operator(&self, portal: &str, login_id: &str, password: &str) -> Answer {
        self.post(&desk(portal, "session"), json!({ "login_id": login_id, "password": password })).await
    }

    /// The applications that wait at the test portal.
    pub async fn queue(&self) -> Vec<Value> {
        let page = self.get(&desk("people", "applications")).await.ok();
        page["rows"].as_array().expect("rows").clone()
    }

    pub async fn decide(&self, application: &Value, decision: Value) -> Answer {
        self.decide_at("people", application, decision).await
    }

    pub async fn decide_at(&self, portal: &str, application: &Value, decision: Value) -> Answer {
        let reference = application["reference"].as_str().expect("a reference");
        let body = json!({ "version": application["version"], "decision": decision });
        self.post(&desk(portal, &format!("applications/{reference}/decision")), body).await
    }
}
