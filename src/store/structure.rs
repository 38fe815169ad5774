//! SQLite only: what a schema amounts to, apart from its wording, for comparing two.

use std::ffi::CStr;

use rusqlite::{Connection, Result};

/// One line for each fact about the schema, sorted, so that two descriptions are the same
/// exactly when the schemas do the same: columns with type, NOT NULL, default, collation and
/// place in the primary key; foreign keys; indexes with columns, order, uniqueness and
/// condition; CHECKs, triggers and views; STRICT and WITHOUT ROWID.
///
/// The order of columns and statements, comments, spaces, quotes around names, and whether a
/// CHECK stands at its column or at its table make no difference. DEFERRABLE and the names of
/// constraints are not looked at.
pub fn structure(conn: &Connection) -> Result<String> {
    let mut facts = Vec::new();
    let tables = rows(
        conn,
        "SELECT name, type, wr, strict FROM pragma_table_list
          WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND type IN ('table', 'virtual')",
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, bool>(2)?, row.get::<_, bool>(3)?)),
    )?;
    for (table, kind, without_rowid, strict) in &tables {
        facts.push(format!("{table}: {kind} strict={strict} without_rowid={without_rowid}"));
        if kind == "table" {
            columns(conn, table, &mut facts)?;
            foreign_keys(conn, table, &mut facts)?;
            indexes(conn, table, &mut facts)?;
            let sql: String =
                conn.query_row("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1", [table], |row| {
                    row.get(0)
                })?;
            facts.extend(checks(&sql).into_iter().map(|check| format!("{table}: CHECK {check}")));
        }
    }
    // What SQLite has no better description of than its text.
    let texts = "SELECT type, name, sql FROM sqlite_schema
                  WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL TABLE%'";
    for (kind, name, sql) in
        rows(conn, texts, |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)))?
    {
        facts.push(format!("{kind} {name}: {}", words(&sql).join(" ")));
    }
    facts.sort_unstable();
    Ok(facts.join("\n"))
}

