//! What a file is, told by what it holds: neither its name nor what a client says of it counts.

use std::fs::File;

use super::pictures::{self, Format};
use crate::domain::file::TEXT_CHARS;
use crate::domain::{FileKind, Looks};

/// Pictures are no larger than this; what is, is kept as any other file.
const MOST_PICTURE_BYTES: u64 = 64 << 20;

/// What begins with `head` and is, or is not, text all through.
pub fn of(head: &[u8], is_text: bool, file: File) -> Looks {
    let (kind, mime_type) = sniffed(head, is_text);
    let plain = |kind, mime_type| Looks {
        kind,
        mime_type,
        size: None,
        text: (kind == FileKind::Text).then(|| beginning(head)),
    };
    let Some(format) = Format::of_type(mime_type) else { return plain(kind, mime_type) };
    let is_small = file.metadata().is_ok_and(|found| found.len() <= MOST_PICTURE_BYTES);
    match is_small.then(|| pictures::size(format, file)).flatten() {
        Some(size) => Looks { kind, mime_type, size: Some(size), text: None },
        None => plain(FileKind::Other, mime_type),
    }
}

/// The first characters of a text of which `head` is the beginning, cut wherever that ends.
fn beginning(head: &[u8]) -> String {
    let whole = head.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    whole.trim_start_matches('\u{feff}').chars().take(TEXT_CHARS).collect()
}

