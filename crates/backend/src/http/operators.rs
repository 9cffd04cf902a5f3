//! Routes of the pages of operators. Each begins with the operator of its portal.

use super::{Call, Reply, mount, mount_raw};
use crate::app::App;
use crate::operators::{self, OperatorLogin};
use crate::refusal::{Outcome, Refusal};
use axum::Router;
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    ApplicationView, AuditEvent, AuditLine, ChangePassword, Decide, Empty, Page, ProvisionalSearch, ProvisionalView,
    Retry, SessionView, SyncView,
};
use gaip_contract::endpoints::{
    ChangeOperatorPassword, DecideApplication, GetApplication, GetMemberFile, ListApplications, ListAudit, ListSyncs,
    LogInOperator, ReceiveOriginals, RetrySync, SearchProvisional,
};
use tokio_util::io::ReaderStream;

/// The routes.
pub fn routes() -> Router<App> {
    let router = mount::<LogInOperator, _, _>(Router::new(), log_in);
    let router = mount::<ListApplications, _, _>(router, applications);
    let router = mount::<GetApplication, _, _>(router, application);
    let router = mount::<DecideApplication, _, _>(router, decide);
    let router = mount_raw::<GetMemberFile, _, _>(router, file);
    let router = mount::<SearchProvisional, _, _>(router, provisional);
    let router = mount::<ReceiveOriginals, _, _>(router, received);
    let router = mount::<ListSyncs, _, _>(router, syncs);
    let router = mount::<RetrySync, _, _>(router, retry);
    let router = mount::<ChangeOperatorPassword, _, _>(router, change_password);
    mount::<ListAudit, _, _>(router, audit)
}

impl Call {
    /// The operator of the portal in the address; using the login keeps it alive.
    async fn operator(&self) -> Outcome<OperatorLogin> {
        let session = self.session().await?.ok_or(ProblemCode::LoginRequired)?;
        operators::use_login(&self.app, &session, self.part("portal")).await
    }

    /// The page that is asked for, from 1.
    pub(super) fn page(&self) -> Outcome<u32> {
        let page = self.query("page").filter(|page| !page.is_empty());
        page.map_or(Ok(1), |page| page.parse().map_err(|_| Refusal::from(ProblemCode::BadRequest)))
    }
}

async fn log_in(call: Call, body: gaip_contract::bodies::OperatorLogin) -> Outcome<Reply<SessionView>> {
    let (session, _) = call.session_or_new().await?;
    let (login, token) = operators::log_in(&call.app, &session, call.peer, call.part("portal"), &body).await?;
    Ok(Reply { body: operators::view(&call.app, &login), cookie: Some(call.cookie(&token)) })
}

async fn applications(call: Call, _: Empty) -> Outcome<Reply<Page<ApplicationView>>> {
    Ok(operators::applications(&call.app, &call.operator().await?, call.page()?).await?.into())
}

async fn application(call: Call, _: Empty) -> Outcome<Reply<ApplicationView>> {
    Ok(operators::application(&call.app, &call.operator().await?, call.part("reference")).await?.into())
}

async fn decide(call: Call, body: Decide) -> Outcome<Reply<ApplicationView>> {
    Ok(operators::decide(&call.app, &call.operator().await?, call.part("reference"), &body).await?.into())
}

async fn provisional(call: Call, body: ProvisionalSearch) -> Outcome<Reply<Page<ProvisionalView>>> {
    Ok(operators::provisional(&call.app, &call.operator().await?, &body).await?.into())
}

async fn received(call: Call, _: Empty) -> Outcome<Reply<ProvisionalView>> {
    Ok(operators::received(&call.app, &call.operator().await?, call.part("reference")).await?.into())
}

async fn syncs(call: Call, _: Empty) -> Outcome<Reply<Page<SyncView>>> {
    Ok(operators::syncs(&call.app, &call.operator().await?, call.page()?).await?.into())
}

async fn retry(call: Call, body: Retry) -> Outcome<Reply<SyncView>> {
    Ok(operators::retry(&call.app, &call.operator().await?, call.part("reference"), &body).await?.into())
}

async fn change_password(call: Call, body: ChangePassword) -> Outcome<Reply<SessionView>> {
    let login = call.operator().await?;
    let token = operators::change_password(&call.app, &login, call.peer, &body).await?;
    Ok(Reply { body: operators::view(&call.app, &login), cookie: Some(call.cookie(&token)) })
}

async fn audit(call: Call, _: Empty) -> Outcome<Reply<Page<AuditLine>>> {
    let login = call.operator().await?;
    let event = match call.query("event").filter(|word| !word.is_empty()) {
        Some(word) => Some(AuditEvent::parse(word).ok_or(ProblemCode::BadRequest)?),
        None => None,
    };
    Ok(operators::audit_lines(&call.app, &login, event, call.page()?).await?.into())
}

/// Bytes that a stranger sent: saved, never shown by the browser in our name.
async fn file(call: Call) -> Outcome<Response> {
    let login = call.operator().await?;
    let (record, path) = operators::open_file(&call.app, &login, call.part("file")).await?;
    let bytes = tokio::fs::File::open(path).await.map_err(|error| {
        tracing::error!(%error, "a file that was handed in");
        Refusal::from(ProblemCode::Internal)
    })?;
    let mut response = Body::from_stream(ReaderStream::new(bytes)).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(CONTENT_LENGTH, record.size.into());
    let disposition = format!("attachment; filename*=UTF-8''{}", escaped(&record.name));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::try_from(disposition).map_err(|_| ProblemCode::Internal)?);
    Ok(response)
}

/// A name as a header takes it (RFC 8187).
fn escaped(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let letters =
        name.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") });
    letters.collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_name_cannot_leave_its_place_in_the_header() {
        assert_eq!(escaped("a\"; x=\r\n가.pdf"), "a%22%3B%20x%3D%0D%0A%EA%B0%80.pdf");
    }
}
