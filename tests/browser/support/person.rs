//! A person at a browser, who knows labels and words and nothing of how the page is made.
//!
//! A field is named as it is read: `담당자 연락처 > 뒷자리` is the box 뒷자리 of the group 담당자 연락처.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use thirtyfour::prelude::*;
use thirtyfour::session::scriptret::ScriptRet;

/// How long a person waits for something to appear.
const PATIENCE: Duration = Duration::from_secs(15);
const LOOK: Duration = Duration::from_millis(40);

/// A person with a browser.
pub struct Person {
    /// The browser.
    pub browser: WebDriver,
    home: String,
    keyboard: bool,
    _profile: TempDir,
}

impl Person {
    pub(super) fn new(browser: WebDriver, home: String, profile: TempDir) -> Self {
        Self { browser, home, keyboard: false, _profile: profile }
    }

    /// Has no mouse.
    pub fn with_keyboard_only(self) -> Self {
        Self { keyboard: true, ..self }
    }

    pub(super) fn address_of_home(&self) -> &str {
        &self.home
    }

    /// Types an address of the service.
    pub async fn opens(&self, path: &str) {
        self.browser.goto(format!("{}{path}", self.home)).await.expect("the address opens");
    }

    /// The path that the address bar shows.
    pub async fn address(&self) -> String {
        let url = self.browser.current_url().await.expect("there is a page");
        url.as_str().strip_prefix(&self.home).unwrap_or(url.as_str()).to_owned()
    }

    /// Reloads the page.
    pub async fn reloads(&self) {
        self.browser.refresh().await.expect("it reloads");
    }

    /// Presses a button.
    pub async fn presses(&self, name: &str) {
        if self.keyboard {
            self.tabs_to("button", name).await;
            return self.strikes(Key::Enter + "").await;
        }
        self.acts("button", name, |element| async move { element.click().await }).await;
    }

    /// Presses a button that may be gone by the time somebody presses it; says nothing if it is.
    pub async fn presses_if_there(&self, name: &str) {
        let press = "[...document.querySelectorAll('button')].find(b => b.innerText.includes(arguments[0]))?.click()";
        self.runs(press, vec![name.into()]).await;
    }

    /// Presses a button twice as fast as a hand can.
    pub async fn presses_twice(&self, name: &str) {
        let browser = &self.browser;
        let act =
            |element: WebElement| async move { browser.action_chain().double_click_element(&element).perform().await };
        self.acts("button", name, act).await;
    }

    /// Opens or chooses a code of a tree. Without a mouse Enter does both; the arrows lead to it.
    pub async fn opens_item(&self, name: &str) {
        let name = &format!("{name} #1");
        if self.keyboard {
            self.arrows_to_item(name).await;
            return self.strikes(Key::Enter + "").await;
        }
        self.acts("item", name, |element| async move {
            element.query(By::ClassName("branch__name")).first().await?.click().await
        })
        .await;
    }

    /// Follows a link.
    pub async fn follows(&self, name: &str) {
        if self.keyboard {
            self.tabs_to("link", name).await;
            return self.strikes(Key::Enter + "").await;
        }
        self.acts("link", name, |element| async move { element.click().await }).await;
    }

    /// Ticks, unticks or chooses.
    pub async fn ticks(&self, name: &str) {
        if self.keyboard {
            self.tabs_to("tick", name).await;
            return self.strikes(" ").await;
        }
        self.acts("tick", name, |element| async move { element.click().await }).await;
    }

    /// Whether a box is ticked.
    pub async fn is_ticked(&self, name: &str) -> bool {
        self.finds("tick", name).await.is_selected().await.expect("it can be ticked")
    }

    /// Types into a field in place of what is there.
    pub async fn fills(&self, name: &str, text: &str) {
        if self.keyboard {
            self.tabs_to("field", name).await;
            return self.retypes(text).await;
        }
        self.acts("field", name, |element| async move {
            element.send_keys(Key::Control + "a").await?;
            element.send_keys(Key::Backspace + "").await?;
            element.send_keys(text).await
        })
        .await;
    }

    /// Types on behind what is there.
    pub async fn types(&self, name: &str, text: &str) {
        self.acts("field", name, |element| async move { element.send_keys(text).await }).await;
    }

    /// Chooses from a list.
    pub async fn chooses(&self, name: &str, option: &str) {
        if self.keyboard {
            self.tabs_to("field", name).await;
            self.strikes(option).await;
        } else {
            self.acts("field", name, |element| async move { element.send_keys(option).await }).await;
        }
        let shown = "return arguments[0].selectedOptions[0].text";
        let list = self.finds("field", name).await;
        let text: String = self.runs(shown, vec![list.to_json().expect("an element")]).await.convert().expect("a text");
        assert_eq!(text, option, "the choice of “{name}”");
    }

