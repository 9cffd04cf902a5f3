//! `cargo xtask test`: everything that must hold before a change is accepted, the quick checks first.

use clap::{Args, ValueEnum};
use std::{
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

use crate::{
    browser, check, paths,
    postgres::Postgres,
    shell::{Outcome, ask, cargo, clock, phase, run as run_command, run_lines},
    spa::{self, Bundle},
    tools,
};

/// What `test` may be told.
#[derive(Args)]
pub struct Options {
    /// One stage instead of all
    #[arg(long, value_enum)]
    only: Option<Stage>,
}

/// The stages, in their order.
#[derive(Clone, Copy, ValueEnum)]
enum Stage {
    /// Formatting
    Fmt,
    /// Lints of all code that runs on the server or in tests
    Clippy,
    /// Lints of the code as the browser gets it
    ClippyWasm,
    /// The portals
    Portals,
    /// Generated files are those of the types
    Generated,
    /// Licences and sources of the dependencies
    Deny,
    /// Unit, contract and backend tests on SQLite and PostgreSQL, and every story rendered natively
    Unit,
    /// Journeys and accessibility in a real browser against the real backend
    Browser,
}

/// Tests that passed and failed.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
struct Counts {
    passed: u64,
    failed: u64,
}

/// Every story and test may use the gallery's code, so all native builds have it.
const WORKSPACE: [&str; 3] = ["--workspace", "--features", "gallery"];

/// Runs the stages up to the first that fails, and says how long each took.
pub fn run(options: &Options) -> Outcome {
    let stages = options.only.as_ref().map_or(Stage::value_variants(), std::slice::from_ref);
    let mut counts = Counts::default();
    let mut table: Vec<(Stage, Duration)> = Vec::new();
    let mut result = Ok(());
    for stage in stages {
        let begun = Instant::now();
        let failed_before = counts.failed;
        result = phase(&format!("Stage {}", name(*stage)), || stage.run(&mut counts));
        table.push((*stage, begun.elapsed()));
        if let Err(error) = &mut result {
            // A stage that is no test counts as one.
            counts.failed = counts.failed.max(failed_before + 1);
            *error = format!("Stage {} failed: {error}\nAgain: cargo xtask test --only {0}", name(*stage));
            break;
        }
    }
    println!("\n{:<12} {:>8}", "stage", "time");
    for (stage, time) in &table {
        println!("{:<12} {:>8}", name(*stage), clock(*time));
    }
    if let Err(error) = &result {
        println!("\n{error}");
    }
    println!("\n{} passed, {} failed", counts.passed, counts.failed);
    result.map_err(|_| String::new())
}

impl Stage {
    fn run(self, counts: &mut Counts) -> Outcome {
        match self {
            Self::Fmt => {
                tools::ensure_component("rustfmt", "fmt")?;
                run_command(&mut cargo(["fmt", "--all", "--check"]))
            }
            Self::Clippy => {
                tools::ensure_component("clippy", "clippy")?;
                run_command(cargo(["clippy", "--all-targets"]).args(WORKSPACE).args(["--", "-D", "warnings"]))
            }
            Self::ClippyWasm => {
                tools::ensure_component("clippy", "clippy")?;
                tools::ensure_target()?;
                run_command(&mut cargo([
                    "clippy",
                    "--package",
                    "gaip",
                    "--package",
                    "gaip-finder",
                    "--package",
                    "gaip-signer",
                    "--features",
                    "gaip/gallery",
                    "--target",
                    tools::WASM,
                    "--",
                    "-D",
                    "warnings",
                ]))
            }
            Self::Portals => check::portals(&PathBuf::from("public/portals")),
            Self::Generated => check::generated(),
            Self::Deny => deny(),
            Self::Unit => {
                let postgres = phase("Starting a throw-away PostgreSQL", Postgres::start)?;
                let mut tests = cargo(["test", "--no-fail-fast"]);
                count(tests.args(WORKSPACE).env("GAIP_TEST_POSTGRES", postgres.url()), counts)
            }
            Self::Browser => journeys(counts),
        }
    }
}

fn deny() -> Outcome {
    if ask(&mut cargo(["deny", "--version"])).is_none() {
        eprintln!(
            "    cargo-deny is not installed (`cargo install cargo-deny --locked`): licences and sources were not checked"
        );
        return Ok(());
    }
    run_command(&mut cargo(["deny", "--all-features", "check", "bans", "licenses", "sources"]))
}

fn journeys(counts: &mut Counts) -> Outcome {
    let browser = browser::ensure()?;
    let (production, gallery) = (Bundle::production(), Bundle::gallery());
    spa::build(&production)?;
    spa::build(&gallery)?;
    phase("Building the backend and the journeys", || run_command(cargo(["build", "--all-targets"]).args(WORKSPACE)))?;
    let mut tests = cargo(["test", "--no-fail-fast"]);
    tests
        .args(WORKSPACE)
        .args(["--test", "browser", "--", "--include-ignored"])
        .env("GAIP_DIST", production.dist)
        .env("GAIP_DIST_GALLERY", gallery.dist)
        .env("GAIP_BACKEND", paths::backend("debug"))
        .env("GAIP_CHROMEDRIVER", browser.driver)
        .env("GAIP_AXE", browser.axe);
    count(&mut tests, counts)
}

/// Runs tests, shows what they say, and adds up their results.
fn count(tests: &mut Command, counts: &mut Counts) -> Outcome {
    run_lines(tests, |line| {
        println!("{line}");
        if let Some(more) = Counts::of(line) {
            counts.passed += more.passed;
            counts.failed += more.failed;
        }
    })
}

impl Counts {
    /// Reads `test result: ok. 12 passed; 0 failed; 1 ignored; ...`.
    fn of(line: &str) -> Option<Self> {
        let result = line.strip_prefix("test result: ")?;
        let number = |unit: &str| {
            let before = &result[..result.find(unit)?];
            before.trim_end().rsplit(' ').next()?.parse().ok()
        };
        Some(Self { passed: number("passed")?, failed: number("failed;")? })
    }
}

fn name(stage: Stage) -> String {
    stage.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_lines_of_cargo_test_are_read() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.02s";
        assert_eq!(Counts::of(line), Some(Counts { passed: 12, failed: 0 }));
        let line = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s";
        assert_eq!(Counts::of(line), Some(Counts { passed: 3, failed: 2 }));
        assert_eq!(Counts::of("test a_result ... ok"), None);
    }

    #[test]
    fn stages_are_called_as_they_are_typed() {
        assert_eq!(name(Stage::ClippyWasm), "clippy-wasm");
    }
}
