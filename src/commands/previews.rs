//! Where links lead: looked at after the message was stored, one page after the other.

use std::io::Write;

use tokio::sync::Notify;

use super::messages::scope;
use super::uploads::off_thread;
use super::{App, files};
use crate::domain::{Event, FileKind, MessageId, PreviewImage};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker};
use crate::store::edits;
use crate::store::previews::{self, Picture};
use crate::unfurl::{Unfurled, Unfurler};
use crate::vault::looks;
use crate::vault::pictures::{self, Format, SMALL_SIDE};

/// A larger small form is left out: it lives in the database.
const MOST_PICTURE_BYTES: usize = 256 * 1024;
/// Enough to tell what a picture is.
const HEAD_BYTES: usize = 4096;

/// What looks at pages, and what wakes it.
pub struct Previews {
    unfurler: Unfurler,
    links: Notify,
}

impl Previews {
    pub fn new(unfurler: Unfurler) -> Self {
        Self { unfurler, links: Notify::new() }
    }

    /// Somebody may have said where to look.
    pub fn ring(&self, content: &str) {
        if content.contains("://") {
            self.links.notify_one();
        }
    }

    /// Until there may be something to look at.
    pub async fn rung(&self) {
        self.links.notified().await;
    }
}

/// Looks at the page that has waited longest; whether there was one.
///
/// # Errors
/// When what was found cannot be stored; it is looked at again then.
pub async fn look_next(app: &App) -> Result<bool> {
    let Some(waiting) = app.store.read(previews::next_waiting).await? else { return Ok(false) };
    let found = match app.previews.unfurler.look(&waiting.url).await {
        Ok(Unfurled { page, picture }) => Some((page, small(picture).await)),
        Err(refusal) => {
            tracing::debug!(%refusal, "a link was looked at in vain");
            None
        }
    };
    app.store
        .write(move |tx| {
            let messages = previews::looked_at(tx, &waiting, found)?;
            messages.into_iter().try_for_each(|id| files::tell_changed(tx, id))
        })
        .await?;
    Ok(true)
}

/// The picture of a page, made small; `None` when it is none that is known here.
async fn small(picture: Option<Vec<u8>>) -> Option<Picture> {
    let bytes = picture?;
    let drawn = off_thread(move || {
        let mut file = tempfile::tempfile().map_err(Error::internal)?;
        file.write_all(&bytes).map_err(Error::internal)?;
        let head = bytes.get(..HEAD_BYTES.min(bytes.len())).unwrap_or_default();
        let copy = file.try_clone().map_err(Error::internal)?;
        let looks = looks::of(head, false, copy);
        let (FileKind::Image, Some(size), Some(format)) = (looks.kind, looks.size, Format::of_type(looks.mime_type))
        else {
            return Ok(None);
        };
        use std::io::Seek;
        file.rewind().map_err(Error::internal)?;
        let Some(small) = pictures::small(format, file) else { return Ok(None) };
        let size = shrunk(size);
        Ok((small.bytes.len() <= MOST_PICTURE_BYTES).then_some(Picture {
            mime_type: small.mime_type,
            bytes: small.bytes,
            size,
        }))
    });
    drawn.await.unwrap_or_else(|error| {
        tracing::debug!(%error, "the picture of a link could not be made small");
        None
    })
}

/// The size of a small form.
fn shrunk((width, height): (u32, u32)) -> PreviewImage {
    let longer = u64::from(width.max(height)).max(1);
    let side = |side: u32| {
        let scaled = u64::from(side) * u64::from(SMALL_SIDE).min(longer) / longer;
        u32::try_from(scaled).unwrap_or(SMALL_SIDE).max(1)
    };
    PreviewImage { width: side(width), height: side(height) }
}

/// Takes a preview off one's own message, for good.
///
/// # Errors
/// `NotFound`; `Forbidden` for others' messages; `Conflict` when the conversation is closed.
pub async fn remove(app: &App, asker: Asker, id: MessageId, position: i64) -> Result<()> {
    app.rates.messages.take(&asker.user)?;
    app.store
        .write(move |tx| {
            access::reader_of_message(tx, asker, id)?;
            let was = edits::alive(tx, id)?;
            let poster = access::author(tx, asker, &was)?;
            previews::remove(tx, &poster, id, position)?;
            let message = edits::alive(tx, id)?;
            tx.emit(scope(poster.at(), &message), Event::MessageUpdated { message })
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_form_has_the_proportions_of_the_picture() {
        assert_eq!(shrunk((1440, 720)), PreviewImage { width: 720, height: 360 });
        assert_eq!(shrunk((100, 50)), PreviewImage { width: 100, height: 50 });
        assert_eq!(shrunk((1, 40_000)), PreviewImage { width: 1, height: 720 });
    }
}
