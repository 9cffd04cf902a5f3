//! Which operator is logged in and for how long, in the header.

use super::sections::Section;
use crate::i18n::{operator_words, problem, words};
use crate::pages::account::session_bar::{TimeLeft, extend, log_out};
use crate::routes;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonSize, LinkButton};
use crate::ui::toast::Toaster;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// Name, time left, and the ways to extend it, to the own password and out. Nothing while no operator is logged in.
#[component]
pub fn OperatorBar(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let words = &words().account;
    let session = use_session();
    let operator = Memo::new(move |_| session.operator(&portal.id));
    let toaster = use_context::<Toaster>();
    let tell = Callback::new(move |result: Result<(), crate::api::Failure>| {
        if let Some(toaster) = toaster {
            toaster.show(result.map_or_else(|failure| problem(&failure), |()| words.extended.to_owned()));
        }
    });
    let failed = Callback::new(move |failure| tell.run(Err(failure)));
    let leave = move |()| log_out(routes::operator_login(&portal.id), session, failed);
    move || {
        let operator = operator.get()?;
        Some(view! {
            <span class="session__who"><strong>{operator.name}</strong> " (" {operator.login_id} ")"</span>
            <span class="session__left">{words.expires_text} " " <TimeLeft/></span>
            <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=move |()| extend(session, tell)>
                {words.extend}
            </Button>
            <LinkButton kind=ButtonKind::Text size=ButtonSize::Small href=Section::Password.href(&portal.id)>
                {operator_words().password}
            </LinkButton>
            <Button kind=ButtonKind::Text size=ButtonSize::Small on_click=leave>{words.logout}</Button>
        })
    }
}
