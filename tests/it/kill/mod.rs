//! The first promise: an acknowledged write is never lost.
//!
//! People write by REST and through websockets, in groups and in direct conversations, while the server is killed at
//! random moments. What it answered is kept outside of it, and compared after each restart with what it then tells.
//! `PARLOR_KILL_ROUNDS` says how often (20 unless told), `PARLOR_SEED` repeats a run's choices.

mod ledger;
mod readers;
mod writers;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ledger::{Answered, Ledger, Place};
use readers::{Listener, Reader};
use writers::Writer;

use crate::harness::*;

/// No limit but those of the machine, so that much is under way when the server is killed.
const NO_LIMITS: &[(&str, &str)] = &[
    ("PARLOR_LIMITS_MESSAGES_PER_SECOND", "100000"),
    ("PARLOR_LIMITS_MESSAGES_BURST", "1000000"),
    ("PARLOR_LIMITS_FRAMES_PER_SECOND", "100000"),
    ("PARLOR_LIMITS_FRAMES_BURST", "1000000"),
];

/// Most acknowledgements that a round waits for before the kill.
const MOST_ACKNOWLEDGED: usize = 80;

/// Most microseconds between the last of these and the kill: a few commits.
const MOST_MICROSECONDS: usize = 20_000;

/// Who is where.
struct Cast {
    people: Vec<(Person, Vec<Place>)>,
    /// Where nobody of them is.
    closed: Place,
}

impl Cast {
    async fn gather(server: &mut TestServer) -> Self {
        let hall = Place::Group(server.group("hall", &["ada", "ben", "cleo", "dan"]).await);
        let den = Place::Group(server.private_group("den", &["ada", "ben"]).await);
        let closed = Place::Group(server.private_group("closed", &["olive"]).await);
        let direct = Place::Direct(server.direct("ada", "cleo").await);
        server.person("ada").await.post(&direct.path(), json!({ "client_id": new_id(), "content": "hello" })).await;
        let people = vec![
            (server.person("ada").await, vec![hall.clone(), den.clone(), direct.clone()]),
            (server.person("ben").await, vec![hall.clone(), den]),
            (server.person("cleo").await, vec![hall.clone(), direct]),
            (server.person("dan").await, vec![hall]),
        ];
        Self { people, closed }
    }

    fn readers(&self) -> Vec<Reader> {
        self.people.iter().flat_map(|(person, places)| places.iter().map(|p| Reader::new(person, p))).collect()
    }

    /// Everybody writes, by REST and through a websocket.
    fn write(&self, ledger: &Ledger, random: &mut Random) -> Writing {
        let over = Arc::new(AtomicBool::new(false));
        let mut tasks = tokio::task::JoinSet::new();
        for (person, places) in &self.people {
            let mut writer = || Writer {
                person: person.clone(),
                places: places.clone(),
                closed: self.closed.clone(),
                ledger: ledger.clone(),
                random: random.fork(),
                over: Arc::clone(&over),
            };
            tasks.spawn(writer().over_rest());
            tasks.spawn(writer().over_websocket());
        }
        Writing { tasks, over }
    }

    /// Everybody writes until the server is killed, which is once so many have been acknowledged.
    async fn write_until_killed(
        &self,
        server: &mut TestServer,
        ledger: &Ledger,
        listeners: &mut Vec<Listener>,
        random: &mut Random,
    ) {
        let mut listening = tokio::task::JoinSet::new();
        for listener in listeners.drain(..) {
            listening.spawn(listener.listen());
        }
        let writing = self.write(ledger, random);
        ledger.until_acknowledged(1 + random.below(MOST_ACKNOWLEDGED)).await;
        // The one wait in these tests: it is what makes the moment of the kill a random one.
        let a_moment = u64::try_from(random.below(MOST_MICROSECONDS)).unwrap();
        tokio::time::sleep(Duration::from_micros(a_moment)).await;
        server.kill();
        writing.end().await;
        server.start_again();
        listeners.extend(listening.join_all().await);
    }
}

/// Those who are writing.
struct Writing {
    tasks: tokio::task::JoinSet<()>,
    over: Arc<AtomicBool>,
}

