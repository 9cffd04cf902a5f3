//! What a member agreed to, as it counts now: the newest decision about each document. Earlier ones are never changed.

use super::own::journeys;
use super::{Login, audit};
use crate::app::AppState;
use crate::clock::iso;
use crate::portals::Served;
use crate::random;
use crate::refusal::Outcome;
use crate::store::{DecisionRecord, Event, MemberRecord};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{ConsentDecision, ConsentView, DecideConsents};
use gaip_domain::own;

/// Passes where the member agreed to every required document in the version that is in force: the gate of everything that
/// a member does, but for consents, their own data and leaving.
pub async fn consented(app: &AppState, member: &MemberRecord) -> Outcome<()> {
    let due = of_member(app, member).await?.iter().any(|consent| consent.due);
    if due { Err(ProblemCode::ConsentRequired.into()) } else { Ok(()) }
}

/// Every document of the member's journeys, with what was decided.
pub async fn list(app: &AppState, login: &Login) -> Outcome<Vec<ConsentView>> {
    of_member(app, &login.member).await
}

/// Agrees to documents in force, as they were shown, or withdraws.
pub async fn decide(app: &AppState, login: &Login, body: &DecideConsents) -> Outcome<Vec<ConsentView>> {
    let served = app.portals.get(&login.member.portal).ok_or(ProblemCode::NotFound)?;
    let known = of_member(app, &login.member).await?;
    let mut decisions = Vec::new();
    for (terms, agreed) in &body.choices {
        let consent = known.iter().find(|consent| consent.terms == *terms).ok_or(ProblemCode::NotFound)?;
        if !agreed && consent.required {
            return Err(ProblemCode::ConsentStays.into());
        }
        let decided = (terms.as_str(), consent.version.as_str(), *agreed);
        decisions.push(decision(app, served, decided, body.seen.get(terms))?);
    }
    if !decisions.is_empty() {
        let audit = audit(app, login, Event::ConsentDecided);
        app.store.add_decisions(&login.member.id, &decisions, &audit).await?;
    }
    list(app, login).await
}

/// A decision about a document in force, as it was shown.
pub(super) fn decision(
    app: &AppState,
    served: &Served,
    (terms, version, agreed): (&str, &str, bool),
    seen: Option<&String>,
) -> Outcome<DecisionRecord> {
    let hashes = served.terms.hashes(terms);
    let seen = seen.filter(|seen| hashes.contains(seen));
    // Withdrawing is about what was agreed to before, whatever was shown.
    let hash = if agreed { seen } else { seen.or(hashes.first()) };
    Ok(DecisionRecord {
        id: random::id(&*app.random),
        terms: terms.to_owned(),
        version: version.to_owned(),
        hash: hash.ok_or(ProblemCode::TermsChanged)?.clone(),
        agreed,
        at: app.clock.now(),
    })
}

async fn of_member(app: &AppState, member: &MemberRecord) -> Outcome<Vec<ConsentView>> {
    // A portal that is not served any more asks nothing.
    let Some(served) = app.portals.get(&member.portal) else { return Ok(Vec::new()) };
    let facts = app.store.facts_of_member(&member.id).await?;
    let decisions = app.store.decisions_of_member(&member.id).await?;
    let asked = own::documents(&served.portal, &journeys(member), &facts);
    let required = |terms: &str| asked.iter().any(|(id, required)| *id == terms && *required);
    let mut all: Vec<&str> = asked.iter().map(|(id, _)| *id).collect();
    // What was decided elsewhere, such as in a journey that there is no more, stays in sight.
    all.extend(decisions.iter().map(|decision| decision.terms.as_str()));
    let mut views: Vec<ConsentView> = Vec::new();
    for terms in all {
        let Some(document) = served.portal.terms_document(terms) else { continue };
        if views.iter().any(|view| view.terms == terms) {
            continue;
        }
        views.push(view(terms, &document.version, required(terms), &decisions));
    }
    Ok(views)
}

fn view(terms: &str, version: &str, required: bool, decisions: &[DecisionRecord]) -> ConsentView {
    let own: Vec<&DecisionRecord> = decisions.iter().filter(|decision| decision.terms == terms).collect();
    let agreed_in_force = own.iter().any(|decision| decision.agreed && decision.version == version);
    let newest = own.first();
    let decision =
        |one: &&DecisionRecord| ConsentDecision { version: one.version.clone(), agreed: one.agreed, at: iso(one.at) };
    ConsentView {
        terms: terms.to_owned(),
        version: version.to_owned(),
        required,
        due: required && !agreed_in_force,
        agreed: newest.map(|one| one.agreed),
        decisions: own.iter().map(decision).collect(),
    }
}
