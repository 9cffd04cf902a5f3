//! What the server saw of a certificate that proved the company.

use super::kinds::KindName;
use crate::i18n::{certificate_words, financial_words};
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::wizard::answering::Answering;
use gaip_contract::bodies::CertificateRule;
use gaip_domain::facts::{Answer, CertificateEvidence};
use gaip_domain::portal::{CertificateMethod, FINANCIAL_KIND};
use leptos::prelude::*;

/// The evidence in the card of the step.
#[component]
pub fn Evidence(evidence: CertificateEvidence, rules: RwSignal<Vec<CertificateRule>>) -> impl IntoView {
    let financial = evidence.kind == FINANCIAL_KIND;
    let proved = if financial { financial_words().proved } else { certificate_words().proved };
    view! {
        <Notice kind=NoticeKind::Success><p>{proved}</p></Notice>
        <SummaryList><EvidenceRows evidence rules/></SummaryList>
    }
}

/// Owner, kind, issuer and last day, in a list of names and values.
#[component]
pub fn EvidenceRows(
    /// What was seen.
    evidence: CertificateEvidence,
    /// The kinds of the portal, as far as they are known.
    rules: RwSignal<Vec<CertificateRule>>,
) -> impl IntoView {
    let words = certificate_words();
    let issuer = organisation(&evidence.issuer).to_owned();
    view! {
        <SummaryRow name=words.owner>{evidence.owner}</SummaryRow>
        <SummaryRow name=words.kind><KindName rules kind=evidence.kind/></SummaryRow>
        <SummaryRow name=words.issuer>{issuer}</SummaryRow>
        <SummaryRow name=words.until>{evidence.valid_until}</SummaryRow>
    }
}

/// What was seen of a certificate before, by one of the methods.
pub fn of_method(answering: Answering, by: CertificateMethod) -> Option<CertificateEvidence> {
    answering.draft.view.with(|view| match view.facts.answers.get(&answering.step.id) {
        Some(Answer::Certificate { method, certificate, .. }) if *method == by => certificate.clone(),
        _ => None,
    })
}

/// The organisation (O) in a distinguished name; the whole name where there is none.
pub fn organisation(name: &str) -> &str {
    let part =
        name.split(',').find_map(|part| part.trim().strip_prefix("O=").or_else(|| part.trim().strip_prefix("o=")));
    part.unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_is_called_by_its_organisation() {
        assert_eq!(organisation("CN=yessignCA Class 2,OU=AccreditedCA,O=yessign,C=kr"), "yessign");
        assert_eq!(organisation("CN=nobody"), "CN=nobody");
    }
}
