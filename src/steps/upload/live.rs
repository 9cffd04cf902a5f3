//! The files that this page sends, whatever step it shows.

use super::check;
use super::send::{self, percent};
use crate::ui::field::{FileRow, FileState};
use crate::wizard::draft::Draft;
use gaip_contract::bodies::FileView;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// One file on its way, or there.
#[derive(Clone)]
pub(super) struct Upload {
    /// Names it on this page, also before the backend has named it.
    pub key: String,
    /// The step and the field that it is for.
    place: String,
    pub name: String,
    pub size: u64,
    /// The backend's name for it, once it was announced and as long as it is taken.
    pub id: ArcRwSignal<Option<String>>,
    pub state: ArcRwSignal<FileState>,
    /// The bytes; they are gone after a reload, until the same file is chosen again.
    pub file: Rc<RefCell<Option<web_sys::File>>>,
    /// The person does not want to wait any longer.
    pub hurry: Rc<Cell<bool>>,
}

impl Upload {
    /// A file that was chosen.
    pub fn chosen(place: &str, file: &web_sys::File) -> Self {
        let size = check::size(file);
        Self {
            key: next_key(),
            place: place.to_owned(),
            name: file.name(),
            size,
            id: ArcRwSignal::new(None),
            state: ArcRwSignal::new(FileState::Uploading(0)),
            file: Rc::new(RefCell::new(Some(file.clone()))),
            hurry: Rc::default(),
        }
    }

    /// A file that the backend knows.
    pub fn known(place: &str, view: &FileView) -> Self {
        let state = if view.complete { FileState::Done } else { FileState::Paused(percent(view)) };
        Self {
            key: view.id.clone(),
            place: place.to_owned(),
            name: view.name.clone(),
            size: view.size,
            id: ArcRwSignal::new(Some(view.id.clone())),
            state: ArcRwSignal::new(state),
            file: Rc::default(),
            hurry: Rc::default(),
        }
    }

    /// The row to show.
    pub fn row(&self) -> FileRow {
        let (name, size) = (self.name.clone(), check::size_words(self.size));
        FileRow { id: self.key.clone(), name, size, state: self.state.get() }
    }

    /// It cannot go on before the same file is chosen again.
    pub fn lacks_file(&self) -> bool {
        matches!(self.state.get(), FileState::Paused(_)) && self.file.borrow().is_none()
    }

    /// Whether a chosen file is this one, as far as its name and size tell.
    pub fn is_same(&self, file: &web_sys::File) -> bool {
        let composed = String::from(js_sys::JsString::from(file.name()).normalize("NFC"));
        self.size == check::size(file) && (self.name == composed || self.name == file.name())
    }

    /// Begins, or goes on, on its own: leaving the step does not stop it.
    pub fn start(&self, draft: Draft) {
        let began = LIVE.with_borrow_mut(|live| {
            let new = live.iter().all(|other| other.key != self.key);
            if new {
                live.push(self.clone());
            }
            new
        });
        self.hurry.set(!began);
        if began {
            spawn_local(send::send(self.clone(), draft));
        }
    }

    /// Whether it is being sent.
    pub fn is_live(&self) -> bool {
        LIVE.with_borrow(|live| live.iter().any(|other| other.key == self.key))
    }

    /// Sends no more of it.
    pub fn stop(&self) {
        LIVE.with_borrow_mut(|live| live.retain(|other| other.key != self.key));
    }
}

thread_local! {
    /// Files that this page is sending, whatever step it shows.
    static LIVE: RefCell<Vec<Upload>> = const { RefCell::new(Vec::new()) };
    static KEYS: Cell<u32> = const { Cell::new(0) };
}

fn next_key() -> String {
    KEYS.set(KEYS.get() + 1);
    format!("new-{}", KEYS.get())
}

/// Files that this page is sending to a field.
pub(super) fn live_of(place: &str) -> Vec<Upload> {
    LIVE.with_borrow(|live| live.iter().filter(|upload| upload.place == place).cloned().collect())
}

/// Stops every file that goes to a field of this beginning.
pub(super) fn stop_under(place: &str) {
    LIVE.with_borrow_mut(|live| live.retain(|upload| !upload.place.starts_with(place)));
}
