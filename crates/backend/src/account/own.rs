//! What a member changes of what was entered at sign-up (decision 0024).

use super::themselves::{fresh, has_password, shown};
use super::{Login, audit, consents, own_code};
use crate::app::AppState;
use crate::clock::korean_day;
use crate::email_codes::letter;
use crate::operators::name_of;
use crate::portals::Served;
use crate::providers::mail;
use crate::random;
use crate::refusal::{Outcome, Refusal};
use crate::store::{DecisionRecord, Event, MemberRecord, OwnChange, OwnChanged};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{ChangeInfo, MyInfo};
use gaip_domain::facts::{Answer, Facts, Value};
use gaip_domain::own::{self, Change};
use gaip_domain::portal::Journey;
use std::collections::BTreeMap;
use std::net::IpAddr;

/// What was entered, as it counts now.
pub async fn info(app: &AppState, login: &Login) -> Outcome<MyInfo> {
    let member = &login.member;
    let served = served(app, member)?;
    // The version first: what is read after it may be newer, and is then refused, never lost.
    let version = app.store.info_version(&member.id).await?;
    Ok(MyInfo {
        version: u32::try_from(version).unwrap_or_default(),
        facts: known(app, served, member).await?,
        journeys: journeys(member),
        password: has_password(app, member).await?,
        fresh: fresh(app, login),
    })
}

/// Changes what was entered: all of it, or nothing.
pub async fn change(app: &AppState, login: &Login, peer: IpAddr, body: &ChangeInfo) -> Outcome<MyInfo> {
    let member = &login.member;
    let served = served(app, member)?;
    let facts = known(app, served, member).await?;
    let forms = own::forms(&served.portal, &journeys(member), &facts);
    let today = korean_day(app.clock.now());
    let changes = own::parse(&forms, &facts, &body.forms, today).map_err(Refusal::invalid)?;
    if changes.iter().all(|change| change.fields.is_empty()) {
        return info(app, login).await;
    }
    if changes.iter().any(|change| change.sensitive) {
        shown(app, login, peer, body.password.as_deref()).await?;
    }
    let mut code = None;
    // All new addresses are one ([`own::parse`]), also where two fields have it.
    if let Some(address) = changes.iter().flat_map(Change::addresses).next() {
        code = Some(own_code::check(app, login, address, body.code.as_deref()).await?);
    }
    let decisions = changes.iter().map(|change| decisions(change, app, served, body)).collect::<Outcome<Vec<_>>>()?;
    let answers: BTreeMap<String, Answer> =
        changes.iter().map(|change| (change.step.to_owned(), Answer::Form(change.after.clone()))).collect();
    let name = new_name(served, member, &facts, &answers);
    let message = random::id(&*app.random);
    let change = OwnChange {
        member: &member.id,
        version: i64::from(body.version),
        answers: &answers,
        name: name.as_deref(),
        decisions: &decisions.concat(),
        code: code.as_deref(),
        message: &message,
        audit: &audit(app, login, Event::InfoChanged),
    };
    match app.store.change_info(change).await? {
        OwnChanged::Done => {}
        OwnChanged::Stale => return Err(ProblemCode::InfoChanged.into()),
        OwnChanged::CodeGone => return Err(ProblemCode::EmailCodeGone.into()),
    }
    for address in changes.iter().flat_map(Change::given_up) {
        mail::send_later(
            app.mails.clone(),
            vec![letter::changed(&served.portal, address.to_owned())],
            "a notice of a change",
        );
    }
    info(app, login).await
}

/// The member's name by the new answers, where it is another than by those of before.
fn new_name(
    served: &Served,
    member: &MemberRecord,
    facts: &Facts,
    answers: &BTreeMap<String, Answer>,
) -> Option<String> {
    let taken = journeys(member);
    let taken: Vec<&Journey> = taken.iter().filter_map(|id| served.portal.journey(id)).collect();
    let mut new = facts.clone();
    new.answers.extend(answers.clone());
    let name = name_of(&taken, &new)?;
    (name_of(&taken, facts).as_ref() != Some(&name)).then_some(name)
}

/// What the change decides about documents.
fn decisions(change: &Change<'_>, app: &AppState, served: &Served, body: &ChangeInfo) -> Outcome<Vec<DecisionRecord>> {
    let about = change.fields.iter().filter_map(|field| Some((field, field.terms.as_deref()?)));
    about
        .filter_map(|(field, terms)| {
            let version = &served.portal.terms_document(terms)?.version;
            let Some(Value::Text(choice)) = change.after.get(&field.name) else { return None };
            let decided = (terms, version.as_str(), choice == "yes");
            Some(consents::decision(app, served, decided, body.seen.get(terms)))
        })
        .collect()
}

/// The answers; of choices about documents, the newest decision, which may have been taken elsewhere.
async fn known(app: &AppState, served: &Served, member: &MemberRecord) -> Outcome<Facts> {
    let mut facts = app.store.facts_of_member(&member.id).await?;
    let decisions = app.store.decisions_of_member(&member.id).await?;
    let forms = own::forms(&served.portal, &journeys(member), &facts);
    for form in forms {
        let mut own = own::values(&facts, &form.step.id);
        for (field, terms) in form.open().filter_map(|field| Some((field, field.terms.as_ref()?))) {
            if let Some(newest) = decisions.iter().find(|decision| decision.terms == *terms) {
                let choice = if newest.agreed { "yes" } else { "no" };
                own.insert(field.name.clone(), Value::Text(choice.to_owned()));
            }
        }
        facts.answers.insert(form.step.id.clone(), Answer::Form(own));
    }
    Ok(facts)
}

pub(super) fn journeys(member: &MemberRecord) -> Vec<String> {
    std::iter::once(member.journey.clone()).chain(member.converted.clone()).collect()
}

fn served<'a>(app: &'a AppState, member: &MemberRecord) -> Outcome<&'a Served> {
    Ok(app.portals.get(&member.portal).ok_or(ProblemCode::NotFound)?)
}
