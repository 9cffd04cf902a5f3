//! What came of an act, above the list that it changed.

use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;

/// What is said after an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It is done.
    Done(String),
    /// It came otherwise, because somebody else was first or another system does not answer; and how it stands now.
    Otherwise {
        /// What happened.
        text: String,
        /// The present state.
        now: String,
    },
}

/// Shows it, and has it read.
#[component]
pub fn SaidNotice(
    /// What is said.
    #[prop(into)]
    said: Signal<Option<Said>>,
) -> impl IntoView {
    dynamic(move || {
        said.get().map(|said| match said {
            Said::Done(text) => {
                view! { <Notice kind=NoticeKind::Success live=Live::Polite><p>{text}</p></Notice> }.into_any()
            }
            Said::Otherwise { text, now } => view! {
                <Notice kind=NoticeKind::Warning live=Live::Assertive><p>{text}</p><p><strong>{now}</strong></p></Notice>
            }
            .into_any(),
        })
    })
}
