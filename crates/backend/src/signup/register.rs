//! The registration of a company by a general member who is logged in (manual rows T21 to T23, T82 to T96).

use super::joining::{new_company, reference, secret_of};
use crate::app::AppState;
use crate::random;
use crate::refusal::Outcome;
use crate::store::{AuditRow, DraftRecord, Event, Registration, Submitted};
use gaip_contract::ProblemCode;
use gaip_domain::facts::{Answer, Facts};
use gaip_domain::portal::{Input, Journey};

/// Registers the company that the answers name.
pub(super) async fn register(
    app: &AppState,
    draft: &DraftRecord,
    facts: &Facts,
    journey: &Journey,
    key: &str,
    member: &str,
) -> Outcome<Submitted> {
    let now = app.clock.now();
    let company = new_company(app, facts, journey).ok_or(ProblemCode::StepClosed)?;
    let secrets = app.store.secrets(&draft.id).await?;
    let password = secret_of(journey, facts, &secrets, |input| matches!(input, Input::NewPassword));
    let approval = secret_of(journey, facts, &secrets, |input| matches!(input, Input::NewPin));
    // Another submission that came first took them with it.
    let (Some(password), Some(approval)) = (password, approval) else { return Ok(Submitted::Stale) };
    let files: Vec<String> = facts.answers.values().flat_map(Answer::files).cloned().collect();
    let audit = AuditRow {
        id: random::id(&*app.random),
        at: now,
        event: Event::CompanyRegistered,
        portal: draft.portal.clone(),
        member: Some(member.to_owned()),
        operator: None,
    };
    let registration = Registration {
        draft,
        key,
        company: &company,
        password_hash: &password,
        approval_hash: &approval,
        member,
        reference: &reference(&draft.portal, now, &*app.random),
        files: &files,
        audit: &audit,
    };
    Ok(app.store.register_company(registration).await?)
}
