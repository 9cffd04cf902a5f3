//! What the manual of 고용24 has an alert box of the browser say of a certificate (manual rows W48, W52, W113, W118, X35).

use crate::i18n::{certificate_words, financial_words};
use crate::ui::alert_dialog::AlertDialog;
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use leptos::prelude::*;

/// What is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    /// It is not that of the business number that was entered; in portals that check the owner.
    Others,
    /// No account has it; in portals that register further ones.
    Unregistered,
}

impl Alert {
    fn text(self) -> &'static str {
        match self {
            Self::Others => financial_words().owner_mismatch,
            Self::Unregistered => certificate_words().unregistered,
        }
    }

    fn code(self) -> ProblemCode {
        match self {
            Self::Others => ProblemCode::CertificateOtherCompany,
            Self::Unregistered => ProblemCode::CertificateUnregistered,
        }
    }
}

/// Opens whenever it is found to be so.
#[component]
pub fn CertificateAlert(
    /// Id of the dialog.
    id: &'static str,
    /// What it says.
    alert: Alert,
    /// Whether it is so.
    found: Signal<bool>,
    /// Id of what mends it: a field, or the way to another page.
    mend: &'static str,
) -> impl IntoView {
    let words = financial_words();
    let open = RwSignal::new(found.get_untracked());
    Effect::new(move || open.set(found.get()));
    view! {
        <AlertDialog id open title=words.owner_alert text=alert.text() code=(words.code, alert.code().name())
            confirm=certificate_words().confirm on_confirm=Callback::new(move |()| focus_soon(mend))/>
    }
}
