//! What the server itself tells on a timeline.

use super::messages::scope;
use crate::domain::{Event, Happening, UserId};
use crate::error::Result;
use crate::store::access::At;
use crate::store::{WriteTx, happenings};

/// Adds a line that tells what `who` did, in the transaction in which it was done. It travels as every message does.
pub fn tell(tx: &WriteTx<'_>, at: At, who: UserId, what: &Happening) -> Result<()> {
    match happenings::insert(tx, at, who, what)? {
        Some(message) => tx.emit(scope(at, &message), Event::MessageCreated { message, root_reply_count: None }),
        None => Ok(()),
    }
}
