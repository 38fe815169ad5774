//! How this server was asked to behave: one checked [`Config`], put together from
//! defaults, a TOML file, the environment and flags, the later winning over the earlier.
//!
//! Every setting is one row of the table in `settings.rs`; the fields, the parsing, the
//! names of variables and flags, the errors and `config.example.toml` all come from that
//! row. A key nobody knows is an error, so that a typing mistake is never a silent default.
//! This room reads and checks; it opens no database, binds no port and creates nothing.

mod error;
#[cfg(test)]
mod example;
mod file;
mod flags;
mod log_filter;
mod network;
mod origin;
mod settings;
#[cfg(test)]
mod tests;
mod value;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

pub use error::{ConfigError, Place};
pub use flags::Flags;
pub use log_filter::LogFilter;
pub use network::Networks;
pub use origin::Origin;
pub use settings::{Config, Limits, Log};
pub use value::LogFormat;

use settings::Setting;

/// The file that is read when nobody names one: in the working directory, and only if it is there.
pub const DEFAULT_FILE: &str = "parlor.toml";

/// Names the file, as `--config` does; the flag wins.
pub const FILE_VARIABLE: &str = "PARLOR_CONFIG";

/// What every variable of ours begins with.
const PREFIX: &str = "PARLOR_";

/// Kubernetes describes a service called `parlor` to every container in such variables;
/// they are no attempt at a setting.
const FOREIGN: [&str; 2] = ["PARLOR_PORT", "PARLOR_SERVICE_"];

/// Where a [`Config`] is read from.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// `--config`: must exist. Without it `PARLOR_CONFIG` is asked, then [`DEFAULT_FILE`].
    pub file: Option<PathBuf>,
    /// Where [`DEFAULT_FILE`] is looked for; empty means the working directory.
    pub directory: PathBuf,
    /// Names and values of variables; those that do not begin with `PARLOR_` are passed over.
    pub env: Vec<(OsString, OsString)>,
    pub flags: Flags,
    /// `--demo`: see [`Config::demo`].
    pub demo: bool,
}

impl Sources {
    /// This process's environment and working directory, without any flag.
    pub fn of_process() -> Self {
        Self { env: std::env::vars_os().collect(), ..Self::default() }
    }
}

impl Config {
    /// Reads all sources and checks the values, first each by itself, then together.
    ///
    /// # Errors
    /// The first thing that is wrong, with the place it came from, the key, the value and
    /// what was expected.
    pub fn load(sources: &Sources) -> Result<Self, ConfigError> {
        let mut load = Load::new();
        if let Some(path) = file_of(sources) {
            for entry in file::read(&path)? {
                load.set(entry.setting, &entry.text, &entry.shown, entry.place)?;
            }
        }
        load.environment(&sources.env)?;
        for (setting, flag, text) in sources.flags.given() {
            load.set(setting, text, text, Place::Flag(format!("--{}", flag.name)))?;
        }
        load.config.demo = sources.demo;
        load.check_together()?;
        Ok(load.config)
    }

    /// The addresses people may have opened to reach this server, as browsers send them in
    /// `Origin`; never empty, and the first is the one to print.
    ///
    /// That is `origin` alone when it is set. Otherwise it is what was listened on, a
    /// loopback address (see [`Load::check_together`]), and `localhost`.
    /// `listening` is the address that was bound, so that port 0 is already resolved.
    pub fn origins(&self, listening: SocketAddr) -> Vec<Origin> {
        match &self.origin {
            Some(origin) => vec![origin.clone()],
            None => vec![Origin::of_address(listening), Origin::localhost(listening.port())],
        }
    }

    /// Threads that serve requests: `workers`, or one per core where it is 0.
    pub fn worker_threads(&self) -> usize {
        match self.workers {
            0 => cores(),
            chosen => chosen,
        }
    }

    /// Whether a request that came straight from `peer` may say in `X-Forwarded-For` whom it is for.
    pub fn is_proxy(&self, peer: IpAddr) -> bool {
        self.proxies.contain(peer)
    }
}

impl Limits {
    /// Passwords that are hashed at the same time: as set, or the cores but at most 4,
    /// since each takes 19 MiB while it lasts.
    pub fn password_hashers(&self) -> usize {
        match self.password_hash_parallel {
            0 => cores().min(4),
            chosen => chosen,
        }
    }
}

