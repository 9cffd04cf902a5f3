//! States of the pages of a company that is logged in as itself, for the gallery.

use super::acts::Acting;
use super::approval_form::ApprovalForm;
use super::approval_shown::ApprovalShown;
use super::areas::Areas;
use super::info::Changes;
use super::info_form::InfoForm;
use super::list::EmployeeList;
use super::overview::Overview;
use super::search::{Asked, SearchForm};
use super::services::ServiceList;
use super::stories::{company, person};
use super::{Heading, Part, Tabs};
use crate::api::Failure;
use crate::pages::account::session_bar::SessionBar;
use crate::session::Session;
use crate::steps::samples::{kotra, tradeinvest};
use crate::ui::story::Story;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{
    CompanyBrief, CompanyInfo, CompanyServices, CompanyView, EmployeePage, MemberBrief, Role, RoleCounts, ServiceRow,
    SessionView, ShownApproval,
};
use gaip_domain::facts::Value;
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "pages/company/own", view: own },
    Story { name: "pages/company/info-locked", view: || changes(false) },
    Story { name: "pages/company/info-open", view: || changes(true) },
    Story {
        name: "pages/company/approval-changed",
        view: || view! { <ApprovalForm again=Callback::new(|_| {}) changed=true/> }.into_any(),
    },
    Story { name: "pages/company/approval-shown", view: || shown(Some("274913")) },
    Story { name: "pages/company/approval-unknown", view: || shown(None) },
    Story {
        name: "pages/company/approval-asks-password",
        view: || view! { <ApprovalShown again=Callback::new(|_| {}) asked=true/> }.into_any(),
    },
    Story { name: "pages/company/regular", view: regular },
    Story { name: "pages/company/info-by-member", view: || by_member(None) },
    Story { name: "pages/company/info-conflict", view: || by_member(Some(ProblemCode::InfoChanged)) },
    Story { name: "pages/company/info-wrong-password", view: || by_member(Some(ProblemCode::PasswordWrong)) },
    Story { name: "pages/company/services", view: || services(2) },
    Story { name: "pages/company/services-none", view: || services(0) },
];

fn shown(approval: Option<&str>) -> AnyView {
    let found = ShownApproval { approval: approval.map(str::to_owned) };
    view! { <ApprovalShown again=Callback::new(|_| {}) found/> }.into_any()
}

/// The session of a company that is logged in as itself.
fn as_company() {
    let company = CompanyBrief {
        portal: "tradeinvest".to_owned(),
        name: "한빛정밀".to_owned(),
        business_number: "124-81-00998".to_owned(),
    };
    provide_context(Session::fixed(Some(SessionView {
        member: None,
        operator: None,
        company: Some(company),
        expires_in: Some(1_200),
        warn_before: 180,
        sandbox: true,
        stepped_up: None,
        login_type: None,
    })));
}

/// The pages of a company that is logged in as itself.
fn own() -> AnyView {
    as_company();
    let portal = tradeinvest::portal();
    let view = CompanyView {
        role: None,
        counts: Some(RoleCounts { master: 0, regular: 0, associate: 0, general: 3 }),
        ..company(false)
    };
    let acting = Acting::new(RwSignal::new(Some(view.clone())));
    let rows = vec![person("1", "김하나", Role::General), person("2", "이두리", Role::General)];
    let page = EmployeePage { total: 2, offset: 0, rows };
    view! {
        <div class="header__session"><SessionBar portal/></div>
        <div class="company">
            <Heading portal/>
            <Tabs portal at=Part::People/>
            <Overview company=view acting/>
            <Areas portal/>
            <SearchForm query=RwSignal::new(String::new()) asked=Asked::of(None, None, None)
                on_search=Callback::new(|_| {}) one_kind=true/>
            <EmployeeList page acting href="#".to_owned()/>
        </div>
    }
    .into_any()
}

fn info(password: bool) -> CompanyInfo {
    let text = |text: &str| Value::Text(text.to_owned());
    let address = Value::Address {
        postcode: "35242".to_owned(),
        road: "대전광역시 서구 둔산로 100".to_owned(),
        detail: "3층".to_owned(),
    };
    let values = [
        ("name", text("한빛정밀")),
        ("representative", text("김하나")),
        ("address", address),
        ("phone", text("042-123-4567")),
    ];
    let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    CompanyInfo { version: 1, password, fresh: false, values }
}

fn changes(open: bool) -> AnyView {
    as_company();
    let portal = tradeinvest::portal();
    view! {
        <div class="company">
            <Heading portal/>
            <Tabs portal at=Part::Info/>
            <Changes portal info=info(false) open=RwSignal::new(open)/>
        </div>
    }
    .into_any()
}

/// The session of a member of KOTRA.
pub(super) fn as_member(role: Role) {
    let member = MemberBrief {
        linked_by: None,
        portal: "kotra".to_owned(),
        login_id: "hanbit2".to_owned(),
        company: "한빛정밀".to_owned(),
        role,
        provisional: false,
    };
    provide_context(Session::fixed(Some(SessionView {
        member: Some(member),
        operator: None,
        company: None,
        expires_in: Some(1_200),
        warn_before: 180,
        sandbox: true,
        stepped_up: None,
        login_type: None,
    })));
}

/// What a regular member finds who manages nobody.
fn regular() -> AnyView {
    as_member(Role::Regular);
    let portal = kotra::portal();
    let view = CompanyView { role: Some(Role::Regular), counts: None, ..company(false) };
    let acting = Acting::new(RwSignal::new(Some(view.clone())));
    view! {
        <div class="company">
            <Heading portal/>
            <Tabs portal at=Part::People/>
            <Overview company=view acting/>
            <Areas portal/>
        </div>
    }
    .into_any()
}

/// A regular member changes the information, by a password.
fn by_member(failure: Option<ProblemCode>) -> AnyView {
    as_member(Role::Regular);
    let portal = kotra::portal();
    let (again, on_saved) = (Callback::new(|_| {}), Callback::new(|_| {}));
    let form = match failure.map(|code| Failure::Refused(Box::new(code.into()))) {
        Some(failure) => view! { <InfoForm portal info=info(true) again on_saved failure/> }.into_any(),
        None => view! { <InfoForm portal info=info(true) again on_saved/> }.into_any(),
    };
    view! {
        <div class="company">
            <Heading portal/>
            <Tabs portal at=Part::Info/>
            {form}
        </div>
    }
    .into_any()
}

fn services(rows: usize) -> AnyView {
    as_company();
    let row = |name: &str, mileage| ServiceRow {
        date: "2026-05-20".to_owned(),
        name: name.to_owned(),
        state: "완료".to_owned(),
        mileage,
    };
    let mut history = vec![row("수출 온라인 상담", 5_000), row("해외전시회 단체참가 (베트남 식품박람회)", -3_000)];
    history.truncate(rows);
    let portal = tradeinvest::portal();
    view! {
        <div class="company">
            <Heading portal/>
            <Tabs portal at=Part::Services/>
            <ServiceList found=CompanyServices { mileage: 12_000, history }/>
        </div>
    }
    .into_any()
}
