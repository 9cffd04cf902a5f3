//! The registered certificates, each with what was seen of it.

use super::remove::Removing;
use crate::i18n::{certificate_words, date_time};
use crate::steps::certificate::EvidenceRows;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_contract::bodies::{CertificateRule, RegisteredCertificate};
use leptos::prelude::*;

/// A card for each.
#[component]
pub fn CertificateRows(
    /// The certificates.
    list: Vec<RegisteredCertificate>,
    /// The kinds of the portal.
    rules: RwSignal<Vec<CertificateRule>>,
    /// Takes one away.
    removing: Removing,
) -> impl IntoView {
    let words = certificate_words();
    if list.is_empty() {
        return view! { <p>{words.mine_none}</p> }.into_any();
    }
    let rows = list.into_iter().map(|one| {
        let RegisteredCertificate { id, evidence, registered_at } = one;
        let button = format!("remove-{id}");
        let name = [&evidence.owner, " ", &evidence.valid_until].concat();
        let press = {
            let button = button.clone();
            move |()| removing.ask(&id, &button)
        };
        view! {
            <li class="card">
                <SummaryList>
                    <EvidenceRows evidence rules/>
                    <SummaryRow name=words.registered_at>{date_time(&registered_at)}</SummaryRow>
                </SummaryList>
                <Button id=button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=press>
                    <span class="visually-hidden">{name} " "</span>
                    {words.remove}
                </Button>
            </li>
        }
    });
    view! { <ul class="stack">{rows.collect_view()}</ul> }.into_any()
}