impl Writing {
    /// Waits for those who are writing to have their last answer.
    async fn end(self) {
        self.over.store(true, Ordering::Relaxed);
        self.tasks.join_all().await;
    }
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_when_the_server_is_killed() {
    let rounds: usize = std::env::var("PARLOR_KILL_ROUNDS").map_or(20, |rounds| rounds.parse().unwrap());
    let mut random = Random::from_environment();
    let mut server = TestServer::with(NO_LIMITS).await;
    let cast = Cast::gather(&mut server).await;
    let ledger = Ledger::new();
    let mut readers = cast.readers();
    let mut listeners: Vec<Listener> = Vec::new();
    for (person, _) in &cast.people {
        listeners.push(Listener::at_the_present(person, &readers).await);
    }

    for round in 1..=rounds {
        cast.write_until_killed(&mut server, &ledger, &mut listeners, &mut random).await;

        database_is_sound(&server);
        for reader in &mut readers {
            reader.read_on().await;
        }
        everybody_read_the_same(&readers);
        what_was_answered_holds(&ledger, &readers);
        for listener in &mut listeners {
            listener.catch_up().await;
            listener.heard_what_is_there(&readers);
            listener.hears_the_rest_from_any_moment(&mut random).await;
        }
        let doubtful = ledger.in_doubt().len();
        repeat_some(&ledger, &mut random).await;
        println!("round {round}: {} said, {doubtful} in doubt", ledger.all().len());
    }

    for reader in &mut readers {
        reader.read_from_the_start().await;
    }
    everybody_read_the_same(&readers);
    what_was_answered_holds(&ledger, &readers);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_when_the_server_is_told_to_stop_under_load() {
    let mut random = Random::from_environment();
    let mut server = TestServer::with(NO_LIMITS).await;
    let cast = Cast::gather(&mut server).await;
    let ledger = Ledger::new();
    for _ in 0..3 {
        let writing = cast.write(&ledger, &mut random);
        ledger.until_acknowledged(50).await;

        // Others go on writing on the other thread.
        assert_eq!(server.stop(), Some(0));

        writing.end().await;
        server.start_again();
        let mut readers = cast.readers();
        for reader in &mut readers {
            reader.read_on().await;
        }
        what_was_answered_holds(&ledger, &readers);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_taken_while_people_write_is_whole_and_as_new_as_its_beginning() {
    let mut random = Random::from_environment();
    let mut server = TestServer::with(NO_LIMITS).await;
    let cast = Cast::gather(&mut server).await;
    let ledger = Ledger::new();
    let writing = cast.write(&ledger, &mut random);
    ledger.until_acknowledged(50).await;
    let before = ledger.all();

    // Others go on writing on the other thread.
    server.cli(&["backup", "copy.db"]);

    ledger.until_acknowledged(1).await;
    writing.end().await;
    let copy = rusqlite::Connection::open(server.data_dir().with_file_name("copy.db")).unwrap();
    is_sound(&copy);
    let is_there = "SELECT count(*) FROM messages WHERE client_id = ?1";
    for said in before.iter().filter(|said| matches!(said.answered, Answered::Acknowledged(_))) {
        let id = uuid::Uuid::parse_str(&said.client_id).unwrap();
        assert_eq!(copy.query_row(is_there, [id.as_bytes().as_slice()], |row| row.get::<_, i64>(0)).unwrap(), 1);
    }
    let gaps = "SELECT count(*) FROM groups g WHERE message_count <> (SELECT count(*) FROM messages m WHERE m.group_id = g.id)";
    assert_eq!(copy.query_row(gaps, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
}

fn database_is_sound(server: &TestServer) {
    is_sound(&server.database());
}

fn is_sound(database: &rusqlite::Connection) {
    let answer: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(answer, "ok");
    assert!(!database.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap());
}

fn everybody_read_the_same(readers: &[Reader]) {
    for (at, reader) in readers.iter().enumerate() {
        if let Some(other) = readers[..at].iter().find(|other| other.place == reader.place) {
            assert_eq!(reader.messages, other.messages, "{} and {}", reader.person.name, other.person.name);
        }
    }
}

/// Acknowledged: there once, as it was said and as it was answered. Refused: not there. In doubt: at most once.
fn what_was_answered_holds(ledger: &Ledger, readers: &[Reader]) {
    let mut found = std::collections::HashMap::<String, Vec<Value>>::new();
    let mut seen = std::collections::HashSet::new();
    for reader in readers.iter().filter(|reader| seen.insert(reader.place.clone())) {
        for message in &reader.messages {
            found.entry(text(&message["client_id"])).or_default().push(message.clone());
        }
    }
    for said in ledger.all() {
        let there = found.get(&said.client_id).map_or(&[][..], Vec::as_slice);
        match &said.answered {
            Answered::Acknowledged(message) => {
                assert_eq!(there, std::slice::from_ref(message), "{said:?}");
                assert_eq!(message["content"], said.content.as_str());
                assert_eq!(message["sender_id"], said.sender.id.as_str());
                assert_eq!(Place::of(message), said.place);
            }
            Answered::Refused => assert!(there.is_empty(), "{said:?} is there: {there:?}"),
            Answered::InDoubt => assert!(there.len() <= 1, "{said:?} is there more than once: {there:?}"),
        }
    }
}

/// People send again most of what they had no answer for, with the same `client_id`.
async fn repeat_some(ledger: &Ledger, random: &mut Random) {
    for said in ledger.in_doubt() {
        if random.once_in(4) {
            continue;
        }
        let input = json!({ "client_id": said.client_id, "content": said.content });
        let answer = said.sender.post(&said.place.path(), input).await;
        match answer.status {
            201 => ledger.acknowledged(&said.client_id, &answer.body["message"]),
            _ => ledger.refused(&said.client_id),
        }
    }
}
