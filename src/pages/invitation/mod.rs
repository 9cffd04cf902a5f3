//! An invitation to a company (row X2): what it is, and one button that accepts it. The backend's session holds it over
//! logging in and joining; the token is taken out of the address at once.

mod accept;
mod enter;
mod offer;
mod refused;
#[cfg(feature = "gallery")]
mod stories;
mod waiting;

#[cfg(feature = "gallery")]
pub use stories::STORIES;
pub use waiting::{WaitingInvitation, is_held};

use crate::api;
use crate::i18n::invitation_words;
use crate::pages::account::page::{AccountPage, arrive};
use crate::pages::load::{FailedPage, Load};
use crate::routes;
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use crate::ui::spinner::Spinner;
use gaip_contract::bodies::{Empty, InvitationOffer, InvitationToken};
use gaip_contract::endpoints::{GetInvitation, OpenInvitation};
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use offer::OfferView;
use refused::{Refused, is_refusal};

/// The page.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let fragment = use_location().hash;
    let navigate = use_navigate();
    view! {
        <AccountPage children=move |portal: &'static Portal| {
            let navigate = navigate.clone();
            let hide = Callback::new(move |()| {
                let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
                navigate(&routes::invitation(&portal.id), options);
            });
            view! { <LoadOffer portal fragment hide/> }
        }/>
    }
}

/// Asks what the link invites to, or what the session holds where there is no link.
#[component]
fn LoadOffer(portal: &'static Portal, fragment: Memo<String>, hide: Callback<()>) -> impl IntoView {
    arrive(portal, invitation_words().title);
    let state = RwSignal::new(Load::<InvitationOffer>::Waiting);
    let load = Callback::new(move |token: Option<String>| {
        state.set(Load::Waiting);
        spawn_local(async move {
            let reply = match token {
                Some(token) => api::send::<OpenInvitation>(&[&portal.id], &InvitationToken { token }).await,
                None => api::send::<GetInvitation>(&[&portal.id], &Empty {}).await,
            };
            state.try_set(reply.map_or_else(Load::Failed, Load::Ready));
            // The heading comes with the answer.
            focus_soon("page-title");
        });
    });
    // Where the network fails the token is still wanted.
    let last = StoredValue::new(None::<String>);
    Effect::new(move |before: Option<()>| {
        let token = fragment.with(|text| text.trim_start_matches('#').to_owned());
        if !token.is_empty() {
            last.set_value(Some(token.clone()));
            load.run(Some(token));
            hide.run(());
        } else if before.is_none() {
            load.run(None);
        }
    });
    let retry = Callback::new(move |()| load.run(last.get_value()));
    let refuse = Callback::new(move |failure| state.set(Load::Failed(failure)));
    let state = Memo::new(move |_| state.get());
    dynamic(move || match state.get() {
        Load::Waiting => view! {
            <div class="waiting"><Spinner text=crate::i18n::words().frame.loading/></div>
        }
        .into_any(),
        Load::Ready(offer) => view! { <OfferView portal offer refuse/> }.into_any(),
        Load::Failed(failure) if is_refusal(&failure) => view! { <Refused portal failure/> }.into_any(),
        Load::Failed(failure) => view! { <FailedPage failure on_retry=retry/> }.into_any(),
    })
}
