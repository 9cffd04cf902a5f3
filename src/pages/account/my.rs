//! The member's own page: what was entered, and how far the membership is.

use super::certificates::MyCertificates;
use super::company_login::has_companies;
use super::journeys::MyJourneys;
use super::last_channel;
use super::leave_company::{LeaveCompany, may_leave};
use super::membership::Membership;
use super::mine::{
    ConsentAgain, DownloadData, LeavePage, MyActivity, MyConsents, MyInfoPage, MyLogins, MyPassword, MyTabs, Section,
};
use super::next::after_consent;
use super::page::{AccountPage, arrive};
use super::papers::PapersAgain;
use super::services::Services;
use crate::api;
use crate::i18n::{fill, link_words, local, my_page, papers_words, words};
use crate::pages::company::MyOffer;
use crate::pages::invitation::WaitingInvitation;
use crate::pages::load::{Load, Loaded};
use crate::pages::not_found::NotFoundPage;
use crate::routes;
use crate::session::use_session;
use crate::steps::show::{AnswerList, Shown};
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::dynamic::dynamic;
use crate::ui::page_heading::PageHeading;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, MemberView, Role};
use gaip_contract::endpoints::GetMe;
use gaip_domain::portal::{Journey, Portal};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};

/// My page. Who is not logged in is led to the login page and back.
#[component]
pub fn MyPage() -> impl IntoView {
    let navigate = use_navigate();
    view! {
        <AccountPage children=move |portal: &'static Portal| {
            let navigate = navigate.clone();
            let path = use_location().pathname;
            // Where one was heading when my page was asked for on the way.
            let next = StoredValue::new(use_query_map().with_untracked(|query| query.get("next")));
            let section = Memo::new(move |_| path.with(|path| Section::at(routes::part(path, 2))));
            dynamic(move || {
                let navigate = navigate.clone();
                let Some(section) = section.get() else { return view! { <NotFoundPage/> }.into_any() };
                let to_login = Callback::new(move |()| {
                    let here = next.with_value(Clone::clone).unwrap_or_else(|| section.href(&portal.id));
                    let address = routes::login_then(&portal.id, &here);
                    navigate(&address, NavigateOptions { replace: true, ..NavigateOptions::default() });
                });
                view! { <LoadMember portal section to_login/> }.into_any()
            })
        }/>
    }
}

#[component]
fn LoadMember(portal: &'static Portal, section: Section, to_login: Callback<()>) -> impl IntoView {
    let session = use_session();
    let state = RwSignal::new(Load::Waiting);
    let load = Callback::new(move |()| {
        state.set(Load::Waiting);
        spawn_local(async move {
            match api::send::<GetMe>(&[], &Empty {}).await {
                Ok(view) if view.member.portal == portal.id => {
                    // Asking has extended the login, and it may have been begun in another tab.
                    session.refresh();
                    if let Some(account) = view.facts.social() {
                        last_channel::remember(&portal.id, account.provider);
                    }
                    state.try_set(Load::Ready(Some(view)));
                }
                Ok(_) => to_login.run(()),
                Err(failure) if failure.code() == Some(ProblemCode::LoginRequired) => to_login.run(()),
                Err(failure) if failure.code() == Some(ProblemCode::ConsentRequired) => {
                    session.refresh();
                    state.try_set(Load::Ready(None));
                }
                Err(failure) => drop(state.try_set(Load::Failed(failure))),
            }
        });
    });
    load.run(());
    let (query, navigate) = (use_query_map(), use_navigate());
    let agreed = Callback::new(move |()| {
        let next = query.with_untracked(|query| query.get("next"));
        match after_consent(&portal.id, next.as_deref()) {
            Some(page) => navigate(&page, NavigateOptions { replace: true, ..NavigateOptions::default() }),
            None => load.run(()),
        }
    });
    // Once the login is over, nothing of the member stays in sight.
    let over = Memo::new(move |was: Option<&bool>| {
        let known = session.view.with(Option::is_some);
        let member = session.member(&portal.id).is_some();
        known && !member && (was == Some(&true) || session.ended.with(Option::is_some))
    });
    let said = RwSignal::new(String::new());
    let changed = Callback::new(move |view: MemberView| {
        said.set(papers_words().done.to_owned());
        state.set(Load::Ready(Some(view)));
    });
    let left = Callback::new(move |view: MemberView| {
        said.set(link_words().left.to_owned());
        state.set(Load::Ready(Some(view)));
    });
    move || {
        if over.get() {
            return view! { <LoginRequired portal/> }.into_any();
        }
        view! {
            <p class="field__status field__status--good" role="status">{said}</p>
            <Loaded state on_retry=load children={move |view: Option<MemberView>| match (section, view) {
                (Section::Leave, _) => view! { <LeavePage portal/> }.into_any(),
                (_, None) => view! { <ConsentAgain portal on_done=agreed/> }.into_any(),
                (Section::Info, Some(view)) => view! { <Member portal view on_change=changed on_left=left/> }.into_any(),
                (Section::Change, Some(view)) => view! { <MyInfoPage portal year=year_of(&view.joined_at)/> }.into_any(),
                (Section::Password, Some(_)) => view! { <MyPassword portal/> }.into_any(),
                (Section::Consents, Some(_)) => view! { <MyConsents portal/> }.into_any(),
                (Section::Activity, Some(_)) => view! { <MyActivity portal/> }.into_any(),
                (Section::Logins, Some(_)) => view! { <MyLogins portal/> }.into_any(),
            }}/>
        }
        .into_any()
    }
}

