//! Whether each list that the server gives takes as long among ten million messages as among ten thousand.

use std::time::Duration;

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::Bench;
use super::history::{self, id_of};
use crate::Result;
use crate::house::{House, Layout, Person, now_ms};
use crate::http::Http;
use crate::report::{Case, Report};
use crate::stats::Latencies;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Messages in the group, growing; 10,000,000 takes some minutes and 6 GB
    #[arg(long, value_delimiter = ',', default_values_t = [10_000, 100_000, 1_000_000])]
    messages: Vec<u64>,
    /// How often each list is asked for
    #[arg(long, default_value_t = 500)]
    rounds: u64,
    /// Say what has grown, and do not fail for it
    #[arg(long)]
    tolerant: bool,
}

/// People who talk in the group.
const PEOPLE: usize = 120;

/// A list may be this much slower among the most messages than among the fewest, and by at least [`SLACK_MS`], before
/// the run fails: the machine's other work must not fail it, and a scan must.
const MOST_GROWTH: f64 = 2.0;
const SLACK_MS: f64 = 0.5;

/// The message with a thread of one reply for each hundred messages, and the one that was edited fifty times.
const LONG_THREAD: u64 = 1;
const MUCH_EDITED: u64 = 2;

/// A list: its figure, the figure's ratio to the first size, where it is, and what begins a page that is not empty.
struct List {
    took: &'static str,
    ratio: &'static str,
    path: fn(&Spot) -> String,
    begins: &'static str,
}

/// What a path is made of.
struct Spot<'a> {
    me: &'a Person,
    /// The number of some message, another in each round.
    number: u64,
}

macro_rules! lists {
    ($($name:literal: $path:expr, $begins:literal;)*) => {
        &[$(List { took: concat!($name, " ms"), ratio: concat!($name, ", times the first"), path: $path, begins: $begins }),*]
    };
}

/// Every list that may grow with what is said. A new one is a line here and rows in [`furnish`].
const LISTS: &[List] = lists! {
    "newest history": |at| format!("/groups/{}/messages?limit=50", at.me.group), "\"messages\":[{";
    "history anywhere": |at| format!("/groups/{}/messages?limit=50&around={}", at.me.group, id_of(at.number)), "\"messages\":[{";
    "bootstrap": |at| format!("/bootstrap?group_id={}", at.me.group), "\"messages\":[{";
    "pins": |at| format!("/groups/{}/pins", at.me.group), "\"messages\":[{";
    "newest replies": |_| format!("/messages/{}/replies?limit=50", id_of(LONG_THREAD)), "\"messages\":[{";
    "edits": |_| format!("/messages/{}/edits", id_of(MUCH_EDITED)), "\"items\":[{";
    "threads": |_| "/threads?limit=50".to_owned(), "\"items\":[{";
    "mentions": |_| "/mentions?limit=50".to_owned(), "\"items\":[{";
    "mentions anywhere": |at| format!("/mentions?limit=50&before={}", id_of(at.number)), "\"items\":[";
    "members": |at| format!("/groups/{}/members?limit=50", at.me.group), "\"items\":[{";
    "users": |_| "/users?limit=50".to_owned(), "\"items\":[{";
    "groups": |_| "/groups".to_owned(), "\"items\":[{";
    "directs": |_| "/directs".to_owned(), "\"items\":[{";
    "invites": |at| format!("/groups/{}/invites", at.me.group), "\"items\":[{";
    "sessions": |_| "/sessions".to_owned(), "\"items\":[{";
};

