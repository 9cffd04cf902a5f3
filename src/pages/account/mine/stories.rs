//! States of the parts of my page for the gallery.

use super::activity::ActivityLines;
use super::again::AskAgain;
use super::consents::ConsentRows;
use super::deciding::Deciding;
use super::leave::LeaveForm;
use super::left::LeftPage;
use super::logins::LoginRows;
use super::{DownloadData, LogInAgain, MyTabs, Section};
use crate::api::Failure;
use crate::pages::load::Load;
use crate::steps::samples;
use crate::ui::story::Story;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    ActivityBy, ActivityLine, AuditEvent, ConsentDecision, ConsentView, LeftView, LoginView, Page, Role, TermsView,
};
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "pages/my/tabs", view: || view! { <MyTabs portal=portal() section=Section::Consents/> }.into_any() },
    Story { name: "pages/my/data", view: || view! { <DownloadData/> }.into_any() },
    Story { name: "pages/my/logins", view: || logins(true) },
    Story { name: "pages/my/logins-one", view: || logins(false) },
    Story { name: "pages/my/activity", view: || activity(2) },
    Story { name: "pages/my/activity-none", view: || activity(0) },
    Story { name: "pages/my/consents", view: consents },
    Story { name: "pages/my/consent-again", view: || again(false) },
    Story { name: "pages/my/consent-again-missing", view: || again(true) },
    Story { name: "pages/my/log-in-again", view: log_in_again },
    Story { name: "pages/my/leave", view: || leave(portal(), None, false) },
    Story { name: "pages/my/leave-unsure", view: || leave(portal(), None, true) },
    Story { name: "pages/my/leave-wrong-password", view: || leave(portal(), Some(ProblemCode::PasswordWrong), false) },
    Story { name: "pages/my/leave-master", view: || leave(portal(), Some(ProblemCode::MasterStays), false) },
    Story {
        name: "pages/my/leave-log-in-again",
        view: || leave(samples::work24::portal(), Some(ProblemCode::LoginAgain), false),
    },
    Story { name: "pages/my/left", view: || left(portal(), true) },
    Story { name: "pages/my/left-told", view: || left(samples::work24::portal(), false) },
];

fn portal() -> &'static Portal {
    samples::answering("review").draft.portal
}

fn logins(others: bool) -> AnyView {
    let login = |id: &str, device: Option<&str>, here| LoginView {
        id: id.to_owned(),
        since: "2026-11-21T05:05:00Z".to_owned(),
        active_at: "2026-11-21T06:10:00Z".to_owned(),
        device: device.map(str::to_owned),
        here,
    };
    let mut list = vec![login("a", Some("Chrome · Windows"), true)];
    if others {
        list.extend([login("b", Some("Safari · iPhone"), false), login("c", None, false)]);
    }
    view! { <LoginRows list busy=false on_end=Callback::new(|_| {})/> }.into_any()
}

fn consent(terms: &str, version: &str, required: bool, choices: &[bool]) -> ConsentView {
    let decisions = choices.iter().map(|agreed| ConsentDecision {
        version: "2".to_owned(),
        agreed: *agreed,
        at: "2026-11-21T05:05:00Z".to_owned(),
    });
    ConsentView {
        terms: terms.to_owned(),
        version: version.to_owned(),
        required,
        due: required && version != "2",
        agreed: choices.first().copied(),
        decisions: decisions.collect(),
    }
}

fn consents() -> AnyView {
    let list = vec![
        consent("service", "2", true, &[true]),
        consent("company-information", "2", false, &[false, true]),
        consent("email-news", "2", false, &[true, false]),
    ];
    let deciding = Deciding::new(portal(), RwSignal::new(Load::Waiting));
    view! { <ConsentRows portal=portal() list deciding/> }.into_any()
}

fn again(checked: bool) -> AnyView {
    let asked = [("service", true), ("email-news", false)].map(|(terms, required)| {
        let document = TermsView {
            id: terms.to_owned(),
            version: "3".to_owned(),
            hash: "0".repeat(64),
            html: "<h3>제1조(목적)</h3><p>이 약관은 회원의 권리와 의무를 정합니다.</p>".to_owned(),
        };
        (consent(terms, "3", required, &[true]), document)
    });
    view! { <AskAgain portal=portal() asked=asked.into() on_done=Callback::new(|()| {}) checked/> }.into_any()
}

fn activity(pages: u32) -> AnyView {
    let line = |(n, (event, by)): (usize, &(AuditEvent, ActivityBy))| ActivityLine {
        id: n.to_string(),
        at: format!("2026-11-21T05:0{}:00Z", 9 - n),
        event: *event,
        by: *by,
    };
    let all = [
        (AuditEvent::InfoChanged, ActivityBy::Member),
        (AuditEvent::LoggedIn, ActivityBy::Member),
        (AuditEvent::LoginFailed, ActivityBy::Unknown),
        (AuditEvent::AssociateApproved, ActivityBy::Company),
        (AuditEvent::OriginalsReceived, ActivityBy::Operator),
        (AuditEvent::Submitted, ActivityBy::Member),
    ];
    let rows = if pages == 0 { Vec::new() } else { all.iter().enumerate().map(line).collect() };
    let page = Page { total: if pages == 0 { 0 } else { 26 }, page: 1, pages: pages.max(1), rows };
    view! { <ActivityLines portal=portal() page/> }.into_any()
}

fn log_in_again() -> AnyView {
    view! { <LogInAgain portal=portal() back=Section::Change on_proven=Callback::new(|()| {})/> }.into_any()
}

fn leave(portal: &'static Portal, code: Option<ProblemCode>, checked: bool) -> AnyView {
    let failure = RwSignal::new(code.map(|code| Failure::Refused(Box::new(code.into()))));
    view! { <LeaveForm portal role=Role::Contact busy=false failure on_leave=Callback::new(|_| {}) checked/> }
        .into_any()
}

fn left(portal: &'static Portal, with_company: bool) -> AnyView {
    let view = LeftView { left_at: "2026-11-21T05:05:00Z".to_owned(), with_company };
    view! { <LeftPage portal view/> }.into_any()
}
