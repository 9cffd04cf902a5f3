//! Which services the kind of member may use, by the table of the domain, and the way into those that the portal has.

use crate::api::{self, Failure};
use crate::i18n::{admin_words, approval_words, link_words, refusal, service_name};
use crate::pages::company::approval_shown::ApprovalShown;
use crate::routes;
use crate::session::use_session;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::badge::{Badge, BadgeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind, ButtonSize, LinkButton};
use crate::ui::dynamic::dynamic;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, Role};
use gaip_contract::endpoints::OpenService;
use gaip_domain::linked_by::LinkedBy;
use gaip_domain::permission::{Service, Standing};
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The services, and the way to the company for who may do something there. Nothing at portals whose manuals have no
/// table of services, and for members of whom the table does not speak.
#[component]
pub fn Services(
    /// The portal.
    portal: &'static Portal,
    /// The kind of member.
    role: Role,
    /// How a general member was linked to a company.
    linked_by: Option<LinkedBy>,
) -> impl IntoView {
    let words = admin_words();
    let failure = RwSignal::new(None::<Failure>);
    let row = move |standing: Standing, service: Service| {
        let may = standing.may(service);
        let (kind, text) = if may { (BadgeKind::Success, words.may) } else { (BadgeKind::Gray, words.may_not) };
        let word = service.opened_as().filter(|word| may && portal.service(word).is_some());
        view! {
            <li class="services__row">
                <span>{service_name(service)}</span>
                <Badge kind text/>
                {word.map(|word| view! { <Open word name=service_name(service) failure/> })}
            </li>
        }
    };
    let standing = Standing::of(role, linked_by, use_session().login_type());
    let standing = standing.filter(|_| !portal.services.is_empty());
    standing.map(|standing| {
        view! {
            <section class="my__step" aria-labelledby="my-services">
                <h2 id="my-services">{words.services}</h2>
                <ul class="services">{standing.services().map(|service| row(standing, service)).collect_view()}</ul>
                {dynamic(move || failure.get().map(|failure| view! {
                    <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
                }))}
                {(role == Role::Associate).then(|| view! { <p class="services__note">{words.services_note}</p> })}
                {standing.may(Service::TellApproval).then(|| view! {
                    <p class="services__note">{approval_words().lead}</p>
                    // A member shows a password and no certificate.
                    <ApprovalShown again=Callback::new(|_| {})/>
                })}
                {(standing != Standing::Certified && standing.may(Service::EditCompany)).then(|| view! {
                    <LinkButton kind=ButtonKind::Secondary size=ButtonSize::Medium href=routes::company(&portal.id)>
                        {words.go}
                    </LinkButton>
                })}
                {(standing == Standing::Certified).then(|| view! { <Certified portal/> })}
            </section>
        }
    })
}

/// Opens a service; the portal has it at another address.
#[component]
fn Open(word: &'static str, name: &'static str, failure: RwSignal<Option<Failure>>) -> impl IntoView {
    let session = use_session();
    let busy = RwSignal::new(false);
    let open = move |()| {
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let reply = api::send::<OpenService>(&[word], &Empty {}).await;
            busy.try_set(false);
            match reply {
                Ok(opened) => drop(window().location().assign(&opened.address)),
                Err(failed) if failed.code() == Some(ProblemCode::LoginRequired) => session.refresh(),
                Err(failed) => drop(failure.try_set(Some(failed))),
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Tertiary size=ButtonSize::Small busy on_click=open>
            {admin_words().open} <span class="visually-hidden">" " {name}</span>
        </Button>
    }
}

/// The ways to what a member who showed the company's certificate may do for it (manual row T16).
#[component]
fn Certified(portal: &'static Portal) -> impl IntoView {
    let words = link_words();
    let ways = [("info", words.edit), ("services", words.services)];
    let links = ways.map(|(part, name)| {
        let href = routes::company_part(&portal.id, part);
        view! { <LinkButton kind=ButtonKind::Secondary size=ButtonSize::Medium href>{name}</LinkButton> }
    });
    view! { <ButtonGroup>{links.collect_view()}</ButtonGroup> }
}
