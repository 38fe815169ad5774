//! `group_mentions`: which groups a text names, as its author could see them.

use serde::Serialize;
use utoipa::ToSchema;

use super::access::{self, Asker, Poster};
use super::db::{Row, Tx, WriteTx, statements};
use crate::domain::{Content, GroupId, MessageId, Place, mentions};
use crate::error::Result;

statements! {
    /// Rides on groups_by_handle. Of two with the same handle, the one whose name is spelled so comes first.
    NAMED_BESIDE = "SELECT g.id FROM groups g
                     WHERE g.workspace_id = (SELECT here.workspace_id FROM groups here WHERE here.id = $1)
                       AND replace(g.name_key, ' ', '-') = $2
                     ORDER BY CASE WHEN g.name_key = $2 THEN 0 ELSE 1 END, g.id LIMIT 4";
    NAMED_ANYWHERE = "SELECT g.id FROM workspace_members wm JOIN groups g ON g.workspace_id = wm.workspace_id
                       WHERE wm.user_id = $1 AND replace(g.name_key, ' ', '-') = $2
                       ORDER BY CASE WHEN g.name_key = $2 THEN 0 ELSE 1 END, g.id LIMIT 4";
    INSERT = "INSERT INTO group_mentions (message_id, handle, group_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    REMOVE_ALL = "DELETE FROM group_mentions WHERE message_id = $1";
    OF_MESSAGE = "SELECT n.handle, g.id, g.name FROM group_mentions n JOIN groups g ON g.id = n.group_id
                   WHERE n.message_id = $1 ORDER BY n.handle";
}

/// A group that a message names, for who may see both.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct GroupMention {
    pub message_id: MessageId,
    /// How it is named in the text, without the `#`, case folded.
    pub handle: String,
    pub group_id: GroupId,
    /// What the group is called now.
    pub name: String,
}

/// Writes down which groups a new or changed text names: of those that its author may see.
pub(super) fn record(tx: &WriteTx<'_>, poster: &Poster, id: MessageId, content: &Content) -> Result<()> {
    for handle in mentions::scan(content.as_str()).handles {
        let named: Vec<GroupId> = match poster.place() {
            Place::Group(group) => tx.query(NAMED_BESIDE, &[&group, &handle], |row| row.get(0))?,
            Place::Direct(_) => tx.query(NAMED_ANYWHERE, &[&poster.user(), &handle], |row| row.get(0))?,
        };
        for group in named {
            if access::may_see_group(tx, poster.user(), group)?.is_some() {
                tx.execute(INSERT, &[&id, &handle, &group])?;
                break;
            }
        }
    }
    Ok(())
}

/// Forgets which groups a message names.
pub(super) fn remove_all(tx: &WriteTx<'_>, id: MessageId) -> Result<()> {
    tx.execute(REMOVE_ALL, &[&id]).map(|_| ())
}

/// The groups that these messages name, as far as the asker may read the messages and see the groups.
pub fn of_messages(tx: &Tx<'_>, asker: Asker, messages: &[MessageId]) -> Result<Vec<GroupMention>> {
    let me = access::active_user(tx, asker)?;
    let mut found = Vec::new();
    for message_id in messages {
        if !access::may_read_message(tx, asker, *message_id)? {
            continue;
        }
        let read = |row: &Row<'_>| {
            Ok(GroupMention { message_id: *message_id, handle: row.get(0)?, group_id: row.get(1)?, name: row.get(2)? })
        };
        for mention in tx.query(OF_MESSAGE, &[message_id], read)? {
            if access::may_see_group(tx, me.user(), mention.group_id)?.is_some() {
                found.push(mention);
            }
        }
    }
    Ok(found)
}
