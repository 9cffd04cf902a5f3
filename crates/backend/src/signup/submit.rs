//! The submission: everything is checked once more, then one transaction makes the member.

use super::convert::convert;
use super::further::register_further;
use super::joining::new_member;
use super::link::link;
use super::recovery::{is_proof, recover};
use super::register::register;
use super::{Caller, Place, certificate, consents, held_draft};
use crate::app::AppState;
use crate::portals::Served;
use crate::random;
use crate::refusal::Outcome;
use crate::store::{AnswerWrite, Answers, AuditRow, DraftRecord, Event, Submission, Submitted};
use crate::sync;
use gaip_contract::ProblemCode;
use gaip_domain::facts::{Answer, Facts};
use gaip_domain::journey;
use gaip_domain::portal::{Journey, Purpose};

/// How often a draft that changes under the submission is looked at again.
const TRIES: usize = 5;

/// Submits the sign-up. However often it is asked, at once or later, with one key or several, there is one member.
pub async fn submit(app: &AppState, caller: &Caller, place: Place<'_>, key: &str) -> Outcome<DraftRecord> {
    let (served, journey) = place.find(app)?;
    for _ in 0..TRIES {
        let draft = held_draft(app, caller, place).await?;
        if draft.submitted() {
            return Ok(draft);
        }
        let now = app.clock.now();
        if let Some(fresh) = certificate::without_stale(&draft.answers, now) {
            reopen(app, &draft, &fresh).await?;
            return Err(ProblemCode::StepClosed.into());
        }
        let facts = draft.facts();
        ready(served, journey, &facts)?;
        if !draft.answers.values().all(|answered| consents::in_force(served, answered.consents.iter())) {
            return Err(ProblemCode::TermsChanged.into());
        }
        if journey.purpose.recovers() {
            let submitted = recover(app, &draft, &facts, journey, key).await?;
            if !matches!(submitted, Submitted::Done | Submitted::Stale) {
                settle(app, &draft, submitted, "").await?;
            }
            // Looking again shows what it came to.
            continue;
        }
        let taken = Taken { app, draft: &draft, facts: &facts, journey, key };
        let other = match journey.purpose {
            // A recovery has gone its own way.
            Purpose::Join | Purpose::OldMember | Purpose::FindLoginId | Purpose::NewPassword => None,
            Purpose::Company => Some(register(&taken).await?),
            Purpose::Link => Some(link(&taken).await?),
            Purpose::Conversion => Some(convert(&taken).await?),
            Purpose::Certificate => Some(register_further(&taken).await?),
        };
        if let Some((submitted, member)) = other {
            if let Some(done) = settle(app, &draft, submitted, &member).await? {
                return Ok(done);
            }
            continue;
        }
        // Another submission that came first took the passwords with it; looking again shows what it made.
        let Some(new) = new_member(app, &draft, &facts, journey, now).await? else { continue };
        let (files, audit) = (taken.files(), taken.audit(made(journey.purpose), &new.member.id));
        let message = journey.sync.then(|| random::id(&*app.random));
        let message = message.as_deref();
        let submission = Submission { draft: &draft, key, new: &new, files: &files, audit: &audit, message };
        let submitted = app.store.submit(submission).await?;
        if submitted == Submitted::Done && message.is_some() {
            sync::tell_soon(app, &new.member.id).await;
        }
        if let Some(done) = settle(app, &draft, submitted, &new.member.id).await? {
            return Ok(done);
        }
    }
    Err(ProblemCode::StepClosed.into())
}

/// A draft that may be submitted, and what it says.
pub(super) struct Taken<'a> {
    pub app: &'a AppState,
    pub draft: &'a DraftRecord,
    pub facts: &'a Facts,
    pub journey: &'a Journey,
    pub key: &'a str,
}

impl Taken<'_> {
    /// The member who began the draft, in a journey for members.
    pub fn taker(&self) -> Outcome<String> {
        Ok(self.draft.begun_by.clone().ok_or(ProblemCode::LoginRequired)?)
    }

    /// Files that the answers name.
    pub fn files(&self) -> Vec<String> {
        self.facts.answers.values().flat_map(Answer::files).cloned().collect()
    }

    /// What is written down of it.
    pub fn audit(&self, event: Event, member: &str) -> AuditRow {
        AuditRow {
            id: random::id(&*self.app.random),
            at: self.app.clock.now(),
            event,
            portal: self.draft.portal.clone(),
            member: Some(member.to_owned()),
            operator: None,
        }
    }
}

