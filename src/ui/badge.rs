//! A short state beside a name. The word carries the meaning, the colour repeats it.

use leptos::prelude::*;

/// Colour of a badge.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum BadgeKind {
    /// Neutral.
    #[default]
    Gray,
    /// Under way.
    Primary,
    /// Good.
    Success,
    /// Waiting, needs care.
    Warning,
    /// Stopped.
    Danger,
}

/// One badge.
#[component]
pub fn Badge(
    /// Colour.
    #[prop(optional)]
    kind: BadgeKind,
    /// The word.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let class = match kind {
        BadgeKind::Gray => "badge",
        BadgeKind::Primary => "badge badge--primary",
        BadgeKind::Success => "badge badge--success",
        BadgeKind::Warning => "badge badge--warning",
        BadgeKind::Danger => "badge badge--danger",
    };
    view! { <span class=class>{text}</span> }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/badge/all",
    view: || {
        view! {
            <p class="row">
                <Badge text="해지" />
                <Badge kind=BadgeKind::Primary text="심사 중" />
                <Badge kind=BadgeKind::Success text="승인" />
                <Badge kind=BadgeKind::Warning text="보완 요청" />
                <Badge kind=BadgeKind::Danger text="반려" />
            </p>
        }
        .into_any()
    },
}];
