//! The people of the company: what is asked for, and the list that comes.

use super::acts::Acting;
use super::dialogs::AskDialog;
use super::list::EmployeeList;
use super::search::{Asked, SearchForm};
use crate::api;
use crate::pages::load::{Load, Loaded};
use crate::routes;
use gaip_contract::bodies::{EMPLOYEES_PAGE, EmployeePage, EmployeeSearch};
use gaip_contract::endpoints::SearchEmployees;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

/// Search, list and dialogs.
#[component]
pub(super) fn EmployeesPart(portal: &'static Portal, acting: Acting) -> impl IntoView {
    let address = use_query_map();
    let asked = Memo::new(move |_| {
        address.with(|map| Asked::of(map.get_str("role"), map.get_str("sort"), map.get_str("page")))
    });
    let query = RwSignal::new(String::new());
    let state = RwSignal::new(Load::Waiting);
    // Of two searches the one that was asked for last is shown.
    let turn = StoredValue::new(0_u32);
    let load = Callback::new(move |()| {
        turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let mine = turn.get_value();
        let Asked { role, sort, page } = asked.get_untracked();
        let body = EmployeeSearch { query: query.get_untracked(), role, sort, offset: (page - 1) * EMPLOYEES_PAGE };
        spawn_local(async move {
            let reply = api::send::<SearchEmployees>(&[], &body).await;
            if turn.try_get_value() != Some(mine) {
                return;
            }
            acting.selected.try_set(std::collections::BTreeSet::new());
            state.try_set(match reply {
                Ok(page) => Load::Ready(page),
                Err(failure) => Load::Failed(failure),
            });
        });
    });
    Effect::new(move || {
        asked.track();
        acting.changed.track();
        load.run(());
    });
    let navigate = use_navigate();
    let one_kind = acting.company.with_untracked(|company| company.as_ref().is_some_and(|own| own.role.is_none()));
    let search = Callback::new(move |wanted: Asked| {
        acting.said.set(None);
        if wanted == asked.get_untracked() {
            load.run(());
        } else {
            navigate(&href(portal, wanted), NavigateOptions::default());
        }
    });
    view! {
        <SearchForm query asked=asked.get_untracked() on_search=search one_kind/>
        <Loaded state on_retry=load children={move |page: EmployeePage| {
            view! { <EmployeeList page acting href=href(portal, asked.get_untracked())/> }
        }}/>
        <AskDialog acting/>
    }
}

/// The address of the list, without a page.
fn href(portal: &Portal, asked: Asked) -> String {
    let (path, query) = (routes::company(&portal.id), asked.query());
    if query.is_empty() { path } else { [path, query].join("?") }
}
