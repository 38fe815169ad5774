//! Who watches whom, and telling them.
//!
//! A connection names the people whose presence it shows (those on its screen); only they are told, and a person's
//! changes are gathered for a second. So presence costs what is looked at, not the square of a group's size.

use std::sync::Arc;

use super::connection::Connection;
use super::deflate::ForMany;
use super::delivery::Deliveries;
use super::encode;
use super::index::Index;
use super::outbox::Frame;
use crate::domain::people::Chosen;
use crate::domain::{Presence, Status, Timestamp, UserId};

/// Somebody whose presence is on somebody's screen.
#[derive(Default)]
pub struct Watched {
    watchers: Vec<Arc<Connection>>,
    /// What the watchers believe. What would tell them nothing new is not sent: an invisible person's coming and going
    /// does not even show as silence broken.
    told: Option<Status>,
}

impl Watched {
    /// Takes a watcher out; whether anybody is left.
    fn leave(&mut self, connection: u64) -> bool {
        self.watchers.retain(|watcher| watcher.number != connection);
        !self.watchers.is_empty()
    }
}

#[derive(serde::Serialize)]
struct Statuses<'a> {
    statuses: [&'a Status; 1],
}

impl Index {
    /// Sets whom a connection watches, each named once; those it watched before are forgotten.
    pub fn watch(&mut self, connection: &Arc<Connection>, people: &[UserId]) {
        self.unwatch(connection);
        for user in people {
            self.watched.entry(*user).or_default().watchers.push(Arc::clone(connection));
        }
        *super::lock(&connection.watching) = people.to_vec();
    }

    /// The connection watches nobody any more.
    pub fn unwatch(&mut self, connection: &Arc<Connection>) {
        self.watch_only(connection, |_| false);
    }

    /// The connection goes on watching only those of whom `keep` says so.
    pub fn watch_only(&mut self, connection: &Arc<Connection>, keep: impl Fn(UserId) -> bool) {
        let mut watching = super::lock(&connection.watching);
        let (kept, left): (Vec<_>, Vec<_>) = watching.drain(..).partition(|user| keep(*user));
        *watching = kept;
        for user in left {
            let is_left = self.watched.get_mut(&user).is_some_and(|watched| !watched.leave(connection.number));
            if is_left {
                self.watched.remove(&user);
            }
        }
    }

    /// How those watched look, given what the store says they chose. What the hub has heard since counts more.
    pub fn settle(&mut self, stored: Vec<Chosen>, now: Timestamp) -> Vec<Status> {
        let mut statuses = Vec::with_capacity(stored.len());
        for chosen in stored {
            let status = self.status_of(&chosen, now);
            if let Some(watched) = self.watched.get_mut(&chosen.user_id) {
                statuses.push(watched.told.get_or_insert(status).clone());
            }
        }
        statuses
    }

    /// How somebody looks to others, given what the store says they chose.
    pub fn status_of(&self, stored: &Chosen, now: Timestamp) -> Status {
        match self.people.get(&stored.user_id) {
            Some(person) => person.chosen.seen_by_others(person.presence(), now),
            None => stored.seen_by_others(Presence::Offline, now),
        }
    }

    /// Tells watchers how somebody looks now, if it is news.
    pub fn tell(&mut self, chosen: &Chosen, now: Timestamp, deliveries: &mut Deliveries) {
        let status = self.status_of(chosen, now);
        let Some(watched) = self.watched.get_mut(&chosen.user_id) else { return };
        if watched.told.as_ref() == Some(&status) {
            return;
        }
        let Some(bytes) = encode::signal("presence", &Statuses { statuses: [&status] }) else { return };
        let frame = Frame { seq: 0, bytes, is_fleeting: true };
        deliveries.add_all(watched.watchers.iter(), &ForMany::new(frame));
        watched.told = Some(status);
    }
}
