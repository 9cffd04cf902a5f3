//! The dialog of the financial certificate service (manual rows W36 to W46, X30), for whichever act asked.
//!
//! An [`FinancialAsk`] says what the certificate is for and who uses the attempt once it is verified. The service keeps the
//! certificate: nothing secret passes through this page but a number of a device, which is sent once and not kept.

mod account;
mod ask;
mod details;
mod dialog;
mod flow;
mod otp;
mod requests;
#[cfg(feature = "gallery")]
mod stories;
mod waiting;

pub use ask::{FinancialAsk, FinancialAsking, user};
pub use dialog::FinancialDialog;
#[cfg(feature = "gallery")]
pub use stories::STORIES;
