//! Who is connected, and what each may hear: kept in step with the log, since membership changes are events too and
//! pass through the same order as everything else.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use super::audience::Audience;
use super::connection::Connection;
use super::deflate::ForMany;
use super::delivery::Deliveries;
use super::outbox::Goodbye;
use super::presence::Watched;
use crate::domain::people::Chosen;
use crate::domain::{Committed, Event, GroupId, Presence, Scope, SessionId, UserId, WorkspaceId, WorkspaceRole};

/// Somebody whose last connection went this long ago is gone; until then they may only be loading the page again.
pub const GONE_AFTER: Duration = Duration::from_secs(2);

/// Membership changes that are remembered for connections which are just coming in.
const REMEMBERED: usize = 4_096;

/// What decides what somebody may hear, as read from the store at `as_of`.
#[derive(Clone, Debug)]
pub struct Rights {
    pub as_of: i64,
    pub groups: Vec<GroupId>,
    pub workspaces: Vec<(WorkspaceId, WorkspaceRole)>,
    pub chosen: Chosen,
}

/// Somebody who is connected, or was until a moment ago.
pub struct Person {
    pub connections: Vec<Arc<Connection>>,
    pub groups: HashSet<GroupId>,
    pub workspaces: HashMap<WorkspaceId, WorkspaceRole>,
    pub chosen: Chosen,
    /// What was last noted of them in the store.
    pub noted: Presence,
    /// Whether devices have come or gone since.
    pub is_changed: bool,
    /// When the last connection went.
    pub gone_at: Option<std::time::Instant>,
}

impl Person {
    /// Several devices of one person are one presence: the liveliest. Whose last one went only a moment ago may be
    /// loading the page again, and looks as before.
    pub fn presence(&self) -> Presence {
        if self.gone_at.is_some_and(|at| at.elapsed() < GONE_AFTER) {
            return self.noted;
        }
        self.connections.iter().map(|c| c.presence()).max().unwrap_or(Presence::Offline)
    }

    fn is_guest_of(&self, workspace: WorkspaceId) -> bool {
        self.workspaces.get(&workspace) == Some(&WorkspaceRole::Guest)
    }
}

/// A change of what somebody may hear.
#[derive(Clone, Debug)]
enum Change {
    Joined(GroupId),
    Left(GroupId),
    Role(WorkspaceId, WorkspaceRole),
    Chose(Chosen),
    SessionEnded(SessionId),
}

/// Why a connection was not taken in.
#[derive(Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// The rights were read too long ago; read them again.
    Stale,
    /// The session has ended meanwhile.
    SignedOut,
}

#[derive(Default)]
pub struct Index {
    pub people: HashMap<UserId, Person>,
    pub groups: HashMap<GroupId, Audience>,
    pub watched: HashMap<UserId, Watched>,
    remembered: VecDeque<(i64, UserId, Change)>,
    /// Changes up to this one have been forgotten.
    forgotten: i64,
}

impl Index {
    /// Takes a connection in: from here on it is offered everything that it may hear.
    ///
    /// # Errors
    /// See [`NotTaken`].
    pub fn insert(&mut self, connection: &Arc<Connection>, rights: Rights) -> Result<(), NotTaken> {
        let user = connection.user;
        if self
            .remembered_for(user)
            .any(|(_, change)| matches!(change, Change::SessionEnded(s) if *s == connection.session))
        {
            return Err(NotTaken::SignedOut);
        }
        if !self.people.contains_key(&user) {
            if rights.as_of < self.forgotten {
                return Err(NotTaken::Stale);
            }
            let person = self.person_from(user, rights);
            self.people.insert(user, person);
        }
        let Some(person) = self.people.get_mut(&user) else { return Err(NotTaken::Stale) };
        person.connections.push(Arc::clone(connection));
        person.is_changed = true;
        person.gone_at = None;
        for group in &person.groups {
            self.groups.entry(*group).or_default().add(connection);
        }
        Ok(())
    }

    /// The person as the rights say, brought up to date with what has happened since they were read.
    fn person_from(&self, user: UserId, rights: Rights) -> Person {
        let mut person = Person {
            connections: Vec::new(),
            groups: rights.groups.into_iter().collect(),
            workspaces: rights.workspaces.into_iter().collect(),
            chosen: rights.chosen,
            noted: Presence::Offline,
            is_changed: true,
            gone_at: None,
        };
        for (_, change) in self.remembered_for(user).filter(|(seq, _)| *seq > rights.as_of) {
            match change {
                Change::Joined(group) => drop(person.groups.insert(*group)),
                Change::Left(group) => drop(person.groups.remove(group)),
                Change::Role(workspace, role) => drop(person.workspaces.insert(*workspace, *role)),
                Change::Chose(chosen) => person.chosen = chosen.clone(),
                Change::SessionEnded(_) => {}
            }
        }
        person
    }

    fn remembered_for(&self, user: UserId) -> impl Iterator<Item = (i64, &Change)> {
        self.remembered.iter().filter(move |(_, who, _)| *who == user).map(|(seq, _, change)| (*seq, change))
    }

    /// Takes a connection out. The person stays for a moment, in case the page is only being loaded again.
    pub fn remove(&mut self, connection: &Arc<Connection>) {
        let Some(person) = self.people.get_mut(&connection.user) else { return };
        person.connections.retain(|c| c.number != connection.number);
        person.is_changed = true;
        if person.connections.is_empty() {
            person.gone_at = Some(std::time::Instant::now());
        }
        for group in &person.groups {
            forget_in_group(&mut self.groups, *group, std::slice::from_ref(connection));
        }
        self.unwatch(connection);
    }

