//! The route of the step that shows accounts of before.

use super::{Call, Reply, mount};
use crate::app::App;
use crate::refusal::Outcome;
use crate::signup;
use axum::Router;
use gaip_contract::bodies::{Empty, OldAccounts};
use gaip_contract::endpoints::ListOldAccounts;

/// The routes.
pub fn routes() -> Router<App> {
    mount::<ListOldAccounts, _, _>(Router::new(), list)
}

async fn list(call: Call, _: Empty) -> Outcome<Reply<OldAccounts>> {
    Ok(signup::old_accounts(&call.app, &call.caller().await?, call.place(), call.part("step")).await?.into())
}
