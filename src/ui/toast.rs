//! One line at the foot of the window for a moment. Never an error, never the only place that says it.

use crate::ui::dynamic::dynamic;
use std::time::Duration;

use leptos::prelude::*;

use super::icon::{Icon, Symbol};

/// How long a toast stays.
const STAY: Duration = Duration::from_secs(4);

/// Shows toasts; provided as context by [`provide_toaster`].
#[derive(Clone, Copy)]
pub struct Toaster {
    /// The line and its number; the number tells an old timer that its line has gone.
    line: RwSignal<(u32, Option<String>)>,
}

impl Toaster {
    /// Shows a line in place of the one before.
    pub fn show(self, text: impl Into<String>) {
        let number = self.line.with_untracked(|(number, _)| number.wrapping_add(1));
        self.line.set((number, Some(text.into())));
        set_timeout(
            move || {
                // None once the app has gone.
                if self.line.try_with_untracked(|(shown, _)| *shown == number) == Some(true) {
                    self.line.set((number, None));
                }
            },
            STAY,
        );
    }
}

/// Puts a [`Toaster`] into context. Once, at the root of the app.
pub fn provide_toaster() -> Toaster {
    let toaster = Toaster { line: RwSignal::new((0, None)) };
    provide_context(toaster);
    toaster
}

/// Where toasts appear: one polite status region, always in the page.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toaster = use_context::<Toaster>().unwrap_or_else(provide_toaster);
    view! {
        <div class="toast-region" role="status">
            {dynamic(move || {
                toaster
                    .line
                    .with(|(_, text)| {
                        text.clone()
                            .map(|text| {
                                view! {
                                    <p class="toast">
                                        <Icon symbol=Symbol::Success />
                                        {text}
                                    </p>
                                }
                            })
                    })
            })}
        </div>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/toast/shown",
    view: || {
        let toaster = provide_toaster();
        toaster.line.set((1, Some("담당자 정보를 저장했습니다.".to_owned())));
        view! { <ToastRegion /> }.into_any()
    },
}];
