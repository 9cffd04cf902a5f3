//! HS codes.

use super::{Call, Reply, mount};
use crate::app::App;
use crate::refusal::Outcome;
use axum::Router;
use gaip_classify::{Edition, Entry, Page};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, HsPage, HsRow};
use gaip_contract::endpoints::{BrowseHs, SearchHs};
use gaip_domain::text::Text;

/// Rows of a page where the request does not say.
const ROWS: usize = 20;
/// Most rows of a page.
const MOST_ROWS: usize = 50;

/// The routes.
pub fn routes() -> Router<App> {
    let router = mount::<SearchHs, _, _>(Router::new(), search);
    mount::<BrowseHs, _, _>(router, browse)
}

async fn search(call: Call, _: Empty) -> Outcome<Reply<HsPage>> {
    let edition = Edition::builtin_hs();
    let page = Page { offset: number(&call, "offset", 0)?, limit: number(&call, "limit", ROWS)?.min(MOST_ROWS) };
    let hits = edition.search(call.query("q").unwrap_or_default(), page);
    let rows = hits.rows.into_iter().filter_map(|hit| Some(row(edition, edition.get(&hit.code)?, hit.because)));
    Ok(answer(edition, hits.total, rows.collect()))
}

async fn browse(call: Call, _: Empty) -> Outcome<Reply<HsPage>> {
    let edition = Edition::builtin_hs();
    let code = call.query("code").filter(|code| !code.is_empty());
    if code.is_some_and(|code| edition.get(code).is_none()) {
        return Err(ProblemCode::NotFound.into());
    }
    let below = edition.children(code);
    let rows = below.iter().map(|entry| row(edition, entry, None)).collect();
    Ok(answer(edition, below.len(), rows))
}

fn number(call: &Call, name: &str, default: usize) -> Result<usize, ProblemCode> {
    call.query(name).map_or(Ok(default), |text| text.parse().map_err(|_| ProblemCode::BadRequest))
}

fn answer(edition: &Edition, total: usize, rows: Vec<HsRow>) -> Reply<HsPage> {
    HsPage { edition: edition.id().to_owned(), total: u32::try_from(total).unwrap_or(u32::MAX), rows }.into()
}

fn row(edition: &Edition, entry: &Entry, because: Option<String>) -> HsRow {
    let mut path: Vec<Text> = edition.path(&entry.code).into_iter().map(label).collect();
    path.pop();
    let children = !edition.children(Some(&entry.code)).is_empty();
    HsRow { code: entry.code.clone(), label: label(entry), path, because, children }
}

fn label(entry: &Entry) -> Text {
    Text { ko: entry.ko.clone(), en: entry.en.clone() }
}
