//! The kinds of certificates that a portal lists (manual rows T26 to T42), by the names that the backend gives them.

use crate::api::certificates;
use crate::i18n::{certificate_words, fill, financial_words, local};
use crate::ui::disclosure::Disclosure;
use crate::ui::dynamic::dynamic;
use gaip_contract::bodies::{CertificateRule, CertificateTaken};
use gaip_domain::portal::FINANCIAL_KIND;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The kinds of a portal; none until they are here. Without them a page shows less, and nothing is wrong.
pub fn use_rules(portal: &'static str) -> RwSignal<Vec<CertificateRule>> {
    let rules = RwSignal::new(Vec::new());
    Effect::new(move || {
        spawn_local(async move {
            if let Ok(kinds) = certificates::rules(portal).await {
                rules.try_set(kinds);
            }
        });
    });
    rules
}

/// The kinds that prove a company, and those whose authority has ended, folded away.
#[component]
pub fn AcceptedKinds(
    /// The kinds of the portal.
    rules: RwSignal<Vec<CertificateRule>>,
) -> impl IntoView {
    let words = certificate_words();
    dynamic(move || {
        let listed = |rule: &CertificateRule| matches!(rule.taken, CertificateTaken::Yes | CertificateTaken::Ended);
        let kinds: Vec<CertificateRule> =
            rules.with(|rules| rules.iter().filter(|rule| listed(rule)).cloned().collect());
        let taken = kinds.iter().filter(|rule| rule.taken == CertificateTaken::Yes).count();
        (taken > 0).then(|| {
            let rows = kinds.into_iter().map(|rule| {
                let ended = rule.taken == CertificateTaken::Ended;
                view! {
                    <li>{local(&rule.name)} {ended.then(|| [" (", words.accepted_ended, ")"].concat())}</li>
                }
            });
            view! {
                <Disclosure summary=fill(words.accepted, taken)>
                    <p>{words.accepted_lead}</p>
                    <ul>{rows.collect_view()}</ul>
                </Disclosure>
            }
        })
    })
}

/// The name of a kind by its id; the id until the names are here.
#[component]
pub fn KindName(
    /// The kinds of the portal.
    rules: RwSignal<Vec<CertificateRule>>,
    /// The id.
    kind: String,
) -> impl IntoView {
    dynamic(move || {
        if kind == FINANCIAL_KIND {
            return financial_words().kind.to_owned();
        }
        let name = rules.with(|rules| rules.iter().find(|rule| rule.id == kind).map(|rule| local(&rule.name)));
        name.unwrap_or_else(|| kind.clone())
    })
}
