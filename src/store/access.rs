//! The membership rule: who may see and do what.
//!
//! Every operation goes through one of these functions, in the transaction in
//! which it reads or writes, and gets a proof. The proofs can be made here
//! alone and the store's other functions demand them, so a forgotten check
//! does not compile. What is decided is in `access_rules.rs`; here is found
//! how somebody stands.

use std::collections::BTreeMap;

pub use super::access_rules::{GroupAction, ServerAction, WorkspaceAction};
use super::access_rules::{Standing, decide, decide_in_workspace, decide_on_file, decide_on_server};
use super::db::{Row, Tx, statements};
use super::messages::group_of_message;
use crate::domain::message::MessageKind;
use crate::domain::people::Session;
use crate::domain::{
    DirectId, EmojiId, FileId, GroupId, GroupRole, Message, MessageId, Place, Rank, ServerRole, SessionId, Timestamp,
    UserId, WorkspaceId, WorkspaceRole,
};
use crate::error::{Error, Result};

statements! {
    /// The asker's account, if it and the session are alive. Primary keys only.
    ACTIVE_USER = "SELECT u.server_role, s.password_at
                     FROM sessions s JOIN users u ON u.id = s.user_id
                    WHERE s.id = $1 AND u.id = $2 AND s.expires_at > $3 AND u.is_active AND NOT u.is_banned";

    /// Whether somebody's account is alive, for what happens without them.
    IS_ACTIVE = "SELECT is_active AND NOT is_banned FROM users WHERE id = $1";

    /// How somebody stands to a group. Primary keys and unique indexes only.
    STANDING = "SELECT g.workspace_id, wm.role, m.id IS NOT NULL, m.role, g.is_private, g.is_archived, g.is_primary
                  FROM groups g
                  LEFT JOIN workspace_members wm ON wm.workspace_id = g.workspace_id AND wm.user_id = $1
                  LEFT JOIN group_members m ON m.user_id = $1 AND m.group_id = g.id
                 WHERE g.id = $2";

    /// What somebody is in a workspace.
    WORKSPACE_ROLE = "SELECT role FROM workspace_members WHERE workspace_id = $1 AND user_id = $2";

    /// A direct conversation, if the asker is one of the two.
    DIRECT = "SELECT user_a_id, user_b_id, opened_by, last_message_at
                FROM direct_conversations
               WHERE id = $1 AND (user_a_id = $2 OR user_b_id = $2)";

    /// How somebody stands to each group that they are in, with what it is found by. Rides on the unique index
    /// (user_id, group_id).
    STANDINGS = "SELECT g.id, g.name_key, wm.role, m.role, g.is_private, g.is_archived, g.is_primary
                   FROM group_members m
                   JOIN groups g ON g.id = m.group_id
                   LEFT JOIN workspace_members wm ON wm.workspace_id = g.workspace_id AND wm.user_id = $1
                  WHERE m.user_id = $1";

    /// Somebody's conversations in which something was said, with what they are found by. Rides on the unique index
    /// (user_a_id, user_b_id) and on direct_conversations_by_b.
    DIRECTS = "SELECT d.id, u.username
                 FROM direct_conversations d
                 JOIN users u ON u.id = CASE WHEN d.user_a_id = $1 THEN d.user_b_id ELSE d.user_a_id END
                WHERE (d.user_a_id = $1 OR d.user_b_id = $1) AND d.message_count > 0";

    /// Where a message is.
    PLACE_OF = concat!("SELECT ", group_of_message!(), ", m.direct_id FROM messages m WHERE m.id = $1");

    /// Whose a file is, and whether it is still somebody's.
    FILE = "SELECT uploader_id, posted_at IS NOT NULL FROM files WHERE id = $1 AND (expires_at IS NULL OR expires_at > $2)";

    /// Conversations in which a file was posted and which the asker is in. Rides on attachments_by_file.
    PLACES_OF_FILE = concat!("SELECT DISTINCT ", group_of_message!(), ", a.direct_id
                        FROM attachments a
                        JOIN messages m ON m.id = a.message_id
                       WHERE a.file_id = $1
                         AND (EXISTS (SELECT 1 FROM group_members g WHERE g.user_id = $2 AND g.group_id = (", group_of_message!(), "))
                              OR EXISTS (SELECT 1 FROM direct_conversations d
                                          WHERE d.id = a.direct_id AND (d.user_a_id = $2 OR d.user_b_id = $2)))
                       LIMIT 100");

    /// Whether an upload is the asker's.
    OWN_UPLOAD = "SELECT 1 FROM uploads WHERE id = $1 AND user_id = $2";
    /// Whose an emoji is.
    EMOJI = "SELECT workspace_id, created_by FROM custom_emoji WHERE id = $1";

    /// Whether two people share a workspace in which the first may look around.
    SHARE_WORKSPACE = "SELECT 1
                         FROM workspace_members mine JOIN workspace_members theirs ON theirs.workspace_id = mine.workspace_id
                        WHERE mine.user_id = $1 AND mine.role <> 'guest' AND theirs.user_id = $2
                        LIMIT 1";

    /// Whether two people share a group.
    SHARE_GROUP = "SELECT 1
                     FROM group_members mine JOIN group_members theirs ON theirs.group_id = mine.group_id
                    WHERE mine.user_id = $1 AND theirs.user_id = $2
                    LIMIT 1";

    /// Whether two people have a conversation.
    SHARE_DIRECT = "SELECT 1 FROM direct_conversations WHERE user_a_id = $1 AND user_b_id = $2";

    /// Somebody's server role, whatever the state of the account.
    SERVER_ROLE = "SELECT server_role FROM users WHERE id = $1";
}

/// How long after giving it a password counts as fresh, for what a borrowed screen must not do.
const PASSWORD_IS_FRESH: std::time::Duration = std::time::Duration::from_secs(10 * 60);

/// Who asks: a person, through one signed-in device. Not a proof: the account is looked at again in each transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asker {
    pub user: UserId,
    pub session: SessionId,
}

