//! A websocket frame by frame, for what no websocket library would send, or does not know.

use std::time::Duration;

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{Person, TestServer, wire};

/// How long anything may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// First bytes of frames (RFC 6455 §5.2).
pub const TEXT: u8 = 0b1000_0001;
pub const FIRST_PIECE: u8 = 0b0000_0001;
pub const PIECE: u8 = 0b0000_0000;
pub const LAST_PIECE: u8 = 0b1000_0000;
pub const CLOSE: u8 = 0b1000_1000;
pub const PING: u8 = 0b1000_1001;
pub const PONG: u8 = 0b1000_1010;
/// To be added to the first byte: the message is compressed (RFC 7692 §6).
pub const COMPRESSED: u8 = 0b0100_0000;

/// What a compressed message has lost at its end.
const TAIL: [u8; 4] = [0, 0, 0xff, 0xff];

pub struct RawSocket {
    stream: TcpStream,
    /// What was answered to the offer.
    pub accepted: Option<String>,
}

impl RawSocket {
    /// Opens the websocket, each of `offers` in a header of its own.
    pub async fn open(server: &TestServer, person: &Person, query: &str, offers: &[&str]) -> Self {
        let token = person.token.as_deref().unwrap();
        let offers: String = offers.iter().map(|offer| format!("sec-websocket-extensions: {offer}\r\n")).collect();
        let request = format!(
            "GET /api/v1/ws{query} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {token}\r\nconnection: upgrade\r\n\
             upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n{offers}\r\n",
            server.address()
        );
        let mut stream = wire(server, request.as_bytes()).await;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(within(stream.read_u8()).await.expect("the server answers"));
        }
        let head = String::from_utf8(head).unwrap().to_lowercase();
        assert!(head.starts_with("http/1.1 101 "), "{head}");
        let accepted = head.lines().find_map(|line| line.strip_prefix("sec-websocket-extensions: "));
        Self { stream, accepted: accepted.map(str::to_owned) }
    }

    /// The next frame: its first byte, and what it holds.
    pub async fn frame(&mut self) -> (u8, Vec<u8>) {
        within(self.read()).await.expect("the connection is open")
    }

    async fn read(&mut self) -> std::io::Result<(u8, Vec<u8>)> {
        let first = self.stream.read_u8().await?;
        let length = match self.stream.read_u8().await? {
            126 => u64::from(self.stream.read_u16().await?),
            127 => self.stream.read_u64().await?,
            short => u64::from(short),
        };
        let mut payload = vec![0; length.try_into().unwrap()];
        self.stream.read_exact(&mut payload).await?;
        Ok((first, payload))
    }

    /// The next message that says this; the first byte of its frame, what that holds, and the message.
    pub async fn message(&mut self, part: &str) -> (u8, Vec<u8>, String) {
        loop {
            let (first, payload) = self.frame().await;
            assert_ne!(first, CLOSE, "closed: {}", String::from_utf8_lossy(&payload));
            let text = match first & COMPRESSED {
                0 => String::from_utf8(payload.clone()).unwrap(),
                _ => inflated(&payload),
            };
            if text.contains(part) {
                return (first, payload, text);
            }
        }
    }

    /// Sends a frame of up to 65,535 bytes.
    pub async fn send(&mut self, first: u8, payload: &[u8]) {
        let length = u16::try_from(payload.len()).unwrap();
        // A mask of nothing is a mask too.
        let frame = [&[first, 0x80 | 126], &length.to_be_bytes()[..], &[0; 4], payload].concat();
        // The server may have had enough.
        let _ = self.stream.write_all(&frame).await;
    }

    /// Reads until the connection is closed; the code.
    pub async fn close_code(&mut self) -> u16 {
        loop {
            if let (CLOSE, payload) = self.frame().await {
                return u16::from_be_bytes([payload[0], payload[1]]);
            }
        }
    }
}

async fn within<T>(doing: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, doing).await.expect("the server does not take that long")
}

/// What a compressed message holds.
pub fn compressed(message: &[u8]) -> Vec<u8> {
    let mut payload = Vec::with_capacity(message.len() + 100);
    let mut compressor = Compress::new(Compression::best(), false);
    compressor.compress_vec(message, &mut payload, FlushCompress::Sync).unwrap();
    payload.strip_suffix(&TAIL).unwrap().to_vec()
}

/// The message that this holds, without anything that was before it.
pub fn inflated(payload: &[u8]) -> String {
    assert!(!payload.ends_with(&TAIL));
    let mut message = Vec::with_capacity(1 << 20);
    let whole = [payload, &TAIL].concat();
    Decompress::new(false).decompress_vec(&whole, &mut message, FlushDecompress::Sync).unwrap();
    String::from_utf8(message).unwrap()
}
