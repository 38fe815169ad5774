//! One type for each kind of id, so that a person's cannot stand where a group's belongs.

use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::{ContextV7, Uuid};

use super::Timestamp;

/// Remembers the latest instant that an id was made for, and counts within it.
static ORDER: Mutex<ContextV7> = Mutex::new(ContextV7::new());

/// An id that sorts after all that this process has made, also when the clock was put back meanwhile.
pub fn fresh() -> Uuid {
    made_at(Timestamp::now().millis())
}

/// From here on ids sort after this one, which an earlier process has made.
pub fn stay_after(last: Uuid) {
    if let Some((secs, nanos)) = last.get_timestamp().map(|at| at.to_unix()) {
        let millis = i64::try_from(secs).unwrap_or(0).saturating_mul(1_000) + i64::from(nanos / 1_000_000);
        made_at(millis.saturating_add(1));
    }
}

/// Before all ids that are made at that instant or later.
pub fn first_of(then: Timestamp) -> Uuid {
    let millis = u128::from(u64::try_from(then.millis()).unwrap_or(0)) & 0xffff_ffff_ffff;
    Uuid::from_u128(millis << 80)
}

fn made_at(millis: i64) -> Uuid {
    let millis = u64::try_from(millis).unwrap_or(0);
    let nanos = u32::try_from(millis % 1_000).unwrap_or(0) * 1_000_000;
    let order = ORDER.lock().unwrap_or_else(PoisonError::into_inner);
    Uuid::new_v7(uuid::Timestamp::from_unix(&*order, millis / 1_000, nanos))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(transparent)]
        #[schema(value_type = Uuid)]
        pub struct $name(Uuid);

        impl $name {
            pub const fn from_uuid(id: Uuid) -> Self {
                Self(id)
            }

            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A person.
    UserId;
    /// A signed-in device.
    SessionId;
    /// A workspace.
    WorkspaceId;
    /// A group of a workspace.
    GroupId;
    /// An invite, not its code.
    InviteId;
    /// A direct conversation.
    DirectId;
    /// A tag of a forum group.
    TagId;
    /// A workspace's own emoji.
    EmojiId;
    /// A message.
    MessageId;
    /// A page that a link leads to.
    PageId;
    /// A file, and the upload that it comes by.
    FileId;
    /// A public link to a file, not its token.
    FileLinkId;
    /// A message that goes out at a time; the message itself gets an id when it does.
    ScheduledId;
    /// Made by the client for each message it sends, so that a retry never posts twice. Any UUID.
    ClientId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_go_on_from_the_last_one_though_the_clock_is_behind_it() {
        let tomorrow = Timestamp::now().millis() + 24 * 60 * 60 * 1_000;
        let last = made_at(tomorrow);
        stay_after(last);
        let mut before = last;
        for _ in 0..1_000 {
            let next = fresh();
            assert!(next > before, "{next} after {before}");
            before = next;
        }
    }
}
