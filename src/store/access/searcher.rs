//! What somebody may look through.

use std::collections::BTreeMap;

use super::rules::{GroupAction, Standing, decide};
use super::{ActiveUser, Asker, active_user};
use crate::domain::Place;
use crate::error::Result;
use crate::store::db::{Row, Tx, statements};

statements! {
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
