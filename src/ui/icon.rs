//! Line icons drawn on a 24-pixel grid. Always decoration: the words stand beside them.

use leptos::prelude::*;

/// What the icon shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// A cross.
    Close,
    /// A tick.
    Check,
    /// A tick in a circle.
    Success,
    /// An "i" in a circle.
    Info,
    /// A triangle with an exclamation mark.
    Warning,
    /// A circle with an exclamation mark.
    Danger,
    /// An arrow head to the left.
    Previous,
    /// An arrow head to the right.
    Next,
    /// An arrow head downwards.
    Down,
    /// An arrow out of a box.
    NewWindow,
    /// A magnifying glass.
    Search,
    /// Two sliders.
    Settings,
    /// A sheet with a folded corner.
    Document,
    /// A clock.
    Clock,
    /// A plus sign.
    Plus,
}

impl Symbol {
    fn path(self) -> &'static str {
        match self {
            Self::Close => "M5 5l14 14M19 5L5 19",
            Self::Check => "M4.5 12.5l5 5 10-11",
            Self::Success => "M12 3a9 9 0 100 18 9 9 0 000-18zM7.5 12.3l3.2 3.2 5.8-6.4",
            Self::Info => "M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v5.5M12 7.4v.2",
            Self::Warning => "M12 3.5L2.5 20h19zM12 10v4.5M12 17.2v.2",
            Self::Danger => "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7.5v5.5M12 16.3v.2",
            Self::Previous => "M15 5l-7 7 7 7",
            Self::Next => "M9 5l7 7-7 7",
            Self::Down => "M5 9l7 7 7-7",
            Self::NewWindow => "M13.5 4H20v6.5M20 4l-9 9M10 5H5a1 1 0 00-1 1v13a1 1 0 001 1h13a1 1 0 001-1v-5",
            Self::Search => "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.3 15.3L20.5 20.5",
            Self::Settings => {
                "M3 7h10M19 7h2M3 17h2M11 17h10M16 4.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM8 14.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z"
            }
            Self::Document => "M13.5 3H6.5a1 1 0 00-1 1v16a1 1 0 001 1h11a1 1 0 001-1V8zM13.5 3v5h5M9 13h6M9 17h6",
            Self::Clock => "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5.2l3.5 2.3",
            Self::Plus => "M12 4.5v15M4.5 12h15",
        }
    }
}

/// One icon in the colour and about the size of the text around it.
#[component]
pub fn Icon(
    /// What it shows.
    symbol: Symbol,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=symbol.path()></path>
        </svg>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/icon/all",
    view: || {
        use Symbol as S;
        [
            S::Close,
            S::Check,
            S::Success,
            S::Info,
            S::Warning,
            S::Danger,
            S::Previous,
            S::Next,
            S::Down,
            S::NewWindow,
            S::Search,
            S::Settings,
            S::Document,
            S::Clock,
            S::Plus,
        ]
        .map(|symbol| view! { <Icon symbol=symbol /> })
        .into_iter()
        .collect_view()
        .into_any()
    },
}];
