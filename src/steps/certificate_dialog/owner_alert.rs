//! Says that the certificate is not that of the business number that was entered (manual rows W48, W52, X35), in portals
//! that check the owner.

use crate::i18n::{certificate_words, financial_words};
use crate::ui::alert_dialog::AlertDialog;
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use leptos::prelude::*;

/// Opens whenever the number was found to be another's.
#[component]
pub fn OwnerAlert(
    /// Id of the dialog.
    id: &'static str,
    /// Whether the number is another's.
    mismatch: Signal<bool>,
    /// Id of the field that mends it.
    field: &'static str,
) -> impl IntoView {
    let words = financial_words();
    let open = RwSignal::new(mismatch.get_untracked());
    Effect::new(move || open.set(mismatch.get()));
    view! {
        <AlertDialog id open title=words.owner_alert text=words.owner_mismatch
            code=(words.code, ProblemCode::CertificateOtherCompany.name()) confirm=certificate_words().confirm
            on_confirm=Callback::new(move |()| focus_soon(field))/>
    }
}
