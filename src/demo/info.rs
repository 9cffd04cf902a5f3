//! What a member changes of what was entered at sign-up.

use super::clock::today;
use super::mine;
use super::own_code;
use super::portals;
use super::refusal::{Outcome, Refusal};
use super::state::{Demo, Member};
use super::table::Ask;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{ChangeInfo, DecideConsents, Empty, MyInfo};
use gaip_domain::facts::{Answer, Facts, FieldProblem, Value, Values};
use gaip_domain::form::{self, World};
use gaip_domain::own::{self, OwnForm};
use gaip_domain::portal::{Field, Portal};
use gaip_domain::value::Invalid;
use std::collections::BTreeMap;

/// A form of which something changes.
struct Change<'a> {
    step: &'a str,
    before: Values,
    after: Values,
    fields: Vec<&'a Field>,
}

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
    let changes = parse(demo, &own::forms(portal, &journeys(&me), &facts), &facts, &body)?;
    let fields = || changes.iter().flat_map(|change| change.fields.iter().map(move |field| (change, *field)));
    if fields().next().is_none() {
        return info(demo, ask, Empty {});
    }
    if fields().any(|(_, field)| own::is_sensitive(field)) {
        shown(demo, body.password.as_deref())?;
    }
    for address in fields().filter_map(|(change, field)| own::new_address(field, &change.before, &change.after)) {
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
    mine::decide(demo, ask, DecideConsents { choices, seen: body.seen })?;
    let member = demo.me_mut()?;
    for change in changes {
        member.facts.answers.insert(change.step.to_owned(), Answer::Form(change.after));
    }
    member.account.version += 1;
    member.account.code = None;
    info(demo, ask, Empty {})
}

/// Judges every form; each problem is told at once, under `<step>.<field>`.
fn parse<'a>(demo: &Demo, forms: &[OwnForm<'a>], facts: &Facts, body: &ChangeInfo) -> Outcome<Vec<Change<'a>>> {
    let (mut changes, mut problems) = (Vec::new(), Vec::new());
    for form in forms {
        let (step, Some(input)) = (form.step.id.as_str(), body.forms.get(&form.step.id)) else { continue };
        match form::parse(form.open(), &input.fields, World { step, facts, today: today(demo.now) }) {
            Ok(new) => {
                let before = values(facts, step);
                let mut after = before.clone();
                form.open().for_each(|field| drop(after.remove(&field.name)));
                after.extend(new);
                let fields = own::changed(form, &before, &after);
                changes.push(Change { step, before, after, fields });
            }
            Err(wrong) => problems
                .extend(wrong.into_iter().map(|one| FieldProblem { field: format!("{step}.{}", one.field), ..one })),
        }
    }
    if problems.is_empty() { Ok(changes) } else { Err(Refusal::invalid(problems)) }
}

/// Who has a password shows it; who has none logged in a moment ago.
fn shown(demo: &Demo, typed: Option<&str>) -> Outcome<()> {
    if demo.me()?.password.is_some() && typed.unwrap_or_default().is_empty() {
        return Err(Refusal::field("password", Invalid::Missing));
    }
    if demo.by_password(typed)? || demo.fresh() { Ok(()) } else { Err(ProblemCode::LoginAgain.into()) }
}

/// The answers; of choices about documents, the newest decision.
fn known(portal: &Portal, member: &Member) -> Facts {
    let mut facts = member.facts.clone();
    for form in own::forms(portal, &journeys(member), &member.facts) {
        let mut own = values(&facts, &form.step.id);
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

fn values(facts: &Facts, step: &str) -> Values {
    match facts.answers.get(step) {
        Some(Answer::Form(values)) => values.clone(),
        _ => Values::new(),
    }
}

fn journeys(member: &Member) -> Vec<String> {
    std::iter::once(member.journey.clone()).chain(member.converted.clone()).collect()
}
