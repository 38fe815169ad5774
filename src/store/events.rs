//! `events`: the commit log that realtime and resume are fed from.
//!
//! A row says what happened, to what and for whom; never a copy of content.
//! Whoever reads the log gets the present state of what a row names, and only
//! if they may see it now. So deleted text cannot come back through it, and a
//! membership that has ended opens nothing.

use uuid::Uuid;

use super::access::{self, ActiveUser};
use super::db::{AnyId, Param, Row, Tx, WriteTx, statements};
use super::reading::{self, Position};
use super::{
    directs, emoji, groups, kept, members, messages, polls, positions, post_moves, reactions, status, threads, users,
    workspaces,
};
use crate::domain::event::Positions;
use crate::domain::{
    Committed, DirectId, EmojiId, Event, GroupId, Message, MessageId, Place, Scope, SessionId, Timestamp, UserId,
    WorkspaceId, WorkspaceRole,
};
use crate::error::{Error, Result};

statements! {
    INSERT = "INSERT INTO events (kind, scope, scope_id, subject_id, place_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)";

    LAST_SEQ = "SELECT seq FROM events ORDER BY seq DESC LIMIT 1";
    NEWEST_AT = "SELECT created_at FROM events ORDER BY created_at DESC LIMIT 1";
    FIRST_SEQ = "SELECT seq FROM events ORDER BY seq LIMIT 1";

    /// What was committed for somebody. Rides on events_by_scope, or on the primary key when little has happened since.
    MISSED = "SELECT seq, kind, scope, scope_id, subject_id, place_id
                FROM events
               WHERE seq > $1
                 AND scope_id IN (SELECT group_id FROM group_members WHERE user_id = $2
                                  UNION ALL SELECT workspace_id FROM workspace_members WHERE user_id = $2
                                  UNION ALL SELECT id FROM direct_conversations WHERE user_a_id = $2
                                  UNION ALL SELECT id FROM direct_conversations WHERE user_b_id = $2
                                  UNION ALL SELECT $2)
               ORDER BY seq
               LIMIT $3";

    AFTER = "SELECT seq, kind, scope, scope_id, subject_id, place_id FROM events WHERE seq > $1 ORDER BY seq";

    /// Rides on events_by_time. The last event stays, since it is what the next number is counted from.
    PRUNE = "DELETE FROM events
              WHERE seq IN (SELECT seq FROM events WHERE created_at < $1 ORDER BY created_at LIMIT 5000)
                AND seq < (SELECT seq FROM events ORDER BY seq DESC LIMIT 1)";
}

/// Most events that a connection is told again; beyond that it is told to start afresh, which is cheaper for both.
const MOST_MISSED: u32 = 2_000;

/// Appends an event. Its `seq` is the row's id.
pub(super) fn append(tx: &WriteTx<'_>, scope: &Scope, event: &Event) -> Result<()> {
    let (scope_word, scope_id) = scope_columns(scope);
    let (subject, place) = named_by(event);
    let params: &[&dyn Param] =
        &[&event.kind(), &scope_word, &AnyId(scope_id), &subject.map(AnyId), &place.map(AnyId), &tx.now()];
    tx.execute(INSERT, params).map(|_| ())
}

fn scope_columns(scope: &Scope) -> (&'static str, Uuid) {
    match scope {
        Scope::Workspace(id) => ("workspace", id.uuid()),
        Scope::Listed { workspace, .. } => ("listed", workspace.uuid()),
        Scope::Outsiders { workspace, .. } => ("outsiders", workspace.uuid()),
        Scope::Person { workspace, .. } => ("person", workspace.uuid()),
        Scope::Group(id) => ("group", id.uuid()),
        Scope::Direct { id, .. } => ("direct", id.uuid()),
        Scope::User(id) => ("user", id.uuid()),
    }
}

