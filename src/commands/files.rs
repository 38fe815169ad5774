//! Looking after what was uploaded: small forms of pictures, and what is to go.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use super::App;
use super::uploads::off_thread;
use crate::domain::{ContentHash, Event, FileId, MessageId, Place, Scope, Timestamp};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker};
use crate::store::{Tx, WriteTx, directs, files, messages, uploads};
use crate::vault::pictures::{self, Format};

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Throws away a file of one's own that was not posted.
///
/// # Errors
/// `NotFound`; `Conflict` when it is in a message.
pub async fn discard(app: &App, asker: Asker, id: FileId) -> Result<()> {
    app.store.write(move |tx| files::remove_unposted(tx, &access::file_reader(tx, asker, id)?)).await
}

/// Makes the small form of the picture that has waited longest; whether there was one.
///
/// # Errors
/// What the disk or the store refuse.
pub async fn draw_next(app: &App) -> Result<bool> {
    let Some((hash, mime_type)) = app.store.read(files::next_to_draw).await? else { return Ok(false) };
    let vault = Arc::clone(&app.vault);
    let drawn = off_thread(move || {
        let Some(format) = Format::of_type(&mime_type) else { return Ok(None) };
        let small = pictures::small(format, vault.open_content(hash)?);
        if let Some(small) = &small {
            vault.keep_thumbnail(hash, &small.bytes)?;
        }
        Ok(small)
    });
    let small = match drawn.await {
        Err(error @ (Error::StorageFull | Error::ReadOnly | Error::Busy)) => return Err(error),
        Err(error) => {
            tracing::warn!(%hash, %error, "a picture could not be read");
            None
        }
        Ok(small) => small,
    };
    app.store
        .write(move |tx| {
            let messages = files::drawn(tx, hash, small.as_ref())?;
            messages.into_iter().try_for_each(|id| tell_changed(tx, id))
        })
        .await?;
    Ok(true)
}

/// Tells of a message whose files are not as they were.
pub(super) fn tell_changed(tx: &WriteTx<'_>, id: MessageId) -> Result<()> {
    let Some(message) = messages::by_id(tx, id)? else { return Ok(()) };
    if let Some(scope) = scope_of(tx, message.place())? {
        tx.emit(scope, Event::MessageUpdated { message })?;
    }
    Ok(())
}

fn scope_of(tx: &Tx<'_>, place: Option<Place>) -> Result<Option<Scope>> {
    Ok(match place {
        Some(Place::Group(group)) => Some(Scope::Group(group)),
        Some(Place::Direct(id)) => directs::pair(tx, id)?.map(|between| Scope::Direct { id, between }),
        None => None,
    })
}

/// Takes away files whose time is over; how many.
///
/// # Errors
/// What the store refuses.
pub async fn end_expired(app: &App) -> Result<usize> {
    app.store
        .write(|tx| {
            let (ended, messages) = files::remove_expired(tx)?;
            messages.into_iter().try_for_each(|id| tell_changed(tx, id))?;
            Ok(ended)
        })
        .await
}

/// What a clean-up took away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cleared {
    /// Uploads of which nothing more came.
    pub uploads: usize,
    /// Files that were never posted.
    pub files: usize,
    /// Contents that no file has had for long.
    pub contents: usize,
}

/// Takes away what was begun and never finished, uploaded and never posted, or deleted long ago.
///
/// # Errors
/// What the disk or the store refuse.
pub async fn clean_up(app: &App) -> Result<Cleared> {
    let settings = &app.config.files;
    let now = Timestamp::settled();
    let idle = now.minus(HOUR * settings.upload_hours);
    let unposted = now.minus(HOUR * 24 * settings.unposted_days);
    let deleted = now.minus(HOUR * 24 * settings.deleted_days);
    let abandoned = app.store.write(move |tx| uploads::remove_abandoned(tx, idle)).await?;
    let mut cleared = Cleared { uploads: abandoned.len(), ..Cleared::default() };
    let vault = Arc::clone(&app.vault);
    off_thread(move || {
        abandoned.into_iter().for_each(|id| vault.discard(id));
        Ok(())
    })
    .await?;
    cleared.files = app.store.write(move |tx| files::remove_forgotten(tx, unposted)).await?;
    for hash in app.store.read(move |tx| files::unreferenced(tx, deleted)).await? {
        // Nobody gives this content a new file between its row and its bytes.
        let _alone = app.vault.clear_up().await;
        if app.store.write(move |tx| files::remove_unreferenced(tx, hash, deleted)).await? {
            let vault = Arc::clone(&app.vault);
            off_thread(move || {
                vault.remove_content(hash);
                Ok(())
            })
            .await?;
            cleared.contents += 1;
        }
    }
    Ok(cleared)
}

/// What was found half done when the server started.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Bytes of uploads that nobody knows of.
    pub stray_uploads: usize,
    /// Uploads whose bytes are lost.
    pub lost_uploads: usize,
    /// Contents without a row.
    pub stray_contents: usize,
}

/// Sets right what the last end of the server left half done. F16.
///
/// # Errors
/// What the disk or the store refuse.
pub async fn settle(app: &App) -> Result<Settled> {
    let mut settled = Settled::default();
    let vault = Arc::clone(&app.vault);
    // First what is there, then what should be: an upload that begins meanwhile is in the second alone.
    let on_disk = off_thread(move || vault.uploads()).await?;
    let known = app.store.read(uploads::all).await?;
    let ids: HashSet<FileId> = known.iter().map(|(id, _)| *id).collect();
    for id in on_disk.into_iter().filter(|id| !ids.contains(id)) {
        let vault = Arc::clone(&app.vault);
        off_thread(move || {
            vault.discard(id);
            Ok(())
        })
        .await?;
        settled.stray_uploads += 1;
    }
    for (id, received) in known {
        let vault = Arc::clone(&app.vault);
        let there = off_thread(move || Ok(vault.bytes_of_upload(id))).await?.unwrap_or(0);
        if there < u64::try_from(received).unwrap_or(0) {
            app.store.write(move |tx| uploads::remove_lost(tx, id)).await?;
            settled.lost_uploads += 1;
        }
    }
    for shelf in 0..=u8::MAX {
        settled.stray_contents += settle_shelf(app, shelf).await?;
    }
    Ok(settled)
}

async fn settle_shelf(app: &App, shelf: u8) -> Result<usize> {
    let _alone = app.vault.clear_up().await;
    let vault = Arc::clone(&app.vault);
    let there = off_thread(move || vault.contents_on_shelf(shelf)).await?;
    let mut strays = Vec::new();
    for some in there.chunks(500) {
        let some = some.to_vec();
        let unknown = app.store.read(move |tx| unknown_of(tx, some)).await?;
        strays.extend(unknown);
    }
    let (count, vault) = (strays.len(), Arc::clone(&app.vault));
    off_thread(move || {
        strays.into_iter().for_each(|hash| vault.remove_content(hash));
        Ok(())
    })
    .await?;
    Ok(count)
}

fn unknown_of(tx: &Tx<'_>, some: Vec<ContentHash>) -> Result<Vec<ContentHash>> {
    let mut unknown = Vec::new();
    for hash in some {
        if !files::is_known(tx, hash)? {
            unknown.push(hash);
        }
    }
    Ok(unknown)
}
