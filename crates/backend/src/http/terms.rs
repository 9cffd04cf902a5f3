//! Documents to agree to.

use super::{Call, Reply, mount};
use crate::app::App;
use crate::refusal::Outcome;
use axum::Router;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, TermsView};
use gaip_contract::endpoints::GetTerms;
use gaip_domain::text::Lang;

/// The routes.
pub fn routes() -> Router<App> {
    mount::<GetTerms, _, _>(Router::new(), get)
}

async fn get(call: Call, _: Empty) -> Outcome<Reply<TermsView>> {
    let lang = match call.query("lang") {
        None => Lang::default(),
        Some(tag) => Lang::from_tag(tag).ok_or(ProblemCode::BadRequest)?,
    };
    let portal = call.app.portals.get(call.part("portal")).ok_or(ProblemCode::NotFound)?;
    let view = portal.terms.view(call.part("terms"), lang).ok_or(ProblemCode::NotFound)?;
    Ok(view.clone().into())
}
