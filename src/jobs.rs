//! Timers: what is done without anybody asking. Each round is one command; one that fails is tried again at its next
//! time.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

use crate::commands::{App, alarm, files, polls, posts, previews, status};
use crate::domain::Timestamp;
use crate::domain::clock::{self, News};
use crate::error::{Error, Result};
use crate::hub::HEARTBEAT;
use crate::store::{WriteTx, events, file_links, invites, previews as pages, resets, search, sessions};

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

/// How long it is remembered where a link led that no message has any more.
const PAGES_KEPT: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Starts all timers on the calling runtime. They end with it.
pub fn start(app: &Arc<App>) {
    every(SECOND, "noting who is connected", app, |app| async move { status::note_connections(&app).await });
    every(SECOND, "watching the clock", app, |_| async {
        watch_clock();
        Ok(())
    });
    every(SECOND * 5, "ending statuses", app, |app| async move { status::end_expired(&app).await });
    every(SECOND * 5, "turning quiet hours", app, |app| async move { status::turn_quiet_hours(&app).await });
    every(SECOND, "closing polls", app, |app| async move { polls::close_due(&app).await });
    // Looks at the clock on the wall, which may jump, and at nothing else while nothing is due.
    every(SECOND, "what is due", app, |app| async move { alarm::ring(&app).await });
    every(HEARTBEAT, "the heartbeat", app, |app| async move {
        app.hub.beat();
        Ok(())
    });
    every(MINUTE, "the clean-up of invites and sessions", app, |app| async move { clean_up(&app).await });
    every(MINUTE, "taking removed tags off posts", app, |app| async move { posts::sweep_tags(&app).await });
    every(SECOND * 5, "ending files", app, |app| async move {
        let ended_files = files::end_expired(&app).await?;
        if ended_files > 0 {
            tracing::info!(ended_files, "their time was over");
        }
        Ok(())
    });
    every(MINUTE * 10, "the clean-up of files", app, |app| async move { clean_up_files(&app).await });
    draw(app);
    unfurl(app);
    every(MINUTE * 60, "forgetting pages", app, |app| async move {
        let before = Timestamp::now().minus(PAGES_KEPT);
        app.store.write(move |tx| pages::forget(tx, before)).await.map(|_| ())
    });
    every(MINUTE * 10, "pruning the log", app, |app| async move { prune(&app).await });
    let is_merged = Arc::new(AtomicBool::new(false));
    every(SECOND, "reading for search", app, move |app| {
        let is_merged = Arc::clone(&is_merged);
        async move { read_for_search(&app, &is_merged).await }
    });
    every(SECOND * 15, "letting memory go", app, |app| async move {
        app.passwords.let_go_if_idle();
        Ok(())
    });
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

/// Messages that are taken into the index of search by one command: some milliseconds, so that nobody waits long.
const READ_AT_ONCE: u32 = 200;

/// How long the writer is left alone between two of those.
const BREATH: Duration = Duration::from_millis(40);

/// Steps of merging the index in one round: some hundredths of the writer's time.
const MERGES_IN_A_ROUND: usize = 12;

/// Takes into the index what was there before search was and what was said a moment ago, makes words known by their parts,
/// and merges the index while there is something to merge, which `is_merged` remembers. On a small machine with a million
/// messages the first takes some minutes, in which everything else goes on.
async fn read_for_search(app: &App, is_merged: &AtomicBool) -> Result<()> {
    let (mut has_older, mut has_new) = app.store.read(search::left_to_do).await?;
    is_merged.fetch_and(!has_older && !has_new, Relaxed);
    while has_older {
        has_older = app.store.write(|tx| search::read_older(tx, READ_AT_ONCE)).await?;
        tokio::time::sleep(BREATH).await;
    }
    while has_new {
        has_new = app.store.write(|tx| search::read_new(tx, READ_AT_ONCE)).await?;
        tokio::time::sleep(BREATH).await;
    }
    for _ in 0..MERGES_IN_A_ROUND {
        if is_merged.load(Relaxed) {
            break;
        }
        is_merged.store(!app.store.write(search::merge).await?, Relaxed);
        tokio::time::sleep(BREATH).await;
    }
    Ok(())
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
    let clean = |tx: &WriteTx<'_>| {
        resets::remove_expired(tx)?;
        Ok((invites::cleanup_expired(tx)?, sessions::end_expired(tx)?, file_links::remove_expired(tx)?))
    };
    let (expired_invites, expired_sessions, expired_links) = app.store.write(clean).await?;
    if expired_invites + expired_sessions + expired_links > 0 {
        tracing::info!(expired_invites, expired_sessions, expired_links, "cleaned up");
    }
    Ok(())
}

async fn clean_up_files(app: &App) -> Result<()> {
    let files::Cleared { uploads, files, contents } = files::clean_up(app).await?;
    app.vitals.note_sweep();
    if uploads + files + contents > 0 {
        tracing::info!(uploads, files, contents, "cleaned up what nobody needs");
    }
    Ok(())
}

/// First sets right what the last end of the server left half done, then makes small forms of pictures, one after the
/// other, whenever there are some to be made.
fn draw(app: &Arc<App>) {
    let app = Arc::clone(app);
    actix_web::rt::spawn(async move {
        match files::settle(&app).await {
            Ok(files::Settled { stray_uploads, lost_uploads, stray_contents }) => {
                if stray_uploads + lost_uploads + stray_contents > 0 {
                    tracing::info!(stray_uploads, lost_uploads, stray_contents, "settled what was left half done");
                }
            }
            Err(error) => tracing::warn!(%error, "what was left half done could not be settled"),
        }
        loop {
            match files::draw_next(&app).await {
                Ok(true) => {}
                Ok(false) => app.vault.pictures.notified().await,
                Err(error) => {
                    tracing::warn!(%error, "a small form could not be kept; tried again later");
                    tokio::time::sleep(MINUTE).await;
                }
            }
        }
    });
}

/// Looks at where links lead, one after the other; first at those that waited when the server ended.
fn unfurl(app: &Arc<App>) {
    let app = Arc::clone(app);
    actix_web::rt::spawn(async move {
        loop {
            match previews::look_next(&app).await {
                Ok(true) => {}
                Ok(false) => app.previews.rung().await,
                Err(error) => {
                    tracing::warn!(%error, "a preview could not be kept; tried again later");
                    tokio::time::sleep(MINUTE).await;
                }
            }
        }
    });
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
