//! An invitation that cannot be accepted: which way, and what to do.

use crate::api::Failure;
use crate::i18n::{invitation_words, refusal, to_my_page, words};
use crate::routes;
use crate::ui::button::{ButtonGroup, ButtonKind, LinkButton};
use crate::ui::page_heading::PageHeading;
use gaip_contract::ProblemCode;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// Whether the invitation itself is why, and no press will help.
pub(super) fn is_refusal(failure: &Failure) -> bool {
    matches!(
        failure.code(),
        Some(
            ProblemCode::InvitationGone
                | ProblemCode::InvitationExpired
                | ProblemCode::InvitationWithdrawn
                | ProblemCode::InvitationUsed
        )
    )
}

/// The page.
#[component]
pub(super) fn Refused(portal: &'static Portal, failure: Failure) -> impl IntoView {
    view! {
        <PageHeading title=invitation_words().refused lead=refusal(&failure)/>
        <ButtonGroup>
            <LinkButton kind=ButtonKind::Tertiary href=routes::portal(&portal.id)>{words().frame.go_home}</LinkButton>
            <LinkButton href=routes::my(&portal.id)>{to_my_page(portal)}</LinkButton>
        </ButtonGroup>
    }
}
