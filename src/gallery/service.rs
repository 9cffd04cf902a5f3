//! Where a service leads that is opened in the demo: the portal has it at another address, which needs a server.

use super::say;
use crate::i18n;
use crate::pages::sandbox::ServiceOpened;
use crate::routes;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonSize, LinkButton};
use crate::ui::dynamic::dynamic;
use crate::ui::page_heading::PageHeading;
use gaip_domain::permission::Service;
use leptos::prelude::*;

/// The page of a service, by its word.
#[component]
pub(super) fn ServicePage(word: String) -> impl IntoView {
    let session = use_session();
    let service = Service::all().find(|service| service.opened_as() == Some(&word));
    let name = service.map_or("", i18n::service_name);
    Effect::new(move || document().set_title(name));
    // Back to whoever opened it.
    let back = Memo::new(move |_| {
        let member = session.view.with(|view| view.as_ref()?.member.as_ref().map(|member| member.portal.clone()));
        member.map_or_else(|| routes::HOME.to_owned(), |portal| routes::my(&portal))
    });
    view! {
        <main id="main" class="container page">
            <PageHeading title=name/>
            {service.map(|service| view! { <ServiceOpened service/> })}
            {dynamic(move || view! {
                <LinkButton kind=ButtonKind::Secondary size=ButtonSize::Medium href=back.get()>
                    {say("돌아가기", "Back")}
                </LinkButton>
            })}
        </main>
    }
}
