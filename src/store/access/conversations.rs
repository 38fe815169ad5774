//! Who may read a conversation, and write into it.

use super::groups::{in_group, standing};
use super::rules::{GroupAction, decide};
use super::{Asker, active_user};
use crate::domain::{DirectId, GroupId, Place, ServerRole, Timestamp, UserId};
use crate::error::{Error, Result};
use crate::store::db::{Row, Tx, statements};
use crate::store::users;

statements! {
    /// Whether somebody's account is alive, for what happens without them.
    IS_ACTIVE = "SELECT is_active AND NOT is_banned FROM users WHERE id = $1";

    /// A direct conversation, if the asker is one of the two.
    DIRECT = "SELECT user_a_id, user_b_id, opened_by, last_message_at
                FROM direct_conversations
               WHERE id = $1 AND (user_a_id = $2 OR user_b_id = $2)";
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
        Place::Group(group) => At::Group(in_group(tx, asker, group, GroupAction::Read)?.group()),
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
                && !users::is_active(tx, other)?
            {
                return Err(Error::Conflict("This account is closed; nobody would read it."));
            }
            at
        }
    };
    Ok(Poster { user, at })
}

/// Whether the one who writes into a conversation may do this in it as well; in a direct one there is nothing more.
pub(in crate::store) fn may_also(tx: &Tx<'_>, poster: &Poster, action: GroupAction) -> Result<bool> {
    let Place::Group(group) = poster.place() else { return Ok(false) };
    Ok(decide(action, &standing(tx, poster.user, ServerRole::User, group)?.1).is_ok())
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
