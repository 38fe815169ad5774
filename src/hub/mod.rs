//! Who is connected and may hear what; presence and typing.
//!
//! The hub takes what was committed, in order, turns each event into bytes once, and hands those same bytes to every
//! connection that may see it, through a bounded queue. It knows no SQL and never reads the store: what it must know
//! of a person is given to it when they connect, and kept in step by the events themselves.

mod audience;
mod connection;
mod deflate;
mod delivery;
mod encode;
mod index;
mod outbox;
mod presence;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::mpsc::{self, Receiver, SyncSender, TrySendError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

pub use self::connection::{Connection, Device};
use self::deflate::ForMany;
pub use self::delivery::SocketThread;
use self::delivery::{Deliveries, end_after_all, shares};
pub use self::encode::{COMPRESSED, event as encode_event, pong, text as encode_text};
use self::index::{GONE_AFTER, Index};
pub use self::index::{NotTaken, Rights};
pub use self::outbox::{Bound, Frame, Goodbye, Line};
use crate::domain::people::Chosen;
use crate::domain::{
    Committed, DirectId, Event, GroupId, Place, Presence, Scope, SessionId, Status, Timestamp, UserId,
};

/// How often each connection is pinged.
pub const HEARTBEAT: Duration = Duration::from_secs(25);

/// Batches of events that may wait for the hub. When it is full the writer waits, its own queue fills, and callers are
/// told that the server is busy: nothing grows.
const WAITING_BATCHES: usize = 1_024;

/// How many connections there may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub outbox: Bound,
    /// Of one account; one more ends the oldest.
    pub per_account: usize,
    /// From one address (IPv6: from one /64).
    pub per_address: usize,
    pub in_all: usize,
}

enum Task {
    Committed(Vec<Committed>),
    /// Something for one connection, after all that was committed before.
    Tell(Arc<Connection>, Frame),
    Stop,
}

/// The hub. Its index is behind one lock, held for a few lines or for one fan-out, never while anything waits.
pub struct Hub {
    index: Arc<Mutex<Index>>,
    inlet: SyncSender<Task>,
    thread: Mutex<Option<JoinHandle<()>>>,
    addresses: Arc<Mutex<Addresses>>,
    limits: Limits,
}

/// How many connections there are, in all and from each address.
#[derive(Default)]
struct Addresses {
    in_all: usize,
    from: HashMap<IpAddr, usize>,
}

impl Hub {
    /// # Errors
    /// When no thread can be started.
    pub fn start(limits: Limits) -> std::io::Result<Self> {
        let index = Arc::new(Mutex::new(Index::default()));
        let (inlet, tasks) = mpsc::sync_channel(WAITING_BATCHES);
        let shared = Arc::clone(&index);
        let thread = std::thread::Builder::new().name("hub".into()).spawn(move || fan_out(&shared, &tasks))?;
        Ok(Self { index, inlet, thread: Mutex::new(Some(thread)), addresses: Arc::default(), limits })
    }

    /// The inlet: these events were committed, in this order.
    pub fn outlet_of_store(&self) -> impl FnMut(Vec<Committed>) + Send + use<> {
        let inlet = self.inlet.clone();
        move |events| {
            // The hub ends after the writer; should it have ended before, nobody is connected any more.
            let _ = inlet.send(Task::Committed(events));
        }
    }

