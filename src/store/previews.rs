//! `pages` and `message_links`: where the links of messages lead.

use super::access::{Poster, Reader};
use super::db::{Row, Tx, WriteTx, statements};
use super::server;
use crate::domain::{Message, MessageId, Page, PageId, Preview, PreviewImage, Timestamp, links_in};
use crate::error::{Error, Result};

/// Pages that wait to be looked at; beyond it a link stays a plain link.
const MOST_WAITING: i64 = 500;

statements! {
    /// Rides on the primary keys.
    OF_MESSAGE = "SELECT l.position, p.url, p.title, p.site, p.description, p.image_width, p.image_height
                    FROM message_links l JOIN pages p ON p.id = l.page_id
                   WHERE l.message_id = $1 AND l.is_removed = FALSE AND p.state = 'ready'
                   ORDER BY l.position";
    URLS_OF = "SELECT p.url FROM message_links l JOIN pages p ON p.id = l.page_id WHERE l.message_id = $1 ORDER BY l.position";
    /// Rides on pages_waiting, which is bounded.
    COUNT_WAITING = "SELECT COUNT(*) FROM pages WHERE state = 'waiting'";
    NEXT_WAITING = "SELECT id, url FROM pages WHERE state = 'waiting' ORDER BY id LIMIT 1";
    INSERT_PAGE = "INSERT INTO pages (id, url) VALUES ($1, $2) ON CONFLICT (url) DO NOTHING";
    PAGE_OF_URL = "SELECT id FROM pages WHERE url = $1";
    INSERT_LINK = "INSERT INTO message_links (message_id, position, page_id) VALUES ($1, $2, $3)";
    REMOVE = "UPDATE message_links SET is_removed = TRUE WHERE message_id = $1 AND position = $2 AND is_removed = FALSE";
    REMOVE_ALL = "DELETE FROM message_links WHERE message_id = $1";
    IMAGE = "SELECT p.image_type, p.image
               FROM message_links l JOIN pages p ON p.id = l.page_id
              WHERE l.message_id = $1 AND l.position = $2 AND l.is_removed = FALSE AND p.state = 'ready' AND p.image IS NOT NULL";
    SET_READY = "UPDATE pages SET state = 'ready', title = $1, site = $2, description = $3, image = $4, image_type = $5,
                                  image_width = $6, image_height = $7, looked_at = $8
                  WHERE id = $9 AND state = 'waiting'";
    SET_EMPTY = "UPDATE pages SET state = 'empty', looked_at = $1 WHERE id = $2 AND state = 'waiting'";
    EMPTY_ALL = "UPDATE pages SET state = 'empty', looked_at = $1 WHERE state = 'waiting'";
    /// Rides on message_links_by_page. The newest first: who is far back will see it when they come there.
    MESSAGES_WITH = "SELECT message_id FROM message_links WHERE page_id = $1 AND is_removed = FALSE ORDER BY message_id DESC LIMIT 100";
    /// Rides on pages_by_age and message_links_by_page.
    FORGET = "DELETE FROM pages WHERE id IN (
                SELECT p.id FROM pages p
                 WHERE p.looked_at < $1 AND NOT EXISTS (SELECT 1 FROM message_links l WHERE l.page_id = p.id)
                 ORDER BY p.looked_at LIMIT 500)";
}

/// What is shown below a message. Most have no link, and are not asked for.
pub(super) fn of_message(tx: &Tx<'_>, message: &Message) -> Result<Vec<Preview>> {
    if !message.content.contains("://") {
        return Ok(Vec::new());
    }
    tx.query(OF_MESSAGE, &[&message.id], |row| {
        let size: (Option<u32>, Option<u32>) = (row.get(5)?, row.get(6)?);
        let image = match size {
            (Some(width), Some(height)) => Some(PreviewImage { width, height }),
            _ => None,
        };
        Ok(Preview {
            position: row.get(0)?,
            url: row.get(1)?,
            title: row.get(2)?,
            site: row.get(3)?,
            description: row.get(4)?,
            image,
        })
    })
}

