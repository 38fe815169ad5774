//! Small pictures that people upload: what they are and how large is read from their own bytes, and nothing is decoded.

use super::roles::words;
use crate::error::{Error, Result};

words! {
    /// What a picture's bytes are, whatever anybody calls it.
    PictureKind {
        Png = "png",
        Gif = "gif",
        Webp = "webp",
    }
}

impl PictureKind {
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
        }
    }
}

/// A whole PNG, GIF or WebP of at most 128 KiB and 512 × 512 pixels. Only [`Picture::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    kind: PictureKind,
    width: u32,
    height: u32,
    bytes: Vec<u8>,
}

impl Picture {
    pub const MAX_BYTES: usize = 128 << 10;
    pub const MAX_SIDE: u32 = 512;

    /// # Errors
    /// `TooLarge` beyond 128 KiB; `Invalid` for what is no whole picture of a kind that is taken, or has too many pixels.
    pub fn parse(field: &'static str, bytes: Vec<u8>) -> Result<Self> {
        if bytes.len() > Self::MAX_BYTES {
            return Err(Error::TooLarge { what: field, max_bytes: Self::MAX_BYTES });
        }
        let Some((kind, width, height)) = measured(&bytes) else {
            return Err(Error::invalid(field, "must be a whole PNG, GIF or WebP"));
        };
        if width == 0 || height == 0 || width > Self::MAX_SIDE || height > Self::MAX_SIDE {
            return Err(Error::invalid(field, "must have at most 512 by 512 pixels"));
        }
        Ok(Self { kind, width, height, bytes })
    }

    pub fn kind(&self) -> PictureKind {
        self.kind
    }

    pub fn width(&self) -> u32 {
        self.width
    }

    pub fn height(&self) -> u32 {
        self.height
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Its kind, width and height, if the bytes are one picture from beginning to end.
fn measured(bytes: &[u8]) -> Option<(PictureKind, u32, u32)> {
    let (kind, (width, height)) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        (PictureKind::Png, png(bytes)?)
    } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        (PictureKind::Gif, gif(bytes)?)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        (PictureKind::Webp, webp(bytes)?)
    } else {
        return None;
    };
    Some((kind, width, height))
}

fn u32_be(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// `count` bytes from `at` on as a number, the least significant first.
fn number_le(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(count)?)?;
    Some(part.iter().rev().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
}

/// PNG §5: a signature, then chunks of length, name, data and checksum; IHDR first, IEND last.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    if u32_be(bytes, 8)? != 13 || bytes.get(12..16)? != b"IHDR" {
        return None;
    }
    let mut at = 8;
    loop {
        let length = usize::try_from(u32_be(bytes, at)?).ok()?;
        let name = bytes.get(at + 4..at + 8)?;
        at = at.checked_add(length)?.checked_add(12)?;
        if name == b"IEND" {
            return if at == bytes.len() { Some((u32_be(bytes, 16)?, u32_be(bytes, 20)?)) } else { None };
        }
    }
}

/// GIF89a §17 on: a header with the screen's size, then extensions and frames up to a trailer. A frame that reaches out
/// of the screen is refused, since some programs would make the screen larger for it.
fn gif(bytes: &[u8]) -> Option<(u32, u32)> {
    let colours = |packed: u8| if packed & 0x80 == 0 { 0 } else { 3usize << ((packed & 7) + 1) };
    let (width, height) = (number_le(bytes, 6, 2)?, number_le(bytes, 8, 2)?);
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut frames = 0u32;
    loop {
        match *bytes.get(at)? {
            0x21 => at = after_blocks(bytes, at + 2)?,
            0x2c => {
                let number = |from: usize| number_le(bytes, at + from, 2);
                if number(1)? + number(5)? > width || number(3)? + number(7)? > height {
                    return None;
                }
                frames += 1;
                at = after_blocks(bytes, at + 11 + colours(*bytes.get(at + 9)?))?;
            }
            0x3b if frames > 0 && at + 1 == bytes.len() => return Some((width, height)),
            _ => return None,
        }
    }
}

/// Where a run of GIF's blocks ends: each begins with its length, and one of no length is the last.
fn after_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += length + 1;
        if length == 0 {
            return Some(at);
        }
    }
}

