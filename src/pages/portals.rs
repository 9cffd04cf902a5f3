//! The portals that this backend serves.

use crate::api::{self, Reply};
use crate::i18n::{local, words};
use crate::pages::load::{Bare, Load, Loaded};
use crate::routes;
use crate::ui::card::CardLink;
use crate::ui::page_heading::PageHeading;
use gaip_contract::bodies::{Empty, PortalBrief};
use gaip_contract::endpoints::ListPortals;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The list; a backend of one portal is that portal's home.
#[component]
pub fn PortalsPage() -> impl IntoView {
    let state = RwSignal::new(Load::Waiting);
    let navigate = StoredValue::new_local(leptos_router::hooks::use_navigate());
    let load = Callback::new(move |()| {
        state.set(Load::Waiting);
        spawn_local(async move {
            let reply: Reply<ListPortals> = api::send::<ListPortals>(&[], &Empty {}).await;
            match reply {
                Ok(portals) if portals.len() == 1 => {
                    let options = leptos_router::NavigateOptions { replace: true, ..Default::default() };
                    navigate.with_value(|navigate| navigate(&routes::portal(&portals[0].id), options));
                }
                Ok(portals) => drop(state.try_set(Load::Ready(portals))),
                Err(failure) => drop(state.try_set(Load::Failed(failure))),
            }
        });
    });
    load.run(());
    view! {
        <Bare><Loaded state on_retry=load children={|portals: Vec<PortalBrief>| view! {
                <PageHeading title=words().frame.portals_title lead=words().frame.portals_lead/>
                {portals.into_iter().map(|portal| view! {
                    <CardLink href=routes::portal(&portal.id) title=local(&portal.name)/>
                }).collect_view()}
        }}/></Bare>
    }
}
