//! A browser by the WebDriver protocol, which is JSON over HTTP: as much of it as a measurement needs.

use serde_json::{Value, json};
use std::{
    path::Path,
    process::{Child, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::http::Client;
use crate::{
    postgres::free_port,
    shell::{Outcome, command},
    tools,
};

/// A headless Chromium; it ends with this.
pub struct Driver {
    process: Child,
    client: Client,
    session: String,
}

impl Driver {
    /// Starts `chromedriver` and a browser.
    pub fn start(chromedriver: &Path) -> Outcome<Self> {
        let port = free_port()?;
        let process = command(chromedriver)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .spawn()
            .map_err(|error| format!("chromedriver could not be started: {error}"))?;
        let begun = Instant::now();
        let client = loop {
            match Client::connect(port) {
                Ok(client) => break client,
                Err(error) if begun.elapsed() > Duration::from_secs(20) => return Err(error),
                Err(_) => thread::sleep(Duration::from_millis(50)),
            }
        };
        let mut driver = Self { process, client, session: String::new() };
        let mut words = vec!["--headless", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900"];
        if tools::is_root() {
            words.push("--no-sandbox");
        }
        let wanted = json!({ "capabilities": { "alwaysMatch": { "goog:chromeOptions": { "args": words } } } });
        let session = driver.ask("POST", "/session", &wanted)?;
        session["sessionId"].as_str().ok_or("chromedriver opened no browser")?.clone_into(&mut driver.session);
        Ok(driver)
    }

    /// Goes to an address and waits until it is loaded.
    pub fn go(&mut self, address: &str) -> Outcome {
        self.post("url", &json!({ "url": address })).map(drop)
    }

    /// A command of the browser's own protocol.
    pub fn cdp(&mut self, name: &str, parameters: &Value) -> Outcome {
        self.post("goog/cdp/execute", &json!({ "cmd": name, "params": parameters })).map(drop)
    }

    /// What a script returns.
    pub fn run(&mut self, script: &str) -> Outcome<Value> {
        self.post("execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Runs a script until it returns something true.
    pub fn wait_for(&mut self, what: &str, script: &str) -> Outcome {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(30) {
            let found = self.run(script)?;
            if !matches!(found, Value::Null | Value::Bool(false)) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(100));
        }
        let page = self.run("return location.pathname + '\\n' + document.body.innerText.slice(0, 500)")?;
        Err(format!("{what} did not come within 30 seconds; there is: {}", page.as_str().unwrap_or_default()))
    }

    fn post(&mut self, command: &str, body: &Value) -> Outcome<Value> {
        let path = format!("/session/{}/{command}", self.session);
        self.ask("POST", &path, body)
    }

    fn ask(&mut self, method: &str, path: &str, body: &Value) -> Outcome<Value> {
        let json = [("content-type", "application/json")];
        let reply = self.client.send(method, path, &json, body.to_string().as_bytes())?;
        let mut answer: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
        match reply.status {
            200 => Ok(answer["value"].take()),
            _ => Err(format!("the browser refused {path}: {}", answer["value"]["message"])),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The browser ends with its session; the driver has nothing to say about it.
        let session = format!("/session/{}", self.session);
        let _ = self.client.send("DELETE", &session, &[], b"");
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
