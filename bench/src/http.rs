//! As much HTTP/1.1 as it takes to ask one server over one kept connection.

use std::net::SocketAddr;
use std::time::Instant;

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::Result;

/// One connection, signed in or not.
pub struct Http {
    stream: TcpStream,
    headers: String,
    request: Vec<u8>,
    buffer: Vec<u8>,
}

/// A status, where the body is in the buffer, and how long it took.
pub struct Answer<'a> {
    pub status: u16,
    pub body: &'a [u8],
    /// From before the first byte was written until the last was read, in nanoseconds.
    pub took_ns: u64,
}

impl Answer<'_> {
    /// The body of an answer that must have this status.
    ///
    /// # Errors
    /// When it has another one.
    pub fn json(&self, status: u16) -> Result<Value> {
        if self.status == status {
            return Ok(serde_json::from_slice(self.body)?);
        }
        Err(format!("expected {status}, got {}: {}", self.status, String::from_utf8_lossy(self.body)).into())
    }
}

impl Http {
    /// # Errors
    /// When nobody listens there.
    pub async fn connect(address: SocketAddr, token: Option<&str>) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let bearer = token.map_or_else(String::new, |token| format!("Authorization: Bearer {token}\r\n"));
        let headers = format!("Host: {address}\r\n{bearer}");
        Ok(Self { stream, headers, request: Vec::new(), buffer: Vec::new() })
    }

    /// # Errors
    /// When the connection breaks, or the answer is not HTTP.
    pub async fn get(&mut self, path: &str) -> Result<Answer<'_>> {
        self.ask("GET", path, "", b"").await
    }

    /// Sends JSON.
    ///
    /// # Errors
    /// See [`Http::get`].
    pub async fn post(&mut self, path: &str, body: &str) -> Result<Answer<'_>> {
        self.ask("POST", path, "application/json", body.as_bytes()).await
    }

    /// Sends bytes.
    ///
    /// # Errors
    /// See [`Http::get`].
    pub async fn put(&mut self, path: &str, body: &[u8]) -> Result<Answer<'_>> {
        self.ask("PUT", path, "application/octet-stream", body).await
    }

    async fn ask(&mut self, method: &str, path: &str, content_type: &str, body: &[u8]) -> Result<Answer<'_>> {
        use std::io::Write as _;
        self.request.clear();
        write!(self.request, "{method} /api/v1{path} HTTP/1.1\r\n{}", self.headers)?;
        if !content_type.is_empty() {
            write!(self.request, "Content-Type: {content_type}\r\nContent-Length: {}\r\n", body.len())?;
        }
        write!(self.request, "\r\n")?;
        self.request.extend_from_slice(body);
        let started = Instant::now();
        self.stream.write_all(&self.request).await?;
        self.buffer.clear();
        let (status, from, to) = loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server closed the connection".into());
            }
            if let Some(found) = answer_in(&self.buffer)?
                && self.buffer.len() >= found.2
            {
                break found;
            }
        };
        let took_ns = u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX);
        Ok(Answer { status, body: &self.buffer[from..to], took_ns })
    }
}

/// Status, and where the body begins and ends, once the headers are complete.
fn answer_in(bytes: &[u8]) -> Result<Option<(u16, usize, usize)>> {
    let Some(end) = memchr::memmem::find(bytes, b"\r\n\r\n") else { return Ok(None) };
    let head = std::str::from_utf8(&bytes[..end])?;
    let status = head.get(9..12).ok_or("not HTTP")?.parse()?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    Ok(Some((status, end + 4, end + 4 + length.unwrap_or(0))))
}
