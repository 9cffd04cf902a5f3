//! States of the pages of operators for the gallery.

use super::act::{Act, ActFailure};
use super::applications::ApplicationList;
use super::audit::{AuditLines, KindForm};
use super::bar::OperatorBar;
use super::decide::{DecideDialogs, Deciding};
use super::login::{OperatorLoginForm, OperatorLoginRequired};
use super::notice::{Said, SaidNotice};
use super::originals::{ProvisionalList, SearchForm};
use super::receive::ReceiveDialog;
use super::sections::{Section, SectionTabs};
use super::syncs::SyncList;
use crate::api::Failure;
use crate::session::Session;
use crate::steps::samples::{self, kotra};
use crate::ui::page_heading::PageHeading;
use crate::ui::story::Story;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    ApplicationState, ApplicationView, AuditEvent, AuditLine, FileView, OperatorBrief, Page, ProvisionalView,
    SessionView, SyncView,
};
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "pages/operator/login", view: || view! { <OperatorLoginForm portal=kotra::portal()/> }.into_any() },
    Story {
        name: "pages/operator/login-refused",
        view: || {
            let failure = Some(Failure::Refused(Box::new(ProblemCode::LoginFailed.into())));
            view! { <OperatorLoginForm portal=kotra::portal() failure/> }.into_any()
        },
    },
    Story {
        name: "pages/operator/login-required",
        view: || view! { <OperatorLoginRequired portal=kotra::portal()/> }.into_any(),
    },
    Story { name: "pages/operator/bar", view: bar },
    Story { name: "pages/operator/applications", view: || applications(23) },
    Story { name: "pages/operator/applications-none", view: || applications(0) },
    Story { name: "pages/operator/approve", view: || decide(Deciding::ask_approve) },
    Story { name: "pages/operator/reject", view: || decide(Deciding::ask_reject) },
    Story {
        name: "pages/operator/said",
        view: || {
            let overtaken = Said::Otherwise {
                text: "다른 운영자가 먼저 처리했습니다.".to_owned(),
                now: "새솔상사의 지금 상태: 승인됨 - 기업회원 (MASTER)".to_owned(),
            };
            let said = |said| Signal::stored(Some(said));
            view! {
                <SaidNotice said=said(Said::Done("새솔상사: 처리했습니다.".to_owned()))/>
                <SaidNotice said=said(overtaken)/>
            }
            .into_any()
        },
    },
    Story { name: "pages/operator/originals", view: || originals(1, false) },
    Story { name: "pages/operator/originals-none", view: || originals(0, false) },
    Story { name: "pages/operator/originals-not-found", view: || originals(0, true) },
    Story {
        name: "pages/operator/receive",
        view: || {
            let act = act();
            act.ask(&provisional());
            view! { <ReceiveDialog portal=samples::answering("review").draft.portal act/> }.into_any()
        },
    },
    Story { name: "pages/operator/syncs", view: || syncs(2, |_, _| ()) },
    Story { name: "pages/operator/syncs-none", view: || syncs(0, |_, _| ()) },
    Story { name: "pages/operator/syncs-telling", view: || syncs(2, |act, row| act.show(row, None)) },
    Story {
        name: "pages/operator/syncs-failed",
        view: || syncs(2, |act, row| act.show(row, Some(Failure::Unreachable))),
    },
    Story { name: "pages/operator/log", view: || log(4) },
    Story { name: "pages/operator/log-none", view: || log(0) },
];

fn bar() -> AnyView {
    let operator =
        OperatorBrief { portal: "kotra".to_owned(), name: "이담당".to_owned(), login_id: "staff1".to_owned() };
    provide_context(Session::fixed(Some(SessionView {
        member: None,
        operator: Some(operator),
        company: None,
        expires_in: Some(1_200),
        warn_before: 180,
        sandbox: true,
        stepped_up: None,
        login_type: None,
    })));
    let portal = kotra::portal();
    view! {
        <div class="header__session"><OperatorBar portal/></div>
        <SectionTabs portal current=Section::Applications/>
        <PageHeading title="가입 신청"/>
    }
    .into_any()
}

fn file(name: &str) -> FileView {
    FileView { id: "0123456789abcdef".to_owned(), name: name.to_owned(), size: 1, received: 1, complete: true }
}

fn application(company: &str, reference: &str, way: &str) -> ApplicationView {
    ApplicationView {
        reference: reference.to_owned(),
        company: company.to_owned(),
        business_number: "4081234560".to_owned(),
        applicant: "최네오".to_owned(),
        handed_in_at: "2026-11-21T05:05:00Z".to_owned(),
        way: Some(way.to_owned()),
        journey: "member".to_owned(),
        files: if way == "file" { vec![file("사업자등록증.pdf")] } else { vec![] },
        state: ApplicationState::Waiting,
        version: 0,
    }
}

