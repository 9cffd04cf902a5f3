//! The one press that accepts.

use super::refused::is_refusal;
use crate::api::{self, Failure};
use crate::i18n::{fill, invitation_words, refusal, to_my_page};
use crate::routes;
use crate::session::use_session;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize, LinkButton};
use crate::ui::dynamic::dynamic;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{Empty, MemberBrief};
use gaip_contract::endpoints::AcceptInvitation;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// My page; it leads back where it only asks for consent.
fn my_page(portal: &Portal, failure: &Failure) -> String {
    match failure.code() {
        Some(ProblemCode::ConsentRequired) => routes::my_then(&portal.id, &routes::invitation(&portal.id)),
        _ => routes::my(&portal.id),
    }
}

/// The button, and why it was refused.
#[component]
pub(super) fn Accept(
    portal: &'static Portal,
    /// Who accepts.
    member: MemberBrief,
    /// They belong to the company.
    on_done: Callback<()>,
    /// The invitation cannot be accepted any more.
    refuse: Callback<Failure>,
    /// Why it was refused, for the gallery.
    #[prop(optional_no_strip)]
    failure: Option<Failure>,
) -> impl IntoView {
    let (words_of, session) = (invitation_words(), use_session());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(failure));
    let press = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let reply = api::send::<AcceptInvitation>(&[&portal.id], &Empty {}).await;
            busy.try_set(false);
            match reply {
                Ok(view) => {
                    // First what is shown here: the session builds it anew.
                    on_done.try_run(());
                    session.apply(view);
                }
                Err(failed) if failed.code() == Some(ProblemCode::LoginRequired) => session.refresh(),
                Err(failed) if is_refusal(&failed) => drop(refuse.try_run(failed)),
                Err(failed) => drop(failure.try_set(Some(failed))),
            }
        });
    };
    let text = if member.login_id.is_empty() {
        words_of.accept_here.to_owned()
    } else {
        fill(words_of.accept_text, &member.login_id)
    };
    view! {
        {dynamic(move || failure.get().map(|failure| view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive>
                <p>{refusal(&failure)}</p>
                <LinkButton kind=ButtonKind::Secondary size=ButtonSize::Medium href=my_page(portal, &failure)>
                    {to_my_page(portal)}
                </LinkButton>
            </Notice>
        }))}
        <p>{text}</p>
        <div class="row"><Button busy on_click=press>{words_of.accept}</Button></div>
    }
}
