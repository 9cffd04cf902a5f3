//! States of the administration of a company for the gallery.

use super::acts::{Acting, Asked, Said};
use super::desk::{LoginOver, NotAllowed};
use super::dialogs::AskDialog;
use super::list::EmployeeList;
use super::log::LogLines;
use super::offer::{MyOffer, OfferCard};
use super::overview::Overview;
use super::own_stories::as_member;
use super::said::SaidNotice;
use super::search::{Asked as Wanted, SearchForm};
use super::{Part, Tabs};
use crate::i18n::admin_words;
use crate::steps::samples::kotra;
use crate::ui::page_heading::PageHeading;
use crate::ui::story::Story;
use gaip_contract::bodies::{
    AuditEvent, CompanyLog, CompanyLogLine, CompanyView, EmployeePage, EmployeeView, MasterOffer, Role, RoleCounts,
};
use gaip_domain::linked_by::LinkedBy;
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "pages/company/people", view: || whole(false) },
    Story { name: "pages/company/offered", view: || whole(true) },
    Story { name: "pages/company/selected", view: selected },
    Story { name: "pages/company/nobody", view: || list(0, vec![]) },
    Story { name: "pages/company/ten-thousand", view: || list(10_000, people()) },
    Story { name: "pages/company/approved", view: || said(Said::Approved(vec!["1".to_owned(), "2".to_owned()])) },
    Story {
        name: "pages/company/done", view: || said(Said::Done("김두리 님의 소속 관계를 해지했습니다.".to_owned()))
    },
    Story {
        name: "pages/company/refused",
        view: || said(Said::Refused("되돌릴 수 있는 10분이 지났거나 이미 되돌렸습니다.".to_owned())),
    },
    Story { name: "pages/company/end", view: || asks(Asked::End(person("2", "이두리", Role::Regular))) },
    Story { name: "pages/company/refuse", view: || asks(Asked::End(person("3", "박세나", Role::Associate))) },
    Story { name: "pages/company/hand-over", view: || asks(Asked::HandOver(person("2", "이두리", Role::Regular))) },
    Story { name: "pages/company/own-end", view: || asks(Asked::End(person("2", "이두리", Role::General))) },
    Story { name: "pages/company/log", view: || log(3) },
    Story { name: "pages/company/log-none", view: || log(0) },
    Story { name: "pages/company/not-allowed", view: || view! { <NotAllowed portal=kotra::portal()/> }.into_any() },
    Story { name: "pages/company/login-over", view: || view! { <LoginOver portal=kotra::portal()/> }.into_any() },
    Story {
        name: "pages/company/my-offer",
        view: || {
            let (busy, on_answer) = (RwSignal::new(false), Callback::new(|_| {}));
            view! { <OfferCard offer=offer() busy on_answer/> }.into_any()
        },
    },
    Story { name: "pages/company/my-offer-none", view: || view! { <MyOffer portal=kotra::portal()/> }.into_any() },
];

fn offer() -> MasterOffer {
    MasterOffer {
        id: "o1".to_owned(),
        company: "한빛정밀".to_owned(),
        from: "김하나".to_owned(),
        to: "이두리".to_owned(),
        expires_at: "2026-11-28T05:05:00Z".to_owned(),
    }
}

pub(super) fn company(offered: bool) -> CompanyView {
    CompanyView {
        name: "한빛정밀".to_owned(),
        business_number: "1248100998".to_owned(),
        role: Some(Role::Master),
        counts: Some(RoleCounts { master: 1, regular: 12, associate: 20, general: 0 }),
        offer: offered.then(offer),
    }
}

pub(super) fn person(id: &str, name: &str, role: Role) -> EmployeeView {
    EmployeeView {
        id: id.to_owned(),
        name: name.to_owned(),
        login_id: ["hanbit", id].concat(),
        role,
        linked_by: (role == Role::General).then_some(LinkedBy::Approval),
        joined_at: "2026-11-21T05:05:00Z".to_owned(),
    }
}

fn people() -> Vec<EmployeeView> {
    vec![
        person("1", "김하나", Role::Master),
        person("2", "이두리", Role::Regular),
        person("3", "박세나", Role::Associate),
        person("4", "크리스토퍼 알렉산더 한빛정밀해외영업본부", Role::Associate),
    ]
}

fn acting(offered: bool) -> Acting {
    Acting::new(RwSignal::new(Some(company(offered))))
}

fn whole(offered: bool) -> AnyView {
    as_member(Role::Master);
    let (acting, words) = (acting(offered), admin_words());
    let page = EmployeePage { total: 4, offset: 0, rows: people() };
    view! {
        <div class="company">
            <PageHeading title=words.title lead=words.lead/>
            <Tabs portal=kotra::portal() at=Part::People/>
            <Overview company=company(offered) acting/>
            <SearchForm query=RwSignal::new(String::new()) asked=Wanted::of(None, None, None) on_search=Callback::new(|_| {})/>
            <EmployeeList page acting href="#".to_owned()/>
        </div>
    }
    .into_any()
}

fn list(total: u32, rows: Vec<EmployeeView>) -> AnyView {
    let page = EmployeePage { total, offset: 0, rows };
    view! { <div class="company"><EmployeeList page acting=acting(false) href="#".to_owned()/></div> }.into_any()
}

fn selected() -> AnyView {
    let acting = acting(false);
    acting.selected.set(["3".to_owned()].into());
    let page = EmployeePage { total: 4, offset: 0, rows: people() };
    view! { <div class="company"><EmployeeList page acting href="#".to_owned()/></div> }.into_any()
}

fn said(said: Said) -> AnyView {
    let acting = acting(false);
    acting.said.set(Some(said));
    view! { <div class="company"><SaidNotice acting/></div> }.into_any()
}

fn asks(asked: Asked) -> AnyView {
    let acting = acting(false);
    acting.ask(asked);
    view! { <AskDialog acting/> }.into_any()
}

fn log(total: u32) -> AnyView {
    let line = |(event, by, whom): (AuditEvent, &str, &str)| CompanyLogLine {
        id: event.as_str().to_owned(),
        at: "2026-11-21T05:05:00Z".to_owned(),
        event,
        by: by.to_owned(),
        whom: whom.to_owned(),
        device: Some("Chrome · Windows".to_owned()),
    };
    let rows = [
        (AuditEvent::MasterHandedOver, "이두리", "김하나"),
        (AuditEvent::AssociateApproved, "김하나", "박세나"),
        (AuditEvent::RelationEnded, "김하나", "최네오"),
    ];
    let log = CompanyLog { total, page: 1, pages: 1, rows: rows.map(line).into() };
    view! { <div class="company"><LogLines log href="#".to_owned()/></div> }.into_any()
}
