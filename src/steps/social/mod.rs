//! The person's account at a provider (manual rows T46 to T48): to the provider's page, back, and on.

pub mod in_app;
pub mod providers;
#[cfg(feature = "gallery")]
mod stories;

#[cfg(feature = "gallery")]
pub use stories::STORIES;

use crate::api;
use crate::i18n::{local, provider_name, social_words, words};
use crate::routes;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use crate::ui::spinner::Spinner;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::wizard::answering::{Answering, Press};
use gaip_contract::bodies::{AskSocial, SocialOutcome};
use gaip_contract::endpoints::PostSocial;
use gaip_domain::facts::{Answer, Given, SocialAccount};
use gaip_domain::portal::{SocialProvider, SocialStep};
use leptos::prelude::*;
use leptos::task::spawn_local;
use providers::{BACK, CameBack, InAppNotice, Providers};

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The providers.
    Choosing,
    /// Back from the provider; the step is being answered.
    Finishing,
    /// Answered before.
    Shown,
}

/// The step, as one comes to it or back to it.
#[component]
pub fn SocialStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static SocialStep,
) -> impl IntoView {
    let outcome = came_back();
    let done = outcome == Some(SocialOutcome::Done);
    if outcome.is_some() {
        // A reload or a bookmark is not another coming back.
        forget_query(&routes::step(&answering.draft.portal.id, answering.draft.journey, &answering.step.id));
    }
    let stage = RwSignal::new(match (done, account(answering)) {
        (true, _) => Stage::Finishing,
        (false, Some(_)) => Stage::Shown,
        (false, None) => Stage::Choosing,
    });
    if done {
        Effect::new(move || answering.submit(false));
        // What the backend does not take leads back to the providers.
        Effect::new(move || {
            if answering.failure.with(Option::is_some) {
                stage.set(Stage::Choosing);
            }
        });
    }
    view! { <Parts answering settings stage outcome=outcome.filter(|_| !done) in_app=in_app::here()/> }
}

/// What is shown of the step, and what the page's button does there.
#[component]
pub fn Parts(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static SocialStep,
    /// What is shown.
    stage: RwSignal<Stage>,
    /// How one came back, where it did not go well.
    outcome: Option<SocialOutcome>,
    /// This is a browser inside an app.
    in_app: bool,
) -> impl IntoView {
    let words = social_words();
    let first =
        settings.providers.first().map(|provider| format!("provider-{}", provider.as_str())).unwrap_or_default();
    let next = StoredValue::new(first);
    let act = Callback::new(move |()| match stage.get_untracked() {
        Stage::Choosing => next.with_value(|first| focus_soon(first)),
        Stage::Finishing => answering.submit(false),
        Stage::Shown => answering.go_on(),
    });
    answering.press.set(Some(Press { label: crate::i18n::words().signup.next, act }));
    dynamic(move || match stage.get() {
        Stage::Choosing => view! {
            {outcome.map(|outcome| view! { <CameBack outcome/> })}
            {(outcome == Some(SocialOutcome::Member)).then(|| view! {
                <p><a href=routes::login(&answering.draft.portal.id)>{self::words().frame.login}</a></p>
            })}
            {in_app.then(|| view! { <InAppNotice/> })}
            {settings.note.as_ref().map(|note| view! { <p>{local(note)}</p> })}
            <p>{words.leaving}</p>
            <Providers providers=settings.providers.clone() login=false busy=answering.busy
                on_choose=move |provider| leave(answering, provider)/>
        }
        .into_any(),
        Stage::Finishing => view! { <Spinner text=words.looking/> }.into_any(),
        Stage::Shown => account(answering).map(|account| view! { <Account account stage/> }).into_any(),
    })
}

/// The account that was shown, and the way to another.
#[component]
fn Account(account: SocialAccount, stage: RwSignal<Stage>) -> impl IntoView {
    let words = social_words();
    let value =
        |given: &Option<Given>| given.as_ref().map_or_else(|| words.not_given.to_owned(), |given| given.value.clone());
    view! {
        <Notice kind=NoticeKind::Success><p>{words.shown}</p></Notice>
        <SummaryList>
            <SummaryRow name=words.provider>{provider_name(account.provider)}</SummaryRow>
            <SummaryRow name=words.name>{value(&account.name)}</SummaryRow>
            <SummaryRow name=words.mobile>{value(&account.mobile)}</SummaryRow>
            <SummaryRow name=words.email>{value(&account.email)}</SummaryRow>
        </SummaryList>
        <div>
            <Button kind=ButtonKind::Secondary size=ButtonSize::Medium on_click=move |()| stage.set(Stage::Choosing)>
                {words.other}
            </Button>
        </div>
    }
}

fn account(answering: Answering) -> Option<SocialAccount> {
    answering.draft.view.with_untracked(|view| match view.facts.answers.get(&answering.step.id) {
        Some(Answer::Social(account)) => Some(account.clone()),
        _ => None,
    })
}

/// Goes to the provider's page.
fn leave(answering: Answering, provider: SocialProvider) {
    if answering.busy.get_untracked() {
        return;
    }
    answering.failure.set(None);
    answering.busy.set(true);
    spawn_local(async move {
        let [portal, journey] = answering.draft.parts();
        answering.draft.save().await;
        let parts = [portal, journey, answering.step.id.as_str()];
        match api::send::<PostSocial>(&parts, &AskSocial { provider }).await {
            // The page goes; the button stays busy until it has gone.
            Ok(start) => drop(window().location().assign(&start.url)),
            Err(failure) => {
                if answering.busy.try_set(false).is_none()
                    && let Some(failure) = answering.draft.absorb(failure)
                {
                    answering.failure.set(Some(failure));
                }
            }
        }
    });
}

/// How one came back, by the address.
pub fn came_back() -> Option<SocialOutcome> {
    let query = use_query();
    SocialOutcome::parse(&query)
}

fn use_query() -> String {
    leptos_router::hooks::use_query_map().with_untracked(|query| query.get(BACK).unwrap_or_default())
}

/// Takes the word out of the address, without going anywhere.
pub fn forget_query(path: &str) {
    #[cfg(target_arch = "wasm32")]
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path));
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = path;
}
