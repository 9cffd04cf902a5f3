//! Code lists, searched in the page: the editions that come with the product.

use super::refusal::Outcome;
use super::state::Demo;
use super::table::Ask;
use gaip_classify::{Edition, Page};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CodePage, CodeRow, CodeRows, Empty};
use gaip_domain::value::CodeList;

/// Headings of a page where the request does not say.
const HEADINGS: usize = 20;

fn edition(ask: &Ask) -> Outcome<&'static Edition> {
    Ok(Edition::builtin(CodeList::parse(ask.part(0)).ok_or(ProblemCode::NotFound)?))
}

/// Searches.
pub fn search(_: &mut Demo, ask: &Ask, _: Empty) -> Outcome<CodePage> {
    let number = |name: &str, default| ask.query(name).parse().unwrap_or(default);
    let page = Page { offset: number("offset", 0), limit: number("limit", HEADINGS) };
    Ok(edition(ask)?.search_page(ask.query("q"), page))
}

/// The rows below a code.
pub fn browse(_: &mut Demo, ask: &Ask, _: Empty) -> Outcome<CodeRows> {
    let code = Some(ask.query("code")).filter(|code| !code.is_empty());
    Ok(edition(ask)?.below(code).ok_or(ProblemCode::NotFound)?)
}

/// One code.
pub fn code(_: &mut Demo, ask: &Ask, _: Empty) -> Outcome<CodeRow> {
    Ok(edition(ask)?.row(ask.part(1)).ok_or(ProblemCode::NotFound)?)
}
