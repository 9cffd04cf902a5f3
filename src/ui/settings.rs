//! Display settings: text size, contrast, language. Shows and reports; storing is the app's.

use leptos::ev;
use leptos::html::{Button, Div};
use leptos::prelude::*;

use super::dynamic::dynamic;
use super::icon::{Icon, Symbol};

/// Text sizes in percent (KRDS `10_02`), the value of `html[data-size]`.
pub const TEXT_SIZES: [u8; 5] = [90, 100, 110, 130, 150];

/// Colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DisplayMode {
    /// Light.
    #[default]
    Light,
    /// High contrast on black ("선명한 화면").
    HighContrast,
    /// Light or high contrast, as the device has it.
    Theme,
}

impl DisplayMode {
    /// Value of the attribute `data-mode`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Theme => "theme",
        }
    }

    /// The mode of an attribute value.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Light, Self::HighContrast, Self::Theme].into_iter().find(|mode| mode.as_str() == text)
    }
}

/// The words of the panel.
#[derive(Clone)]
pub struct SettingsWords {
    /// Heading of the sizes.
    pub text_size: String,
    /// Name of each of [`TEXT_SIZES`].
    pub text_sizes: [String; 5],
    /// Heading of the modes.
    pub mode: String,
    /// Names of light, high contrast and theme.
    pub modes: [String; 3],
    /// Heading of the languages.
    pub language: String,
    /// Back to how it was.
    pub reset: String,
}

/// A button that unfolds the settings. Esc, a press elsewhere or moving on closes them.
#[component]
pub fn SettingsMenu(
    /// Name of the button.
    #[prop(into)]
    title: String,
    /// What is unfolded, built when it is first looked at: [`SettingsChoices`].
    #[prop(into)]
    panel: ViewFn,
    /// Whether the panel starts open.
    #[prop(optional)]
    start_open: bool,
) -> impl IntoView {
    let open = RwSignal::new(start_open);
    let met = Memo::new(move |met: Option<&bool>| met == Some(&true) || open.get());
    let root = NodeRef::<Div>::new();
    let trigger = NodeRef::<Button>::new();
    close_outside(root, open);
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            open.set(false);
            trigger.get_untracked().map(|trigger| trigger.focus());
        }
    };
    view! {
        <div class="settings" node_ref=root on:keydown=escape>
            <button
                type="button"
                class="button button--text button--small"
                node_ref=trigger
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="settings-panel"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon symbol=Symbol::Settings />
                {title}
            </button>
            <div class="settings__panel" id="settings-panel" hidden=move || !open.get()>
                {dynamic(move || met.get().then(|| panel.run()))}
            </div>
        </div>
    }
}

/// The settings themselves.
#[component]
pub fn SettingsChoices(
    /// Words.
    words: SettingsWords,
    /// Size in use, one of [`TEXT_SIZES`].
    #[prop(into)]
    text_size: Signal<u8>,
    /// Called with the chosen size.
    #[prop(into)]
    on_text_size: Callback<u8>,
    /// Mode in use.
    #[prop(into)]
    mode: Signal<DisplayMode>,
    /// Called with the chosen mode.
    #[prop(into)]
    on_mode: Callback<DisplayMode>,
    /// Language tag and own name of each language; fewer than two are not shown.
    #[prop(optional)]
    languages: Vec<(String, String)>,
    /// Tag of the language in use.
    #[prop(into, optional)]
    language: String,
    /// Called with the tag of the chosen language.
    #[prop(into, optional)]
    on_language: Option<Callback<String>>,
) -> impl IntoView {
    let sizes = TEXT_SIZES.into_iter().zip(words.text_sizes).map(move |(size, name)| {
        let chosen = Signal::derive(move || text_size.get() == size);
        view! { <Choice name=name chosen=chosen on_choose=move |()| on_text_size.run(size) /> }
    });
    let modes = [DisplayMode::Light, DisplayMode::HighContrast, DisplayMode::Theme];
    let modes = modes.into_iter().zip(words.modes).map(move |(each, name)| {
        let chosen = Signal::derive(move || mode.get() == each);
        view! { <Choice name=name chosen=chosen on_choose=move |()| on_mode.run(each) /> }
    });
    let languages = (languages.len() > 1).then(move || {
        let choices = languages.into_iter().map(move |(tag, name)| {
            let chosen = tag == language;
            let lang = tag.clone();
            let choose = move |()| on_language.into_iter().for_each(|call| call.run(tag.clone()));
            view! { <Choice name=name chosen=chosen lang=lang on_choose=choose /> }
        });
        view! { <Group id="settings-language" title=words.language>{choices.collect_view()}</Group> }
    });
    let reset = move |_| {
        on_text_size.run(100);
        on_mode.run(DisplayMode::default());
    };
    view! {
        <Group id="settings-size" title=words.text_size>{sizes.collect_view()}</Group>
        <Group id="settings-mode" title=words.mode>{modes.collect_view()}</Group>
        {languages}
        <button type="button" class="button button--tertiary button--small" on:click=reset>
            {words.reset}
        </button>
    }
}

