//! Messages that come in pieces, put together: bounded in size and in time. Each piece counts as a frame, so that
//! nobody can send pieces of nothing without end.

use std::time::{Duration, Instant};

use actix_http::ws::{Frame, Item};
use bytes::Bytes;

use super::incoming::Received;
use super::inflate::inflate;
use crate::hub::Goodbye;

/// How long a message may take from its first piece to its last.
const MOST_TIME: Duration = Duration::from_secs(10);

/// What a client has said.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    Text(String),
    Ping(Bytes),
    /// That it lives, and no more.
    Nothing,
}

/// The message that is coming in.
pub struct Pieces {
    /// Bytes of a message that is one frame. One that is compressed must not hold more either.
    most_in_one: usize,
    /// Bytes of a message in several frames, likewise.
    most_in_several: usize,
    begun: Option<Begun>,
}

struct Begun {
    at: Instant,
    bytes: Vec<u8>,
    is_compressed: bool,
}

impl Pieces {
    pub fn new(most_in_one: usize, most_in_several: usize) -> Self {
        Self { most_in_one, most_in_several, begun: None }
    }

    /// Takes a frame, whole or a piece.
    ///
    /// # Errors
    /// Why the connection ends.
    pub fn take(&mut self, received: Received, now: Instant) -> Result<Said, Goodbye> {
        let Received { frame, is_compressed } = received;
        match frame {
            Frame::Text(bytes) => text(bytes.into(), is_compressed, self.most_in_one),
            Frame::Binary(_) | Frame::Continuation(Item::FirstBinary(_)) => Err(Goodbye::BinaryFrame),
            Frame::Continuation(Item::FirstText(piece)) => {
                self.begun = Some(Begun { at: now, bytes: Vec::new(), is_compressed });
                self.add(&piece, now)
            }
            Frame::Continuation(Item::Continue(piece)) => self.add(&piece, now),
            Frame::Continuation(Item::Last(piece)) => {
                self.add(&piece, now)?;
                let Begun { bytes, is_compressed, .. } = self.begun.take().ok_or(Goodbye::BrokenFrame)?;
                text(bytes, is_compressed, self.most_in_several)
            }
            Frame::Ping(payload) => Ok(Said::Ping(payload)),
            Frame::Pong(_) => Ok(Said::Nothing),
            Frame::Close(_) => Err(Goodbye::Gone),
        }
    }

    fn add(&mut self, piece: &[u8], now: Instant) -> Result<Said, Goodbye> {
        let Begun { at, bytes, .. } = self.begun.as_mut().ok_or(Goodbye::BrokenFrame)?;
        if bytes.len() + piece.len() > self.most_in_several {
            return Err(Goodbye::TooLarge);
        }
        if now.duration_since(*at) > MOST_TIME {
            return Err(Goodbye::FellBehind);
        }
        bytes.extend_from_slice(piece);
        Ok(Said::Nothing)
    }
}

fn text(bytes: Vec<u8>, is_compressed: bool, most_bytes: usize) -> Result<Said, Goodbye> {
    let bytes = if is_compressed { inflate(bytes, most_bytes)? } else { bytes };
    String::from_utf8(bytes).map(Said::Text).map_err(|_| Goodbye::BadText)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(frame: Frame) -> Received {
        Received { frame, is_compressed: false }
    }

    fn piece(item: Item) -> Received {
        plain(Frame::Continuation(item))
    }

    #[test]
    fn pieces_make_one_message_and_another_may_follow() {
        let (mut pieces, now) = (Pieces::new(10, 10), Instant::now());
        for _ in 0..2 {
            assert_eq!(pieces.take(piece(Item::FirstText(Bytes::from_static(b"\xc3"))), now), Ok(Said::Nothing));
            assert_eq!(pieces.take(plain(Frame::Pong(Bytes::new())), now), Ok(Said::Nothing));
            assert_eq!(pieces.take(piece(Item::Continue(Bytes::from_static(b"\xbc"))), now), Ok(Said::Nothing));
            assert_eq!(pieces.take(piece(Item::Last("ber".into())), now), Ok(Said::Text("über".into())));
        }
    }

    #[test]
    fn a_message_that_is_too_long_too_slow_or_no_text_ends_the_connection() {
        let (now, first) = (Instant::now(), || piece(Item::FirstText("12345".into())));
        let then = |item: Item, after: Duration| {
            let mut pieces = Pieces::new(10, 10);
            pieces.take(first(), now).unwrap();
            pieces.take(piece(item), now + after)
        };
        let soon = Duration::from_secs(1);
        assert!(then(Item::Continue("67890".into()), soon).is_ok());
        assert_eq!(then(Item::Continue("678901".into()), soon), Err(Goodbye::TooLarge));
        assert_eq!(then(Item::Last("678901".into()), soon), Err(Goodbye::TooLarge));
        assert_eq!(then(Item::Continue("6".into()), MOST_TIME + soon), Err(Goodbye::FellBehind));
        assert_eq!(then(Item::Last(Bytes::from_static(b"\xff")), soon), Err(Goodbye::BadText));
        assert_eq!(Pieces::new(10, 10).take(piece(Item::FirstBinary("1".into())), now), Err(Goodbye::BinaryFrame));
        assert_eq!(Pieces::new(10, 10).take(piece(Item::Continue("1".into())), now), Err(Goodbye::BrokenFrame));
    }
}