fn cores() -> usize {
    available_parallelism().map_or(1, usize::from)
}

/// The file to read, if there is one. A named file need not exist to be answered: that is
/// an error the reader of the file reports.
fn file_of(sources: &Sources) -> Option<PathBuf> {
    let variable = || {
        let set = sources.env.iter().find(|(name, _)| name == FILE_VARIABLE);
        set.map(|(_, value)| PathBuf::from(value))
    };
    let by_default = || Some(sources.directory.join(DEFAULT_FILE)).filter(|path| exists(path));
    sources.file.clone().or_else(variable).or_else(by_default)
}

/// True also for what cannot be looked at: better to fail on a file than to pass over it.
fn exists(path: &Path) -> bool {
    path.try_exists().unwrap_or(true)
}

/// A configuration in the making, and where each value that is no default came from.
struct Load {
    config: Config,
    places: BTreeMap<&'static str, Place>,
}

impl Load {
    fn new() -> Self {
        Self { config: Config::default(), places: BTreeMap::new() }
    }

    /// `text` is what is parsed, `shown` how it was written, for the error.
    fn set(&mut self, setting: &'static Setting, text: &str, shown: &str, place: Place) -> Result<(), ConfigError> {
        if (setting.set)(&mut self.config, text).is_none() {
            return Err(ConfigError::value(place, setting, shown));
        }
        self.places.insert(setting.key, place);
        Ok(())
    }

    fn environment(&mut self, env: &[(OsString, OsString)]) -> Result<(), ConfigError> {
        for (name, value) in env {
            let Some(name) = name.to_str().filter(|name| is_ours(name)) else {
                continue;
            };
            let place = Place::Variable(name.to_owned());
            let Some(setting) = settings::ALL.iter().find(|row| row.variable() == name) else {
                return Err(ConfigError::unknown_variable(name));
            };
            let Some(text) = value.to_str() else {
                return Err(ConfigError::value(place, setting, &value.to_string_lossy()));
            };
            self.set(setting, text, text, place)?;
        }
        Ok(())
    }

    /// What no value can say by itself.
    fn check_together(&self) -> Result<(), ConfigError> {
        let Config { sessions, limits, .. } = &self.config;
        self.check_addresses()?;
        let pairs = [
            (sessions.idle_days <= sessions.max_days, ["sessions.idle_days", "sessions.max_days"]),
            (
                limits.messages_per_second <= limits.messages_burst,
                ["limits.messages_per_second", "limits.messages_burst"],
            ),
            (limits.frames_per_second <= limits.frames_burst, ["limits.frames_per_second", "limits.frames_burst"]),
            (limits.frame_bytes <= limits.message_bytes, ["limits.frame_bytes", "limits.message_bytes"]),
        ];
        for (is_in_order, [small, large]) in pairs {
            if !is_in_order {
                return Err(self.together(small, &format!("be at most {}", self.told(large))));
            }
        }
        Ok(())
    }

    /// Beyond this machine, people need an address to open, and a password must not travel
    /// in the clear unless somebody has said that it may.
    fn check_addresses(&self) -> Result<(), ConfigError> {
        let config = &self.config;
        match &config.origin {
            None if !config.listen.ip().to_canonical().is_loopback() => Err(self.together(
                "listen",
                "come with `origin`, the address people open, \
                 such as \"https://chat.example.org\"",
            )),
            Some(origin) if !origin.is_private() && !config.allow_plain_http => Err(self.together(
                "origin",
                "begin with https://, or come with `allow_plain_http = true`: \
                 over plain HTTP passwords and messages can be read on the way",
            )),
            _ => Ok(()),
        }
    }

    fn together(&self, key: &str, rule: &str) -> ConfigError {
        ConfigError::Together { setting: self.told(key), rule: rule.to_owned() }
    }

    /// A setting, its value and its place, as a clause of an error.
    fn told(&self, key: &str) -> String {
        let value = settings::by_key(key).and_then(|setting| (setting.shown)(&self.config));
        let place = self.places.get(key).unwrap_or(&Place::Default);
        format!("`{key}` = {} ({place})", value.unwrap_or_default())
    }
}

/// Whether the variable means to be a setting of ours.
fn is_ours(name: &str) -> bool {
    name.starts_with(PREFIX) && name != FILE_VARIABLE && !FOREIGN.iter().any(|foreign| name.starts_with(foreign))
}
