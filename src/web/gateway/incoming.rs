//! What comes in, as frames.

use actix_http::ws::{Codec, Frame, ProtocolError};
use bytes::BytesMut;
use tokio::net::TcpStream;
use tokio_util::codec::Decoder as _;

use crate::hub::COMPRESSED;

/// Bytes that are asked for at a time.
const READ_AT_ONCE: usize = 4 * 1024;

/// The bits of a frame's first byte that say what it is (RFC 6455 §5.2).
const OPCODE: u8 = 0b0000_1111;

/// A frame as it came.
pub struct Received {
    pub frame: Frame,
    /// The message that is or begins with it is compressed.
    pub is_compressed: bool,
}

/// The frames that a client sends. An idle line keeps no buffer.
pub struct Incoming<'a> {
    line: &'a TcpStream,
    read: BytesMut,
    codec: Codec,
    has_deflate: bool,
    /// The frame that is coming in is marked as compressed.
    is_compressed: bool,
}

impl<'a> Incoming<'a> {
    /// Frames of at most `most_bytes` each. Something of the first may have been `read` together with the handshake.
    pub fn of(line: &'a TcpStream, read: BytesMut, most_bytes: usize, has_deflate: bool) -> Self {
        let codec = Codec::new().max_size(most_bytes);
        Self { line, read, codec, has_deflate, is_compressed: false }
    }

    /// The next frame; `None` when the line has ended. When it is given up while it waits, nothing is lost.
    ///
    /// # Errors
    /// When what came is no frame, or too large.
    pub async fn next(&mut self) -> Option<Result<Received, ProtocolError>> {
        loop {
            self.take_mark();
            match self.codec.decode(&mut self.read) {
                Ok(None) => {}
                Ok(Some(frame)) => {
                    let is_compressed = std::mem::take(&mut self.is_compressed);
                    return Some(Ok(Received { frame, is_compressed }));
                }
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

    /// Notes whether the frame that comes next is marked as compressed, and takes the mark off: the codec knows of none, and
    /// refuses a frame that has any. So it refuses a mark that was not agreed upon, and one where none may be: on what is no
    /// message or not its beginning (RFC 7692 §6).
    fn take_mark(&mut self) {
        let Some(first) = self.read.first_mut().filter(|_| self.has_deflate) else { return };
        // Text or binary. What is not whole yet is looked at again, and bears no mark then.
        if *first & COMPRESSED != 0 && matches!(*first & OPCODE, 1 | 2) {
            *first &= !COMPRESSED;
            self.is_compressed = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_silent_line_keeps_nothing_for_compression() {
        assert!(size_of::<Incoming>() <= 64);
    }
}
