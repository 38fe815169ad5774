//! The rooms of the code: imports point down, SQL and its driver stay where they belong.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room of `src/` and the rooms that it may use besides itself. A change of this table is a decision of its own:
/// see `docs/adr`.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &["config", "error"]),
    ("config", &["domain", "error"]),
    ("error", &["domain", "config"]),
    ("data_dir", &[]),
    ("store", &["domain", "error"]),
    ("hub", &["domain", "error"]),
    ("vault", &["domain", "error"]),
    ("unfurl", &["domain", "config", "error"]),
    ("commands", &["store", "hub", "vault", "unfurl", "domain", "config", "error"]),
    ("web", &["commands", "store", "hub", "vault", "domain", "config", "error"]),
    ("jobs", &["commands", "store", "hub", "vault", "domain", "config", "error"]),
];

/// Rooms that join everything.
const ABOVE_ALL: [&str; 3] = ["server", "cli", "main"];

/// The files that know the database's driver.
const DRIVER: [&str; 11] = [
    "store/backup.rs",
    "store/checkup.rs",
    "store/db.rs",
    "store/migrate.rs",
    "store/migrate/stamp.rs",
    "store/mod.rs",
    "store/search/tests.rs",
    "store/statements.rs",
    "store/structure.rs",
    "store/writer.rs",
    "store/writer/tests.rs",
];

/// How SQL begins.
const SQL: [&str; 7] = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE ", "PRAGMA ", "WITH "];

/// Every file of `src/` by its path there, without comments.
fn sources() -> BTreeMap<String, String> {
    fn walk(directory: &Path, into: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, into);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                into.push(path);
            }
        }
    }
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut paths = Vec::new();
    walk(root, &mut paths);
    let name = |path: &Path| path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| (name(path), without_comments(&fs::read_to_string(path).unwrap()))).collect()
}

fn without_comments(text: &str) -> String {
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    text.lines().filter(is_code).collect::<Vec<_>>().join("\n")
}

/// `store/mod.rs` -> `store`, `jobs.rs` -> `jobs`.
fn room_of(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

/// The rooms that a file names, in `use` lines and elsewhere: `crate::room` and `use crate::{room, …}`.
fn rooms_named_in(text: &str) -> Vec<&str> {
    let mut named = Vec::new();
    for rest in text.split("crate::").skip(1) {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        if let Some(list) = rest.strip_prefix('{') {
            let list = list.split('}').next().unwrap();
            named.extend(list.split(',').map(|one| one.trim().split(':').next().unwrap()));
        } else {
            named.push(&rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())]);
        }
    }
    named
}

#[test]
fn every_room_is_in_the_table() {
    for file in sources().keys() {
        let room = room_of(file);
        assert!(ABOVE_ALL.contains(&room) || ROOMS.iter().any(|(known, _)| *known == room), "{file}");
    }
}

#[test]
fn rooms_use_only_what_is_below_them() {
    let is_room = |name: &str| ABOVE_ALL.contains(&name) || ROOMS.iter().any(|(room, _)| *room == name);
    for (file, text) in sources() {
        let room = room_of(&file);
        let Some((_, below)) = ROOMS.iter().find(|(known, _)| *known == room) else { continue };
        for named in rooms_named_in(&text).into_iter().filter(|name| is_room(name)) {
            assert!(named == room || below.contains(&named), "src/{file} uses {named}");
        }
    }
}

#[test]
fn only_the_seam_knows_the_driver() {
    for (file, text) in sources() {
        let names_it = text.contains("rusqlite") || text.contains("r2d2");
        assert_eq!(names_it, DRIVER.contains(&file.as_str()), "src/{file}");
    }
}

#[test]
fn there_is_sql_in_the_store_and_nowhere_else() {
    for (file, text) in sources().into_iter().filter(|(file, _)| room_of(file) != "store") {
        for string in text.split('"').skip(1).step_by(2) {
            let begins_like_sql = SQL.iter().any(|word| string.trim_start().starts_with(word));
            assert!(!begins_like_sql, "src/{file}: {string}");
        }
    }
}

#[test]
fn what_knows_http_only_reads_the_store() {
    for (file, text) in sources().into_iter().filter(|(file, _)| room_of(file) == "web") {
        for word in ["WriteTx", "store.write", ".emit("] {
            assert!(!text.contains(word), "src/{file} has {word}");
        }
    }
}
