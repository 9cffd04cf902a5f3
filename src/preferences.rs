//! How a person wants to see the pages: language, text size, contrast. Kept in the browser; nothing personal.
//!
//! `index.html` reads the same keys before anything is painted.

use crate::i18n;
use crate::ui::settings::DisplayMode;
use gaip_domain::text::Lang;
use leptos::prelude::*;

const LANG: &str = "gaip-lang";
const SIZE: &str = "gaip-size";
const MODE: &str = "gaip-mode";

/// Text sizes in percent (KRDS resize).
pub const SIZES: [u8; 5] = [90, 100, 110, 130, 150];

fn read(key: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(key).ok().flatten()
}

fn write(key: &str, value: &str) {
    if let Some(storage) = window().local_storage().ok().flatten() {
        let _ = storage.set_item(key, value);
    }
}

/// What is in force.
#[derive(Clone, Copy)]
pub struct Preferences {
    /// Text size in percent.
    pub size: RwSignal<u8>,
    /// Contrast.
    pub mode: RwSignal<DisplayMode>,
}

impl Preferences {
    /// What was chosen earlier; light, 100 % and Korean otherwise.
    pub fn load() -> Self {
        i18n::set_lang(read(LANG).and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default());
        let size = read(SIZE).and_then(|s| s.parse().ok()).filter(|s| SIZES.contains(s)).unwrap_or(100);
        let mode = match read(MODE).as_deref() {
            Some("high-contrast") => DisplayMode::HighContrast,
            Some("theme") => DisplayMode::Theme,
            _ => DisplayMode::Light,
        };
        let preferences = Self { size: RwSignal::new(size), mode: RwSignal::new(mode) };
        Effect::new(move || preferences.apply());
        preferences
    }

    /// The defaults, for pages that are rendered without a browser.
    pub fn fixed() -> Self {
        Self { size: RwSignal::new(100), mode: RwSignal::new(DisplayMode::Light) }
    }

    fn apply(self) {
        let mode = match self.mode.get() {
            DisplayMode::Light => "light",
            DisplayMode::HighContrast => "high-contrast",
            DisplayMode::Theme => "theme",
        };
        let size = self.size.get().to_string();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-mode", mode);
            let _ = root.set_attribute("data-size", &size);
            let _ = root.set_attribute("lang", i18n::lang().tag());
        }
        write(MODE, mode);
        write(SIZE, &size);
    }
}

/// Changes the language: the page is built anew in it. What is typed was saved when the page went away.
pub fn choose_language(tag: &str) {
    write(LANG, tag);
    let _ = window().location().reload();
}