/// # Errors
/// When a list is empty, or takes longer the more there is.
pub async fn run(bench: &Bench, args: &Args) -> Result<Report> {
    let mut report = Report::new("lists: over one kept HTTP connection; medians, less that of GET /me");
    let house = House::build(&bench.binary, &bench.around, PEOPLE, Layout::Together).await?;
    furnish_once(&mut house.database()?, &house.people)?;
    let mut there = 0;
    let mut first: Option<Vec<f64>> = None;
    let mut grown = Vec::new();
    for count in &args.messages {
        let mut conn = house.database()?;
        history::load(&mut conn, &house.people, there..*count, bench.text_bytes)?;
        furnish(&mut conn, &house.people, there, *count)?;
        drop(conn);
        there = *count;
        let took = measure(&house, there, args.rounds).await?;
        let least = first.get_or_insert_with(|| took.clone());
        let mut case = Case::new(format!("{there} messages"));
        for ((list, took), least) in LISTS.iter().zip(&took).zip(least) {
            case = case.figure(list.took, *took).figure(list.ratio, took / least.max(0.001));
            if *took > *least * MOST_GROWTH && *took > *least + SLACK_MS {
                grown.push(format!("{} {least:.3} -> {took:.3} among {there} messages", list.took));
            }
        }
        report.add(case);
    }
    match grown.is_empty() || args.tolerant {
        true => Ok(report),
        false => Err(format!("{}\nnot flat: {}", report.table(), grown.join("; ")).into()),
    }
}

async fn measure(house: &House, there: u64, rounds: u64) -> Result<Vec<f64>> {
    let server = house.open()?;
    let me = &house.people[0];
    let mut http = Http::connect(server.address, Some(&me.token)).await?;
    let mut trivial = Latencies::default();
    let mut took: Vec<Latencies> = LISTS.iter().map(|_| Latencies::default()).collect();
    for round in 0..rounds {
        trivial.note(fetch(&mut http, "/me", "{").await?);
        let spot = Spot { me, number: history::place(round, there) };
        for (list, took) in LISTS.iter().zip(&mut took) {
            took.note(fetch(&mut http, &(list.path)(&spot), list.begins).await?);
        }
    }
    server.stop()?;
    Ok(took.iter().map(|list| (list.quantile_ms(0.5) - trivial.quantile_ms(0.5)).max(0.0)).collect())
}

/// One request, whose answer must hold these words.
async fn fetch(http: &mut Http, path: &str, words: &str) -> Result<u64> {
    let answer = tokio::time::timeout(Duration::from_secs(60), http.get(path)).await??;
    let holds_them = answer.body.windows(words.len()).any(|found| found == words.as_bytes());
    if answer.status != 200 || !holds_them {
        return Err(format!("{path}: {} {:.300}", answer.status, String::from_utf8_lossy(answer.body)).into());
    }
    Ok(answer.took_ns)
}

/// What does not grow with what is said.
fn furnish_once(conn: &mut Connection, people: &[Person]) -> Result<()> {
    let (me, now) = (&people[0], now_ms());
    let tx = conn.transaction()?;
    tx.execute("UPDATE workspace_members SET role = 'moderator' WHERE user_id = ?1", [me.id.as_bytes()])?;
    for (number, other) in people[1..].iter().enumerate() {
        let (one, two) = if me.id < other.id { (me, other) } else { (other, me) };
        tx.prepare_cached(
            "INSERT INTO direct_conversations (id, user_a_id, user_b_id, created_at, last_message_at)
             VALUES (randomblob(16), ?1, ?2, ?3, ?3)",
        )?
        .execute(params![one.id.as_bytes(), two.id.as_bytes(), now - number as i64])?;
        if number < 40 {
            tx.prepare_cached(
                "INSERT INTO group_invites (id, group_id, code_hash, created_by, created_at, expires_at)
                 VALUES (randomblob(16), ?1, randomblob(32), ?2, ?3, ?3 + 1000000000)",
            )?
            .execute(params![me.group.as_bytes(), me.id.as_bytes(), now])?;
            tx.prepare_cached(
                "INSERT INTO sessions (id, user_id, token_hash, user_agent, address, created_at, last_active_at, password_at, expires_at)
                 VALUES (randomblob(16), ?1, randomblob(32), 'bench', '127.0.0.1', ?2, ?2, ?2, ?2 + 1000000000)",
            )?
            .execute(params![me.id.as_bytes(), now])?;
        }
    }
    tx.commit()?;
    Ok(())
}