    fn index(&self) -> MutexGuard<'_, Index> {
        lock(&self.index)
    }

    /// A place for one more connection from an address, before anything is done for it. `None` when there is none.
    pub fn admit(&self, address: IpAddr) -> Option<Admission> {
        let key = network_of(address);
        let mut addresses = lock(&self.addresses);
        let here = addresses.from.get(&key).copied().unwrap_or(0);
        if addresses.in_all >= self.limits.in_all || here >= self.limits.per_address {
            return None;
        }
        addresses.in_all += 1;
        addresses.from.insert(key, here + 1);
        Some(Admission { addresses: Arc::clone(&self.addresses), key })
    }

    /// Connections that are open.
    pub fn connection_count(&self) -> usize {
        lock(&self.addresses).in_all
    }

    /// Makes a connection, not yet taken in, whose socket belongs to a thread.
    pub fn connection(
        &self,
        user: UserId,
        device: Device,
        thread: Option<SocketThread>,
        has_deflate: bool,
    ) -> Arc<Connection> {
        Connection::new(user, device, self.limits.outbox, thread, has_deflate)
    }

    /// Takes a connection in. What it may hear is queued from here on, and goes out once the queue is released.
    ///
    /// # Errors
    /// See [`NotTaken`].
    pub fn insert(&self, connection: &Arc<Connection>, rights: Rights) -> Result<(), NotTaken> {
        let mut index = self.index();
        index.insert(connection, rights)?;
        let Some(person) = index.people.get(&connection.user) else { return Ok(()) };
        let open: Vec<_> = person.connections.iter().filter(|c| c.outbox.ended().is_none()).collect();
        let too_many = open.len().saturating_sub(self.limits.per_account);
        for oldest in open.into_iter().take(too_many) {
            oldest.outbox.end(Goodbye::TooManyConnections);
        }
        Ok(())
    }

    /// Takes a connection out.
    pub fn remove(&self, connection: &Arc<Connection>) {
        connection.outbox.end(Goodbye::Gone);
        self.index().remove(connection);
    }

    /// Tells a conversation that somebody is writing in it. The writer's own windows do not hear it.
    pub fn typing(&self, from: &Connection, at: TypingAt) {
        #[derive(serde::Serialize)]
        struct Typing {
            #[serde(flatten)]
            place: Place,
            user_id: UserId,
        }
        let place = match at {
            TypingAt::Group(id) => Place::Group(id),
            TypingAt::Direct { id, .. } => Place::Direct(id),
        };
        let Some(bytes) = encode::signal("typing", &Typing { place, user_id: from.user }) else { return };
        let frame = ForMany::new(Frame { seq: 0, bytes, is_fleeting: true });
        let mut deliveries = Deliveries::default();
        match at {
            TypingAt::Group(id) => self.index().offer_to_others(id, from.user, &frame, &mut deliveries),
            TypingAt::Direct { other, .. } => self.index().offer(&Scope::User(other), &frame, &mut deliveries),
        }
        deliveries.send_now();
    }

    /// Tells one connection something, after all that was committed before this was called. When the hub is far behind
    /// it is told at once instead.
    pub fn tell_in_order(&self, connection: &Arc<Connection>, frame: Frame) {
        let refused = self.inlet.try_send(Task::Tell(Arc::clone(connection), frame));
        if let Err(TrySendError::Full(task) | TrySendError::Disconnected(task)) = refused
            && let Task::Tell(connection, frame) = task
        {
            connection.outbox.push(frame);
        }
    }

    /// Sets whom a connection watches.
    pub fn watch(&self, connection: &Arc<Connection>, people: &[UserId]) {
        self.index().watch(connection, people);
    }

    /// Of those whom a connection watches, keeps only those that it was found to know.
    pub fn keep_watching(&self, connection: &Arc<Connection>, known: &[Chosen]) {
        self.index().watch_only(connection, |user| known.iter().any(|chosen| chosen.user_id == user));
    }

    /// How those watched look, given what the store says they chose.
    pub fn settle(&self, stored: Vec<Chosen>) -> Vec<Status> {
        self.index().settle(stored, Timestamp::settled())
    }

    /// How people look to others, given what the store says they chose.
    pub fn statuses(&self, stored: &[Chosen]) -> Vec<Status> {
        let now = Timestamp::settled();
        let index = self.index();
        stored.iter().map(|chosen| index.status_of(chosen, now)).collect()
    }

    /// Which of somebody's sessions have a connection open.
    pub fn connected_sessions(&self, user: UserId) -> Vec<SessionId> {
        let index = self.index();
        index.people.get(&user).map(|p| p.connections.iter().map(|c| c.session).collect()).unwrap_or_default()
    }

    /// What is to be noted in the store of people whose presence or devices have changed. At most `most` of them; the
    /// rest comes with the next call.
    pub fn changes(&self, most: usize) -> Vec<ConnectionsOf> {
        let mut index = self.index();
        let settled = |p: &index::Person| p.gone_at.is_none_or(|at| at.elapsed() >= GONE_AFTER);
        let mut changes = Vec::new();
        for (user, person) in &mut index.people {
            let presence = person.presence();
            if changes.len() < most && settled(person) && (person.is_changed || presence != person.noted) {
                person.is_changed = false;
                person.noted = presence;
                let devices = person.connections.iter().map(|c| c.device.clone()).collect();
                changes.push(ConnectionsOf { user: *user, presence, devices });
            }
        }
        changes
    }

    /// The changes were noted: tells those who watch, and forgets who has gone.
    pub fn noted(&self, people: Vec<Chosen>) {
        let (now, mut deliveries) = (Timestamp::settled(), Deliveries::default());
        let mut index = self.index();
        for chosen in people {
            if let Some(person) = index.people.get_mut(&chosen.user_id) {
                person.chosen.last_seen = chosen.last_seen;
            }
            index.forget_person(chosen.user_id);
            index.tell(&chosen, now, &mut deliveries);
        }
        drop(index);
        deliveries.send_now();
    }

    /// The changes could not be noted: they come again with the next call of [`Hub::changes`].
    pub fn not_noted(&self, people: &[UserId]) {
        let mut index = self.index();
        for user in people {
            if let Some(person) = index.people.get_mut(user) {
                person.is_changed = true;
            }
        }
    }

    /// Pings every connection and ends those that are dead. Called once in each [`HEARTBEAT`].
    pub fn beat(&self) {
        let (ping, mut deliveries) = (ForMany::new(Frame::reply(encode::ping())), Deliveries::default());
        let index = self.index();
        let (dead, alive): (Vec<_>, Vec<_>) = index.connections().partition(|connection| connection.is_dead());
        dead.iter().for_each(|connection| connection.outbox.end(Goodbye::FellBehind));
        alive.iter().for_each(|connection| connection.pinged());
        deliveries.add_all(alive.into_iter(), &ping);
        drop(index);
        deliveries.send_now();
    }

    /// Tells every client that the server is stopping, and waits for the hub's thread.
    pub fn close(&self) {
        let thread = lock(&self.thread).take();
        if let Some(thread) = thread {
            let _ = self.inlet.send(Task::Stop);
            if thread.join().is_err() {
                tracing::error!("the hub ended by a panic");
            }
        }
        end_after_all(shares(self.index().connections()), Goodbye::Stopping);
    }
}

