//! Code lists: the one place that asks for codes. The browser's own search answers once it has an edition, else the
//! backend.

use super::{Call, Failure, finder, read_until};
use gaip_contract::bodies::{CodePage, CodeRow, CodeRows};
use gaip_contract::endpoints::{BrowseCodes, GetCode, SearchCodes};
use gaip_contract::finder::{Answer, What};
use gaip_contract::problem::ProblemCode;
use gaip_domain::value::CodeList;
use gloo_timers::future::TimeoutFuture;
use std::cell::RefCell;
use web_sys::{AbortController, AbortSignal};

/// Milliseconds that a search for words waits for the next key before it goes to the backend.
const PAUSE: u32 = 120;
/// Headings of a page.
const HEADINGS: usize = 10;
/// Most letters that are searched for; what is longer was pasted by mistake.
const LETTERS: usize = 200;

thread_local! {
    /// Ends the search that is under way.
    static UNDER_WAY: RefCell<Option<AbortController>> = const { RefCell::new(None) };
}

/// Headings for words or digits, from `offset` on; all in code order for an empty query. A search of the backend ends the
/// one before it, which then fails.
pub async fn search(list: CodeList, query: &str, offset: usize) -> Result<CodePage, Failure> {
    let query: String = query.chars().take(LETTERS).collect();
    // The backend alone knows which edition is in force: it is asked at the beginning of each look.
    if !query.is_empty() {
        let what = What::Search { query: query.clone(), offset, limit: HEADINGS };
        if let Some(Answer::Page(page)) = finder::answer(list, what).await {
            return Ok(page);
        }
    }
    let until = take_over();
    if !query.is_empty() && offset == 0 {
        TimeoutFuture::new(PAUSE).await;
    }
    if until.as_ref().is_some_and(AbortSignal::aborted) {
        return Err(Failure::Unreachable);
    }
    let query = [("q", query.as_str()), ("offset", &offset.to_string()), ("limit", &HEADINGS.to_string())];
    let call = Call { parts: &[list.as_str()], query: &query, headers: &[] };
    let page = read_until::<SearchCodes>(&call, until.as_ref()).await?;
    finder::prepare(list, &page.edition);
    Ok(page)
}

/// The rows below a code; those at the top for `None`.
pub async fn below(list: CodeList, code: Option<&str>) -> Result<CodeRows, Failure> {
    let what = What::Below(code.unwrap_or_default().to_owned());
    if let Some(Answer::Rows(rows)) = finder::answer(list, what).await {
        return Ok(rows);
    }
    let query = [("code", code.unwrap_or_default())];
    read_until::<BrowseCodes>(&Call { parts: &[list.as_str()], query: &query, headers: &[] }, None).await
}

/// One code, also one that only an earlier edition had.
pub async fn row(list: CodeList, code: &str) -> Result<CodeRow, Failure> {
    if let Some(Answer::Row(row)) = finder::answer(list, What::Row(code.to_owned())).await {
        return Ok(row);
    }
    read_until::<GetCode>(&Call { parts: &[list.as_str(), code], query: &[], headers: &[] }, None).await
}

/// The code itself or, where its last digits are not known, the closest one above it that is.
pub async fn closest(list: CodeList, code: &str) -> Result<Option<CodeRow>, Failure> {
    let shorter: &[usize] = match list {
        CodeList::Hs => &[6, 4],
        CodeList::Ksic => &[4, 3],
    };
    let lengths = shorter.iter().copied().filter(|length| *length < code.len());
    for length in std::iter::once(code.len()).chain(lengths) {
        match row(list, code.get(..length).unwrap_or(code)).await {
            Err(failure) if failure.code() == Some(ProblemCode::NotFound) => {}
            answer => return answer.map(Some),
        }
    }
    Ok(None)
}

/// Ends the search before this one; the signal tells when this one is ended in turn.
fn take_over() -> Option<AbortSignal> {
    let controller = AbortController::new().ok();
    let signal = controller.as_ref().map(AbortController::signal);
    if let Some(before) = UNDER_WAY.replace(controller) {
        before.abort();
    }
    signal
}
