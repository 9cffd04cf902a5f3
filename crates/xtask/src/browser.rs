//! What the browser journeys need: Chromium, its driver, a Korean font and axe-core.

use std::path::PathBuf;

use crate::{
    paths,
    shell::{Outcome, ask, command, phase},
    tools,
};

/// The accessibility checker of the W3C's rules, run inside each page.
const AXE: &str = "axe-core@4.14";

/// Where the tests find it all.
pub struct Browser {
    /// The WebDriver of Chromium.
    pub driver: PathBuf,
    /// `axe.min.js`.
    pub axe: PathBuf,
}

/// Finds it all, installing what is missing where that is possible.
pub fn ensure() -> Outcome<Browser> {
    Ok(Browser { driver: ensure_driver()?, axe: axe()? })
}

/// Finds Chromium with its driver and a Korean font; the driver.
pub fn ensure_driver() -> Outcome<PathBuf> {
    let mut packages = Vec::new();
    if chromium().is_none() {
        packages.push("chromium");
    }
    if driver().is_none() {
        packages.push("chromium-driver");
    }
    if !has_korean_font() {
        packages.extend(["fontconfig", "fonts-noto-cjk"]);
    }
    if !packages.is_empty() {
        tools::apt_install(&packages, "a browser")?;
    }
    driver().ok_or_else(|| "chromium-driver is installed, but chromedriver is not in PATH".to_owned())
}

fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].iter().find_map(|name| paths::find(name))
}

fn driver() -> Option<PathBuf> {
    paths::find("chromedriver")
}

/// Without one every Korean letter is an empty box, of another width than in life.
fn has_korean_font() -> bool {
    ask(command("fc-list").arg(":lang=ko")).is_some_and(|fonts| !fonts.is_empty())
}

fn axe() -> Outcome<PathBuf> {
    let script = paths::node().join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        if paths::find("npm").is_none() {
            tools::apt_install(&["npm"], "installing axe-core")?;
        }
        phase("Installing axe-core", || tools::npm_install(AXE))?;
    }
    Ok(script)
}