/// What an event is about, and where it happened: the columns `subject_id` and `place_id`.
fn named_by(event: &Event) -> (Option<Uuid>, Option<Uuid>) {
    match event {
        Event::MessageCreated { message, .. }
        | Event::MessageUpdated { message }
        | Event::PostMovedIn { message }
        | Event::MessageDeleted { message, .. } => (Some(message.id.uuid()), None),
        Event::ReactionsUpdated { message_id, .. } => (Some(message_id.uuid()), None),
        Event::PollUpdated { message_id, .. } | Event::VotesUpdated { message_id, .. } => {
            (Some(message_id.uuid()), None)
        }
        Event::PostMovedOut { group_id, message_id, .. } => (Some(message_id.uuid()), Some(group_id.uuid())),
        Event::ThreadUpdated { mark } => (Some(mark.thread_root_id.uuid()), None),
        Event::ReadUpdated { place: Place::Group(id), .. } => (None, Some(id.uuid())),
        Event::ReadUpdated { place: Place::Direct(id), .. } => (Some(id.uuid()), None),
        Event::DraftUpdated { .. }
        | Event::MessageSaved { .. }
        | Event::MessageUnsaved { .. }
        | Event::ReminderUpdated { .. }
        | Event::ReminderDue { .. }
        | Event::ReminderRemoved { .. }
        | Event::ScheduledUpdated { .. }
        | Event::ScheduledRemoved { .. }
        | Event::KeptInGroup { .. } => kept::named_by(event),
        Event::DirectCreated { direct } => (Some(direct.id.uuid()), None),
        Event::GroupCreated { group } | Event::GroupUpdated { group } => (None, Some(group.id.uuid())),
        Event::GroupJoined { group } => (None, Some(group.group.id.uuid())),
        Event::WorkspaceMembershipUpdated { workspace_id, .. } => (Some(workspace_id.uuid()), None),
        Event::MembershipUpdated { group_id, .. } => (None, Some(group_id.uuid())),
        Event::GroupHidden { group_id } | Event::GroupLeft { group_id } => (None, Some(group_id.uuid())),
        Event::MemberAdded { group_id, user, .. } => (Some(user.id.uuid()), Some(group_id.uuid())),
        Event::MemberUpdated { group_id, user_id, .. } | Event::MemberRemoved { group_id, user_id, .. } => {
            (Some(user_id.uuid()), Some(group_id.uuid()))
        }
        Event::EmojiAdded { emoji, .. } => (Some(emoji.id.uuid()), None),
        Event::EmojiRemoved { emoji_id, .. } => (Some(emoji_id.uuid()), None),
        Event::UserUpdated { user } => (Some(user.id.uuid()), None),
        Event::MeUpdated { .. } | Event::MyStatus { .. } | Event::WorkspaceUpdated { .. } => (None, None),
        Event::WorkspaceRoleUpdated { user_id, .. } => (Some(user_id.uuid()), None),
        Event::SessionsEnded { session_ids } => (session_ids.first().map(|id| id.uuid()), None),
    }
}

/// A row of the log.
struct Logged {
    seq: i64,
    kind: String,
    scope: String,
    scope_id: Uuid,
    subject: Option<Uuid>,
    place: Option<Uuid>,
}

fn logged(row: &Row<'_>) -> Result<Logged> {
    Ok(Logged {
        seq: row.get(0)?,
        kind: row.get(1)?,
        scope: row.get(2)?,
        scope_id: row.get::<AnyId>(3)?.0,
        subject: row.get::<Option<AnyId>>(4)?.map(|id| id.0),
        place: row.get::<Option<AnyId>>(5)?.map(|id| id.0),
    })
}

impl Logged {
    fn subject(&self) -> Result<Uuid> {
        self.subject.ok_or_else(|| Error::internal(format!("event {} names no subject", self.seq)))
    }

    fn group(&self) -> Result<GroupId> {
        let id = self.place.ok_or_else(|| Error::internal(format!("event {} names no place", self.seq)))?;
        Ok(GroupId::from_uuid(id))
    }

    /// The person whose devices the event is for, of scope `user`.
    fn owner(&self) -> UserId {
        UserId::from_uuid(self.scope_id)
    }

    fn person(&self) -> Result<UserId> {
        self.subject().map(UserId::from_uuid)
    }

