//! The registration of a company by a general member who is logged in (manual rows T21 to T23, T82 to T96).

use super::joining::{new_company, reference, secret_of};
use super::submit::Taken;
use crate::refusal::Outcome;
use crate::sealed;
use crate::store::{Event, NewApproval, Registration, Submitted};
use gaip_contract::ProblemCode;
use gaip_domain::portal::Input;

/// Registers the company that the answers name; with the member who does.
pub(super) async fn register(taken: &Taken<'_>) -> Outcome<(Submitted, String)> {
    let Taken { app, draft, facts, journey, key } = *taken;
    let member = taken.taker()?;
    let company = new_company(app, facts, journey).ok_or(ProblemCode::StepClosed)?;
    let secrets = app.store.secrets(&draft.id).await?;
    let password = secret_of(journey, facts, &secrets, |input| matches!(input, Input::NewPassword));
    let approval = secret_of(journey, facts, &secrets, |input| matches!(input, Input::NewPin));
    // Another submission that came first took them with it.
    let (Some(password), Some(approval)) = (password, approval) else { return Ok((Submitted::Stale, member)) };
    // From now on it belongs to the company.
    let sealed = approval.sealed.as_deref().and_then(|sealed| sealed::open(&app.people, &draft.id, sealed));
    let sealed = sealed.map(|pin| sealed::seal(&app.people, &company.business_number, &pin, &*app.random));
    let (files, audit) = (taken.files(), taken.audit(Event::CompanyRegistered, &member));
    let registration = Registration {
        draft,
        key,
        company: &company,
        password_hash: &password.hash,
        approval: NewApproval { hash: &approval.hash, sealed: sealed.as_deref() },
        member: &member,
        reference: &reference(&draft.portal, audit.at, &*app.random),
        files: &files,
        audit: &audit,
    };
    Ok((app.store.register_company(registration).await?, member))
}
