//! What a recovery came to: the login id, nobody's, or a new password (manual rows T114, T119).
//!
//! There is nothing to print: a login id on paper helps whoever finds it.

use crate::api;
use crate::i18n::{date, local, recovery_words, words};
use crate::routes;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{Button, ButtonGroup, ButtonKind, LinkButton};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::wizard::draft::Draft;
use gaip_contract::bodies::{Empty, FoundAccount, Recovered};
use gaip_contract::endpoints::DeleteDraft;
use gaip_domain::portal::{CompleteStep, Membership, Purpose};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The account, or calm words where there is none, and where to go from here.
#[component]
pub fn RecoveredView(
    /// The recovery.
    draft: Draft,
    /// The settings of its last step.
    settings: &'static CompleteStep,
) -> impl IntoView {
    let Recovered { account } = draft.view.with_untracked(|view| view.recovered.clone()).unwrap_or_default();
    view! {
        {match account {
            Some(account) => view! { <Found draft account/> }.into_any(),
            None => view! { <NotFound draft/> }.into_any(),
        }}
        {(!settings.next.is_empty()).then(|| view! {
            <section class="section">
                <h2>{recovery_words().help}</h2>
                <ul>{settings.next.iter().map(|line| view! { <li>{local(&line.text)}</li> }).collect_view()}</ul>
            </section>
        })}
    }
}

#[component]
fn Found(draft: Draft, account: FoundAccount) -> impl IntoView {
    let (words, own) = (words(), recovery_words());
    let portal = draft.portal;
    let resets = draft.journey.purpose == Purpose::NewPassword;
    let title = if resets { own.saved } else { own.found };
    let others = portal.recoveries().filter(move |journey| !resets && journey.purpose == Purpose::NewPassword);
    view! {
        <Notice kind=NoticeKind::Success title>
            {resets.then(|| view! { <p>{own.saved_text}</p> })}
        </Notice>
        <SummaryList>
            <SummaryRow name=words.account.login_id>{account.login_id}</SummaryRow>
            <SummaryRow name=own.joined_on>{date(&account.joined_at)}</SummaryRow>
        </SummaryList>
        <ButtonGroup>
            <Again draft kind=ButtonKind::Text/>
            {others.map(|journey| view! {
                <LinkButton kind=ButtonKind::Tertiary href=routes::signup(&portal.id, &journey.id)>{local(&journey.title)}</LinkButton>
            }).collect_view()}
            <LinkButton href=routes::login(&portal.id)>{words.account.login}</LinkButton>
        </ButtonGroup>
    }
}

#[component]
fn NotFound(draft: Draft) -> impl IntoView {
    let own = recovery_words();
    let social = draft.portal.journeys.iter().any(|journey| journey.membership == Membership::Social);
    view! {
        <Notice kind=NoticeKind::Info title=own.none>
            <p>{own.none_text}</p>
            {social.then(|| view! { <p>{own.none_social}</p> })}
        </Notice>
        <ButtonGroup>
            <LinkButton kind=ButtonKind::Tertiary href=routes::portal(&draft.portal.id)>{own.join}</LinkButton>
            <Again draft kind=ButtonKind::Primary/>
        </ButtonGroup>
    }
}

/// Puts the result away and begins anew, for another way or another account.
#[component]
fn Again(draft: Draft, kind: ButtonKind) -> impl IntoView {
    let busy = RwSignal::new(false);
    let again = move |()| {
        busy.set(true);
        spawn_local(async move {
            let start = routes::signup(&draft.portal.id, &draft.journey.id);
            match api::send::<DeleteDraft>(&draft.parts(), &Empty {}).await {
                Ok(_) => drop(window().location().set_href(&start)),
                Err(failure) => drop(draft.absorb(failure)),
            }
            busy.try_set(false);
        });
    };
    view! { <Button kind busy on_click=again>{recovery_words().again}</Button> }
}
