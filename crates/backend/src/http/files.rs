//! Files of a sign-up, and of papers that are handed in again. They go in; only operators get them out.

use super::{Call, Reply, answer, mount, mount_raw};
use crate::app::App;
use crate::operators;
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::signup::{Place, file_view, open_draft};
use crate::store::FileRecord;
use axum::Router;
use axum::body::{HttpBody, to_bytes};
use axum::extract::Request;
use axum::response::Response;
use gaip_contract::bodies::{Empty, FileView, NewFile};
use gaip_contract::endpoints::{DeleteFile, GetFile, PatchFile, PostFile, PostMyFile};
use gaip_contract::{CHUNK_BYTES, OFFSET_HEADER, ProblemCode};

/// The routes.
pub fn routes() -> Router<App> {
    let router = mount::<PostFile, _, _>(Router::new(), announce);
    let router = mount_raw::<PatchFile, _, _>(router, append);
    let router = mount::<PostMyFile, _, _>(router, announce_mine);
    let router = mount::<GetFile, _, _>(router, state);
    mount::<DeleteFile, _, _>(router, delete)
}

async fn announce(call: Call, file: NewFile) -> Outcome<Reply<FileView>> {
    let place = Place { portal: call.part("portal"), journey: call.part("journey") };
    let draft = open_draft(&call.app, &call.caller().await?, place).await?;
    let id = random::id(&*call.app.random);
    let file = call.app.uploads.announce(&draft.id, id, &file.name, file.size).await?;
    Ok(file_view(file).into())
}

async fn announce_mine(call: Call, file: NewFile) -> Outcome<Reply<FileView>> {
    let login = call.login().await?;
    Ok(file_view(operators::announce(&call.app, &login, &file).await?).into())
}

async fn append(call: Call, request: Request) -> Outcome<Response> {
    let file = find(&call).await?;
    let offset = call.header(OFFSET_HEADER).and_then(|offset| offset.parse().ok()).ok_or(ProblemCode::BadRequest)?;
    let chunk = chunk(request).await?;
    let file = call.app.uploads.append(&file.draft, &file.id, offset, &chunk).await?;
    Ok(answer(Reply::from(file_view(file))))
}

async fn state(call: Call, _: Empty) -> Outcome<Reply<FileView>> {
    Ok(file_view(find(&call).await?).into())
}

async fn delete(call: Call, _: Empty) -> Outcome<Reply<Empty>> {
    let file = find(&call).await?;
    call.app.uploads.delete(&file.draft, &file.id).await?;
    Ok(Empty {}.into())
}

/// The file of the address, if it is of an unfinished sign-up of this session or not handed in yet by its member.
async fn find(call: &Call) -> Outcome<FileRecord> {
    let session = call.session().await?.ok_or(ProblemCode::NotFound)?;
    let mine = crate::account::current(&call.app, &session).await?.map(|login| login.member.id);
    for draft in call.app.store.drafts_of_session(&session.id).await?.into_iter().chain(mine) {
        match call.app.uploads.get(&draft, call.part("file")).await {
            Err(ProblemCode::NotFound) => {}
            found => return Ok(found?),
        }
    }
    Err(ProblemCode::NotFound.into())
}

/// A chunk arrives whole or not at all: what a torn connection brought is dropped.
async fn chunk(request: Request) -> Outcome<Vec<u8>> {
    if request.body().size_hint().upper().is_some_and(|length| length > CHUNK_BYTES) {
        return Err(ProblemCode::FileTooLarge.into());
    }
    let most = usize::try_from(CHUNK_BYTES).unwrap_or(usize::MAX);
    let bytes = to_bytes(request.into_body(), most).await.map_err(|_| Refusal::from(ProblemCode::BadRequest))?;
    Ok(bytes.into())
}
