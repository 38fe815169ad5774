//! Pictures: how large they are, by their heads alone, and small forms of them.
//!
//! A small form is made with little memory, whatever the picture's size: rows are averaged as they are decoded where
//! the format allows it, and what cannot be decoded within bounds gets none. Nothing of a file but its colours goes
//! into it: no place, no camera, no profile.

mod draw;
mod shrink;

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::domain::Small;

/// Most pixels of a picture.
pub const MOST_PIXELS: u64 = 40_000_000;

/// The longer side of a small form has at most so many pixels.
pub const SMALL_SIDE: u32 = 720;

/// The pictures that are known here, and that browsers draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Png,
    Jpeg,
    Gif,
    WebP,
}

impl Format {
    pub fn of_type(mime_type: &str) -> Option<Self> {
        match mime_type {
            "image/png" => Some(Self::Png),
            "image/jpeg" => Some(Self::Jpeg),
            "image/gif" => Some(Self::Gif),
            "image/webp" => Some(Self::WebP),
            _ => None,
        }
    }
}

/// Width and height as it is displayed; `None` when it is damaged or has too many pixels.
pub fn size(format: Format, file: File) -> Option<(u32, u32)> {
    let read = || {
        use std::io::Seek;
        let mut file = file;
        file.rewind().ok()?;
        let head = draw::head(format, &file)?;
        let fits = head.width > 0 && head.height > 0 && u64::from(head.width) * u64::from(head.height) <= MOST_PIXELS;
        fits.then(|| head.orientation.turned(head.width, head.height))
    };
    // A decoder that stumbles over a file must not take the upload down with it.
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

/// The small form of a picture; `None` when it is damaged, or would take too much memory.
pub fn small(format: Format, file: File) -> Option<Small> {
    catch_unwind(AssertUnwindSafe(|| draw::small(format, file))).ok().flatten()
}

/// How a picture is to be turned and mirrored before it is looked at: 1 to 8, as EXIF counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Orientation(u8);

impl Orientation {
    const UPRIGHT: Self = Self(1);

    /// Reads the tag from EXIF data, with or without the word `Exif` before it.
    fn of_exif(data: &[u8]) -> Self {
        Self::find(data.strip_prefix(b"Exif\0\0").unwrap_or(data)).unwrap_or(Self::UPRIGHT)
    }

    fn find(tiff: &[u8]) -> Option<Self> {
        let is_little = match tiff.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        let short = |at: usize| {
            let bytes: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
            Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
        };
        let offset: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
        let offset = if is_little { u32::from_le_bytes(offset) } else { u32::from_be_bytes(offset) };
        let directory = usize::try_from(offset).ok()?;
        let entries = usize::from(short(directory)?);
        let entry = (0..entries).map(|n| directory + 2 + n * 12).find(|at| short(*at) == Some(0x0112))?;
        let value = short(entry + 8)?;
        (1..=8).contains(&value).then_some(Self(u8::try_from(value).ok()?))
    }

    /// Width and height once it is turned.
    fn turned(self, width: u32, height: u32) -> (u32, u32) {
        if self.0 >= 5 { (height, width) } else { (width, height) }
    }

    /// Which pixel of a picture of this size, as it is stored, is displayed at a place.
    fn source(self, (width, height): (usize, usize), (x, y): (usize, usize)) -> (usize, usize) {
        match self.0 {
            2 => (width - 1 - x, y),
            3 => (width - 1 - x, height - 1 - y),
            4 => (x, height - 1 - y),
            5 => (y, x),
            6 => (y, height - 1 - x),
            7 => (width - 1 - y, height - 1 - x),
            8 => (width - 1 - y, x),
            _ => (x, y),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_orientation_is_found_in_either_order_of_bytes() {
        let little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0";
        let big = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0";
        assert_eq!(Orientation::of_exif(little), Orientation(6));
        assert_eq!(Orientation::of_exif(big), Orientation(8));
        assert_eq!(Orientation::of_exif(b"II*\0\xff\xff\xff\xff"), Orientation::UPRIGHT);
        assert_eq!(Orientation::of_exif(b""), Orientation::UPRIGHT);
    }

    #[test]
    fn a_picture_taken_sideways_is_turned() {
        // Stored as two pixels side by side, displayed one above the other, the left one at the top.
        assert_eq!(Orientation(6).turned(2, 1), (1, 2));
        assert_eq!(Orientation(6).source((2, 1), (0, 0)), (0, 0));
        assert_eq!(Orientation(6).source((2, 1), (0, 1)), (1, 0));
        assert_eq!(Orientation(3).source((2, 1), (0, 0)), (1, 0));
    }

    proptest! {
        #[test]
        fn whatever_stands_for_exif_does_no_harm(data in prop::collection::vec(any::<u8>(), 0..60)) {
            Orientation::of_exif(&data);
            Orientation::of_exif(&[b"II*\0\x08\0\0\0".as_slice(), &data].concat());
        }
    }
}
