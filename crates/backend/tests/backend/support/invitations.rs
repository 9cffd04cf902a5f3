//! Who invites, and who has a link.

use super::{Answer, Browser};
use serde_json::{Value, json};
use std::time::Duration;

impl Browser {
    pub async fn invites(&self, emails: &[&str]) -> Answer {
        self.post("/api/company/invitations", json!({ "emails": emails })).await
    }

    /// The invitations of the company.
    pub async fn invitations(&self) -> Vec<Value> {
        let list = self.get("/api/company/invitations").await.ok();
        list["rows"].as_array().expect("a list").clone()
    }

    pub async fn resends(&self, id: &str) -> Answer {
        self.post(&format!("/api/company/invitations/{id}/resend"), Value::Null).await
    }

    pub async fn withdraws_invitation(&self, id: &str) -> Answer {
        self.delete(&format!("/api/company/invitations/{id}")).await
    }

    /// Invitations that were mailed to an address, the newest first. A mail leaves after the answer.
    pub async fn letters(&self, to: &str) -> Vec<String> {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let messages = self.get("/api/sandbox/messages").await.ok();
        let of = messages.as_array().expect("a list").iter().filter(|message| message["to"] == to);
        of.map(|message| message["text"].as_str().expect("text").to_owned()).collect()
    }

    /// The token of the newest link that was mailed to an address.
    pub async fn token(&self, to: &str) -> String {
        token_of(self.letters(to).await.first().expect("a mail"))
    }

    pub async fn opens_invitation(&self, portal: &str, token: &str) -> Answer {
        self.post(&format!("/api/portals/{portal}/invitation"), json!({ "token": token })).await
    }

    /// What the session holds.
    pub async fn holds(&self, portal: &str) -> Answer {
        self.get(&format!("/api/portals/{portal}/invitation")).await
    }

    pub async fn accepts(&self, portal: &str) -> Answer {
        self.post(&format!("/api/portals/{portal}/invitation/accept"), Value::Null).await
    }
}

/// The token of the link in a mail.
pub fn token_of(letter: &str) -> String {
    let after = letter.split("/invitation#").nth(1).expect("a link");
    after.split_whitespace().next().expect("a token").to_owned()
}
