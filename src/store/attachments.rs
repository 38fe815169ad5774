//! `attachments`: the files in messages.

use super::access::{FileReader, Poster, Reader};
use super::db::{Param, Row, Tx, WriteTx, statements};
use super::files::{self, FILE_COLUMNS, file_at, file_columns};
use super::messages::group_of_message;
use crate::domain::{DirectId, File, FileId, FileKind, GroupId, MessageId, Place, PostedFile};
use crate::error::Result;

/// A page of the files of a conversation, of one kind or of all.
macro_rules! page {
    ($of:literal, $($kind:literal)?) => {
        concat!(
            "SELECT ", file_columns!(), ", m.id, m.thread_root_id, m.sender_id, m.created_at, a.position
               FROM attachments a
               JOIN messages m ON m.id = a.message_id
               JOIN files f ON f.id = a.file_id
               JOIN blobs b ON b.sha256 = f.sha256
              WHERE a.", $of, " = $1 AND (a.message_id, a.position) < ($2, $3)
                AND (f.expires_at IS NULL OR f.expires_at > $4)
                AND (a.group_id IS NULL OR a.group_id = (", group_of_message!(), "))", $($kind,)? "
              ORDER BY a.message_id DESC, a.position DESC
              LIMIT ", page!(limit $($kind)?)
        )
    };
    (limit $kind:literal) => { "$6" };
    (limit) => { "$5" };
}

statements! {
    /// Rides on the primary key.
    OF_MESSAGE = concat!("SELECT ", file_columns!(), "
           FROM attachments a
           JOIN files f ON f.id = a.file_id
           JOIN blobs b ON b.sha256 = f.sha256
          WHERE a.message_id = $1 AND (f.expires_at IS NULL OR f.expires_at > $2)
          ORDER BY a.position");
    INSERT = "INSERT INTO attachments (message_id, position, file_id, group_id, direct_id, kind) VALUES ($1, $2, $3, $4, $5, $6)";
    REMOVE_ALL = "DELETE FROM attachments WHERE message_id = $1";
    MOVE = "UPDATE attachments SET group_id = $1 WHERE message_id = $2";
    /// Rides on attachments_by_file.
    MESSAGES_WITH = "SELECT message_id FROM attachments WHERE file_id = $1";

    /// Rides on attachments_in_group.
    IN_GROUP = page!("group_id",);
    /// Rides on attachments_in_group_by_kind.
    IN_GROUP_OF_KIND = page!("group_id", " AND a.kind = $5");
    /// Rides on attachments_in_direct.
    IN_DIRECT = page!("direct_id",);
    /// Rides on attachments_in_direct_by_kind.
    IN_DIRECT_OF_KIND = page!("direct_id", " AND a.kind = $5");
}

/// The files in a message, in their order.
pub(super) fn of_message(tx: &Tx<'_>, message: MessageId) -> Result<Vec<File>> {
    tx.query(OF_MESSAGE, &[&message, &tx.settled()], |row| file_at(row, 0))
}

/// Puts files into a new message, in this order.
pub(super) fn insert(
    tx: &WriteTx<'_>,
    poster: &Poster,
    message: MessageId,
    readers: &[FileReader],
) -> Result<Vec<File>> {
    let (group_id, direct_id): (Option<GroupId>, Option<DirectId>) = match poster.place() {
        Place::Group(group) => (Some(group), None),
        Place::Direct(direct) => (None, Some(direct)),
    };
    let mut found = Vec::with_capacity(readers.len());
    for (position, reader) in (1_i64..).zip(readers) {
        let file = files::shown(tx, reader)?;
        let params: &[&dyn Param] = &[&message, &position, &file.id, &group_id, &direct_id, &file.kind];
        tx.execute(INSERT, params)?;
        files::set_posted(tx, file.id)?;
        found.push(file);
    }
    Ok(found)
}

/// The files of a post that was moved are listed where it is now. Those of its replies can be opened by who may see them
/// there, and are listed nowhere: a move touches as many rows of a long thread as of a short one.
pub(super) fn moved(tx: &WriteTx<'_>, post: MessageId, to: GroupId) -> Result<()> {
    tx.execute(MOVE, &[&to, &post]).map(|_| ())
}

/// Takes all files out of a message. Those that are in no other are gone with that.
pub(super) fn remove_all(tx: &WriteTx<'_>, message: MessageId) -> Result<()> {
    tx.execute(REMOVE_ALL, &[&message]).map(|_| ())
}

/// The messages that a file is in.
pub(super) fn messages_with(tx: &Tx<'_>, file: FileId) -> Result<Vec<MessageId>> {
    tx.query(MESSAGES_WITH, &[&file], |row| row.get(0))
}

/// A place in the list of a conversation's files: before the file at this position of this message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    pub message: MessageId,
    pub position: i64,
}

/// Files of a conversation, the newest first, with the place of each in the list.
pub fn page(
    tx: &Tx<'_>,
    reader: &Reader,
    kind: Option<FileKind>,
    before: Before,
    limit: u32,
) -> Result<Vec<(PostedFile, Before)>> {
    let read = |row: &Row<'_>| {
        let file = PostedFile {
            file: file_at(row, 0)?,
            message_id: row.get(FILE_COLUMNS)?,
            thread_root_id: row.get(FILE_COLUMNS + 1)?,
            sender_id: row.get(FILE_COLUMNS + 2)?,
            sent_at: row.get(FILE_COLUMNS + 3)?,
        };
        let at = Before { message: file.message_id, position: row.get(FILE_COLUMNS + 4)? };
        Ok((file, at))
    };
    let (message, position, now) = (before.message, before.position, tx.settled());
    let (group, direct) = match reader.place() {
        Place::Group(id) => (Some(id), None),
        Place::Direct(id) => (None, Some(id)),
    };
    let place: &dyn Param = if group.is_some() { &group } else { &direct };
    match (reader.place(), &kind) {
        (Place::Group(_), None) => tx.query(IN_GROUP, &[place, &message, &position, &now, &limit], read),
        (Place::Direct(_), None) => tx.query(IN_DIRECT, &[place, &message, &position, &now, &limit], read),
        (Place::Group(_), Some(kind)) => {
            tx.query(IN_GROUP_OF_KIND, &[place, &message, &position, &now, kind, &limit], read)
        }
        (Place::Direct(_), Some(kind)) => {
            tx.query(IN_DIRECT_OF_KIND, &[place, &message, &position, &now, kind, &limit], read)
        }
    }
}
