//! What comes in, as frames.

use actix_http::ws::{Codec, Frame, ProtocolError};
use bytes::BytesMut;
use tokio::net::TcpStream;
use tokio_util::codec::Decoder as _;

/// Bytes that are asked for at a time.
const READ_AT_ONCE: usize = 4 * 1024;

/// The frames that a client sends. An idle line keeps no buffer.
pub struct Incoming<'a> {
    line: &'a TcpStream,
    read: BytesMut,
    codec: Codec,
}

impl<'a> Incoming<'a> {
    /// Frames of at most `most_bytes` each. Something of the first may have been `read` together with the handshake.
    pub fn of(line: &'a TcpStream, read: BytesMut, most_bytes: usize) -> Self {
        Self { line, read, codec: Codec::new().max_size(most_bytes) }
    }

    /// The next frame; `None` when the line has ended. When it is given up while it waits, nothing is lost.
    ///
    /// # Errors
    /// When what came is no frame, or too large.
    pub async fn next(&mut self) -> Option<Result<Frame, ProtocolError>> {
        loop {
            match self.codec.decode(&mut self.read) {
                Ok(None) => {}
                Ok(Some(frame)) => return Some(Ok(frame)),
                Err(error) => return Some(Err(error)),
            }
            if self.read.is_empty() {
                self.read = BytesMut::new();
            }
            self.line.readable().await.ok()?;
            self.read.reserve(READ_AT_ONCE);
            match self.line.try_read_buf(&mut self.read) {
                Ok(0) => return None,
                Ok(_) => {}
                // It was not so, as it may be; the buffer goes when the loop begins anew.
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
                Err(_) => return None,
            }
        }
    }
}
