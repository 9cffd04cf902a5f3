//! A server of static files, as a designer has one: no backend behind it.

use super::backend::free_port;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// A running server. Its threads end with the test's process.
pub struct Site {
    port: u16,
}

impl Site {
    /// Serves a folder; unknown paths below anything but `/api` are the page.
    pub fn start(folder: PathBuf) -> Self {
        let port = free_port();
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("the port is free");
        let folder = Arc::new(folder);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let folder = folder.clone();
                std::thread::spawn(move || drop(answer(stream, &folder)));
            }
        });
        Self { port }
    }

    /// The address of a page.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let path = line.split_whitespace().nth(1).unwrap_or("/");
    let path = path.split('?').next().unwrap_or_default().trim_start_matches('/');
    let wanted = Path::new(path);
    let inside = wanted.components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(wanted);
    let (status, file) = match () {
        () if path.starts_with("api/") || !inside => ("404 Not Found", None),
        () if file.is_file() => ("200 OK", Some(file)),
        () => ("200 OK", Some(folder.join("index.html"))),
    };
    let kind = match file.as_ref().and_then(|file| file.extension()).and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };
    let body = file.map_or_else(Vec::new, |file| fs::read(file).unwrap_or_default());
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)
}
