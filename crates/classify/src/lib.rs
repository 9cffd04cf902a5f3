//! Search over code lists such as HS: pure and in memory.
//!
//! An [`Edition`] is one version of a list: a tree of [`Entry`] values with a Korean and an English label each, and
//! [`Alias`] rows from everyday words to codes. It is checked once when it is built and never changes.
//! [`Edition::builtin`] is the edition that comes with the product in our own words, which help to find a heading and are
//! not the legal text; [`Edition::official`] is one that an operator imported.
//!
//! [`Edition::search`] reads a query as a code first and as words otherwise:
//!
//! ```
//! use gaip_classify::{Edition, Page};
//! use gaip_domain::value::CodeList;
//!
//! let hs = Edition::builtin(CodeList::Hs);
//! let first = |query: &str| hs.search(query, Page { offset: 0, limit: 1 }).groups.remove(0).heading;
//! assert_eq!(first("1902.30-1010"), "1902");
//! assert_eq!(first("라면"), "1902");
//! assert_eq!(first("fkaus"), "1902");
//! assert_eq!(first("Instant Noodle"), "1902");
//! ```
//!
//! No file, no network, no clock, no randomness: the same edition and query give the same answer everywhere. So the
//! backend searches with it, and the browser too once it has fetched the edition ([`Edition::pack`]).

#[cfg(feature = "builtin")]
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
