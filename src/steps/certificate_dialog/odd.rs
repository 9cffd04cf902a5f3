//! Files that look like certificates and cannot be used, by name and with the reason.

use crate::i18n::{certificate_words, fault, fill};
use crate::ui::disclosure::Disclosure;
use gaip_contract::signer::OddFile;
use leptos::prelude::*;

/// The files; nothing where there are none.
#[component]
pub fn OddFiles(odd: Vec<OddFile>) -> impl IntoView {
    let count = odd.len();
    (count > 0).then(|| {
        let rows = odd.into_iter().map(|file| {
            view! {
                <li>
                    {(!file.name.is_empty()).then(|| view! { <strong class="odd-file__name">{file.name}</strong> })} " "
                    {fault(file.why)}
                </li>
            }
        });
        view! {
            <Disclosure summary=fill(certificate_words().odd, count) open=true>
                <ul class="odd-files">{rows.collect_view()}</ul>
            </Disclosure>
        }
    })
}
