//! Reading everything in one step, and taking that back.

use super::App;
use super::reading::tell_thread;
use crate::domain::{Event, Place, ReadBefore, Scope, ThreadMark, ThreadReadBefore};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker};
use crate::store::reading::{self, Position};
use crate::store::{WriteTx, threads};

/// Everything that one step may touch: more unread conversations than that, and a second step is needed.
const MOST_PLACES: usize = 2_000;
/// As many threads as a page knows of.
const MOST_THREADS: usize = 200;

/// Marks all of the asker's conversations and followed threads as read: as much work as there are unread ones, however
/// much was said in them. Where they stood before, for [`undo`].
///
/// # Errors
/// `Unauthenticated`.
pub async fn mark_all(app: &App, asker: Asker) -> Result<(Vec<ReadBefore>, Vec<ThreadReadBefore>)> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let who = access::active_user(tx, asker)?;
            let mut places = Vec::new();
            for (place, last, read) in reading::unread(tx, &who, MOST_PLACES)? {
                let before = reading::position(tx, &access::reader(tx, asker, place)?)?;
                // The server's own lines and what was deleted call nobody.
                if last - read <= before.silent_unread {
                    continue;
                }
                reading::advance(tx, asker.user, place, last)?;
                tell_position(tx, asker, place)?;
                places.push(ReadBefore::of(place, read));
            }
            let mut read_threads = Vec::new();
            for mark in threads::marks(tx, &who)?.into_iter().filter(|mark| mark.unread_count > 0) {
                let reader = access::reader_of_message(tx, asker, mark.thread_root_id)?;
                threads::mark_read(tx, &reader, mark.thread_root_id, i64::MAX)?;
                tell_thread(tx, asker.user, mark.thread_root_id)?;
                let ThreadMark { thread_root_id, last_read_ordinal, .. } = mark;
                read_threads.push(ThreadReadBefore { thread_root_id, last_read_ordinal });
            }
            Ok((places, read_threads))
        })
        .await
}

/// Moves read positions back to where they stood, never on. What the asker may no longer read is left out.
///
/// # Errors
/// `Invalid` for more than one step touches, or what names no conversation.
pub async fn undo(app: &App, asker: Asker, places: Vec<ReadBefore>, threads: Vec<ThreadReadBefore>) -> Result<()> {
    if places.len() > MOST_PLACES {
        return Err(Error::invalid("places", "must be at most 2,000"));
    }
    if threads.len() > MOST_THREADS {
        return Err(Error::invalid("threads", "must be at most 200"));
    }
    let places = places.into_iter().map(|before| Ok((before.place()?, before.last_read_ordinal)));
    let places = places.collect::<Result<Vec<_>>>()?;
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            access::active_user(tx, asker)?;
            for (place, ordinal) in places {
                let Some(reader) = if_there(access::reader(tx, asker, place))? else { continue };
                if reading::go_back(tx, &reader, ordinal)? {
                    tell_position(tx, asker, place)?;
                }
            }
            for ThreadReadBefore { thread_root_id, last_read_ordinal } in threads {
                let Some(reader) = if_there(access::reader_of_message(tx, asker, thread_root_id))? else { continue };
                if threads::go_back(tx, &reader, thread_root_id, last_read_ordinal)? {
                    tell_thread(tx, asker.user, thread_root_id)?;
                }
            }
            Ok(())
        })
        .await
}

/// What was left or removed meanwhile is no reason to leave the rest.
fn if_there<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound(_) | Error::Forbidden(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn tell_position(tx: &WriteTx<'_>, asker: Asker, place: Place) -> Result<()> {
    let reader = access::reader(tx, asker, place)?;
    let Position { last_read_ordinal, silent_unread, unread_mentions } = reading::position(tx, &reader)?;
    tx.emit(Scope::User(asker.user), Event::ReadUpdated { place, last_read_ordinal, silent_unread, unread_mentions })
}
