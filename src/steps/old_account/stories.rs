//! States of the step for the gallery.

use super::Accounts;
use crate::steps::StepView;
use crate::steps::samples::tradeinvest;
use crate::ui::story::Story;
use crate::wizard::answering::Answering;
use crate::wizard::frame::StepFrame;
use gaip_contract::bodies::{OldAccountView, OldKind};
use gaip_domain::facts::{CompanyStanding, FieldProblem};
use gaip_domain::portal::StepKind;
use gaip_domain::value::Invalid;
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "steps/old-account/several", view: || page(tradeinvest::old_member("account"), accounts()) },
    Story { name: "steps/old-account/errors", view: errors },
    Story { name: "steps/old-account/none", view: || page(tradeinvest::old_member("account"), Vec::new()) },
    Story { name: "steps/old-account/new-login-id", view: || step(tradeinvest::old_member("password")) },
    Story { name: "steps/old-account/documents", view: || step(tradeinvest::old_member("terms")) },
    Story { name: "steps/old-account/go-on", view: || step(tradeinvest::old_member("go-on")) },
    Story {
        name: "steps/old-account/company-registered",
        view: || step(tradeinvest::old_member_of("company", CompanyStanding::Registered)),
    },
    Story {
        name: "steps/old-account/company-new",
        view: || step(tradeinvest::old_member_of("company", CompanyStanding::Continuing)),
    },
    Story { name: "steps/old-account/moved", view: || step(tradeinvest::moved(None)) },
    Story {
        name: "steps/old-account/moved-company-new",
        view: || step(tradeinvest::moved(Some(CompanyStanding::Continuing))),
    },
];

fn step(answering: Answering) -> AnyView {
    view! { <StepView answering/> }.into_any()
}

fn page(answering: Answering, accounts: Vec<OldAccountView>) -> AnyView {
    let StepKind::OldAccount(settings) = &answering.step.kind else { unreachable!("the step shows accounts") };
    answering.bring(crate::wizard::judge::OTHERS);
    view! { <StepFrame answering><Accounts answering settings accounts/></StepFrame> }.into_any()
}

fn errors() -> AnyView {
    let answering = tradeinvest::old_member("account");
    let missing = FieldProblem { field: super::FIELD.to_owned(), error: Invalid::Missing };
    answering.problems.set(vec![missing]);
    page(answering, accounts())
}

fn accounts() -> Vec<OldAccountView> {
    let account = |id: &str, login_id: &str, kind, company: Option<&str>, joined_on: &str| OldAccountView {
        id: id.to_owned(),
        login_id: login_id.to_owned(),
        kind,
        company: company.map(str::to_owned),
        joined_on: joined_on.to_owned(),
    };
    vec![
        account("a", "ha***9", OldKind::Corporate, Some("주식회사 한빛무역"), "2016-05-09"),
        account("b", "gi***g", OldKind::Personal, None, "2011-11-30"),
    ]
}
