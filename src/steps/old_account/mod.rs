//! The person's accounts of the system of before, of which one is taken over (manual rows T20, T69; decision 0021).

mod next;
#[cfg(feature = "gallery")]
mod stories;

pub use next::AfterMoving;
#[cfg(feature = "gallery")]
pub use stories::STORIES;

use crate::api::{self, Failure};
use crate::i18n::{date, fill, local, old_kind, old_member_words, refusal, words};
use crate::routes;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{RadioCard, RadioCards};
use crate::ui::spinner::Spinner;
use crate::wizard::answering::{Answering, Press};
use crate::wizard::bind::Binder;
use gaip_contract::bodies::{Empty, OldAccountView};
use gaip_contract::endpoints::ListOldAccounts;
use gaip_domain::portal::OldAccountStep;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Name of the one field.
const FIELD: &str = "account";

/// The step, which asks first which accounts there are.
#[component]
pub fn OldAccountStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static OldAccountStep,
) -> impl IntoView {
    let state = RwSignal::new(None::<Result<Vec<OldAccountView>, Failure>>);
    let load = move |()| {
        state.set(None);
        spawn_local(async move {
            let [portal, journey] = answering.draft.parts();
            match api::send::<ListOldAccounts>(&[portal, journey, &answering.step.id], &Empty {}).await {
                Ok(found) => drop(state.try_set(Some(Ok(found.accounts)))),
                // A draft that is gone or held elsewhere is told by the page around.
                Err(failure) => {
                    if let Some(failure) = answering.draft.absorb(failure) {
                        state.try_set(Some(Err(failure)));
                    }
                }
            }
        });
    };
    Effect::new(move || load(()));
    dynamic(move || match state.get() {
        None => view! { <Spinner text=old_member_words().looking/> }.into_any(),
        Some(Ok(accounts)) => view! { <Accounts answering settings accounts/> }.into_any(),
        Some(Err(failure)) => view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive>
                <p>{refusal(&failure)}</p>
                <Button kind=ButtonKind::Secondary on_click=load>{words().frame.retry}</Button>
            </Notice>
        }
        .into_any(),
    })
}

/// The accounts on cards, or what to do where there is none.
#[component]
pub fn Accounts(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static OldAccountStep,
    /// The accounts.
    accounts: Vec<OldAccountView>,
) -> impl IntoView {
    if accounts.is_empty() {
        return view! { <NoAccount answering settings/> }.into_any();
    }
    let value = Binder::step(answering).text(FIELD);
    let error = answering.error(FIELD.to_owned());
    let cards: Vec<RadioCard> = accounts.into_iter().map(card).collect();
    view! {
        <RadioCards id=FIELD label=old_member_words().choose value cards error/>
        <p class="legend">{local(&settings.others)}</p>
    }
    .into_any()
}

fn card(account: OldAccountView) -> RadioCard {
    let kind = old_kind(account.kind).to_owned();
    RadioCard {
        code: account.id,
        title: account.login_id,
        text: vec![
            account.company.map_or(kind.clone(), |company| format!("{kind} · {company}")),
            fill(old_member_words().joined_on, date(&account.joined_on)),
        ],
        off: None,
    }
}

/// Whoever was no member before joins like everybody else.
#[component]
fn NoAccount(answering: Answering, settings: &'static OldAccountStep) -> impl IntoView {
    let words = old_member_words();
    let portal = answering.draft.portal;
    let join = portal
        .ways_to_join()
        .next()
        .map_or_else(|| routes::portal(&portal.id), |journey| routes::signup(&portal.id, &journey.id));
    let act = Callback::new(move |()| answering.go(&join));
    answering.press.set(Some(Press { label: words.sign_up, act }));
    view! { <Notice kind=NoticeKind::Info title=words.none><p>{local(&settings.none)}</p></Notice> }
}
