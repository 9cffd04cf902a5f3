//! The project's own commands: `cargo xtask run`, `cargo xtask test` and their smaller parts.
//!
//! Nothing has to be installed beforehand but Rust: what is missing goes into `target/tools`, with a word on what and why.

mod bench;
mod browser;
mod certificate;
mod check;
mod css;
mod dev;
mod dist;
mod html;
mod import;
mod paths;
mod postgres;
mod run;
mod shell;
mod spa;
mod split;
mod stamp;
mod test;
mod tools;
mod worker;

use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "The project's own commands")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build what is missing and serve the portals on this machine
    Run(run::Options),
    /// Check and test everything, stage by stage
    Test(test::Options),
    /// Serve a development build and rebuild it on every change
    Dev(dev::Options),
    /// Build the browser's files into `dist/` and print their sizes
    Build,
    /// Check every portal: names file, path and mend for each mistake
    Check {
        /// The folder with one folder for each portal
        #[arg(long, default_value = "public/portals")]
        portals: PathBuf,
    },
    /// Import an official edition of a code list into the data of `run`
    Import(import::Options),
    /// Issue a TEST certificate for the sandbox, or look into certificates and signatures
    Certificate(Box<certificate::Options>),
    /// Write the files that are generated from the Rust types
    Generate,
    /// Measure against the project's goals
    #[command(subcommand)]
    Bench(bench::Bench),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Run(options) => run::run(&options),
        Command::Test(options) => test::run(&options),
        Command::Dev(options) => dev::run(&options),
        Command::Build => spa::build(&spa::Bundle::production()),
        Command::Check { portals } => check::portals(&portals),
        Command::Import(options) => import::import(&options),
        Command::Certificate(options) => certificate::certificate(&options),
        Command::Generate => check::generate(),
        Command::Bench(bench) => bench::run(&bench),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // `test` has said it already, above its last line.
            if !message.is_empty() {
                eprintln!("\n{message}");
            }
            ExitCode::FAILURE
        }
    }
}
