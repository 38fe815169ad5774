//! Where somebody stands after all that they missed.
//!
//! An event that is told again shows the present: a read position that counts, say, a deletion which is told only
//! after it. Whoever counts along would count it twice, so the end of what was missed sets everything right.

use std::collections::{BTreeMap, BTreeSet};

use super::access::ActiveUser;
use super::db::Tx;
use super::reading::{self, Position};
use super::threads;
use crate::domain::event::Positions;
use crate::domain::{Committed, Event, MessageId, Place, PlacePosition, ThreadMark};
use crate::error::Result;

/// How the asker stands to the conversations and threads that these events touch.
pub fn after(tx: &Tx<'_>, who: &ActiveUser, events: &[Committed]) -> Result<Positions> {
    let (mut places, mut threads_touched, mut moved_in) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
    for committed in events {
        places.extend(place_of(&committed.event));
        threads_touched.extend(thread_of(&committed.event));
        if let Event::PostMovedIn { message } = &committed.event {
            moved_in.extend(message.place().map(|place| (message.id, place)));
        }
    }
    let mut positions = Positions::default();
    for place in places {
        if let Some(Position { last_read_ordinal, silent_unread, unread_mentions }) =
            reading::of(tx, who.user(), place)?
        {
            positions.places.push(PlacePosition { place, last_read_ordinal, silent_unread, unread_mentions });
        }
    }
    for root in threads_touched {
        // A follow is lost where a post went that came back since: nothing else tells of it.
        let lost = || moved_in.get(&root).map(|place| ThreadMark::none(root, *place));
        positions.threads.extend(threads::mark_of(tx, who.user(), root)?.or_else(lost));
    }
    Ok(positions)
}

fn place_of(event: &Event) -> Option<Place> {
    match event {
        Event::MessageCreated { message, .. }
        | Event::MessageDeleted { message, .. }
        | Event::PostMovedIn { message } => message.place(),
        Event::PostMovedOut { group_id, .. } => Some(Place::Group(*group_id)),
        Event::ReadUpdated { place, .. } => Some(*place),
        Event::GroupJoined { group } => Some(Place::Group(group.group.id)),
        Event::DirectCreated { direct } => Some(Place::Direct(direct.id)),
        _ => None,
    }
}

fn thread_of(event: &Event) -> Option<MessageId> {
    match event {
        Event::MessageCreated { message, .. } | Event::MessageDeleted { message, .. } => message.thread_root_id,
        // Its thread is elsewhere now, and so is how somebody stands to it.
        Event::PostMovedIn { message } => Some(message.id),
        Event::ThreadUpdated { mark } => Some(mark.thread_root_id),
        _ => None,
    }
}
