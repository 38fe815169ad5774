//! What a demo is like for who comes in.

use tempfile::TempDir;

use super::*;
use crate::store::{Size, server};

struct Demo {
    store: Store,
    seats: Vec<Seat>,
    _directory: TempDir,
}

fn demo() -> Demo {
    let directory = TempDir::new().unwrap();
    let store = Store::open(directory.path(), Size { readers: 1, write_queue: 16 }, Box::new(drop)).unwrap();
    store.write_and_wait(server::ensure).unwrap();
    let seats = seed(&store, &Passwords::new(1, 0)).unwrap();
    Demo { store, seats, _directory: directory }
}

impl Demo {
    fn asker(&self, seat: &Seat) -> Asker {
        self.store.read_and_wait(|tx| sessions::holder_of(tx, &seat.token.hash())).unwrap().unwrap().asker
    }
}

#[test]
fn everybody_has_a_link_and_lives_in_the_workspace() {
    let demo = demo();
    assert_eq!(demo.seats.len(), 8);
    for seat in &demo.seats {
        let asker = demo.asker(seat);
        let groups =
            demo.store.read_and_wait(|tx| store_groups::of_user(tx, &access::active_user(tx, asker)?)).unwrap();
        assert!(groups.len() >= 4 && groups[0].group.is_primary, "{}", seat.name);
    }
    assert!(matches!(seed(&demo.store, &Passwords::new(1, 0)), Err(Error::Conflict(_))));
}

#[test]
fn every_group_has_a_history_in_order_that_ends_before_now() {
    let demo = demo();
    let ines = demo.asker(&demo.seats[0]);
    let groups = demo.store.read_and_wait(|tx| store_groups::of_user(tx, &access::active_user(tx, ines)?)).unwrap();
    assert_eq!(groups.len(), groups::ROOMS.len());
    for mine in groups {
        let place = Place::Group(mine.group.id);
        let page = demo
            .store
            .read_and_wait(|tx| messages::page(tx, &access::reader(tx, ines, place)?, messages::Stretch::Newest, 200));
        let times: Vec<Timestamp> = page.unwrap().messages.iter().map(|message| message.created_at).collect();
        assert!(times.len() >= 8, "{}", mine.group.name);
        assert!(times.is_sorted() && times.last().is_some_and(|last| *last <= Timestamp::now()));
    }
}

#[test]
fn the_first_person_finds_a_little_to_catch_up_with() {
    let demo = demo();
    let ines = demo.asker(&demo.seats[0]);
    let unread = demo.store.read_and_wait(|tx| {
        let me = access::active_user(tx, ines)?;
        let groups = store_groups::of_user(tx, &me)?;
        let in_groups = groups.iter().map(|mine| mine.group.last_ordinal - mine.membership.last_read_ordinal);
        let directs = directs::of_user(tx, &me)?;
        Ok(in_groups.chain(directs.iter().map(|d| d.last_ordinal - d.last_read_ordinal)).collect::<Vec<_>>())
    });
    let unread = unread.unwrap();
    assert!(unread.contains(&0) && (5..=15).contains(&unread.iter().sum::<i64>()), "{unread:?}");
}

#[test]
fn at_any_hour_of_the_day_nothing_was_said_in_the_future() {
    let midnight = jiff::Zoned::now().start_of_day().unwrap().timestamp();
    let midnight = Timestamp::from_millis(midnight.as_millisecond());
    for minute in (0..24 * 60).step_by(7) {
        let now = midnight.plus(Duration::from_secs(minute * 60));
        let talks = groups::ROOMS.iter().map(|room| room.talk).chain(talk::PAIRS.iter().map(|pair| pair.talk));
        for talk in talks {
            let times: Vec<Timestamp> = dated(now, talk).map(|(at, _)| at).collect();
            assert!(times.is_sorted() && times.iter().all(|at| *at <= now), "{minute} minutes after midnight");
        }
    }
}
