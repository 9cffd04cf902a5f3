//! Logging in by an account at a provider, which the provider has shown.

use super::{Login, begin};
use crate::app::AppState;
use crate::refusal::Outcome;
use crate::store::{Event, MemberRecord, SessionRecord};

/// Logs the member of an account in: the session gets a new token, which is returned with the login.
pub async fn log_in_by_account(
    app: &AppState,
    session: &SessionRecord,
    member: MemberRecord,
) -> Outcome<(Login, String)> {
    begin(app, session, member, Event::LoggedInByAccount, None).await
}
