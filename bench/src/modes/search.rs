//! Whether what is looked for is found at once among millions of messages, and whether what one may not see costs nothing.

use std::fs::File;

use rusqlite::{Connection, params};
use serde_json::Value;
use uuid::Uuid;

use super::{Bench, text_of};
use crate::Result;
use crate::floor::lookup;
use crate::house::{House, Layout, Person};
use crate::http::Http;
use crate::index::{self, Index};
use crate::report::{Case, Report};
use crate::stats::Latencies;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Messages in all groups together
    #[arg(long, default_value_t = 5_000_000)]
    messages: u64,
    /// Groups, each with the same number of messages
    #[arg(long, default_value_t = 200)]
    groups: usize,
    /// Groups that the asker is in
    #[arg(long, default_value_t = 20)]
    mine: usize,
    /// Questions of each kind
    #[arg(long, default_value_t = 300)]
    questions: u64,
    /// Only the kinds whose names have this in them
    #[arg(long, value_name = "TEXT", default_value = "")]
    only: String,
}

/// Words that are common and rare as in a language: the second half as often as the first, and so on.
const VOCABULARY: usize = 40_000;

/// The first message was said at the beginning of 2020.
const FIRST_MS: u64 = 1_577_836_800_000;
const STEP_MS: u64 = 30;

/// Messages to a commit while the database is filled.
const LOADED_AT_ONCE: u64 = 50_000;

/// In every third message of groups that the asker is not in, and in no other.
const ELSEWHERE: &str = "elsewhere";

/// What is common elsewhere may take so much longer than what is nowhere before the run fails, and by at least
/// [`SLACK_MS`]: the machine's other work must not fail it.
const MOST_MORE: f64 = 2.0;
const SLACK_MS: f64 = 5.0;

/// # Errors
/// When something is found that should not be, or not found that should; when what cannot be seen costs time.
pub async fn run(bench: &Bench, args: &Args) -> Result<Report> {
    let house = House::build(&bench.binary, &bench.around, args.groups, Layout::Apart).await?;
    let me = &house.people[0];
    let mine = (0..args.mine).map(|n| n * args.groups / args.mine.max(1)).collect::<Vec<_>>();
    let words = Words::new();
    load(&mut house.database()?, &house.people, &mine, &words, args.messages, bench.text_bytes)?;
    // What is measured is asked of memory, also on a system that gives its memory for files away by itself.
    std::io::copy(&mut File::open(house.database_file())?, &mut std::io::sink())?;
    let server = house.open()?;
    let mut http = Http::connect(server.address, Some(&me.token)).await?;
    let mut trivial = Latencies::default();
    for _ in 0..args.questions {
        trivial.note(http.get("/me").await?.took_ns);
    }
    let title =
        format!("search: {} messages in {} groups, {} of them the asker's", args.messages, args.groups, args.mine);
    let mut report = Report::new(title);
    let mut at = Vec::new();
    for kind in Kind::ALL.into_iter().filter(|kind| kind.name().contains(&args.only)) {
        let mut took = Latencies::default();
        let mut asked = Vec::new();
        for round in 0..args.questions {
            let question = kind.question(&words, round);
            took.note(ask(&mut http, kind, &question).await?);
            asked.push(question);
        }
        at.push((kind, took, asked));
    }
    let rss = server.process().rss_kib()? / 1024.0;
    server.stop()?;
    let conn = house.database()?;
    let groups: Vec<Uuid> = mine.iter().map(|n| house.people[*n].group).collect();
    for (kind, took, asked) in &at {
        let mut case = Case::new(kind.name()).latencies(took);
        if let Some(bare) = kind.bare(&conn, &groups, asked)? {
            let less = (took.quantile_ms(0.5) - trivial.quantile_ms(0.5)).max(0.0);
            case = case
                .figure("bare query, p50 ms", bare.quantile_ms(0.5))
                .figure("times the bare query", less / bare.quantile_ms(0.5));
        }
        report.add(case.figure("GET /me, p50 ms", trivial.quantile_ms(0.5)));
    }
    let file = std::fs::metadata(house.database_file())?.len() as f64 / 1_048_576.0;
    let mut database = Case::new("database").figure("MiB", file).figure("server RSS MiB", rss);
    let p50 = |wanted: Kind| at.iter().find(|(kind, ..)| *kind == wanted).map(|(_, took, _)| took.quantile_ms(0.5));
    if let (Some(hidden), Some(nowhere)) = (p50(Kind::Elsewhere), p50(Kind::Nowhere)) {
        if hidden > nowhere * MOST_MORE && hidden > nowhere + SLACK_MS {
            return Err(format!("what is common elsewhere takes {hidden} ms, and what is nowhere {nowhere} ms").into());
        }
        database = database.figure("hidden / nowhere", hidden / nowhere);
    }
    report.add(database);
    Ok(report)
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Common,
    Usual,
    Rare,
    Two,
    Phrase,
    HardPhrase,
    Beginning,
    Start,
    Part,
    FromMe,
    Best,
    Elsewhere,
    Nowhere,
}

