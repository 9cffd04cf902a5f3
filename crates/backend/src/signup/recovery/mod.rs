//! What members forgot and get back: the login id, or a new password (decision 0019).
//!
//! Before somebody proved who they are nothing tells whether there is an account.

use super::joining::secret_of;
use super::judge::Case;
use super::{KEPT_DAYS, Place};
use crate::app::AppState;
use crate::clock::{HOUR, MINUTE, Millis, iso, korean_day};
use crate::random;
use crate::refusal::Outcome;
use crate::store::{AccountRecord, AuditRow, DraftRecord, Event, Evidence, Named, Recovery, Submitted};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{DraftView, FoundAccount, Recovered};
use gaip_domain::facts::{Answer, Facts, Value, Values};
use gaip_domain::journey;
use gaip_domain::portal::{AccountPart, Field, Input, Journey, Portal, Purpose, StepKind};
use std::collections::BTreeMap;

/// How long a proof counts, and an unfinished recovery waits.
const FRESH: Millis = 30 * MINUTE;
/// How long the page with the result can be read again.
const SHOWN: Millis = 10 * MINUTE;

/// Whether a recovery of before is nothing for whoever comes to this browser now.
pub(super) fn is_over(draft: &DraftRecord, now: Millis) -> bool {
    draft.submitted_at.is_some_and(|at| now - at > SHOWN) || now - draft.touched_at > FRESH
}

/// Whether an answer shows whose account it is.
pub(super) fn is_proof(answer: &Answer) -> bool {
    matches!(answer, Answer::Identity(_) | Answer::EmailCode { .. } | Answer::Certificate { .. })
}

/// Recovers the account of whoever proved to be its owner.
pub(super) async fn recover(
    app: &AppState,
    draft: &DraftRecord,
    facts: &Facts,
    journey: &Journey,
    key: &str,
) -> Outcome<Submitted> {
    let now = app.clock.now();
    let since = now - FRESH;
    let Some(evidence) = evidence(draft, facts, journey, since) else { return Ok(Submitted::EvidenceMissing) };
    let resets = journey.purpose == Purpose::NewPassword;
    let secrets = app.store.secrets(&draft.id).await?;
    let password = secret_of(journey, facts, &secrets, |input| matches!(input, Input::NewPassword));
    // Another submission that came first took it with it.
    if resets && password.is_none() {
        return Ok(Submitted::Stale);
    }
    let login_id = said_of(journey, facts, AccountPart::LoginId).map(str::to_lowercase);
    let audit = AuditRow {
        id: random::id(&*app.random),
        at: now,
        event: if resets { Event::PasswordReset } else { Event::LoginIdFound },
        portal: draft.portal.clone(),
        member: None,
        operator: None,
    };
    let recovery = Recovery {
        draft,
        key,
        evidence,
        since,
        login_id: login_id.as_deref(),
        password_hash: password.as_ref().filter(|_| resets).map(|password| password.hash.as_str()),
        audit: &audit,
    };
    let submitted = app.store.recover(recovery).await?;
    if resets && submitted == Submitted::Done {
        forgive(app, draft).await?;
    }
    Ok(submitted)
}

/// Whoever tried old passwords too often may log in by the new one at once.
async fn forgive(app: &AppState, draft: &DraftRecord) -> Outcome<()> {
    let done = app.store.draft(&draft.session, &draft.portal, &draft.journey).await?;
    if let Some(member) = done.and_then(|done| done.member)
        && let Some(found) = app.store.found(&member).await?
    {
        app.attempts.succeeded(&format!("{}/{}", draft.portal, found.login_id));
    }
    Ok(())
}

/// The proof on the way that was taken.
fn evidence<'a>(draft: &'a DraftRecord, facts: &'a Facts, journey: &'a Journey, since: Millis) -> Option<Evidence<'a>> {
    journey::route(journey, facts).into_iter().find_map(|step| {
        let (id, answered) = draft.answers.get_key_value(&step.id)?;
        match &answered.answer {
            Answer::EmailCode { .. } => Some(Evidence::EmailCode(id)),
            Answer::Identity(_) => Some(Evidence::Person(id)),
            Answer::Certificate { certificate: Some(_), .. } if answered.at >= since => {
                Some(Evidence::Company(facts.business_number()?.as_str()))
            }
            _ => None,
        }
    })
}

