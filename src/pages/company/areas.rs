//! What a company can do that is logged in as itself (manual rows T97, T101).

use crate::i18n::company_login_words;
use crate::routes;
use crate::ui::disclosure::Disclosure;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The four areas, and what the approval password is.
#[component]
pub(super) fn Areas(portal: &'static Portal) -> impl IntoView {
    let words = company_login_words();
    let (info, services) = (routes::company_part(&portal.id, "info"), routes::company_part(&portal.id, "services"));
    let areas = [
        (words.edit, words.edit_text, info),
        (words.people_area, words.people_text, "#employees-part".to_owned()),
        (words.services_area, words.services_text, services.clone()),
        (words.mileage_area, words.mileage_text, services),
    ];
    let areas = areas.map(|(name, text, href)| view! { <li><a href=href>{name}</a><p>{text}</p></li> });
    view! {
        <section class="my__step" aria-labelledby="company-areas">
            <h2 id="company-areas">{words.areas}</h2>
            <ul class="notes">{areas.collect_view()}</ul>
            <Disclosure summary=words.approval_help><p>{words.approval_help_text}</p></Disclosure>
        </section>
        <div id="employees-part" tabindex="-1"></div>
    }
}
