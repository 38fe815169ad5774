//! Messages that come in compressed (RFC 7692 §7.2.2), each by itself: nothing is kept from one to the next.

use std::cell::RefCell;

use flate2::{Decompress, FlushDecompress, Status};

use crate::hub::Goodbye;

/// What the sender has taken off, and after it a last block of nothing: a message is whole if it ends with that.
const END: [u8; 9] = [0, 0, 0xff, 0xff, 1, 0, 0, 0xff, 0xff];

thread_local! {
    static INFLATER: RefCell<Decompress> = RefCell::new(Decompress::new(false));
}

/// What a message says, at most `most_bytes`. What would be more is not unpacked, whatever it would come to.
///
/// # Errors
/// `TooLarge`, or `BrokenFrame` when it was not compressed like this.
pub fn inflate(mut message: Vec<u8>, most_bytes: usize) -> Result<Vec<u8>, Goodbye> {
    message.extend_from_slice(&END);
    INFLATER.with_borrow_mut(|inflater| {
        inflater.reset(false);
        // With room for one byte too many, to see that there is one.
        let room = most_bytes + 1;
        let (mut rest, mut text) = (&message[..], Vec::with_capacity((message.len() * 4).min(room)));
        loop {
            let taken = inflater.total_in();
            let status = inflater.decompress_vec(rest, &mut text, FlushDecompress::None);
            let status = status.map_err(|_| Goodbye::BrokenFrame)?;
            rest = &rest[usize::try_from(inflater.total_in() - taken).unwrap_or(rest.len())..];
            if text.len() > most_bytes {
                return Err(Goodbye::TooLarge);
            }
            match status {
                Status::StreamEnd if is_end(rest) => return Ok(text),
                Status::StreamEnd => return Err(Goodbye::BrokenFrame),
                _ if text.len() == text.capacity() => text.reserve_exact(text.len().min(room - text.len())),
                Status::Ok => {}
                // There was room, and no more to be had from what there is.
                Status::BufError => return Err(Goodbye::BrokenFrame),
            }
        }
    })
}

/// Whether a message may end where this is left of it: at its end, or where its sender has marked a block as the last
/// (RFC 7692 §7.2.3.4).
fn is_end(rest: &[u8]) -> bool {
    rest.is_empty() || matches!(rest.strip_suffix(&END), Some([] | [0]))
}

#[cfg(test)]
mod tests {
    use flate2::{Compress, Compression, FlushCompress};
    use proptest::prelude::*;

    use super::*;

    fn compressed(text: &[u8], level: u32) -> Vec<u8> {
        let mut message = Vec::with_capacity(text.len() * 2 + 100);
        let mut compressor = Compress::new(Compression::new(level), false);
        compressor.compress_vec(text, &mut message, FlushCompress::Sync).unwrap();
        assert!(message.ends_with(&END[..4]));
        message.truncate(message.len() - 4);
        message
    }

    #[test]
    fn the_examples_of_the_rfc_are_understood() {
        let examples: [&[u8]; 4] = [
            &[0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00],
            // A block that is not compressed.
            &[0x00, 0x05, 0x00, 0xfa, 0xff, 0x48, 0x65, 0x6c, 0x6c, 0x6f, 0x00],
            // A block that is marked as the last.
            &[0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00, 0x00],
            // Two blocks.
            &[0xf2, 0x48, 0x05, 0x00, 0x00, 0x00, 0xff, 0xff, 0xca, 0xc9, 0xc9, 0x07, 0x00],
        ];
        for example in examples {
            assert_eq!(inflate(example.to_vec(), 5), Ok(b"Hello".to_vec()), "{example:x?}");
            assert_eq!(inflate(example.to_vec(), 4), Err(Goodbye::TooLarge), "{example:x?}");
        }
        assert_eq!(inflate(vec![0], 5), Ok(Vec::new()));
    }

    #[test]
    fn what_is_cut_off_or_goes_on_after_its_end_is_broken() {
        let whole = compressed("seedlings look cross but alive".repeat(9).as_bytes(), 6);
        for length in 0..whole.len() {
            assert!(inflate(whole[..length].to_vec(), 1_000).is_err(), "{length} of {}", whole.len());
        }
        let marked_as_last = [0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];
        assert_eq!(inflate([&marked_as_last[..], b"more"].concat(), 1_000), Err(Goodbye::BrokenFrame));
    }

    #[test]
    fn of_a_bomb_no_more_is_unpacked_than_may_be() {
        let bomb = compressed(&vec![b' '; 8 << 20], 9);
        assert!(bomb.len() < 10_000);
        assert_eq!(inflate(bomb, 64 << 10), Err(Goodbye::TooLarge));
    }

    proptest! {
        #[test]
        fn what_was_compressed_comes_back(text: Vec<u8>, times in 1..200_usize, level in 0..10_u32) {
            let text = text.repeat(times);
            prop_assert_eq!(inflate(compressed(&text, level), text.len()), Ok(text.clone()));
            if let Some(less) = text.len().checked_sub(1) {
                prop_assert_eq!(inflate(compressed(&text, level), less), Err(Goodbye::TooLarge));
            }
        }

        #[test]
        fn whatever_comes_gives_no_more_than_may_be(message: Vec<u8>, most in 0..1_000_usize) {
            if let Ok(text) = inflate(message, most) {
                prop_assert!(text.len() <= most);
            }
        }
    }
}