/// What hangs on the messages from `after` to `upto`: of each thousand fifty mention the first person, a hundred bear a
/// reaction, ten have a thread of three replies, one of which that person follows, and one is deleted.
fn furnish(conn: &mut Connection, people: &[Person], after: u64, upto: u64) -> Result<()> {
    let (me, group) = (people[0].id, people[0].group);
    let (after, upto) = (i64::try_from(after)?, i64::try_from(upto)?);
    let here = params![group.as_bytes(), after, upto, me.as_bytes()];
    let tx = conn.transaction()?;
    for sql in [
        "INSERT INTO message_mentions (message_id, user_id, group_id, ordinal)
         SELECT id, ?4, group_id, ordinal FROM messages WHERE group_id = ?1 AND ordinal > ?2 AND ordinal <= ?3 AND ordinal % 20 = 0",
        "INSERT INTO message_reactions (message_id, emoji, user_id, created_at)
         SELECT id, '🌱', ?4, created_at FROM messages WHERE group_id = ?1 AND ordinal > ?2 AND ordinal <= ?3 AND ordinal % 10 = 0",
        "INSERT INTO messages (id, group_id, sender_id, client_id, thread_root_id, thread_ordinal, content, created_at)
         SELECT randomblob(16), m.group_id, ?4, randomblob(16), m.id, n.number, 'a reply', m.created_at + n.number
           FROM messages m, (SELECT 1 AS number UNION ALL SELECT 2 UNION ALL SELECT 3) n
          WHERE m.group_id = ?1 AND m.ordinal > ?2 AND m.ordinal <= ?3 AND m.ordinal % 100 = 4",
        "UPDATE messages SET reply_count = 3, last_reply_at = created_at + 3
          WHERE group_id = ?1 AND ordinal > ?2 AND ordinal <= ?3 AND ordinal % 100 = 4 AND ?4 IS NOT NULL",
        "INSERT INTO thread_follows (user_id, thread_root_id, is_following, last_read_ordinal)
         SELECT ?4, id, 1, 1 FROM messages WHERE group_id = ?1 AND ordinal > ?2 AND ordinal <= ?3 AND ordinal % 1000 = 4",
        "UPDATE messages SET deleted_at = created_at, content = ''
          WHERE group_id = ?1 AND ordinal > ?2 AND ordinal <= ?3 AND ordinal % 1000 = 7 AND ?4 IS NOT NULL",
        "UPDATE messages SET pinned_at = created_at, pinned_by = ?4
          WHERE group_id = ?1 AND ordinal > ?2 AND ordinal <= min(?3, 50)",
        // Somebody who was away for some days.
        "UPDATE group_members SET last_read_ordinal = max(0, ?3 - 5000) WHERE group_id = ?1 AND ?2 IS NOT NULL AND user_id = ?4",
    ] {
        tx.execute(sql, here)?;
    }
    long_thread(&tx, people, after / 100, upto / 100)?;
    tx.commit()?;
    Ok(())
}

/// One thread that grows with the group, and one message that is edited again and again.
fn long_thread(tx: &Connection, people: &[Person], after: i64, upto: i64) -> Result<()> {
    let (me, group) = (people[0].id, people[0].group);
    let root = id_of(LONG_THREAD);
    for number in after + 1..=upto {
        tx.prepare_cached(
            "INSERT INTO messages (id, group_id, sender_id, client_id, thread_root_id, thread_ordinal, content, created_at)
             VALUES (randomblob(16), ?1, ?2, ?3, ?4, ?5, 'a reply', ?6)",
        )?
        .execute(params![
            group.as_bytes(),
            me.as_bytes(),
            Uuid::new_v4().as_bytes(),
            root.as_bytes(),
            number,
            now_ms()
        ])?;
    }
    let counted = params![upto, now_ms(), root.as_bytes()];
    tx.execute("UPDATE messages SET reply_count = ?1, last_reply_at = ?2 WHERE id = ?3", counted)?;
    if after == 0 {
        let edited = id_of(MUCH_EDITED);
        for version in 1..=50 {
            tx.execute(
                "INSERT INTO message_edits (message_id, version, content, written_at) VALUES (?1, ?2, 'before', ?3)",
                params![edited.as_bytes(), version, now_ms()],
            )?;
        }
    }
    Ok(())
}