    /// Who may hear of it now. `None` when there is nobody left to hear it.
    fn scope(&self, tx: &Tx<'_>) -> Result<Option<Scope>> {
        let workspace = WorkspaceId::from_uuid(self.scope_id);
        Ok(Some(match self.scope.as_str() {
            "workspace" => Scope::Workspace(workspace),
            "listed" => Scope::Listed { workspace, group: self.group()? },
            "outsiders" => Scope::Outsiders { workspace, group: self.group()? },
            "person" => Scope::Person { workspace, groups: groups::ids_of(tx, self.person()?)? },
            "group" => Scope::Group(GroupId::from_uuid(self.scope_id)),
            "user" => Scope::User(self.owner()),
            "direct" => {
                let id = DirectId::from_uuid(self.scope_id);
                let Some(between) = directs::pair(tx, id)? else { return Ok(None) };
                Scope::Direct { id, between }
            }
            other => return Err(Error::internal(format!("event {} has the unknown scope {other}", self.seq))),
        }))
    }

    /// What it means now. `None` when what it names is gone, or has become the opposite since.
    fn event(&self, tx: &Tx<'_>) -> Result<Option<Event>> {
        Ok(match self.kind.as_str() {
            "message_created" | "message_updated" | "message_deleted" | "reactions_updated" | "thread_updated"
            | "poll_updated" | "votes_updated" | "post_moved_in" => {
                match messages::by_id(tx, MessageId::from_uuid(self.subject()?))? {
                    Some(message) if self.is_still_there(&message) => self.about_message(tx, message)?,
                    _ => None,
                }
            }
            "post_moved_out" => self.moved_out(tx)?,
            "read_updated" => self.read_updated(tx)?,
            "direct_created" => {
                let id = DirectId::from_uuid(self.subject()?);
                directs::as_seen_by(tx, self.owner(), id)?.map(|direct| Event::DirectCreated { direct })
            }
            "group_created" => Some(Event::GroupCreated { group: groups::by_id(tx, self.group()?)? }),
            "group_updated" => Some(Event::GroupUpdated { group: groups::by_id(tx, self.group()?)? }),
            "group_hidden" => {
                let group = groups::by_id(tx, self.group()?)?;
                group.is_private.then_some(Event::GroupHidden { group_id: group.id })
            }
            "group_joined" => {
                groups::of_member(tx, self.owner(), self.group()?)?.map(|group| Event::GroupJoined { group })
            }
            "membership_updated" => groups::of_member(tx, self.owner(), self.group()?)?.map(|group| group.attention()),
            "workspace_membership_updated" => {
                let workspace = WorkspaceId::from_uuid(self.subject()?);
                workspaces::of_member(tx, self.owner(), workspace)?.map(|mine| mine.attention())
            }
            "group_left" => {
                let group_id = self.group()?;
                let is_back = groups::of_member(tx, self.owner(), group_id)?.is_some();
                (!is_back).then_some(Event::GroupLeft { group_id })
            }
            "member_added" | "member_updated" | "member_removed" => self.about_member(tx)?,
            "user_updated" => Some(Event::UserUpdated { user: users::by_id(tx, self.person()?)? }),
            "me_updated" => Some(Event::MeUpdated { me: users::me_by_id(tx, self.owner())? }),
            "my_status" => {
                let chosen = status::by_user(tx, self.owner())?;
                Some(Event::MyStatus { status: chosen.seen_by_self(tx.settled()), chosen })
            }
            "workspace_updated" => {
                let workspace = workspaces::by_id(tx, WorkspaceId::from_uuid(self.scope_id))?;
                Some(Event::WorkspaceUpdated { workspace })
            }
            "emoji_added" | "emoji_removed" => self.about_emoji(tx)?,
            "workspace_role_updated" => {
                let (workspace_id, user_id) = (WorkspaceId::from_uuid(self.scope_id), self.person()?);
                access::workspace_role(tx, workspace_id, user_id)?.map(|role| Event::WorkspaceRoleUpdated {
                    workspace_id,
                    user_id,
                    role,
                })
            }
            "sessions_ended" => Some(Event::SessionsEnded { session_ids: vec![SessionId::from_uuid(self.subject()?)] }),
            // A newer Parlor may have written kinds that this one does not know; they are nothing to it.
            other => kept::event(tx, other, self.owner(), self.subject, self.place)?,
        })
    }

