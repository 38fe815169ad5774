//! Accounts in lists, for who looks after them: sorted, and with what one wants to know of each.
//!
//! A list walks along the index of its order. What it looks for may be rare, so one stretch looks at 5,000 accounts, which
//! takes some milliseconds, and then says where to go on, even if it has found nothing yet.

use super::access::ServerKeeper;
use super::db::{AnyId, Param, Row, Tx, statements};
use super::status;
use super::users::{NameCursor, account, containing};
use crate::domain::people::Profile;
use crate::domain::{AccountFigures, AccountOrder, ServerRole, User, UserId};
use crate::error::{Error, Result};
use uuid::Uuid;

/// What is asked of an account, after the two parameters of the cursor.
macro_rules! wanted {
    () => {
        " WHERE (u.name_key LIKE $3 ESCAPE '\\' OR u.username LIKE $3 ESCAPE '\\' OR u.email LIKE $3 ESCAPE '\\')
            AND u.server_role = coalesce(CAST($4 AS TEXT), u.server_role)
            AND u.is_active = coalesce(CAST($5 AS INTEGER), u.is_active) "
    };
}

statements! {
    /// Rides on users_by_name.
    BY_NAME = concat!("SELECT u.id, u.name_key
           FROM (SELECT id, name_key, username, email, server_role, is_active FROM users
                  WHERE (name_key, id) > ($1, $2) ORDER BY name_key, id LIMIT 5000) u", wanted!(),
         "ORDER BY u.name_key, u.id LIMIT $6");
    END_BY_NAME = "SELECT id, name_key FROM users WHERE (name_key, id) > ($1, $2) ORDER BY name_key, id LIMIT 1 OFFSET 4999";

    /// Ids sort by when they were made. Rides on the primary key.
    NEWEST = concat!("SELECT u.id, ''
           FROM (SELECT id, name_key, username, email, server_role, is_active FROM users
                  WHERE $1 = '' AND id < $2 ORDER BY id DESC LIMIT 5000) u", wanted!(),
         "ORDER BY u.id DESC LIMIT $6");
    END_NEWEST = "SELECT id, '' FROM users WHERE $1 = '' AND id < $2 ORDER BY id DESC LIMIT 1 OFFSET 4999";

    /// Rides on user_status_by_sight.
    SEEN = concat!("SELECT w.user_id, CAST(w.seen_key AS TEXT)
           FROM (SELECT user_id, seen_key FROM user_status
                  WHERE (seen_key, user_id) < (CAST($1 AS INTEGER), $2) ORDER BY seen_key DESC, user_id DESC LIMIT 5000) w
           JOIN users u ON u.id = w.user_id", wanted!(),
         "ORDER BY w.seen_key DESC, w.user_id DESC LIMIT $6");
    END_SEEN = "SELECT user_id, CAST(seen_key AS TEXT) FROM user_status
                 WHERE (seen_key, user_id) < (CAST($1 AS INTEGER), $2)
                 ORDER BY seen_key DESC, user_id DESC LIMIT 1 OFFSET 4999";

    /// Rides on user_status_by_sight.
    UNSEEN = concat!("SELECT w.user_id, CAST(w.seen_key AS TEXT)
           FROM (SELECT user_id, seen_key FROM user_status
                  WHERE (seen_key, user_id) > (CAST($1 AS INTEGER), $2) ORDER BY seen_key, user_id LIMIT 5000) w
           JOIN users u ON u.id = w.user_id", wanted!(),
         "ORDER BY w.seen_key, w.user_id LIMIT $6");
    END_UNSEEN = "SELECT user_id, CAST(seen_key AS TEXT) FROM user_status
                   WHERE (seen_key, user_id) > (CAST($1 AS INTEGER), $2)
                   ORDER BY seen_key, user_id LIMIT 1 OFFSET 4999";

    /// One account with its figures. Rides on group_members' unique index, and on sessions_by_user.
    FIGURES = concat!("SELECT u.id, u.username, u.name, u.email, u.server_role, u.is_active, u.created_at, u.last_login_at, u.bio,
                              (SELECT count(*) FROM group_members g WHERE g.user_id = u.id),
                              (SELECT count(*) FROM sessions s WHERE s.user_id = u.id AND s.expires_at > $1), ",
                      status::chosen_columns!(), "
                         FROM users u JOIN user_status st ON st.user_id = u.id
                        WHERE u.id = $2");
}

/// Columns of [`FIGURES`] before what the person chose to show.
const FIGURE_COLUMNS: usize = 11;

/// What somebody looks for among the accounts.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// In name, username or e-mail address.
    pub text: String,
    pub role: Option<ServerRole>,
    pub is_active: Option<bool>,
    pub order: AccountOrder,
}

