//! A document of a portal, to read and print.

use crate::api;
use crate::i18n::{fill, lang, local, words};
use crate::pages::load::{Load, Loaded, WithPortal};
use crate::pages::not_found::NotFoundPage;
use crate::pages::part_of_address;
use crate::pages::site::Site;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::page_heading::PageHeading;
use gaip_contract::bodies::TermsView;
use gaip_domain::portal::{Portal, TermsDocument};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The document of the address.
#[component]
pub fn TermsPage() -> impl IntoView {
    let (portal, id) = (part_of_address(0), part_of_address(2));
    view! {
        <WithPortal id=portal children=move |portal: &'static Portal| {
            match portal.terms_document(&id) {
                Some(terms) => view! { <Site portal><Document portal terms/></Site> }.into_any(),
                None => view! { <Site portal><NotFoundPage/></Site> }.into_any(),
            }
        }/>
    }
}

#[component]
fn Document(portal: &'static Portal, terms: &'static TermsDocument) -> impl IntoView {
    let state = RwSignal::new(Load::Waiting);
    let load = Callback::new(move |()| {
        state.set(Load::Waiting);
        spawn_local(async move {
            let result = api::terms(&portal.id, &terms.id, lang()).await;
            state.try_set(result.map_or_else(Load::Failed, Load::Ready));
        });
    });
    load.run(());
    view! {
        <PageHeading title=local(&terms.title)/>
        <Loaded state on_retry=load children=|view: TermsView| view! {
            <p>{fill(words().frame.version, &view.version)}</p>
            <article class="document" inner_html=view.html></article>
            <Button kind=ButtonKind::Tertiary on_click=|()| drop(window().print())>{words().frame.print}</Button>
        }/>
    }
}
