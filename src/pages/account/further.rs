//! The way from the login page to the registration of a further certificate.

use crate::i18n::{certificate_words, local};
use crate::routes;
use crate::ui::button::{ButtonKind, LinkButton};
use gaip_domain::portal::{Portal, Purpose};
use leptos::prelude::*;

/// Where a certificate that is not registered yet can be (manual row W114).
#[component]
pub fn FurtherCertificate(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    portal.of_purpose(Purpose::Certificate).map(|journey| {
        view! {
            <section class="login-certificate" aria-labelledby="login-further">
                <h2 class="login-join__title" id="login-further">{local(&journey.title)}</h2>
                <p>{certificate_words().further_lead}</p>
                <div class="row">
                    <LinkButton kind=ButtonKind::Secondary href=routes::signup(&portal.id, &journey.id)>
                        {local(&journey.title)}
                    </LinkButton>
                </div>
            </section>
        }
    })
}
