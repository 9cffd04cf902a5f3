//! What a proof is asked for, and how the dialog is opened.

use crate::api::Failure;
use gaip_contract::bodies::{ChallengePurpose, Proof};
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// A proof on its way to the backend. A refusal is shown in the dialog, where it can be mended.
pub type Sending = Pin<Box<dyn Future<Output = Result<(), Failure>>>>;

/// What a proof is asked for.
#[derive(Clone)]
pub struct Ask {
    /// The portal.
    pub portal: &'static Portal,
    /// What the signature is for.
    pub purpose: ChallengePurpose,
    /// Digits of the number that the certificate must be issued to; nothing where only the server knows it.
    pub number: Option<String>,
    /// Id of the control that the focus goes back to.
    pub back: String,
    /// Sends the proof.
    pub send: Arc<dyn Fn(Proof) -> Sending + Send + Sync>,
}

/// Opens the dialog.
#[derive(Clone, Copy)]
pub struct CertificateAsking {
    pub(super) open: RwSignal<bool>,
    pub(super) ask: RwSignal<Option<Ask>>,
}

impl Default for CertificateAsking {
    fn default() -> Self {
        Self { open: RwSignal::new(false), ask: RwSignal::new(None) }
    }
}

impl CertificateAsking {
    /// Opens for an act.
    pub fn open_for(self, ask: Ask) {
        self.ask.set(Some(ask));
        self.open.set(true);
    }
}

/// Makes what sends a proof.
pub fn sender<F>(send: impl Fn(Proof) -> F + Send + Sync + 'static) -> Arc<dyn Fn(Proof) -> Sending + Send + Sync>
where
    F: Future<Output = Result<(), Failure>> + 'static,
{
    Arc::new(move |proof| Box::pin(send(proof)))
}
