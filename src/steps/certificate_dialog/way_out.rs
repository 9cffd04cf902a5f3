//! Where a refusal leads to in a portal that registers further certificates (manual rows W113, W114).

use crate::api::Failure;
use crate::i18n::{certificate_words, local, words};
use crate::routes;
use crate::ui::button::{ButtonKind, ButtonSize, LinkButton};
use gaip_contract::ProblemCode;
use gaip_domain::portal::{Portal, Purpose};
use leptos::prelude::*;

/// What is said of a refusal, and what can be done about it on another page.
#[derive(Clone)]
pub struct WayOut {
    /// The words.
    pub text: &'static str,
    href: String,
    label: String,
}

impl WayOut {
    /// The way out of a refusal; nothing where the portal registers no further certificates.
    pub fn of(portal: &'static Portal, failure: &Failure) -> Option<Self> {
        let journey = portal.of_purpose(Purpose::Certificate)?;
        let words = certificate_words();
        match failure.code()? {
            ProblemCode::CertificateUnregistered => Some(Self {
                text: words.unregistered,
                href: routes::signup(&portal.id, &journey.id),
                label: local(&journey.title),
            }),
            ProblemCode::CompanyNotRegistered => Some(Self {
                text: words.no_member,
                href: routes::portal(&portal.id),
                label: self::words().frame.join.to_owned(),
            }),
            _ => None,
        }
    }

    /// Whether no account has the certificate, and the portal registers further ones.
    pub fn registers(portal: &'static Portal, failure: &Failure) -> bool {
        failure.code() == Some(ProblemCode::CertificateUnregistered) && Self::of(portal, failure).is_some()
    }
}

/// The link to the other page.
#[component]
pub fn WayOutLink(
    /// The way out.
    way: WayOut,
) -> impl IntoView {
    view! { <LinkButton kind=ButtonKind::Tertiary size=ButtonSize::Medium href=way.href>{way.label}</LinkButton> }
}
