//! As much of an HTTP client as a measurement on this machine needs: one kept connection, one request at a time.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

use crate::shell::Outcome;

/// A connection that is kept between requests.
pub struct Client {
    stream: BufReader<TcpStream>,
    host: String,
}

/// An answer.
pub struct Reply {
    /// The status.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// A header by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }
}

impl Client {
    /// Connects to a port of 127.0.0.1.
    pub fn connect(port: u16) -> Outcome<Self> {
        let host = format!("127.0.0.1:{port}");
        let failed = |error| format!("{host}: {error}");
        let stream = TcpStream::connect(&host).map_err(failed)?;
        stream.set_nodelay(true).map_err(failed)?;
        stream.set_read_timeout(Some(Duration::from_secs(60))).map_err(failed)?;
        Ok(Self { stream: BufReader::new(stream), host })
    }

    /// Sends a request and waits for its whole answer.
    pub fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Outcome<Reply> {
        let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\ncontent-length: {}\r\n", self.host, body.len());
        for (name, value) in headers {
            for part in [name, ": ", value, "\r\n"] {
                head.push_str(part);
            }
        }
        let request = [head.as_bytes(), b"\r\n", body].concat();
        let failed = |error| format!("{method} {path}: {error}");
        self.stream.get_mut().write_all(&request).map_err(failed)?;
        self.read().map_err(|error| format!("{method} {path}: {error}"))
    }

    fn read(&mut self) -> Outcome<Reply> {
        let status = self.line()?;
        let status = status.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or("no HTTP answer")?;
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').ok_or("a header without a colon")?;
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut reply = Reply { status, headers, body: Vec::new() };
        if reply.header("transfer-encoding").is_some() {
            return Err("the answer has no length".to_owned());
        }
        let length = reply.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        reply.body.resize(length, 0);
        self.stream.read_exact(&mut reply.body).map_err(|error| error.to_string())?;
        Ok(reply)
    }

    fn line(&mut self) -> Outcome<String> {
        let mut line = String::new();
        match self.stream.read_line(&mut line).map_err(|error| error.to_string())? {
            0 => Err("the connection was closed".to_owned()),
            _ => Ok(line.trim_end().to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{net::TcpListener, thread};

    #[test]
    fn two_requests_go_over_one_connection_and_each_gets_its_own_answer() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let server = thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a client");
            for answer in [
                "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nContent-Length: 4\r\n\r\nbody",
                "HTTP/1.1 204 No Content\r\n\r\n",
            ] {
                let mut buffer = [0; 1024];
                let read = stream.read(&mut buffer).expect("a request");
                assert!(buffer[..read].ends_with(b"\r\n\r\nhello"));
                stream.write_all(answer.as_bytes()).expect("the client listens");
            }
        });
        let mut client = Client::connect(port).expect("the server listens");
        let first = client.send("PUT", "/x", &[("a", "b")], b"hello").expect("an answer");
        assert_eq!((first.status, first.header("set-cookie"), &first.body[..]), (200, Some("a=1"), &b"body"[..]));
        assert_eq!(client.send("PUT", "/x", &[], b"hello").expect("an answer").status, 204);
        server.join().expect("the server was content");
    }
}
