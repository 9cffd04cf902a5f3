//! Which services the kind of member may use, by the table of the domain.

use crate::i18n::{admin_words, link_words, service_name};
use crate::routes;
use crate::ui::badge::{Badge, BadgeKind};
use crate::ui::button::{ButtonGroup, ButtonKind, ButtonSize, LinkButton};
use gaip_contract::bodies::Role;
use gaip_domain::linked_by::LinkedBy;
use gaip_domain::permission::{Service, Standing};
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The services, and the way to the company for who administers it. Nothing for members of whom the table does not speak.
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
    let row = |standing: Standing, service: Service| {
        let (kind, text) =
            if standing.may(service) { (BadgeKind::Success, words.may) } else { (BadgeKind::Gray, words.may_not) };
        view! { <li class="services__row"><span>{service_name(service)}</span><Badge kind text/></li> }
    };
    role.standing(linked_by).map(|standing| {
        view! {
            <section class="my__step" aria-labelledby="my-services">
                <h2 id="my-services">{words.services}</h2>
                <ul class="services">{standing.services().map(|service| row(standing, service)).collect_view()}</ul>
                {(role == Role::Associate).then(|| view! { <p class="services__note">{words.services_note}</p> })}
                {standing.may(Service::ApproveAssociates).then(|| view! {
                    <LinkButton kind=ButtonKind::Secondary size=ButtonSize::Medium href=routes::company(&portal.id)>
                        {words.go}
                    </LinkButton>
                })}
                {(standing == Standing::Certified).then(|| view! { <Certified portal/> })}
            </section>
        }
    })
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
