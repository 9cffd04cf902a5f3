//! What a financial certificate is asked for, and how the dialog is opened.

use crate::api::Failure;
use crate::steps::certificate_dialog::ask::Sending;
use gaip_contract::bodies::FinancialPurpose;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use std::future::Future;
use std::sync::Arc;

/// Uses a verified attempt, by its id.
pub type Using = Arc<dyn Fn(String) -> Sending + Send + Sync>;

/// What a financial certificate is asked for.
#[derive(Clone)]
pub struct FinancialAsk {
    /// The portal.
    pub portal: &'static Portal,
    /// What it is to be for.
    pub purpose: FinancialPurpose,
    /// The business number, where it is known.
    pub number: String,
    /// Id of the control that the focus goes back to.
    pub back: &'static str,
    /// Uses the attempt once it is verified. A refusal is shown in the dialog.
    pub use_attempt: Using,
}

/// Opens the dialog.
#[derive(Clone, Copy)]
pub struct FinancialAsking {
    pub(super) open: RwSignal<bool>,
    pub(super) ask: RwSignal<Option<FinancialAsk>>,
}

impl Default for FinancialAsking {
    fn default() -> Self {
        Self { open: RwSignal::new(false), ask: RwSignal::new(None) }
    }
}

impl FinancialAsking {
    /// Opens for an act.
    pub fn open_for(self, ask: FinancialAsk) {
        self.ask.set(Some(ask));
        self.open.set(true);
    }
}

/// Makes what uses an attempt.
pub fn user<F>(use_attempt: impl Fn(String) -> F + Send + Sync + 'static) -> Using
where
    F: Future<Output = Result<(), Failure>> + 'static,
{
    Arc::new(move |attempt| Box::pin(use_attempt(attempt)))
}
