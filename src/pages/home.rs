//! A portal's home page: what it is, what one needs to join, and the way in.

use crate::i18n::{local, my_page, to_my_page, words};
use crate::pages::load::WithPortal;
use crate::pages::part_of_address;
use crate::pages::site::Site;
use crate::routes;
use crate::session::use_session;
use crate::ui::button::{ButtonGroup, ButtonKind, LinkButton};
use crate::ui::card::Card;
use crate::ui::dynamic::dynamic;
use crate::ui::page_heading::PageHeading;
use gaip_contract::bodies::MemberBrief;
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
    let session = use_session();
    let member = Memo::new(move |_| session.member(&portal.id));
    view! {
        <PageHeading title=local(&portal.name) lead=local(&portal.intro)/>
        {portal.ways_to_join().map(|journey| view! { <JoinCard portal journey/> }).collect_view()}
        {dynamic(move || match member.get() {
            Some(member) => view! {
                <Card title=my_page(portal)>
                    <ButtonGroup>
                        <LinkButton kind=ButtonKind::Secondary href=routes::my(&portal.id)>{to_my_page(portal)}</LinkButton>
                    </ButtonGroup>
                    <Offered portal member=Some(member)/>
                </Card>
            }
            .into_any(),
            None => view! {
                <Card title=frame.already_member>
                    <p>{words().account.login_lead}</p>
                    <ButtonGroup>
                        <LinkButton kind=ButtonKind::Secondary href=routes::login(&portal.id)>{frame.login}</LinkButton>
                        {portal.of_purpose(Purpose::OldMember).map(|journey| view! { <Way portal journey/> })}
                    </ButtonGroup>
                    <Offered portal member=None/>
                </Card>
            }
            .into_any(),
        })}
    }
}

/// What members can apply for, each with the words for whom it is.
#[component]
fn Offered(portal: &'static Portal, member: Option<MemberBrief>) -> impl IntoView {
    let journeys = offered(portal, member.as_ref()).into_iter();
    let journeys = journeys.map(|journey| {
        view! {
            <h3>{local(&journey.title)}</h3>
            <p>{local(&journey.intro)}</p>
            <ButtonGroup><Way portal journey/></ButtonGroup>
        }
    });
    journeys.collect_view()
}

/// The journeys for members whom they can concern: of who is logged in the kind is known, of others it is not.
fn offered(portal: &'static Portal, member: Option<&MemberBrief>) -> Vec<&'static Journey> {
    let concerns = |journey: &&Journey| {
        member.is_none_or(|member| member.role.may_take(journey.purpose, !member.company.is_empty()))
    };
    portal.for_members().filter(concerns).collect()
}

#[component]
fn Way(portal: &'static Portal, journey: &'static Journey) -> impl IntoView {
    view! {
        <LinkButton kind=ButtonKind::Tertiary href=routes::signup(&portal.id, &journey.id)>{local(&journey.title)}</LinkButton>
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

#[cfg(all(test, feature = "gallery"))]
mod tests {
    use super::*;
    use crate::steps::samples::kotra;
    use gaip_contract::bodies::Role;

    #[test]
    fn a_conversion_is_offered_to_a_personal_member_and_to_who_is_not_known_yet() {
        let portal = kotra::portal();
        let member = |role| MemberBrief {
            portal: portal.id.clone(),
            login_id: "hong1".to_owned(),
            company: String::new(),
            role,
            linked_by: None,
            provisional: false,
        };
        let offers = |member: Option<&MemberBrief>| {
            offered(portal, member).iter().any(|journey| journey.purpose == Purpose::Conversion)
        };
        assert!(offers(None) && offers(Some(&member(Role::Personal))));
        for role in [Role::Master, Role::Regular, Role::Associate, Role::Applicant] {
            assert!(!offers(Some(&member(role))), "{role:?}");
        }
    }
}
