//! What the member agreed to, with every decision, and changing what is optional.

use super::deciding::{DecideDialog, Deciding};
use super::{MyTabs, Section};
use crate::api;
use crate::i18n::{date_time, fill, local, mine_words};
use crate::pages::account::page::arrive;
use crate::pages::load::{Load, Loaded};
use crate::routes;
use crate::ui::badge::{Badge, BadgeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::link::NewWindowLink;
use crate::ui::page_heading::PageHeading;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_contract::bodies::{ConsentView, Empty};
use gaip_contract::endpoints::ListMyConsents;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The part of my page.
#[component]
pub fn MyConsents(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = mine_words();
    arrive(portal, words.consents);
    let state = RwSignal::new(Load::Waiting);
    let load = Callback::new(move |()| {
        state.set(Load::Waiting);
        spawn_local(async move {
            let reply = api::send::<ListMyConsents>(&[], &Empty {}).await;
            state.try_set(reply.map_or_else(Load::Failed, Load::Ready));
        });
    });
    load.run(());
    let deciding = Deciding::new(portal, state);
    view! {
        <PageHeading title=words.consents lead=words.consents_lead/>
        <MyTabs portal section=Section::Consents/>
        <p class="field__status field__status--good" role="status">{deciding.said}</p>
        <Loaded state on_retry=load children={move |list| view! { <ConsentRows portal list deciding/> }}/>
        <DecideDialog deciding/>
    }
}

/// A card for each document.
#[component]
pub fn ConsentRows(
    /// The portal.
    portal: &'static Portal,
    /// The documents.
    list: Vec<ConsentView>,
    /// Changes one.
    deciding: Deciding,
) -> impl IntoView {
    let rows = list.into_iter().map(|consent| view! { <ConsentRow portal consent deciding/> });
    view! { <ul class="stack">{rows.collect_view()}</ul> }
}

#[component]
fn ConsentRow(portal: &'static Portal, consent: ConsentView, deciding: Deciding) -> impl IntoView {
    let words = mine_words();
    let title = portal.terms_document(&consent.terms).map(|terms| local(&terms.title)).unwrap_or_default();
    let choice = |agreed: bool| if agreed { words.agreed } else { words.refused };
    let agreed = consent.agreed == Some(true);
    let (kind, state) = if agreed { (BadgeKind::Success, words.agreed) } else { (BadgeKind::Gray, words.refused) };
    let decisions = consent.decisions.iter().map(|one| {
        let version = fill(words.version, &one.version);
        view! { <li>{date_time(&one.at)} ", " {version} ", " {choice(one.agreed)}</li> }
    });
    let decisions = decisions.collect_view();
    let name = title.clone();
    let terms = consent.terms.clone();
    let press = move |()| deciding.ask(&terms, !agreed);
    let href = routes::terms(&portal.id, &consent.terms);
    let button = format!("decide-{}", consent.terms);
    view! {
        <li class="card">
            <h2 class="my__device">
                {title} " "
                <Badge kind=BadgeKind::Gray text=if consent.required { words.required } else { words.optional }/>
            </h2>
            <SummaryList>
                <SummaryRow name=words.state><Badge kind text=state/></SummaryRow>
                <SummaryRow name=words.history><ul>{decisions}</ul></SummaryRow>
            </SummaryList>
            <p><NewWindowLink href text=words.read/></p>
            {if consent.required {
                view! { <p class="my__meaning">{words.required_note}</p> }.into_any()
            } else {
                view! {
                    <Button id=button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=press>
                        <span class="visually-hidden">{name} " "</span>
                        {if agreed { words.withdraw } else { words.give }}
                    </Button>
                }.into_any()
            }}
        </li>
    }
}
