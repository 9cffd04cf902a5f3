//! The way on for a member without a password who has to show anew that it is them: the company's certificate where
//! there is one, and a new login that leads back here.

use super::Section;
use crate::api::Failure;
use crate::i18n::{mine_words, refusal};
use crate::pages::account::session_bar::log_out;
use crate::routes;
use crate::session::{Session, use_session};
use crate::steps::certificate_dialog::{StepUp, StepUpDialog};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::dynamic::dynamic;
use gaip_contract::bodies::Role;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

const BY_CERTIFICATE: &str = "again-certificate";

/// Logs out and opens the login page, which leads back to a part of my page.
pub fn log_in_again(portal: &Portal, back: Section, session: Session, failed: Callback<Failure>) {
    log_out(routes::login_then(&portal.id, &back.href(&portal.id)), session, failed);
}

/// The buttons. What they cost of what is typed is said beside them by the page.
#[component]
pub fn LogInAgain(
    /// The portal.
    portal: &'static Portal,
    /// The part of my page that the login leads back to.
    back: Section,
    /// The company's certificate was shown.
    on_proven: Callback<()>,
    /// What is done before the login is left, and goes on by itself.
    #[prop(optional, into)]
    on_leave: Option<Callback<Callback<Failure>>>,
) -> impl IntoView {
    let words = mine_words();
    let failure = RwSignal::new(None::<Failure>);
    let failed = Callback::new(move |why| drop(failure.try_set(Some(why))));
    let session = use_session();
    let leave = move |()| match on_leave {
        Some(on_leave) => on_leave.run(failed),
        None => log_in_again(portal, back, session, failed),
    };
    let member = session.member(&portal.id);
    let company = member.is_some_and(|member| member.role == Role::Contact || !member.company.is_empty());
    let step_up = (portal.certificates.is_some() && company).then(|| StepUp::new(portal));
    let kind = if step_up.is_some() { ButtonKind::Secondary } else { ButtonKind::Primary };
    view! {
        {dynamic(move || failure.get().map(|failure| view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
        }))}
        {step_up.map(|_| view! { <p>{words.by_certificate_keeps}</p> })}
        <ButtonGroup>
            <Button kind on_click=leave>{words.log_in_again}</Button>
            {step_up.map(|step_up| view! {
                <Button id=BY_CERTIFICATE on_click=move |()| step_up.begin(BY_CERTIFICATE, on_proven)>{words.by_certificate}</Button>
            })}
        </ButtonGroup>
        {step_up.map(|step_up| view! { <StepUpDialog step_up/> })}
    }
}
