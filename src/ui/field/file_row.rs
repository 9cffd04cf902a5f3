//! One file and how far it is.

use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::words::ui_words;
use leptos::prelude::*;

/// A file of a [`FilesField`](super::FilesField).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// What remove and retry call it by.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its size in words: `1.2MB`.
    pub size: String,
    /// How far it is.
    pub state: FileState,
}

/// How far a file is on its way to the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// On its way, in per cent.
    Uploading(u8),
    /// Waits, for the connection or for the person; goes on with retry.
    Paused(u8),
    /// Arrived.
    Done,
    /// Did not arrive, and why and what to do.
    Failed(String),
}

/// The row stays the same element while its state changes, so that a focused button keeps focus
/// and the end of the upload is announced.
#[component]
pub(super) fn FileRowView(
    row: Memo<Option<FileRow>>,
    on_remove: Callback<String>,
    on_retry: Callback<String>,
) -> impl IntoView {
    let words = ui_words();
    let part = move |part: fn(&FileRow) -> String| row.with(|row| row.as_ref().map(part).unwrap_or_default());
    let state = Memo::new(move |_| row.get().map(|row| row.state));
    let name = move || part(|row| row.name.clone());
    let percent = move || match state.get() {
        Some(FileState::Uploading(percent) | FileState::Paused(percent)) => Some(percent),
        _ => None,
    };
    let moving = Memo::new(move |_| percent().is_some());
    let said = Memo::new(move |_| match state.get() {
        Some(FileState::Uploading(_)) => words.file_uploading.to_owned(),
        Some(FileState::Paused(_)) => words.file_paused.to_owned(),
        Some(FileState::Done) => words.file_done.to_owned(),
        Some(FileState::Failed(why)) => [words.file_failed, ". ", &why].concat(),
        None => String::new(),
    });
    let failed = Memo::new(move |_| matches!(state.get(), Some(FileState::Failed(_))));
    let stopped = Memo::new(move |_| matches!(state.get(), Some(FileState::Failed(_) | FileState::Paused(_))));
    let act = move |act: Callback<String>| {
        Callback::new(move |()| {
            // Let go of the row first: the caller may take it away.
            let id = row.with_untracked(|row| row.as_ref().map(|row| row.id.clone()));
            if let Some(id) = id {
                act.run(id);
            }
        })
    };
    view! {
        <li class="file" class:file--failed=move || failed.get()>
            <span class="file__name" title=name>{name}</span>
            <span class="file__size">{dynamic(move || part(|row| row.size.clone()))}</span>
            <span class="file__state" role="status">{said}</span>
            {dynamic(move || {
                moving.get().then(|| {
                    view! {
                        <progress class="file__progress" max="100" aria-label=name
                            value=move || percent().unwrap_or_default()></progress>
                        <span class="file__percent">{dynamic(percent)} "%"</span>
                    }
                })
            })}
            <span class="file__acts">
                {dynamic(move || {
                    stopped.get().then(|| {
                        view! {
                            <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=act(on_retry)>
                                <span class="visually-hidden">{name} " "</span>
                                {dynamic(move || if failed.get() { words.retry } else { words.resume })}
                            </Button>
                        }
                    })
                })}
                <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=act(on_remove)>
                    <span class="visually-hidden">{name} " "</span>
                    {words.remove}
                </Button>
            </span>
        </li>
    }
}
