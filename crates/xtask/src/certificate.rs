//! `cargo xtask certificate`: test identities for the sandbox, and a look into certificates, keys and signatures.

mod open;
mod verify;

use clap::{Args, Subcommand};
use serde_json::Value;
use std::{env, path::PathBuf};

use crate::{
    paths,
    run::{backend, build_backend},
    shell::{Outcome, run},
};

/// What `certificate` may be told.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Options {
    #[command(subcommand)]
    look: Option<Look>,
    #[command(flatten)]
    issue: Option<Issue>,
}

/// A look at what somebody sent.
#[derive(Subcommand)]
enum Look {
    /// Open a key, and say whose certificate it is: one line of JSON
    Open(open::Options),
    /// Verify a signature and its certificate: one line of JSON
    Verify(verify::Options),
}

/// A TEST certificate of the sandbox that belongs to the data of `cargo xtask run`.
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
struct Issue {
    /// The company's business number
    #[arg(long)]
    business_number: String,
    /// The company's name
    #[arg(long)]
    name: Option<String>,
    /// The kind, an id of public/portals/certificates.json [default: `yessign_corporate`]
    #[arg(long)]
    kind: Option<String>,
    /// The password of the key
    #[arg(long)]
    password: Option<String>,
    /// It has expired
    #[arg(long)]
    expired: bool,
    /// It is revoked
    #[arg(long)]
    revoked: bool,
    /// It is on hold
    #[arg(long)]
    on_hold: bool,
    /// It is a person's, of the same authority
    #[arg(long)]
    personal: bool,
    /// How the key lies in its file: seed, seed-old, pbes2-seed, aes [default: seed]
    #[arg(long)]
    format: Option<String>,
    /// Write a PFX beside the two files
    #[arg(long)]
    pfx: bool,
    /// The folder in which NPKI is made
    #[arg(long, default_value = ".")]
    out: PathBuf,
    /// The folder of the database, as for `cargo xtask run`
    #[arg(long, default_value = "data")]
    data: PathBuf,
}

/// Issues a test identity, or looks at what is there.
pub fn certificate(options: &Options) -> Outcome {
    match options {
        Options { look: Some(Look::Open(options)), .. } => tell(open::open(options)),
        Options { look: Some(Look::Verify(options)), .. } => tell(verify::verify(options)),
        Options { issue: Some(options), .. } => issue(options),
        Options { look: None, issue: None } => {
            Err("name a --business-number to issue a test certificate for, or say `open` or `verify`".to_owned())
        }
    }
}

/// Builds the backend and lets it issue.
fn issue(options: &Issue) -> Outcome {
    // The backend is started in the root of the checkout; the folder is named from here.
    let here = env::current_dir().map_err(|error| format!("the current folder: {error}"))?;
    let program = build_backend(false)?;
    let data = paths::root().join(&options.data);
    let mut issue = backend(&program, 0, &data, &paths::root().join("dist"));
    issue
        .args(["certificate", "--business-number", &options.business_number])
        .arg("--out")
        .arg(here.join(&options.out));
    for (flag, value) in [
        ("--name", &options.name),
        ("--kind", &options.kind),
        ("--password", &options.password),
        ("--format", &options.format),
    ] {
        if let Some(value) = value {
            issue.args([flag, value]);
        }
    }
    for (asked, flag) in [
        (options.expired, "--expired"),
        (options.revoked, "--revoked"),
        (options.on_hold, "--on-hold"),
        (options.personal, "--personal"),
        (options.pfx, "--pfx"),
    ] {
        if asked {
            issue.arg(flag);
        }
    }
    run(&mut issue)
}

/// What a look found, and whether it was good.
struct Found {
    facts: Value,
    good: bool,
}

/// A refusal with its code.
fn refused(code: impl ToString) -> Found {
    Found { facts: serde_json::json!({ "error": code.to_string() }), good: false }
}

/// Prints one line of JSON. What is not good ends the command with 1, and no more words.
fn tell(found: Result<Found, String>) -> Outcome {
    let found = found?;
    println!("{}", found.facts);
    if found.good { Ok(()) } else { Err(String::new()) }
}