fn rows<T>(conn: &Connection, sql: &str, map: impl FnMut(&rusqlite::Row<'_>) -> Result<T>) -> Result<Vec<T>> {
    conn.prepare(sql)?.query_map([], map)?.collect()
}

fn columns(conn: &Connection, table: &str, facts: &mut Vec<String>) -> Result<()> {
    let sql =
        format!("SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo({})", text(table));
    let found = rows(conn, &sql, |row| {
        let name: String = row.get(0)?;
        let default: Option<String> = row.get(3)?;
        let default = default.map(|sql| words(&sql).join(" "));
        let fact = format!(
            "{} not_null={} default={default:?} pk={} hidden={}",
            row.get::<_, String>(1)?,
            row.get::<_, bool>(2)?,
            row.get::<_, i64>(4)?,
            row.get::<_, i64>(5)?
        );
        Ok((name, fact))
    })?;
    for (name, fact) in found {
        let (_, collation, _, _, autoincrement) = conn.column_metadata(Some("main"), table, &name)?;
        let collation = collation.map(CStr::to_string_lossy).unwrap_or_default();
        facts.push(format!("{table}.{name}: {fact} {collation} autoincrement={autoincrement}"));
    }
    Ok(())
}

fn foreign_keys(conn: &Connection, table: &str, facts: &mut Vec<String>) -> Result<()> {
    // A key that names no column of the other table means its primary key.
    let sql = format!(
        "SELECT group_concat(\"from\", ',' ORDER BY seq), \"table\",
                coalesce(group_concat(\"to\", ',' ORDER BY seq),
                         (SELECT group_concat(name, ',' ORDER BY pk) FROM pragma_table_info(\"table\") WHERE pk > 0)),
                on_update, on_delete, match
           FROM pragma_foreign_key_list({}) GROUP BY id",
        text(table)
    );
    facts.extend(rows(conn, &sql, |row| {
        let field = |at| row.get::<_, String>(at);
        Ok(format!(
            "{table}: FOREIGN KEY ({}) REFERENCES {} ({}) ON UPDATE {} ON DELETE {} MATCH {}",
            field(0)?,
            field(1)?,
            field(2)?,
            field(3)?,
            field(4)?,
            field(5)?
        ))
    })?);
    Ok(())
}

fn indexes(conn: &Connection, table: &str, facts: &mut Vec<String>) -> Result<()> {
    let sql = format!(
        "SELECT l.name, l.\"unique\", l.origin,
                (SELECT group_concat(coalesce(name, '(expression)') || ' ' || coll || iif(desc, ' DESC', ''), ', ' ORDER BY seqno)
                   FROM pragma_index_xinfo(l.name) WHERE key),
                (SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = l.name)
           FROM pragma_index_list({}) AS l",
        text(table)
    );
    facts.extend(rows(conn, &sql, |row| {
        let (unique, origin): (bool, String) = (row.get(1)?, row.get(2)?);
        let columns: String = row.get(3)?;
        // Those that SQLite makes for UNIQUE and PRIMARY KEY are numbered, and have no text.
        let (name, rest) = match row.get::<_, Option<String>>(4)? {
            Some(sql) => (row.get(0)?, columns_and_condition(&sql)),
            None => (String::from("(of a constraint)"), String::new()),
        };
        Ok(format!("{table}: INDEX {name} unique={unique} origin={origin} ({columns}) {rest}"))
    })?);
    Ok(())
}

/// What follows the table in `CREATE INDEX … ON table (…) WHERE …`: pragmas tell neither
/// expressions nor the condition.
fn columns_and_condition(sql: &str) -> String {
    let words = words(sql);
    let from = words.iter().position(|word| word == "(").unwrap_or(0);
    words[from..].join(" ")
}

/// The expressions of all CHECKs in a CREATE TABLE.
fn checks(sql: &str) -> Vec<String> {
    let words = words(sql);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if word.eq_ignore_ascii_case("CHECK") && words.get(at + 1).is_some_and(|next| next == "(") {
            let mut depth = 0;
            let expression = words[at + 1..].iter().take_while(|word| {
                depth += i32::from(*word == "(") - i32::from(*word == ")");
                depth > 0
            });
            found.push(expression.skip(1).map(String::as_str).collect::<Vec<_>>().join(" "));
        }
    }
    found
}

/// The words, strings and signs of an SQL text, without comments, and without the quotes
/// around names that `ALTER TABLE … RENAME` puts there.
fn words(sql: &str) -> Vec<String> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let is_operator = |c: char| "<>=!|&+*/%~-".contains(c);
    let mut words = Vec::new();
    let mut rest = sql.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '-' if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
            '\'' | '"' | '`' => rest[1..].find(first).map_or(rest.len(), |at| at + 2),
            _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            _ if is_operator(first) => rest.find(|c| !is_operator(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (word, after) = rest.split_at(length);
        match first {
            '-' | '/' if word.starts_with("--") || word.starts_with("/*") => {}
            '"' | '`' => words.push(word.trim_matches(first).to_owned()),
            _ => words.push(word.to_owned()),
        }
        rest = after.trim_start();
    }
    words
}

/// A name as an SQL string.
fn text(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sql: &str) -> String {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(sql).unwrap();
        structure(&conn).unwrap()
    }

    const PLAIN: &str = "
        CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE, n INTEGER DEFAULT 0 CHECK (n >= 0)) STRICT;
        CREATE TABLE b (a_id INTEGER NOT NULL REFERENCES a (id) ON DELETE CASCADE, at INTEGER) STRICT;
        CREATE INDEX b_by_a ON b (a_id, at DESC) WHERE at IS NOT NULL;
        CREATE VIRTUAL TABLE words USING fts5 (word);
        CREATE TRIGGER grow AFTER INSERT ON b BEGIN UPDATE a SET n = n + 1 WHERE id = NEW.a_id; END;";

    #[test]
    fn the_way_it_is_worded_and_reached_makes_no_difference() {
        let otherwise = "
            CREATE TABLE old (name TEXT NOT NULL COLLATE NOCASE UNIQUE, id INTEGER PRIMARY KEY) STRICT; -- a comment
            ALTER TABLE old ADD COLUMN n INTEGER DEFAULT 0 CHECK (n>=0);
            CREATE TABLE b (at INTEGER, a_id INTEGER NOT NULL,
                            FOREIGN KEY (a_id) REFERENCES old /* its key */ ON DELETE CASCADE) STRICT;
            ALTER TABLE old RENAME TO a;
            CREATE VIRTUAL TABLE words USING fts5 (  word );
            CREATE INDEX b_by_a ON b(a_id, at DESC) WHERE at IS NOT NULL;
            CREATE TRIGGER grow AFTER INSERT ON \"b\" BEGIN
                UPDATE a SET n = n + 1 WHERE id = NEW.a_id;
            END;";
        assert_eq!(of(PLAIN), of(otherwise));
    }

    #[test]
    fn whatever_behaves_differently_makes_a_difference() {
        for (from, to) in [
            ("NOT NULL COLLATE", "COLLATE"),
            ("NOCASE", "BINARY"),
            ("UNIQUE", ""),
            ("DEFAULT 0", "DEFAULT 1"),
            ("n >= 0", "n > 0"),
            ("ON DELETE CASCADE", ""),
            ("at DESC", "at"),
            ("WHERE at IS NOT NULL", "WHERE at IS NULL"),
            ("CREATE INDEX", "CREATE UNIQUE INDEX"),
            ("at INTEGER) STRICT", "at INTEGER)"),
            ("n + 1", "n + 2"),
            ("AFTER INSERT", "AFTER DELETE"),
            ("fts5 (word)", "fts5 (word, prefix = 2)"),
            ("INTEGER PRIMARY KEY", "INTEGER PRIMARY KEY AUTOINCREMENT"),
        ] {
            assert_ne!(of(PLAIN), of(&PLAIN.replacen(from, to, 1)), "{from} -> {to}");
        }
    }
}
