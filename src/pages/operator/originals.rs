//! Provisional members whose originals are still to come (manual row D48).

use super::act::Act;
use super::cells::{At, Files, Of, Who};
use super::list::{List, Listed};
use super::notice::{Said, SaidNotice};
use super::receive::ReceiveDialog;
use super::rows::Rows;
use super::sections::Section;
use crate::api;
use crate::i18n::{operator_words, ui_words};
use crate::pages::account::page::arrive;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::field::TextField;
use crate::ui::page_heading::PageHeading;
use crate::ui::table::Cell;
use gaip_contract::bodies::{Page, ProvisionalSearch, ProvisionalView};
use gaip_contract::endpoints::SearchProvisional;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
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
    let query = RwSignal::new(String::new());
    let list = List::new(move |page| {
        let body = ProvisionalSearch { query: query.get_untracked(), page };
        async move { api::send::<SearchProvisional>(&[&portal.id], &body).await }
    });
    let said = RwSignal::new(None::<Said>);
    let navigate = use_navigate();
    let search = Callback::new(move |()| {
        said.set(None);
        if list.number.get_untracked() == 1 {
            list.reload.run(());
        } else {
            navigate(&Section::Originals.href(&portal.id), NavigateOptions::default());
        }
    });
    let receiving = Act::new(said, list.reload);
    let searched = move || query.with_untracked(|query| !query.trim().is_empty());
    view! {
        <PageHeading title=words.originals lead=words.originals_lead/>
        <SearchForm query on_search=search/>
        <SaidNotice said/>
        <Listed list children=move |page| view! { <ProvisionalList portal page receiving searched=searched()/> }/>
        <ReceiveDialog portal act=receiving/>
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
    page: Page<ProvisionalView>,
    /// Receives originals.
    receiving: Act<ProvisionalView>,
    /// Something was looked for.
    searched: bool,
) -> impl IntoView {
    let words = operator_words();
    let columns = vec![words.company, words.contact, words.joined, words.papers, words.decision];
    let (none, none_help) =
        if searched { (words.originals_not_found, Some(words.originals_help)) } else { (words.originals_none, None) };
    view! {
        <Rows id="provisional" caption=words.originals_list columns page href=Section::Originals.href(&portal.id)
            none none_help
            children=move |member| view! { <ProvisionalRow portal member receiving/> }/>
    }
}

#[component]
fn ProvisionalRow(portal: &'static Portal, member: ProvisionalView, receiving: Act<ProvisionalView>) -> impl IntoView {
    let words = operator_words();
    let asked = member.clone();
    let ProvisionalView { company, business_number, reference, contact, joined_at, files, .. } = member;
    let of = company.clone();
    view! {
        <tr>
            <th scope="row"><Who name=company number=business_number reference/></th>
            <Cell name=words.contact>{contact}</Cell>
            <Cell name=words.joined><At time=joined_at/></Cell>
            <Cell name=words.papers><Files portal files/></Cell>
            <Cell name=words.decision>
                <Button size=ButtonSize::Small kind=ButtonKind::Secondary on_click=move |()| receiving.ask(&asked)>
                    <Of name=of.clone()/>{words.receive}
                </Button>
            </Cell>
        </tr>
    }
}
