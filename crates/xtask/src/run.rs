//! `cargo xtask run`: one process on this machine that serves the portals and their API.

use clap::Args;
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    paths,
    shell::{Outcome, cargo, command, phase, run as run_command},
    spa,
};

/// What `run` may be told.
#[derive(Args)]
pub struct Options {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The folder of the database and the uploads; created when missing
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// Build the backend optimised: slower to build, quicker to answer
    #[arg(long)]
    release_backend: bool,
}

/// Builds what is missing, then becomes the backend.
pub fn run(options: &Options) -> Outcome {
    let bundle = spa::Bundle::production();
    spa::build(&bundle)?;
    let program = build_backend(options.release_backend)?;
    let data = paths::root().join(&options.data);
    println!("\n  portals   http://127.0.0.1:{}/", options.port);
    println!("  data      {}", data.display());
    println!("  stop with Ctrl-C; the data stays\n");
    become_it(&mut backend(&program, options.port, &data, &bundle.dist))
}

/// Builds the backend; where it lies.
pub fn build_backend(release: bool) -> Outcome<PathBuf> {
    phase("Building the backend", || {
        let mut build = cargo(["build", "--package", "gaip-backend"]);
        if release {
            build.arg("--release");
        }
        run_command(&mut build)
    })?;
    Ok(paths::backend(if release { "release" } else { "debug" }))
}

/// The backend on this machine: outside services are simulated unless the environment says otherwise.
pub fn backend(program: &Path, port: u16, data: &Path, dist: &Path) -> Command {
    let mut backend = command(program);
    backend.env("GAIP_LISTEN", format!("127.0.0.1:{port}")).env("GAIP_DATA", data).env("GAIP_DIST", dist);
    if env::var_os("GAIP_PROVIDERS").is_none() {
        backend.env("GAIP_PROVIDERS", "sandbox");
    }
    backend
}

/// Replaces this process, so that signals reach the backend itself.
#[cfg(unix)]
fn become_it(backend: &mut Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    Err(format!("the backend could not be started: {}", backend.exec()))
}

#[cfg(not(unix))]
fn become_it(backend: &mut Command) -> Outcome {
    run_command(backend)
}