impl Kind {
    const ALL: [Self; 13] = [
        Self::Common,
        Self::Usual,
        Self::Rare,
        Self::Two,
        Self::Phrase,
        Self::HardPhrase,
        Self::Beginning,
        Self::Start,
        Self::Part,
        Self::FromMe,
        Self::Best,
        Self::Elsewhere,
        Self::Nowhere,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Common => "a very common word",
            Self::Usual => "a usual word",
            Self::Rare => "a rare word",
            Self::Two => "two words",
            Self::Phrase => "a phrase of two usual words",
            Self::HardPhrase => "a phrase of two very common words",
            Self::Beginning => "four letters of a word",
            Self::Start => "three letters of a word",
            Self::Part => "the inside of a word",
            Self::FromMe => "a common word, by one person",
            Self::Best => "a common word, best first",
            Self::Elsewhere => "a word common where I am not",
            Self::Nowhere => "a word that is nowhere",
        }
    }

    fn question(self, words: &Words, round: u64) -> String {
        let round = usize::try_from(round).unwrap_or(0);
        let word = |from: usize, of: usize| words.0[from + round % of].as_str();
        match self {
            Self::Common => format!("\"{}\"", word(0, 20)),
            Self::Usual => format!("\"{}\"", word(300, 100)),
            Self::Rare => format!("\"{}\"", word(20_000, 15_000)),
            Self::Two => format!("\"{}\" \"{}\"", word(20, 50), word(300, 100)),
            Self::Phrase => format!("\"{} {}\"", word(300, 100), word(310, 90)),
            Self::HardPhrase => format!("\"{} {}\"", word(0, 20), word(5, 30)),
            Self::Beginning => word(1_000, 3_000)[..4].to_owned(),
            Self::Start => word(1_000, 3_000)[..3].to_owned(),
            Self::Part => word(5_000, 5_000)[1..].to_owned(),
            Self::FromMe => format!("\"{}\" from:me", word(0, 20)),
            Self::Best => format!("\"{}\"", word(0, 20)),
            Self::Elsewhere => format!("\"{ELSEWHERE}\""),
            Self::Nowhere => "\"nowhere\"".to_owned(),
        }
    }

    /// The same question, asked of the index alone; only where one question to it is an answer.
    fn bare(self, conn: &Connection, groups: &[Uuid], asked: &[String]) -> Result<Option<Latencies>> {
        match self {
            Self::Common | Self::Usual | Self::Rare | Self::Two | Self::Elsewhere | Self::Nowhere => {
                lookup::run(conn, groups, asked).map(Some)
            }
            _ => Ok(None),
        }
    }
}

/// One question, gone on with until there is a page or nothing more; nanoseconds in all.
async fn ask(http: &mut Http, kind: Kind, question: &str) -> Result<u64> {
    let escaped: String = question
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'0'..=b'9' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect();
    let sort = if kind == Kind::Best { "best" } else { "newest" };
    let (mut took, mut cursor) = (0, String::new());
    loop {
        let answer = http.get(&format!("/search?limit=20&sort={sort}&q={escaped}{cursor}")).await?;
        took += answer.took_ns;
        let page = answer.json(200)?;
        let items = page["items"].as_array().ok_or("an answer without items")?;
        let wanted =
            question.split(['"', ' ']).find(|word| !word.is_empty() && !word.contains(':')).unwrap_or_default();
        for hit in items {
            let content = text_of(&hit["message"]["content"])?;
            if !content.contains(wanted) || content.contains(ELSEWHERE) {
                return Err(format!("{question} found {content:?}").into());
            }
        }
        match (&page["next_cursor"], items.is_empty()) {
            (Value::String(next), true) => cursor = format!("&cursor={next}"),
            (_, is_empty) => {
                let must_be_empty = matches!(kind, Kind::Elsewhere | Kind::Nowhere);
                if kind == Kind::Common && is_empty || must_be_empty && !is_empty {
                    return Err(format!("{question} found {} messages", items.len()).into());
                }
                return Ok(took);
            }
        }
    }
}

