//! How to get back what one forgot (manual rows T113, T117).

use crate::i18n::{local, words};
use crate::routes;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The ways; nothing where the portal has none.
#[component]
pub(super) fn RecoveryLinks(portal: &'static Portal) -> impl IntoView {
    let links: Vec<_> = portal
        .recoveries()
        .map(|journey| view! { <li><a href=routes::signup(&portal.id, &journey.id)>{local(&journey.title)}</a></li> })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <nav class="login__recovery" aria-label=words().account.recovery><ul class="row">{links}</ul></nav>
        }
    })
}
