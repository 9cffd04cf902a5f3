//! Proof that the person may act for the company: by joint or financial certificate, or by documents (manual rows D37 to
//! D52, W17 to W24).

mod documents;
mod evidence;
mod financial;
mod joint;
mod kinds;
#[cfg(feature = "gallery")]
mod stories;

pub use evidence::{EvidenceRows, organisation};
pub use kinds::{AcceptedKinds, KindName, use_rules};
#[cfg(feature = "gallery")]
pub use stories::STORIES;

use crate::i18n::{financial_words, local};
use crate::ui::disclosure::Disclosure;
use crate::wizard::answering::Answering;
use crate::wizard::bind::Binder;
use documents::DocumentsCard;
use financial::FinancialCard;
use gaip_domain::portal::CertificateStep;
use gaip_domain::text::Text;
use joint::JointCard;
use leptos::prelude::*;

/// A card for each route that the portal has. Changing between them keeps what was typed.
#[component]
pub fn CertificateStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static CertificateStep,
) -> impl IntoView {
    let method = Binder::step(answering).text("method");
    let joint = settings.joint.is_some();
    let proof = joint || settings.financial.is_some();
    view! {
        {settings.joint.as_ref().map(|route| view! { <JointCard answering route/> })}
        {settings.financial.as_ref().map(|route| {
            let id = if joint { "method-financial" } else { "method" };
            view! { <FinancialCard answering route id/> }
        })}
        {settings.documents.as_ref().map(|route| {
            let id = if proof { "method-documents" } else { "method" };
            view! { <DocumentsCard answering route method id/> }
        })}
        {(!settings.issue.is_empty()).then(|| view! {
            <Disclosure summary=financial_words().issue>{paragraphs(&settings.issue)}</Disclosure>
        })}
    }
}

fn paragraphs(texts: &'static [Text]) -> impl IntoView {
    texts.iter().map(|text| view! { <p>{local(text)}</p> }).collect_view()
}
