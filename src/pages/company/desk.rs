//! Who may be here, and what of the company stands on the page.

use super::acts::Acting;
use super::areas::Areas;
use super::employees::EmployeesPart;
use super::info::InfoPart;
use super::invitations::InvitationsPart;
use super::inviting::Inviting;
use super::log::LogPart;
use super::logins::LoginsPart;
use super::overview::Overview;
use super::said::SaidNotice;
use super::services::ServicesPart;
use super::{Heading, Part, Tabs, is_certified};
use crate::api::{self, Failure};
use crate::i18n::{admin_words, to_my_page, words};
use crate::pages::account::page::arrive;
use crate::pages::load::FailedPage;
use crate::pages::not_found::NotFoundPage;
use crate::routes;
use crate::session::use_session;
use crate::ui::button::LinkButton;
use crate::ui::dynamic::dynamic;
use crate::ui::page_heading::PageHeading;
use crate::ui::spinner::Spinner;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{CompanyView, Empty};
use gaip_contract::endpoints::GetCompany;
use gaip_domain::permission::{Service, Standing};
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

/// What stands on the page.
#[derive(Clone, PartialEq)]
enum Place {
    Waiting,
    /// The list and the overview.
    People,
    /// What somebody may do who does not manage the people.
    Areas,
    Log,
    /// What the company changes of itself.
    Info,
    Services,
    /// Where the company is logged in.
    Logins,
    Nowhere,
    /// Another kind of member.
    NotAllowed,
    /// The login has ended: nothing of the company stays in sight.
    Over,
    Failed(Failure),
}

/// The company of the member who is logged in.
#[component]
pub(super) fn CompanyDesk(portal: &'static Portal, to_login: Callback<()>, to_consent: Callback<()>) -> impl IntoView {
    let session = use_session();
    let company = RwSignal::new(None::<CompanyView>);
    let failure = RwSignal::new(None::<Failure>);
    let acting = Acting::new(company);
    // Who showed the company's certificate sees a part of it, and not its people.
    let certified = Memo::new(move |_| is_certified(portal));
    let load = Callback::new(move |()| {
        if certified.get_untracked() {
            return;
        }
        spawn_local(async move {
            let reply = api::send::<GetCompany>(&[], &Empty {}).await;
            let nothing = company.try_with_untracked(Option::is_none).unwrap_or_default();
            // Asking has extended the login, and it may have been begun in another tab.
            session.refresh();
            match reply {
                Ok(view) => {
                    company.try_set(Some(view));
                    failure.try_set(None);
                }
                Err(failed) if failed.code() == Some(ProblemCode::LoginRequired) => to_login.run(()),
                Err(failed) if failed.code() == Some(ProblemCode::ConsentRequired) => to_consent.run(()),
                // What stands here stays while the backend is out of reach, but not for who may not see it any more.
                Err(failed) if failed.code() == Some(ProblemCode::NotAllowed) || nothing => {
                    failure.try_set(Some(failed));
                }
                Err(_) => {}
            }
        });
    });
    Effect::new(move || {
        acting.changed.track();
        load.run(());
    });
    let address = use_location().pathname;
    let over = Memo::new(move |was: Option<&bool>| {
        let member = session.is_in(&portal.id);
        let known = session.view.with(Option::is_some);
        known && !member && (was == Some(&true) || session.ended.with(Option::is_some))
    });
    let place = Memo::new(move |_| {
        let part = address.with(|address| routes::part(address, 2).to_owned());
        match failure.get() {
            _ if over.get() => Place::Over,
            _ if certified.get() => match part.as_str() {
                "" | "info" => Place::Info,
                "services" => Place::Services,
                _ => Place::NotAllowed,
            },
            Some(failed) if failed.code() == Some(ProblemCode::NotAllowed) => Place::NotAllowed,
            Some(failed) => Place::Failed(failed),
            None => company.with(|company| company.as_ref().map_or(Place::Waiting, |company| of(company, &part))),
        }
    });
    view! {
        <div class="company">
            {dynamic(move || match place.get() {
                Place::Waiting => view! { <div class="waiting"><Spinner text=words().frame.loading/></div> }.into_any(),
                Place::People => view! { <People portal acting/> }.into_any(),
                Place::Areas => view! { <Own portal acting/> }.into_any(),
                Place::Log => view! { <LogPart portal/> }.into_any(),
                Place::Info => view! { <InfoPart portal/> }.into_any(),
                Place::Services => view! { <ServicesPart portal/> }.into_any(),
                Place::Logins => view! { <LoginsPart portal/> }.into_any(),
                Place::Nowhere => view! { <NotFoundPage/> }.into_any(),
                Place::NotAllowed => view! { <NotAllowed portal/> }.into_any(),
                Place::Over => view! { <LoginOver portal/> }.into_any(),
                Place::Failed(failure) => view! { <FailedPage failure on_retry=load/> }.into_any(),
            })}
        </div>
    }
}

/// The place of a part of the address, for who sees the company so.
fn of(company: &CompanyView, part: &str) -> Place {
    let standing = company.role.map_or(Some(Standing::Company), |role| role.standing(None));
    let only = |service, place| match standing {
        Some(standing) if standing.may(service) => place,
        _ => Place::NotAllowed,
    };
    match part {
        "" if company.counts.is_none() => Place::Areas,
        "" => Place::People,
        "log" => only(Service::EndRelations, Place::Log),
        "info" => only(Service::EditCompany, Place::Info),
        "services" => only(Service::Mileage, Place::Services),
        "logins" if company.role.is_none() => Place::Logins,
        _ => Place::Nowhere,
    }
}

#[component]
fn Own(portal: &'static Portal, acting: Acting) -> impl IntoView {
    arrive(portal, admin_words().title);
    view! {
        <Heading portal/>
        <Tabs portal at=Part::People/>
        {dynamic(move || acting.company.get().map(|company| view! { <Overview company acting/> }))}
        <Areas portal/>
    }
}

#[component]
fn People(portal: &'static Portal, acting: Acting) -> impl IntoView {
    let session = use_session();
    arrive(portal, admin_words().title);
    let inviting = Inviting::new(None);
    Effect::new(move || inviting.load());
    view! {
        <Heading portal/>
        <Tabs portal at=Part::People/>
        {dynamic(move || acting.company.get().map(|company| view! { <Overview company acting/> }))}
        {dynamic(move || session.company(&portal.id).map(|_| view! { <Areas portal/> }))}
        <InvitationsPart inviting/>
        <SaidNotice acting/>
        <EmployeesPart portal acting/>
    }
}

/// What stands here for other kinds of members.
#[component]
pub fn NotAllowed(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = admin_words();
    view! {
        <PageHeading title=words.not_allowed lead=words.not_allowed_text/>
        <LinkButton href=routes::my(&portal.id)>{to_my_page(portal)}</LinkButton>
    }
}

/// What stands here when the login has ended.
#[component]
pub fn LoginOver(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let account = &words().account;
    view! {
        <PageHeading title=account.login_required lead=admin_words().login_text/>
        <LinkButton href=routes::login_then(&portal.id, &routes::company(&portal.id))>{account.login}</LinkButton>
    }
}
