//! The people of a company (manual rows K11, K19, K20, T100).

use super::{deed_of, own};
use crate::account::Admin;
use crate::app::AppState;
use crate::clock::{MINUTE, iso};
use crate::refusal::Outcome;
use crate::store::EmployeeRecord;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{EMPLOYEES_AT_ONCE, EmployeePage, EmployeeSearch, EmployeeView, Employees, UNDO_MINUTES};
use gaip_domain::permission::Service;
use gaip_domain::text::tidy;

/// Longest words that are looked for, in characters.
const LONGEST_QUERY: usize = 100;

/// A page of the people of the own company.
pub async fn search(app: &AppState, admin: &Admin, asked: EmployeeSearch) -> Outcome<EmployeePage> {
    let company = own(app, admin, Service::EndRelations).await?;
    let query = tidy(&asked.query).chars().take(LONGEST_QUERY).collect();
    let asked = EmployeeSearch { query, ..asked };
    let (total, rows) = app.store.employees(&company.id, &asked).await?;
    Ok(EmployeePage { total, offset: asked.offset, rows: rows.into_iter().map(view).collect() })
}

/// Approves associates. All must be of the own company; of them those are approved who still are associates.
pub async fn approve(app: &AppState, admin: &Admin, asked: Employees) -> Outcome<Employees> {
    let ids = several(asked)?;
    let done = app.store.approve_associates(deed_of(app, admin), &ids).await?;
    Ok(Employees { ids: done? })
}

/// Takes approvals back that are not too old.
pub async fn undo(app: &AppState, admin: &Admin, asked: Employees) -> Outcome<Employees> {
    let ids = several(asked)?;
    let after = app.clock.now() - i64::from(UNDO_MINUTES) * MINUTE;
    let done = app.store.undo_approvals(deed_of(app, admin), &ids, after).await?;
    Ok(Employees { ids: done? })
}

/// Ends the relation of an employee to the company.
pub async fn end(app: &AppState, admin: &Admin, employee: &str) -> Outcome<()> {
    Ok(app.store.end_relation(deed_of(app, admin), employee).await??)
}

/// Ids of some employees, each once.
fn several(asked: Employees) -> Outcome<Vec<String>> {
    let mut ids = asked.ids;
    ids.sort_unstable();
    ids.dedup();
    if (1..=EMPLOYEES_AT_ONCE).contains(&ids.len()) { Ok(ids) } else { Err(ProblemCode::BadRequest.into()) }
}

fn view(employee: EmployeeRecord) -> EmployeeView {
    EmployeeView {
        id: employee.id,
        name: employee.name,
        login_id: employee.login_id,
        role: employee.role,
        linked_by: employee.linked_by,
        joined_at: iso(employee.joined_at),
    }
}