/// Some accounts in their order, and where to go on; `None` at the end.
pub struct Stretch {
    pub found: Vec<(AccountFigures, Profile)>,
    pub next: Option<NameCursor>,
}

/// Up to `limit` accounts from `after` on. It may have found fewer, or none, and still know where to go on.
///
/// # Errors
/// `Invalid` for a cursor of another order.
pub fn stretch(
    tx: &Tx<'_>,
    _keeper: &ServerKeeper,
    wanted: &Wanted,
    after: Option<&NameCursor>,
    limit: u32,
) -> Result<Stretch> {
    let (page, end) = match wanted.order {
        AccountOrder::Name => (BY_NAME, END_BY_NAME),
        AccountOrder::Newest => (NEWEST, END_NEWEST),
        AccountOrder::Seen => (SEEN, END_SEEN),
        AccountOrder::Unseen => (UNSEEN, END_UNSEEN),
    };
    let start = match after {
        Some(after) => after.clone(),
        None => beginning(wanted.order),
    };
    let is_number = matches!(wanted.order, AccountOrder::Seen | AccountOrder::Unseen);
    if is_number && start.name_key.parse::<i64>().is_err() {
        return Err(Error::invalid("cursor", "must be the next_cursor of an earlier answer in this order"));
    }
    let (key, id) = (&start.name_key, start.any_id());
    let (pattern, is_active) = (containing(&wanted.text), wanted.is_active.map(i64::from));
    let more = limit + 1;
    let params: &[&dyn Param] = &[key, &id, &pattern, &wanted.role, &is_active, &more];
    let mut ids = tx.query(page, params, place)?;
    let has_more = ids.len() > limit as usize;
    ids.truncate(limit as usize);
    let next = match has_more {
        true => ids.last().cloned().map(|(_, cursor)| cursor),
        false => tx.query_opt(end, &[key, &id], place)?.map(|(_, cursor)| cursor),
    };
    let found = ids.into_iter().map(|(id, _)| figures(tx, id)).collect::<Result<_>>()?;
    Ok(Stretch { found, next })
}

/// Before the first of all.
fn beginning(order: AccountOrder) -> NameCursor {
    let (key, id) = match order {
        AccountOrder::Name => ("".to_owned(), Uuid::nil()),
        AccountOrder::Newest => ("".to_owned(), Uuid::max()),
        AccountOrder::Seen => (i64::MAX.to_string(), Uuid::max()),
        AccountOrder::Unseen => ((-1).to_string(), Uuid::nil()),
    };
    NameCursor { name_key: key, id: Some(id) }
}

fn place(row: &Row<'_>) -> Result<(UserId, NameCursor)> {
    let id: AnyId = row.get(0)?;
    Ok((UserId::from_uuid(id.0), NameCursor { name_key: row.get(1)?, id: Some(id.0) }))
}

/// One account, with the person as others see them.
pub fn figures_of(tx: &Tx<'_>, _keeper: &ServerKeeper, id: UserId) -> Result<(AccountFigures, Profile)> {
    figures(tx, id)
}

fn figures(tx: &Tx<'_>, id: UserId) -> Result<(AccountFigures, Profile)> {
    let read = |row: &Row<'_>| {
        let account = account(row)?;
        let user = User {
            id,
            username: account.username.clone(),
            name: account.name.clone(),
            bio: row.get(8)?,
            is_active: account.is_active,
            created_at: account.created_at,
        };
        let chosen = status::chosen_at(row, id, FIGURE_COLUMNS)?;
        let figures = AccountFigures { account, group_count: row.get(9)?, device_count: row.get(10)? };
        Ok((figures, Profile { user, chosen }))
    };
    tx.query_opt(FIGURES, &[&tx.settled(), &id], read)?.ok_or(Error::NotFound("account"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOKED_AT: u32 = 5_000;

    #[test]
    fn the_statements_look_at_as_many_accounts_as_is_said() {
        for (page, end) in [(BY_NAME, END_BY_NAME), (NEWEST, END_NEWEST), (SEEN, END_SEEN), (UNSEEN, END_UNSEEN)] {
            assert!(page.contains(&format!("LIMIT {LOOKED_AT})")), "{page}");
            assert!(end.contains(&format!("LIMIT 1 OFFSET {}", LOOKED_AT - 1)), "{end}");
        }
    }
}
