//! Timers: what is done without anybody asking. Each round is one command; one that fails is tried again at its next
//! time.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use crate::commands::{App, alarm, status};
use crate::domain::Timestamp;
use crate::domain::clock::{self, News};
use crate::error::{Error, Result};
use crate::hub::HEARTBEAT;
use crate::store::{events, invites, sessions};

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

/// Starts all timers on the calling runtime. They end with it.
pub fn start(app: &Arc<App>) {
    every(SECOND, "noting who is connected", app, |app| async move { status::note_connections(&app).await });
    every(SECOND, "watching the clock", app, |_| async {
        watch_clock();
        Ok(())
    });
    every(SECOND * 5, "ending statuses", app, |app| async move { status::end_expired(&app).await });
    // Looks at the clock on the wall, which may jump, and at nothing else while nothing is due.
    every(SECOND, "what is due", app, |app| async move { alarm::ring(&app).await });
    every(HEARTBEAT, "the heartbeat", app, |app| async move {
        app.hub.beat();
        Ok(())
    });
    every(MINUTE, "the clean-up of invites and sessions", app, |app| async move { clean_up(&app).await });
    every(MINUTE * 10, "pruning the log", app, |app| async move { prune(&app).await });
    every(MINUTE * 5, "forgetting idle rate limits", app, |app| async move {
        app.rates.forget_idle();
        Ok(())
    });
}

fn every<F, R>(period: Duration, what: &'static str, app: &Arc<App>, round: F)
where
    F: Fn(Arc<App>) -> R + 'static,
    R: Future<Output = Result<()>> + 'static,
{
    let app = Arc::clone(app);
    actix_web::rt::spawn(async move {
        let mut clock = tokio::time::interval(period);
        // After a sleep of the machine there is one round, not all those that were missed.
        clock.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            clock.tick().await;
            match round(Arc::clone(&app)).await {
                Ok(()) => {}
                // The store has said so itself, once.
                Err(error @ (Error::Busy | Error::StorageFull | Error::ReadOnly)) => {
                    tracing::debug!(what, %error, "not now; tried again later");
                }
                Err(error) => tracing::warn!(what, %error, "a timer's round failed; tried again later"),
            }
        }
    });
}

fn watch_clock() {
    match clock::news() {
        Some(News::Jumped { by_ms }) => tracing::warn!(
            days = by_ms / DAY_MS,
            "the clock is more than a day from where it should be by the time since the last reading or, at the start, \
             by the latest entry of the database; nothing expires until it has been read again in ten minutes"
        ),
        Some(News::Believed) => tracing::warn!("the clock stands by its jump; things expire by it from now on"),
        Some(News::Back) => tracing::info!("the clock is back where it should be"),
        None => {}
    }
}

async fn clean_up(app: &App) -> Result<()> {
    let (expired_invites, expired_sessions) =
        app.store.write(|tx| Ok((invites::cleanup_expired(tx)?, sessions::end_expired(tx)?))).await?;
    if expired_invites + expired_sessions > 0 {
        tracing::info!(expired_invites, expired_sessions, "cleaned up");
    }
    Ok(())
}

/// Drops what is older than the log is kept, a few thousand rows at a time so that nobody waits long.
async fn prune(app: &App) -> Result<()> {
    let day = Duration::from_secs(24 * 60 * 60);
    let before = Timestamp::settled().minus(day * app.config.events.keep_days);
    loop {
        let dropped = app.store.write(move |tx| events::prune(tx, before)).await?;
        if dropped == 0 {
            return Ok(());
        }
        tracing::info!(dropped, "dropped old events");
    }
}
