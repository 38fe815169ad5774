//! Whether each list that the server gives takes as long among ten million messages as among ten thousand.

mod furnish;

use std::time::Duration;

use uuid::Uuid;

use super::Bench;
use super::history::{self, id_of};
use crate::Result;
use crate::house::{House, Layout, Person};
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

/// A forum group in which one post is written for each hundred messages.
const FORUM: Uuid = Uuid::from_u128(0xf0);

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

/// Every list that may grow with what is said. A new one is a line here and rows in `furnish`.
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
    "posts by activity": |_| format!("/groups/{FORUM}/posts?limit=50"), "\"items\":[{";
    "posts by date": |_| format!("/groups/{FORUM}/posts?limit=50&sort=date"), "\"items\":[{";
    "files of a group": |at| format!("/groups/{}/files?limit=50", at.me.group), "\"items\":[{";
    "images of a group": |at| format!("/groups/{}/files?limit=50&kind=image", at.me.group), "\"items\":[{";
    "own files": |_| "/me/files?limit=50".to_owned(), "\"items\":[{";
    "saved": |_| "/saved?limit=50".to_owned(), "\"items\":[{";
    "reminders": |_| "/reminders".to_owned(), "\"items\":[{";
    "drafts": |_| "/drafts".to_owned(), "\"items\":[{";
    "scheduled": |_| "/scheduled".to_owned(), "\"items\":[{";
    "messages by id": |at| format!("/messages?ids={},{}", id_of(at.number), id_of(LONG_THREAD)), "\"messages\":[{";
    "invites": |at| format!("/groups/{}/invites", at.me.group), "\"items\":[{";
    "sessions": |_| "/sessions".to_owned(), "\"items\":[{";
};

/// # Errors
/// When a list is empty, or takes longer the more there is.
pub async fn run(bench: &Bench, args: &Args) -> Result<Report> {
    let mut report = Report::new("lists: over one kept HTTP connection; medians, less that of GET /me");
    let house = House::build(&bench.binary, &bench.around, PEOPLE, Layout::Together).await?;
    furnish::once(&mut house.database()?, &house.people)?;
    let mut there = 0;
    let mut first: Option<Vec<f64>> = None;
    let mut grown = Vec::new();
    for count in &args.messages {
        let mut conn = house.database()?;
        history::load(&mut conn, &house.people, there..*count, bench.text_bytes)?;
        furnish::more(&mut conn, &house.people, there, *count)?;
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
