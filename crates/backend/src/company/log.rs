//! What was done for a company, for who administers it to read.

use super::own;
use crate::account::Admin;
use crate::app::AppState;
use crate::clock::iso;
use crate::refusal::Outcome;
use crate::store::{CompanyLogFound, Slice};
use gaip_contract::bodies::{CompanyLog, CompanyLogLine};
use gaip_domain::permission::Service;

/// Lines of a page.
const LINES: u32 = 50;

/// A page of it, from 1.
pub async fn lines(app: &AppState, admin: &Admin, asked: u32) -> Outcome<CompanyLog> {
    let company = own(app, admin, Service::EndRelations).await?;
    let page = asked.max(1);
    let slice = Slice { offset: (page - 1).saturating_mul(LINES), limit: LINES };
    let (total, found) = app.store.company_log(&company.id, slice).await?;
    let rows = found.into_iter().map(line).collect();
    Ok(CompanyLog { total, page, pages: total.div_ceil(LINES).max(1), rows })
}

fn line(found: CompanyLogFound) -> CompanyLogLine {
    let CompanyLogFound { id, at, event, by, whom, device } = found;
    CompanyLogLine { id, at: iso(at), event, by, whom, device }
}
