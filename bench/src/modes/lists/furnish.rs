//! What hangs on the messages whose lists are measured.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::{FORUM, LONG_THREAD, MUCH_EDITED};
use crate::Result;
use crate::house::{Person, now_ms};
use crate::modes::history::id_of;

/// What does not grow with what is said.
pub fn once(conn: &mut Connection, people: &[Person]) -> Result<()> {
    let (me, now) = (&people[0], now_ms());
    let tx = conn.transaction()?;
    for (last, kind) in [(1_u8, "image"), (2, "other")] {
        let mut sha256 = [0; 32];
        sha256[31] = last;
        tx.execute(
            "INSERT INTO blobs (sha256, size_bytes, kind, mime_type, thumbnail, created_at) VALUES (?1, 1, ?2, 'x/y', 'none', ?3)",
            params![sha256, kind, now],
        )?;
    }
    tx.execute(
        "INSERT INTO groups (id, workspace_id, name, name_key, kind, member_count, created_at)
         SELECT ?1, workspace_id, 'forum', 'forum', 'forum', 1, created_at FROM groups WHERE id = ?2",
        params![FORUM.as_bytes(), me.group.as_bytes()],
    )?;
    tx.execute(
        "INSERT INTO group_members (id, user_id, group_id, joined_at) VALUES (randomblob(16), ?1, ?2, ?3)",
        params![me.id.as_bytes(), FORUM.as_bytes(), now],
    )?;
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
/// reaction, ten have a thread of three replies, one of which that person follows, and one is deleted. Of the first ten
/// thousand more have threads, and as large a part of those is followed, so that a list is as long among few messages as
/// among many, and as hard to find.
pub fn more(conn: &mut Connection, people: &[Person], after: u64, upto: u64) -> Result<()> {
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
          WHERE m.group_id = ?1 AND m.ordinal > ?2 AND m.ordinal <= ?3
            AND (m.ordinal % 100 = 4 OR (m.ordinal <= 10000 AND m.ordinal % 4 = 0))",
        "UPDATE messages SET reply_count = 3, last_reply_at = created_at + 3
          WHERE group_id = ?1 AND ordinal > ?2 AND ordinal <= ?3 AND ?4 IS NOT NULL
            AND (ordinal % 100 = 4 OR (ordinal <= 10000 AND ordinal % 4 = 0))",
        "INSERT INTO thread_follows (user_id, thread_root_id, is_following, last_read_ordinal)
         SELECT ?4, id, 1, 1 FROM messages WHERE group_id = ?1 AND ordinal > ?2 AND ordinal <= ?3
            AND (ordinal % 1000 = 4 OR (ordinal <= 10000 AND ordinal % 40 = 4))",
        "UPDATE messages SET deleted_at = created_at, content = ''
          WHERE group_id = ?1 AND ordinal > ?2 AND ordinal <= ?3 AND ordinal % 1000 = 7 AND ?4 IS NOT NULL",
        // One file for each fifty messages, half of them pictures.
        "INSERT INTO files (id, uploader_id, sha256, name, size_bytes, created_at, posted_at)
         SELECT id, ?4, CASE WHEN ordinal % 100 = 9 THEN x'0000000000000000000000000000000000000000000000000000000000000001' ELSE x'0000000000000000000000000000000000000000000000000000000000000002' END, 'a file', 1, created_at, created_at
           FROM messages WHERE group_id = ?1 AND ordinal > ?2 AND ordinal <= ?3 AND ordinal % 50 = 9",
        "INSERT INTO attachments (message_id, position, file_id, group_id, kind)
         SELECT id, 1, id, group_id, CASE WHEN ordinal % 100 = 9 THEN 'image' ELSE 'other' END
           FROM messages WHERE group_id = ?1 AND ordinal > ?2 AND ordinal <= ?3 AND ordinal % 50 = 9 AND ?4 IS NOT NULL",
        "UPDATE messages SET pinned_at = created_at, pinned_by = ?4
          WHERE group_id = ?1 AND ordinal > ?2 AND ordinal <= min(?3, 50)",
        // Somebody who was away for some days.
        "UPDATE group_members SET last_read_ordinal = max(0, ?3 - 5000) WHERE group_id = ?1 AND ?2 IS NOT NULL AND user_id = ?4",
    ] {
        tx.execute(sql, here)?;
    }
    long_thread(&tx, people, after / 100, upto / 100)?;
    posts(&tx, me, after / 100, upto / 100)?;
    if after == 0 {
        kept(&tx, &people[0])?;
    }
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

/// The forum, which grows with the group.
fn posts(tx: &Connection, me: Uuid, after: i64, upto: i64) -> Result<()> {
    for number in after + 1..=upto {
        let id = Uuid::now_v7();
        tx.prepare_cached(
            "INSERT INTO messages (id, group_id, sender_id, client_id, ordinal, content, created_at)
             VALUES (?1, ?2, ?3, ?1, ?4, 'a post', ?5)",
        )?
        .execute(params![id.as_bytes(), FORUM.as_bytes(), me.as_bytes(), number, now_ms()])?;
        let seq = tx.last_insert_rowid();
        tx.prepare_cached(
            "INSERT INTO posts (message_id, group_id, title, shelf, seq, active_seq) VALUES (?1, ?2, 'A post', 'open', ?3, ?3)",
        )?
        .execute(params![id.as_bytes(), FORUM.as_bytes(), seq])?;
    }
    tx.execute("UPDATE groups SET message_count = ?1 WHERE id = ?2", params![upto, FORUM.as_bytes()])?;
    Ok(())
}

/// As much as one person may keep for later.
fn kept(tx: &Connection, me: &Person) -> Result<()> {
    let here = params![me.group.as_bytes(), me.id.as_bytes(), now_ms()];
    for sql in [
        "INSERT INTO saved_messages (user_id, message_id, saved_at)
         SELECT ?2, id, ?3 + ordinal FROM messages WHERE group_id = ?1 AND ordinal BETWEEN 100 AND 1099",
        "INSERT INTO reminders (user_id, message_id, remind_at, created_at)
         SELECT ?2, id, ?3 + 1000000000, ?3 FROM messages WHERE group_id = ?1 AND ordinal BETWEEN 100 AND 199",
        "INSERT INTO scheduled_messages (id, user_id, group_id, also_on_timeline, client_id, content, send_at, created_at)
         SELECT randomblob(16), ?2, ?1, 1, randomblob(16), 'later', ?3 + 1000000000, ?3
           FROM messages WHERE group_id = ?1 AND ordinal BETWEEN 100 AND 199",
        "INSERT INTO drafts (user_id, timeline_id, group_id, thread_root_id, content, updated_at)
         SELECT ?2, id, ?1, id, 'so far', ?3 FROM messages WHERE group_id = ?1 AND ordinal BETWEEN 100 AND 199",
    ] {
        tx.execute(sql, here)?;
    }
    Ok(())
}
