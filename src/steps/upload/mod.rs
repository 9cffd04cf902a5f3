//! Sending files in chunks that can be resumed.
//!
//! [`Uploads`] are the files of one field; [`live`] is each of them; [`send`] carries one of them to the backend and goes on while the person is
//! on other steps; [`check`] is what can be known of a file before it is sent.

pub mod check;
mod live;
mod send;

use crate::api;
use crate::i18n::refusal;
use crate::ui::field::{FileRow, FileState};
use crate::wizard::bind::Binder;
use crate::wizard::draft::Draft;
use gaip_contract::bodies::Empty;
use gaip_contract::endpoints::DeleteFile;
use gaip_domain::portal::Field;
use leptos::prelude::*;
use leptos::task::spawn_local;
use live::{Upload, live_of, stop_under};

/// The files of one field.
#[derive(Clone, Copy)]
pub struct Uploads {
    draft: Draft,
    place: StoredValue<String>,
    all: RwSignal<Vec<Upload>, LocalStorage>,
}

impl Uploads {
    /// The files that the field's input names, and those that are on their way to it.
    pub fn new(binder: Binder, field: &'static Field) -> Self {
        let answering = binder.answering;
        let draft = answering.draft;
        let list = binder.list(&field.name);
        let place = format!("{}/{}", answering.step.id, binder.key(&field.name));
        let mut live = live_of(&place);
        let known = draft.view.with_untracked(|view| {
            let of_id = |id: &String| {
                let on_its_way = live.iter().position(|upload| upload.id.get_untracked().as_ref() == Some(id));
                let view = || view.files.iter().find(|file| file.id == *id);
                on_its_way.map(|at| live.remove(at)).or_else(|| view().map(|view| Upload::known(&place, view)))
            };
            list.get_untracked().iter().filter_map(of_id).collect::<Vec<_>>()
        });
        let all = known.into_iter().chain(live).collect();
        let uploads = Self { draft, place: StoredValue::new(place), all: RwSignal::new_local(all) };
        // Ids are saved as soon as the backend has given them, so that a reload finds the file.
        Effect::new(move || {
            let ids: Vec<String> = uploads.all.with(|all| all.iter().filter_map(|upload| upload.id.get()).collect());
            if list.with_untracked(|list| *list != ids) {
                list.set(ids);
            }
        });
        uploads.hold_back(answering.uploads);
        uploads
    }

    /// Counts the unfinished files, so that the step waits for them.
    fn hold_back(self, count: RwSignal<u32>) {
        let mine = StoredValue::new(0_u32);
        Effect::new(move || {
            let open = |upload: &&Upload| upload.state.get() != FileState::Done;
            let now = self.all.with(|all| all.iter().filter(open).count());
            let now = u32::try_from(now).unwrap_or(u32::MAX);
            let before = mine.get_value();
            mine.set_value(now);
            count.update(|count| *count = count.saturating_sub(before) + now);
        });
        on_cleanup(move || {
            let mine = mine.try_get_value().unwrap_or_default();
            count.try_update(|count| *count = count.saturating_sub(mine));
        });
    }

    /// The rows to show.
    pub fn rows(self) -> Signal<Vec<FileRow>> {
        Signal::derive(move || self.all.with(|all| all.iter().map(Upload::row).collect()))
    }

    /// Whether a file waits for the same file to be chosen again.
    pub fn any_lacks_file(self) -> bool {
        self.all.with(|all| all.iter().any(Upload::lacks_file))
    }

    /// Whether this one waits for the same file to be chosen again.
    pub fn lacks_file(self, key: &str) -> bool {
        self.all.with_untracked(|all| all.iter().any(|upload| upload.key == key && upload.lacks_file()))
    }

    /// Takes chosen files, or goes on with the same ones of before; gives back how many were too many for the field.
    pub fn add(self, files: Vec<web_sys::File>, limit: usize) -> usize {
        let mut too_many = 0;
        for file in files {
            let before =
                self.all.with_untracked(|all| all.iter().find(|u| u.lacks_file() && u.is_same(&file)).cloned());
            if let Some(upload) = before {
                *upload.file.borrow_mut() = Some(file);
                upload.start(self.draft);
            } else if self.all.with_untracked(Vec::len) >= limit {
                too_many += 1;
            } else {
                self.begin(&file);
            }
        }
        too_many
    }

    fn begin(self, file: &web_sys::File) {
        let upload = self.place.with_value(|place| Upload::chosen(place, file));
        match check::check(&upload.name, upload.size) {
            Ok(()) => upload.start(self.draft),
            Err(code) => upload.state.set(FileState::Failed(refusal(&api::Failure::Refused(Box::new(code.into()))))),
        }
        self.all.update(|all| all.push(upload));
    }

    /// Tries a file again, or at once if it waits.
    pub fn retry(self, key: &str) {
        if let Some(upload) = self.find(key)
            && upload.file.borrow().is_some()
            && check::check(&upload.name, upload.size).is_ok()
        {
            upload.start(self.draft);
        }
    }

    /// Takes a file out, here and on the backend.
    pub fn remove(self, key: &str) {
        let Some(upload) = self.find(key) else { return };
        upload.stop();
        self.all.update(|all| all.retain(|other| other.key != key));
        if let Some(id) = upload.id.get_untracked() {
            delete(self.draft, id);
        }
    }

    fn find(self, key: &str) -> Option<Upload> {
        self.all.with_untracked(|all| all.iter().find(|upload| upload.key == key).cloned())
    }
}

/// Deletes files of a part of the input that is gone for good; `place` is the step and the beginning of its fields.
pub fn discard(draft: Draft, place: &str, ids: impl Iterator<Item = String>) {
    stop_under(place);
    ids.for_each(|id| delete(draft, id));
}

fn delete(draft: Draft, id: String) {
    draft.view.try_update(|view| view.files.retain(|file| file.id != id));
    // A file that stays behind is named by no answer, and goes with the sign-up.
    spawn_local(async move { drop(api::send::<DeleteFile>(&[&id], &Empty {}).await) });
}
