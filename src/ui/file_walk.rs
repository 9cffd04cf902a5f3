//! From what a person chose or dropped to files with their paths, a bounded number of them.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::ev::DragEvent;
use leptos::prelude::window;
use std::collections::VecDeque;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

/// A file, or a folder that the browser hands over whole.
pub struct Picked {
    /// Where it was found, from the chosen folder on.
    pub path: String,
    /// `File` or `FileSystemDirectoryHandle`: both may be posted to a worker.
    pub what: JsValue,
}

/// The files of an input.
pub fn listed(files: Option<FileList>, limit: usize) -> Vec<Picked> {
    let files = files.iter().flat_map(|files| (0..files.length()).filter_map(|at| files.get(at))).take(limit);
    let picked = files.map(|file| {
        let path = Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
        let path = path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name());
        Picked { path, what: file.into() }
    });
    picked.collect()
}

/// Whether the browser hands whole folders over.
pub fn has_folder_picker() -> bool {
    cfg!(target_arch = "wasm32") && Reflect::has(&window(), &"showDirectoryPicker".into()).unwrap_or(false)
}

/// Asks for a folder; nothing where the person chose none.
pub async fn pick_folder() -> Option<Picked> {
    let window = window();
    let ask = Reflect::get(&window, &"showDirectoryPicker".into()).ok()?.dyn_into::<Function>().ok()?;
    let promise = ask.call0(&window).ok()?.dyn_into::<Promise>().ok()?;
    let handle = JsFuture::from(promise).await.ok()?;
    let path = Reflect::get(&handle, &"name".into()).ok()?.as_string().unwrap_or_default();
    Some(Picked { path, what: handle })
}

/// What was dropped: files and folders.
pub fn dropped(event: &DragEvent) -> Vec<FileSystemEntry> {
    let items = event.data_transfer().map(|data| data.items());
    let items = items.iter().flat_map(|items| (0..items.length()).filter_map(|at| items.get(at)));
    items.filter_map(|item| item.webkit_get_as_entry().ok().flatten()).collect()
}

/// The files of entries and of the folders among them, nearest first.
pub async fn walk(entries: Vec<FileSystemEntry>, limit: usize) -> Vec<Picked> {
    let mut queue = VecDeque::from(entries);
    let mut found = Vec::new();
    while let Some(entry) = queue.pop_front().filter(|_| found.len() < limit) {
        if let Some(file) = entry.dyn_ref::<FileSystemFileEntry>().filter(|_| entry.is_file()) {
            let path = entry.full_path().trim_start_matches('/').to_owned();
            let asked =
                promise(|good, bad| file.file_with_callback_and_callback(good.unchecked_ref(), bad.unchecked_ref()));
            found.extend(JsFuture::from(asked).await.ok().map(|what| Picked { path, what }));
        } else if let Some(folder) = entry.dyn_ref::<FileSystemDirectoryEntry>().filter(|_| entry.is_directory()) {
            queue.extend(below(folder).await);
        }
    }
    found
}

/// What is in a folder; browsers tell a hundred at a time.
async fn below(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut found = Vec::new();
    loop {
        let asked = promise(|good, bad| {
            if reader.read_entries_with_callback_and_callback(good.unchecked_ref(), bad.unchecked_ref()).is_err() {
                let _ = bad.call0(&JsValue::NULL);
            }
        });
        let Ok(batch) = JsFuture::from(asked).await else { return found };
        let batch: Vec<FileSystemEntry> =
            Array::from(&batch).iter().filter_map(|entry| entry.dyn_into().ok()).collect();
        if batch.is_empty() {
            return found;
        }
        found.extend(batch);
    }
}

/// A promise of an older interface that calls back.
fn promise(ask: impl Fn(&Function, &Function)) -> Promise {
    Promise::new(&mut |good, bad| ask(&good, &bad))
}
