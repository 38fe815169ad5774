//! The product's nouns and rules. No I/O, no SQL, no HTTP: everything here is
//! a value, and whoever holds one need not check it again.

pub mod admin;
pub mod audit;
pub mod clock;
pub mod emoji;
pub mod event;
pub mod file;
pub mod group;
pub mod happening;
pub mod ids;
pub mod later;
pub mod link;
pub mod mentions;
pub mod message;
pub mod people;
pub mod picture;
pub mod poll;
pub mod post;
pub mod quiet;
pub mod roles;
pub mod search;
pub mod secret;
pub mod text;
pub mod time;

pub use admin::{
    AccountFigures, AccountOrder, AccountState, Backup, KindUsage, Named, NamedGroup, OpenInvite, PersonUsage,
};
pub use audit::{AuditAction, Deed};
pub use emoji::{AnyEmoji, CustomEmoji, EmojiMark, EmojiSet};
pub use event::{Committed, Event, Scope};
pub use file::{
    ContentHash, File, FileKind, FileLink, Looks, OwnFile, PostedFile, PostedFiles, Small, Thumbnail, Upload,
};
pub use group::{
    Group, GroupKind, Invitation, Invite, Member, Membership, MyGroup, MyWorkspace, NotificationLevel, Workspace,
    WorkspaceAccent, WorkspaceSettings,
};
pub use happening::Happening;
pub use ids::{
    ClientId, DirectId, EmojiId, FileId, FileLinkId, GroupId, InviteId, MessageId, PageId, ScheduledId, SessionId,
    TagId, UserId, WorkspaceId,
};
pub use later::{KeptDraft, Reminder, SavedMark, Scheduled};
pub use link::{Page, Preview, PreviewImage, links_in};
pub use mentions::Call;
pub use message::{
    Direct, Edit, Message, MessagePage, MessagesFound, Place, PlacePosition, Reaction, ReadBefore, Sent, Thread,
    ThreadMark, ThreadReadBefore,
};
pub use people::{Account, ManualStatus, Me, Notifications, Person, Presence, Session, Status, User};
pub use picture::Picture;
pub use post::{Post, PostChange, PostOrder, PostTags, Shelf, Tag, TagColour};
pub use quiet::QuietHours;
pub use roles::{GroupRole, InviteRole, Rank, ServerRole, WorkspaceRole};
pub use secret::Secret;
pub use text::{
    Bio, Content, Description, DisplayName, Email, EmojiName, FileName, GroupName, Password, TagName, Title, Topic,
    Username, WorkspaceName,
};
pub use time::Timestamp;
