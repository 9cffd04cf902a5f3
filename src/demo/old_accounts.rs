//! The accounts of the system of before. Whoever was verified turns out to have had the same two, so that a designer needs
//! no name by heart; only who calls themselves `없음` had none.

use super::drafts::{place, step};
use super::judge::Case;
use super::refusal::{Outcome, Refusal};
use super::state::Demo;
use super::table::Ask;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, OldAccountView, OldAccounts, OldKind};
use gaip_domain::facts::{Answer, Facts, StepInput};
use gaip_domain::form;
use gaip_domain::portal::StepKind;
use gaip_domain::value::{Invalid, LoginId};

/// Who had no account.
pub const NOBODY: &str = "없음";

/// An account of before.
struct Old {
    id: &'static str,
    login_id: &'static str,
    /// The ends of it.
    shown: &'static str,
    kind: OldKind,
    company: Option<&'static str>,
    joined_on: &'static str,
}

/// Those of docs/old-members.csv. The second login id is not of the present form: a new one is asked.
const OLD: [Old; 2] = [
    Old {
        id: "old-company",
        login_id: "hanbit79",
        shown: "ha***9",
        kind: OldKind::Corporate,
        company: Some("주식회사 한빛무역"),
        joined_on: "2016-05-09",
    },
    Old {
        id: "old-person",
        login_id: "gildong.hong",
        shown: "gi***g",
        kind: OldKind::Personal,
        company: None,
        joined_on: "2011-11-30",
    },
];

/// The accounts of the person who was verified.
fn of(facts: &Facts) -> &'static [Old] {
    match facts.identity() {
        Some(person) if person.name != NOBODY => &OLD,
        _ => &[],
    }
}

/// Those that the step shows.
pub fn list(demo: &mut Demo, ask: &Ask, _: Empty) -> Outcome<OldAccounts> {
    let StepKind::OldAccount(_) = step(place(ask)?, ask)?.kind else { return Err(ProblemCode::NotFound.into()) };
    let view = |old: &Old| OldAccountView {
        id: old.id.to_owned(),
        login_id: old.shown.to_owned(),
        kind: old.kind,
        company: old.company.map(str::to_owned),
        joined_on: old.joined_on.to_owned(),
    };
    Ok(OldAccounts { accounts: of(&demo.draft_at(ask)?.facts).iter().map(view).collect() })
}

impl Case<'_> {
    /// An account of the person's own. Its login id stays if it is of the present form and nobody's here.
    pub fn old_account(&self, input: &StepInput) -> Outcome<Answer> {
        let chosen = form::parse_old_account(input).map_err(Refusal::invalid)?;
        let old = of(self.world.facts).iter().find(|old| old.id == chosen);
        let old = old.ok_or_else(|| Refusal::field("account", Invalid::UnknownChoice))?;
        let kept = LoginId::parse(old.login_id)
            .is_ok_and(|login_id| !self.demo.login_id_taken(&self.place.portal.id, login_id.as_str()));
        Ok(Answer::OldAccount { account: old.id.to_owned(), login_id: old.shown.to_owned(), kept })
    }
}

/// The login id that stays; none where a new one was asked.
pub fn kept(facts: &Facts) -> Option<String> {
    let kept = facts.answers.values().find_map(|answer| match answer {
        Answer::OldAccount { account, kept: true, .. } => Some(account),
        _ => None,
    })?;
    OLD.iter().find(|old| old.id == kept).map(|old| old.login_id.to_owned())
}
