//! Provisional members whose originals are still to come (manual row D48).

use super::applications::{Company, Files, Of};
use super::notice::{Said, SaidNotice};
use super::paging::{NoRows, Pages, Total, arrived, page_of_address};
use super::receive::{ReceiveDialog, Receiving};
use super::sections::Section;
use crate::api;
use crate::i18n::{date_time, operator_words, ui_words};
use crate::pages::account::page::arrive;
use crate::pages::load::{Load, Loaded};
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::field::TextField;
use crate::ui::page_heading::PageHeading;
use crate::ui::table::{Cell, Column, Table};
use gaip_contract::bodies::{ProvisionalPage, ProvisionalSearch, ProvisionalView};
use gaip_contract::endpoints::SearchProvisional;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The page. What is searched for stays out of the address: it may be personal.
#[component]
pub fn Originals(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = operator_words();
    arrive(portal, words.originals);
    let session = use_session();
    let page = page_of_address();
    let query = RwSignal::new(String::new());
    let state = RwSignal::new(Load::Waiting);
    // Of two searches the one that was asked for last is shown.
    let turn = StoredValue::new(0_u32);
    let load = Callback::new(move |()| {
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        let body = ProvisionalSearch { query: query.get_untracked(), page: page.get_untracked() };
        spawn_local(async move {
            let reply = api::send::<SearchProvisional>(&[&portal.id], &body).await;
            if turn.try_get_value() == Some(mine) {
                arrived(state, session, reply);
            }
        });
    });
    Effect::new(move || {
        page.track();
        load.run(());
    });
    let retry = Callback::new(move |()| {
        state.set(Load::Waiting);
        load.run(());
    });
    let said = RwSignal::new(None::<Said>);
    let navigate = use_navigate();
    let search = Callback::new(move |()| {
        said.set(None);
        if page.get_untracked() == 1 {
            load.run(());
        } else {
            navigate(&Section::Originals.href(&portal.id), NavigateOptions::default());
        }
    });
    let receiving = Receiving::new(portal, said, load);
    let searched = Signal::derive(move || query.with(|query| !query.trim().is_empty()));
    view! {
        <PageHeading title=words.originals lead=words.originals_lead/>
        <SearchForm query on_search=search/>
        <SaidNotice said/>
        <Loaded state on_retry=retry children={move |page: ProvisionalPage| {
            view! { <ProvisionalList portal page receiving searched=searched.get_untracked()/> }
        }}/>
        <ReceiveDialog receiving/>
    }
}

/// What to look for.
#[component]
pub fn SearchForm(
    /// As typed.
    query: RwSignal<String>,
    /// Looks for it.
    on_search: Callback<()>,
) -> impl IntoView {
    let words = operator_words();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_search.run(());
    };
    view! {
        <form class="desk__search" role="search" novalidate on:submit=submit>
            <TextField id="query" label=words.search value=query hint=words.search_hint.to_owned() kind="search" optional=true>
                <Button submit=true kind=ButtonKind::Secondary size=ButtonSize::Medium>{ui_words().search}</Button>
            </TextField>
        </form>
    }
}

/// A page of provisional members.
#[component]
pub fn ProvisionalList(
    /// The portal.
    portal: &'static Portal,
    /// The page.
    page: ProvisionalPage,
    /// Receives originals.
    receiving: Receiving,
    /// Something was looked for.
    searched: bool,
) -> impl IntoView {
    let words = operator_words();
    let ProvisionalPage { total, page, pages, rows } = page;
    if total == 0 {
        let (title, help) = if searched {
            (words.originals_not_found, Some(words.originals_help))
        } else {
            (words.originals_none, None)
        };
        return view! { <NoRows title help/> }.into_any();
    }
    let columns = [words.company, words.contact, words.joined, words.papers, words.decision].map(Column::text);
    let rows = rows.into_iter().map(move |member| view! { <ProvisionalRow portal member receiving/> });
    view! {
        <Total total/>
        <Table id="provisional" caption=words.originals_list hide_caption=true cards=true columns=columns.into()>
            {rows.collect_view()}
        </Table>
        <Pages page pages href=Section::Originals.href(&portal.id)/>
    }
    .into_any()
}

#[component]
fn ProvisionalRow(portal: &'static Portal, member: ProvisionalView, receiving: Receiving) -> impl IntoView {
    let words = operator_words();
    let asked = member.clone();
    view! {
        <tr>
            <th scope="row"><Company name=member.company.clone() number=member.business_number reference=member.reference/></th>
            <Cell name=words.contact>{member.contact}</Cell>
            <Cell name=words.joined>
                <time datetime=member.joined_at.clone()>{date_time(&member.joined_at)}</time>
            </Cell>
            <Cell name=words.papers><Files portal files=member.files/></Cell>
            <Cell name=words.decision>
                <Button size=ButtonSize::Small kind=ButtonKind::Secondary on_click=move |()| receiving.ask(&asked)>
                    <Of name=member.company/>{words.receive}
                </Button>
            </Cell>
        </tr>
    }
}
