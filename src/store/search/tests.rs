//! The index held against reading everything: whatever was said, edited and deleted, the same is found.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::tz::Offset;
use proptest::prelude::*;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::super::access::{Asker, searcher};
use super::super::db::{Tx, WriteTx};
use super::*;
use crate::domain::search::words;
use crate::domain::{MessageId, SessionId, Timestamp};

/// What is said, and the names of files and answers of polls; and what is looked for in it.
const SAID: [&str; 12] = [
    "the vent is open",
    "The vents, Straße",
    "an event prevented",
    "在東京都庁で",
    "東京 and 都庁",
    "see https://example.org/greenhouse",
    "greenhouse",
    "Gewächshaus am Hang",
    "don't vent",
    "the the the",
    "🌱 grow",
    "",
];
const ASKED: [&str; 22] = [
    "vent",
    "\"vent\"",
    "the vent",
    "\"the vents\"",
    "event",
    "house",
    "haus",
    "ghau",
    "東京",
    "京都",
    "庁",
    "strasse",
    "has:link",
    "from:ben the",
    "is:thread vent",
    "has:file",
    "has:file vent",
    "has:image",
    "has:poll",
    "is:saved",
    "is:saved vent",
    "don't",
];

/// Of message `?1`: a file of the name `?2`, a poll with this answer, neither of them, and that user `?4` saved it.
const NAME: [&str; 3] = [
    "INSERT INTO blobs (sha256, size_bytes, kind, mime_type, thumbnail, created_at)
     VALUES (zeroblob(32), 1, 'other', 'x', 'none', 1) ON CONFLICT DO NOTHING",
    "INSERT INTO files (id, uploader_id, sha256, name, size_bytes, created_at) SELECT ?1, ?4, zeroblob(32), ?2, 1, 1
      WHERE ?2 <> '' AND NOT EXISTS (SELECT 1 FROM files WHERE id = ?1)",
    "INSERT INTO attachments (message_id, position, file_id, group_id, kind)
     SELECT m.id, 1, f.id, m.group_id, ?3 FROM messages m JOIN files f ON f.id = m.id WHERE m.id = ?1
         ON CONFLICT DO NOTHING",
];
const OFFER: [&str; 3] = [
    "INSERT INTO polls (message_id, is_multiple, is_anonymous) VALUES (?1, 0, 0) ON CONFLICT DO NOTHING",
    "UPDATE messages SET has_poll = TRUE WHERE id = ?1",
    "INSERT INTO poll_options (message_id, id, position, text) SELECT ?1, 1, 1, ?2 WHERE ?2 <> ''
         ON CONFLICT DO UPDATE SET text = ?2",
];
const STRIP: [&str; 3] = [
    "DELETE FROM attachments WHERE message_id = ?1",
    "DELETE FROM polls WHERE message_id = ?1",
    "UPDATE messages SET has_poll = FALSE WHERE id = ?1",
];
const SAVE: [&str; 1] = ["INSERT INTO saved_messages (user_id, message_id, saved_at)
     SELECT ?4, m.id, m.seq FROM messages m WHERE m.id = ?1 ON CONFLICT DO NOTHING"];

struct House {
    conn: Connection,
    said: Vec<MessageId>,
}

fn id(n: u128) -> Vec<u8> {
    Uuid::from_u128(n).as_bytes().to_vec()
}

const PLACES: u128 = 4;

impl House {
    /// Ada (1) and Ben (2), Ada's session (9), and groups 11 to 14, of which Ada is in the first three.
    fn new() -> Self {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(include_str!("../../../schema.sql")).unwrap();
        for (n, name) in [(1, "ada"), (2, "ben")] {
            let user = "INSERT INTO users (id, name, name_key, username, password, created_at, updated_at) VALUES (?1, ?2, ?2, ?2, '', 1, 1)";
            conn.execute(user, params![id(n), name]).unwrap();
        }
        let session = "INSERT INTO sessions (id, user_id, token_hash, user_agent, address, created_at, last_active_at, password_at, expires_at)
                       VALUES (?1, ?2, zeroblob(32), '', '', 1, 1, 1, 9e15)";
        conn.execute(session, params![id(9), id(1)]).unwrap();
        conn.execute(
            "INSERT INTO workspaces (id, name, slug, owner_id, created_at) VALUES (?1, 'w', 'w', ?2, 1)",
            params![id(20), id(1)],
        )
        .unwrap();
        for n in [1, 2] {
            let member =
                "INSERT INTO workspace_members (workspace_id, user_id, role, joined_at) VALUES (?1, ?2, 'member', 1)";
            conn.execute(member, params![id(20), id(n)]).unwrap();
        }
        for n in 0..PLACES {
            let group = "INSERT INTO groups (id, workspace_id, name, name_key, created_at) VALUES (?1, ?2, ?3, ?3, 1)";
            conn.execute(group, params![id(11 + n), id(20), format!("g{n}")]).unwrap();
            if n + 1 < PLACES {
                let member = "INSERT INTO group_members (id, user_id, group_id, joined_at) VALUES (?1, ?2, ?3, 1)";
                conn.execute(member, params![id(40 + n), id(1), id(11 + n)]).unwrap();
            }
        }
        Self { conn, said: Vec::new() }
    }

    /// Does `work` and what it has noted for the index, as the writer does.
    fn write<T>(&self, work: impl FnOnce(&WriteTx<'_>) -> T) -> T {
        self.conn.execute_batch("BEGIN").unwrap();
        let tx = WriteTx::new(&self.conn);
        let done = work(&tx);
        let (_, changes) = tx.into_parts();
        apply(&WriteTx::new(&self.conn), changes).unwrap();
        self.conn.execute_batch("COMMIT").unwrap();
        done
    }

    /// A reply goes where the first message is now.
    fn insert(&mut self, place: u128, by_ben: bool, reply: bool, text: &str, is_indexed: bool) {
        let n = self.said.len() as u128;
        let (message, root) = (id(1000 + n), (reply && n > 0).then(|| id(1000)));
        let in_thread = root.is_some().then_some(i64::try_from(n).unwrap());
        let place = if root.is_some() { self.first_place() } else { place };
        let sql = "INSERT INTO messages (id, group_id, sender_id, client_id, ordinal, content, created_at, thread_root_id, thread_ordinal)
                   VALUES (?1, ?2, ?3, ?1, ?4, ?5, ?4, ?6, ?7)";
        let ordinal = i64::try_from(n + 1).unwrap();
        let sender = id(if by_ben { 2 } else { 1 });
        self.conn.execute(sql, params![message, id(11 + place), sender, ordinal, text, root, in_thread]).unwrap();
        let seq = self.conn.last_insert_rowid();
        let id = MessageId::from_uuid(Uuid::from_u128(1000 + n));
        self.said.push(id);
        if is_indexed {
            self.write(|tx| learn(tx, seq));
        }
    }

    fn change(&self, n: usize, sql: &str, text: &str, is_gone: bool) {
        let Some(id) = self.said.get(n) else { return };
        self.write(|tx| {
            forget(tx, *id).unwrap();
            self.conn.execute(sql, params![id.uuid().as_bytes().to_vec(), text]).unwrap();
            if !is_gone {
                learn_again(tx, *id).unwrap();
            }
        });
    }

    /// Which of the places the first message is in.
    fn first_place(&self) -> u128 {
        let sql = "SELECT group_id FROM messages WHERE id = ?1";
        let group: Vec<u8> = self.conn.query_row(sql, [id(1000)], |row| row.get(0)).unwrap();
        Uuid::from_slice(&group).unwrap().as_u128() - 11
    }

    /// Takes the first message elsewhere, and its replies with it.
    fn take_to(&self, place: u128) {
        if self.said.is_empty() || self.first_place() == place {
            return;
        }
        let ordinal =
            self.conn.query_row("SELECT count(*) FROM post_moves", [], |row| row.get::<_, i64>(0)).unwrap() + 1_000;
        let note = "INSERT INTO post_moves (message_id, from_group_id, from_ordinal, to_group_id, to_ordinal, moved_by, moved_at)
                    SELECT id, group_id, ordinal, ?1, ?2, ?3, 1 FROM messages WHERE id = ?4";
        self.conn.execute(note, params![id(11 + place), ordinal, id(1), id(1000)]).unwrap();
        self.write(|tx| {
            forget(tx, self.said[0]).unwrap();
            let go = "UPDATE messages SET group_id = ?1, ordinal = ?2 WHERE id = ?3";
            self.conn.execute(go, params![id(11 + place), ordinal, id(1000)]).unwrap();
            learn_again(tx, self.said[0]).unwrap();
        });
    }

    /// Changes what a message has besides its text.
    fn dress(&self, n: usize, sql: &[&str], text: &str, is_picture: bool) {
        let Some(message) = self.said.get(n) else { return };
        self.write(|tx| {
            forget(tx, *message).unwrap();
            let bytes = message.uuid().as_bytes().to_vec();
            let kind = if is_picture { "image" } else { "text" };
            for sql in sql {
                let mut statement = self.conn.prepare(sql).unwrap();
                let all: [&dyn rusqlite::ToSql; 4] = [&bytes, &text, &kind, &id(1)];
                statement.execute(&all[..statement.parameter_count()]).unwrap();
            }
            learn_again(tx, *message).unwrap();
        });
    }

    fn edit(&self, n: usize, text: &str) {
        self.change(n, "UPDATE messages SET content = ?2 WHERE id = ?1 AND deleted_at IS NULL", text, false);
    }

    fn delete(&self, n: usize) {
        self.change(n, "UPDATE messages SET content = ?2, deleted_at = 5 WHERE id = ?1", "", true);
    }

    fn find(&self, typed: &str, sort: Sort, limit: usize, rows: usize) -> Vec<MessageId> {
        let tx = Tx::new(&self.conn);
        let asker =
            Asker { user: UserId::from_uuid(Uuid::from_u128(1)), session: SessionId::from_uuid(Uuid::from_u128(9)) };
        let searcher = searcher(&tx, asker).unwrap();
        let query = Query::parse(typed, Timestamp::now(), Offset::UTC).unwrap();
        let budget = Budget { rows, time: Duration::from_secs(60) };
        let (mut from, mut all) = (Position::START, Vec::new());
        loop {
            let hits = find(&tx, &searcher, &query, sort, from, limit, budget).unwrap();
            assert!(hits.hits.len() <= limit);
            all.extend(hits.hits.into_iter().map(|hit| hit.message.id));
            match hits.next {
                Some(next) => from = next,
                None => return all,
            }
        }
    }

    /// What reading everything finds, in the order in which it is told: the newest first, what is inside of words last.
    fn read(&self, typed: &str) -> Vec<MessageId> {
        let query = Query::parse(typed, Timestamp::now(), Offset::UTC).unwrap();
        // What is saved stands in rows of its own, and is found whether the index has come to it or not.
        let is_of_rows = query.having.contains(&Having::Saved);
        let unread = if is_of_rows { 0 } else { progress(&Tx::new(&self.conn)).unwrap().unread_below };
        let sql = "SELECT m.id, m.content, m.sender_id = ?1, m.thread_root_id IS NOT NULL, o.text, f.name, f.name IS NOT NULL,
                          a.kind IS 'image', m.has_poll, s.saved_at IS NOT NULL
                     FROM messages m
                     LEFT JOIN messages r ON r.id = m.thread_root_id
                     LEFT JOIN poll_options o ON o.message_id = m.id
                     LEFT JOIN attachments a ON a.message_id = m.id
                     LEFT JOIN files f ON f.id = a.file_id
                     LEFT JOIN saved_messages s ON s.message_id = m.id
                    WHERE m.deleted_at IS NULL AND coalesce(r.group_id, m.group_id) <> ?2 AND m.seq >= ?3
                    ORDER BY m.seq DESC";
        let mut statement = self.conn.prepare(sql).unwrap();
        let rows = statement.query_map(params![id(2), id(10 + PLACES), unread], |row| {
            let (content, answer, file) = (row.get::<_, String>(1)?, row.get(4)?, row.get(5)?);
            let parts: [Option<String>; 3] = [Some(content.clone()), answer, file];
            let having = [
                (Having::Link, content.contains("https://")),
                (Having::Thread, row.get(3)?),
                (Having::File, row.get(6)?),
                (Having::Image, row.get(7)?),
                (Having::Poll, row.get(8)?),
                (Having::Saved, row.get(9)?),
            ];
            let text = parts.into_iter().flatten().collect::<Vec<_>>().join("\n");
            Ok((row.get::<_, Vec<u8>>(0)?, text, row.get::<_, bool>(2)?, having))
        });
        let rows: Vec<_> = rows.unwrap().map(|row| row.unwrap()).collect();
        let hits = |reach| {
            let query = &query;
            rows.iter().filter(move |(_, text, by_ben, having)| {
                query.find(&words(text), reach).is_some()
                    && (query.from.is_empty() || *by_ben)
                    && having.iter().all(|(what, is_so)| *is_so || !query.having.contains(what))
            })
        };
        let first: Vec<Vec<u8>> = hits(Reach::Beginnings).map(|(id, ..)| id.clone()).collect();
        let then: Vec<Vec<u8>> =
            hits(Reach::Insides).map(|(id, ..)| id.clone()).filter(|id| !first.contains(id)).collect();
        first.into_iter().chain(then).map(|id| MessageId::from_uuid(Uuid::from_slice(&id).unwrap())).collect()
    }

    /// Everything is found that should be, in pages of any size, and nothing else; and the index is sound.
    fn is_in_order(&self) {
        for typed in ASKED {
            let expected = self.read(typed);
            for (limit, rows) in [(3, 1), (2, 1000), (100, 1000)] {
                assert_eq!(self.find(typed, Sort::Newest, limit, rows), expected, "{typed} by {limit} of {rows}");
            }
            let best: BTreeSet<MessageId> = self.find(typed, Sort::Best, 3, 1000).into_iter().collect();
            assert_eq!(best, expected.into_iter().collect(), "the best of {typed}");
        }
        self.conn.execute("INSERT INTO message_index (message_index) VALUES ('integrity-check')", []).unwrap();
        assert_eq!(missing(&Tx::new(&self.conn), 1000).unwrap(), [0i64; 0]);
        self.words_are_in_order();
    }

    /// Piece by piece, each word of a segment comes after the one before it.
    fn words_are_in_order(&self) {
        let sql = "SELECT segment_key, first_word, words FROM search_words ORDER BY segment_key, first_word";
        let mut statement = self.conn.prepare(sql).unwrap();
        let mut rows = statement.query([]).unwrap();
        let mut last = (0, String::new());
        while let Some(row) = rows.next().unwrap() {
            let (segment, first, words): (i64, String, String) =
                (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
            for word in words.lines().map(str::to_owned) {
                assert!(word >= first && (segment, word.clone()) > last, "{last:?}, then {segment} {word} in {first}");
                last = (segment, word);
            }
        }
    }

    /// The words of the index, read out of its pages.
    fn bytes(&self) -> String {
        let mut statement = self.conn.prepare("SELECT block FROM message_index_data").unwrap();
        let blocks = statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
        blocks.map(|block| String::from_utf8_lossy(&block.unwrap()).into_owned()).collect()
    }
}

#[derive(Clone, Debug)]
enum Act {
    Say {
        place: u128,
        by_ben: bool,
        reply: bool,
        text: usize,
    },
    Edit(usize, usize),
    Delete(usize),
    Move(u128),
    /// Gives a message a file with this name, or one answer, or takes all of them; or saves it.
    Name(usize, usize, bool),
    Offer(usize, usize),
    Strip(usize),
    Save(usize),
    ReadOlder(u32),
    ReadNew(u32),
    Merge,
}

fn act() -> impl Strategy<Value = Act> {
    let text = 0..SAID.len();
    prop_oneof![
        6 => (0..PLACES, any::<bool>(), any::<bool>(), text.clone())
            .prop_map(|(place, by_ben, reply, text)| Act::Say { place, by_ben, reply, text }),
        2 => (0..60usize, text.clone()).prop_map(|(n, text)| Act::Edit(n, text)),
        1 => (0..60usize).prop_map(Act::Delete),
        1 => (0..PLACES).prop_map(Act::Move),
        1 => (0..60usize, text.clone(), any::<bool>()).prop_map(|(n, text, picture)| Act::Name(n, text, picture)),
        1 => (0..60usize, text.clone()).prop_map(|(n, text)| Act::Offer(n, text)),
        1 => (0..60usize).prop_map(Act::Strip),
        1 => (0..60usize).prop_map(Act::Save),
        1 => (1..9u32).prop_map(Act::ReadOlder),
        1 => (1..9u32).prop_map(Act::ReadNew),
        1 => Just(Act::Merge),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn what_is_found_is_what_reading_everything_finds(
        before in proptest::collection::vec((0..PLACES, any::<bool>(), 0..SAID.len()), 0..30),
        acts in proptest::collection::vec(act(), 1..60),
    ) {
        let mut house = House::new();
        for (place, by_ben, text) in before {
            house.insert(place, by_ben, false, SAID[text], false);
        }
        // As the migration leaves it.
        let progress = "UPDATE search_progress SET unread_below = ?1 + 1, read_up_to = ?1, words_up_to = ?1";
        house.conn.execute(progress, [i64::try_from(house.said.len()).unwrap()]).unwrap();
        for act in acts {
            match act {
                Act::Say { place, by_ben, reply, text } => house.insert(place, by_ben, reply, SAID[text], true),
                Act::Edit(n, text) => house.edit(n, SAID[text]),
                Act::Delete(n) => house.delete(n),
                Act::Move(place) => house.take_to(place),
                Act::Name(n, text, is_picture) => house.dress(n, &NAME, SAID[text], is_picture),
                Act::Offer(n, text) => house.dress(n, &OFFER, SAID[text], false),
                Act::Strip(n) => house.dress(n, &STRIP, "", false),
                Act::Save(n) => house.dress(n, &SAVE, "", false),
                Act::ReadOlder(limit) => drop(house.write(|tx| read_older(tx, limit).unwrap())),
                Act::Merge => drop(house.write(|tx| merge(tx).unwrap())),
                Act::ReadNew(limit) => drop(house.write(|tx| read_new(tx, limit).unwrap())),
            }
        }
        house.is_in_order();
        while house.write(|tx| read_older(tx, 7).unwrap()) {}
        while house.write(|tx| read_new(tx, 7).unwrap()) {}
        house.is_in_order();
    }
}

#[test]
fn what_was_deleted_is_in_no_page_of_the_index() {
    let mut house = House::new();
    for n in 0..40 {
        house.insert(n % 3, false, false, if n == 20 { "xylophonist plays" } else { "somebody plays" }, true);
    }
    house.insert(1, false, false, "zanzibarian plays", true);
    while house.write(|tx| read_new(tx, 100).unwrap()) {}
    assert!(house.bytes().contains("zanzibarian"), "a word is told whole somewhere");
    let words = || {
        house
            .conn
            .query_row("SELECT group_concat(words, '') FROM search_words", [], |row| row.get::<_, String>(0))
            .unwrap()
            .lines()
            .filter(|word| word.starts_with(['x', 'z']))
            .count()
    };
    assert_eq!(words(), 2);

    house.delete(20);
    house.edit(40, "nobody plays");

    for gone in ["xyloph", "ylophonist", "zanzib", "anzibarian"] {
        assert!(!house.bytes().contains(gone), "{gone}");
    }
    assert_eq!(words(), 0);
    house.is_in_order();
}

#[test]
fn words_are_found_by_their_parts_however_many_there_are() {
    let mut house = House::new();
    for n in 0..60 {
        house.insert(n % 2, false, false, &format!("word{}between{n:02}", (n * 7) % 60), true);
        house.write(|tx| read_new(tx, 3).unwrap());
    }
    while house.write(|tx| read_new(tx, 7).unwrap()) {}
    house.words_are_in_order();
    let pieces: i64 = house.conn.query_row("SELECT count(*) FROM search_words", [], |row| row.get(0)).unwrap();
    assert!(pieces > 12, "{pieces}");
    for n in 0..60 {
        let part = format!("etween{n:02}");
        assert_eq!(house.find(&part, Sort::Newest, 9, 99), [house.said[n]], "{part}");
    }
    assert_eq!(house.find("between", Sort::Newest, 100, 1000).len(), 60);
}

#[test]
fn merging_leaves_few_pieces_and_everything_in_them() {
    let mut house = House::new();
    for n in 0..90 {
        house.insert(n % 3, n % 2 == 0, false, &format!("vent {n} is open"), true);
        house.write(|tx| read_new(tx, 9).unwrap());
    }
    let pieces = |house: &House| -> i64 {
        house.conn.query_row("SELECT count(DISTINCT segid) FROM message_index_idx", [], |row| row.get(0)).unwrap()
    };
    let before = pieces(&house);
    let steps = (0..1_000).take_while(|_| house.write(|tx| merge(tx).unwrap())).count();
    assert!(steps < 1_000, "it comes to an end");
    assert!(pieces(&house) < before && pieces(&house) <= 3, "{before} and {}", pieces(&house));
    assert_eq!(house.find("vent", Sort::Newest, 100, 1_000).len(), 90);
    house.is_in_order();
}

#[test]
fn an_entry_that_is_not_there_does_no_harm_when_it_is_taken_away() {
    let mut house = House::new();
    house.insert(0, false, false, "the vent is open", true);
    house.conn.execute("UPDATE messages SET content = 'something else entirely'", []).unwrap();
    house.delete(0);
    house.insert(0, false, false, "the vent is open", true);
    assert_eq!(house.find("\"open\" from:me", Sort::Newest, 9, 99), [house.said[1]]);
}
