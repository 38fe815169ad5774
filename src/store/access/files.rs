//! Who may read a file, open it to the world, and go on with an upload.

use super::conversations::reader;
use super::groups::rank_of_member;
use super::rules::decide_on_file;
use super::{Asker, active_user};
use crate::domain::{DirectId, FileId, GroupId, Place, Rank, UserId};
use crate::error::{Error, Result};
use crate::store::db::{Row, Tx, statements};
use crate::store::messages::group_of_message;

statements! {
    /// Whose a file is, and whether it is still somebody's.
    FILE = "SELECT uploader_id, posted_at IS NOT NULL FROM files WHERE id = $1 AND (expires_at IS NULL OR expires_at > $2)";

    /// Conversations in which a file was posted and which the asker is in. Rides on attachments_by_file.
    PLACES_OF_FILE = concat!("SELECT DISTINCT ", group_of_message!(), ", a.direct_id
                        FROM attachments a
                        JOIN messages m ON m.id = a.message_id
                       WHERE a.file_id = $1
                         AND (EXISTS (SELECT 1 FROM group_members g WHERE g.user_id = $2 AND g.group_id = (", group_of_message!(), "))
                              OR EXISTS (SELECT 1 FROM direct_conversations d
                                          WHERE d.id = a.direct_id AND (d.user_a_id = $2 OR d.user_b_id = $2)))
                       LIMIT 100");

    /// Whether an upload is the asker's.
    OWN_UPLOAD = "SELECT 1 FROM uploads WHERE id = $1 AND user_id = $2";
}

/// Proof that somebody may read a file: it is in a message of a conversation that they may read, or they have uploaded
/// it and it is in none yet.
#[derive(Clone, Copy, Debug)]
pub struct FileReader {
    file: FileId,
    is_uploader: bool,
    is_posted: bool,
    /// The highest that they stand in a group with it; `None` when they read it in direct conversations alone.
    rank: Option<Rank>,
}

impl FileReader {
    pub fn file(&self) -> FileId {
        self.file
    }

    pub fn is_posted(&self) -> bool {
        self.is_posted
    }
}

/// Proof that somebody may open a file to the world, and see and take back what was opened: who uploaded it, or
/// moderates a group that it is in; no guest.
#[derive(Clone, Copy, Debug)]
pub struct FileSharer {
    user: UserId,
    file: FileId,
}

impl FileSharer {
    pub fn user(&self) -> UserId {
        self.user
    }

    pub fn file(&self) -> FileId {
        self.file
    }
}

/// # Errors
/// As [`file_reader`]; `Forbidden`; `Conflict` when the file is in no message.
pub fn file_sharer(tx: &Tx<'_>, asker: Asker, file: FileId) -> Result<FileSharer> {
    let reader = file_reader(tx, asker, file)?;
    decide_on_file(reader.is_posted, reader.is_uploader, reader.rank)?;
    Ok(FileSharer { user: asker.user, file })
}

/// # Errors
/// `NotFound`, as for a file that never was.
pub fn file_reader(tx: &Tx<'_>, asker: Asker, file: FileId) -> Result<FileReader> {
    active_user(tx, asker)?;
    let none = || Error::NotFound("file");
    let read = |row: &Row<'_>| Ok((row.get::<UserId>(0)?, row.get::<bool>(1)?));
    let (uploader, is_posted) = tx.query_opt(FILE, &[&file, &tx.settled()], read)?.ok_or_else(none)?;
    let is_uploader = uploader == asker.user;
    let mut proof = FileReader { file, is_uploader, is_posted, rank: None };
    if !is_posted {
        return if is_uploader { Ok(proof) } else { Err(none()) };
    }
    let read = |row: &Row<'_>| Ok((row.get::<Option<GroupId>>(0)?, row.get::<Option<DirectId>>(1)?));
    let mut may_read = false;
    for (group, direct) in tx.query(PLACES_OF_FILE, &[&file, &asker.user], read)? {
        let Some(place) = group.map(Place::Group).or(direct.map(Place::Direct)) else { continue };
        match reader(tx, asker, place) {
            Ok(_) => may_read = true,
            Err(Error::NotFound(_) | Error::Forbidden(_)) => continue,
            Err(other) => return Err(other),
        }
        if let Place::Group(group) = place {
            proof.rank = proof.rank.max(Some(rank_of_member(tx, group, asker.user)?));
        }
    }
    if may_read { Ok(proof) } else { Err(none()) }
}

/// Proof that an upload is the asker's own.
#[derive(Clone, Copy, Debug)]
pub struct OwnUpload {
    user: UserId,
    upload: FileId,
}

impl OwnUpload {
    pub fn user(&self) -> UserId {
        self.user
    }

    pub fn upload(&self) -> FileId {
        self.upload
    }
}

/// # Errors
/// `NotFound`.
pub fn own_upload(tx: &Tx<'_>, asker: Asker, upload: FileId) -> Result<OwnUpload> {
    active_user(tx, asker)?;
    match tx.query_opt(OWN_UPLOAD, &[&upload, &asker.user], |_| Ok(()))? {
        Some(()) => Ok(OwnUpload { user: asker.user, upload }),
        None => Err(Error::NotFound("upload")),
    }
}
