//! Logging in by a passkey: nothing is typed, the device says whose it is.

use super::{Trouble, Until, browser, told};
use crate::api;
use crate::i18n::passkey_words;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind};
use gaip_contract::bodies::{self, AskPasskeyLogin, SessionView};
use gaip_contract::endpoints::{AskToLogInByPasskey, LogInByPasskey};
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The button, where the portal offers passkeys and the browser has them.
#[component]
pub fn PasskeyLoginPart(
    /// The portal.
    portal: &'static Portal,
) -> impl IntoView {
    let session = use_session();
    let until = Until::left();
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<Trouble>));
    let log_in = Callback::new(move |()| {
        busy.set(true);
        trouble.set(None);
        spawn_local(async move {
            let shown = log_in(portal, until).await;
            busy.try_set(false);
            match shown {
                Ok(view) => session.apply(view),
                Err(why) => drop(trouble.try_set(Some(why))),
            }
        });
    });
    (portal.passkeys && browser::supported()).then(|| view! { <PasskeyLogin busy trouble on_press=log_in/> })
}

async fn log_in(portal: &'static Portal, until: Until) -> Result<SessionView, Trouble> {
    let options = api::send::<AskToLogInByPasskey>(&[], &AskPasskeyLogin { portal: portal.id.clone() }).await?;
    let credential = browser::get(&options, &until.signal()?).await?;
    Ok(api::send::<LogInByPasskey>(&[], &bodies::PasskeyLogin { portal: portal.id.clone(), credential }).await?)
}

/// The button and what became of it.
#[component]
pub fn PasskeyLogin(
    /// The browser asks, or the backend judges.
    #[prop(into)]
    busy: Signal<bool>,
    /// Why nobody was logged in.
    trouble: RwSignal<Option<Trouble>>,
    /// The person wants it.
    on_press: Callback<()>,
) -> impl IntoView {
    let words = passkey_words();
    view! {
        <section class="login-passkey" aria-labelledby="login-passkey-title">
            <h2 class="login-join__title" id="login-passkey-title">{words.log_in}</h2>
            {told(trouble)}
            <p>{words.log_in_text}</p>
            <div class="row">
                <Button id="login-passkey" kind=ButtonKind::Secondary busy on_click=on_press>{words.log_in}</Button>
            </div>
        </section>
    }
}
