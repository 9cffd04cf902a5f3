//! What a browser keeps and tells of a person.

use super::Person;

/// Everything that pages can keep in the browser, in one text.
const KEPT: &str = "const done = arguments[0];
    const stores = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state]);
    Promise.all([indexedDB.databases(), caches.keys()]).then(
        kept => done(stores + JSON.stringify(kept)), error => done(stores + error))";

impl Person {
    /// Fails where one of the values lies in the browser's storage or in an address.
    pub async fn leaves_no_trace_of(&self, values: &[&str]) {
        let kept = self.browser.execute_async(KEPT, vec![]).await.expect("the storage can be read");
        let kept: String = kept.convert().expect("a text");
        for value in values {
            assert!(!kept.contains(value), "“{value}” is kept in the browser: {kept}");
        }
    }

    /// Fails where the page asked another host, put one of the values into an address, or broke a rule of its own.
    pub async fn asked_nobody_else(&self, values: &[&str]) {
        self.asked_nobody(values, &[]).await;
    }

    /// The same, and fails where one of the values went to the backend in a body.
    pub async fn asked_nobody_else_and_told_nobody(&self, values: &[&str]) {
        self.asked_nobody(values, values).await;
    }

    async fn asked_nobody(&self, values: &[&str], untold: &[&str]) {
        let home = self.address_of_home().to_owned();
        for entry in self.browser.get_log("performance").await.expect("the log of the network") {
            let Ok(event) = serde_json::from_str::<serde_json::Value>(&entry.message) else { continue };
            if event["message"]["method"] != "Network.requestWillBeSent" {
                continue;
            }
            let url = event["message"]["params"]["request"]["url"].as_str().unwrap_or_default().to_owned();
            let inside =
                ["data:", "blob:", "about:", "chrome:", home.as_str()].iter().any(|start| url.starts_with(start));
            assert!(inside, "asked {url}");
            for value in values {
                assert!(!url.contains(value), "“{value}” is in the address {url}");
            }
            let body = event["message"]["params"]["request"]["postData"].as_str().unwrap_or_default();
            for value in untold {
                assert!(!body.contains(value), "“{value}” was sent to {url}");
            }
        }
        // What breaks the content security policy is severe; hints of the browser and of development builds are not.
        let console = self.browser.browser_log().await.expect("the console");
        // So is not what the backend refuses, which the page says in words.
        let refused =
            |message: &str| message.contains("/api/") && message.contains("the server responded with a status of 4");
        let severe = console.iter().filter(|entry| entry.level == "SEVERE").map(|entry| &entry.message);
        let complaints: Vec<_> = severe.filter(|message| !refused(message)).collect();
        assert!(complaints.is_empty(), "the console says {complaints:#?}");
    }
}
