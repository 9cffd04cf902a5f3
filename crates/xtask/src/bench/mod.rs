//! `cargo xtask bench`: figures against the project's goals. They are printed, never a test that time can fail.

mod codes;
mod draft;
mod driver;
mod figures;
mod find;
mod http;
mod paint;
mod save;
mod server;

use clap::Subcommand;
use gaip_domain::value::CodeList;

use crate::shell::Outcome;

/// What is measured.
#[derive(Subcommand)]
pub enum Bench {
    /// Saved steps a second on SQLite
    Save(save::Options),
    /// From a key to the next paint, with 50 products on the page and the processor slowed four times
    Paint(paint::Options),
    /// From a key in the code picker to the next paint of results, with the processor slowed four times
    Find(find::Options),
    /// How often the HS search finds what was meant, and how quickly
    Hs(codes::Options),
    /// The same for industries (KSIC)
    Ksic(codes::Options),
}

/// Measures and prints.
pub fn run(bench: &Bench) -> Outcome {
    match bench {
        Bench::Save(options) => save::run(options),
        Bench::Paint(options) => paint::run(options),
        Bench::Find(options) => find::run(options),
        Bench::Hs(options) => codes::run(CodeList::Hs, options),
        Bench::Ksic(options) => codes::run(CodeList::Ksic, options),
    }
}