/// Notes the links of a new message, if they are to be looked at on this server.
pub(super) fn note_links(tx: &WriteTx<'_>, message: MessageId, content: &str) -> Result<()> {
    if !content.contains("://") || !server::previews_on(tx)? {
        return Ok(());
    }
    for (position, url) in (1_i64..).zip(links_in(content)) {
        let page: Option<PageId> = tx.query_opt(PAGE_OF_URL, &[&url], |row| row.get(0))?;
        let page = match page {
            Some(page) => page,
            None if tx.query_one(COUNT_WAITING, &[], |row| row.get::<i64>(0))? >= MOST_WAITING => continue,
            None => {
                let id = PageId::from_uuid(tx.new_id());
                tx.execute(INSERT_PAGE, &[&id, &url])?;
                id
            }
        };
        tx.execute(INSERT_LINK, &[&message, &position, &page])?;
    }
    Ok(())
}

/// After an edit: the same links keep their previews, and what was taken down.
pub(super) fn links_changed(tx: &WriteTx<'_>, message: MessageId, content: &str) -> Result<()> {
    let were: Vec<String> = tx.query(URLS_OF, &[&message], |row| row.get(0))?;
    if were == links_in(content) {
        return Ok(());
    }
    remove_all(tx, message)?;
    note_links(tx, message, content)
}

pub(super) fn remove_all(tx: &WriteTx<'_>, message: MessageId) -> Result<()> {
    tx.execute(REMOVE_ALL, &[&message]).map(|_| ())
}

/// Takes a preview down for good. A second time changes nothing.
///
/// # Errors
/// `NotFound` when there is none at this position.
pub fn remove(tx: &WriteTx<'_>, _author: &Poster, message: MessageId, position: i64) -> Result<()> {
    if tx.execute(REMOVE, &[&message, &position])? == 0 { Err(Error::NotFound("preview")) } else { Ok(()) }
}

/// The picture of a preview: its type and its bytes.
///
/// # Errors
/// `NotFound`.
pub fn image(tx: &Tx<'_>, _reader: &Reader, message: MessageId, position: i64) -> Result<(String, Vec<u8>)> {
    tx.query_opt(IMAGE, &[&message, &position], |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?)))?
        .ok_or(Error::NotFound("preview"))
}

/// A page that waits to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    id: PageId,
    pub url: String,
}

/// The one that has waited longest.
pub fn next_waiting(tx: &Tx<'_>) -> Result<Option<Waiting>> {
    tx.query_opt(NEXT_WAITING, &[], |row| Ok(Waiting { id: row.get(0)?, url: row.get(1)? }))
}

/// The picture of a page, made small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub mime_type: &'static str,
    pub bytes: Vec<u8>,
    pub size: PreviewImage,
}

/// Keeps what was found at a page, if anything. The messages whose previews changed by that.
pub fn looked_at(
    tx: &WriteTx<'_>,
    waiting: &Waiting,
    found: Option<(Page, Option<Picture>)>,
) -> Result<Vec<MessageId>> {
    let id = waiting.id;
    let Some((page, picture)) = found else {
        tx.execute(SET_EMPTY, &[&tx.now(), &id])?;
        return Ok(Vec::new());
    };
    let bytes = picture.as_ref().map(|picture| picture.bytes.as_slice());
    let mime_type = picture.as_ref().map(|picture| picture.mime_type);
    let (width, height) = picture.as_ref().map(|picture| (picture.size.width, picture.size.height)).unzip();
    tx.execute(
        SET_READY,
        &[&page.title, &page.site, &page.description, &bytes, &mime_type, &width, &height, &tx.now(), &id],
    )?;
    tx.query(MESSAGES_WITH, &[&id], |row| row.get(0))
}

/// Gives up what waits: previews were turned off.
pub fn give_up_waiting(tx: &WriteTx<'_>) -> Result<()> {
    tx.execute(EMPTY_ALL, &[&tx.now()]).map(|_| ())
}

/// Forgets pages that no message has any more and that were looked at before then; how many.
pub fn forget(tx: &WriteTx<'_>, before: Timestamp) -> Result<usize> {
    tx.execute(FORGET, &[&before])
}
