//! A text that is to be typed somewhere else, with a button that copies it.

use super::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// One line. Where the browser lets no page copy there is no button: the text can be marked.
#[component]
pub fn CopyLine(
    /// What the text is.
    #[prop(into)]
    name: String,
    /// The text.
    #[prop(into)]
    text: String,
    /// The button's word.
    #[prop(into)]
    copy: String,
    /// Said when it is copied.
    #[prop(into)]
    done: String,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let can = RwSignal::new(true);
    Effect::new(move || can.set(clipboard().is_some()));
    let content = text.clone();
    let press = Callback::new(move |()| {
        let Some(clipboard) = clipboard() else { return };
        let written = clipboard.write_text(&content);
        spawn_local(async move {
            copied.try_set(JsFuture::from(written).await.is_ok());
        });
    });
    let (hidden, copy) = (StoredValue::new(name.clone()), StoredValue::new(copy));
    view! {
        <div class="copy-line">
            <span class="copy-line__name">{name}</span>
            <code class="copy-line__text">{text}</code>
            {dynamic(move || can.get().then(|| view! {
                <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=press>
                    <span class="visually-hidden">{hidden.get_value()} " "</span>
                    {copy.get_value()}
                </Button>
            }))}
            <span class="copy-line__done" role="status">{dynamic(move || copied.get().then(|| done.clone()))}</span>
        </div>
    }
}

/// The clipboard; pages without https have none.
fn clipboard() -> Option<web_sys::Clipboard> {
    let navigator = window().navigator();
    let found = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    (!found.is_undefined()).then(|| navigator.clipboard())
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/copy-line/path",
    view: || {
        view! { <CopyLine name="Windows" text="%USERPROFILE%\\AppData\\LocalLow\\NPKI" copy="복사" done="복사했습니다."/> }
            .into_any()
    },
}];
