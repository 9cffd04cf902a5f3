//! Every endpoint between the browser and a backend, declared once.
//!
//! [`endpoints`] lists them; [`bodies`] are what they carry; [`problem`] is how they refuse. [`finder`] is the search that a
//! browser does by itself, [`signer`] its hand with certificates. The browser's one `send`
//! and the backend's router both read these declarations; `openapi.json` is generated from them.

pub mod bodies;
pub mod endpoints;
pub mod finder;
pub mod needs;
#[cfg(feature = "schema")]
pub mod openapi;
pub mod problem;
pub mod signer;

pub use endpoints::{Endpoint, Method};
pub use problem::{Problem, ProblemCode};

/// Header that names the tab on every request that changes a draft: an opaque random id, at most 64 characters.
pub const TAB_HEADER: &str = "gaip-tab";
/// Header that every request that changes something carries; a foreign site cannot set it (CSRF).
pub const CSRF_HEADER: &str = "gaip-request";
/// Header that names one attempt to submit.
pub const IDEMPOTENCY_HEADER: &str = "idempotency-key";
/// Header of an upload chunk: how many bytes of the file came before it.
pub const OFFSET_HEADER: &str = "upload-offset";
/// Most bytes of one upload chunk.
pub const CHUNK_BYTES: u64 = 512 * 1024;
/// Most bytes of one file.
pub const FILE_BYTES: u64 = 20 * 1024 * 1024;
/// Most files of one sign-up.
pub const FILES_PER_DRAFT: usize = 200;
/// Endings of files that are taken; the content must agree.
pub const FILE_ENDINGS: [&str; 6] = ["pdf", "jpg", "jpeg", "jpe", "png", "zip"];
