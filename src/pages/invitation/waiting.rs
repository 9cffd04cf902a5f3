//! Whether an invitation waits for the member, after logging in and on their own page.

use crate::api;
use crate::i18n::{fill, invitation_words};
use crate::routes;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{ButtonKind, ButtonSize, LinkButton};
use crate::ui::dynamic::dynamic;
use gaip_contract::bodies::{Empty, InvitationOffer};
use gaip_contract::endpoints::GetInvitation;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Whether the session holds one that can be accepted.
pub async fn is_held(portal: &Portal) -> bool {
    api::send::<GetInvitation>(&[&portal.id], &Empty {}).await.is_ok()
}

/// The way to it, while there is one.
#[component]
pub fn WaitingInvitation(
    /// The portal.
    portal: &'static Portal,
    /// What waits, for the gallery.
    #[prop(optional_no_strip)]
    offer: Option<InvitationOffer>,
) -> impl IntoView {
    let words = invitation_words();
    let offer = RwSignal::new(offer);
    Effect::new(move || {
        spawn_local(async move {
            if let Ok(found) = api::send::<GetInvitation>(&[&portal.id], &Empty {}).await {
                offer.try_set(Some(found));
            }
        });
    });
    dynamic(move || {
        offer.get().map(|offer| {
            view! {
                <Notice kind=NoticeKind::Info title=words.waiting>
                    <p>{fill(words.waiting_text, offer.company)}</p>
                    <LinkButton kind=ButtonKind::Secondary size=ButtonSize::Medium href=routes::invitation(&portal.id)>
                        {words.look}
                    </LinkButton>
                </Notice>
            }
        })
    })
}
