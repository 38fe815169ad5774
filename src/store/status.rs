//! `user_status`: what people chose to show, and what was last known of their connections.

use super::access::{Acquaintance, ActiveUser};
use super::db::{Row, Tx, WriteTx, statements};
use crate::domain::people::{Chosen, Shown};
use crate::domain::{ManualStatus, Presence, QuietHours, Timestamp, UserId};
use crate::error::{Error, Result};

/// The columns of a [`Chosen`], read by [`chosen_at`].
macro_rules! chosen_columns {
    () => {
        "st.manual_status, st.manual_emoji, st.manual_expires_at, st.do_not_disturb, st.invisible, st.shown_status, st.last_seen, \
         st.in_quiet_hours"
    };
}
pub(super) use chosen_columns;

/// How many columns those are.
pub(super) const CHOSEN_COLUMNS: usize = 8;

statements! {
    BY_USER = concat!("SELECT ", chosen_columns!(), " FROM user_status st WHERE st.user_id = $1");

    CHOOSE = "UPDATE user_status
                 SET manual_status = $1, manual_emoji = $2, manual_expires_at = $3, do_not_disturb = $4, invisible = $5,
                     shown_status = $6
               WHERE user_id = $7";

    /// Statuses that have ended. Rides on user_status_by_expiry.
    EXPIRED = concat!("SELECT ", chosen_columns!(), ", st.user_id FROM user_status st WHERE st.manual_expires_at <= $1 LIMIT 500");

    SET_QUIET = "UPDATE user_status SET quiet_hours = $1, in_quiet_hours = $2, quiet_changes_at = $3 WHERE user_id = $4";
    TURN_QUIET = "UPDATE user_status SET in_quiet_hours = $1, quiet_changes_at = $2 WHERE user_id = $3";
    QUIET_OF = "SELECT quiet_hours FROM user_status WHERE user_id = $1";

    /// Quiet hours that begin or end. Rides on user_status_by_quiet.
    QUIET_DUE = "SELECT user_id, quiet_hours, in_quiet_hours FROM user_status WHERE quiet_changes_at <= $1 LIMIT 500";

    NOTE_CONNECTIONS = "UPDATE user_status SET auto_status = $1, devices = $2 WHERE user_id = $3";

    /// Nobody is connected when the server starts. Rides on user_status_connected.
    ALL_OFFLINE = "UPDATE user_status SET auto_status = 'offline', devices = '[]' WHERE auto_status <> 'offline'";
}

/// Reads the columns of `chosen_columns!` from `row`, the first of them being `at`.
pub(super) fn chosen_at(row: &Row<'_>, user_id: UserId, at: usize) -> Result<Chosen> {
    let manual_status = match row.get::<Option<String>>(at)? {
        Some(text) => Some(ManualStatus { text, emoji: row.get(at + 1)?, expires_at: row.get(at + 2)? }),
        None => None,
    };
    let frozen = match row.get::<Option<String>>(at + 5)? {
        Some(json) => Some(serde_json::from_str(&json).map_err(Error::internal)?),
        None => None,
    };
    Ok(Chosen {
        user_id,
        own: Shown { do_not_disturb: row.get(at + 3)?, manual_status },
        invisible: row.get(at + 4)?,
        frozen,
        last_seen: row.get(at + 6)?,
        in_quiet_hours: row.get(at + 7)?,
    })
}

/// What somebody chose.
pub(super) fn by_user(tx: &Tx<'_>, user: UserId) -> Result<Chosen> {
    tx.query_opt(BY_USER, &[&user], |row| chosen_at(row, user, 0))?.ok_or(Error::NotFound("person"))
}

/// What the asker chose.
pub fn mine(tx: &Tx<'_>, who: &ActiveUser) -> Result<Chosen> {
    by_user(tx, who.user())
}

/// Sets what the asker shows. Going invisible freezes what others see; coming back shows what is set then.
pub fn choose(tx: &WriteTx<'_>, who: &ActiveUser, own: Shown, invisible: bool) -> Result<Chosen> {
    set(tx, who.user(), own, invisible)
}

