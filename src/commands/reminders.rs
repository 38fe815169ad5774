//! "Remind me of this."

use super::App;
use super::alarm::BATCH;
use crate::domain::later::Ahead;
use crate::domain::{Event, MessageId, Reminder, Scope, Timestamp};
use crate::error::Result;
use crate::store::access::{self, Asker};
use crate::store::{edits, reminders};

/// Reminds the asker of a message at a time, instead of at an earlier choice.
///
/// # Errors
/// `Invalid` for a time that is past or over a year ahead; `NotFound` when the asker may not read the message, or it is
/// deleted; `Conflict` when they have 100 other reminders.
pub async fn set(app: &App, asker: Asker, id: MessageId, at: Timestamp) -> Result<Reminder> {
    let at = Ahead::parse("remind_at", at, Timestamp::now())?;
    app.rates.changes.take(&asker.user)?;
    let set = app
        .store
        .write(move |tx| {
            let reader = access::reader_of_message(tx, asker, id)?;
            edits::alive(tx, id)?;
            let reminder = reminders::put(tx, &reader, id, at)?;
            tx.emit(Scope::User(asker.user), Event::ReminderUpdated { reminder: reminder.clone() })?;
            Ok(reminder)
        })
        .await?;
    app.alarm.set(set.remind_at);
    Ok(set)
}

/// Done with a reminder, or it is taken back. A second time changes nothing.
///
/// # Errors
/// `NotFound` when the asker may not read the message.
pub async fn finish(app: &App, asker: Asker, id: MessageId) -> Result<()> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let reader = access::reader_of_message(tx, asker, id)?;
            if reminders::remove(tx, &reader, id)? {
                tx.emit(Scope::User(asker.user), Event::ReminderRemoved { message_id: id })?;
            }
            Ok(())
        })
        .await
}

/// Tells some of the reminders whose time has come: noted and told in one transaction, so each once.
///
/// # Errors
/// Those of the store.
pub(super) async fn tell_due(app: &App) -> Result<()> {
    let tell = |(user, reminder)| (Scope::User(user), Event::ReminderDue { reminder });
    app.store
        .write(move |tx| {
            for (scope, event) in reminders::tell_due(tx, BATCH)?.into_iter().map(tell) {
                tx.emit(scope, event)?;
            }
            Ok(())
        })
        .await
}