/// Proof that the asker's account and session are alive in this transaction.
#[derive(Clone, Copy, Debug)]
pub struct ActiveUser {
    user: UserId,
    session: SessionId,
    server_role: ServerRole,
    password_at: Timestamp,
}

impl ActiveUser {
    pub fn user(&self) -> UserId {
        self.user
    }

    pub fn session(&self) -> SessionId {
        self.session
    }

    /// # Errors
    /// `PasswordNeeded` when it was given more than 10 minutes ago.
    pub fn with_fresh_password(&self, tx: &Tx<'_>) -> Result<()> {
        if self.password_at.plus(PASSWORD_IS_FRESH) > tx.now() { Ok(()) } else { Err(Error::PasswordNeeded) }
    }

    /// # Errors
    /// `Forbidden`.
    pub fn on_server(&self, action: ServerAction) -> Result<ServerKeeper> {
        decide_on_server(action, self.server_role)?;
        Ok(ServerKeeper(()))
    }
}

/// # Errors
/// `Unauthenticated` when the session has ended, or the account was closed.
pub fn active_user(tx: &Tx<'_>, asker: Asker) -> Result<ActiveUser> {
    tx.query_opt(ACTIVE_USER, &[&asker.session, &asker.user, &tx.settled()], |row| {
        Ok(ActiveUser { user: asker.user, session: asker.session, server_role: row.get(0)?, password_at: row.get(1)? })
    })?
    .ok_or(Error::Unauthenticated)
}

/// Proof that somebody may look after the server in the way they asked for.
#[derive(Clone, Copy, Debug)]
pub struct ServerKeeper(());

/// Proof that the asker may manage an account other than their own.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub fn account_keeper(tx: &Tx<'_>, asker: Asker, target: UserId, set_role: Option<ServerRole>) -> Result<ServerKeeper> {
    let me = active_user(tx, asker)?;
    me.on_server(ServerAction::ListAccounts)?;
    let role: ServerRole =
        tx.query_opt(SERVER_ROLE, &[&target], |row| row.get(0))?.ok_or(Error::NotFound("account"))?;
    if let Some(to) = set_role {
        me.on_server(ServerAction::SetRole { target: role, to })?;
    }
    me.on_server(ServerAction::ManageAccount { target: role })
}

/// Whether who has the one role on the server may look after an account of the other: for a link that was made.
pub(super) fn may_manage(keeper: ServerRole, target: ServerRole) -> bool {
    decide_on_server(ServerAction::ManageAccount { target }, keeper).is_ok()
}

