//! Posts of forum groups, and their tags.

use serde::Serialize;
use utoipa::ToSchema;

use super::ids::{MessageId, TagId, UserId};
use super::roles::words;
use super::text::Title;
use super::time::Timestamp;
use crate::error::{Error, Result};

words! {
    /// The colour of a tag.
    TagColour {
        Grey = "grey",
        Green = "green",
        Brass = "brass",
        Red = "red",
        Blue = "blue",
        Violet = "violet",
    }

    /// By what posts are sorted, the latest first: the newest reply, or when they were posted.
    PostOrder {
        Activity = "activity",
        Date = "date",
    }

    /// Where a post lies: with the unsolved or the solved ones, on top of both, or nowhere since nothing is left of it.
    Shelf {
        Open = "open",
        Solved = "solved",
        Pinned = "pinned",
        Gone = "gone",
    }
}

/// Most tags of one forum.
pub const MOST_TAGS: usize = 20;

/// A tag of a forum.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Tag {
    pub id: TagId,
    pub name: String,
    pub colour: TagColour,
}

/// What makes a message a post.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Post {
    /// Empty when the message is deleted.
    pub title: String,
    /// Grows with each change of title or tags; a change names the version that it is based on.
    pub version: i64,
    pub tag_ids: Vec<TagId>,
    /// When it was marked as solved; `null` while it is not.
    pub solved_at: Option<Timestamp>,
    pub solved_by: Option<UserId>,
    /// The reply that solves it, if one was named.
    pub solution_id: Option<MessageId>,
}

/// The tags of one post: each once, at most 5.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PostTags(Vec<TagId>);

impl PostTags {
    pub const MOST: usize = 5;

    /// # Errors
    /// `Invalid` when there are more than 5.
    pub fn parse(mut ids: Vec<TagId>) -> Result<Self> {
        if ids.len() > Self::MOST {
            return Err(Error::invalid("tag_ids", "must name at most 5 tags"));
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(Self(ids))
    }

    pub fn ids(&self) -> &[TagId] {
        &self.0
    }
}

/// What is to be changed of a post; what is `None` stays.
#[derive(Clone, Debug, PartialEq)]
pub struct PostChange {
    /// The version that the change is based on.
    pub version: i64,
    pub title: Option<Title>,
    pub tags: Option<PostTags>,
}
