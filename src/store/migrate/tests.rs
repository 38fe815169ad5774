//! Migrations of a small schema, from outside: files, versions and what is in them.

use std::collections::BTreeMap;

use tempfile::TempDir;

use super::super::structure::structure;
use super::*;

const FIRST: Migration = Migration {
    name: "0001_first",
    sql: "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);
          CREATE TABLE pets (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE);",
};
/// Rebuilds a table that others refer to, as SQLite's ALTER TABLE page advises (§7).
const SECOND: Migration = Migration {
    name: "0002_names",
    sql: "CREATE TABLE new_people (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
          INSERT INTO new_people SELECT id, coalesce(name, '') FROM people;
          DROP TABLE people;
          ALTER TABLE new_people RENAME TO people;",
};
const HALF: Migration = Migration {
    name: "0002_half",
    sql: "ALTER TABLE people ADD COLUMN age INTEGER; DELETE FROM pets; INSERT INTO nowhere VALUES (1);",
};

/// A data directory with a database in it, as the server opens it.
struct Home {
    directory: TempDir,
}

impl Home {
    fn empty() -> Self {
        Self { directory: TempDir::new().unwrap() }
    }

    /// After the first migration, with Ada and her two pets.
    fn used() -> Self {
        let home = Self::empty();
        home.migrate(&[FIRST]).unwrap();
        home.open()
            .execute_batch("INSERT INTO people VALUES (1, 'Ada'); INSERT INTO pets VALUES (1, 1), (2, 1);")
            .unwrap();
        home
    }

    fn path(&self) -> PathBuf {
        self.directory.path().join("parlor.db")
    }

    fn open(&self) -> Connection {
        let conn = Connection::open(self.path()).unwrap();
        conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON").unwrap();
        conn
    }

    fn migrate(&self, migrations: &[Migration]) -> Result<Migrated> {
        migrate_with(migrations, &mut self.open(), self.directory.path())
    }

    fn check(&self, migrations: &[Migration]) -> Result<()> {
        check_against(migrations, &self.path())
    }

    /// Every file but the index of the log, which readers may set up, by name.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.directory.path()).unwrap().map(|entry| entry.unwrap());
        entries
            .filter(|entry| entry.file_type().unwrap().is_file())
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .filter(|(name, _)| !name.ends_with("-shm"))
            .collect()
    }

    fn backups(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.directory.path().join(BACKUPS));
        let mut paths: Vec<_> = entries.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    }
}