/// What stands here when the login has ended.
#[component]
pub fn LoginRequired(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = &words().account;
    view! {
        <PageHeading title=words.login_required lead=fill(words.login_required_text, my_page(portal))/>
        <LinkButton href=routes::login_then(&portal.id, &routes::my(&portal.id))>{words.login}</LinkButton>
    }
}

/// The page of a member.
#[component]
pub fn Member(
    /// The portal.
    portal: &'static Portal,
    /// What the backend knows.
    view: MemberView,
    /// The member handed papers in again, and is this now.
    on_change: Callback<MemberView>,
    /// The member left the company, and is this now.
    #[prop(default = Callback::new(|_| {}))]
    on_left: Callback<MemberView>,
) -> impl IntoView {
    let words = words();
    arrive(portal, my_page(portal));
    let journeys = [Some(&view.journey), view.converted.as_ref()];
    let journeys: Vec<&Journey> = journeys.into_iter().flatten().filter_map(|id| portal.journey(id)).collect();
    // Certificates are of companies; where those have accounts of their own, they log those in.
    let takes = (portal.certificates.is_some() || portal.takes_financial()) && !has_companies(portal);
    let certificates = view.business_number.clone().filter(|_| takes);
    let member = view.member.clone();
    let (role, linked_by) = (member.role, member.linked_by);
    let again = view.rejected.is_some().then(|| view.clone());
    view! {
        <PageHeading title=my_page(portal) lead=words.account.my_lead/>
        <MyTabs portal section=Section::Info/>
        <Membership portal view=view.clone()/>
        {matches!(role, Role::Personal | Role::General | Role::Associate).then(|| view! { <WaitingInvitation portal/> })}
        <MyJourneys portal role linked=!view.member.company.is_empty()/>
        {(role == Role::Regular).then(|| view! { <MyOffer portal/> })}
        <Services portal role linked_by/>
        {may_leave(&member).then(|| view! { <LeaveCompany member on_left/> })}
        {again.map(|view| view! { <PapersAgain portal view on_done=on_change/> })}
        {certificates.map(|number| view! { <MyCertificates portal number/> })}
        {journeys.into_iter().map(|journey| view! { <Answers portal journey view=view.clone()/> }).collect_view()}
        <DownloadData/>
        <div class="my__print">
            <Button kind=ButtonKind::Tertiary on_click=|()| drop(window().print())>{words.frame.print}</Button>
        </div>
    }
}

/// The year of a moment.
fn year_of(at: &str) -> u16 {
    at.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
}

/// What was entered, step by step.
#[component]
fn Answers(portal: &'static Portal, journey: &'static Journey, view: MemberView) -> impl IntoView {
    let MemberView { files, facts, joined_at, .. } = view;
    let year = year_of(&joined_at);
    let shown = Shown { portal, journey, facts: facts.clone(), files, year, change: false, masked: false };
    let steps = journey.steps.iter().filter_map(|step| {
        let answer = facts.answers.get(&step.id)?.clone();
        Some(view! {
            <section class="my__step">
                <h2>{local(&step.title)}</h2>
                <AnswerList step answer shown=shown.clone()/>
            </section>
        })
    });
    steps.collect_view()
}
