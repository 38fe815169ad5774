//! How people look to others: what they choose, and what their connections say.

use super::App;
use crate::domain::people::{Chosen, Shown};
use crate::domain::{Event, ManualStatus, Me, Scope, Timestamp, UserId};
use crate::error::{Error, Result};
use crate::store::access::{self, ActiveUser, Asker};
use crate::store::{WriteTx, emoji, status, users};

/// Sets how the asker looks.
///
/// # Errors
/// `Invalid`.
pub async fn choose(
    app: &App,
    asker: Asker,
    manual: Option<ManualStatus>,
    do_not_disturb: bool,
    invisible: bool,
) -> Result<Me> {
    let manual_status = manual.map(|typed| ManualStatus::parse(typed, Timestamp::now())).transpose()?;
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let me = access::active_user(tx, asker)?;
            emoji_is_known(tx, &me, manual_status.as_ref())?;
            let chosen = status::choose(tx, &me, Shown { do_not_disturb, manual_status }, invisible)?;
            tell(tx, chosen)?;
            users::me(tx, &me)
        })
        .await
}

/// An emoji of a workspace's own must be there when it is chosen; it may stay when it is gone.
fn emoji_is_known(tx: &WriteTx<'_>, me: &ActiveUser, wanted: Option<&ManualStatus>) -> Result<()> {
    let Some(name) = wanted.and_then(ManualStatus::own_emoji) else { return Ok(()) };
    let before = status::mine(tx, me)?.own.manual_status.and_then(|held| held.emoji);
    let stays = before == wanted.and_then(|status| status.emoji.clone());
    if stays || emoji::is_known_to(tx, me.user(), &name)? {
        return Ok(());
    }
    Err(Error::invalid("manual_status.emoji", "is no emoji of your workspaces"))
}

fn tell(tx: &WriteTx<'_>, chosen: Chosen) -> Result<()> {
    let status = chosen.seen_by_self(tx.settled());
    tx.emit(Scope::User(chosen.user_id), Event::MyStatus { status, chosen })
}

/// Takes away statuses that have ended; for a timer.
///
/// # Errors
/// Those of the store.
pub async fn end_expired(app: &App) -> Result<()> {
    app.store.write(|tx| status::end_expired(tx)?.into_iter().try_for_each(|chosen| tell(tx, chosen))).await
}

/// Most people whose connections are noted in one go.
const NOTED_AT_ONCE: usize = 500;

/// Notes in the store what has changed of people's connections, and tells those who watch; for a timer.
///
/// # Errors
/// Those of the store; what was not noted comes again.
pub async fn note_connections(app: &App) -> Result<()> {
    let changes = app.hub.changes(NOTED_AT_ONCE);
    if changes.is_empty() {
        return Ok(());
    }
    let people: Vec<UserId> = changes.iter().map(|change| change.user).collect();
    let noted = app
        .store
        .write(move |tx| {
            changes
                .iter()
                .map(|change| {
                    let devices = serde_json::to_string(&change.devices).map_err(Error::internal)?;
                    status::note_connections(tx, change.user, change.presence, &devices)
                })
                .collect::<Result<Vec<Chosen>>>()
        })
        .await;
    match noted {
        Ok(chosen) => app.hub.noted(chosen),
        Err(error) => {
            app.hub.not_noted(&people);
            return Err(error);
        }
    }
    Ok(())
}
