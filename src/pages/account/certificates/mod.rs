//! The certificates that a member registered: they can log in with any of them.

mod listed;
mod mine;
mod remove;

#[cfg(feature = "gallery")]
pub use listed::CertificateRows;
pub use mine::MyCertificates;
#[cfg(feature = "gallery")]
pub use remove::Removing;
