//! What one is invited to, and what to do about it, by who is logged in.

use super::accept::Accept;
use super::enter::{AsCompany, Enter};
use crate::api::Failure;
use crate::i18n::{date_time, fill, invitation_words, to_my_page};
use crate::routes;
use crate::session::use_session;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::LinkButton;
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use crate::ui::page_heading::PageHeading;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_contract::bodies::InvitationOffer;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// Where the focus goes after accepting.
const DONE: &str = "invitation-done";

/// The offer; after accepting what came of it.
#[component]
pub(super) fn OfferView(
    portal: &'static Portal,
    offer: InvitationOffer,
    /// The invitation cannot be accepted any more.
    refuse: Callback<Failure>,
    /// It was just accepted, for the gallery.
    #[prop(optional)]
    accepted: bool,
) -> impl IntoView {
    let (words, session) = (invitation_words(), use_session());
    let done = RwSignal::new(accepted);
    let InvitationOffer { company, inviter, expires_at } = offer;
    let name = company.clone();
    let on_done = Callback::new(move |()| {
        done.set(true);
        focus_soon(DONE);
    });
    // Whoever logs out meanwhile is asked to log in again; the time of the login is no reason to build anew.
    let company_itself = Memo::new(move |_| session.company(&portal.id).is_some());
    let member = Memo::new(move |_| session.member(&portal.id));
    let known = Memo::new(move |_| session.view.with(Option::is_some));
    view! {
        <PageHeading title=words.title lead=words.lead/>
        <SummaryList>
            <SummaryRow name=words.company>{company}</SummaryRow>
            {inviter.map(|inviter| view! { <SummaryRow name=words.inviter>{inviter}</SummaryRow> })}
            <SummaryRow name=words.until>{date_time(&expires_at)}</SummaryRow>
        </SummaryList>
        <div id=DONE class="invitation" tabindex="-1">
            {dynamic(move || if done.get() {
                view! { <Done portal company=name.clone()/> }.into_any()
            } else if let Some(member) = member.get() {
                view! { <Accept portal member on_done refuse/> }.into_any()
            } else if company_itself.get() {
                view! { <AsCompany portal/> }.into_any()
            } else if known.get() {
                view! { <Enter portal/> }.into_any()
            } else {
                ().into_any()
            })}
        </div>
    }
}

#[component]
fn Done(portal: &'static Portal, company: String) -> impl IntoView {
    let invitation = invitation_words();
    view! {
        <Notice kind=NoticeKind::Success title=invitation.done live=Live::Polite>
            <p>{fill(invitation.done_text, company)}</p>
        </Notice>
        <div class="row"><LinkButton href=routes::my(&portal.id)>{to_my_page(portal)}</LinkButton></div>
    }
}
