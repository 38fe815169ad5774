//! Of what somebody wants to be told, and when not.

use super::App;
use super::status::tell;
use crate::domain::people::parse_keywords;
use crate::domain::{Event, Me, QuietHours, Scope};
use crate::error::Result;
use crate::store::access::{self, Asker};
use crate::store::{status, users};

/// Sets the words that call the asker, and their quiet hours (`Some(None)` takes them away); what is `None` stays.
///
/// # Errors
/// `Invalid`.
pub async fn set(
    app: &App,
    asker: Asker,
    keywords: Option<Vec<String>>,
    quiet_hours: Option<Option<QuietHours>>,
) -> Result<Me> {
    let keywords = keywords.as_deref().map(parse_keywords).transpose()?;
    let quiet_hours = match quiet_hours {
        Some(Some(typed)) => Some(Some(QuietHours::parse(typed)?)),
        other => other,
    };
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let who = access::active_user(tx, asker)?;
            if let Some(words) = &keywords {
                users::set_keywords(tx, &who, words)?;
            }
            if let Some(hours) = &quiet_hours {
                tell(tx, status::set_quiet_hours(tx, &who, hours.as_ref())?)?;
            }
            let me = users::me(tx, &who)?;
            tx.emit(Scope::User(asker.user), Event::MeUpdated { me: me.clone() })?;
            Ok(me)
        })
        .await
}

/// Ends the asker's quiet hours for this time.
///
/// # Errors
/// `Unauthenticated`.
pub async fn end_quiet_hours(app: &App, asker: Asker) -> Result<Me> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let who = access::active_user(tx, asker)?;
            if status::mine(tx, &who)?.in_quiet_hours {
                tell(tx, status::end_quiet_hours(tx, &who)?)?;
            }
            users::me(tx, &who)
        })
        .await
}
