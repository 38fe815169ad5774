//! SQLite only: every statement and the schema, held to what is promised of them.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::*;

/// Every file's statements.
const ALL: &[&[(&str, &str)]] = &[
    access::STATEMENTS,
    access::conversations::STATEMENTS,
    access::files::STATEMENTS,
    access::groups::STATEMENTS,
    access::messages::STATEMENTS,
    access::people::STATEMENTS,
    access::searcher::STATEMENTS,
    access::server::STATEMENTS,
    access::workspaces::STATEMENTS,
    accounts::STATEMENTS,
    attachments::STATEMENTS,
    audit::STATEMENTS,
    directs::STATEMENTS,
    drafts::STATEMENTS,
    edits::STATEMENTS,
    emoji::STATEMENTS,
    events::STATEMENTS,
    file_links::STATEMENTS,
    files::STATEMENTS,
    forum_tags::STATEMENTS,
    group_mentions::STATEMENTS,
    groups::STATEMENTS,
    happenings::STATEMENTS,
    invites::STATEMENTS,
    members::STATEMENTS,
    mentions::STATEMENTS,
    messages::STATEMENTS,
    messages::pages::STATEMENTS,
    messages::sending::STATEMENTS,
    polls::STATEMENTS,
    previews::STATEMENTS,
    post_moves::STATEMENTS,
    posts::STATEMENTS,
    reactions::STATEMENTS,
    reading::STATEMENTS,
    reminders::STATEMENTS,
    resets::STATEMENTS,
    saved::STATEMENTS,
    scheduled::STATEMENTS,
    search::STATEMENTS,
    search::index::STATEMENTS,
    search::pieces::STATEMENTS,
    search::segments::STATEMENTS,
    search::walk::STATEMENTS,
    server::STATEMENTS,
    sessions::STATEMENTS,
    status::STATEMENTS,
    threads::STATEMENTS,
    uploads::STATEMENTS,
    users::STATEMENTS,
    workspaces::STATEMENTS,
];

/// Tables that grow without end, or with the square of people and groups.
const BIG: [&str; 17] = [
    "messages",
    "posts",
    "post_tags",
    "group_mentions",
    "message_mentions",
    "events",
    "group_members",
    "sessions",
    "files",
    "blobs",
    "attachments",
    "poll_votes",
    "drafts",
    "saved_messages",
    "reminders",
    "scheduled_messages",
    "audit_log",
];

/// Statements that walk along a big table, and why they may.
const MAY_SCAN: &[(&str, &str)] = &[
    ("audit::LAST", "takes the first row from the end"),
    ("files::FIRST_BLOBS", "takes the first rows"),
    ("files::TO_DRAW", "takes the first row of an index of those that wait"),
    ("events::LAST_SEQ", "takes the first row from the end"),
    ("events::FIRST_SEQ", "takes the first row"),
    ("events::NEWEST_AT", "takes the first row from the end of an index"),
    ("reminders::NEXT", "takes the first row of an index"),
    ("scheduled::NEXT", "takes the first row of an index"),
    ("messages::NEWEST_ID", "takes the first row from the end"),
    ("events::PRUNE", "takes the first row from the end, besides what it searches"),
];

fn statements() -> impl Iterator<Item = (&'static str, &'static str)> {
    ALL.iter()
        .flat_map(|file| file.iter().copied())
        .map(|(name, sql)| (name.trim_start_matches("parlor::store::"), sql))
}

fn database() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(include_str!("../../schema.sql")).unwrap();
    conn
}

/// The last column of a query's rows, a text; what it has parameters for is NULL.
fn texts(conn: &Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(sql).unwrap();
    let last = statement.column_count() - 1;
    let mut rows = statement.raw_query();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        found.push(row.get(last).unwrap());
    }
    found
}

#[test]
fn the_statements_of_every_file_are_listed_here() {
    let store = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let (mut files, mut directories) = (BTreeSet::new(), vec![store.clone()]);
    while let Some(directory) = directories.pop() {
        for entry in std::fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                directories.push(path);
            } else if std::fs::read_to_string(&path).unwrap().contains("\nstatements! {") {
                let module = path.strip_prefix(&store).unwrap().with_extension("");
                files.insert(module.to_str().unwrap().replace('/', "::"));
            }
        }
    }
    let listed: BTreeSet<String> = statements().map(|(name, _)| name.rsplit_once("::").unwrap().0.to_owned()).collect();
    assert_eq!(listed, files);
}

#[test]
fn every_statement_fits_the_schema() {
    let conn = database();
    for (name, sql) in statements() {
        if let Err(error) = conn.prepare(sql) {
            panic!("{name}: {error}");
        }
    }
}

