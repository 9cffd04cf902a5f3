//! A portal's home page: what it is, what one needs to join, and the way in.

use crate::i18n::{local, words};
use crate::pages::load::WithPortal;
use crate::pages::part_of_address;
use crate::pages::site::Site;
use crate::routes;
use crate::ui::button::{ButtonGroup, ButtonKind, LinkButton};
use crate::ui::card::Card;
use crate::ui::page_heading::PageHeading;
use gaip_domain::portal::{Journey, Portal, Purpose};
use leptos::prelude::*;

/// The home page of the address's portal.
#[component]
pub fn HomePage() -> impl IntoView {
    let id = part_of_address(0);
    view! {
        <WithPortal id children=|portal| view! { <Site portal><Home portal/></Site> }/>
    }
}

/// The page inside the site.
#[component]
pub fn Home(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let frame = &words().frame;
    view! {
        <PageHeading title=local(&portal.name) lead=local(&portal.intro)/>
        {portal.ways_to_join().map(|journey| view! { <JoinCard portal journey/> }).collect_view()}
        <Card title=frame.already_member>
            <p>{words().account.login_lead}</p>
            <ButtonGroup>
                <LinkButton kind=ButtonKind::Secondary href=routes::login(&portal.id)>{frame.login}</LinkButton>
                {portal.of_purpose(Purpose::OldMember).into_iter().chain(portal.for_members()).map(|journey| view! {
                    <LinkButton kind=ButtonKind::Tertiary href=routes::signup(&portal.id, &journey.id)>{local(&journey.title)}</LinkButton>
                }).collect_view()}
            </ButtonGroup>
        </Card>
    }
}

#[component]
fn JoinCard(portal: &'static Portal, journey: &'static Journey) -> impl IntoView {
    let frame = &words().frame;
    view! {
        <Card title=local(&journey.title)>
            <p>{frame.join_help}</p>
            <h3>{frame.prepare}</h3>
            <ul>{journey.prepare.iter().map(|item| view! { <li>{local(item)}</li> }).collect_view()}</ul>
            <p>{frame.prepare_time}</p>
            <ButtonGroup>
                <LinkButton href=routes::signup(&portal.id, &journey.id)>{local(&journey.title)}</LinkButton>
            </ButtonGroup>
        </Card>
    }
}
