//! Warns before the login ends, and says so when it has ended (KRDS login pattern, KWCAG 2.2 6.2.1).

use super::login::logged_out;
use super::session_bar::{TimeLeft, extend, log_out, time_left};
use crate::api::Failure;
use crate::i18n::{problem, ui_words, words};
use crate::routes;
use crate::session::{Ended, use_session};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind, LinkButton};
use crate::ui::modal::{Modal, ModalKind};
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// Seconds at which the time left is said aloud while the warning stands.
const SAID_AT: [u32; 4] = [120, 60, 30, 10];

/// The warning and the notice, each over the page.
#[component]
pub fn SessionDialog(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    view! {
        <Warning portal/>
        <EndedNotice portal/>
    }
}

/// Asks whether to stay, for as long as there is time.
#[component]
fn Warning(portal: &'static Portal) -> impl IntoView {
    let words = &words().account;
    let session = use_session();
    let open = RwSignal::new(false);
    let soon = Memo::new(move |_| {
        (session.is_in(&portal.id) || session.operator(&portal.id).is_some()) && session.ends_soon()
    });
    let failure = RwSignal::new(None::<Failure>);
    Effect::new(move || {
        failure.set(None);
        open.set(soon.get());
    });
    let told = Callback::new(move |result: Result<(), Failure>| failure.set(result.err()));
    let failed = Callback::new(move |met: Failure| failure.set(Some(met)));
    let leave = move |()| {
        let operator = session.operator(&portal.id).is_some();
        let then = if operator { routes::operator_login(&portal.id) } else { logged_out(&portal.id) };
        log_out(then, session, failed);
    };
    let said = Memo::new(move |before: Option<&Option<u32>>| {
        let left = session.left.get()?;
        SAID_AT.into_iter().find(|at| *at == left).or(before.copied().flatten().filter(|at| *at > left))
    });
    view! {
        <Modal id="session-warning" open title=words.expires_title kind=ModalKind::Decision footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=leave>{words.logout}</Button>
                <Button on_click=move |()| extend(session, told)>{words.extend}</Button>
            </ButtonGroup>
        }>
            <p>{words.expires_text} " " <strong><TimeLeft/></strong></p>
            <p>{words.expires_help}</p>
            <p class="visually-hidden" role="status">
                {move || said.get().filter(|_| soon.get()).map(|left| [words.expires_text, " ", &time_left(left)].concat())}
            </p>
            {move || failure.get().map(|failure| view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{problem(&failure)}</p></Notice>
            })}
        </Modal>
    }
}

/// Says that the login has ended. It can be closed: a sign-up in progress goes on without a login.
#[component]
fn EndedNotice(portal: &'static Portal) -> impl IntoView {
    let session = use_session();
    let ended = Memo::new(move |_| session.ended.get());
    move || ended.get().map(|ended| view! { <EndedDialog portal ended/> })
}

#[component]
fn EndedDialog(portal: &'static Portal, ended: Ended) -> impl IntoView {
    let account = &words().account;
    let session = use_session();
    let open = RwSignal::new(true);
    // Closed once is seen for good.
    Effect::new(move || {
        if !open.get() {
            session.ended.set(None);
        }
    });
    let (title, text) = match ended {
        Ended::Expired => (account.expired_title, account.expired_text),
        Ended::Elsewhere => (account.logged_out, account.ended_elsewhere_text),
    };
    view! {
        <Modal id="session-ended" open title footer=move || view! {
            <ButtonGroup>
                <Button kind=ButtonKind::Tertiary on_click=move |()| open.set(false)>{ui_words().close}</Button>
                <LinkButton href=again(portal)>{account.login_again}</LinkButton>
            </ButtonGroup>
        }>
            <p>{text}</p>
            <p>{account.ended_drafts}</p>
        </Modal>
    }
}

/// Where one logs in again and comes back from: members and operators each have their own door.
fn again(portal: &Portal) -> String {
    let here = here();
    if here.starts_with(&routes::operator(&portal.id)) {
        routes::operator_login(&portal.id)
    } else {
        routes::login_then(&portal.id, &here)
    }
}

/// The path of the page; none where there is no browser.
fn here() -> String {
    if cfg!(target_arch = "wasm32") { window().location().pathname().unwrap_or_default() } else { String::new() }
}
