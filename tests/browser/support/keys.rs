//! The keyboard, for people who use nothing else.

use super::Person;
use thirtyfour::prelude::*;

/// No page has as many places to stop at.
const STOPS: usize = 400;

/// Where the focus stands to an element: on it, in its group of radio buttons, on another tab of its list, before it,
/// behind it; and whether it can be seen.
const WHERE: &str = "const to = arguments[0], at = document.activeElement;
    const group = to.type === 'radio' && at.type === 'radio' && at.name === to.name;
    const list = to.closest('[role=tablist]'), tabs = list && at.matches('[role=tab]') && list.contains(at);
    const style = getComputedStyle(at);
    const shown = at === document.body || at.matches('[tabindex=\"-1\"]') ||
        (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    const way = at === to ? 'on' : group ? 'group' : tabs ? 'tabs' :
        at.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING ? 'back' : 'on the way';
    return [way, shown, at.outerHTML.slice(0, 200)]";

impl Person {
    /// Presses keys where the focus is.
    pub async fn strikes(&self, keys: impl Into<TypingData>) {
        self.browser.action_chain().send_keys(keys).perform().await.expect("keys are struck");
    }

    /// Goes to something by Tab, Shift-Tab and arrows; every stop on the way must be seen to have the focus.
    pub(super) async fn tabs_to(&self, role: &str, name: &str) {
        for _ in 0..STOPS {
            let target = self.finds(role, name).await.to_json().expect("an element");
            // The page may be replaced between two keys.
            let Ok(found) = self.browser.execute(WHERE, vec![target]).await else { continue };
            let (way, shown, at): (String, bool, String) = found.convert().expect("a place");
            assert!(shown, "the focus cannot be seen on {at}");
            match way.as_str() {
                "on" => return,
                "group" => self.strikes(Key::Down + "").await,
                "tabs" => self.strikes(Key::Right + "").await,
                "back" => {
                    let keys = self.browser.action_chain().key_down(Key::Shift).send_keys(Key::Tab + "");
                    keys.key_up(Key::Shift).perform().await.expect("keys are struck");
                }
                _ => self.strikes(Key::Tab + "").await,
            }
        }
        self.fails(&format!("no way by keyboard to {role} “{name}”")).await;
    }

    /// Goes down the tree to a code.
    pub(super) async fn arrows_to_item(&self, name: &str) {
        for _ in 0..STOPS {
            let target = self.finds("item", name).await.to_json().expect("an element");
            let Ok(found) = self.browser.execute(WHERE, vec![target]).await else { continue };
            let (way, _, at): (String, bool, String) = found.convert().expect("a place");
            match way.as_str() {
                "on" => return,
                "back" if at.contains("treeitem") => self.strikes(Key::Up + "").await,
                _ if at.contains("treeitem") => self.strikes(Key::Down + "").await,
                // The tree takes the focus when it comes.
                _ => tokio::time::sleep(std::time::Duration::from_millis(40)).await,
            }
        }
        self.fails(&format!("no way by arrows to “{name}”")).await;
    }

    /// Puts a text in place of what the field holds that has the focus.
    pub(super) async fn retypes(&self, text: &str) {
        let all = self.browser.action_chain().key_down(Key::Control).send_keys("a").key_up(Key::Control);
        all.send_keys(Key::Backspace + "").send_keys(text).perform().await.expect("keys are struck");
    }
}
