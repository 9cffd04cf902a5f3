//! Logging in by the company's financial certificate, where the portal takes those (manual rows W106, W112).

use crate::api;
use crate::i18n::financial_words;
use crate::session::use_session;
use crate::steps::financial_dialog::{FinancialAsk, FinancialAsking, FinancialDialog, user};
use crate::ui::button::{Button, ButtonKind};
use gaip_contract::bodies::{FinancialLogin, FinancialPurpose};
use gaip_contract::endpoints::LogInByFinancial;
use gaip_domain::permission::LoginType;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

const BUTTON: &str = "login-financial";

/// The button and its dialog; nothing where the portal takes no financial certificates.
#[component]
pub fn FinancialLoginPart(
    /// The portal.
    portal: &'static Portal,
    /// As what, where the portal tells its accounts apart; else empty.
    login_type: RwSignal<String>,
) -> impl IntoView {
    let words = financial_words();
    let session = use_session();
    let asking = FinancialAsking::default();
    let open = move |()| {
        asking.open_for(FinancialAsk {
            portal,
            purpose: FinancialPurpose::Login,
            number: String::new(),
            back: BUTTON,
            use_attempt: user(move |attempt| async move {
                let login_type = login_type.with_untracked(|kind| LoginType::parse(kind));
                let body = FinancialLogin { portal: portal.id.clone(), attempt, login_type };
                session.apply(api::send::<LogInByFinancial>(&[], &body).await?);
                Ok(())
            }),
        });
    };
    portal.takes_financial().then(|| {
        view! {
            <section class="login-certificate" aria-labelledby="login-financial-title">
                <h2 class="login-join__title" id="login-financial-title">{words.login}</h2>
                <p>{words.login_text}</p>
                <div class="row">
                    <Button id=BUTTON kind=ButtonKind::Secondary on_click=open>{words.login}</Button>
                </div>
            </section>
            <FinancialDialog asking/>
        }
    })
}