    /// Gives files to a file field.
    pub async fn gives(&self, name: &str, files: &[&Path]) {
        let paths: Vec<_> = files.iter().map(|file| file.display().to_string()).collect();
        let paths = &paths.join("\n");
        self.acts("file", name, |element| async move { element.send_keys(paths).await }).await;
    }

    /// What stands in a field.
    pub async fn reads(&self, name: &str) -> String {
        self.finds("field", name).await.prop("value").await.expect("a field").unwrap_or_default()
    }

    /// Waits until a field holds a text.
    pub async fn finds_in(&self, name: &str, text: &str) {
        let begun = Instant::now();
        loop {
            let now = self.reads(name).await;
            if now == text {
                return;
            }
            if begun.elapsed() > PATIENCE {
                self.fails(&format!("“{name}” holds “{now}”, not “{text}”")).await;
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Waits until the page's heading is this.
    pub async fn is_on(&self, heading: &str) {
        let script = "return [...document.querySelectorAll('h1')].some(h => h.checkVisibility() && h.innerText.trim() === arguments[0])";
        self.awaits(script, heading, true, &format!("the page “{heading}”")).await;
    }

    /// Waits until the page says something.
    pub async fn sees(&self, words: &str) {
        self.awaits(SAYS, words, true, &format!("the words “{words}”")).await;
    }

    /// Waits until the page does not say something any more.
    pub async fn sees_no(&self, words: &str) {
        self.awaits(SAYS, words, false, &format!("no words “{words}”")).await;
    }

    /// Whether the page says something at this moment.
    pub async fn sees_now(&self, words: &str) -> bool {
        self.runs(SAYS, vec![words.into()]).await.convert().expect("yes or no")
    }

    /// Everything that can be read on the page.
    pub async fn page(&self) -> String {
        let text = self.browser.execute("return document.body.innerText", vec![]).await;
        text.and_then(|text| text.convert()).unwrap_or_else(|error| format!("(the page cannot be read: {error})"))
    }

    /// Runs a script in the page.
    pub async fn runs(&self, script: &str, with: Vec<serde_json::Value>) -> ScriptRet {
        self.browser.execute(script, with).await.unwrap_or_else(|error| panic!("{error}\n{script}"))
    }

    /// Keeps a picture of the page if somebody asked for pictures.
    pub async fn pictures(&self, name: &str) {
        if let Some(folder) = std::env::var_os("GAIP_SCREENSHOTS") {
            let folder = PathBuf::from(folder);
            std::fs::create_dir_all(&folder).expect("the folder of pictures");
            let _ = self.browser.screenshot(&folder.join(format!("{name}.png"))).await;
        }
    }

    /// Ends the test with what the person sees.
    pub async fn fails(&self, why: &str) -> ! {
        self.pictures("failure").await;
        panic!("{why}\nat {}\n---- the page ----\n{}\n----", self.address().await, self.page().await)
    }

    /// Closes the browser.
    pub async fn leaves(self) {
        let _ = self.browser.quit().await;
    }

    async fn awaits(&self, script: &str, word: &str, wanted: bool, what: &str) {
        let begun = Instant::now();
        loop {
            // A page that is being left answers nothing; the next one will.
            let now = self.browser.execute(script, vec![word.into()]).await.and_then(|value| value.convert::<bool>());
            if now.is_ok_and(|now| now == wanted) {
                return;
            }
            if begun.elapsed() > PATIENCE {
                self.fails(&format!("waited for {what}")).await;
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    pub(super) async fn finds(&self, role: &str, name: &str) -> WebElement {
        let begun = Instant::now();
        loop {
            match self.look(role, name).await {
                Ok(element) => return element,
                Err(why) if begun.elapsed() > PATIENCE => self.fails(&why).await,
                Err(_) => tokio::time::sleep(LOOK).await,
            }
        }
    }

    async fn look(&self, role: &str, name: &str) -> Result<WebElement, String> {
        let path: Vec<&str> = name.split(" > ").collect();
        let found = self.browser.execute(include_str!("find.js"), vec![role.into(), path.into()]).await;
        let found = found.map_err(|error| error.to_string())?;
        match found.json().as_str() {
            Some(why) => Err(why.to_owned()),
            None => found.element().map_err(|error| error.to_string()),
        }
    }

    /// Acts on what was found; looks again when the page has replaced or covered it meanwhile.
    async fn acts<F, D>(&self, role: &str, name: &str, act: F)
    where
        F: Fn(WebElement) -> D,
        D: Future<Output = WebDriverResult<()>>,
    {
        let begun = Instant::now();
        loop {
            let element = self.finds(role, name).await;
            let Err(error) = act(element).await else { return };
            if begun.elapsed() > PATIENCE {
                self.fails(&format!("{role} “{name}”: {error}")).await;
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}

const SAYS: &str = "const squeeze = text => text.replace(/\\s+/g, ' ');
    return squeeze(document.body.innerText).includes(squeeze(arguments[0]))";
