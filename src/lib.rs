//! The SPA.
pub mod ui;
