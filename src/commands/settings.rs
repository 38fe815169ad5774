//! How the server is set.

use super::{App, audit};
use crate::error::Result;
use crate::store::access::{self, Asker, ServerAction};
use crate::store::{previews, server};

/// A change of the server's settings; what is `None` stays.
#[derive(Clone, Copy, Debug, Default)]
pub struct SettingsChange {
    /// Whether anybody may make an account without an invite.
    pub sign_up_open: Option<bool>,
    /// Whether it is looked at where links lead. What is shown already stays.
    pub link_previews: Option<bool>,
}

/// Changes the server's settings.
///
/// # Errors
/// `Forbidden` but for admins of the server.
pub async fn change(app: &App, asker: Asker, change: SettingsChange) -> Result<()> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let keeper = access::active_user(tx, asker)?.on_server(ServerAction::Configure)?;
            if let Some(open) = change.sign_up_open
                && open != server::sign_up_open(tx)?
            {
                server::set_sign_up_open(tx, &keeper, open)?;
                audit::setting(tx, asker, "sign_up_open", open)?;
            }
            if let Some(on) = change.link_previews
                && on != server::previews_on(tx)?
            {
                server::set_previews_on(tx, &keeper, on)?;
                if !on {
                    previews::give_up_waiting(tx)?;
                }
                audit::setting(tx, asker, "link_previews", on)?;
            }
            Ok(())
        })
        .await
}
