//! A throw-away PostgreSQL for one test run: made, started, stopped and deleted here.

use std::{
    env, fs,
    net::TcpListener,
    path::PathBuf,
    process::{self, Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{
    paths,
    shell::{Outcome, command},
    tools,
};

/// A running server; it stops and its folder goes when this is dropped.
pub struct Postgres {
    server: Child,
    folder: PathBuf,
    programs: PathBuf,
    port: u16,
}

impl Postgres {
    /// Starts a server on a free port of 127.0.0.1, installing PostgreSQL first where that is possible.
    pub fn start() -> Outcome<Self> {
        if programs().is_none() {
            tools::apt_install(&["postgresql"], "testing on PostgreSQL")?;
        }
        let programs = programs().ok_or("initdb of PostgreSQL is neither in PATH nor in /usr/lib/postgresql")?;
        let folder = env::temp_dir().join(format!("gaip-postgres-{}", process::id()));
        quiet(as_postgres("mkdir").args(["-m", "700"]).arg(&folder))?;
        quiet(
            as_postgres(programs.join("initdb"))
                .args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "-D"])
                .arg(&folder),
        )?;
        let port = free_port()?;
        let log =
            fs::File::create(paths::target().join("postgres.log")).map_err(|error| format!("postgres.log: {error}"))?;
        let server = as_postgres(programs.join("postgres"))
            .arg("-D")
            .arg(&folder)
            .arg("-k")
            .arg(&folder)
            .args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=300"])
            // Nothing here has to survive a power cut.
            .args(["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"])
            // Nor fill the disk.
            .args(["-c", "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "max_wal_size=128MB"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .map_err(|error| format!("PostgreSQL could not be started: {error}"))?;
        let mut started = Self { server, folder, programs, port };
        started.wait_until_ready()?;
        Ok(started)
    }

    /// The address for clients. The user may create databases.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn wait_until_ready(&mut self) -> Outcome {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(60) {
            if fs::read_to_string(self.folder.join("postmaster.pid")).is_ok_and(|state| state.contains("ready")) {
                return Ok(());
            }
            if self.server.try_wait().is_ok_and(|ended| ended.is_some()) {
                return Err("PostgreSQL ended at once; see target/postgres.log".to_owned());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err("PostgreSQL was not ready within a minute; see target/postgres.log".to_owned())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let stopped =
            quiet(as_postgres(self.programs.join("pg_ctl")).args(["stop", "-m", "immediate", "-D"]).arg(&self.folder));
        if stopped.is_err() {
            // It has ended already, or ends now.
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("    {} stays behind: {error}", self.folder.display());
        }
    }
}

/// The folder of `initdb` and its companions: Debian keeps them out of PATH, one folder for each version.
fn programs() -> Option<PathBuf> {
    let mut versions: Vec<u32> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    versions.sort_unstable();
    let debian = versions.into_iter().rev().map(|version| PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")));
    let in_path = paths::find("initdb").and_then(|initdb| Some(initdb.parent()?.to_owned()));
    debian.chain(in_path).find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

/// PostgreSQL refuses to run as root, so root becomes the user `postgres` for it.
/// The server gets an interrupt when this process ends, however it ends.
fn as_postgres(program: impl Into<PathBuf>) -> Command {
    let mut command = if paths::find("setpriv").is_some() {
        let mut setpriv = command("setpriv");
        if tools::is_root() {
            setpriv.args(["--reuid", "postgres", "--regid", "postgres", "--init-groups"]);
        }
        setpriv.args(["--pdeathsig", "INT"]).arg(program.into());
        setpriv
    } else {
        command(program.into())
    };
    // The checkout may lie where the user `postgres` may not look.
    command.current_dir(env::temp_dir());
    command
}

fn quiet(command: &mut Command) -> Outcome {
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr)))
}

/// A port of 127.0.0.1 that nobody listens on at present.
pub fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| format!("no free port: {error}"))?;
    listener.local_addr().map(|address| address.port()).map_err(|error| format!("no free port: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::ask;

    #[test]
    fn a_server_is_ready_when_it_says_so_and_leaves_nothing_behind() {
        if programs().is_none() || (tools::is_root() && ask(command("id").arg("postgres")).is_none()) {
            eprintln!("skipped: no PostgreSQL on this machine");
            return;
        }
        let postgres = Postgres::start().expect("it starts");
        let (folder, port) = (postgres.folder.clone(), postgres.port);
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
        drop(postgres);
        assert!(!folder.exists());
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
    }
}
