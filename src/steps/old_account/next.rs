//! Where an old member goes after the account has moved (manual rows T72, T73, T120).

use crate::i18n::{old_member_words, words};
use crate::routes;
use crate::ui::button::{ButtonKind, LinkButton};
use crate::wizard::answering::Answering;
use gaip_domain::facts::{Answer, CompanyStanding};
use gaip_domain::portal::Purpose;
use leptos::prelude::*;

/// Logging in, and before it the registration of a company that is not registered yet.
#[component]
pub fn AfterMoving(
    /// The last page of the journey.
    answering: Answering,
) -> impl IntoView {
    let portal = answering.draft.portal;
    let new = answering.draft.view.with_untracked(|view| {
        let unregistered = |answer: &Answer| {
            matches!(answer, Answer::Company { standing, .. } if *standing != CompanyStanding::Registered)
        };
        view.facts.answers.values().any(unregistered)
    });
    let register = portal.of_purpose(Purpose::Company).filter(|_| new).map(|journey| {
        let then = routes::login_then(&portal.id, &routes::signup(&portal.id, &journey.id));
        view! { <LinkButton href=then>{old_member_words().register}</LinkButton> }
    });
    let kind = if register.is_some() { ButtonKind::Tertiary } else { ButtonKind::Primary };
    view! {
        <LinkButton kind href=routes::login(&portal.id)>{words().frame.login}</LinkButton>
        {register}
    }
}
