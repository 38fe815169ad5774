//! How the server does and what it stores, for its admins.

use std::time::Duration;

use actix_web::web::{Data, Json};
use serde::Serialize;
use utoipa::ToSchema;

use crate::commands::{App, vitals};
use crate::domain::{Backup, KindUsage, PersonUsage, Timestamp};
use crate::error::Result;
use crate::store::access::{self, ServerAction};
use crate::store::condition::Condition;
use crate::store::{FILE_NAME, checkup, messages, server, uploads};
use crate::vault::Disk;
use crate::web::signed_in::SignedIn;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How full the disk is that everything is on.
#[derive(Serialize, ToSchema)]
pub struct DiskSpace {
    total_bytes: u64,
    available_bytes: u64,
    /// Of those, kept free of files so that the database can grow.
    reserve_bytes: u64,
}

impl DiskSpace {
    fn of(app: &App) -> Result<Self> {
        let Disk { total_bytes, available_bytes, reserve_bytes } = app.vault.disk()?;
        Ok(Self { total_bytes, available_bytes, reserve_bytes })
    }
}

/// What is stored, as it was counted at one moment.
#[derive(Serialize, ToSchema)]
pub struct StorageReport {
    counted_at: Timestamp,
    database_bytes: u64,
    /// Of the database's write-ahead log.
    log_bytes: u64,
    /// Of all files, each content counted once, and what has come of those on their way.
    files_bytes: i64,
    /// What is still to come of files on their way.
    awaited_bytes: i64,
    /// What all files together may take; `null`: as much as the disk holds.
    files_quota_bytes: Option<i64>,
    /// What one person's files may take.
    person_quota_bytes: i64,
    kinds: Vec<KindUsage>,
    /// The twenty people whose files take up most.
    people: Vec<PersonUsage>,
    disk: DiskSpace,
    /// When what nobody needs was last cleaned up; `null` when the server has only just started.
    swept_at: Option<Timestamp>,
}

/// What the server stores; for its admins.
#[utoipa::path(get, path = "/admin/storage", tag = "admin", responses((status = 200, body = StorageReport)))]
pub async fn storage(app: Data<App>, me: SignedIn) -> Result<Json<StorageReport>> {
    let shared = app.clone();
    let report = app.store.read(move |tx| {
        let app = shared;
        let keeper = access::active_user(tx, me.asker)?.on_server(ServerAction::Oversee)?;
        let (files_bytes, awaited_bytes) = uploads::totals(tx)?;
        let (database_bytes, log_bytes) = checkup::sizes_bytes(&app.config.data_dir.join(FILE_NAME));
        let bytes = |setting: usize| i64::try_from(setting).unwrap_or(i64::MAX);
        Ok(StorageReport {
            counted_at: tx.now(),
            database_bytes,
            log_bytes,
            files_bytes,
            awaited_bytes,
            files_quota_bytes: Some(bytes(app.config.files.server_bytes)).filter(|bytes| *bytes > 0),
            person_quota_bytes: bytes(app.config.files.per_person_bytes),
            kinds: uploads::by_kind(tx, &keeper)?,
            people: uploads::largest(tx, &keeper)?,
            disk: DiskSpace::of(&app)?,
            swept_at: app.vitals.swept_at(),
        })
    });
    report.await.map(Json)
}

/// How the server does, as it was looked at at one moment.
#[derive(Serialize, ToSchema)]
pub struct HealthReport {
    checked_at: Timestamp,
    version: &'static str,
    started_at: Timestamp,
    uptime_secs: u64,
    /// `fine`, `full`, `read_only`, or `failed`: nothing is written any more until the next start.
    storage: &'static str,
    /// How long the writer took to answer; `null` when it refused.
    writer_ms: Option<u64>,
    /// Whether things expire by the clock: not while it has only just jumped by more than a day.
    clock_is_believed: bool,
    connections: usize,
    /// The server's own lines too; 100,000 at most.
    messages_in_last_day: i64,
    /// The last copy of the database that `parlor backup` made.
    last_backup: Option<Backup>,
    /// Memory that the server takes up; `null` where the system does not say.
    memory_bytes: Option<u64>,
    /// Of the database's write-ahead log.
    log_bytes: u64,
    disk: DiskSpace,
}

/// How the server does; for its admins. What everybody may know is at `/health`.
#[utoipa::path(get, path = "/admin/health", tag = "admin", responses((status = 200, body = HealthReport)))]
pub async fn health(app: Data<App>, me: SignedIn) -> Result<Json<HealthReport>> {
    let (messages_in_last_day, last_backup) = app
        .store
        .read(move |tx| {
            let keeper = access::active_user(tx, me.asker)?.on_server(ServerAction::Oversee)?;
            Ok((messages::count_after(tx, &keeper, tx.now().minus(DAY))?, server::backup(tx)?))
        })
        .await?;
    let writer_ms = vitals::writer_ms(&app).await;
    let (now, settled) = Timestamp::now_and_settled();
    Ok(Json(HealthReport {
        checked_at: now,
        version: env!("CARGO_PKG_VERSION"),
        started_at: app.vitals.started_at,
        uptime_secs: app.vitals.uptime().as_secs(),
        storage: match app.store.condition() {
            Condition::Fine => "fine",
            Condition::Full => "full",
            Condition::ReadOnly => "read_only",
            Condition::Failed => "failed",
        },
        writer_ms,
        clock_is_believed: now == settled,
        connections: app.hub.connection_count(),
        messages_in_last_day,
        last_backup,
        memory_bytes: vitals::memory_bytes(),
        log_bytes: checkup::sizes_bytes(&app.config.data_dir.join(FILE_NAME)).1,
        disk: DiskSpace::of(&app)?,
    }))
}