/// Kinds by how they begin. What no browser shows by itself is `other`, whatever it is called.
fn sniffed(head: &[u8], is_text: bool) -> (FileKind, &'static str) {
    use FileKind as K;
    match head {
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => (K::Image, "image/png"),
        [0xff, 0xd8, 0xff, ..] => (K::Image, "image/jpeg"),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => (K::Image, "image/gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => (K::Image, "image/webp"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => (K::Audio, "audio/wav"),
        [b'f', b'L', b'a', b'C', ..] => (K::Audio, "audio/flac"),
        [b'O', b'g', b'g', b'S', ..] if holds(head, b"theora") => (K::Video, "video/ogg"),
        [b'O', b'g', b'g', b'S', ..] => (K::Audio, "audio/ogg"),
        [b'I', b'D', b'3', ..] => (K::Audio, "audio/mpeg"),
        [_, _, _, _, b'f', b't', b'y', b'p', a, b, c, d, ..] => iso(&[*a, *b, *c, *d], head),
        [0x1a, 0x45, 0xdf, 0xa3, ..] => matroska(head),
        [b'%', b'P', b'D', b'F', b'-', ..] => (K::Other, "application/pdf"),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => (K::Other, "application/zip"),
        [0x1f, 0x8b, ..] => (K::Other, "application/gzip"),
        _ if is_text && !head.is_empty() => (K::Text, "text/plain"),
        [0xff, 0xf1 | 0xf9, ..] => (K::Audio, "audio/aac"),
        [0xff, second, third, ..] if is_mpeg_audio(*second, *third) => (K::Audio, "audio/mpeg"),
        _ => (K::Other, "application/octet-stream"),
    }
}

/// The head of a frame of MPEG audio: layer, bit rate and sampling rate are among those that there are.
fn is_mpeg_audio(second: u8, third: u8) -> bool {
    second & 0xe0 == 0xe0 && second & 0x18 != 0x08 && second & 0x06 != 0 && third >> 4 != 0x0f && third & 0x0c != 0x0c
}

/// MP4 and its relatives. What a browser records as sound alone has a track of sound and none of pictures.
fn iso(brand: &[u8; 4], head: &[u8]) -> (FileKind, &'static str) {
    match brand {
        b"M4A " | b"M4B " => (FileKind::Audio, "audio/mp4"),
        b"avif" | b"avis" => (FileKind::Other, "image/avif"),
        b"heic" | b"heix" | b"mif1" | b"msf1" => (FileKind::Other, "image/heic"),
        _ if holds(head, b"soun") && !holds(head, b"vide") => (FileKind::Audio, "audio/mp4"),
        b"qt  " => (FileKind::Video, "video/quicktime"),
        _ => (FileKind::Video, "video/mp4"),
    }
}

fn matroska(head: &[u8]) -> (FileKind, &'static str) {
    if !holds(head.get(..64).unwrap_or(head), b"webm") {
        return (FileKind::Other, "video/x-matroska");
    }
    let has_pictures = [b"V_VP8".as_slice(), b"V_VP9", b"V_AV1"].iter().any(|codec| holds(head, codec));
    let has_sound = holds(head, b"A_OPUS") || holds(head, b"A_VORBIS");
    if has_sound && !has_pictures { (FileKind::Audio, "audio/webm") } else { (FileKind::Video, "video/webm") }
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Whether all of a file, read piece by piece, is UTF-8 without characters that control.
#[derive(Debug, Default)]
pub struct TextCheck {
    is_broken: bool,
    /// A character that the last piece has begun.
    begun: Vec<u8>,
}

impl TextCheck {
    pub fn add(&mut self, piece: &[u8]) {
        if self.is_broken {
            return;
        }
        self.begun.extend_from_slice(piece);
        let bytes = std::mem::take(&mut self.begun);
        let valid = match std::str::from_utf8(&bytes) {
            Ok(text) => text,
            // Cut within a character: the rest comes with the next piece.
            Err(error) if error.error_len().is_none() => {
                let (valid, rest) = bytes.split_at(error.valid_up_to());
                self.begun = rest.to_vec();
                std::str::from_utf8(valid).unwrap_or_default()
            }
            Err(_) => {
                self.is_broken = true;
                return;
            }
        };
        let controls = |byte: u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
        self.is_broken = valid.bytes().any(controls);
    }

    pub fn is_text(&self) -> bool {
        !self.is_broken && self.begun.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kind(head: &[u8]) -> (FileKind, &'static str) {
        let mut text = TextCheck::default();
        text.add(head);
        sniffed(head, text.is_text())
    }

    /// A42.
    #[test]
    fn what_a_file_holds_decides_what_it_is() {
        use FileKind as K;
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n...."), (K::Image, "image/png"));
        assert_eq!(kind(b"<html><script>alert(1)</script>"), (K::Text, "text/plain"));
        assert_eq!(kind(b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"), (K::Text, "text/plain"));
        assert_eq!(kind(b"%PDF-1.7 plain text"), (K::Other, "application/pdf"));
        assert_eq!(kind(b"MZ\x90\x00"), (K::Other, "application/octet-stream"));
        assert_eq!(kind(b"ID3\x04"), (K::Audio, "audio/mpeg"));
        assert_eq!(kind(b"\xff\xfb\x90\x00"), (K::Audio, "audio/mpeg"));
        assert_eq!(kind(b"\xff\xff\xff\xff"), (K::Other, "application/octet-stream"));
        assert_eq!(kind(b"\0\0\0\x20ftypisom....moov....vide"), (K::Video, "video/mp4"));
        assert_eq!(kind(b"\0\0\0\x20ftypiso5....moov....soun"), (K::Audio, "audio/mp4"));
        assert_eq!(kind(b"\x1a\x45\xdf\xa3....webm....A_OPUS"), (K::Audio, "audio/webm"));
        assert_eq!(kind(b"\x1a\x45\xdf\xa3....webm....V_VP9....A_OPUS"), (K::Video, "video/webm"));
        assert_eq!(kind(b""), (K::Other, "application/octet-stream"));
    }

    proptest! {
        #[test]
        fn text_is_text_wherever_it_is_cut(text in "\\PC{1,40}", cuts in prop::collection::vec(0usize..160, 0..4)) {
            let bytes = text.as_bytes();
            let mut ends: Vec<usize> = cuts.into_iter().map(|at| at.min(bytes.len())).collect();
            ends.push(bytes.len());
            ends.sort_unstable();
            let (mut check, mut from) = (TextCheck::default(), 0);
            for end in ends {
                check.add(&bytes[from..end]);
                from = end;
            }
            prop_assert!(check.is_text());
        }

        #[test]
        fn whatever_a_file_begins_with_does_no_harm(head in prop::collection::vec(any::<u8>(), 0..200)) {
            kind(&head);
        }
    }
}
