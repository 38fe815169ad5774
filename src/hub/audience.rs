//! The connections of a group's members.

use std::collections::HashMap;
use std::sync::Arc;

use super::connection::Connection;
use super::delivery::{Share, shares};

/// Who hears what is said in a group.
#[derive(Default)]
pub struct Audience {
    /// By number, so that one of thousands is taken out without looking at the others.
    connections: HashMap<u64, Arc<Connection>>,
    /// The same by thread: made when something is said, and kept until somebody comes or goes. So to offer a message costs
    /// as much as there are threads, however many hear it.
    shares: Option<Vec<Share>>,
}

impl Audience {
    pub fn add(&mut self, connection: &Arc<Connection>) {
        self.connections.insert(connection.number, Arc::clone(connection));
        self.shares = None;
    }

    pub fn remove(&mut self, connection: &Connection) {
        self.connections.remove(&connection.number);
        self.shares = None;
    }

    pub fn is_empty(&self) -> bool {
        self.connections.is_empty()
    }

    pub fn connections(&self) -> impl Iterator<Item = &Arc<Connection>> {
        self.connections.values()
    }

    pub fn shares(&mut self) -> &[Share] {
        self.shares.get_or_insert_with(|| shares(self.connections.values()))
    }
}