fn count(conn: &Connection, table: &str) -> i64 {
    conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

fn version(conn: &Connection) -> u32 {
    conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn an_empty_database_gets_every_migration_and_no_backup() {
    let home = Home::empty();

    let migrated = home.migrate(&[FIRST, SECOND]).unwrap();

    assert_eq!(migrated, Migrated { from: 0, to: 2, backup: None });
    assert_eq!(version(&home.open()), 2);
    assert!(home.backups().is_empty());
    home.check(&[FIRST, SECOND]).unwrap();
}

#[test]
fn a_database_that_is_up_to_date_is_left_as_it_is() {
    let home = Home::used();
    let before = home.files();

    let migrated = home.migrate(&[FIRST]).unwrap();

    assert_eq!(migrated, Migrated { from: 1, to: 1, backup: None });
    assert_eq!(home.files(), before);
}

#[test]
fn rebuilding_a_table_keeps_the_rows_that_refer_to_it_and_the_keys_are_watched_again() {
    let home = Home::used();
    let mut conn = home.open();

    migrate_with(&[FIRST, SECOND], &mut conn, home.directory.path()).unwrap();

    assert_eq!((count(&conn, "people"), count(&conn, "pets")), (1, 2));
    conn.execute("INSERT INTO pets VALUES (3, 99)", []).unwrap_err();
}

#[test]
fn before_a_migration_a_used_database_is_copied() {
    let home = Home::used();

    let backup = home.migrate(&[FIRST, SECOND]).unwrap().backup.unwrap();

    let copy = Connection::open(&backup).unwrap();
    assert_eq!((version(&copy), count(&copy, "pets")), (1, 2));
    let name = backup.file_name().unwrap().to_str().unwrap();
    assert!(name.starts_with("before-v2-20") && name.ends_with("Z.db"), "{name}");
    assert_eq!(home.backups(), [backup]);
}

#[test]
fn without_a_backup_nothing_is_migrated() {
    let home = Home::used();
    fs::write(home.directory.path().join(BACKUPS), "a file in the way").unwrap();
    let before = home.files();

    let refused = home.migrate(&[FIRST, SECOND]);

    assert!(matches!(refused, Err(MigrateError::BackupDirectory { .. })), "{refused:?}");
    assert_eq!(home.files(), before);
}

#[test]
fn a_migration_that_fails_half_way_leaves_no_trace_and_may_be_tried_again() {
    let home = Home::used();

    let failed = home.migrate(&[FIRST, HALF]);

    assert!(matches!(failed, Err(MigrateError::Failed { name: "0002_half", .. })), "{failed:?}");
    let conn = home.open();
    assert_eq!((version(&conn), count(&conn, "pets")), (1, 2));
    conn.prepare("SELECT age FROM people").unwrap_err();
    home.migrate(&[FIRST, SECOND]).unwrap();
}

#[test]
fn a_migration_that_leaves_rows_without_what_they_refer_to_is_undone() {
    let home = Home::used();
    let careless = Migration { name: "0002_careless", sql: "DELETE FROM people" };

    let failed = home.migrate(&[FIRST, careless]).unwrap_err();

    assert_eq!(
        failed.to_string(),
        "migration 0002_careless would leave rows of pets without the rows they refer to, and was undone"
    );
    assert_eq!(count(&home.open(), "people"), 1);
}

#[test]
fn the_migrations_before_the_one_that_fails_are_kept() {
    let home = Home::empty();
    home.migrate(&[FIRST, SECOND, HALF]).unwrap_err();
    assert_eq!(version(&home.open()), 2);
}

#[test]
fn a_newer_database_is_refused_with_both_versions_and_no_file_is_touched() {
    let home = Home::empty();
    home.migrate(&[FIRST, SECOND]).unwrap();
    let before = home.files();

    let refused = home.check(&[FIRST]).unwrap_err();

    let path = home.path().display().to_string();
    assert_eq!(
        refused.to_string(),
        format!(
            "{path}: this database has version 2, and this program knows versions up to 1; \
             start the newer Parlor it was used with"
        )
    );
    assert_eq!(home.files(), before);
    assert_eq!(fs::read_dir(home.directory.path()).unwrap().count(), before.len());
}

#[test]
fn a_newer_version_that_is_still_in_the_log_is_seen_and_neither_file_is_touched() {
    // As a kill leaves it: the log was never brought into the database.
    let (running, home) = (Home::used(), Home::empty());
    let mut conn = running.open();
    conn.pragma_update(None, "wal_autocheckpoint", 0).unwrap();
    migrate_with(&[FIRST, SECOND], &mut conn, running.directory.path()).unwrap();
    for (name, bytes) in running.files() {
        fs::write(home.directory.path().join(name), bytes).unwrap();
    }
    let before = home.files();
    assert!(before.contains_key("parlor.db-wal"));

    let refused = home.check(&[FIRST]);

    assert!(matches!(refused, Err(MigrateError::Newer { found: 2, known: 1, .. })), "{refused:?}");
    assert_eq!(home.files(), before);
}

#[test]
fn a_newer_database_is_refused_also_once_it_is_open() {
    let home = Home::used();
    home.migrate(&[FIRST, SECOND]).unwrap();
    assert!(matches!(home.migrate(&[FIRST]), Err(MigrateError::Newer { .. })));
}

#[test]
fn what_is_not_ours_is_refused_and_not_touched() {
    let text = Home::empty();
    fs::write(text.path(), "Dear diary, ".repeat(20)).unwrap();
    let database = Home::empty();
    database.open().execute_batch("CREATE TABLE songs (title TEXT)").unwrap();
    let numbered = Home::empty();
    numbered.open().execute_batch("PRAGMA user_version = 1").unwrap();

    for home in [text, database, numbered] {
        let before = home.files();
        let refused = home.check(&[FIRST]);
        assert!(matches!(refused, Err(MigrateError::Foreign(_))), "{refused:?}");
        assert_eq!(home.files(), before);
    }
}

#[test]
fn nothing_and_an_empty_file_may_become_a_database() {
    let home = Home::empty();
    home.check(&[FIRST]).unwrap();
    fs::write(home.path(), "").unwrap();
    home.check(&[FIRST]).unwrap();
    // As a kill between opening and the first migration leaves it.
    home.open();
    home.check(&[FIRST]).unwrap();
    home.migrate(&[FIRST]).unwrap();
}

#[test]
fn of_many_tries_to_migrate_only_the_newest_backups_are_kept() {
    let home = Home::used();
    for _ in 0..KEPT_BACKUPS + 2 {
        home.migrate(&[FIRST, HALF]).unwrap_err();
    }
    assert_eq!(home.backups().len(), KEPT_BACKUPS);
}

#[test]
fn a_migration_must_not_end_its_transaction() {
    let home = Home::empty();
    let early = Migration { name: "0001_early", sql: "CREATE TABLE a (b); COMMIT;" };
    assert!(matches!(home.migrate(&[early]), Err(MigrateError::EndsTransaction("0001_early"))));
}

#[test]
fn migrations_are_numbered_from_one_without_gaps() {
    for (number, migration) in (1..).zip(MIGRATIONS) {
        assert!(migration.name.starts_with(&format!("{number:04}_")), "{}", migration.name);
    }
}

/// The rows of `tests/databases` for the version of a migration.
fn rows_of(migration: &Migration) -> String {
    let path = format!("{}/tests/databases/{}.sql", env!("CARGO_MANIFEST_DIR"), migration.name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn structure_of_schema() -> String {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(include_str!("../../../schema.sql")).unwrap();
    structure(&conn).unwrap()
}

#[test]
fn all_migrations_give_the_schema() {
    let home = Home::empty();
    home.migrate(MIGRATIONS).unwrap();
    assert_eq!(structure(&home.open()).unwrap(), structure_of_schema());
}

#[test]
fn a_database_of_any_version_with_rows_in_it_is_brought_to_the_schema() {
    for version in 1..=MIGRATIONS.len() {
        let home = Home::empty();
        home.migrate(&MIGRATIONS[..version]).unwrap();
        home.open().execute_batch(&rows_of(&MIGRATIONS[version - 1])).unwrap();

        home.migrate(MIGRATIONS).unwrap();

        let conn = home.open();
        assert_eq!(structure(&conn).unwrap(), structure_of_schema(), "from version {version}");
        assert_eq!(dangling(&conn).unwrap(), None);
        let answer: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(answer, "ok");
        assert_eq!((count(&conn, "users"), count(&conn, "messages")), (3, 3));
    }
}

#[test]
fn words_that_were_rows_stand_in_pieces_in_order() {
    let home = Home::empty();
    home.migrate(&MIGRATIONS[..16]).unwrap();
    let conn = home.open();
    conn.execute_batch(&rows_of(&MIGRATIONS[15])).unwrap();
    for n in 0..400 {
        conn.execute("INSERT INTO search_words (segment_key, word) VALUES (1, ?1)", [format!("word{n:03}")]).unwrap();
    }

    home.migrate(MIGRATIONS).unwrap();

    let conn = home.open();
    let mut statement = conn.prepare("SELECT first_word, words FROM search_words ORDER BY first_word").unwrap();
    let pieces = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
    let pieces: Vec<(String, String)> = pieces.map(|piece| piece.unwrap()).collect();
    assert_eq!(pieces.iter().map(|(first, _)| first.as_str()).collect::<Vec<_>>(), ["", "word149", "word299"]);
    let words: Vec<&str> = pieces.iter().flat_map(|(_, words)| words.lines()).collect();
    assert_eq!((words.len(), words[0], words[1], words[400]), (401, "hello", "word000", "word399"));
}

#[test]
fn every_table_has_rows_in_the_newest_of_the_old_databases() {
    let home = Home::empty();
    home.migrate(MIGRATIONS).unwrap();
    let conn = home.open();
    conn.execute_batch(&rows_of(MIGRATIONS.last().unwrap())).unwrap();
    let mut tables =
        conn.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'").unwrap();
    let names = tables.query_map([], |row| row.get::<_, String>(0)).unwrap();
    for name in names.map(|name| name.unwrap()).filter(|name| !name.starts_with("sqlite_")) {
        assert!(count(&conn, &name) > 0, "{name}");
    }
}