/// Made of syllables; the first are the commonest.
struct Words(Vec<String>);

impl Words {
    fn new() -> Self {
        const BEGIN: [&str; 20] =
            ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "st", "tr", "pl", "ch", "sh", "th"];
        const MIDDLE: [&str; 8] = ["a", "e", "i", "o", "u", "ea", "ou", "ie"];
        let mut chance = Chance(7);
        let mut known = std::collections::HashSet::new();
        let mut words = Vec::new();
        while words.len() < VOCABULARY {
            let syllables = 2 + chance.below(3);
            let word: String =
                (0..syllables).map(|_| format!("{}{}", BEGIN[chance.below(20)], MIDDLE[chance.below(8)])).collect();
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        Self(words)
    }

    /// The word at a place that is drawn so that the n-th comes up with a chance of 1 in n.
    fn drawn(&self, chance: &mut Chance) -> &str {
        let place = (VOCABULARY as f64).powf(chance.part()) as usize;
        &self.0[place.saturating_sub(1).min(VOCABULARY - 1)]
    }
}

/// Numbers that look random and are always the same (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Fills the groups, as if it had all been said long ago, and lets the first person into theirs.
fn load(
    conn: &mut Connection,
    people: &[Person],
    mine: &[usize],
    words: &Words,
    messages: u64,
    text_bytes: usize,
) -> Result<()> {
    let me = people[0].id;
    for n in mine.iter().filter(|n| **n > 0) {
        let join = "INSERT INTO group_members (id, user_id, group_id, joined_at) VALUES (?1, ?2, ?3, 1)";
        conn.execute(join, params![Uuid::now_v7().as_bytes(), me.as_bytes(), people[*n].group.as_bytes()])?;
    }
    let mut chance = Chance(5);
    let mut index = Index::with_words();
    let mut ordinals = vec![0_i64; people.len()];
    let mut number = 0;
    while number < messages {
        let tx = conn.transaction()?;
        for _ in 0..LOADED_AT_ONCE.min(messages - number) {
            number += 1;
            let place = chance.below(people.len());
            ordinals[place] += 1;
            let mut text = String::with_capacity(text_bytes + 16);
            while text.len() < text_bytes {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(words.drawn(&mut chance));
            }
            if !mine.contains(&place) && chance.below(3) == 0 {
                text = format!("{text} {ELSEWHERE}");
            }
            let sender = if chance.below(20) == 0 { me } else { people[place].id };
            let at = i64::try_from(FIRST_MS + number * STEP_MS)?;
            insert(&tx, &mut index, people[place].group, sender, ordinals[place], at, number, &text)?;
        }
        index.save(&tx)?;
        tx.commit()?;
    }
    for (person, ordinal) in people.iter().zip(&ordinals) {
        conn.execute("UPDATE groups SET message_count = ?1 WHERE id = ?2", params![ordinal, person.group.as_bytes()])?;
    }
    index.finish(conn)?;
    index::complete(conn)?;
    conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "a row has so many columns")]
fn insert(
    conn: &Connection,
    index: &mut Index,
    group: Uuid,
    sender: Uuid,
    ordinal: i64,
    at: i64,
    number: u64,
    text: &str,
) -> Result<()> {
    let id = Uuid::from_u128((u128::from(at.unsigned_abs()) << 80) | (7 << 76) | (2 << 62) | u128::from(number));
    let client = Uuid::from_u128(u128::from(number));
    let insert = "INSERT INTO messages (id, group_id, sender_id, client_id, ordinal, content, created_at)
                  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    conn.prepare_cached(insert)?.execute(params![
        id.as_bytes(),
        group.as_bytes(),
        sender.as_bytes(),
        client.as_bytes(),
        ordinal,
        text,
        at
    ])?;
    index.add(conn, group, conn.last_insert_rowid(), at, sender, text)
}
