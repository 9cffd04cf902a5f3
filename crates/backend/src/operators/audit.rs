//! The audit log of a portal, to be read.

use super::{OperatorLogin, page, page_of};
use crate::app::AppState;
use crate::clock::iso;
use crate::refusal::Outcome;
use crate::store::AuditFound;
use gaip_contract::bodies::{AuditEvent, AuditLine, OperatorBrief, Page};

/// Lines of a page.
const LINES: u32 = 50;

/// A page of the audit log of the operator's portal, of one kind where asked.
pub async fn lines(
    app: &AppState,
    login: &OperatorLogin,
    event: Option<AuditEvent>,
    asked: u32,
) -> Outcome<Page<AuditLine>> {
    let portal = &login.operator.portal;
    let (page, slice) = page(asked, LINES);
    let (total, found) = app.store.audit_of_portal(portal, event, slice).await?;
    let line = |AuditFound { id, at, event, operator, reference }: AuditFound| AuditLine {
        id,
        at: iso(at),
        event,
        operator: operator.map(|(login_id, name)| OperatorBrief { portal: portal.clone(), name, login_id }),
        member: reference,
    };
    Ok(page_of(found.into_iter().map(line).collect(), total, page, LINES))
}
