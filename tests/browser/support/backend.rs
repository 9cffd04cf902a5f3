//! The real backend on data of its own, which a test may kill.

use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A running backend. It dies with the test.
pub struct Backend {
    child: Option<Child>,
    port: u16,
    data: TempDir,
    dist: PathBuf,
    /// Other portals than those of the bundle.
    portals: Option<PathBuf>,
}

/// A path that the test command names; the tests do not look for it themselves.
pub fn named(variable: &str) -> PathBuf {
    let value = std::env::var_os(variable);
    value.map_or_else(|| panic!("{variable} is not set; run: cargo xtask test --only browser"), PathBuf::from)
}

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port can be bound");
    listener.local_addr().expect("it has an address").port()
}

/// Waits until somebody listens on a port.
pub fn wait_for(port: u16) {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(20), "nobody listens on port {port}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

impl Backend {
    /// Serves a bundle.
    pub fn start(dist: PathBuf) -> Self {
        Self::start_with(dist, None)
    }

    /// Serves a bundle with other portals than its own.
    pub fn start_with(dist: PathBuf, portals: Option<PathBuf>) -> Self {
        let data = tempfile::tempdir().expect("a temporary folder");
        let mut backend = Self { child: None, port: free_port(), data, dist, portals };
        backend.restart();
        backend
    }

    /// Starts it again on the same data and port.
    pub fn restart(&mut self) {
        let child = self.command().stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        self.child = Some(child.expect("the backend starts"));
        wait_for(self.port);
    }

    /// SIGKILL: no time to tidy up.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().expect("it runs");
            child.wait().expect("it ends");
        }
    }

    /// The address of a page.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// What an operator's command says.
    pub fn operator(&self, line: &[&str]) -> String {
        let said = self.command().args(line).output().expect("the command runs");
        assert!(said.status.success(), "{line:?}: {}", String::from_utf8_lossy(&said.stderr));
        String::from_utf8(said.stdout).expect("it speaks UTF-8")
    }

    /// The members, a line each.
    pub fn members(&self) -> Vec<String> {
        self.operator(&["members"]).lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
    }

    fn command(&self) -> Command {
        let mut command = Command::new(named("GAIP_BACKEND"));
        command
            .env_remove("DATABASE_URL")
            .env("GAIP_LISTEN", format!("127.0.0.1:{}", self.port))
            .env("GAIP_DATA", self.data.path())
            .env("GAIP_DIST", &self.dist)
            .env("GAIP_PROVIDERS", "sandbox")
            .env("GAIP_LIMITS", "1000");
        if let Some(portals) = &self.portals {
            command.env("GAIP_PORTALS", portals);
        }
        command
    }
}

impl Drop for Backend {
    fn drop(&mut self) {
        self.kill();
    }
}
