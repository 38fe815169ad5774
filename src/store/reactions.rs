//! `message_reactions`: unique by message, person and emoji.

use super::access::Poster;
use super::db::{Tx, WriteTx, statements};
use crate::domain::{MessageId, Reaction, UserId};
use crate::error::{Error, Result};

statements! {
    /// Rides on the primary key. In the order in which each emoji came first.
    OF_MESSAGE = "SELECT emoji, user_id FROM message_reactions WHERE message_id = $1 ORDER BY created_at, user_id";
    COUNT = "SELECT count(*) FROM message_reactions WHERE message_id = $1 AND emoji = $2";
    KINDS = "SELECT count(DISTINCT emoji) FROM message_reactions WHERE message_id = $1";
    INSERT = "INSERT INTO message_reactions (message_id, emoji, user_id, created_at) VALUES ($1, $2, $3, $4)
              ON CONFLICT DO NOTHING";
    DELETE = "DELETE FROM message_reactions WHERE message_id = $1 AND emoji = $2 AND user_id = $3";
    DELETE_ALL = "DELETE FROM message_reactions WHERE message_id = $1";
}

/// Most different emoji under one message.
const MOST_KINDS: i64 = 50;

/// People who are named for each emoji; the rest is counted.
const MOST_NAMED: usize = 100;

/// What people reacted with, the first emoji first.
pub fn of_message(tx: &Tx<'_>, message: MessageId) -> Result<Vec<Reaction>> {
    let mut reactions: Vec<Reaction> = Vec::new();
    for (emoji, user) in tx.query(OF_MESSAGE, &[&message], |row| Ok((row.get::<String>(0)?, row.get::<UserId>(1)?)))? {
        let known = reactions.iter().position(|reaction| reaction.emoji == emoji);
        let at = known.unwrap_or_else(|| {
            reactions.push(Reaction { emoji, count: 0, user_ids: Vec::new() });
            reactions.len() - 1
        });
        if let Some(reaction) = reactions.get_mut(at) {
            reaction.count += 1;
            if reaction.user_ids.len() < MOST_NAMED {
                reaction.user_ids.push(user);
            }
        }
    }
    Ok(reactions)
}

/// How many reacted with this emoji.
fn count(tx: &Tx<'_>, message: MessageId, emoji: &str) -> Result<i64> {
    tx.query_one(COUNT, &[&message, &emoji], |row| row.get(0))
}

/// Adds a reaction; whether it is new.
///
/// # Errors
/// `Conflict` when the message bears 50 different emoji already.
pub fn insert(tx: &WriteTx<'_>, poster: &Poster, message: MessageId, emoji: &str) -> Result<bool> {
    if count(tx, message, emoji)? == 0 {
        let kinds: i64 = tx.query_one(KINDS, &[&message], |row| row.get(0))?;
        if kinds >= MOST_KINDS {
            return Err(Error::Conflict("This message bears as many different reactions as it can."));
        }
    }
    Ok(tx.execute(INSERT, &[&message, &emoji, &poster.user(), &tx.now()])? > 0)
}

/// Takes a reaction back; whether there was one.
pub fn remove(tx: &WriteTx<'_>, poster: &Poster, message: MessageId, emoji: &str) -> Result<bool> {
    Ok(tx.execute(DELETE, &[&message, &emoji, &poster.user()])? > 0)
}

/// Takes all reactions from a message that is deleted.
pub(super) fn remove_all(tx: &WriteTx<'_>, message: MessageId) -> Result<()> {
    tx.execute(DELETE_ALL, &[&message]).map(|_| ())
}
