//! Opening a file to whoever holds a link.

use super::App;
use super::uploads::in_future;
use crate::domain::{FileId, FileLink, FileLinkId, Secret, Timestamp};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker};
use crate::store::file_links;

/// Makes a link; its token is told here and never again.
///
/// # Errors
/// `Invalid`; `NotFound`; `Forbidden` for who may not share the file; `Conflict` when it is in no message, has 20 links
/// already, or this server makes none.
pub async fn create(
    app: &App,
    asker: Asker,
    file: FileId,
    expires_at: Option<Timestamp>,
) -> Result<(FileLink, Secret)> {
    in_future(expires_at)?;
    app.rates.changes.take(&asker.user)?;
    let are_allowed = app.config.files.public_links;
    app.store
        .write(move |tx| {
            let sharer = access::file_sharer(tx, asker, file)?;
            if !are_allowed {
                return Err(Error::Conflict("This server makes no public links."));
            }
            let token = Secret::random();
            Ok((file_links::insert(tx, &sharer, &token, expires_at)?, token))
        })
        .await
}

/// Takes a link back.
///
/// # Errors
/// `NotFound`; `Forbidden`.
pub async fn revoke(app: &App, asker: Asker, file: FileId, link: FileLinkId) -> Result<()> {
    app.rates.changes.take(&asker.user)?;
    app.store.write(move |tx| file_links::remove(tx, &access::file_sharer(tx, asker, file)?, link)).await
}