/// Proof that somebody may do in a workspace what they asked for.
#[derive(Clone, Copy, Debug)]
pub struct InWorkspace {
    user: UserId,
    workspace: WorkspaceId,
    role: WorkspaceRole,
}

impl InWorkspace {
    pub fn user(&self) -> UserId {
        self.user
    }

    pub fn workspace(&self) -> WorkspaceId {
        self.workspace
    }
}

/// # Errors
/// `NotFound` for who is not in the workspace, `Forbidden`.
pub fn in_workspace(tx: &Tx<'_>, asker: Asker, workspace: WorkspaceId, action: WorkspaceAction) -> Result<InWorkspace> {
    let me = active_user(tx, asker)?;
    let role = workspace_role(tx, workspace, me.user)?;
    decide_in_workspace(action, role)?;
    let role = role.ok_or(Error::NotFound("workspace"))?;
    Ok(InWorkspace { user: me.user, workspace, role })
}

/// What somebody is in a workspace; `None` when they are not in it.
pub fn workspace_role(tx: &Tx<'_>, workspace: WorkspaceId, user: UserId) -> Result<Option<WorkspaceRole>> {
    tx.query_opt(WORKSPACE_ROLE, &[&workspace, &user], |row| row.get(0))
}

/// Proof that somebody may see an emoji: who is in its workspace.
///
/// # Errors
/// `NotFound`, as for an emoji that never was.
pub fn emoji_shown(tx: &Tx<'_>, asker: Asker, emoji: EmojiId) -> Result<InWorkspace> {
    in_workspace_of(tx, asker, emoji).map(|(here, _)| here)
}

/// Proof that somebody may take an emoji away.
///
/// # Errors
/// As [`emoji_shown`]; `Forbidden`.
pub fn emoji_keeper(tx: &Tx<'_>, asker: Asker, emoji: EmojiId) -> Result<InWorkspace> {
    let (here, created_by) = in_workspace_of(tx, asker, emoji)?;
    decide_in_workspace(WorkspaceAction::RemoveEmoji { is_own: created_by == Some(asker.user) }, Some(here.role))?;
    Ok(here)
}

/// The asker in an emoji's workspace, and who added the emoji.
fn in_workspace_of(tx: &Tx<'_>, asker: Asker, emoji: EmojiId) -> Result<(InWorkspace, Option<UserId>)> {
    active_user(tx, asker)?;
    let read = |row: &Row<'_>| Ok((row.get::<WorkspaceId>(0)?, row.get::<Option<UserId>>(1)?));
    let (workspace, created_by) = tx.query_opt(EMOJI, &[&emoji], read)?.ok_or(Error::NotFound("emoji"))?;
    match in_workspace(tx, asker, workspace, WorkspaceAction::See) {
        Ok(here) => Ok((here, created_by)),
        Err(Error::NotFound(_)) => Err(Error::NotFound("emoji")),
        Err(error) => Err(error),
    }
}

/// Proof that somebody may do in a group what they asked for.
#[derive(Clone, Copy, Debug)]
pub struct InGroup {
    user: UserId,
    group: GroupId,
    workspace: WorkspaceId,
    standing: Standing,
}

impl InGroup {
    pub fn user(&self) -> UserId {
        self.user
    }

    pub fn group(&self) -> GroupId {
        self.group
    }

    pub fn workspace(&self) -> WorkspaceId {
        self.workspace
    }

    /// The same person, asking for something more.
    ///
    /// # Errors
    /// `Forbidden`, `Conflict`.
    pub fn also(&self, action: GroupAction) -> Result<Self> {
        decide(action, &self.standing)?;
        Ok(*self)
    }
}

/// # Errors
/// `NotFound` for who may not see the group, `Forbidden`, `Conflict`.
pub fn in_group(tx: &Tx<'_>, asker: Asker, group: GroupId, action: GroupAction) -> Result<InGroup> {
    let me = active_user(tx, asker)?;
    let (workspace, standing) = standing(tx, me.user, me.server_role, group)?;
    decide(action, &standing)?;
    Ok(InGroup { user: me.user, group, workspace, standing })
}