fn deciding() -> Deciding {
    Deciding::new(kotra::portal(), RwSignal::new(None), Callback::new(|()| {}))
}

fn applications(total: u32) -> AnyView {
    let rows =
        [("새솔상사", "KT-2026-7F3K9Q", "file"), ("한빛정밀기계공업 주식회사 대전지점", "KT-2026-8G4M2R", "fax")];
    let rows = rows.map(|(company, reference, way)| application(company, reference, way));
    let page = page(total, rows.into());
    view! { <ApplicationList portal=kotra::portal() page deciding=deciding()/> }.into_any()
}

fn decide(ask: fn(Deciding, &ApplicationView)) -> AnyView {
    let deciding = deciding();
    ask(deciding, &application("새솔상사", "KT-2026-7F3K9Q", "file"));
    view! { <DecideDialogs deciding/> }.into_any()
}

fn provisional() -> ProvisionalView {
    ProvisionalView {
        reference: "DJ-2026-7F3K9Q".to_owned(),
        company: "한빛정밀".to_owned(),
        business_number: "1248100998".to_owned(),
        contact: "김대전".to_owned(),
        joined_at: "2026-11-21T05:05:00Z".to_owned(),
        files: vec![file("정보활용동의서.pdf"), file("사업자등록증.jpg")],
        provisional: true,
    }
}

fn act<T: Clone + Send + Sync>() -> Act<T> {
    Act::new(RwSignal::new(None), Callback::new(|()| {}))
}

fn page<T>(total: u32, rows: Vec<T>) -> Page<T> {
    Page { total, page: 1, pages: total.div_ceil(20).max(1), rows }
}

fn originals(total: u32, searched: bool) -> AnyView {
    let portal = samples::answering("review").draft.portal;
    let page = page(total, vec![provisional()]);
    view! {
        <SearchForm query=RwSignal::new(String::new()) on_search=Callback::new(|()| {})/>
        <ProvisionalList portal page receiving=act() searched/>
    }
    .into_any()
}

fn log(total: u32) -> AnyView {
    let operator =
        OperatorBrief { portal: "kotra".to_owned(), name: "이담당".to_owned(), login_id: "staff1".to_owned() };
    let line = |(event, operator, member): (AuditEvent, Option<&OperatorBrief>, Option<&str>)| AuditLine {
        id: event.as_str().to_owned(),
        at: "2026-11-21T05:05:00Z".to_owned(),
        event,
        operator: operator.cloned(),
        member: member.map(str::to_owned),
    };
    let rows = [
        (AuditEvent::ApplicationApproved, Some(&operator), Some("KT-2026-7F3K9Q")),
        (AuditEvent::MemberFileOpened, Some(&operator), Some("KT-2026-7F3K9Q")),
        (AuditEvent::OperatorAdded, Some(&operator), None),
        (AuditEvent::Submitted, None, Some("KT-2026-7F3K9Q")),
    ];
    let page = page(total, rows.map(line).into());
    view! {
        <KindForm chosen=RwSignal::new("all".to_owned()) on_show=Callback::new(|()| {})/>
        <AuditLines page href="#".to_owned()/>
    }
    .into_any()
}

/// Two members who wait and one who left, and what is done to the first.
fn syncs(total: u32, act_on_first: fn(Act<SyncView>, &SyncView)) -> AnyView {
    let waiting = |company: &str, number: Option<&str>, reference: &str| SyncView {
        reference: reference.to_owned(),
        company: company.to_owned(),
        business_number: number.map(str::to_owned),
        contact: "김담당".to_owned(),
        since: "2026-11-21T05:05:00Z".to_owned(),
        attempts: 9,
        next_at: "2026-11-21T07:20:00Z".to_owned(),
        told: false,
        left: false,
    };
    let gone = SyncView { left: true, contact: String::new(), ..waiting("", None, "WK-2026-9H5N3S") };
    let rows = vec![
        waiting("한빛정밀기계공업 주식회사 대전지점", Some("3148100998"), "WK-2026-7F3K9Q"),
        waiting("", None, "WK-2026-8G4M2R"),
        gone,
    ];
    let telling = act();
    act_on_first(telling, &rows[0]);
    let portal = kotra::portal();
    view! {
        <ActFailure act=telling/>
        <SyncList portal page=page(total, rows) telling/>
    }
    .into_any()
}
