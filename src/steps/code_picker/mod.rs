//! The code picker: one dialog that finds codes of a list for whichever field asked (manual rows D117 to D122, W60).
//!
//! Goods (HS) and industries (KSIC) use it alike: an [`ask::Ask`] says which list, and whether one code is wanted or
//! several. While words are typed it shows what they find; without words it shows everything; and the whole list can
//! be walked as a tree.

mod advice;
pub mod ask;
mod body;
mod branch;
mod dialog;
mod entry;
mod finder;
mod group;
mod keys;
mod mark;
mod notes;
mod picked;
mod picking;
mod recent;
mod recents;
mod results;
#[cfg(feature = "gallery")]
mod samples;
mod search_box;
pub mod spelling;
#[cfg(feature = "gallery")]
mod stories;
mod tree;
mod tree_view;
mod typed;
mod walk;

pub use dialog::CodePickerDialog;
#[cfg(feature = "gallery")]
pub use samples::{gone as sample_gone, hs_rows as sample_hs, ksic_rows as sample_ksic};
#[cfg(feature = "gallery")]
pub use stories::STORIES;
