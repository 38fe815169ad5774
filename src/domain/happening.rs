//! What happened to a conversation, as its timeline tells it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ids::{MessageId, UserId};

/// What the server itself tells: never a sentence, but what a page needs to say it in its reader's language. Who did it is
/// the message's sender.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Happening {
    Joined,
    Left,
    Added {
        user_id: UserId,
    },
    Removed {
        user_id: UserId,
    },
    Renamed {
        was: String,
        is: String,
    },
    /// `is` is empty when the topic was taken away.
    TopicChanged {
        is: String,
    },
    DescriptionChanged,
    MadePrivate,
    MadePublic,
    Archived,
    Unarchived,
    Pinned {
        message_id: MessageId,
        /// The thread that the message is in, when it is there alone.
        thread_root_id: Option<MessageId>,
    },
}

impl Happening {
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// `None` for what this Parlor does not know: a newer one may have written it.
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Whom it is about, if not who did it.
    pub fn person(&self) -> Option<UserId> {
        match self {
            Self::Added { user_id } | Self::Removed { user_id } => Some(*user_id),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{GroupName, Topic};

    #[test]
    fn the_longest_of_all_fits_its_column() {
        let widest = |chars| "\u{1f331}".repeat(chars);
        let renamed = Happening::Renamed { was: widest(GroupName::MAX_CHARS), is: widest(GroupName::MAX_CHARS) };
        let topic = Happening::TopicChanged { is: "\"".repeat(Topic::MAX_CHARS) };
        for happening in [renamed, topic] {
            let json = happening.to_json().unwrap();
            assert!(json.chars().count() <= 2_000);
            assert_eq!(Happening::from_json(&json), Some(happening));
        }
    }

    #[test]
    fn what_a_newer_server_wrote_is_nothing_to_this_one() {
        assert_eq!(Happening::from_json(r#"{"what":"painted","colour":"green"}"#), None);
        assert_eq!(Happening::from_json("nonsense"), None);
    }
}
