//! What happened to the account, a page at a time.

use super::{MyTabs, Section};
use crate::api::{self, Call};
use crate::i18n::{activity_by, activity_event, activity_words};
use crate::pages::account::page::arrive;
use crate::pages::operator::cells::At;
use crate::pages::operator::list::{List, Listed};
use crate::pages::operator::rows::Rows;
use crate::ui::page_heading::PageHeading;
use crate::ui::table::Cell;
use gaip_contract::bodies::{ActivityLine, Empty, Page};
use gaip_contract::endpoints::ListMyActivity;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The part of my page. The page of the list is in the address.
#[component]
pub fn MyActivity(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = activity_words();
    arrive(portal, words.title);
    let list = List::new(|page| async move {
        let page = page.to_string();
        let call = Call { parts: &[], query: &[("page", &page)], headers: &[] };
        api::send_with::<ListMyActivity>(&call, &Empty {}).await
    });
    view! {
        <PageHeading title=words.title lead=words.lead/>
        <MyTabs portal section=Section::Activity/>
        <Listed list children=move |page| view! { <ActivityLines portal page/> }/>
    }
}

/// A page of lines.
#[component]
pub fn ActivityLines(
    /// The portal.
    portal: &'static Portal,
    /// The page.
    page: Page<ActivityLine>,
) -> impl IntoView {
    let words = activity_words();
    let columns = vec![words.event, words.by, words.at];
    view! {
        <Rows id="activity" caption=words.list columns page href=Section::Activity.href(&portal.id) none=words.none
            children=move |line| view! { <Line line/> }/>
    }
}

#[component]
fn Line(line: ActivityLine) -> impl IntoView {
    let words = activity_words();
    view! {
        <tr>
            <th scope="row">{activity_event(line.event)}</th>
            <Cell name=words.by>{activity_by(line.by)}</Cell>
            <Cell name=words.at><At time=line.at/></Cell>
        </tr>
    }
}
