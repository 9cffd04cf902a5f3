//! Applications: companies that nobody knows, whose papers are looked at (manual rows K39, K40, K46).

use super::{Deed, OperatorLogin, PAGE, fields, journeys_of, name_of, page, page_of};
use crate::app::AppState;
use crate::clock::iso;
use crate::refusal::{Outcome, Refusal};
use crate::signup::file_view;
use crate::store::{ApplicationRecord, Decided, Event, Seen, Stored};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{ApplicationState, ApplicationView, Decide, Decision, LONGEST_REASON, Page, Role};
use gaip_domain::facts::Value;
use gaip_domain::portal::PapersPart;
use gaip_domain::text::tidy_lines;
use gaip_domain::value::Invalid;

/// A page of the applications that wait at the operator's portal.
pub async fn applications(app: &AppState, login: &OperatorLogin, asked: u32) -> Outcome<Page<ApplicationView>> {
    let (page, slice) = page(asked, PAGE);
    let (total, found) = app.store.applications(Some(&login.operator.portal), slice).await?;
    let mut rows = Vec::with_capacity(found.len());
    for application in found {
        rows.push(view(app, application).await?);
    }
    Ok(page_of(rows, total, page, PAGE))
}

/// One application of the operator's portal, waiting or decided.
pub async fn application(app: &AppState, login: &OperatorLogin, reference: &str) -> Outcome<ApplicationView> {
    let found = app.store.application(&login.operator.portal, reference).await?;
    view(app, found.ok_or(ProblemCode::NotFound)?).await
}

/// Decides on an application as it was shown to the operator.
pub async fn decide(app: &AppState, login: &OperatorLogin, reference: &str, body: &Decide) -> Outcome<ApplicationView> {
    let seen = Seen { reference, at: Some((&login.operator.portal, body.version)) };
    let deed = Deed::of(app, login);
    let decided = match &body.decision {
        Decision::Approve => approve(&deed, seen).await?,
        Decision::Reject(reason) => {
            let wrong = |error| Refusal::field("reason", error);
            reject(&deed, seen, reason).await?.map_err(wrong)?
        }
    };
    match decided {
        Decided::Done(_) => application(app, login, reference).await,
        Decided::Changed => Err(ProblemCode::AlreadyDecided.into()),
        Decided::Unknown => Err(ProblemCode::NotFound.into()),
    }
}

/// Approves: the applicant becomes the master, or an associate where the company has its master by now.
pub async fn approve(deed: &Deed<'_>, seen: Seen<'_>) -> Stored<Decided> {
    deed.store.approve(seen, &deed.audit(Event::ApplicationApproved, "")).await
}

/// Refuses with a reason, which the applicant reads. The company is free for others, and papers may come again.
pub async fn reject(deed: &Deed<'_>, seen: Seen<'_>, reason: &str) -> Stored<Result<Decided, Invalid>> {
    let reason = tidy_lines(reason);
    match u32::try_from(reason.chars().count()).unwrap_or(u32::MAX) {
        0 => Ok(Err(Invalid::Missing)),
        1..=LONGEST_REASON => {
            let audit = deed.audit(Event::ApplicationRejected, "");
            deed.store.reject(seen, &reason, &audit).await.map(Ok)
        }
        _ => Ok(Err(Invalid::TooLong(LONGEST_REASON))),
    }
}

/// What an operator sees of an application. Of the files those that its papers name.
async fn view(app: &AppState, application: ApplicationRecord) -> Outcome<ApplicationView> {
    let ApplicationRecord { member, handed_in_at, version } = application;
    let facts = app.store.facts_of_member(&member.id).await?;
    let journeys = journeys_of(&app.portals, &member);
    let papers = |part| {
        let mut asked = journeys.iter().flat_map(|journey| fields(journey, &facts));
        let found = asked.find(|(_, field)| field.papers == Some(part));
        found.and_then(|(values, field)| values.get(&field.name))
    };
    let way = papers(PapersPart::Way).and_then(|way| if let Value::Text(way) = way { Some(way.clone()) } else { None });
    let scans: &[String] = if let Some(Value::Files(ids)) = papers(PapersPart::Scan) { ids } else { &[] };
    let files = app.store.files_of_member(&member.id).await?;
    let state = match (member.role, member.rejected) {
        (Role::Applicant, None) => ApplicationState::Waiting,
        (Role::Applicant, Some(reason)) => ApplicationState::Rejected(reason),
        (role, _) => ApplicationState::Approved(role),
    };
    Ok(ApplicationView {
        applicant: name_of(&journeys, &facts).unwrap_or(member.login_id),
        reference: member.reference,
        company: member.company,
        business_number: member.business_number.unwrap_or_default(),
        handed_in_at: iso(handed_in_at),
        way,
        journey: member.converted.unwrap_or(member.journey),
        files: files.into_iter().filter(|file| scans.contains(&file.id)).map(file_view).collect(),
        state,
        version,
    })
}