/// WebP (RFC 9649 §2): a RIFF of exactly this length, whose first chunk tells the size in one of three ways.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    if usize::try_from(number_le(bytes, 4, 4)?).ok()?.checked_add(8)? != bytes.len() {
        return None;
    }
    match bytes.get(12..16)? {
        b"VP8 " if bytes.get(23..26)? == b"\x9d\x01\x2a" => {
            Some((number_le(bytes, 26, 2)? & 0x3fff, number_le(bytes, 28, 2)? & 0x3fff))
        }
        b"VP8L" if *bytes.get(20)? == 0x2f => {
            let bits = number_le(bytes, 21, 4)?;
            Some(((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1))
        }
        b"VP8X" => Some((number_le(bytes, 24, 3)? + 1, number_le(bytes, 27, 3)? + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend(b"\x08\x06\0\0\0crc!\0\0\0\x02IDATxxcrc!\0\0\0\0IEND\xae\x42\x60\x82");
        bytes
    }

    fn gif_of(width: u8, height: u8, frame: u8) -> Vec<u8> {
        let mut bytes = b"GIF89a".to_vec();
        bytes.extend([width, 0, height, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
        bytes.extend([0x21, 0xf9, 4, 0, 0, 0, 0, 0]);
        bytes.extend([0x2c, 0, 0, 0, 0, frame, 0, frame, 0, 0, 2, 2, 0x4c, 1, 0, 0x3b]);
        bytes
    }

    fn webp_of(chunk: &[u8]) -> Vec<u8> {
        let mut bytes = b"RIFF".to_vec();
        bytes.extend(u32::try_from(chunk.len() + 4).unwrap().to_le_bytes());
        bytes.extend(b"WEBP");
        bytes.extend(chunk);
        bytes
    }

    fn size(bytes: Vec<u8>) -> Option<(&'static str, u32, u32)> {
        let picture = Picture::parse("image", bytes).ok()?;
        Some((picture.kind().as_str(), picture.width(), picture.height()))
    }

    #[test]
    fn each_kind_tells_its_size() {
        assert_eq!(size(png_of(64, 32)), Some(("png", 64, 32)));
        assert_eq!(size(gif_of(20, 10, 5)), Some(("gif", 20, 10)));
        assert_eq!(size(webp_of(b"VP8 \x0a\0\0\0\x30\x01\0\x9d\x01\x2a\x40\0\x20\0")), Some(("webp", 64, 32)));
        assert_eq!(size(webp_of(b"VP8L\x05\0\0\0\x2f\x3f\xc0\x07\0\0")), Some(("webp", 64, 32)));
        assert_eq!(size(webp_of(b"VP8X\x0a\0\0\0\x02\0\0\0\x3f\0\0\x1f\0\0")), Some(("webp", 64, 32)));
    }

    #[test]
    fn what_is_too_large_or_cut_short_or_goes_on_is_no_picture() {
        assert_eq!(size(png_of(512, 512)), Some(("png", 512, 512)));
        for wrong in [png_of(513, 1), png_of(1, u32::MAX), png_of(0, 1), gif_of(10, 10, 11), gif_of(0, 0, 0)] {
            assert_eq!(size(wrong), None);
        }
        let whole = [png_of(8, 8), gif_of(8, 8, 8), webp_of(b"VP8X\x0a\0\0\0\x02\0\0\0\x3f\0\0\x1f\0\0")];
        for picture in whole {
            for end in 0..picture.len() {
                assert_eq!(size(picture[..end].to_vec()), None, "{end} bytes of {}", picture.len());
            }
            assert_eq!(size([picture, b"<script>".to_vec()].concat()), None);
        }
        let huge = [png_of(8, 8), vec![0; Picture::MAX_BYTES]].concat();
        assert!(matches!(Picture::parse("image", huge), Err(Error::TooLarge { max_bytes: 131_072, .. })));
    }

    #[test]
    fn other_kinds_are_refused_whatever_they_are_called() {
        let others: [&[u8]; 6] =
            [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8\xff\xe0", b"%PDF-1.7", b"BM", b"", b"GIF89a"];
        for other in others {
            assert_eq!(size(other.to_vec()), None);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_bring_it_down(start in 0usize..3, rest in proptest::collection::vec(any::<u8>(), 0..200)) {
            let magic: [&[u8]; 3] = [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", b"GIF89a", b"RIFF\x50\0\0\0WEBPVP8X"];
            let _ = Picture::parse("image", [magic[start], &rest].concat());
        }
    }
}