    /// Forgets people who have been gone for a while and whose going has been noted.
    pub fn forget_person(&mut self, user: UserId) {
        let is_over = |person: &Person| person.connections.is_empty() && !person.is_changed;
        if self.people.get(&user).is_some_and(is_over) {
            self.people.remove(&user);
        }
    }

    /// Changes who may hear what, before the event itself goes out.
    pub fn apply(&mut self, committed: &Committed) {
        let change = match (&committed.scope, &committed.event) {
            (Scope::User(user), Event::GroupJoined { group }) => (*user, Change::Joined(group.group.id)),
            (Scope::User(user), Event::GroupLeft { group_id }) => (*user, Change::Left(*group_id)),
            (Scope::User(user), Event::MyStatus { chosen, .. }) => (*user, Change::Chose(chosen.clone())),
            (Scope::User(user), Event::SessionsEnded { session_ids }) => {
                for session in session_ids {
                    self.end_session(*user, *session);
                    self.remember(committed.seq, *user, Change::SessionEnded(*session));
                }
                return;
            }
            (_, Event::WorkspaceRoleUpdated { workspace_id, user_id, role }) => {
                (*user_id, Change::Role(*workspace_id, *role))
            }
            _ => return,
        };
        self.apply_to_person(change.0, &change.1);
        self.remember(committed.seq, change.0, change.1);
    }

    fn apply_to_person(&mut self, user: UserId, change: &Change) {
        let Some(person) = self.people.get_mut(&user) else { return };
        match change {
            Change::Joined(group) => {
                if person.groups.insert(*group) {
                    let audience = self.groups.entry(*group).or_default();
                    person.connections.iter().for_each(|connection| audience.add(connection));
                }
            }
            Change::Left(group) => {
                person.groups.remove(group);
                forget_in_group(&mut self.groups, *group, &person.connections);
            }
            Change::Role(workspace, role) => drop(person.workspaces.insert(*workspace, *role)),
            Change::Chose(chosen) => {
                person.chosen = chosen.clone();
                person.is_changed = true;
            }
            Change::SessionEnded(_) => {}
        }
    }

    fn end_session(&self, user: UserId, session: SessionId) {
        let Some(person) = self.people.get(&user) else { return };
        for connection in person.connections.iter().filter(|c| c.session == session) {
            connection.outbox.end(Goodbye::SignedOut);
        }
    }

    fn remember(&mut self, seq: i64, user: UserId, change: Change) {
        if self.remembered.len() == REMEMBERED
            && let Some((seq, ..)) = self.remembered.pop_front()
        {
            self.forgotten = seq;
        }
        self.remembered.push_back((seq, user, change));
    }

    /// Offers a frame to every connection that may hear it. O(threads) for groups, O(their connections) for people; the
    /// rarer scopes of a workspace look at everybody who is connected.
    pub fn offer(&mut self, scope: &Scope, frame: &ForMany, deliveries: &mut Deliveries) {
        match scope {
            Scope::Group(group) => {
                let shares = self.groups.get_mut(group).map(Audience::shares).unwrap_or_default();
                shares.iter().for_each(|share| deliveries.add(share, frame));
            }
            Scope::User(user) => self.offer_to_person(*user, frame, deliveries),
            Scope::Direct { between, .. } => {
                between.iter().for_each(|user| self.offer_to_person(*user, frame, deliveries))
            }
            Scope::Workspace(_) | Scope::Listed { .. } | Scope::Outsiders { .. } | Scope::Person { .. } => {
                let hearing = self.people.values().filter(|person| hears(person, scope));
                deliveries.add_all(hearing.flat_map(|person| &person.connections), frame);
            }
        }
    }

    /// Offers a frame to the members of a group but one.
    pub fn offer_to_others(&self, group: GroupId, but: UserId, frame: &ForMany, deliveries: &mut Deliveries) {
        let Some(audience) = self.groups.get(&group) else { return };
        deliveries.add_all(audience.connections().filter(|connection| connection.user != but), frame);
    }

    fn offer_to_person(&self, user: UserId, frame: &ForMany, deliveries: &mut Deliveries) {
        let Some(person) = self.people.get(&user) else { return };
        deliveries.add_all(person.connections.iter(), frame);
    }

    /// Every open connection.
    pub fn connections(&self) -> impl Iterator<Item = &Arc<Connection>> {
        self.people.values().flat_map(|person| &person.connections)
    }
}

/// Whether somebody may hear of what goes to a part of a workspace.
fn hears(person: &Person, scope: &Scope) -> bool {
    match scope {
        Scope::Workspace(workspace) => person.workspaces.contains_key(workspace),
        Scope::Listed { workspace, group } => {
            person.workspaces.contains_key(workspace)
                && (!person.is_guest_of(*workspace) || person.groups.contains(group))
        }
        Scope::Outsiders { workspace, group } => {
            person.workspaces.contains_key(workspace)
                && !person.is_guest_of(*workspace)
                && !person.groups.contains(group)
        }
        Scope::Person { workspace, groups } => {
            person.workspaces.contains_key(workspace)
                && (!person.is_guest_of(*workspace) || groups.iter().any(|group| person.groups.contains(group)))
        }
        Scope::Group(group) => person.groups.contains(group),
        Scope::Direct { .. } | Scope::User(_) => false,
    }
}

fn forget_in_group(groups: &mut HashMap<GroupId, Audience>, group: GroupId, gone: &[Arc<Connection>]) {
    if let Some(audience) = groups.get_mut(&group) {
        gone.iter().for_each(|connection| audience.remove(connection));
        if audience.is_empty() {
            groups.remove(&group);
        }
    }
}
