//! The hub among its callers: what is noted of people, and when.

use std::time::Instant;

use uuid::Uuid;

use super::*;
use crate::domain::people::{Chosen, Shown};

fn hub() -> Hub {
    let outbox = Bound { frames: 16, bytes: 1 << 16 };
    Hub::start(Limits { outbox, per_account: 9, per_address: 9, in_all: 9 }).unwrap()
}

fn ada() -> Chosen {
    let user_id = UserId::from_uuid(Uuid::from_u128(1));
    Chosen { user_id, own: Shown::default(), in_quiet_hours: false, invisible: false, frozen: None, last_seen: None }
}

/// Ada opens a window.
fn come(hub: &Hub) -> Arc<Connection> {
    let device = Device {
        session_id: SessionId::from_uuid(Uuid::from_u128(2)),
        user_agent: String::new(),
        address: String::new(),
        since: Timestamp::now(),
    };
    let connection = hub.connection(ada().user_id, device, None, false);
    let rights = Rights { as_of: 0, groups: Vec::new(), workspaces: Vec::new(), chosen: ada() };
    hub.insert(&connection, rights).unwrap();
    connection
}

/// As if whoever has gone had gone long ago.
fn let_time_pass(hub: &Hub) {
    for person in hub.index().people.values_mut() {
        person.gone_at = person.gone_at.and(Instant::now().checked_sub(GONE_AFTER));
    }
}

fn noted(hub: &Hub) -> Vec<Presence> {
    hub.changes(9).into_iter().map(|change| change.presence).collect()
}

#[test]
fn who_goes_while_their_coming_is_being_noted_is_noted_as_gone_afterwards() {
    let hub = hub();
    let window = come(&hub);
    assert_eq!(noted(&hub), [Presence::Online]);

    hub.remove(&window);
    hub.noted(vec![ada()]);

    let_time_pass(&hub);
    assert_eq!(noted(&hub), [Presence::Offline]);
    hub.noted(vec![ada()]);
    assert!(hub.index().people.is_empty());
}

#[test]
fn who_only_loads_the_page_again_looks_as_before() {
    let hub = hub();
    let window = come(&hub);
    assert_eq!(noted(&hub), [Presence::Online]);
    hub.noted(vec![ada()]);

    hub.remove(&window);
    assert_eq!(hub.statuses(&[ada()])[0].presence, Presence::Online);
    let_time_pass(&hub);
    assert_eq!(hub.statuses(&[ada()])[0].presence, Presence::Offline);
}
