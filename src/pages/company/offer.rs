//! The master's role, offered to a regular member, on the member's own page.

use crate::api::{self, Failure};
use crate::i18n::{admin_words, date_time, fill, refusal};
use crate::routes;
use crate::session::use_session;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use gaip_contract::bodies::{Empty, MasterOffer};
use gaip_contract::endpoints::{AcceptOffer, DeclineOffer, GetMyOffer};
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Where the focus goes after declining.
const PLACE: &str = "my-offer";

/// The offer, while there is one. Whoever accepts goes on to the company.
#[component]
pub fn MyOffer(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let session = use_session();
    let offer = RwSignal::new(None::<MasterOffer>);
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let declined = RwSignal::new(false);
    let accepted = RwSignal::new(false);
    Effect::new(move || {
        spawn_local(async move {
            // Without an answer nothing is offered here; the member can come again.
            if let Ok(mine) = api::send::<GetMyOffer>(&[], &Empty {}).await {
                offer.try_set(mine.offer);
            }
        });
    });
    // The router is there once the page is in the browser.
    Effect::new(move || {
        if accepted.get() {
            use_navigate()(&routes::company(&portal.id), NavigateOptions::default());
        }
    });
    let answer = Callback::new(move |accept: bool| {
        let Some(id) = offer.get_untracked().map(|offer| offer.id).filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let reply = if accept {
                api::send::<AcceptOffer>(&[&id], &Empty {}).await
            } else {
                api::send::<DeclineOffer>(&[&id], &Empty {}).await
            };
            busy.try_set(false);
            match reply {
                Ok(_) if accept => {
                    session.refresh();
                    accepted.try_set(true);
                }
                Ok(_) => {
                    offer.try_set(None);
                    declined.try_set(true);
                    focus_soon(PLACE);
                }
                Err(refused) => drop(failure.try_set(Some(refused))),
            }
        });
    });
    let words = admin_words();
    view! {
        <div id=PLACE class="company__offer" tabindex="-1">
            {dynamic(move || failure.get().map(|failure| view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
            }))}
            {dynamic(move || declined.get().then(|| view! {
                <Notice kind=NoticeKind::Success live=Live::Polite><p>{words.declined}</p></Notice>
            }))}
            {dynamic(move || offer.get().map(|offer| view! { <OfferCard offer busy on_answer=answer/> }))}
        </div>
    }
}

/// What is offered, by whom and until when, and both answers.
#[component]
pub(super) fn OfferCard(offer: MasterOffer, busy: RwSignal<bool>, on_answer: Callback<bool>) -> impl IntoView {
    let words = admin_words();
    view! {
        <Notice kind=NoticeKind::Info title=words.offered>
            <p>{fill(words.offered_text, offer.from)}</p>
            <p>{fill(words.until, date_time(&offer.expires_at))}</p>
            <div class="row">
                <Button size=ButtonSize::Medium busy on_click=move |()| on_answer.run(true)>{words.accept}</Button>
                <Button size=ButtonSize::Medium kind=ButtonKind::Tertiary on_click=move |()| on_answer.run(false)>
                    {words.decline}
                </Button>
            </div>
        </Notice>
    }
}
