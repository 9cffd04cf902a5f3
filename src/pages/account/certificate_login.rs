//! Logging in by the company's certificate, where the portal takes certificates.

use crate::api;
use crate::i18n::certificate_words;
use crate::session::use_session;
use crate::steps::certificate_dialog::ask::sender;
use crate::steps::certificate_dialog::{Ask, CertificateAsking, CertificateDialog};
use crate::ui::button::{Button, ButtonKind};
use gaip_contract::bodies::{CertificateLogin, ChallengePurpose};
use gaip_contract::endpoints::LogInByCertificate;
use gaip_domain::permission::LoginType;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

const BUTTON: &str = "login-certificate";

/// The button and its dialog; nothing where the portal takes no certificates.
#[component]
pub fn CertificateLoginPart(
    /// The portal.
    portal: &'static Portal,
    /// As what, where the portal tells its accounts apart; else empty.
    login_type: RwSignal<String>,
) -> impl IntoView {
    let words = certificate_words();
    let session = use_session();
    let asking = CertificateAsking::default();
    let open = move |()| {
        asking.open_for(Ask {
            portal,
            purpose: ChallengePurpose::Login,
            number: None,
            back: BUTTON.to_owned(),
            send: sender(move |proof| async move {
                let login_type = login_type.with_untracked(|kind| LoginType::parse(kind));
                let body = CertificateLogin { portal: portal.id.clone(), proof, login_type };
                session.apply(api::send::<LogInByCertificate>(&[], &body).await?);
                Ok(())
            }),
        });
    };
    portal.certificates.as_ref().map(|_| {
        view! {
            <section class="login-certificate" aria-labelledby="login-certificate-title">
                <h2 class="login-join__title" id="login-certificate-title">{words.login}</h2>
                <p>{words.login_text}</p>
                <div class="row">
                    <Button id=BUTTON kind=ButtonKind::Secondary on_click=open>{words.login}</Button>
                </div>
            </section>
            <CertificateDialog asking/>
        }
    })
}
