//! The ways to become somebody who can accept: logging in and joining. Both lead back to the invitation.

use crate::i18n::{invitation_words, local, words};
use crate::routes;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{ButtonKind, LinkButton};
use gaip_domain::portal::{Journey, Portal};
use leptos::prelude::*;

/// For who is not logged in.
#[component]
pub(super) fn Enter(portal: &'static Portal) -> impl IntoView {
    let invitation = invitation_words();
    let login = routes::login_then(&portal.id, &routes::invitation(&portal.id));
    view! {
        <section aria-labelledby="invitation-enter">
            <h2 id="invitation-enter">{invitation.enter}</h2>
            <p>{invitation.enter_text}</p>
            <div class="row">
                <LinkButton href=login>{words().frame.login}</LinkButton>
                {ways(portal).map(|journey| view! {
                    <LinkButton kind=ButtonKind::Secondary href=routes::signup(&portal.id, &journey.id)>
                        {local(&journey.title)}
                    </LinkButton>
                }).collect_view()}
            </div>
        </section>
    }
}

/// Journeys that make people whom a company can have.
fn ways(portal: &'static Portal) -> impl Iterator<Item = &'static Journey> {
    let people = |journey: &&Journey| journey.membership.has_colleagues();
    portal.ways_to_join().filter(people)
}

/// For the company's own login, which is nobody's account.
#[component]
pub(super) fn AsCompany(portal: &'static Portal) -> impl IntoView {
    let invitation = invitation_words();
    view! {
        <Notice kind=NoticeKind::Warning title=invitation.as_company><p>{invitation.as_company_text}</p></Notice>
        <div class="row">
            <LinkButton kind=ButtonKind::Tertiary href=routes::company(&portal.id)>
                {crate::i18n::company_login_words().manage}
            </LinkButton>
        </div>
    }
}
