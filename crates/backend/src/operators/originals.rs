//! Originals of provisional members (manual row D48).

use super::{Deed, OperatorLogin, PAGE, journeys_of, name_of, page, page_of};
use crate::app::AppState;
use crate::clock::iso;
use crate::refusal::Outcome;
use crate::signup::file_view;
use crate::store::{Event, Marked, MemberRecord, Stored};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Page, ProvisionalSearch, ProvisionalView};
use gaip_domain::text::tidy;

/// Longest words that are looked for, in characters.
const LONGEST_QUERY: usize = 100;

/// A page of the provisional members of the operator's portal.
pub async fn provisional(
    app: &AppState,
    login: &OperatorLogin,
    asked: &ProvisionalSearch,
) -> Outcome<Page<ProvisionalView>> {
    let words: String = tidy(&asked.query).chars().take(LONGEST_QUERY).collect();
    let (page, slice) = page(asked.page, PAGE);
    let (total, found) = app.store.provisional(&login.operator.portal, &words, slice).await?;
    let mut rows = Vec::with_capacity(found.len());
    for member in found {
        rows.push(view(app, member).await?);
    }
    Ok(page_of(rows, total, page, PAGE))
}

/// Marks the originals of a member, found by reference or business number, as received. Doing it again changes nothing.
pub async fn receive(deed: &Deed<'_>, portal: &str, wanted: &str) -> Stored<Marked> {
    deed.store.mark_originals(portal, wanted, &deed.audit(Event::OriginalsReceived, portal)).await
}

/// The same for an operator, by reference; whoever is a full member already was marked by somebody else.
pub async fn received(app: &AppState, login: &OperatorLogin, reference: &str) -> Outcome<ProvisionalView> {
    match receive(&Deed::of(app, login), &login.operator.portal, reference).await? {
        Marked::Full(member) => view(app, member).await,
        Marked::Already(_) => Err(ProblemCode::AlreadyDecided.into()),
        Marked::Unknown => Err(ProblemCode::NotFound.into()),
    }
}

async fn view(app: &AppState, member: MemberRecord) -> Outcome<ProvisionalView> {
    let facts = app.store.facts_of_member(&member.id).await?;
    let journeys = journeys_of(&app.portals, &member);
    Ok(ProvisionalView {
        contact: name_of(&journeys, &facts).unwrap_or(member.login_id),
        files: app.store.files_of_member(&member.id).await?.into_iter().map(file_view).collect(),
        reference: member.reference,
        company: member.company,
        business_number: member.business_number.unwrap_or_default(),
        joined_at: iso(member.joined_at),
        provisional: member.provisional,
    })
}
