//! Files on their way to the member's own place, a chunk after the other.

use crate::api::{self, Call, Failure};
use crate::i18n::refusal;
use crate::steps::upload::check;
use crate::ui::field::{FileRow, FileState};
use gaip_contract::bodies::{Empty, FileView, NewFile};
use gaip_contract::endpoints::{DeleteFile, GetFile, PatchFile, PostMyFile};
use gaip_contract::{CHUNK_BYTES, OFFSET_HEADER, ProblemCode};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// One file.
#[derive(Clone)]
struct Sent {
    key: String,
    file: web_sys::File,
    /// The backend's name for it, once it was announced.
    id: Option<String>,
    state: FileState,
}

/// The files, in the order in which they were chosen.
#[derive(Clone, Copy)]
pub struct Sending {
    all: RwSignal<Vec<Sent>, LocalStorage>,
    count: StoredValue<u32>,
}

impl Default for Sending {
    fn default() -> Self {
        Self { all: RwSignal::new_local(Vec::new()), count: StoredValue::new(0) }
    }
}

impl Sending {
    /// The rows to show.
    pub fn rows(self) -> Signal<Vec<FileRow>> {
        Signal::derive(move || {
            let row = |sent: &Sent| FileRow {
                id: sent.key.clone(),
                name: sent.file.name(),
                size: check::size_words(check::size(&sent.file)),
                state: sent.state.clone(),
            };
            self.all.with(|all| all.iter().map(row).collect())
        })
    }

    /// The files that have arrived, by the backend's names.
    pub fn ids(self) -> Vec<String> {
        let done = |sent: &Sent| sent.id.clone().filter(|_| sent.state == FileState::Done);
        self.all.with_untracked(|all| all.iter().filter_map(done).collect())
    }

    /// Some are on their way, or did not arrive.
    pub fn is_unfinished(self) -> bool {
        self.all.with(|all| all.iter().any(|sent| sent.state != FileState::Done))
    }

    /// Sends files; those beyond `most` in all are left out.
    pub fn add(self, files: Vec<web_sys::File>, most: usize) {
        let room = most.saturating_sub(self.all.with_untracked(Vec::len));
        for file in files.into_iter().take(room) {
            self.count.update_value(|count| *count += 1);
            let key = format!("paper-{}", self.count.get_value());
            let state = match check::check(&file.name(), check::size(&file)) {
                Ok(()) => FileState::Uploading(0),
                Err(code) => FileState::Failed(refusal(&Failure::Refused(Box::new(code.into())))),
            };
            let fine = state == FileState::Uploading(0);
            self.all.update(|all| all.push(Sent { key: key.clone(), file, id: None, state }));
            if fine {
                self.send(key);
            }
        }
    }

    /// Takes a file out, here and on the backend.
    pub fn remove(self, key: &str) {
        let id = self.find(key).and_then(|sent| sent.id);
        self.all.update(|all| all.retain(|sent| sent.key != key));
        if let Some(id) = id {
            // One that stays behind goes when the papers are handed in.
            spawn_local(async move { drop(api::send::<DeleteFile>(&[&id], &Empty {}).await) });
        }
    }

    /// Tries again, from where it broke off.
    pub fn retry(self, key: &str) {
        self.change(key, |sent| sent.state = FileState::Uploading(0));
        self.send(key.to_owned());
    }

    fn find(self, key: &str) -> Option<Sent> {
        self.all.try_with_untracked(|all| all.iter().find(|sent| sent.key == key).cloned()).flatten()
    }

    fn change(self, key: &str, change: impl Fn(&mut Sent)) {
        self.all.try_update(|all| all.iter_mut().filter(|sent| sent.key == key).for_each(change));
    }

    fn send(self, key: String) {
        spawn_local(async move {
            let mut known: Option<FileView> = None;
            while let Some(sent) = self.find(&key) {
                let failure = match next(&sent, known.as_ref()).await {
                    Ok(view) => {
                        let state = if view.complete { FileState::Done } else { FileState::Uploading(percent(&view)) };
                        self.change(&key, |sent| (sent.id, sent.state) = (Some(view.id.clone()), state.clone()));
                        if view.complete {
                            return;
                        }
                        known = Some(view);
                        continue;
                    }
                    Err(failure) => failure,
                };
                // The backend drops what it refuses; only a broken line and a fault of its own leave the file there.
                let kept = matches!(failure.code(), None | Some(ProblemCode::Internal | ProblemCode::TooMany));
                let state = FileState::Failed(refusal(&failure));
                self.change(&key, |sent| {
                    sent.state = state.clone();
                    if !kept {
                        sent.id = None;
                    }
                });
                return;
            }
        });
    }
}

/// The next request of a file: announce it, ask how far it is, or send what comes next.
async fn next(sent: &Sent, known: Option<&FileView>) -> Result<FileView, Failure> {
    let Some(id) = &sent.id else {
        let body = NewFile { name: sent.file.name(), size: check::size(&sent.file) };
        return api::send::<PostMyFile>(&[], &body).await;
    };
    let Some(known) = known else { return api::send::<GetFile>(&[id], &Empty {}).await };
    let end = (known.received + CHUNK_BYTES).min(known.size);
    let unreadable = || Failure::Refused(Box::new(ProblemCode::BadRequest.into()));
    // Files are far below two gigabytes.
    let place = |at: u64| i32::try_from(at).map_err(|_| unreadable());
    let chunk = sent.file.slice_with_i32_and_i32(place(known.received)?, place(end)?).map_err(|_| unreadable())?;
    let offset = known.received.to_string();
    let call = Call { parts: &[id], query: &[], headers: &[(OFFSET_HEADER, &offset)] };
    api::send_bytes::<PatchFile>(&call, &chunk).await
}

/// How far a file is, below 100 until it is complete.
fn percent(view: &FileView) -> u8 {
    u8::try_from((view.received * 100 / view.size.max(1)).min(99)).unwrap_or(99)
}