/// SQLite numbers `$1` by its first appearance, PostgreSQL by its digit; in this order both agree.
#[test]
fn parameters_first_appear_in_the_order_of_their_numbers() {
    for (name, sql) in statements() {
        let mut expected = 1;
        for rest in sql.split('$').skip(1) {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let number: u32 = rest[..digits].parse().unwrap_or_else(|_| panic!("{name}: ${rest}"));
            assert!(number <= expected, "{name}: ${number} comes before ${expected}");
            expected = expected.max(number + 1);
        }
    }
}

/// The name by which each table goes in a statement.
fn aliases(sql: &str) -> Vec<(String, String)> {
    let words: Vec<&str> = sql.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
    let mut found = Vec::new();
    for at in 0..words.len() {
        if let ["FROM" | "JOIN" | "INTO" | "UPDATE", table, rest @ ..] = &words[at..] {
            found.push(((*table).to_owned(), (*table).to_owned()));
            found.extend(rest.first().map(|alias| ((*alias).to_owned(), (*table).to_owned())));
        }
    }
    found
}

#[test]
fn no_statement_looks_through_a_whole_big_table() {
    let conn = database();
    let mut scans = Vec::new();
    for (name, sql) in statements() {
        let names = aliases(sql);
        for step in texts(&conn, &format!("EXPLAIN QUERY PLAN {sql}")) {
            let Some(scanned) = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next()) else { continue };
            let is_big = names.iter().any(|(alias, table)| alias == scanned && BIG.contains(&table.as_str()));
            let may = MAY_SCAN.iter().any(|(allowed, _)| *allowed == name);
            if is_big && !may {
                scans.push(format!("{name}: {step}"));
            }
        }
    }
    assert!(scans.is_empty(), "{scans:#?}");
}

/// What is asked of a thread's conversation is asked of those threads alone that somebody follows.
#[test]
fn of_the_liveliest_threads_those_are_looked_at_that_one_follows() {
    let conn = database();
    let (_, sql) = statements().find(|(name, _)| *name == "threads::FOLLOWED_AMONG_LIVELIEST").unwrap();
    let steps = texts(&conn, &format!("EXPLAIN QUERY PLAN {sql}"));
    let step = |table: &str| steps.iter().position(|step| step.starts_with(&format!("SEARCH {table} "))).unwrap();
    assert!(step("f") < step("g"), "{steps:#?}");
}

#[test]
fn what_may_look_through_a_big_table_is_still_there() {
    for (name, _) in MAY_SCAN {
        assert!(statements().any(|(known, _)| known == *name), "{name}");
    }
}

#[test]
fn every_foreign_key_is_the_left_part_of_an_index() {
    let conn = database();
    for table in texts(&conn, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'") {
        let keys = format!(
            "SELECT group_concat(\"from\", ',' ORDER BY seq) FROM pragma_foreign_key_list('{table}') GROUP BY id"
        );
        let indexes = format!(
            "SELECT (SELECT group_concat(name, ',' ORDER BY seqno) FROM pragma_index_info(l.name))
               FROM pragma_index_list('{table}') AS l"
        );
        let indexes = texts(&conn, &indexes);
        for key in texts(&conn, &keys) {
            let leads = |index: &String| *index == key || index.starts_with(&format!("{key},"));
            assert!(indexes.iter().any(leads), "{table} ({key})");
        }
    }
}

/// A reply is where its post is. Statements that look at the group of a message's row, and why they may: they are about
/// what is on the timeline, which no reply of a forum is, or about first messages of threads.
const MAY_ASK_THE_ROW: &[&str] = &[
    "edits::PINNED_IN_GROUP",
    "groups::MINE",
    "groups::OF_USER",
    "mentions::UNREAD_IN_GROUP",
    "messages::pages::EARLIER_IN_GROUP",
    "messages::pages::LATER_IN_GROUP",
    "post_moves::MOVE",
    "posts::INSERT",
    "happenings::INSERT",
    "reading::SILENT_IN_GROUP",
    "search::index::ENTRY",
    "search::index::NEWER",
    "search::index::NEWEST",
    "search::index::OLDER",
    "search::walk::PINNED_IN_GROUP",
];

#[test]
fn whoever_asks_in_which_group_messages_are_asks_for_that_of_their_posts() {
    let derived = messages::GROUP_OF_MESSAGE.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut asking = Vec::new();
    for (name, sql) in statements() {
        let plain = sql.split_whitespace().collect::<Vec<_>>().join(" ").replace(&derived, "");
        let names = aliases(&plain);
        let of_messages = names.iter().filter(|(_, table)| table == "messages").any(|(alias, _)| {
            plain.contains(&format!("{alias}.group_id"))
                || (!plain.contains(".group_id") && plain.contains("group_id") && !plain.starts_with("INSERT"))
        });
        if of_messages && !MAY_ASK_THE_ROW.contains(&name) {
            asking.push(name);
        }
    }
    assert!(asking.is_empty(), "{asking:#?} ask the row; `group_of_message!` says where a message is");
    for name in MAY_ASK_THE_ROW {
        assert!(statements().any(|(known, _)| known == *name), "{name} is gone");
    }
}
