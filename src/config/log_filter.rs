//! Which log lines are written.

use std::fmt;

use tracing_subscriber::EnvFilter;

/// Directives of `tracing_subscriber`'s `EnvFilter` that it has understood.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd)]
pub struct LogFilter(String);

impl LogFilter {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let is_understood = !text.trim().is_empty() && EnvFilter::try_new(text).is_ok();
        is_understood.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for LogFilter {
    fn default() -> Self {
        Self("info".to_owned())
    }
}

impl fmt::Display for LogFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
