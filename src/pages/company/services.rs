//! Services in which the company took part, and its mileage (manual rows T24, T97).

use super::{Heading, Part, Tabs};
use crate::api;
use crate::i18n::{company_login_words, date, fill};
use crate::pages::account::page::arrive;
use crate::pages::load::{Load, Loaded};
use crate::ui::empty::Empty as NothingHere;
use crate::ui::field::in_thousands;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::ui::table::{Cell, Column, Table};
use gaip_contract::bodies::{CompanyServices, Empty, ServiceRow};
use gaip_contract::endpoints::GetCompanyServices;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page.
#[component]
pub(super) fn ServicesPart(portal: &'static Portal) -> impl IntoView {
    arrive(portal, company_login_words().tab_services);
    let state = RwSignal::new(Load::Waiting);
    let load = Callback::new(move |()| {
        state.set(Load::Waiting);
        spawn_local(async move {
            let reply = api::send::<GetCompanyServices>(&[], &Empty {}).await;
            state.try_set(reply.map_or_else(Load::Failed, Load::Ready));
        });
    });
    load.run(());
    view! {
        <Heading portal/>
        <Tabs portal at=Part::Services/>
        <Loaded state on_retry=load children={move |found: CompanyServices| view! { <ServiceList found/> }}/>
    }
}

/// Mileage and history, read only.
#[component]
pub(super) fn ServiceList(found: CompanyServices) -> impl IntoView {
    let words = company_login_words();
    let columns = [words.service, words.date, words.state, words.service_mileage].map(Column::text);
    let rows = found.history;
    let list = if rows.is_empty() {
        view! { <NothingHere title=words.no_history><p>{words.no_history_text}</p></NothingHere> }.into_any()
    } else {
        view! {
            <Table id="company-services" caption=words.history hide_caption=true cards=true columns=columns.into()>
                {rows.into_iter().map(|row| view! { <Row row/> }).collect_view()}
            </Table>
        }
        .into_any()
    };
    view! {
        <SummaryList>
            <SummaryRow name=words.mileage>{fill(words.points, in_thousands(&found.mileage.to_string()))}</SummaryRow>
        </SummaryList>
        <h2>{words.history}</h2>
        {list}
    }
}

#[component]
fn Row(row: ServiceRow) -> impl IntoView {
    let words = company_login_words();
    view! {
        <tr>
            <th scope="row">{row.name}</th>
            <Cell name=words.date><time datetime=row.date.clone()>{date(&row.date)}</time></Cell>
            <Cell name=words.state>{row.state}</Cell>
            <Cell name=words.service_mileage>{change(row.mileage)}</Cell>
        </tr>
    }
}

/// Mileage that came or went.
fn change(points: i64) -> String {
    let sign = if points < 0 { "−" } else { "+" };
    let points = in_thousands(&points.unsigned_abs().to_string());
    fill(company_login_words().points, [sign, points.as_str()].concat())
}
