//! The portals that this backend serves.

use crate::api::{self, Reply};
use crate::i18n::{local, words};
use crate::pages::load::{Bare, Load, Loaded};
use crate::pages::site::Display;
use crate::routes;
use crate::ui::card::CardLink;
use crate::ui::header::Header;
use crate::ui::page_heading::PageHeading;
use crate::ui::skip_link::SkipLink;
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
        <SkipLink text=words().frame.skip/>
        <Header name=words().frame.member_services home_href=routes::HOME utility=|| view! { <Display/> }/>
        <Bare><Loaded state on_retry=load children={|portals: Vec<PortalBrief>| {
            document().set_title(words().frame.portals_title);
            view! { <PortalList portals/> }
        }}/></Bare>
    }
}

/// The portals to choose from: what each is called, who runs it, and for whom it is.
#[component]
pub fn PortalList(
    /// The portals.
    portals: Vec<PortalBrief>,
) -> impl IntoView {
    let frame = &words().frame;
    view! {
        <PageHeading title=frame.portals_title lead=frame.portals_lead/>
        <ul class="portals">
            {portals.into_iter().map(|portal| view! {
                <li>
                    <CardLink href=routes::portal(&portal.id) title=local(&portal.name) description=local(&portal.intro)
                        note=local(&portal.operator)/>
                </li>
            }).collect_view()}
        </ul>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = &[crate::ui::story::Story {
    name: "pages/portals/list",
    view: || {
        use crate::steps::samples::{self, kotra};
        let brief = |portal: &gaip_domain::portal::Portal| PortalBrief {
            id: portal.id.clone(),
            name: portal.name.clone(),
            operator: portal.operator.clone(),
            intro: portal.intro.clone(),
        };
        let daejeon = samples::answering("review").draft.portal;
        view! { <PortalList portals=vec![brief(daejeon), brief(kotra::portal())]/> }.into_any()
    },
}];
