//! What stands in the chosen certificate (manual row W28).

use super::choosing::Choosing;
use crate::i18n::{certificate_words, state, ui_words};
use crate::ui::button::Button;
use crate::ui::dynamic::dynamic;
use crate::ui::modal::Modal;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_contract::signer::Entry;
use leptos::prelude::*;

/// Opens over the dialog.
#[component]
pub fn DetailsDialog(choosing: Choosing) -> impl IntoView {
    let open = choosing.viewing;
    view! {
        <Modal id="certificate-details" open title=certificate_words().details footer=move || view! {
            <Button on_click=move |()| open.set(false)>{ui_words().close}</Button>
        }>
            {dynamic(move || open.get().then(|| choosing.entry().map(|entry| view! { <Facts choosing entry/> })))}
        </Modal>
    }
}

#[component]
fn Facts(choosing: Choosing, entry: Entry) -> impl IntoView {
    let words = certificate_words();
    let found_in = if entry.kept { words.in_browser.to_owned() } else { entry.name };
    let state = state(entry.state);
    entry.certificate.map(|details| {
        view! {
            <SummaryList>
                <SummaryRow name=words.state>{state}</SummaryRow>
                <SummaryRow name=words.kind>{choosing.kind_name(details.kind.as_deref())}</SummaryRow>
                <SummaryRow name=words.owner>{details.owner}</SummaryRow>
                <SummaryRow name=words.issuer>{details.issuer}</SummaryRow>
                <SummaryRow name=words.valid_from>{details.from}</SummaryRow>
                <SummaryRow name=words.until>{details.until}</SummaryRow>
                <SummaryRow name=words.serial>{details.serial}</SummaryRow>
                <SummaryRow name=words.subject>{details.subject_name}</SummaryRow>
                <SummaryRow name=words.issuer_name>{details.issuer_name}</SummaryRow>
                <SummaryRow name=words.policy>{details.policies.join(", ")}</SummaryRow>
                <SummaryRow name=words.found_in>{found_in}</SummaryRow>
            </SummaryList>
        }
    })
}
