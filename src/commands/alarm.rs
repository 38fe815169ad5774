//! What happens at its time without anybody asking: reminders are told, and scheduled messages go out.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use super::{App, reminders, scheduled};
use crate::domain::Timestamp;
use crate::error::Result;
use crate::store::Tx;

/// How many of each kind are done at once; the next ones follow, and others have their turn between.
pub(super) const BATCH: u32 = 100;

/// After a failure, so that a full disk is not asked each second.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(5);

/// When something is due next, as far as this process knows: never later than it is.
///
/// It begins in the past, so that what was due while the server was down is found at once. Due is what the clock on the
/// wall has reached, once that can be believed; how often that is looked at is counted by a clock that does not jump.
#[derive(Debug)]
pub struct Alarm(AtomicI64);

impl Default for Alarm {
    fn default() -> Self {
        Self(AtomicI64::new(0))
    }
}

impl Alarm {
    /// Something will be due at this time.
    pub fn set(&self, at: Timestamp) {
        self.0.fetch_min(at.millis(), Ordering::SeqCst);
    }

    fn is_due(&self, now: Timestamp) -> bool {
        self.0.load(Ordering::SeqCst) <= now.millis()
    }

    /// Forgets what it knew, before the store is asked: what is committed meanwhile sets it anew.
    fn forget(&self) {
        self.0.store(i64::MAX, Ordering::SeqCst);
    }
}

/// Does all that is due. Costs a look at the clock when that is nothing.
///
/// # Errors
/// Those of the store; tried again soon.
pub async fn ring(app: &App) -> Result<()> {
    while app.alarm.is_due(Timestamp::settled()) {
        app.alarm.forget();
        match ring_once(app).await {
            Ok(next) => app.alarm.set(next.unwrap_or(Timestamp::from_millis(i64::MAX))),
            Err(error) => {
                app.alarm.set(Timestamp::settled().plus(TRY_AGAIN_AFTER));
                return Err(error);
            }
        }
    }
    Ok(())
}

/// One batch of each; when the next thing is due.
async fn ring_once(app: &App) -> Result<Option<Timestamp>> {
    reminders::tell_due(app).await?;
    scheduled::send_due(app).await?;
    app.store.read(next).await
}

fn next(tx: &Tx<'_>) -> Result<Option<Timestamp>> {
    let reminder = crate::store::reminders::next(tx)?;
    Ok(reminder.into_iter().chain(crate::store::scheduled::next(tx)?).min())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alarm_rings_at_the_earliest_time_and_first_of_all_at_the_start() {
        let at = Timestamp::from_millis;
        let alarm = Alarm::default();
        assert!(alarm.is_due(at(1)), "what was due before the start");
        alarm.forget();
        assert!(!alarm.is_due(at(i64::MAX - 1)));
        alarm.set(at(500));
        alarm.set(at(900));
        assert!(!alarm.is_due(at(499)));
        assert!(alarm.is_due(at(500)));
        assert!(alarm.is_due(at(100_000)), "a clock that jumps over it has reached it");
    }
}
