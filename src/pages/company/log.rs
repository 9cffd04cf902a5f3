//! What was done for the company.

use super::list::Pages;
use super::{Heading, Part, Tabs};
use crate::api::{self, Call};
use crate::i18n::{admin_words, audit_event, date_time};
use crate::pages::account::page::arrive;
use crate::pages::load::{Load, Loaded};
use crate::routes;
use crate::ui::empty::Empty as NothingHere;
use crate::ui::table::{Cell, Column, Table};
use gaip_contract::bodies::{CompanyLog, CompanyLogLine, Empty};
use gaip_contract::endpoints::ListCompanyLog;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_query_map;

/// The page of the log that the address asks for.
#[component]
pub(super) fn LogPart(portal: &'static Portal) -> impl IntoView {
    let words = admin_words();
    arrive(portal, words.log);
    let address = use_query_map();
    let page = Memo::new(move |_| address.with(|map| map.get_str("page").map(str::to_owned)).unwrap_or_default());
    let state = RwSignal::new(Load::Waiting);
    let load = Callback::new(move |()| {
        let page = page.get_untracked();
        spawn_local(async move {
            let call = Call { parts: &[], query: &[("page", &page)], headers: &[] };
            let reply = api::send_with::<ListCompanyLog>(&call, &Empty {}).await;
            state.try_set(reply.map_or_else(Load::Failed, Load::Ready));
        });
    });
    Effect::new(move || {
        page.track();
        load.run(());
    });
    view! {
        <Heading portal/>
        <Tabs portal at=Part::Log/>
        <Loaded state on_retry=load children={move |log: CompanyLog| view! { <LogLines log href=routes::company_log(&portal.id)/> }}/>
    }
}

/// A page of lines.
#[component]
pub(super) fn LogLines(log: CompanyLog, href: String) -> impl IntoView {
    let words = admin_words();
    let CompanyLog { total, page, pages, rows } = log;
    if total == 0 {
        return view! { <NothingHere title=words.log_none/> }.into_any();
    }
    let columns = [words.event, words.whom, words.by, words.device, words.at].map(Column::text);
    view! {
        <Table id="company-log" caption=words.log_list hide_caption=true cards=true columns=columns.into()>
            {rows.into_iter().map(|line| view! { <Line line/> }).collect_view()}
        </Table>
        <Pages page pages href/>
    }
    .into_any()
}

#[component]
fn Line(line: CompanyLogLine) -> impl IntoView {
    let words = admin_words();
    view! {
        <tr>
            <th scope="row">{audit_event(line.event)}</th>
            <Cell name=words.whom>{or_dash(line.whom)}</Cell>
            <Cell name=words.by>{or_dash(line.by)}</Cell>
            <Cell name=words.device>{or_dash(line.device.unwrap_or_default())}</Cell>
            <Cell name=words.at><time datetime=line.at.clone()>{date_time(&line.at)}</time></Cell>
        </tr>
    }
}

/// A cell without a word looks like one that was forgotten.
fn or_dash(text: String) -> String {
    if text.is_empty() { "-".to_owned() } else { text }
}
