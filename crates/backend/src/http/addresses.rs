//! Address search.

use super::{Call, Reply, mount};
use crate::app::App;
use crate::providers::addresses::SearchError;
use crate::refusal::Outcome;
use axum::Router;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AddressPage, AddressSearch};
use gaip_contract::endpoints::SearchAddresses;

/// The routes.
pub fn routes() -> Router<App> {
    mount::<SearchAddresses, _, _>(Router::new(), search)
}

async fn search(call: Call, body: AddressSearch) -> Outcome<Reply<AddressPage>> {
    match call.app.addresses.search(&body.keyword, body.page).await {
        Ok(page) => Ok(page.into()),
        Err(SearchError::TooBroad) => Err(ProblemCode::KeywordTooBroad.into()),
        Err(SearchError::Unavailable) => Err(ProblemCode::AddressesUnavailable.into()),
    }
}