    /// Whether a message is in the conversation in which this happened: what is said of one that was moved away since is
    /// not for who hears of that conversation.
    fn is_still_there(&self, message: &Message) -> bool {
        match self.scope.as_str() {
            "group" => message.group_id == Some(GroupId::from_uuid(self.scope_id)),
            _ => true,
        }
    }

    fn moved_out(&self, tx: &Tx<'_>) -> Result<Option<Event>> {
        let (group_id, message_id) = (self.group()?, MessageId::from_uuid(self.subject()?));
        let is_back = messages::by_id(tx, message_id)?.is_none_or(|message| message.group_id == Some(group_id));
        let before = post_moves::place_before(tx, message_id, group_id)?;
        Ok(before.filter(|_| !is_back).map(|ordinal| Event::PostMovedOut { group_id, message_id, ordinal }))
    }

    fn about_message(&self, tx: &Tx<'_>, message: Message) -> Result<Option<Event>> {
        let root_reply_count = message.thread_root_id.map(|root| threads::reply_count(tx, root)).transpose()?;
        Ok(match self.kind.as_str() {
            "message_created" => Some(Event::MessageCreated { message, root_reply_count }),
            "message_updated" => Some(Event::MessageUpdated { message }),
            "post_moved_in" => Some(Event::PostMovedIn { message }),
            "message_deleted" => Some(Event::MessageDeleted { message, root_reply_count }),
            "reactions_updated" => {
                let reactions = reactions::of_message(tx, message.id)?;
                message.place().map(|place| Event::ReactionsUpdated { message_id: message.id, place, reactions })
            }
            "poll_updated" => {
                let place_and_poll = message.place().zip(message.poll.clone());
                place_and_poll.map(|(place, poll)| Event::PollUpdated { message_id: message.id, place, poll })
            }
            "votes_updated" => self.votes_updated(tx, &message)?,
            _ => threads::mark_of(tx, self.owner(), message.id)?.map(|mark| Event::ThreadUpdated { mark }),
        })
    }

    /// What the log's owner has chosen by now, if they may still read there.
    fn votes_updated(&self, tx: &Tx<'_>, message: &Message) -> Result<Option<Event>> {
        let (Some(place), Some(poll)) = (message.place(), &message.poll) else { return Ok(None) };
        if reading::of(tx, self.owner(), place)?.is_none() {
            return Ok(None);
        }
        let option_ids = polls::votes_of(tx, self.owner(), message.id)?;
        Ok(Some(Event::VotesUpdated { message_id: message.id, place, option_ids, revision: poll.revision }))
    }

    fn read_updated(&self, tx: &Tx<'_>) -> Result<Option<Event>> {
        let place = match self.place {
            Some(id) => Place::Group(GroupId::from_uuid(id)),
            None => Place::Direct(DirectId::from_uuid(self.subject()?)),
        };
        let position = reading::of(tx, self.owner(), place)?;
        Ok(position.map(|Position { last_read_ordinal, silent_unread, unread_mentions }| Event::ReadUpdated {
            place,
            last_read_ordinal,
            silent_unread,
            unread_mentions,
        }))
    }

    /// What was added and is gone again is told by its removal alone, and ids do not come back.
    fn about_emoji(&self, tx: &Tx<'_>) -> Result<Option<Event>> {
        let (workspace_id, emoji_id) = (WorkspaceId::from_uuid(self.scope_id), EmojiId::from_uuid(self.subject()?));
        let now = emoji::by_id(tx, emoji_id)?;
        Ok(match (self.kind.as_str(), now) {
            ("emoji_added", Some(found)) => Some(Event::EmojiAdded { workspace_id, emoji: found.mark() }),
            ("emoji_removed", None) => Some(Event::EmojiRemoved { workspace_id, emoji_id }),
            _ => None,
        })
    }

    fn about_member(&self, tx: &Tx<'_>) -> Result<Option<Event>> {
        let (group_id, user_id) = (self.group()?, self.person()?);
        let now = members::role_of(tx, user_id, group_id)?;
        let member_count = members::count(tx, group_id)?;
        Ok(match (self.kind.as_str(), now) {
            ("member_added", Some((role, joined_at))) => {
                let user = users::by_id(tx, user_id)?;
                Some(Event::MemberAdded { group_id, user, role, joined_at, member_count })
            }
            ("member_updated", Some((role, _))) => Some(Event::MemberUpdated { group_id, user_id, role }),
            ("member_removed", None) => Some(Event::MemberRemoved { group_id, user_id, member_count }),
            _ => None,
        })
    }
}

