//! Emoji: those of a workspace's own, and what somebody may react with.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Serialize;
use utoipa::ToSchema;

use super::ids::{EmojiId, UserId, WorkspaceId};
use super::picture::PictureKind;
use super::text::{Emoji, EmojiName};
use super::time::Timestamp;
use crate::error::{Error, Result};

/// An emoji of a workspace's own.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct CustomEmoji {
    pub id: EmojiId,
    pub workspace_id: WorkspaceId,
    /// It is written as `:name:`.
    pub name: String,
    pub kind: PictureKind,
    pub width: u32,
    pub height: u32,
    pub size_bytes: i64,
    pub created_by: Option<UserId>,
    pub created_at: Timestamp,
}

impl CustomEmoji {
    pub fn mark(&self) -> EmojiMark {
        EmojiMark { id: self.id, name: self.name.clone() }
    }
}

/// As much of an emoji as is needed to draw it: its picture is at `/api/v1/emoji/{id}`.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct EmojiMark {
    pub id: EmojiId,
    pub name: String,
}

/// A workspace's own emoji, by name.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct EmojiSet {
    pub workspace_id: WorkspaceId,
    pub emoji: Vec<EmojiMark>,
}

/// What somebody reacts with, or shows beside their status: an emoji of Unicode, or `:name:` for one of a workspace's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnyEmoji {
    Unicode(Emoji),
    Custom(EmojiName),
}

impl AnyEmoji {
    /// # Errors
    /// `Invalid`, naming the field, for what is neither.
    pub fn parse(field: &'static str, typed: &str) -> Result<Self> {
        let name = typed.strip_prefix(':').and_then(|rest| rest.strip_suffix(':'));
        let parsed = match name {
            Some(name) => EmojiName::parse(name).map(Self::Custom),
            None => Emoji::parse(typed).map(Self::Unicode),
        };
        parsed.map_err(|error| match error {
            Error::Invalid { why, .. } => Error::Invalid { field: field.into(), why },
            other => other,
        })
    }

    /// As it is stored and told.
    pub fn text(&self) -> String {
        match self {
            Self::Unicode(emoji) => emoji.as_str().to_owned(),
            Self::Custom(name) => format!(":{}:", name.as_str()),
        }
    }
}

/// The names of Unicode's emoji, as the page knows them: the second part of each line.
static SHORTCODES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let table = include_str!("../../assets/vendor/emoji/table.mjs");
    table.lines().filter_map(|line| line.split('\t').nth(1)).flat_map(str::split_whitespace).collect()
});

/// Whether `:name:` already means an emoji of Unicode.
pub fn is_shortcode(name: &str) -> bool {
    SHORTCODES.contains(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_everybody_has_are_known() {
        assert!(SHORTCODES.len() > 1_500);
        for name in ["grinning", "seedling", "tada", "heart", "+1"] {
            assert!(is_shortcode(name), "{name}");
        }
        assert!(!is_shortcode("party-parrot"));
    }

    #[test]
    fn what_one_reacts_with_is_an_emoji_or_a_name_between_colons() {
        let read = |typed: &str| AnyEmoji::parse("emoji", typed).map(|emoji| emoji.text()).ok();
        assert_eq!(read("🌱"), Some("🌱".into()));
        assert_eq!(read(":party-parrot:"), Some(":party-parrot:".into()));
        for wrong in ["party-parrot", ":", "::", ":a:", ":ä:", ":no spaces:", ":seedling:", "x", ""] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