/// A recovery as the browser sees it: what it found, and nothing else that the member entered.
pub(super) async fn view(app: &AppState, draft: &DraftRecord) -> Outcome<DraftView> {
    let submitted = draft.submitted();
    let found = match &draft.member {
        Some(member) if submitted => app.store.found(member).await?,
        _ => None,
    };
    let account = found.map(|found| FoundAccount { login_id: found.login_id, joined_at: iso(found.joined_at) });
    Ok(DraftView {
        facts: if submitted { Facts { submitted, ..Facts::default() } } else { draft.facts() },
        inputs: if submitted { BTreeMap::new() } else { app.store.inputs(&draft.id).await? },
        files: Vec::new(),
        checked_login_id: None,
        today: korean_day(app.clock.now()).to_string(),
        kept_days: KEPT_DAYS,
        completion: None,
        recovered: submitted.then_some(Recovered { account }),
    })
}

/// Deletes recoveries that are over, and what else proved whose account something is.
pub(super) async fn sweep(app: &AppState) -> Outcome<()> {
    let before = app.clock.now() - HOUR;
    for served in app.portals.iter() {
        for journey in served.portal.journeys.iter().filter(|journey| journey.purpose.opens_account()) {
            app.store.delete_recoveries(&served.portal.id, &journey.id, before).await?;
        }
    }
    Ok(())
}

/// What was said of the account in earlier steps: a new password must not be made of it.
pub(super) fn said(portal: &Portal, draft: &DraftRecord) -> Vec<String> {
    let facts = draft.facts();
    let parts = [AccountPart::LoginId, AccountPart::Name];
    let journey = portal.journey(&draft.journey).filter(|journey| journey.purpose.recovers());
    let texts = journey.into_iter().flat_map(|journey| parts.map(|part| said_of(journey, &facts, part)));
    texts.flatten().map(str::to_owned).collect()
}

/// What was typed as a part of the account.
fn said_of<'a>(journey: &Journey, facts: &'a Facts, part: AccountPart) -> Option<&'a str> {
    journey.steps.iter().find_map(|step| match (&step.kind, facts.answers.get(&step.id)?) {
        (StepKind::Form(form), Answer::Form(values)) => typed(form.fields(), values, part),
        _ => None,
    })
}

/// The text of the field that names a part of the account.
pub(super) fn typed<'a>(
    mut fields: impl Iterator<Item = &'a Field>,
    values: &Values,
    part: AccountPart,
) -> Option<&str> {
    match values.get(&fields.find(|field| field.account == Some(part))?.name)? {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// Whether what was typed is what the member entered: names with and without blanks are the same.
pub(super) fn entered(account: &AccountRecord, text: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    account.texts.iter().any(|entered| plain(entered) == plain(text))
}

impl Case<'_> {
    /// What the submission of the journey does.
    pub(super) fn purpose(&self) -> Purpose {
        self.served.portal.journey(&self.draft.journey).map(|journey| journey.purpose).unwrap_or_default()
    }

    /// Whether the person who is verified at this step is the member of the login id and name that were typed.
    pub(super) async fn owns_account(&self) -> Outcome<bool> {
        let place = Place { portal: &self.draft.portal, journey: &self.draft.journey };
        let (_, journey) = place.find(self.app)?;
        let said = |part| said_of(journey, self.world.facts, part).unwrap_or_default();
        let person = self.app.store.verified_person(&self.draft.id, &self.step.id).await?;
        let person = person.ok_or(ProblemCode::IdentityGone)?;
        let login_id = said(AccountPart::LoginId).to_lowercase();
        let accounts = self.app.store.accounts(&self.draft.portal, Named::LoginId(&login_id)).await?;
        let owned = |account: &AccountRecord| {
            account.person.as_ref() == Some(&person) && entered(account, said(AccountPart::Name))
        };
        let owns = accounts.iter().any(owned);
        if !owns {
            let audit = AuditRow {
                id: random::id(&*self.app.random),
                at: self.app.clock.now(),
                event: Event::RecoveryFailed,
                portal: self.draft.portal.clone(),
                member: accounts.first().map(|account| account.member.clone()),
                operator: None,
            };
            self.app.store.audit(&audit).await?;
        }
        Ok(owns)
    }
}