/// Whether somebody may hear of an event now.
fn may_hear(tx: &Tx<'_>, user: UserId, scope: &Scope, about: Option<UserId>) -> Result<bool> {
    Ok(match scope {
        Scope::Workspace(workspace) => access::workspace_role(tx, *workspace, user)?.is_some(),
        Scope::Listed { group, .. } => access::may_see_group(tx, user, *group)?.is_some(),
        Scope::Outsiders { workspace, group } => {
            let is_full = access::workspace_role(tx, *workspace, user)?.is_some_and(|role| role > WorkspaceRole::Guest);
            is_full && access::may_see_group(tx, user, *group)?.is_none()
        }
        Scope::Person { .. } => match about {
            Some(person) => access::may_know(tx, user, person)?,
            None => false,
        },
        Scope::Group(group) => access::may_see_group(tx, user, *group)? == Some(true),
        Scope::Direct { between, .. } => between.contains(&user),
        Scope::User(owner) => *owner == user,
    })
}

/// The number of the last event; 0 when nothing has happened yet.
pub fn last_seq(tx: &Tx<'_>) -> Result<i64> {
    Ok(tx.query_opt(LAST_SEQ, &[], |row| row.get(0))?.unwrap_or(0))
}

/// When the latest of all events happened. Rides on events_by_time.
pub fn newest_at(tx: &Tx<'_>) -> Result<Option<Timestamp>> {
    tx.query_opt(NEWEST_AT, &[], |row| row.get(0))
}

/// What a connection missed.
#[derive(Debug)]
pub enum Missed {
    /// All of it, in order; nothing else was committed for them up to `upto`.
    Events { events: Vec<Committed>, positions: Positions, upto: i64 },
    /// Too much, or longer ago than the log reaches; the log is at `upto`.
    TooMuch { upto: i64 },
}

/// What was committed after `after` and the asker may see now. Work is bounded by `window`, the number of events on
/// the whole server beyond which nobody is told again.
pub fn missed(tx: &Tx<'_>, who: &ActiveUser, after: i64, window: i64) -> Result<Missed> {
    let upto = last_seq(tx)?;
    let first: i64 = tx.query_opt(FIRST_SEQ, &[], |row| row.get(0))?.unwrap_or(1);
    if after > upto || after + 1 < first || upto - after > window {
        return Ok(Missed::TooMuch { upto });
    }
    let rows = tx.query(MISSED, &[&after, &who.user(), &(MOST_MISSED + 1)], logged)?;
    if rows.len() > MOST_MISSED as usize {
        return Ok(Missed::TooMuch { upto });
    }
    let mut events = Vec::with_capacity(rows.len());
    for row in rows {
        if let Some(committed) = present(tx, &row)?
            && may_hear(tx, who.user(), &committed.scope, row.subject.map(UserId::from_uuid))?
        {
            events.push(committed);
        }
    }
    let positions = positions::after(tx, who, &events)?;
    Ok(Missed::Events { events, positions, upto })
}

/// A row as it means now.
fn present(tx: &Tx<'_>, row: &Logged) -> Result<Option<Committed>> {
    let (Some(scope), Some(event)) = (row.scope(tx)?, row.event(tx)?) else { return Ok(None) };
    Ok(Some(Committed { seq: row.seq, scope, event }))
}

/// Everything committed after `after`, for everybody: what another process has written.
pub(super) fn committed_after(tx: &Tx<'_>, after: i64) -> Result<Vec<Committed>> {
    let rows = tx.query(AFTER, &[&after], logged)?;
    let mut events = Vec::with_capacity(rows.len());
    for row in rows {
        events.extend(present(tx, &row)?);
    }
    Ok(events)
}

/// Drops events older than `before`, at most 5,000 in one go; how many.
pub fn prune(tx: &WriteTx<'_>, before: Timestamp) -> Result<usize> {
    tx.execute(PRUNE, &[&before])
}
