//! `message_mentions`: who is called by name, and `messages.calls`: whether all are.

use super::access::{self, ActiveUser, At, GroupAction, Poster};
use super::db::{Param, Tx, WriteTx, statements};
use super::messages::{dress, group_of_message, is_read_now, message, message_columns};
use super::users::{user, user_columns};
use crate::domain::{Call, Content, DirectId, GroupId, Message, MessageId, Place, User, UserId, mentions};
use crate::error::Result;

statements! {
    /// Rides on the unique index over usernames.
    MEMBER_NAMED = "SELECT u.id FROM users u JOIN group_members m ON m.user_id = u.id
                     WHERE m.group_id = $1 AND u.username = $2 AND u.is_active = TRUE";
    PERSON_NAMED = "SELECT id FROM users WHERE username = $1 AND id = $2";
    OUTSIDER_NAMED = concat!("SELECT ", user_columns!(), "
           FROM users u
           JOIN workspace_members wm ON wm.user_id = u.id
           JOIN groups g ON g.workspace_id = wm.workspace_id
          WHERE g.id = $1 AND u.username = $2 AND u.is_active = TRUE
            AND NOT EXISTS (SELECT 1 FROM group_members m WHERE m.user_id = u.id AND m.group_id = g.id)");

    INSERT = "INSERT INTO message_mentions (message_id, user_id, group_id, direct_id, ordinal) VALUES ($1, $2, $3, $4, $5)";
    SET_CALLS = "UPDATE messages SET calls = $1 WHERE id = $2";
    REMOVE_ALL = "DELETE FROM message_mentions WHERE message_id = $1";
    TAKE_CALL_BACK = "UPDATE messages SET calls = NULL WHERE id = $1 AND calls IS NOT NULL";
    OF_MESSAGE = "SELECT user_id FROM message_mentions WHERE message_id = $1 ORDER BY user_id";

    /// Rides on message_mentions_in_group and on messages_calling.
    UNREAD_IN_GROUP = "SELECT ordinal FROM message_mentions WHERE group_id = $1 AND user_id = $2 AND ordinal > $3
                       UNION
                       SELECT ordinal FROM messages
                        WHERE group_id = $1 AND ordinal > $3 AND calls IS NOT NULL AND sender_id <> $2
                       ORDER BY ordinal DESC LIMIT 100";
    /// Rides on message_mentions_in_direct.
    UNREAD_IN_DIRECT = "SELECT ordinal FROM message_mentions WHERE direct_id = $1 AND user_id = $2 AND ordinal > $3
                        ORDER BY ordinal DESC LIMIT 100";

    /// Rides on message_mentions_by_user. The order of ids is the order of commit.
    OF_USER = concat!("SELECT ", message_columns!(), "
           FROM message_mentions n
           JOIN messages m ON m.id = n.message_id
          WHERE n.user_id = $1 AND n.message_id < $2
            AND ", is_read_now!(), "
          ORDER BY n.message_id DESC
          LIMIT $3");
}

/// Writes down whom a new or changed text mentions: of those who may read it, but for who wrote it. Whom it names, and
/// whether it calls everybody.
pub(super) fn record(
    tx: &WriteTx<'_>,
    poster: &Poster,
    id: MessageId,
    ordinal: Option<i64>,
    content: &Content,
) -> Result<(Vec<UserId>, Option<Call>)> {
    let named = mentions::scan(content.as_str());
    let (group_id, direct_id): (Option<GroupId>, Option<DirectId>) = match poster.place() {
        Place::Group(group) => (Some(group), None),
        Place::Direct(direct) => (None, Some(direct)),
    };
    let mut people = Vec::new();
    for name in &named.usernames {
        people.extend(reader_named(tx, poster, name)?.filter(|person| *person != poster.user()));
    }
    people.sort_unstable();
    for person in &people {
        let params: &[&dyn Param] = &[&id, person, &group_id, &direct_id, &ordinal];
        tx.execute(INSERT, params)?;
    }
    let calls = match named.call {
        Some(call) if access::may_also(tx, poster, GroupAction::CallEverybody)? => Some(call),
        _ => None,
    };
    if let Some(call) = calls {
        tx.execute(SET_CALLS, &[&call, &id])?;
    }
    Ok((people, calls))
}

fn reader_named(tx: &Tx<'_>, poster: &Poster, name: &str) -> Result<Option<UserId>> {
    match poster.at() {
        At::Group(group) => tx.query_opt(MEMBER_NAMED, &[&group, &name], |row| row.get(0)),
        At::Direct { other, .. } => tx.query_opt(PERSON_NAMED, &[&name, &other], |row| row.get(0)),
    }
}

/// Who is named in a text and in the workspace, but not in the group; nobody for who could not add them.
pub fn not_in_group(tx: &Tx<'_>, poster: &Poster, content: &str) -> Result<Vec<User>> {
    let mut people = Vec::new();
    let names = mentions::scan(content).usernames;
    if let At::Group(group) = poster.at()
        && !names.is_empty()
        && access::may_also(tx, poster, GroupAction::AddMember)?
    {
        for name in &names {
            people.extend(tx.query_opt(OUTSIDER_NAMED, &[&group, name], user)?);
        }
    }
    Ok(people)
}

/// Forgets whom a message mentions.
pub(super) fn remove_all(tx: &WriteTx<'_>, id: MessageId) -> Result<()> {
    tx.execute(REMOVE_ALL, &[&id])?;
    tx.execute(TAKE_CALL_BACK, &[&id]).map(|_| ())
}

/// Who is called by name in a message.
pub(super) fn of_message(tx: &Tx<'_>, id: MessageId) -> Result<Vec<UserId>> {
    tx.query(OF_MESSAGE, &[&id], |row| row.get(0))
}

/// The ordinals of messages after `read` that mention somebody or call everybody, the newest first, at most 100.
pub(super) fn unread(tx: &Tx<'_>, user: UserId, place: Place, read: i64) -> Result<Vec<i64>> {
    match place {
        Place::Group(id) => tx.query(UNREAD_IN_GROUP, &[&id, &user, &read], |row| row.get(0)),
        Place::Direct(id) => tx.query(UNREAD_IN_DIRECT, &[&id, &user, &read], |row| row.get(0)),
    }
}

/// Messages that mention the asker by name where they may read now, the newest first, those before `before`.
pub fn of_user(tx: &Tx<'_>, who: &ActiveUser, before: MessageId, limit: u32) -> Result<Vec<Message>> {
    let mut found = tx.query(OF_USER, &[&who.user(), &before, &limit], message)?;
    dress(tx, &mut found)?;
    Ok(found)
}
