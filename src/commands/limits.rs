//! How often somebody may try: buckets that refill, by account and by address, each bounded in memory.

use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::config::Limits;
use crate::domain::UserId;
use crate::error::{Error, Result};

/// Keys that one limiter remembers. When so many are in use, those at rest are forgotten first; if that does not help,
/// a flood is going on and newcomers wait.
const MOST_KEYS: usize = 100_000;

/// Sign-ins and codes are counted over this long.
const WINDOW: Duration = Duration::from_secs(15 * 60);

/// Uploads one person may begin: all photos of a day at once, and then some.
const UPLOADS_PER_SECOND: u32 = 2;
const UPLOADS_AT_ONCE: u32 = 200;

/// A bucket for each key.
pub struct Buckets<K: Hash + Eq + Clone>(RateLimiter<K, DashMapStateStore<K>, DefaultClock>);

impl<K: Hash + Eq + Clone> Buckets<K> {
    /// `burst` at once, and `burst` in each `window`.
    fn in_window(burst: u32, window: Duration) -> Self {
        let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::with_period(window / burst.get()).unwrap_or(Quota::per_second(burst)).allow_burst(burst);
        Self(RateLimiter::dashmap(quota))
    }

    fn per_second(rate: u32, burst: u32) -> Self {
        let rate = NonZeroU32::new(rate).unwrap_or(NonZeroU32::MIN);
        let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
        Self(RateLimiter::dashmap(Quota::per_second(rate).allow_burst(burst)))
    }

    /// # Errors
    /// `RateLimited`, with the seconds after which the next try is free.
    pub fn take(&self, key: &K) -> Result<()> {
        if self.0.len() >= MOST_KEYS {
            self.forget_idle();
            if self.0.len() >= MOST_KEYS {
                return Err(Error::RateLimited { retry_after_secs: 60 });
            }
        }
        self.0.check_key(key).map_err(|early| {
            let wait = early.wait_time_from(DefaultClock::default().now());
            Error::RateLimited { retry_after_secs: wait.as_secs() + 1 }
        })
    }

    /// Forgets keys whose bucket is full again.
    pub fn forget_idle(&self) {
        self.0.retain_recent();
        self.0.shrink_to_fit();
    }
}

/// Who tries to sign in, as far as the limits are concerned.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SignInKey {
    /// Anybody, for this login in its one form.
    Login(String),
    /// A browser that has signed in to this account before: it keeps a bucket of its own, so that nobody can lock
    /// somebody out by failing on purpose.
    KnownDevice(UserId, String),
}

/// All limits on how often something may be done.
pub struct RateLimits {
    pub sign_in: Buckets<SignInKey>,
    pub sign_in_from: Buckets<IpAddr>,
    /// Guesses at invite and set-up codes, and sign-ups.
    pub codes_from: Buckets<IpAddr>,
    pub passwords: Buckets<UserId>,
    pub messages: Buckets<UserId>,
    /// Searches go on while somebody types.
    pub searches: Buckets<UserId>,
    pub uploads: Buckets<UserId>,
    /// Everything else that writes: groups, members, invites, profile, status.
    pub changes: Buckets<UserId>,
}

impl RateLimits {
    pub fn new(limits: &Limits) -> Self {
        Self {
            sign_in: Buckets::in_window(limits.sign_in_tries_per_account, WINDOW),
            sign_in_from: Buckets::in_window(limits.sign_in_tries_per_address, WINDOW),
            codes_from: Buckets::in_window(limits.code_tries_per_address, WINDOW),
            passwords: Buckets::in_window(limits.sign_in_tries_per_account, WINDOW),
            messages: Buckets::per_second(limits.messages_per_second, limits.messages_burst),
            searches: Buckets::per_second(limits.messages_per_second, limits.messages_burst.saturating_mul(2)),
            uploads: Buckets::per_second(UPLOADS_PER_SECOND, UPLOADS_AT_ONCE),
            changes: Buckets::per_second(limits.messages_per_second, limits.messages_burst.saturating_mul(4)),
        }
    }

    /// Forgets everybody whose buckets are full again; called by a timer.
    pub fn forget_idle(&self) {
        self.sign_in.forget_idle();
        self.sign_in_from.forget_idle();
        self.codes_from.forget_idle();
        self.passwords.forget_idle();
        self.messages.forget_idle();
        self.searches.forget_idle();
        self.uploads.forget_idle();
        self.changes.forget_idle();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_has_a_bucket_of_its_own() {
        let buckets = Buckets::in_window(2, WINDOW);
        assert!(buckets.take(&"ada").is_ok());
        assert!(buckets.take(&"ada").is_ok());
        assert!(matches!(buckets.take(&"ada"), Err(Error::RateLimited { retry_after_secs: 1..=451 })));
        assert!(buckets.take(&"ben").is_ok());
    }
}