/// How high a member of the group stands in it.
///
/// # Errors
/// `NotFound` when the person is not in the group.
pub fn rank_of_member(tx: &Tx<'_>, group: GroupId, member: UserId) -> Result<Rank> {
    let (_, standing) = standing(tx, member, ServerRole::User, group)?;
    match standing.rank() {
        Some(rank) if standing.is_member => Ok(rank),
        _ => Err(Error::NotFound("member")),
    }
}

fn standing(tx: &Tx<'_>, user: UserId, server_role: ServerRole, group: GroupId) -> Result<(WorkspaceId, Standing)> {
    let read = |row: &Row<'_>| {
        let standing = Standing {
            workspace_role: row.get(1)?,
            server_role,
            is_member: row.get(2)?,
            group_role: row.get(3)?,
            is_private: row.get(4)?,
            is_archived: row.get(5)?,
            is_primary: row.get(6)?,
        };
        Ok((row.get(0)?, standing))
    };
    tx.query_opt(STANDING, &[&user, &group], read)?.ok_or(Error::NotFound("group"))
}

/// Whether somebody may see a group: for what is heard, not asked for.
pub fn may_see_group(tx: &Tx<'_>, user: UserId, group: GroupId) -> Result<Option<bool>> {
    match standing(tx, user, ServerRole::User, group) {
        Ok((_, standing)) => Ok(decide(GroupAction::See, &standing).is_ok().then_some(standing.is_member)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Proof that somebody may read a conversation.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    user: UserId,
    at: At,
}

/// Proof that somebody may write into a conversation.
#[derive(Clone, Copy, Debug)]
pub struct Poster {
    user: UserId,
    at: At,
}

/// A conversation with what is needed to write into it.
#[derive(Clone, Copy, Debug)]
pub enum At {
    Group(GroupId),
    Direct {
        id: DirectId,
        other: UserId,
        /// Whether the other one has not been shown the conversation yet.
        is_unseen: bool,
    },
}

impl At {
    pub fn place(&self) -> Place {
        match self {
            Self::Group(id) => Place::Group(*id),
            Self::Direct { id, .. } => Place::Direct(*id),
        }
    }
}

macro_rules! in_conversation {
    ($($proof:ident)*) => {$(
        impl $proof {
            pub fn user(&self) -> UserId {
                self.user
            }

            pub fn place(&self) -> Place {
                self.at.place()
            }
        }
    )*};
}
in_conversation!(Reader Poster);

impl Poster {
    pub fn at(&self) -> At {
        self.at
    }
}

/// # Errors
/// `NotFound` for who may not see the conversation, `Forbidden` for who must join it first.
pub fn reader(tx: &Tx<'_>, asker: Asker, place: Place) -> Result<Reader> {
    let at = match place {
        Place::Group(group) => At::Group(in_group(tx, asker, group, GroupAction::Read)?.group),
        Place::Direct(direct) => at_direct(tx, active_user(tx, asker)?.user, direct)?,
    };
    Ok(Reader { user: asker.user, at })
}

/// # Errors
/// As [`reader`]; `Conflict` when the group is archived, or the other one's account is closed.
pub fn poster(tx: &Tx<'_>, asker: Asker, place: Place) -> Result<Poster> {
    let me = active_user(tx, asker)?;
    poster_as(tx, me.user, me.server_role, place)
}

/// Proof that somebody may write into a conversation, whether or not a device of theirs is signed in: for what they
/// scheduled, and nothing else.
///
/// # Errors
/// As [`poster`]; `Unauthenticated` when their account is closed.
pub fn absent_poster(tx: &Tx<'_>, author: UserId, place: Place) -> Result<Poster> {
    let is_active = tx.query_opt(IS_ACTIVE, &[&author], |row| row.get(0))?.unwrap_or(false);
    if !is_active {
        return Err(Error::Unauthenticated);
    }
    poster_as(tx, author, ServerRole::User, place)
}

fn poster_as(tx: &Tx<'_>, user: UserId, server_role: ServerRole, place: Place) -> Result<Poster> {
    let at = match place {
        Place::Group(group) => {
            decide(GroupAction::Post, &standing(tx, user, server_role, group)?.1)?;
            At::Group(group)
        }
        Place::Direct(direct) => {
            let at = at_direct(tx, user, direct)?;
            if let At::Direct { other, .. } = at
                && !super::users::is_active(tx, other)?
            {
                return Err(Error::Conflict("This account is closed; nobody would read it."));
            }
            at
        }
    };
    Ok(Poster { user, at })
}

/// Whether the one who writes into a conversation may do this in it as well; in a direct one there is nothing more.
pub(super) fn may_also(tx: &Tx<'_>, poster: &Poster, action: GroupAction) -> Result<bool> {
    let Place::Group(group) = poster.place() else { return Ok(false) };
    Ok(decide(action, &standing(tx, poster.user, ServerRole::User, group)?.1).is_ok())
}

/// Proof of what somebody may look through: every conversation that they may read now, and no other.
#[derive(Clone, Debug)]
pub struct Searcher {
    me: ActiveUser,
    places: BTreeMap<Place, String>,
}

impl Searcher {
    pub fn me(&self) -> &ActiveUser {
        &self.me
    }

    pub fn may_read(&self, place: Place) -> bool {
        self.places.contains_key(&place)
    }

    /// What may be read, each with the key of the group's name, or the other one's user name.
    pub fn places(&self) -> impl Iterator<Item = (Place, &str)> {
        self.places.iter().map(|(place, name)| (*place, name.as_str()))
    }
}

/// # Errors
/// `Unauthenticated`.
pub fn searcher(tx: &Tx<'_>, asker: Asker) -> Result<Searcher> {
    let me = active_user(tx, asker)?;
    let group = |row: &Row<'_>| {
        let standing = Standing {
            workspace_role: row.get(2)?,
            server_role: me.server_role,
            is_member: true,
            group_role: row.get(3)?,
            is_private: row.get(4)?,
            is_archived: row.get(5)?,
            is_primary: row.get(6)?,
        };
        let may_read = decide(GroupAction::Read, &standing).is_ok();
        Ok((may_read, Place::Group(row.get(0)?), row.get::<String>(1)?))
    };
    let direct = |row: &Row<'_>| Ok((true, Place::Direct(row.get(0)?), row.get::<String>(1)?));
    let groups = tx.query(STANDINGS, &[&me.user], group)?;
    let directs = tx.query(DIRECTS, &[&me.user], direct)?;
    let places = groups.into_iter().chain(directs).filter(|(may_read, ..)| *may_read);
    Ok(Searcher { me, places: places.map(|(_, place, name)| (place, name)).collect() })
}

/// Where a message was said.
///
/// # Errors
/// `NotFound`.
fn place_of(tx: &Tx<'_>, message: MessageId) -> Result<Place> {
    let read = |row: &Row<'_>| Ok((row.get::<Option<GroupId>>(0)?, row.get::<Option<DirectId>>(1)?));
    match tx.query_opt(PLACE_OF, &[&message], read)? {
        Some((Some(group), _)) => Ok(Place::Group(group)),
        Some((None, Some(direct))) => Ok(Place::Direct(direct)),
        _ => Err(Error::NotFound("message")),
    }
}

/// A message that cannot be read is answered like one that never was.
fn as_no_message(refused: Error) -> Error {
    match refused {
        Error::NotFound(_) | Error::Forbidden(_) => Error::NotFound("message"),
        other => other,
    }
}

/// Proof that somebody may read the conversation in which a message was said.
///
/// # Errors
/// `NotFound`, as for a message that never was.
pub fn reader_of_message(tx: &Tx<'_>, asker: Asker, message: MessageId) -> Result<Reader> {
    active_user(tx, asker)?;
    reader(tx, asker, place_of(tx, message)?).map_err(as_no_message)
}

/// Proof that somebody may read a message.
#[derive(Clone, Copy, Debug)]
pub struct MessageReader {
    message: MessageId,
}

impl MessageReader {
    pub fn message(&self) -> MessageId {
        self.message
    }
}

/// Whether somebody may read a message, if there is one.
pub fn may_read_message(tx: &Tx<'_>, asker: Asker, message: MessageId) -> Result<bool> {
    match reader_of_message(tx, asker, message) {
        Ok(_) => Ok(true),
        Err(Error::NotFound(_) | Error::Forbidden(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// # Errors
/// As [`reader_of_message`].
pub fn message_reader(tx: &Tx<'_>, asker: Asker, message: MessageId) -> Result<MessageReader> {
    reader_of_message(tx, asker, message)?;
    Ok(MessageReader { message })
}

/// Proof that somebody may write into the conversation in which a message was said.
///
/// # Errors
/// As [`reader_of_message`]; `Conflict` when the conversation is closed.
pub fn poster_by_message(tx: &Tx<'_>, asker: Asker, message: MessageId) -> Result<Poster> {
    active_user(tx, asker)?;
    poster(tx, asker, place_of(tx, message)?).map_err(as_no_message)
}

/// Proof that somebody may change what a message says: its author alone, and nobody what the server says.
///
/// # Errors
/// As [`poster_by_message`]; `Forbidden`.
pub fn author(tx: &Tx<'_>, asker: Asker, message: &Message) -> Result<Poster> {
    let poster = poster_by_message(tx, asker, message.id)?;
    if message.kind == MessageKind::System {
        Err(Error::Forbidden("Nobody can change what the server itself says."))
    } else if message.sender_id == asker.user {
        Ok(poster)
    } else {
        Err(Error::Forbidden("Only who wrote a message may edit it."))
    }
}

/// Proof that somebody may delete a message, or close its poll: its author, or who moderates the group. The server's own lines have no author.
///
/// # Errors
/// As [`poster_by_message`]; `Forbidden`.
pub fn author_or_moderator(tx: &Tx<'_>, asker: Asker, message: &Message) -> Result<Poster> {
    let poster = poster_by_message(tx, asker, message.id)?;
    match poster.place() {
        _ if message.sender_id == asker.user && message.kind == MessageKind::Text => Ok(poster),
        Place::Group(group) => in_group(tx, asker, group, GroupAction::Moderate).map(|_| poster),
        Place::Direct(_) => Err(Error::Forbidden("Only who wrote it may do this here.")),
    }
}

/// Proof that somebody may read a file: it is in a message of a conversation that they may read, or they have uploaded
/// it and it is in none yet.
#[derive(Clone, Copy, Debug)]
pub struct FileReader {
    file: FileId,
    is_uploader: bool,
    is_posted: bool,
    /// The highest that they stand in a group with it; `None` when they read it in direct conversations alone.
    rank: Option<Rank>,
}

impl FileReader {
    pub fn file(&self) -> FileId {
        self.file
    }

    pub fn is_posted(&self) -> bool {
        self.is_posted
    }
}

/// Proof that somebody may open a file to the world, and see and take back what was opened: who uploaded it, or
/// moderates a group that it is in; no guest.
#[derive(Clone, Copy, Debug)]
pub struct FileSharer {
    user: UserId,
    file: FileId,
}

impl FileSharer {
    pub fn user(&self) -> UserId {
        self.user
    }

    pub fn file(&self) -> FileId {
        self.file
    }
}

/// # Errors
/// As [`file_reader`]; `Forbidden`; `Conflict` when the file is in no message.
pub fn file_sharer(tx: &Tx<'_>, asker: Asker, file: FileId) -> Result<FileSharer> {
    let reader = file_reader(tx, asker, file)?;
    decide_on_file(reader.is_posted, reader.is_uploader, reader.rank)?;
    Ok(FileSharer { user: asker.user, file })
}

/// # Errors
/// `NotFound`, as for a file that never was.
pub fn file_reader(tx: &Tx<'_>, asker: Asker, file: FileId) -> Result<FileReader> {
    active_user(tx, asker)?;
    let none = || Error::NotFound("file");
    let read = |row: &Row<'_>| Ok((row.get::<UserId>(0)?, row.get::<bool>(1)?));
    let (uploader, is_posted) = tx.query_opt(FILE, &[&file, &tx.settled()], read)?.ok_or_else(none)?;
    let is_uploader = uploader == asker.user;
    let mut proof = FileReader { file, is_uploader, is_posted, rank: None };
    if !is_posted {
        return if is_uploader { Ok(proof) } else { Err(none()) };
    }
    let read = |row: &Row<'_>| Ok((row.get::<Option<GroupId>>(0)?, row.get::<Option<DirectId>>(1)?));
    let mut may_read = false;
    for (group, direct) in tx.query(PLACES_OF_FILE, &[&file, &asker.user], read)? {
        let Some(place) = group.map(Place::Group).or(direct.map(Place::Direct)) else { continue };
        match reader(tx, asker, place) {
            Ok(_) => may_read = true,
            Err(Error::NotFound(_) | Error::Forbidden(_)) => continue,
            Err(other) => return Err(other),
        }
        if let Place::Group(group) = place {
            proof.rank = proof.rank.max(Some(rank_of_member(tx, group, asker.user)?));
        }
    }
    if may_read { Ok(proof) } else { Err(none()) }
}

/// Proof that an upload is the asker's own.
#[derive(Clone, Copy, Debug)]
pub struct OwnUpload {
    user: UserId,
    upload: FileId,
}

impl OwnUpload {
    pub fn user(&self) -> UserId {
        self.user
    }

    pub fn upload(&self) -> FileId {
        self.upload
    }
}

/// # Errors
/// `NotFound`.
pub fn own_upload(tx: &Tx<'_>, asker: Asker, upload: FileId) -> Result<OwnUpload> {
    active_user(tx, asker)?;
    match tx.query_opt(OWN_UPLOAD, &[&upload, &asker.user], |_| Ok(()))? {
        Some(()) => Ok(OwnUpload { user: asker.user, upload }),
        None => Err(Error::NotFound("upload")),
    }
}

fn at_direct(tx: &Tx<'_>, me: UserId, direct: DirectId) -> Result<At> {
    let read = |row: &Row<'_>| {
        let (a, b, opened_by): (UserId, UserId, Option<UserId>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let is_new = row.get::<Option<Timestamp>>(3)?.is_none();
        // Nobody is shown a conversation that the other one has only opened.
        if is_new && opened_by.is_some_and(|opener| opener != me) {
            return Ok(None);
        }
        Ok(Some(At::Direct {
            id: direct,
            other: if a == me { b } else { a },
            is_unseen: is_new && opened_by.is_some(),
        }))
    };
    tx.query_opt(DIRECT, &[&direct, &me], read)?.flatten().ok_or(Error::NotFound("conversation"))
}

/// Proof that the asker may know of a person.
#[derive(Clone, Copy, Debug)]
pub struct Acquaintance {
    user: UserId,
    other: UserId,
}

impl Acquaintance {
    pub fn user(&self) -> UserId {
        self.user
    }

    pub fn other(&self) -> UserId {
        self.other
    }
}

/// # Errors
/// `NotFound` for who shares neither a workspace, nor (as a guest) a group, nor a conversation with the person.
pub fn acquaintance(tx: &Tx<'_>, me: &ActiveUser, other: UserId) -> Result<Acquaintance> {
    if may_know(tx, me.user, other)? {
        Ok(Acquaintance { user: me.user, other })
    } else {
        Err(Error::NotFound("person"))
    }
}

/// Whether `user` may know of `other`.
pub fn may_know(tx: &Tx<'_>, user: UserId, other: UserId) -> Result<bool> {
    if user == other {
        return Ok(true);
    }
    let (a, b) = if user < other { (user, other) } else { (other, user) };
    for (sql, one, two) in [(SHARE_WORKSPACE, user, other), (SHARE_GROUP, user, other), (SHARE_DIRECT, a, b)] {
        if tx.query_opt(sql, &[&one, &two], |_| Ok(()))?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Proof that a session is the asker's own.
///
/// # Errors
/// `NotFound`.
pub fn own_session(tx: &Tx<'_>, me: &ActiveUser, session: SessionId) -> Result<Session> {
    super::sessions::of_user(tx, me)?.into_iter().find(|s| s.id == session).ok_or(Error::NotFound("device"))
}

impl InGroup {
    /// What the group's rule makes of giving `member` a role.
    ///
    /// # Errors
    /// `NotFound` when the person is not in the group, `Forbidden`.
    pub fn setting_role(&self, tx: &Tx<'_>, member: UserId, to: GroupRole) -> Result<Self> {
        let target = rank_of_member(tx, self.group, member)?;
        self.also(GroupAction::SetRole { target, to })
    }

    /// What the group's rule makes of removing `member`.
    ///
    /// # Errors
    /// `NotFound` when the person is not in the group, `Forbidden`, `Conflict`.
    pub fn removing(&self, tx: &Tx<'_>, member: UserId) -> Result<Self> {
        let target = rank_of_member(tx, self.group, member)?;
        self.also(GroupAction::RemoveMember { target })
    }
}
