//! What many are told, compressed: `permessage-deflate` without context takeover (RFC 7692), so that the same bytes do for
//! everybody who takes them.

use std::cell::{OnceCell, RefCell};

use bytes::Bytes;
use flate2::{Compress, Compression, FlushCompress};

use super::encode;
use super::outbox::Frame;

/// A shorter payload stays as it is: it would save less than the packet around it weighs. Measured in decision 29.
const LEAST_BYTES: usize = 256;

/// What is sent compressed is smaller by at least one part in so many.
const LEAST_GAIN: usize = 8;

/// What each compressed message ends with before this is taken off (RFC 7692 §7.2.1).
const TAIL: [u8; 4] = [0, 0, 0xff, 0xff];

thread_local! {
    /// It weighs hundreds of kilobytes, and only the hub's thread has anything long enough to need one.
    static COMPRESSOR: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), false));
}

/// What many are told: one frame, and the same compressed, which is made when there is somebody who takes it so.
pub struct ForMany {
    plain: Frame,
    /// `None` inside: it is not worth it.
    compressed: OnceCell<Option<Frame>>,
}

impl ForMany {
    pub fn new(plain: Frame) -> Self {
        Self { plain, compressed: OnceCell::new() }
    }

    /// What is for one alone, and is not worth compressing for that.
    pub fn for_one(plain: Frame) -> Self {
        Self { plain, compressed: OnceCell::from(None) }
    }

    /// The frame as it is for those who take it compressed, or for those who do not.
    pub fn in_form(&self, is_compressed: bool) -> &Frame {
        match is_compressed {
            true => self.compressed.get_or_init(|| compressed(&self.plain)).as_ref().unwrap_or(&self.plain),
            false => &self.plain,
        }
    }
}

fn compressed(plain: &Frame) -> Option<Frame> {
    let payload = encode::payload(&plain.bytes);
    if payload.len() < LEAST_BYTES {
        return None;
    }
    let most = payload.len() - payload.len() / LEAST_GAIN;
    let bytes: Bytes = encode::compressed_text(&compress(payload, most)?);
    Some(Frame { bytes, ..plain.clone() })
}

/// At most `most` bytes, or `None`.
fn compress(payload: &[u8], most: usize) -> Option<Vec<u8>> {
    COMPRESSOR.with_borrow_mut(|compressor| {
        compressor.reset();
        let mut message = Vec::with_capacity(most + TAIL.len());
        compressor.compress_vec(payload, &mut message, FlushCompress::Sync).ok()?;
        // When there was not enough room, something is missing at the end or is still to come.
        let is_whole = compressor.total_in() == payload.len() as u64 && message.len() < message.capacity();
        (is_whole && message.ends_with(&TAIL)).then(|| {
            message.truncate(message.len() - TAIL.len());
            message
        })
    })
}

#[cfg(test)]
mod tests {
    use flate2::{Decompress, FlushDecompress};

    use super::*;

    fn frame(json: &str) -> Frame {
        Frame { seq: 7, bytes: encode::text(json), is_fleeting: false }
    }

    #[test]
    fn what_is_compressed_holds_the_same_and_is_smaller() {
        for length in [LEAST_BYTES, 1_000, 70_000, 1_000_000] {
            let json = "seedlings, ".repeat(length / 11 + 1);
            let compressed = compressed(&frame(&json)).unwrap();
            assert_eq!((compressed.seq, compressed.bytes[0]), (7, 0b1100_0001));
            let message = [encode::payload(&compressed.bytes), &TAIL].concat();
            assert!(message.len() < json.len() / 2);
            let mut text = Vec::with_capacity(json.len());
            Decompress::new(false).decompress_vec(&message, &mut text, FlushDecompress::Sync).unwrap();
            assert_eq!(text, json.as_bytes());
        }
    }

    #[test]
    fn what_is_for_one_alone_stays_as_it_is() {
        let plain = frame(&"seedlings, ".repeat(90));
        assert!(ForMany::new(plain.clone()).in_form(true).bytes.len() < plain.bytes.len());
        assert_eq!(ForMany::for_one(plain.clone()).in_form(true).bytes, plain.bytes);
    }

    #[test]
    fn what_is_short_or_does_not_get_smaller_stays_as_it_is() {
        assert!(compressed(&frame(&"x".repeat(LEAST_BYTES - 1))).is_none());
        let mut noise = vec![0; 3_000];
        getrandom::fill(&mut noise).unwrap();
        // Seven bits of each eight are noise.
        let noise: String = noise.iter().map(|byte| char::from(byte & 0x7f)).collect();
        assert!(compressed(&frame(&noise)).is_none());
    }
}
