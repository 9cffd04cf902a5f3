//! Logging in by an account at a provider (manual rows T106, T107).

use super::last_channel::{self, LastChannel};
use crate::api::{self, Failure};
use crate::i18n::social_words;
use crate::routes;
use crate::steps::refusal_text::RefusalText;
use crate::steps::social::providers::{CameBack, InAppNotice, Providers};
use crate::steps::social::{forget_query, in_app};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::dynamic::dynamic;
use gaip_contract::bodies::{SocialLogin, SocialOutcome};
use gaip_contract::endpoints::LogInBySocial;
use gaip_domain::portal::{Portal, SocialProvider, StepKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The providers by which people join a portal; none where it has no such journey.
pub fn providers(portal: &Portal) -> Vec<SocialProvider> {
    let steps = portal.journeys.iter().flat_map(|journey| &journey.steps);
    let settings =
        steps.filter_map(|step| if let StepKind::Social(settings) = &step.kind { Some(settings) } else { None });
    settings.flat_map(|settings| settings.providers.iter().copied()).collect()
}

/// The providers' buttons.
#[component]
pub fn SocialLoginPart(
    /// The portal.
    portal: &'static Portal,
    /// How one came back from a provider.
    outcome: Option<SocialOutcome>,
    /// The page to open afterwards.
    next: Option<String>,
    /// By which provider somebody logged in last on this device, for the gallery.
    #[prop(optional_no_strip)]
    last: Option<SocialProvider>,
) -> impl IntoView {
    let words = social_words();
    let busy = RwSignal::new(false);
    let failure: RwSignal<Option<Failure>> = RwSignal::new(None);
    if outcome.is_some() {
        forget_query(&routes::login(&portal.id));
    }
    let last = RwSignal::new(last);
    Effect::new(move |before: Option<()>| {
        if before.is_none() && last.with_untracked(Option::is_none) {
            last.set(last_channel::last(&portal.id));
        }
    });
    let forget = Callback::new(move |()| {
        last_channel::forget(&portal.id);
        last.set(None);
    });
    let next = StoredValue::new(next);
    let leave = move |provider: SocialProvider| {
        failure.set(None);
        busy.set(true);
        let body = SocialLogin { portal: portal.id.clone(), provider, next: next.get_value() };
        spawn_local(async move {
            match api::send::<LogInBySocial>(&[], &body).await {
                Ok(start) => drop(window().location().assign(&start.url)),
                Err(refused) => {
                    busy.try_set(false);
                    failure.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        {outcome.map(|outcome| view! { <CameBack outcome/> })}
        {dynamic(move || failure.get().map(|failure| view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive><RefusalText failure/></Notice>
        }))}
        {in_app::here().then(|| view! { <InAppNotice/> })}
        <p class="login__note">{words.login_text}</p>
        <LastChannel last on_forget=forget/>
        <Providers providers=providers(portal) login=true busy on_choose=leave/>
        <p class="login__note">{words.leaving}</p>
    }
}
