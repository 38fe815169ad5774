//! Whether a page of history takes as long among a million messages as among ten thousand.

use std::time::Duration;

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::Bench;
use crate::Result;
use crate::floor::page;
use crate::house::{House, Layout, Person, text};
use crate::http::Http;
use crate::index;
use crate::report::{Case, Report};
use crate::stats::Latencies;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Messages in the group, growing; 10,000,000 takes a few minutes and 5 GB
    #[arg(long, value_delimiter = ',', default_values_t = [10_000, 100_000, 1_000_000])]
    messages: Vec<u64>,
    /// Pages of each kind that are asked for
    #[arg(long, default_value_t = 2_000)]
    pages: u64,
}

/// People who talk in the group.
const PEOPLE: usize = 50;

/// The first message was said at the beginning of 2020, and then one each second.
const FIRST_MS: u64 = 1_577_836_800_000;

/// A page may be this much slower among the most messages than among the fewest, and by at least [`SLACK_MS`], before
/// the run fails: the machine's other work must not fail it, and a scan must.
const MOST_GROWTH: f64 = 2.0;
const SLACK_MS: f64 = 0.3;

/// # Errors
/// When pages are not as expected, or take longer the more there is.
pub async fn run(bench: &Bench, args: &Args) -> Result<Report> {
    let mut report = Report::new("history: pages of 50, over one kept HTTP connection; times less those of GET /me");
    let house = House::build(&bench.binary, &bench.around, PEOPLE, Layout::Together).await?;
    let mut there = 0;
    let mut first = None;
    for count in &args.messages {
        load(&mut house.database()?, &house.people, there..*count, bench.text_bytes)?;
        there = *count;
        let case = measure(&house, there, args.pages).await?;
        let random = case.value("random page ms").unwrap_or(0.0);
        let least = *first.get_or_insert(random);
        if random > least * MOST_GROWTH && random > least + SLACK_MS {
            return Err(format!("a page takes {least} ms at first and {random} ms among {there} messages").into());
        }
        report.add(case);
    }
    Ok(report)
}

/// Puts messages into the first person's group, as if they had been said long ago.
///
/// # Errors
/// When the tables are not as expected.
pub fn load(conn: &mut Connection, people: &[Person], numbers: std::ops::Range<u64>, text_bytes: usize) -> Result<()> {
    conn.execute_batch("PRAGMA journal_mode = OFF")?;
    let group = people[0].group;
    let tx = conn.transaction()?;
    {
        let mut insert = tx.prepare(
            "INSERT INTO messages (id, group_id, sender_id, client_id, ordinal, content, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        for number in numbers.clone() {
            let id = id_of(number);
            insert.execute(params![
                id.as_bytes(),
                group.as_bytes(),
                people[usize::try_from(number)? % people.len()].id.as_bytes(),
                Uuid::new_v4().as_bytes(),
                number as i64 + 1,
                text(number, text_bytes),
                (FIRST_MS + number * 1000) as i64
            ])?;
        }
    }
    tx.execute("UPDATE groups SET message_count = ?1 WHERE id = ?2", params![numbers.end as i64, group.as_bytes()])?;
    tx.commit()?;
    // Nobody looks for these; the server must not be busy with them.
    index::complete(conn)
}

/// The id of a message that was loaded: a UUIDv7 that can be worked out.
pub(super) fn id_of(number: u64) -> Uuid {
    let stamp = u128::from(FIRST_MS + number * 1000) << 80;
    Uuid::from_u128(stamp | (7 << 76) | (2 << 62) | u128::from(number))
}

async fn measure(house: &House, there: u64, pages: u64) -> Result<Case> {
    let server = house.open()?;
    let person = &house.people[0];
    let mut http = Http::connect(server.address, Some(&person.token)).await?;
    let newest = format!("/groups/{}/messages?limit=50", person.group);
    let (mut trivial, mut newest_took, mut random_took) =
        (Latencies::default(), Latencies::default(), Latencies::default());
    let most = there.min(50);
    for round in 0..pages {
        trivial.note(fetch(&mut http, "/me", None).await?);
        newest_took.note(fetch(&mut http, &newest, Some(there - most)).await?);
        let before = place(round, there);
        let path = format!("{newest}&before={}", id_of(before));
        random_took.note(fetch(&mut http, &path, Some(before.saturating_sub(50))).await?);
    }
    let rss = server.process().rss_kib()?;
    server.stop()?;
    let conn = house.database()?;
    let bare = page::run(&conn, person.group, (0..pages).map(|round| place(round, there) as i64 + 1))?;
    let less = |of: &Latencies, part: f64| of.quantile_ms(part) - trivial.quantile_ms(part);
    let random = less(&random_took, 0.5);
    Ok(Case::new(format!("{there} messages"))
        .figure("times the bare query", random / bare.quantile_ms(0.5))
        .figure("random page ms", random)
        .figure("newest page ms", less(&newest_took, 0.5))
        .figure("bare query ms", bare.quantile_ms(0.5))
        .figure("whole request, random, p50 ms", random_took.quantile_ms(0.5))
        .figure("whole request, random, p99 ms", random_took.quantile_ms(0.99))
        .figure("GET /me, p50 ms", trivial.quantile_ms(0.5))
        .figure("server RSS MiB", rss / 1024.0)
        .figure("database MiB", std::fs::metadata(house.database_file())?.len() as f64 / 1_048_576.0))
}

/// A place in the history, all over it in an order that nothing can guess: multiples of a prime.
pub(super) fn place(round: u64, there: u64) -> u64 {
    1 + (round * 2_654_435_761) % (there - 1)
}

/// One request; `first` is the number of the oldest message that must be on the page.
async fn fetch(http: &mut Http, path: &str, first: Option<u64>) -> Result<u64> {
    let answer = tokio::time::timeout(Duration::from_secs(30), http.get(path)).await??;
    if answer.status != 200 {
        return Err(format!("{path}: {} {}", answer.status, String::from_utf8_lossy(answer.body)).into());
    }
    if let Some(first) = first {
        let id = crate::ws::string_after(answer.body, b"\"id\":\"").ok_or("an empty page")?;
        if id != id_of(first).to_string() {
            return Err(format!("{path} begins with {id}").into());
        }
    }
    Ok(answer.took_ns)
}
