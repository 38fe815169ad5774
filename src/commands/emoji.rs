//! A workspace's own emoji.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::App;
use crate::domain::{CustomEmoji, EmojiId, EmojiName, Event, Picture, Scope, WorkspaceId};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker, WorkspaceAction};
use crate::store::{emoji, workspaces};

/// Adds an emoji to a workspace. `image` is a PNG, GIF or WebP in Base64.
///
/// # Errors
/// `Invalid`; `TooLarge`; `NotFound` for who is not in the workspace; `Forbidden`; `Taken`; `Conflict` when there are 500.
pub async fn add(app: &App, asker: Asker, id: WorkspaceId, name: &str, image: &str) -> Result<CustomEmoji> {
    let name = EmojiName::parse(name)?;
    let picture = Picture::parse("image", decoded(image)?)?;
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            access::in_workspace(tx, asker, id, WorkspaceAction::See)?;
            let members_may = workspaces::by_id(tx, id)?.settings.members_may_add_emoji;
            let here = access::in_workspace(tx, asker, id, WorkspaceAction::AddEmoji { members_may })?;
            let added = emoji::insert(tx, &here, &name, &picture)?;
            tx.emit(Scope::Workspace(id), Event::EmojiAdded { workspace_id: id, emoji: added.mark() })?;
            Ok(added)
        })
        .await
}

/// What is too large is told before it is decoded: four characters stand for three bytes.
fn decoded(image: &str) -> Result<Vec<u8>> {
    if image.len() / 4 * 3 > Picture::MAX_BYTES + 3 {
        return Err(Error::TooLarge { what: "image", max_bytes: Picture::MAX_BYTES });
    }
    STANDARD.decode(image).map_err(|_| Error::invalid("image", "must be a PNG, GIF or WebP in Base64"))
}

/// Takes an emoji away. What was said and reacted with it stays, as text.
///
/// # Errors
/// `NotFound`; `Forbidden` for who neither moderates the workspace nor added it.
pub async fn remove(app: &App, asker: Asker, id: EmojiId) -> Result<()> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let here = access::emoji_keeper(tx, asker, id)?;
            emoji::remove(tx, &here, id)?;
            let workspace_id = here.workspace();
            tx.emit(Scope::Workspace(workspace_id), Event::EmojiRemoved { workspace_id, emoji_id: id })
        })
        .await
}
