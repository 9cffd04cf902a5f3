//! Files: only names and sizes are taken; the bytes stay where they are.

use super::refusal::Outcome;
use super::state::Demo;
use super::table::Ask;
use gaip_contract::bodies::{Empty, FileView, NewFile};
use gaip_contract::{FILE_BYTES, FILE_ENDINGS, FILES_PER_DRAFT, OFFSET_HEADER, ProblemCode};

/// Announces a file of a sign-up.
pub fn begin(demo: &mut Demo, ask: &Ask, body: NewFile) -> Outcome<FileView> {
    if demo.open_draft(ask)?.files.len() >= FILES_PER_DRAFT {
        return Err(ProblemCode::TooManyFiles.into());
    }
    let file = announce(demo, body)?;
    demo.open_draft(ask)?.files.push(file.id.clone());
    Ok(file)
}

/// Announces a file.
pub fn announce(demo: &mut Demo, body: NewFile) -> Outcome<FileView> {
    let ending = body.name.rsplit('.').next().unwrap_or_default().to_lowercase();
    if body.size > FILE_BYTES {
        return Err(ProblemCode::FileTooLarge.into());
    }
    if body.size == 0 {
        return Err(ProblemCode::FileEmpty.into());
    }
    if !FILE_ENDINGS.contains(&ending.as_str()) {
        return Err(ProblemCode::FileType.into());
    }
    let id = demo.id();
    let file = FileView { id: id.clone(), name: body.name, size: body.size, received: 0, complete: false };
    demo.files.insert(id, file.clone());
    Ok(file)
}

/// Adds a chunk.
pub fn add(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<FileView> {
    let file = demo.files.get_mut(ask.part(0)).ok_or(ProblemCode::NotFound)?;
    if ask.header(OFFSET_HEADER) != file.received.to_string() {
        return Err(ProblemCode::WrongOffset.into());
    }
    file.received = (file.received + ask.asked.bytes).min(file.size);
    file.complete = file.received == file.size;
    Ok(file.clone())
}

/// How much of a file was received.
pub fn look(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<FileView> {
    Ok(demo.files.get(ask.part(0)).cloned().ok_or(ProblemCode::NotFound)?)
}

/// Deletes a file of an unfinished sign-up.
pub fn delete(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<Empty> {
    demo.files.remove(ask.part(0)).ok_or(ProblemCode::NotFound)?;
    for draft in demo.drafts.values_mut() {
        draft.files.retain(|id| id != ask.part(0));
    }
    Ok(Empty {})
}
