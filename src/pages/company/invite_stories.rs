//! States of inviting people, for the gallery.

use super::invitations::InvitationsPart;
use super::inviting::Inviting;
use crate::api::Failure;
use crate::i18n::{fill, invitation_words, wrong_addresses};
use crate::ui::story::Story;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::InvitationView;
use gaip_domain::invitation;
use leptos::prelude::*;

/// Every state.
pub const STORIES: &[Story] = &[
    Story { name: "pages/company/invitations", view: || part(Inviting::new(Some(rows()))) },
    Story { name: "pages/company/invitations-none", view: || part(Inviting::new(Some(vec![]))) },
    Story { name: "pages/company/invited", view: || said(Ok(fill(invitation_words().sent, 2))) },
    Story { name: "pages/company/invitations-over", view: || said(refused(ProblemCode::InvitationsOver)) },
    Story { name: "pages/company/invite", view: || typing("") },
    Story { name: "pages/company/invite-wrong", view: || typing("park.sena@example.com, lee@example\nchoi") },
];

fn rows() -> Vec<InvitationView> {
    let row = |(email, expired, resends_left): (&str, bool, u32)| InvitationView {
        id: email.to_owned(),
        email: email.to_owned(),
        sent_at: "2026-11-21T05:05:00Z".to_owned(),
        expires_at: "2026-11-28T05:05:00Z".to_owned(),
        expired,
        resends_left,
    };
    [
        ("pa***@example.com", false, 5),
        ("le***@hanbit-precision-overseas.example.com", false, 0),
        ("ch***@example.com", true, 3),
    ]
    .map(row)
    .into()
}

fn refused(code: ProblemCode) -> Result<String, Failure> {
    Err(Failure::Refused(Box::new(code.into())))
}

fn part(inviting: Inviting) -> AnyView {
    view! { <div class="company"><InvitationsPart inviting/></div> }.into_any()
}

fn said(said: Result<String, Failure>) -> AnyView {
    let inviting = Inviting::new(Some(rows()));
    inviting.said.set(Some(said));
    part(inviting)
}

fn typing(text: &str) -> AnyView {
    let inviting = Inviting::new(Some(rows()));
    inviting.typed.set(text.to_owned());
    let typed = invitation::split(text);
    if let Err(problems) = invitation::parse(&typed) {
        inviting.wrong.set((!typed.is_empty()).then(|| wrong_addresses(&typed, &problems)));
    }
    inviting.open.set(true);
    part(inviting)
}
