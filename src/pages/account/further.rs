//! The way from the login page to the registration of a further certificate.

use crate::i18n::{certificate_words, local};
use crate::routes;
use crate::ui::button::{ButtonKind, LinkButton};
use gaip_domain::portal::{Journey, Portal, Purpose};
use leptos::prelude::*;

/// Where a certificate that is not registered yet can be (manual row W114).
#[component]
pub fn FurtherCertificate(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    portal.of_purpose(Purpose::Certificate).map(|journey| {
        let text = certificate_words().further_lead.to_owned();
        view! {
            <OtherWay portal journey class="login-certificate" id="login-further" title=local(&journey.title) text/>
        }
    })
}

/// A journey that begins at the login page, as a part of it.
#[component]
pub(super) fn OtherWay(
    portal: &'static Portal,
    journey: &'static Journey,
    class: &'static str,
    /// Of the title.
    id: &'static str,
    title: String,
    text: String,
) -> impl IntoView {
    view! {
        <section class=class aria-labelledby=id>
            <h2 class="login-join__title" id=id>{title}</h2>
            <p>{text}</p>
            <div class="row">
                <LinkButton kind=ButtonKind::Secondary href=routes::signup(&portal.id, &journey.id)>
                    {local(&journey.title)}
                </LinkButton>
            </div>
        </section>
    }
}
