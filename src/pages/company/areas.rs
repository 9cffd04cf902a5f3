//! What can be done for a company by who is no master (manual rows K16, K17, T97, T101).

use super::standing;
use crate::i18n::company_login_words;
use crate::routes;
use crate::ui::disclosure::Disclosure;
use gaip_domain::permission::{Service, Standing};
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The areas that somebody may use; for the company itself also what the approval password is.
#[component]
pub(super) fn Areas(portal: &'static Portal) -> impl IntoView {
    let words = company_login_words();
    let standing = standing(portal);
    let company = standing == Some(Standing::Company);
    let (info, services) = (routes::company_part(&portal.id, "info"), routes::company_part(&portal.id, "services"));
    let edit_text = if company { words.edit_text } else { words.edit_text_member };
    let areas = [
        (Service::EditCompany, words.edit, edit_text, info),
        (Service::EndRelations, words.people_area, words.people_text, "#employees-part".to_owned()),
        (Service::Mileage, words.services_area, words.services_text, services.clone()),
        (Service::Mileage, words.mileage_area, words.mileage_text, services),
    ];
    let areas = areas.into_iter().filter(|(service, ..)| standing.is_some_and(|standing| standing.may(*service)));
    let areas = areas.map(|(_, name, text, href)| view! { <li><a href=href>{name}</a><p>{text}</p></li> });
    view! {
        <section class="my__step" aria-labelledby="company-areas">
            <h2 id="company-areas">{words.areas}</h2>
            <ul class="notes">{areas.collect_view()}</ul>
            {company.then(|| view! { <Disclosure summary=words.approval_help><p>{words.approval_help_text}</p></Disclosure> })}
        </section>
        <div id="employees-part" tabindex="-1"></div>
    }
}
