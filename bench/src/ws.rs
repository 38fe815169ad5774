//! As much of a websocket (RFC 6455) as a cheap client needs. Nothing is parsed but lengths; what a frame says is
//! looked up in its bytes.

use std::cell::RefCell;
use std::future::poll_fn;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use memchr::memmem;
use tokio::io::{AsyncRead as _, AsyncReadExt as _, AsyncWriteExt as _, ReadBuf};
use tokio::net::tcp::OwnedReadHalf;
use tokio::net::{TcpSocket, TcpStream};
use uuid::Uuid;

use crate::Result;

pub const TEXT: u8 = 1;
pub const CLOSE: u8 = 8;
pub const PING: u8 = 9;

/// Connections from one loopback address; fewer than there are ephemeral ports (28,232 unless changed, ip(7)).
const PER_ADDRESS: usize = 20_000;

/// A TCP connection from one of the loopback addresses: the `number`th of this run.
///
/// # Errors
/// When it is refused.
pub async fn dial(address: SocketAddr, number: usize) -> Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    if number >= PER_ADDRESS {
        let host = u8::try_from(number / PER_ADDRESS + 1).unwrap_or(u8::MAX);
        socket.bind((Ipv4Addr::new(127, 0, 0, host), 0).into())?;
    }
    let stream = socket.connect(address).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// How a handshake went.
pub enum Opened {
    Yes(TcpStream, Inbox),
    /// Asked to come again (429 or 503), or waited for too long for this client to say what it wants (408).
    Later(Duration),
}

/// Opens a websocket, going on after `last_seq` if it is given.
///
/// # Errors
/// When it is refused for good.
pub async fn open(address: SocketAddr, number: usize, token: &str, last_seq: Option<u64>) -> Result<Opened> {
    let mut stream = dial(address, number).await?;
    let resume = last_seq.map_or_else(String::new, |seq| format!("?last_seq={seq}"));
    let request = format!(
        "GET /api/v1/ws{resume} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\nConnection: Upgrade\r\n\
         Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await?;
    let mut inbox = Inbox::default();
    loop {
        if stream.read_buf(&mut inbox.partial).await? == 0 {
            return Err("the server closed the connection during the handshake".into());
        }
        let Some(end) = memmem::find(&inbox.partial, b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&inbox.partial[..end]).into_owned();
        match head.get(9..12) {
            Some("101") => {
                inbox.partial.drain(..end + 4);
                return Ok(Opened::Yes(stream, inbox));
            }
            Some("408" | "429" | "503") => {
                let wait = head
                    .to_lowercase()
                    .split_once("retry-after: ")
                    .and_then(|(_, rest)| rest.split_whitespace().next().and_then(|secs| secs.parse().ok()));
                return Ok(Opened::Later(Duration::from_secs(wait.unwrap_or(1))));
            }
            _ => return Err(format!("the handshake was answered with: {head}").into()),
        }
    }
}

/// [`open`], coming again for as long as the server asks for it; how often it did.
///
/// # Errors
/// See [`open`].
pub async fn open_patiently(
    address: SocketAddr,
    number: usize,
    token: &str,
    last_seq: Option<u64>,
) -> Result<(TcpStream, Inbox, u64)> {
    let mut refusals = 0;
    loop {
        match open(address, number, token, last_seq).await? {
            Opened::Yes(stream, inbox) => return Ok((stream, inbox, refusals)),
            Opened::Later(wait) => {
                refusals += 1;
                // Not all in the same moment again: up to a second later, as a page would.
                let some = Duration::from_micros(Uuid::new_v4().as_u128() as u64 % 1_000_000);
                tokio::time::sleep(wait + some).await;
            }
        }
    }
}

/// A client's frame. The mask is there, as it must be, and is zero, which spares the client the work.
pub fn frame(opcode: u8, payload: &[u8], into: &mut Vec<u8>) {
    into.push(0x80 | opcode);
    match u16::try_from(payload.len()) {
        Ok(length @ 0..=125) => into.push(0x80 | length as u8),
        Ok(length) => {
            into.push(0x80 | 126);
            into.extend_from_slice(&length.to_be_bytes());
        }
        Err(_) => {
            into.push(0x80 | 127);
            into.extend_from_slice(&(payload.len() as u64).to_be_bytes());
        }
    }
    into.extend_from_slice(&[0; 4]);
    into.extend_from_slice(payload);
}

/// A server's text frame, as it stands on the wire.
pub fn server_frame(payload: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0x80 | TEXT];
    match u16::try_from(payload.len()) {
        Ok(length @ 0..=125) => bytes.push(length as u8),
        length => {
            bytes.push(126);
            bytes.extend_from_slice(&length.unwrap_or(u16::MAX).to_be_bytes());
        }
    }
    bytes.extend_from_slice(payload);
    bytes
}

