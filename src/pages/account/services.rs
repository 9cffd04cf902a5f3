//! Which services the kind of member may use, by the table of the domain.

use crate::i18n::{admin_words, service_name};
use crate::routes;
use crate::ui::badge::{Badge, BadgeKind};
use crate::ui::button::{ButtonKind, ButtonSize, LinkButton};
use gaip_contract::bodies::Role;
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
    /// Whether the member has a company.
    linked: bool,
) -> impl IntoView {
    let words = admin_words();
    let row = |standing: Standing, service: Service| {
        let (kind, text) =
            if standing.may(service) { (BadgeKind::Success, words.may) } else { (BadgeKind::Gray, words.may_not) };
        view! { <li class="services__row"><span>{service_name(service)}</span><Badge kind text/></li> }
    };
    role.standing(linked).map(|standing| {
        view! {
            <section class="my__step" aria-labelledby="my-services">
                <h2 id="my-services">{words.services}</h2>
                <ul class="services">{standing.services().map(|service| row(standing, service)).collect_view()}</ul>
                {(role == Role::Associate).then(|| view! { <p class="services__note">{words.services_note}</p> })}
                {standing.may(Service::EditCompany).then(|| view! {
                    <LinkButton kind=ButtonKind::Secondary size=ButtonSize::Medium href=routes::company(&portal.id)>
                        {words.go}
                    </LinkButton>
                })}
            </section>
        }
    })
}
