//! A journey that is not for a member of this kind.

use super::page::arrive;
use crate::i18n::{fill, link_words, my_page, to_my_page, words};
use crate::routes;
use crate::ui::button::LinkButton;
use crate::ui::page_heading::PageHeading;
use gaip_domain::portal::{Journey, Portal, Purpose};
use leptos::prelude::*;

/// Says for whom it is, and leads to the member's own page.
#[component]
pub fn NotForMember(
    /// The portal.
    portal: &'static Portal,
    /// The journey.
    journey: &'static Journey,
) -> impl IntoView {
    let words = &words().account;
    arrive(portal, words.not_for_title);
    let lead = match journey.purpose {
        Purpose::Company => words.not_for_company,
        Purpose::Link => link_words().not_for,
        _ => words.not_for_conversion,
    };
    view! {
        <PageHeading title=words.not_for_title lead=fill(lead, my_page(portal))/>
        <LinkButton href=routes::my(&portal.id)>{to_my_page(portal)}</LinkButton>
    }
}