thread_local! {
    /// What everybody reads into: an idle connection has no buffer of its own.
    static SHARED: RefCell<Vec<u8>> = RefCell::new(vec![0; 256 * 1024]);
}

/// Takes frames out of a stream of bytes; keeps the beginning of one that is not complete.
#[derive(Default)]
pub struct Inbox {
    partial: Vec<u8>,
}

impl Inbox {
    /// Reads once, and hands each complete frame (opcode and payload) to `take`. False at the end of the stream.
    ///
    /// # Errors
    /// When the connection breaks, or `take` fails.
    pub async fn read(
        &mut self,
        stream: &mut OwnedReadHalf,
        mut take: impl FnMut(u8, &[u8]) -> Result<()>,
    ) -> Result<bool> {
        // What came along with the handshake's answer.
        let mut any = false;
        self.split(&[], &mut |opcode, payload| {
            any = true;
            take(opcode, payload)
        })?;
        if any {
            return Ok(true);
        }
        poll_fn(|context| {
            SHARED.with_borrow_mut(|shared| {
                let mut buffer = ReadBuf::new(shared);
                match Pin::new(&mut *stream).poll_read(context, &mut buffer) {
                    Poll::Pending => Poll::Pending,
                    Poll::Ready(Err(error)) => Poll::Ready(Err(error.into())),
                    Poll::Ready(Ok(())) if buffer.filled().is_empty() => Poll::Ready(Ok(false)),
                    Poll::Ready(Ok(())) => Poll::Ready(self.split(buffer.filled(), &mut take).map(|()| true)),
                }
            })
        })
        .await
    }

    fn split(&mut self, bytes: &[u8], take: &mut impl FnMut(u8, &[u8]) -> Result<()>) -> Result<()> {
        let joined;
        let mut rest = if self.partial.is_empty() {
            bytes
        } else {
            self.partial.extend_from_slice(bytes);
            joined = std::mem::take(&mut self.partial);
            &joined
        };
        while let Some((header, length)) = lengths(rest)
            && rest.len() >= header + length
        {
            take(rest[0] & 0x0f, &rest[header..header + length])?;
            rest = &rest[header + length..];
        }
        if !rest.is_empty() {
            self.partial = rest.to_vec();
        }
        Ok(())
    }
}

/// Of the header and of the payload, when the header is complete.
fn lengths(bytes: &[u8]) -> Option<(usize, usize)> {
    match bytes.get(1)? & 0x7f {
        126 => Some((4, u16::from_be_bytes(bytes.get(2..4)?.try_into().ok()?).into())),
        127 => Some((10, usize::try_from(u64::from_be_bytes(bytes.get(2..10)?.try_into().ok()?)).ok()?)),
        short => Some((2, short.into())),
    }
}

/// The number that follows `key` in JSON without spaces.
pub fn number_after(json: &[u8], key: &[u8]) -> Option<u64> {
    let from = memmem::find(json, key)? + key.len();
    let digits = json[from..].iter().take_while(|byte| byte.is_ascii_digit());
    let (mut value, mut any) = (0_u64, false);
    for digit in digits {
        value = value * 10 + u64::from(digit - b'0');
        any = true;
    }
    any.then_some(value)
}

/// The string that follows `key` (which ends in a quote) in JSON; without escapes, as ours are.
pub fn string_after<'a>(json: &'a [u8], key: &[u8]) -> Option<&'a str> {
    let from = memmem::find(json, key)? + key.len();
    let length = memchr::memchr(b'"', &json[from..])?;
    std::str::from_utf8(&json[from..from + length]).ok()
}

/// The close code and reason of a close frame.
pub fn closed(payload: &[u8]) -> String {
    match payload {
        [high, low, why @ ..] => {
            format!("closed with {}: {}", u16::from_be_bytes([*high, *low]), String::from_utf8_lossy(why))
        }
        _ => "closed".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_found_however_they_are_cut() {
        let frames: Vec<Vec<u8>> = [3, 125, 126, 400].iter().map(|length| vec![b'x'; *length]).collect();
        let bytes: Vec<u8> = frames.iter().flat_map(|payload| server_frame(payload)).collect();
        for size in [1, 2, 7, bytes.len()] {
            let (mut inbox, mut found) = (Inbox::default(), Vec::new());
            for part in bytes.chunks(size) {
                inbox
                    .split(part, &mut |opcode, payload| {
                        assert_eq!(opcode, TEXT);
                        found.push(payload.to_vec());
                        Ok(())
                    })
                    .unwrap();
            }
            assert_eq!(found, frames);
        }
    }
}
