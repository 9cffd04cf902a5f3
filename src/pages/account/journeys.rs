//! The way from the member's own page into what takes steps of its own.

use crate::i18n::{local, words};
use crate::routes;
use crate::ui::button::{ButtonGroup, ButtonKind, LinkButton};
use gaip_contract::bodies::Role;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// What a member of this role can apply for step by step (manual row K41).
#[component]
pub fn MyJourneys(
    /// The portal.
    portal: &'static Portal,
    /// What the member is.
    role: Role,
    /// The member has a company.
    linked: bool,
) -> impl IntoView {
    let journeys: Vec<_> = portal.for_members().filter(|journey| role.may_take(journey.purpose, linked)).collect();
    (!journeys.is_empty()).then(|| {
        let links = journeys.into_iter().map(|journey| {
            view! {
                <LinkButton kind=ButtonKind::Secondary href=routes::signup(&portal.id, &journey.id)>
                    {local(&journey.title)}
                </LinkButton>
            }
        });
        view! {
            <section class="my__step" aria-labelledby="my-journeys">
                <h2 id="my-journeys">{words().account.applications}</h2>
                <ButtonGroup>{links.collect_view()}</ButtonGroup>
            </section>
        }
    })
}
