//! The driver of the browser, and browsers of its own for each person.

use super::backend::{free_port, named, wait_for};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};

/// A chromedriver. It and all its browsers die with the test.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts it.
    pub fn start() -> Self {
        let port = free_port();
        let child = Command::new(named("GAIP_CHROMEDRIVER"))
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("chromedriver starts");
        wait_for(port);
        Self { child, port }
    }

    /// A browser that has never been here.
    pub async fn browser(&self, profile: &TempDir) -> WebDriver {
        let mut wanted = DesiredCapabilities::chrome();
        let folder = format!("--user-data-dir={}", profile.path().display());
        let flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=ko-KR",
            "--window-size=1280,1000",
            &folder,
        ];
        for flag in flags {
            wanted.add_arg(flag).expect("a flag");
        }
        wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All).expect("a preference");
        wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All).expect("a preference");
        let address = format!("http://127.0.0.1:{}", self.port);
        WebDriver::new(address, wanted).await.expect("the browser starts")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Its browsers are in its group and outlive it otherwise.
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.child.wait();
    }
}
