//! Search over code lists such as HS: pure and in memory.
//!
//! An [`Edition`] is one version of a list: a tree of [`Entry`] values with a short Korean and English label each,
//! and [`Alias`] rows from everyday words to codes. It is checked once when it is built and never changes.
//! [`Edition::builtin_hs`] is the edition that comes with the product: the 21 sections, 97 chapters and 1,228
//! headings of HS 2022 in our own words. They help to find a heading; they are not the legal text.
//!
//! [`Edition::search`] reads a query as a code first and as words otherwise:
//!
//! ```
//! use gaip_classify::{Edition, Page};
//!
//! let hs = Edition::builtin_hs();
//! let first = |query: &str| hs.search(query, Page { offset: 0, limit: 1 }).rows.remove(0).code;
//! assert_eq!(first("1902.30-1010"), "1902");
//! assert_eq!(first("라면"), "1902");
//! assert_eq!(first("Instant Noodle"), "1902");
//! ```
//!
//! No file, no network, no clock, no randomness: the same edition and query give the same rows everywhere.

mod builtin;
mod distance;
mod edition;
mod entry;
mod hangul;
mod index;
mod loanwords;
mod pack;
mod pages;
mod search;
mod table;
mod text;

pub use edition::{Edition, EditionError};
pub use entry::{Alias, Entry, Gone, Level};
pub use pack::PackError;
pub use search::{Group, Hit, Hits, Page};
