//! Files: what people add to messages, and the uploads by which they come.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ids::{DirectId, FileId, FileLinkId, GroupId, MessageId, UserId};
use super::people::User;
use super::roles::words;
use super::time::Timestamp;

/// Most bytes of one piece of an upload.
pub const CHUNK_BYTES: i64 = 8 << 20;

/// Most files that a message can carry, whatever a server allows.
pub const MOST_ATTACHMENTS: usize = 50;

words! {
    /// What a file is, told by its first bytes and never by its name.
    FileKind {
        /// A picture that a browser draws: PNG, JPEG, GIF or WebP, of at most 40 megapixels.
        Image = "image",
        Audio = "audio",
        Video = "video",
        /// UTF-8, whatever it is written in.
        Text = "text",
        Other = "other",
    }

    /// Whether there is a small form of a picture.
    Thumbnail {
        /// It is no picture, or none that a small form can be made of.
        None = "none",
        /// It is being made.
        Pending = "pending",
        Ready = "ready",
    }
}

/// The SHA-256 of what a file holds, by which it is kept. It opens nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash(pub [u8; 32]);

impl ContentHash {
    /// 64 hexadecimal digits; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return None;
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()?;
        }
        text.bytes().all(|digit| digit.is_ascii_hexdigit()).then_some(Self(bytes))
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentHash({self})")
    }
}

/// What is known of what a file holds once it has been looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looks {
    pub kind: FileKind,
    pub mime_type: &'static str,
    /// Of a picture as it is displayed.
    pub size: Option<(u32, u32)>,
    /// How a text begins: what of it can be looked for.
    pub text: Option<String>,
}

/// Most characters of a file's text that can be looked for.
pub const TEXT_CHARS: usize = 16_000;

/// The small form of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Small {
    pub mime_type: &'static str,
    pub bytes: Vec<u8>,
    /// A 4 × 4 grid of the picture, row by row: red, green and blue of each cell.
    pub preview: [u8; PREVIEW_BYTES],
}

pub const PREVIEW_BYTES: usize = 48;

/// A file as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct File {
    pub id: FileId,
    pub name: String,
    pub kind: FileKind,
    /// Told by what it holds.
    pub mime_type: String,
    pub size_bytes: i64,
    /// Of a picture, as it is displayed.
    pub width: Option<i64>,
    pub height: Option<i64>,
    pub thumbnail: Thumbnail,
    /// 48 bytes in base64: a 4 × 4 grid of the picture, row by row, red, green and blue of each cell.
    pub preview: Option<String>,
    pub uploader_id: UserId,
    pub created_at: Timestamp,
    /// From then on it is gone.
    pub expires_at: Option<Timestamp>,
}

/// A file on its way. The file that it becomes has its id.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Upload {
    pub id: FileId,
    pub name: String,
    pub size_bytes: i64,
    /// The first bytes, which are on disk: go on from here.
    pub received_bytes: i64,
    /// Most bytes of one piece.
    pub chunk_bytes: i64,
    pub created_at: Timestamp,
    /// When the file shall be gone.
    pub expires_at: Option<Timestamp>,
}

/// A file where it was posted.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PostedFile {
    pub file: File,
    pub message_id: MessageId,
    /// The thread that the message is in.
    pub thread_root_id: Option<MessageId>,
    pub sender_id: UserId,
    pub sent_at: Timestamp,
}

/// Files of a conversation, the newest first.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PostedFiles {
    pub items: Vec<PostedFile>,
    /// Who posted them.
    pub users: Vec<User>,
    /// `null` at the end.
    pub next_cursor: Option<String>,
}

/// One's own file, and where it was posted first; nowhere yet when all three are `null`.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct OwnFile {
    pub file: File,
    pub message_id: Option<MessageId>,
    pub group_id: Option<GroupId>,
    pub direct_id: Option<DirectId>,
}

/// A public link to a file. Its token is told when it is made, and never again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FileLink {
    pub id: FileLinkId,
    pub file_id: FileId,
    pub created_by: UserId,
    pub created_at: Timestamp,
    pub expires_at: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_has_64_digits() {
        let hash = ContentHash([0xa7; 32]);
        assert_eq!(ContentHash::parse(&hash.to_string()), Some(hash));
        assert_eq!(ContentHash::parse(&hash.to_string().to_uppercase()), Some(hash));
        for wrong in ["", "a7", &"+7".repeat(32), &"ü".repeat(32), &"a7".repeat(33)] {
            assert_eq!(ContentHash::parse(wrong), None, "{wrong}");
        }
    }
}
