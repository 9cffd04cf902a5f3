//! What the display settings offer, and where they are kept.

use crate::i18n::words;
use crate::preferences::{self, Preferences};
use crate::ui::settings::{SettingsChoices, SettingsWords};
use gaip_domain::text::Lang;
use leptos::prelude::*;

/// Text size, contrast and language.
#[component]
pub fn DisplayChoices() -> impl IntoView {
    let frame = &words().frame;
    let preferences = use_context::<Preferences>().unwrap_or_else(Preferences::fixed);
    let languages = [(Lang::Ko, "한국어"), (Lang::En, "English")];
    let settings = SettingsWords {
        text_size: frame.text_size.to_owned(),
        reset: frame.text_size_reset.to_owned(),
        mode: frame.mode.to_owned(),
        text_sizes: preferences::SIZES.map(|size| format!("{size}%")),
        modes: [frame.mode_light, frame.mode_contrast, frame.mode_theme].map(str::to_owned),
        language: frame.language.to_owned(),
    };
    view! {
        <SettingsChoices
            words=settings
            text_size=preferences.size
            on_text_size=move |size| preferences.size.set(size)
            mode=preferences.mode
            on_mode=move |mode| preferences.mode.set(mode)
            languages=languages.map(|(lang, name)| (lang.tag().to_owned(), name.to_owned())).to_vec()
            language=crate::i18n::lang().tag()
            on_language=Callback::new(|tag: String| preferences::choose_language(&tag))
        />
    }
}
