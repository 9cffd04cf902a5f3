//! The certificate dialog: one dialog that proves a company by its joint certificate, for whichever act asked (manual rows
//! D26 to D36, D53 to D58, W25 to W35).
//!
//! An [`ask::Ask`] says what the proof is for and who sends it. Keys are opened and used in a worker (`api::signer`);
//! something to sign is asked of the server only when the person confirms, so that it cannot run out while they type.

mod actions;
mod alert;
pub mod ask;
mod body;
mod choosing;
mod delete;
mod details;
mod dialog;
mod environment;
mod environment_view;
mod finding;
mod list;
mod media;
mod media_panel;
mod number;
mod odd;
mod password;
mod places;
mod prove;
mod row;
#[cfg(feature = "gallery")]
mod samples;
mod step_up;
#[cfg(feature = "gallery")]
mod stories;
mod trouble;
mod way_out;

pub use alert::{Alert, CertificateAlert};
pub use ask::{Ask, CertificateAsking};
pub use dialog::CertificateDialog;
pub use number::is_resident;
#[cfg(feature = "gallery")]
pub use samples::{
    everything as sample_certificates, evidence as sample_evidence, good as sample_certificate, kept as sample_kept,
    rules as sample_rules,
};
pub use step_up::{StepUp, StepUpDialog};
#[cfg(feature = "gallery")]
pub use stories::STORIES;
pub use way_out::{WayOut, WayOutLink};
