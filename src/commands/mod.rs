//! One function for each thing that a person can do: the only callers of `Store::write`.
//!
//! Parse, prove, look, write, emit. What may be done is decided by `store::access`; what was done is told by the
//! events that are committed with it.

pub mod accounts;
pub mod alarm;
pub mod attention;
mod audit;
pub mod demo;
pub mod directs;
pub mod drafts;
pub mod emoji;
pub mod file_links;
pub mod files;
pub mod groups;
pub mod happenings;
pub mod invites;
pub mod joining;
pub mod known;
#[cfg(test)]
mod ledger;
pub mod limits;
pub mod messages;
pub mod notices;
pub mod operator;
pub mod passwords;
pub mod people;
pub mod polls;
pub mod posts;
pub mod previews;
pub mod reading;
pub mod reading_all;
pub mod reminders;
pub mod resets;
pub mod saved;
pub mod scheduled;
pub mod sessions;
pub mod settings;
pub mod status;
pub mod uploads;
pub mod vitals;
pub mod workspaces;

use std::sync::Arc;

use self::alarm::Alarm;
use self::known::KnownSessions;
use self::limits::RateLimits;
use self::passwords::Passwords;
use self::previews::Previews;
use self::vitals::Vitals;
use crate::config::Config;
use crate::hub::Hub;
use crate::store::Store;
use crate::vault::Vault;

/// Everything that a command needs, shared by all threads.
pub struct App {
    pub config: Config,
    pub store: Store,
    pub hub: Arc<Hub>,
    pub known: Arc<KnownSessions>,
    pub vault: Arc<Vault>,
    pub previews: Previews,
    pub passwords: Passwords,
    pub rates: RateLimits,
    /// Since when this server runs, and what its timers did.
    pub vitals: Vitals,
    /// When the next reminder or scheduled message is due.
    pub alarm: Alarm,
    /// Signs what a browser keeps for us.
    pub secret_key: [u8; 32],
    /// Where people open Parlor, the first being the one to print: `https://chat.example.org`.
    pub origins: Vec<String>,
}

impl App {
    /// How long sessions may last.
    pub fn session_lifetime(&self) -> crate::store::sessions::Lifetime {
        let days = |n: u32| std::time::Duration::from_secs(u64::from(n) * 24 * 60 * 60);
        crate::store::sessions::Lifetime {
            idle: days(self.config.sessions.idle_days),
            most: days(self.config.sessions.max_days),
        }
    }

    /// The address to print and to build links from.
    pub fn origin(&self) -> &str {
        self.origins.first().map_or("", String::as_str)
    }
}
