//! What the agency's staff do for one portal. Pages and commands share it.

mod accounts;
mod applications;
mod audit;
mod login;
mod originals;
mod papers;
mod password;
mod syncs;

pub use accounts::{add, list, remove};
pub use applications::{application, applications, approve, decide, reject};
pub use audit::lines as audit_lines;
pub use login::{OperatorLogin, current, log_in, open_file, use_login, view};
pub use originals::{provisional, receive, received};
pub use papers::{announce, hand_in_again};
pub use password::change_password;
pub use syncs::{retry, syncs};

use crate::app::AppState;
use crate::clock::Clock;
use crate::portals::Portals;
use crate::random::{self, Random};
use crate::store::{AuditRow, Event, MemberRecord, Slice, Store};
use gaip_contract::bodies::Page;
use gaip_domain::facts::{Answer, Facts, Value};
use gaip_domain::portal::{Field, IdentityPart, Input, Journey, StepKind};

/// Rows of a page.
const PAGE: u32 = 20;

/// Somebody who acts for the agency: an operator, or whoever runs a command on the server.
#[derive(Clone, Copy)]
pub struct Deed<'a> {
    /// What is kept.
    pub store: &'a dyn Store,
    /// The time.
    pub clock: &'a dyn Clock,
    /// Chance.
    pub random: &'a dyn Random,
    /// The operator's id; none for a command.
    pub operator: Option<&'a str>,
}

impl<'a> Deed<'a> {
    /// A deed of an operator who is logged in.
    pub fn of(app: &'a AppState, login: &'a OperatorLogin) -> Self {
        let operator = Some(login.operator.id.as_str());
        Self { store: &*app.store, clock: &*app.clock, random: &*app.random, operator }
    }

    /// What is written down of it.
    fn audit(&self, event: Event, portal: &str) -> AuditRow {
        AuditRow {
            id: random::id(self.random),
            at: self.clock.now(),
            event,
            portal: portal.to_owned(),
            member: None,
            operator: self.operator.map(str::to_owned),
        }
    }
}

/// A page of a list as it was asked for: its number, from 1, and its rows.
pub(crate) fn page(asked: u32, size: u32) -> (u32, Slice) {
    let page = asked.max(1);
    (page, Slice { offset: (page - 1).saturating_mul(size), limit: size })
}

/// The answer with a page of a list that has so many rows in all.
pub(crate) fn page_of<T>(rows: Vec<T>, total: u32, page: u32, size: u32) -> Page<T> {
    Page { total, page, pages: total.div_ceil(size).max(1), rows }
}

/// The journeys that a member's answers are of: the sign-up, and the conversion.
fn journeys_of<'a>(portals: &'a Portals, member: &MemberRecord) -> Vec<&'a Journey> {
    let ids = [Some(&member.journey), member.converted.as_ref()];
    let found = ids.into_iter().flatten().filter_map(|id| portals.journey(&member.portal, id));
    found.map(|(_, journey)| journey).collect()
}

/// Who signed up, by name: the verified one, else the one that a form asked for.
pub(crate) fn name_of(journeys: &[&Journey], facts: &Facts) -> Option<String> {
    if let Some(identity) = facts.identity() {
        return Some(identity.name.clone());
    }
    let is_name = |field: &&Field| {
        field.identity == Some(IdentityPart::Name)
            || matches!(&field.input, Input::Name { autocomplete: Some(token), .. } if token == "name")
    };
    let mut asked = journeys.iter().flat_map(|journey| fields(journey, facts));
    let (values, field) = asked.find(|(_, field)| is_name(field))?;
    match values.get(&field.name) {
        Some(Value::Text(name)) => Some(name.clone()),
        _ => None,
    }
}

/// The fields of the forms that were answered, with the values of their step.
fn fields<'a>(
    journey: &'a Journey,
    facts: &'a Facts,
) -> impl Iterator<Item = (&'a gaip_domain::facts::Values, &'a Field)> {
    let answered = journey.steps.iter().filter_map(|step| match (&step.kind, facts.answers.get(&step.id)) {
        (StepKind::Form(form), Some(Answer::Form(values))) => Some((form, values)),
        _ => None,
    });
    answered.flat_map(|(form, values)| form.fields().map(move |field| (values, field)))
}
