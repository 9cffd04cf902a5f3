//! Code lists: HS and KSIC.

use super::{Call, Reply, mount};
use crate::app::App;
use crate::codes::InForce;
use crate::refusal::Outcome;
use axum::Router;
use gaip_classify::Page;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CodePage, CodeRow, CodeRows, Empty};
use gaip_contract::endpoints::{BrowseCodes, GetCode, SearchCodes};
use gaip_domain::value::CodeList;
use std::sync::Arc;

/// Headings of a page where the request does not say.
const HEADINGS: usize = 20;
/// Most headings of a page.
const MOST_HEADINGS: usize = 50;

/// The routes.
pub fn routes() -> Router<App> {
    let router = mount::<SearchCodes, _, _>(Router::new(), search);
    let router = mount::<BrowseCodes, _, _>(router, browse);
    mount::<GetCode, _, _>(router, code)
}

async fn search(call: Call, _: Empty) -> Outcome<Reply<CodePage>> {
    let page =
        Page { offset: number(&call, "offset", 0)?, limit: number(&call, "limit", HEADINGS)?.min(MOST_HEADINGS) };
    let edition = edition(&call)?;
    let found = edition.search_page(call.query("q").unwrap_or_default(), page);
    Ok(CodePage { edition: edition.packed.name.clone(), ..found }.into())
}

async fn browse(call: Call, _: Empty) -> Outcome<Reply<CodeRows>> {
    let code = call.query("code").filter(|code| !code.is_empty());
    let edition = edition(&call)?;
    let rows = edition.below(code).ok_or(ProblemCode::NotFound)?;
    Ok(CodeRows { edition: edition.packed.name.clone(), ..rows }.into())
}

async fn code(call: Call, _: Empty) -> Outcome<Reply<CodeRow>> {
    Ok(edition(&call)?.row(call.part("code")).ok_or(ProblemCode::NotFound)?.into())
}

fn edition(call: &Call) -> Result<Arc<InForce>, ProblemCode> {
    Ok(call.app.codes.get(CodeList::parse(call.part("list")).ok_or(ProblemCode::NotFound)?))
}

fn number(call: &Call, name: &str, default: usize) -> Result<usize, ProblemCode> {
    call.query(name).map_or(Ok(default), |text| text.parse().map_err(|_| ProblemCode::BadRequest))
}
