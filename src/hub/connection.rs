//! One open websocket, as the hub knows it.

use std::sync::atomic::{AtomicI64, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde::Serialize;

use super::delivery::SocketThread;
use super::outbox::{Bound, Outbox};
use crate::domain::{Presence, SessionId, Timestamp, UserId};

/// A device that was active more recently than this is here.
const IDLE_AFTER: Duration = Duration::from_secs(5 * 60);

/// A device that was not active for this long is away.
const AWAY_AFTER: Duration = Duration::from_secs(30 * 60);

/// A connection from which nothing was heard for this long is dead.
const DEAD_AFTER: Duration = Duration::from_secs(60);

/// What a person sees of one of their devices.
#[derive(Clone, Debug, Serialize)]
pub struct Device {
    pub session_id: SessionId,
    pub user_agent: String,
    pub address: String,
    pub since: Timestamp,
}

/// An open connection.
pub struct Connection {
    pub number: u64,
    pub user: UserId,
    pub session: SessionId,
    pub device: Device,
    pub outbox: Arc<Outbox>,
    /// That of its socket.
    pub thread: Option<SocketThread>,
    /// Both sides may send compressed messages.
    pub has_deflate: bool,
    /// Whose presence it shows.
    pub watching: Mutex<Vec<UserId>>,
    born: Instant,
    /// Milliseconds after `born` when the person last did something there.
    active_at: AtomicI64,
    /// Milliseconds after `born` when anything was last heard from it.
    heard_at: AtomicI64,
    /// Pings since then.
    unanswered_pings: AtomicU32,
}

impl Connection {
    pub fn new(
        user: UserId,
        device: Device,
        bound: Bound,
        thread: Option<SocketThread>,
        has_deflate: bool,
    ) -> Arc<Self> {
        static NUMBERS: AtomicU64 = AtomicU64::new(1);
        Arc::new(Self {
            number: NUMBERS.fetch_add(1, Ordering::Relaxed),
            user,
            session: device.session_id,
            device,
            outbox: Outbox::held(bound),
            thread,
            has_deflate,
            watching: Mutex::default(),
            born: Instant::now(),
            active_at: AtomicI64::new(0),
            heard_at: AtomicI64::new(0),
            unanswered_pings: AtomicU32::new(0),
        })
    }

    fn age_ms(&self) -> i64 {
        i64::try_from(self.born.elapsed().as_millis()).unwrap_or(i64::MAX)
    }

    /// Something came from the client.
    pub fn heard(&self) {
        self.heard_at.store(self.age_ms(), Ordering::Relaxed);
        self.unanswered_pings.store(0, Ordering::Relaxed);
    }

    /// The person did something (`true`), or has left the device (`false`).
    pub fn set_activity(&self, active: bool) {
        let idle_ms = i64::try_from(IDLE_AFTER.as_millis()).unwrap_or(i64::MAX);
        let at = if active { self.age_ms() } else { self.age_ms().saturating_sub(idle_ms) };
        self.active_at.store(at, Ordering::Relaxed);
    }

    /// Whether the line must be taken for dead, before it is pinged once more.
    pub fn is_dead(&self) -> bool {
        let silent = since(self.age_ms(), self.heard_at.load(Ordering::Relaxed));
        is_dead(silent, self.unanswered_pings.load(Ordering::Relaxed))
    }

    /// The client has been pinged.
    pub fn pinged(&self) {
        self.unanswered_pings.fetch_add(1, Ordering::Relaxed);
    }

    /// What this device alone says about the person.
    pub fn presence(&self) -> Presence {
        let inactive = since(self.age_ms(), self.active_at.load(Ordering::Relaxed));
        if inactive < IDLE_AFTER {
            Presence::Online
        } else if inactive < AWAY_AFTER {
            Presence::Idle
        } else {
            Presence::Away
        }
    }
}

/// Silence alone proves nothing: a process that was frozen, with the machine or by a signal, has heard from nobody. Two
/// pings that had the time to be answered do.
fn is_dead(silent: Duration, unanswered_pings: u32) -> bool {
    silent > DEAD_AFTER && unanswered_pings >= 2
}

fn since(now_ms: i64, at_ms: i64) -> Duration {
    Duration::from_millis(u64::try_from(now_ms.saturating_sub(at_ms)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_silent_after_two_pings_is_dead_but_not_who_could_not_be_heard() {
        let minute = Duration::from_secs(60);
        assert!(is_dead(minute + Duration::from_secs(1), 2));
        assert!(!is_dead(minute, 2));
        // The whole process was frozen: nobody had the time to answer.
        assert!(!is_dead(10 * minute, 1));
    }

    #[test]
    fn a_device_that_was_left_is_idle_at_once_and_online_again_when_it_is_used() {
        let id = uuid::Uuid::nil();
        let device = Device {
            session_id: SessionId::from_uuid(id),
            user_agent: String::new(),
            address: String::new(),
            since: Timestamp::now(),
        };
        let connection = Connection::new(UserId::from_uuid(id), device, Bound { frames: 1, bytes: 1 }, None, false);
        assert_eq!(connection.presence(), Presence::Online);
        connection.set_activity(false);
        assert_eq!(connection.presence(), Presence::Idle);
        connection.set_activity(true);
        assert_eq!(connection.presence(), Presence::Online);
    }
}
