//! By which provider somebody logged in last on this device (manual row T106).
//!
//! The name of a provider is kept, one for each portal, and nothing that tells who it was (decision 0024).

use crate::i18n::{entrance_words, provider_name};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use gaip_domain::portal::SocialProvider;
use leptos::prelude::*;

fn key(portal: &str) -> String {
    format!("gaip-last-channel-{portal}")
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// Keeps the provider of a login that succeeded.
pub fn remember(portal: &str, provider: SocialProvider) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&key(portal), provider.as_str());
    }
}

/// The provider, if there was a login on this device.
pub fn last(portal: &str) -> Option<SocialProvider> {
    SocialProvider::parse(&storage()?.get_item(&key(portal)).ok().flatten()?)
}

/// Keeps it no longer.
pub fn forget(portal: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&key(portal));
    }
}

/// What is known, and how to have it forgotten.
#[component]
pub fn LastChannel(
    /// The provider; nothing is shown without one.
    last: RwSignal<Option<SocialProvider>>,
    /// It is to be forgotten.
    on_forget: Callback<()>,
) -> impl IntoView {
    let words = entrance_words();
    dynamic(move || {
        last.get().map(|provider| {
            view! {
                <p class="login__note">
                    {format!("{}: {} ", words.last, provider_name(provider))}
                    <Button kind=ButtonKind::Text size=ButtonSize::Small on_click=move |()| on_forget.run(())>
                        {words.last_forget}
                    </Button>
                </p>
            }
        })
    })
}
