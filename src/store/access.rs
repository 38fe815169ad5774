//! The membership rule: who may see and do what.
//!
//! Every operation goes through one of these functions, in the transaction in
//! which it reads or writes, and gets a proof. The proofs can be made here
//! alone and the store's other functions demand them, so a forgotten check
//! does not compile. What is decided is in `access_rules.rs`; here is found
//! how somebody stands.

pub use super::access_rules::{GroupAction, ServerAction, WorkspaceAction};
use super::access_rules::{Standing, decide, decide_in_workspace, decide_on_server};
use super::db::{Row, Tx, statements};
use crate::domain::message::MessageKind;
use crate::domain::people::Session;
use crate::domain::{
    DirectId, EmojiId, GroupId, GroupRole, Message, MessageId, Place, Rank, ServerRole, SessionId, Timestamp, UserId,
    WorkspaceId, WorkspaceRole,
};
use crate::error::{Error, Result};

statements! {
    /// The asker's account, if it and the session are alive. Primary keys only.
    ACTIVE_USER = "SELECT u.server_role, s.password_at
                     FROM sessions s JOIN users u ON u.id = s.user_id
                    WHERE s.id = $1 AND u.id = $2 AND s.expires_at > $3 AND u.is_active AND NOT u.is_banned";

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

    /// Where a message was said.
    PLACE_OF = "SELECT group_id, direct_id FROM messages WHERE id = $1";

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

    pub fn role(&self) -> WorkspaceRole {
        self.role
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
    let at = match place {
        Place::Group(group) => At::Group(in_group(tx, asker, group, GroupAction::Post)?.group),
        Place::Direct(direct) => {
            let at = at_direct(tx, active_user(tx, asker)?.user, direct)?;
            if let At::Direct { other, .. } = at
                && !super::users::is_active(tx, other)?
            {
                return Err(Error::Conflict("This account is closed; nobody would read it."));
            }
            at
        }
    };
    Ok(Poster { user: asker.user, at })
}

/// Whether the one who writes into a conversation may do this in it as well; in a direct one there is nothing more.
pub(super) fn may_also(tx: &Tx<'_>, poster: &Poster, action: GroupAction) -> Result<bool> {
    let Place::Group(group) = poster.place() else { return Ok(false) };
    Ok(decide(action, &standing(tx, poster.user, ServerRole::User, group)?.1).is_ok())
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

/// Proof that somebody may delete a message: its author, or who moderates the group. The server's own lines have no author.
///
/// # Errors
/// As [`poster_by_message`]; `Forbidden`.
pub fn author_or_moderator(tx: &Tx<'_>, asker: Asker, message: &Message) -> Result<Poster> {
    let poster = poster_by_message(tx, asker, message.id)?;
    match poster.place() {
        _ if message.sender_id == asker.user && message.kind == MessageKind::Text => Ok(poster),
        Place::Group(group) => in_group(tx, asker, group, GroupAction::Moderate).map(|_| poster),
        Place::Direct(_) => Err(Error::Forbidden("Only who wrote a message may delete it here.")),
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
