//! What a running server knows of itself.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use super::App;
use crate::domain::Timestamp;

/// Since when a server runs, and when it last swept.
#[derive(Debug)]
pub struct Vitals {
    pub started_at: Timestamp,
    started: Instant,
    /// In Unix milliseconds; 0 before the first time.
    swept_at: AtomicI64,
}

impl Vitals {
    /// A server that starts at this moment.
    pub fn begin() -> Self {
        Self { started_at: Timestamp::now(), started: Instant::now(), swept_at: AtomicI64::new(0) }
    }

    /// How long it has run, whatever the clock on the wall did.
    pub fn uptime(&self) -> Duration {
        self.started.elapsed()
    }

    /// What nobody needs of the files was cleaned up.
    pub fn note_sweep(&self) {
        self.swept_at.store(Timestamp::now().millis(), Ordering::Relaxed);
    }

    pub fn swept_at(&self) -> Option<Timestamp> {
        Some(self.swept_at.load(Ordering::Relaxed)).filter(|at| *at > 0).map(Timestamp::from_millis)
    }
}

/// How long the writer takes to answer; `None` when it refuses. It changes nothing: that it takes its turn is the answer.
pub async fn writer_ms(app: &App) -> Option<u64> {
    let asked = Instant::now();
    app.store.write(|_| Ok(())).await.ok()?;
    u64::try_from(asked.elapsed().as_millis()).ok()
}

/// Bytes of memory that this process takes up; `None` where the system does not say.
pub fn memory_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = resident.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kib.checked_mul(1024)
}
