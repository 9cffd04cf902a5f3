//! The submission: everything is checked once more, then one transaction makes the member.

use super::{Caller, Place, certificate, held_draft};
use crate::account::new_certificate;
use crate::app::AppState;
use crate::clock::{Millis, korean_day};
use crate::portals::Served;
use crate::random::{self, Random};
use crate::refusal::Outcome;
use crate::store::{
    AnswerWrite, Answers, AuditRow, DraftRecord, Event, MemberRecord, NewMember, Submission, Submitted,
};
use gaip_contract::ProblemCode;
use gaip_domain::facts::{Answer, Facts, Value};
use gaip_domain::journey;
use gaip_domain::portal::{CertificateMethod, Field, Input, Journey, StepKind};
use gaip_domain::value::Script;

/// How often a draft that changes under the submission is looked at again.
const TRIES: usize = 5;

/// Submits the sign-up. However often it is asked, at once or later, with one key or several, there is one member.
pub async fn submit(app: &AppState, caller: &Caller, place: Place<'_>, key: &str) -> Outcome<DraftRecord> {
    let (served, journey) = place.find(app)?;
    for _ in 0..TRIES {
        let draft = held_draft(app, caller, place).await?;
        if draft.member.is_some() {
            return Ok(draft);
        }
        let now = app.clock.now();
        if let Some(fresh) = certificate::without_stale(&draft.answers, now) {
            reopen(app, &draft, &fresh).await?;
            return Err(ProblemCode::StepClosed.into());
        }
        let facts = draft.facts();
        ready(served, journey, &facts)?;
        // Another submission that came first took the passwords with it; looking again shows what it made.
        let Some(new) = new_member(app, &draft, &facts, journey, now).await? else { continue };
        let files: Vec<String> = facts.answers.values().flat_map(Answer::files).cloned().collect();
        let audit = AuditRow {
            id: random::id(&*app.random),
            at: now,
            event: Event::Submitted,
            portal: draft.portal.clone(),
            member: Some(new.member.id.clone()),
        };
        match app.store.submit(Submission { draft: &draft, key, new: &new, files: &files, audit: &audit }).await? {
            Submitted::Done => {
                app.uploads.delete_all(&draft.id).await?;
                return Ok(DraftRecord { member: Some(new.member.id), ..draft });
            }
            Submitted::Stale | Submitted::ReferenceTaken => {}
            Submitted::FileMissing => {
                reopen(app, &draft, &with_their_files(app, &draft).await?).await?;
                return Err(ProblemCode::StepClosed.into());
            }
            Submitted::CompanyIsMember => return Err(ProblemCode::CompanyIsMember.into()),
            Submitted::LoginIdTaken => {
                app.store.remember_login_id(&draft.id, None).await?;
                return Err(ProblemCode::LoginIdTaken.into());
            }
            Submitted::KeyReused => return Err(ProblemCode::KeyReused.into()),
        }
    }
    Err(ProblemCode::StepClosed.into())
}

/// Every step is answered, and every consent is to the document in force.
fn ready(served: &Served, journey: &Journey, facts: &Facts) -> Outcome<()> {
    let review = journey.steps.iter().find(|step| matches!(step.kind, StepKind::Review));
    if !review.is_some_and(|review| journey::admits(journey, facts, &review.id)) {
        return Err(ProblemCode::StepClosed.into());
    }
    for answer in facts.answers.values() {
        let Answer::Consent(consents) = answer else { continue };
        for (terms, consent) in consents {
            let version = served.portal.terms_document(terms).map(|document| &document.version);
            if version != Some(&consent.version) || !served.terms.hashes(terms).contains(&consent.hash) {
                return Err(ProblemCode::TermsChanged.into());
            }
        }
    }
    Ok(())
}

/// The member that the answers make; none when the password is not kept any more.
async fn new_member(
    app: &AppState,
    draft: &DraftRecord,
    facts: &Facts,
    journey: &Journey,
    now: Millis,
) -> Outcome<Option<NewMember>> {
    // The journeys were checked at start: they ask a company, a login id and a password.
    let missing = || ProblemCode::StepClosed;
    let business_number = facts.business_number().ok_or_else(missing)?;
    let login_id = first(journey, facts, |field| matches!(field.input, Input::LoginId)).and_then(text);
    let password = first(journey, facts, |field| matches!(field.input, Input::NewPassword)).ok_or_else(missing)?;
    let mut secrets = app.store.secrets(&draft.id).await?;
    let Some(password_hash) = secrets.remove(&(password.step.to_owned(), password.field.to_owned())) else {
        return Ok(None);
    };
    let documents =
        |answer: &Answer| matches!(answer, Answer::Certificate { method: CertificateMethod::Documents, .. });
    let member = MemberRecord {
        id: random::id(&*app.random),
        portal: draft.portal.clone(),
        journey: draft.journey.clone(),
        login_id: login_id.ok_or_else(missing)?,
        business_number: business_number.to_string(),
        company: first(journey, facts, is_company_name).and_then(text).unwrap_or_else(|| business_number.hyphenated()),
        reference: reference(&draft.portal, now, &*app.random),
        provisional: facts.answers.values().any(documents),
        joined_at: now,
    };
    let seen = facts.answers.values().filter_map(certificate::evidence);
    let certificates = seen.map(|seen| new_certificate(app, &member.id, seen.clone())).collect();
    Ok(Some(NewMember { member, company_id: random::id(&*app.random), password_hash, certificates }))
}

/// A number to quote: the first consonants of the portal's id, the year, and what cannot be misheard: `DJ-2026-7F3K9Q`.
fn reference(portal: &str, now: Millis, random: &dyn Random) -> String {
    let consonants = portal.chars().filter(|c| c.is_ascii_alphabetic() && !"aeiou".contains(*c));
    let prefix = consonants.take(2).collect::<String>().to_ascii_uppercase();
    format!("{prefix}-{}-{}", korean_day(now).year(), random::code(random, 6))
}

fn is_company_name(field: &Field) -> bool {
    matches!(&field.input, Input::Name { script: Script::Hangul, autocomplete: Some(token) } if token == "organization")
}

/// A value and where it was asked.
struct Asked<'a> {
    step: &'a str,
    field: &'a str,
    value: &'a Value,
}

/// The first field of a kind that was answered, in the order of the journey.
fn first<'a>(journey: &'a Journey, facts: &'a Facts, wanted: impl Fn(&Field) -> bool) -> Option<Asked<'a>> {
    journey.steps.iter().find_map(|step| {
        let (StepKind::Form(form), Some(Answer::Form(values))) = (&step.kind, facts.answers.get(&step.id)) else {
            return None;
        };
        form.fields().filter(|field| wanted(field)).find_map(|field| {
            let value = values.get(&field.name)?;
            Some(Asked { step: &step.id, field: &field.name, value })
        })
    })
}

fn text(asked: Asked) -> Option<String> {
    if let Value::Text(text) = asked.value { Some(text.clone()) } else { None }
}

/// The answers without those that name files which are not there any more.
async fn with_their_files(app: &AppState, draft: &DraftRecord) -> Outcome<Answers> {
    let files = app.store.files(&draft.id).await?;
    let there = |id: &String| files.iter().any(|file| file.complete && file.id == *id);
    let mut answers: Answers = draft.answers.clone();
    answers.retain(|_, answered| answered.answer.files().into_iter().all(there));
    Ok(answers)
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
