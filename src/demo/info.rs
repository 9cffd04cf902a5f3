//! What a member changes of what was entered at sign-up.

use super::clock::today;
use super::entered;
use super::mine;
use super::own_code;
use super::portals;
use super::refusal::{Outcome, Refusal};
use super::state::{Demo, Member};
use super::table::Ask;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AuditEvent, ChangeInfo, DecideConsents, Empty, MyInfo};
use gaip_domain::facts::{Answer, Facts, Value};
use gaip_domain::own::{self, Change};
use gaip_domain::portal::Portal;
use gaip_domain::value::Invalid;
use std::collections::BTreeMap;

/// What was entered, as it counts now.
pub fn info(demo: &mut Demo, _: &Ask, _: Empty) -> Outcome<MyInfo> {
    let me = demo.me()?;
    Ok(MyInfo {
        version: me.account.version,
        facts: known(portals::find(&me.portal)?, me),
        journeys: journeys(me),
        password: me.password.is_some(),
        fresh: demo.fresh(),
    })
}

/// Changes it: all of it, or nothing.
pub fn change(demo: &mut Demo, ask: &Ask, body: ChangeInfo) -> Outcome<MyInfo> {
    let me = demo.me()?.clone();
    let portal = portals::find(&me.portal)?;
    let facts = known(portal, &me);
    let forms = own::forms(portal, &journeys(&me), &facts);
    let changes = own::parse(&forms, &facts, &body.forms, today(demo.now)).map_err(Refusal::invalid)?;
    let fields = || changes.iter().flat_map(|change| change.fields.iter().map(move |field| (change, *field)));
    if fields().next().is_none() {
        return info(demo, ask, Empty {});
    }
    if changes.iter().any(|change| change.sensitive) {
        shown(demo, body.password.as_deref())?;
    }
    if let Some(address) = changes.iter().flat_map(Change::addresses).next() {
        own_code::check(demo, address, body.code.as_deref())?;
    }
    if body.version != me.account.version {
        return Err(ProblemCode::InfoChanged.into());
    }
    let choices = fields().filter_map(|(change, field)| match change.after.get(&field.name) {
        Some(Value::Text(choice)) => Some((field.terms.clone()?, choice == "yes")),
        _ => None,
    });
    let choices: BTreeMap<String, bool> = choices.collect();
    if !choices.is_empty() {
        mine::decide(demo, ask, DecideConsents { choices, seen: body.seen })?;
    }
    let member = demo.me_mut()?;
    for change in changes {
        member.facts.answers.insert(change.step.to_owned(), Answer::Form(change.after));
    }
    let name = portal.journey(&member.journey).map(|journey| entered::name(journey, &member.facts));
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        member.name = name;
    }
    member.account.version += 1;
    member.account.code = None;
    demo.did(AuditEvent::InfoChanged);
    info(demo, ask, Empty {})
}

/// Who has a password shows it; who has none logged in a moment ago.
pub fn shown(demo: &Demo, typed: Option<&str>) -> Outcome<()> {
    if demo.me()?.password.is_some() && typed.unwrap_or_default().is_empty() {
        return Err(Refusal::field("password", Invalid::Missing));
    }
    if demo.by_password(typed)? || demo.fresh() { Ok(()) } else { Err(ProblemCode::LoginAgain.into()) }
}

/// The answers; of choices about documents, the newest decision.
fn known(portal: &Portal, member: &Member) -> Facts {
    let mut facts = member.facts.clone();
    for form in own::forms(portal, &journeys(member), &member.facts) {
        let mut own = own::values(&facts, &form.step.id);
        for (field, terms) in form.open().filter_map(|field| Some((field, field.terms.as_ref()?))) {
            if let Some((_, newest)) = member.decisions.iter().find(|(of, _)| of == terms) {
                let choice = if newest.agreed { "yes" } else { "no" };
                own.insert(field.name.clone(), Value::Text(choice.to_owned()));
            }
        }
        facts.answers.insert(form.step.id.clone(), Answer::Form(own));
    }
    facts
}

pub fn journeys(member: &Member) -> Vec<String> {
    std::iter::once(member.journey.clone()).chain(member.converted.clone()).collect()
}
