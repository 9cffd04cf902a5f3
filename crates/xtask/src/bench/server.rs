//! A backend of its own for one measurement: optimised, on a fresh SQLite file, ended and deleted with it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{self, Child},
    thread,
    time::{Duration, Instant},
};

use super::http::Client;
use crate::{
    paths,
    postgres::free_port,
    run::backend,
    shell::{Outcome, cargo, phase, run},
};

/// A running backend.
pub struct Server {
    process: Child,
    folder: PathBuf,
    /// Its port on 127.0.0.1.
    pub port: u16,
}

impl Server {
    /// Builds and starts it; it serves `dist`.
    pub fn start(dist: &Path) -> Outcome<Self> {
        phase("Building the backend", || run(&mut cargo(["build", "--release", "--package", "gaip-backend"])))?;
        let folder = env::temp_dir().join(format!("gaip-bench-{}", process::id()));
        let failed = |error| format!("{}: {error}", folder.display());
        fs::create_dir_all(&folder).map_err(failed)?;
        // Requests are logged as in production.
        let log = fs::File::create(folder.join("log")).map_err(failed)?;
        let port = free_port()?;
        let process = backend(&paths::backend("release"), port, &folder.join("data"), dist)
            .env_remove("DATABASE_URL")
            .env_remove("GAIP_PUBLIC_URL")
            .env("GAIP_PORTALS", paths::root().join("public/portals"))
            .env("GAIP_PROVIDERS", "sandbox")
            .env("GAIP_LIMITS", "100000")
            .stderr(log)
            .spawn()
            .map_err(|error| format!("the backend could not be started: {error}"))?;
        let server = Self { process, folder, port };
        server.wait_until_ready()?;
        Ok(server)
    }

    /// Imports an official HS edition and waits until it is in force.
    pub fn import(&self, files: &[PathBuf]) -> Outcome {
        let mut import = backend(&paths::backend("release"), 0, &self.folder.join("data"), Path::new("dist"));
        run(import.env_remove("DATABASE_URL").args(["import", "hs"]).args(files))?;
        // A running backend looks every two seconds.
        thread::sleep(Duration::from_secs(5));
        Ok(())
    }

    fn wait_until_ready(&self) -> Outcome {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(30) {
            let health = Client::connect(self.port).and_then(|mut client| client.send("GET", "/healthz", &[], &[]));
            if health.is_ok_and(|reply| reply.status == 200) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(50));
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(format!("the backend was not ready within 30 seconds:\n{log}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A folder that stays behind in the system's temporary folder is no failure.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
