//! The product's nouns and rules. No I/O, no SQL, no HTTP: everything here is
//! a value, and whoever holds one need not check it again.

pub mod clock;
pub mod emoji;
pub mod event;
pub mod group;
pub mod happening;
pub mod ids;
pub mod mentions;
pub mod message;
pub mod people;
pub mod picture;
pub mod roles;
pub mod secret;
pub mod text;
pub mod time;

pub use emoji::{AnyEmoji, CustomEmoji, EmojiMark, EmojiSet};
pub use event::{Committed, Event, Scope};
pub use group::{
    Group, Invitation, Invite, Member, Membership, MyGroup, MyWorkspace, NotificationLevel, Workspace,
    WorkspaceSettings,
};
pub use happening::Happening;
pub use ids::{ClientId, DirectId, EmojiId, GroupId, InviteId, MessageId, SessionId, UserId, WorkspaceId};
pub use mentions::Call;
pub use message::{Direct, Edit, Message, MessagePage, Place, PlacePosition, Reaction, Sent, Thread, ThreadMark};
pub use people::{Account, ManualStatus, Me, Person, Presence, Session, Status, User};
pub use picture::Picture;
pub use roles::{GroupRole, InviteRole, Rank, ServerRole, WorkspaceRole};
pub use secret::Secret;
pub use text::{
    Bio, Content, Description, DisplayName, Email, EmojiName, GroupName, Password, Topic, Username, WorkspaceName,
};
pub use time::Timestamp;
