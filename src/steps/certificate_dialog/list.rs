//! The certificates of a place: one can be chosen (manual rows D55, D56, W27).

use super::choosing::Choosing;
use super::odd::OddFiles;
use super::row::Row;
use crate::i18n::certificate_words;
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use gaip_contract::signer::Listing;
use gaip_domain::portal::Medium;
use leptos::prelude::*;

/// Id of the first certificate.
pub const FIRST: &str = "certificate-choice";

/// The list, or that it is empty.
#[component]
pub fn CertificateList(choosing: Choosing) -> impl IntoView {
    let listing = Memo::new(move |_| choosing.listing());
    dynamic(move || match listing.get() {
        Some(listing) if !listing.entries.is_empty() => view! { <Rows choosing listing/> }.into_any(),
        Some(listing) => view! { <Nothing choosing looked=true/> <OddFiles odd=listing.odd/> }.into_any(),
        None => view! { <Nothing choosing looked=false/> }.into_any(),
    })
}

#[component]
fn Rows(choosing: Choosing, listing: Listing) -> impl IntoView {
    let words = certificate_words();
    let heads = [words.state, words.kind, words.owner, words.until, words.issuer];
    let rows = listing.entries.into_iter().enumerate().map(|(at, entry)| {
        let id = if at == 0 { FIRST.to_owned() } else { format!("{FIRST}-{}", at + 1) };
        view! { <Row choosing entry id/> }
    });
    view! {
        <fieldset class="certificate-list" role="radiogroup">
            <legend class="field__label">{words.list}</legend>
            // Each row says by itself what its parts are.
            <div class="certificate-list__head" aria-hidden="true">
                {heads.map(|head| view! { <span>{head}</span> }).into_iter().collect_view()}
            </div>
            {rows.collect_view()}
        </fieldset>
        <OddFiles odd=listing.odd/>
    }
}

#[component]
fn Nothing(choosing: Choosing, looked: bool) -> impl IntoView {
    let words = certificate_words();
    let help = match (choosing.place(), looked) {
        (Medium::Browser, _) => words.empty_browser,
        (_, true) => words.empty_found,
        (_, false) => words.empty_files,
    };
    view! { <Empty title=words.empty><p>{help}</p></Empty> }
}