/// What became of a submission: done, to be tried again, or refused.
async fn settle(
    app: &AppState,
    draft: &DraftRecord,
    submitted: Submitted,
    member: &str,
) -> Outcome<Option<DraftRecord>> {
    match submitted {
        Submitted::Done => {
            app.uploads.delete_all(&draft.id).await?;
            let submitted_at = Some(app.clock.now());
            Ok(Some(DraftRecord { member: Some(member.to_owned()), submitted_at, ..draft.clone() }))
        }
        Submitted::Stale | Submitted::ReferenceTaken => Ok(None),
        Submitted::FileMissing => {
            reopen(app, draft, &with_their_files(app, draft).await?).await?;
            Err(ProblemCode::StepClosed.into())
        }
        Submitted::NotForMember => Err(ProblemCode::NotForMember.into()),
        Submitted::CertificateRegistered => Err(ProblemCode::CertificateRegistered.into()),
        Submitted::CompanyIsMember => Err(ProblemCode::CompanyIsMember.into()),
        Submitted::PersonIsMember => Err(ProblemCode::PersonIsMember.into()),
        Submitted::CompanyChanged => without(app, draft, |answer| matches!(answer, Answer::Company { .. })).await,
        Submitted::IdentityMissing => {
            without(app, draft, |answer| matches!(answer, Answer::Identity(_) | Answer::Social(_))).await
        }
        Submitted::OldAccountGone => without(app, draft, |answer| matches!(answer, Answer::OldAccount { .. })).await,
        // The login id of before was to stay: choosing the account again tells that it cannot.
        Submitted::LoginIdTaken if keeps_login_id(draft) => {
            without(app, draft, |answer| matches!(answer, Answer::OldAccount { .. })).await
        }
        Submitted::LoginIdTaken => {
            app.store.remember_login_id(&draft.id, None).await?;
            Err(ProblemCode::LoginIdTaken.into())
        }
        Submitted::EvidenceMissing => without(app, draft, is_proof).await,
        Submitted::NoAccount => Err(ProblemCode::AccountMismatch.into()),
        Submitted::KeyReused => Err(ProblemCode::KeyReused.into()),
    }
}

/// What is written down of a new member.
fn made(purpose: Purpose) -> Event {
    if purpose == Purpose::OldMember { Event::OldMemberMoved } else { Event::Submitted }
}

/// Whether the member is to have the login id of an account of before.
fn keeps_login_id(draft: &DraftRecord) -> bool {
    draft.answers.values().any(|answered| matches!(answered.answer, Answer::OldAccount { kept: true, .. }))
}

/// Every step is answered, and every consent is to the document in force.
fn ready(served: &Served, journey: &Journey, facts: &Facts) -> Outcome<()> {
    if !journey::ready(journey, facts) {
        return Err(ProblemCode::StepClosed.into());
    }
    for answer in facts.answers.values() {
        let Answer::Consent(consents) = answer else { continue };
        if !consents::in_force(served, consents.iter()) {
            return Err(ProblemCode::TermsChanged.into());
        }
    }
    Ok(())
}

/// The answers without those that name files which are not there any more.
async fn with_their_files(app: &AppState, draft: &DraftRecord) -> Outcome<Answers> {
    let files = app.store.files(&draft.id).await?;
    let there = |id: &String| files.iter().any(|file| file.complete && file.id == *id);
    let mut answers: Answers = draft.answers.clone();
    answers.retain(|_, answered| answered.answer.files().into_iter().all(there));
    Ok(answers)
}

/// Asks the steps of some answers again.
async fn without(app: &AppState, draft: &DraftRecord, void: fn(&Answer) -> bool) -> Outcome<Option<DraftRecord>> {
    let mut answers = draft.answers.clone();
    answers.retain(|_, answered| !void(&answered.answer));
    reopen(app, draft, &answers).await?;
    Err(ProblemCode::StepClosed.into())
}

/// Leaves only these answers, so that the steps of the others are asked again.
async fn reopen(app: &AppState, draft: &DraftRecord, answers: &Answers) -> Outcome<()> {
    let write = AnswerWrite {
        draft,
        answers,
        checked_login_id: draft.checked_login_id.as_deref(),
        input: None,
        secrets: &std::collections::BTreeMap::new(),
        at: app.clock.now(),
    };
    app.store.save_answers(write).await?;
    Ok(())
}
