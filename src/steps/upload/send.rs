//! Carries one file to the backend: announces it, asks how far it is, sends what is missing, and waits for the line
//! where there is none.

use super::live::Upload;
use crate::api::{self, Call, Failure};
use crate::i18n::refusal;
use crate::ui::field::FileState;
use crate::wizard::draft::Draft;
use gaip_contract::bodies::{Empty, FileView, NewFile};
use gaip_contract::endpoints::{GetFile, PatchFile, PostFile};
use gaip_contract::{CHUNK_BYTES, OFFSET_HEADER, ProblemCode};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::cell::Cell;

/// Files that send at a time.
const LANES: u32 = 2;
/// Milliseconds between looks at the lanes and at the line.
const LOOK: u32 = 250;
/// Looks until a failed request is tried again: 3 seconds.
const LOOKS: u32 = 12;

thread_local! {
    static BUSY: Cell<u32> = const { Cell::new(0) };
}

/// Sends a file to its end, or until it is removed, refused, or the sign-up is gone.
pub(super) async fn send(upload: Upload, draft: Draft) {
    carry(&upload, draft).await;
    upload.stop();
}

async fn carry(upload: &Upload, draft: Draft) {
    upload.state.set(FileState::Uploading(0));
    // How many bytes the backend has; unknown at first and after every break.
    let mut offset = None;
    loop {
        let reply = next(upload, draft, offset).await;
        if !upload.is_live() || draft.view.is_disposed() {
            // Removed while it was being announced: the backend alone knows its name.
            if let (Ok(view), None) = (reply, upload.id.get_untracked()) {
                super::delete(draft, view.id);
            }
            return;
        }
        match reply {
            Ok(view) => {
                if upload.id.get_untracked().is_none() || view.complete {
                    know(draft, &view);
                }
                let state = if view.complete { FileState::Done } else { FileState::Uploading(percent(&view)) };
                upload.id.set(Some(view.id));
                upload.state.set(state);
                if view.complete {
                    return;
                }
                offset = Some(view.received);
            }
            Err(failure) => {
                offset = None;
                match failure.code() {
                    None => pause(upload, LOOKS).await,
                    Some(ProblemCode::WrongOffset) => TimeoutFuture::new(LOOK).await,
                    Some(ProblemCode::TooMany) => pause(upload, LOOKS * 2).await,
                    // The backend has lost it; here it still is.
                    Some(ProblemCode::NotFound) if upload.id.get_untracked().is_some() => upload.id.set(None),
                    Some(_) => return refuse(upload, draft, failure),
                }
            }
        }
    }
}

/// The next request.
async fn next(upload: &Upload, draft: Draft, offset: Option<u64>) -> Result<FileView, Failure> {
    let Some(id) = upload.id.get_untracked() else {
        let body = NewFile { name: upload.name.clone(), size: upload.size };
        return api::send::<PostFile>(&draft.parts(), &body).await;
    };
    let Some(offset) = offset else {
        return api::send::<GetFile>(&[&id], &Empty {}).await;
    };
    let Some(chunk) = chunk(upload, offset) else {
        return Err(Failure::Refused(Box::new(ProblemCode::BadRequest.into())));
    };
    while BUSY.get() >= LANES {
        TimeoutFuture::new(LOOK).await;
    }
    BUSY.set(BUSY.get() + 1);
    let header = offset.to_string();
    let call = Call { parts: &[&id], query: &[], headers: &[(OFFSET_HEADER, &header)] };
    let reply = api::send_bytes::<PatchFile>(&call, &chunk).await;
    BUSY.set(BUSY.get() - 1);
    reply
}

fn chunk(upload: &Upload, offset: u64) -> Option<web_sys::Blob> {
    let end = (offset + CHUNK_BYTES).min(upload.size);
    // Files are far below two gigabytes.
    let (start, end) = (i32::try_from(offset).ok()?, i32::try_from(end).ok()?);
    upload.file.borrow().as_ref()?.slice_with_i32_and_i32(start, end).ok()
}

/// Waits; less long where the browser says that the line is back.
async fn pause(upload: &Upload, looks: u32) {
    let at = match upload.state.get_untracked() {
        FileState::Uploading(at) | FileState::Paused(at) => at,
        FileState::Done | FileState::Failed(_) => 0,
    };
    upload.state.set(FileState::Paused(at));
    let online = || window().navigator().on_line();
    let was_online = online();
    for _ in 0..looks {
        TimeoutFuture::new(LOOK).await;
        if !upload.is_live() || upload.hurry.take() || (!was_online && online()) {
            return;
        }
    }
}

fn refuse(upload: &Upload, draft: Draft, failure: Failure) {
    // Only here may the same bytes be taken the next time; otherwise the backend has dropped the file.
    if failure.code() != Some(ProblemCode::Internal)
        && let Some(id) = upload.id.get_untracked()
    {
        upload.id.set(None);
        draft.view.update(|view| view.files.retain(|file| file.id != id));
    }
    upload.state.set(FileState::Failed(refusal(&failure)));
    draft.absorb(failure);
}

/// Other steps, and this one when it is opened again, find the file among those of the sign-up.
fn know(draft: Draft, file: &FileView) {
    draft.view.update(|view| {
        view.files.retain(|other| other.id != file.id);
        view.files.push(file.clone());
    });
}

/// How far a file is, below 100 until it is complete.
pub(super) fn percent(view: &FileView) -> u8 {
    let percent = view.received * 100 / view.size.max(1);
    u8::try_from(percent.min(99)).unwrap_or(99)
}
