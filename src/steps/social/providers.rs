//! The providers' buttons, of the sign-up and of the login.

use crate::i18n::{provider_act, social_outcome, social_words};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::provider_button::{Brand, ProviderButton};
use gaip_contract::bodies::SocialOutcome;
use gaip_domain::portal::SocialProvider;
use leptos::prelude::*;

/// The query parameter that says how one came back from a provider.
pub const BACK: &str = "social";

/// A button for each provider.
#[component]
pub fn Providers(
    /// The providers in order.
    providers: Vec<SocialProvider>,
    /// Whether one logs in, or signs up.
    login: bool,
    /// A press is being worked on.
    #[prop(into)]
    busy: Signal<bool>,
    /// Called with the provider that was pressed.
    #[prop(into)]
    on_choose: Callback<SocialProvider>,
) -> impl IntoView {
    let buttons = providers.into_iter().map(|provider| {
        // The error summary leads to the first of them.
        let id = format!("provider-{}", provider.as_str());
        let label = provider_act(provider, login);
        let choose = move |()| on_choose.run(provider);
        view! { <li><ProviderButton id brand=brand(provider) busy label on_click=choose/></li> }
    });
    view! { <ul class="providers">{buttons.collect_view()}</ul> }
}

fn brand(provider: SocialProvider) -> Brand {
    match provider {
        SocialProvider::Kakao => Brand::Kakao,
        SocialProvider::Naver => Brand::Naver,
        SocialProvider::Google => Brand::Google,
        SocialProvider::Facebook => Brand::Facebook,
    }
}

/// How one came back, where it did not go well.
#[component]
pub fn CameBack(
    /// How.
    outcome: SocialOutcome,
) -> impl IntoView {
    let kind = if outcome == SocialOutcome::Cancelled { NoticeKind::Info } else { NoticeKind::Danger };
    social_outcome(outcome).map(|text| view! { <Notice kind live=Live::Assertive><p>{text}</p></Notice> })
}

/// What to do in a browser inside an app.
#[component]
pub fn InAppNotice() -> impl IntoView {
    view! { <Notice kind=NoticeKind::Warning><p>{social_words().in_app}</p></Notice> }
}