fn set(tx: &WriteTx<'_>, user: UserId, own: Shown, invisible: bool) -> Result<Chosen> {
    let before = by_user(tx, user)?;
    let frozen = match (invisible, before.invisible) {
        (false, _) => None,
        (true, false) => Some(before.shown()),
        (true, true) => before.frozen,
    };
    let json = frozen.as_ref().map(serde_json::to_string).transpose().map_err(Error::internal)?;
    let manual = own.manual_status.as_ref();
    let (text, emoji) = (manual.map(|m| m.text.as_str()), manual.and_then(|m| m.emoji.as_deref()));
    let expires_at: Option<Timestamp> = manual.and_then(|m| m.expires_at);
    tx.execute(CHOOSE, &[&text, &emoji, &expires_at, &own.do_not_disturb, &invisible, &json, &user])?;
    by_user(tx, user)
}

/// Takes away statuses that have ended (at most 500 in one go), and gives what those people now show.
pub fn end_expired(tx: &WriteTx<'_>) -> Result<Vec<Chosen>> {
    let ended = tx.query(EXPIRED, &[&tx.settled()], |row| chosen_at(row, row.get(CHOSEN_COLUMNS)?, 0))?;
    ended.into_iter().map(|was| set(tx, was.user_id, Shown { manual_status: None, ..was.own }, was.invisible)).collect()
}

/// Sets or takes away the asker's quiet hours, which may begin at once.
pub fn set_quiet_hours(tx: &WriteTx<'_>, who: &ActiveUser, hours: Option<&QuietHours>) -> Result<Chosen> {
    let json = hours.map(serde_json::to_string).transpose().map_err(Error::internal)?;
    let quiet = hours.map(|hours| hours.at(tx.settled()));
    let (is_quiet, changes_at) = (quiet.is_some_and(|q| q.is_quiet), quiet.map(|q| q.changes_at));
    tx.execute(SET_QUIET, &[&json, &is_quiet, &changes_at, &who.user()])?;
    by_user(tx, who.user())
}

/// Ends the asker's quiet hours for this time; they begin again at their next.
pub fn end_quiet_hours(tx: &WriteTx<'_>, who: &ActiveUser) -> Result<Chosen> {
    let json: Option<String> = tx.query_one(QUIET_OF, &[&who.user()], |row| row.get(0))?;
    if let Some(json) = json {
        let until = quiet_hours(&json)?.at(tx.settled()).changes_at;
        tx.execute(TURN_QUIET, &[&false, &until, &who.user()])?;
    }
    by_user(tx, who.user())
}

/// Begins and ends quiet hours whose time has come (at most 500 in one go), and gives those for whom it is otherwise now.
pub fn turn_quiet_hours(tx: &WriteTx<'_>) -> Result<Vec<Chosen>> {
    let read = |row: &Row<'_>| Ok((row.get::<UserId>(0)?, row.get::<String>(1)?, row.get::<bool>(2)?));
    let mut turned = Vec::new();
    for (user, json, was_quiet) in tx.query(QUIET_DUE, &[&tx.settled()], read)? {
        let quiet = quiet_hours(&json)?.at(tx.settled());
        tx.execute(TURN_QUIET, &[&quiet.is_quiet, &quiet.changes_at, &user])?;
        if quiet.is_quiet != was_quiet {
            turned.push(by_user(tx, user)?);
        }
    }
    Ok(turned)
}

pub(super) fn quiet_hours(json: &str) -> Result<QuietHours> {
    serde_json::from_str(json).map_err(Error::internal)
}

/// Keeps what the hub knows of somebody's connections. `devices` is a JSON array.
pub fn note_connections(tx: &WriteTx<'_>, user: UserId, presence: Presence, devices: &str) -> Result<Chosen> {
    tx.execute(NOTE_CONNECTIONS, &[&presence, &devices, &user])?;
    by_user(tx, user)
}

/// Forgets the connections of a run that has ended.
pub fn all_offline(tx: &WriteTx<'_>) -> Result<()> {
    tx.execute(ALL_OFFLINE, &[]).map(|_| ())
}

/// What somebody chose, for who was proved to know them.
pub fn of(tx: &Tx<'_>, known: &Acquaintance) -> Result<Chosen> {
    by_user(tx, known.other())
}
