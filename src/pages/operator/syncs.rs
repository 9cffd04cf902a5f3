//! Members whom another system does not know yet, and the button that has it told at once (manual rows W107, W108).

use super::act::{Act, ActFailure};
use super::cells::{At, Of, Who};
use super::list::{List, Listed};
use super::notice::{Said, SaidNotice};
use super::rows::Rows;
use super::sections::Section;
use crate::api::{self, Call, Failure};
use crate::i18n::{date_time, fill, operator_words};
use crate::pages::account::page::arrive;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::page_heading::PageHeading;
use crate::ui::table::Cell;
use gaip_contract::bodies::{Empty, Page, Retry, SyncView};
use gaip_contract::endpoints::{ListSyncs, RetrySync};
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Syncs(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = operator_words();
    arrive(portal, words.syncs);
    let list = List::new(move |page| async move {
        let page = page.to_string();
        let call = Call { parts: &[&portal.id], query: &[("page", &page)], headers: &[] };
        api::send_with::<ListSyncs>(&call, &Empty {}).await
    });
    let said = RwSignal::new(None::<Said>);
    let telling = Act::new(said, list.reload);
    view! {
        <PageHeading title=words.syncs lead=words.syncs_lead/>
        <SaidNotice said/>
        <ActFailure act=telling/>
        <Listed list children=move |page| view! { <SyncList portal page telling/> }/>
    }
}

/// A page of the members.
#[component]
pub fn SyncList(
    /// The portal.
    portal: &'static Portal,
    /// The page.
    page: Page<SyncView>,
    /// Has the other system told.
    telling: Act<SyncView>,
) -> impl IntoView {
    let words = operator_words();
    let columns = vec![words.member, words.contact, words.since, words.attempts, words.next_at, words.decision];
    view! {
        <Rows id="syncs" caption=words.syncs columns page href=Section::Syncs.href(&portal.id) none=words.syncs_none
            children=move |sync| view! { <SyncRow portal sync telling/> }/>
    }
}

#[component]
fn SyncRow(portal: &'static Portal, sync: SyncView, telling: Act<SyncView>) -> impl IntoView {
    let words = operator_words();
    let asked = sync.clone();
    let name = name(&sync);
    let of = name.clone();
    let SyncView { reference, business_number, contact, since, attempts, next_at, .. } = sync;
    let mine = reference.clone();
    let busy = Signal::derive(move || {
        let is_mine = telling.which.with(|which| which.as_ref().is_some_and(|which| which.reference == mine));
        telling.busy.get() && is_mine
    });
    let tell = move |()| telling.act_on(&asked, |sync| tell(portal, sync));
    view! {
        <tr>
            <th scope="row"><Who name number=business_number reference/></th>
            <Cell name=words.contact>{contact}</Cell>
            <Cell name=words.since><At time=since/></Cell>
            <Cell name=words.attempts>{fill(words.times, attempts)}</Cell>
            <Cell name=words.next_at><At time=next_at/></Cell>
            <Cell name=words.decision>
                <Button size=ButtonSize::Small kind=ButtonKind::Secondary busy on_click=tell>
                    <Of name=of.clone()/>{words.tell}
                </Button>
            </Cell>
        </tr>
    }
}

/// The company, or the person who has none; of who left there is no name.
fn name(sync: &SyncView) -> String {
    match sync {
        SyncView { left: true, .. } => operator_words().left.to_owned(),
        SyncView { company, contact, .. } if company.is_empty() => contact.clone(),
        SyncView { company, .. } => company.clone(),
    }
}

/// Asks for it, and says what came of it.
async fn tell(portal: &Portal, sync: SyncView) -> Result<Said, Failure> {
    let words = operator_words();
    let seen = Retry { attempts: sync.attempts };
    let now = api::send::<RetrySync>(&[&portal.id, &sync.reference], &seen).await?;
    Ok(if now.told {
        Said::Done(if now.left { fill(words.told_left, &now.reference) } else { fill(words.told, name(&now)) })
    } else {
        let next = fill(words.told_next, date_time(&now.next_at));
        Said::Otherwise { text: fill(words.not_told, name(&now)), now: next }
    })
}