/// Where somebody is writing.
#[derive(Clone, Copy, Debug)]
pub enum TypingAt {
    Group(GroupId),
    Direct { id: DirectId, other: UserId },
}

/// What is noted of somebody's connections.
pub struct ConnectionsOf {
    pub user: UserId,
    pub presence: Presence,
    pub devices: Vec<Device>,
}

/// A connection's place among those of its address; given back when dropped.
pub struct Admission {
    addresses: Arc<Mutex<Addresses>>,
    key: IpAddr,
}

impl Drop for Admission {
    fn drop(&mut self) {
        let mut addresses = lock(&self.addresses);
        addresses.in_all -= 1;
        if let Some(count) = addresses.from.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                addresses.from.remove(&self.key);
            }
        }
    }
}

/// What counts as one address: an IPv6 network of 64 bits belongs to one household.
pub fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6(std::net::Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 => v4,
    }
}

/// A panic while a lock was held must not take the hub down with it; the index is changed in steps that each leave it whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The hub's thread: one batch after the other, in the order of commit.
fn fan_out(index: &Mutex<Index>, tasks: &Receiver<Task>) {
    while let Ok(task) = tasks.recv() {
        match task {
            Task::Committed(events) => fan_out_batch(index, &events),
            Task::Tell(connection, frame) => {
                let mut deliveries = Deliveries::default();
                deliveries.add_all(std::iter::once(&connection), &ForMany::for_one(frame));
                deliveries.send();
            }
            Task::Stop => return,
        }
    }
}

fn fan_out_batch(index: &Mutex<Index>, events: &[Committed]) {
    let frames: Vec<Option<ForMany>> = events.iter().map(frame).collect();
    let mut deliveries = Deliveries::default();
    let mut index = lock(index);
    for (committed, frame) in events.iter().zip(frames) {
        index.apply(committed);
        if let Some(frame) = frame {
            index.offer(&committed.scope, &frame, &mut deliveries);
        }
        if let Event::MyStatus { chosen, .. } = &committed.event {
            index.tell(chosen, Timestamp::settled(), &mut deliveries);
        }
    }
    drop(index);
    deliveries.send();
}

fn frame(committed: &Committed) -> Option<ForMany> {
    let bytes = encode::event(committed);
    if bytes.is_none() {
        tracing::error!(kind = committed.event.kind(), seq = committed.seq, "an event could not be encoded");
    }
    Some(ForMany::new(Frame { seq: committed.seq, bytes: bytes?, is_fleeting: false }))
}