#[component]
fn Group(id: &'static str, title: String, children: Children) -> impl IntoView {
    view! {
        <div class="settings__group" role="group" aria-labelledby=id>
            <p class="settings__title" id=id>
                {title}
            </p>
            <div class="settings__choices">{children()}</div>
        </div>
    }
}

#[component]
fn Choice(
    name: String,
    #[prop(into)] chosen: Signal<bool>,
    #[prop(into, optional)] lang: Option<String>,
    #[prop(into)] on_choose: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="settings__choice"
            lang=lang
            aria-pressed=move || if chosen.get() { "true" } else { "false" }
            on:click=move |_| on_choose.run(())
        >
            <Icon symbol=Symbol::Check />
            {name}
        </button>
    }
}

/// Closes the panel when a pointer or the focus lands outside it.
fn close_outside(root: NodeRef<Div>, open: RwSignal<bool>) {
    let close = move |event: &web_sys::Event| {
        let target = event.target().map(event_target_node);
        let inside = root.get_untracked().is_some_and(|root| root.contains(target.flatten().as_ref()));
        if !inside && open.get_untracked() {
            open.set(false);
        }
    };
    Effect::new(move || {
        let down = window_event_listener(ev::pointerdown, move |event| close(&event));
        let focus = window_event_listener(ev::focusin, move |event| close(&event));
        on_cleanup(move || {
            down.remove();
            focus.remove();
        });
    });
}

fn event_target_node(target: web_sys::EventTarget) -> Option<web_sys::Node> {
    use wasm_bindgen::JsCast;
    target.dyn_into().ok()
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::header::Header;
    use super::story::Story;
    fn story(start_open: bool) -> AnyView {
        let words = SettingsWords {
            text_size: "글자 크기".to_owned(),
            text_sizes: ["작게", "보통", "조금 크게", "크게", "가장 크게"].map(str::to_owned),
            mode: "화면 색".to_owned(),
            modes: ["기본", "선명하게", "기기 설정"].map(str::to_owned),
            language: "언어".to_owned(),
            reset: "처음 설정으로".to_owned(),
        };
        let size = RwSignal::new(100);
        let mode = RwSignal::new(DisplayMode::Light);
        let languages = [("ko", "한국어"), ("en", "English")].map(|(tag, name)| (tag.to_owned(), name.to_owned()));
        let choices = move || {
            view! {
                <SettingsChoices
                    words=words.clone()
                    text_size=size
                    on_text_size=move |to| size.set(to)
                    mode=mode
                    on_mode=move |to| mode.set(to)
                    languages=languages.to_vec()
                    language="ko"
                />
            }
        };
        let settings = move || view! { <SettingsMenu title="화면 설정" panel=choices.clone() start_open=start_open /> };
        view! { <Header name="대전 기업지원포털" home_href="#" utility=settings /> }.into_any()
    }
    &[
        Story { name: "ui/settings/closed", view: || story(false) },
        Story { name: "ui/settings/open", view: || story(true) },
    ]
};
