//! `cargo xtask dev`: a development build that is built again on every change.

use clap::Args;
use notify::{RecursiveMode, Watcher};
use std::{
    path::{Path, PathBuf},
    process::Child,
    sync::mpsc::{self, Receiver},
    time::Duration,
};

use crate::{
    paths,
    run::backend,
    shell::{Outcome, cargo, phase, run as run_command},
    spa::{self, Bundle},
};

/// What `dev` may be told.
#[derive(Args)]
pub struct Options {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The folder of the database and the uploads; created when missing
    #[arg(long, default_value = "data")]
    data: PathBuf,
}

/// How long a change must have been the last one: editors write a file in several goes.
const QUIET: Duration = Duration::from_millis(200);
/// What both parts, or one of them, are made from.
const WATCHED: [&str; 6] = ["src", "style", "public", "crates", "index.html", "Cargo.toml"];

/// Builds and serves until it is stopped.
pub fn run(options: &Options) -> Outcome {
    let (sender, events) = mpsc::channel();
    let mut watcher =
        notify::recommended_watcher(sender).map_err(|error| format!("files cannot be watched: {error}"))?;
    for name in WATCHED {
        watcher
            .watch(&paths::root().join(name), RecursiveMode::Recursive)
            .map_err(|error| format!("{name} cannot be watched: {error}"))?;
    }
    println!("\n  portals   http://127.0.0.1:{}/\n", options.port);
    let mut server = None;
    let mut changed = WATCHED.map(|name| paths::root().join(name)).to_vec();
    loop {
        // A mistake in the code is told and waits for its correction.
        if let Err(error) = rebuild(&changed, &mut server, options) {
            eprintln!("\n{error}\n    waiting for a change");
        }
        changed = next_changes(&events)?;
    }
}

fn rebuild(changed: &[PathBuf], server: &mut Option<Child>, options: &Options) -> Outcome {
    let bundle = Bundle::development();
    spa::build(&bundle)?;
    if server.is_some() && !changed.iter().any(|path| concerns_backend(path)) {
        return Ok(());
    }
    phase("Building the backend", || run_command(&mut cargo(["build", "--package", "gaip-backend"])))?;
    if let Some(mut old) = server.take() {
        old.kill().and_then(|()| old.wait()).map_err(|error| format!("the old backend does not end: {error}"))?;
    }
    let data = paths::root().join(&options.data);
    let started = backend(&paths::backend("debug"), options.port, &data, &bundle.dist)
        .env("GAIP_GALLERY", "true")
        .spawn()
        .map_err(|error| format!("the backend could not be started: {error}"))?;
    *server = Some(started);
    Ok(())
}

/// The backend reads the portals when it starts.
fn concerns_backend(path: &Path) -> bool {
    let root = paths::root();
    path.starts_with(root.join("crates"))
        || path.starts_with(root.join("public/portals"))
        || path.ends_with("Cargo.toml")
}

/// Waits for changes, until there are no more for a moment.
fn next_changes(events: &Receiver<notify::Result<notify::Event>>) -> Outcome<Vec<PathBuf>> {
    let mut paths = Vec::new();
    loop {
        let event = if paths.is_empty() {
            events.recv().map_err(|error| error.to_string())?
        } else {
            match events.recv_timeout(QUIET) {
                Ok(event) => event,
                Err(_) => return Ok(paths),
            }
        };
        let event = event.map_err(|error| format!("files cannot be watched: {error}"))?;
        if !event.kind.is_access() {
            paths.extend(event.paths);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edited_screen_leaves_the_backend_running() {
        let path = |name: &str| paths::root().join(name);
        assert!(!concerns_backend(&path("src/app.rs")));
        assert!(!concerns_backend(&path("style/base.css")));
        assert!(concerns_backend(&path("crates/domain/src/journey.rs")));
        assert!(concerns_backend(&path("public/portals/daejeon/portal.json")));
    }
}
