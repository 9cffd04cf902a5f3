//! An applicant who was refused hands the papers in again (manual rows K39, K40).

use crate::account::Login;
use crate::app::AppState;
use crate::clock::korean_day;
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::store::{AuditRow, Event, FileRecord, Papers};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{NewFile, NewPapers, Role};
use gaip_domain::facts::{Answer, FieldProblem, Value, Values};
use gaip_domain::form::{self, World};
use gaip_domain::portal::Field;
use gaip_domain::value::Invalid;

/// Announces a file; it stands under the member's id until it is handed in.
pub async fn announce(app: &AppState, login: &Login, file: &NewFile) -> Outcome<FileRecord> {
    refused(login)?;
    let id = random::id(&*app.random);
    Ok(app.uploads.announce(&login.member.id, id, &file.name, file.size).await?)
}

/// Takes the papers: the application waits anew. Files that were uploaded and not handed in go.
pub async fn hand_in_again(app: &AppState, login: &Login, body: &NewPapers) -> Outcome<Login> {
    refused(login)?;
    let member = &login.member;
    // An applicant who converted handed them in then.
    let journey = member.converted.as_ref().unwrap_or(&member.journey);
    let (_, journey) = app.portals.journey(&member.portal, journey).ok_or(ProblemCode::NotFound)?;
    let facts = app.store.facts_of_member(&member.id).await?;
    let (step, fields) = journey.papers().ok_or(ProblemCode::NotFound)?;
    let Some(Answer::Form(before)) = facts.answers.get(&step.id) else { return Err(ProblemCode::NotFound.into()) };
    let step = step.id.as_str();
    let world = World { step, facts: &facts, today: korean_day(app.clock.now()) };
    let papers = form::parse(fields.iter().copied(), &body.fields, world).map_err(Refusal::invalid)?;
    let files: Vec<String> = papers.values().flat_map(files_of).cloned().collect();
    there(app, login, &fields, &papers).await?;
    let mut values = before.clone();
    values.retain(|name, _| fields.iter().all(|field| field.name != *name));
    values.extend(papers);
    let audit = AuditRow {
        id: random::id(&*app.random),
        at: app.clock.now(),
        event: Event::PapersHandedIn,
        portal: member.portal.clone(),
        member: Some(member.id.clone()),
        operator: None,
    };
    let answer = Answer::Form(values);
    let papers = Papers { member: &member.id, step, answer: &answer, files: &files };
    if !app.store.hand_in_again(papers, &audit).await? {
        return Err(ProblemCode::AlreadyDecided.into());
    }
    app.uploads.delete_all(&member.id).await?;
    let member = app.store.member(&member.id).await?.ok_or(ProblemCode::LoginRequired)?;
    Ok(Login { member, ..login.clone() })
}

/// Passes while the papers of the member are refused.
fn refused(login: &Login) -> Outcome<()> {
    let refused = login.member.role == Role::Applicant && login.member.rejected.is_some();
    if refused { Ok(()) } else { Err(ProblemCode::AlreadyDecided.into()) }
}

/// The files that a value names.
fn files_of(value: &Value) -> &[String] {
    if let Value::Files(ids) = value { ids } else { &[] }
}

/// Every file that is named was uploaded for this and is complete.
async fn there(app: &AppState, login: &Login, fields: &[&Field], papers: &Values) -> Outcome<()> {
    let uploaded = app.store.files(&login.member.id).await?;
    let complete = |id: &String| uploaded.iter().any(|file| file.id == *id && file.complete);
    let wrong = fields
        .iter()
        .filter(|field| papers.get(&field.name).is_some_and(|value| !files_of(value).iter().all(complete)));
    let problem = |field: &&Field| FieldProblem { field: field.name.clone(), error: Invalid::UnknownFile };
    let problems: Vec<FieldProblem> = wrong.map(problem).collect();
    if problems.is_empty() { Ok(()) } else { Err(Refusal::invalid(problems)) }
}
