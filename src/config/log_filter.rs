//! Which log lines are written.

use std::fmt;

use tracing_subscriber::filter::Targets;

/// A level, and levels for parts of the program, that `tracing_subscriber`'s `Targets` has understood.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd)]
pub struct LogFilter(String);

impl LogFilter {
    pub(super) fn parse(text: &str) -> Option<Self> {
        // Names of modules have no space around them, and are ASCII.
        if !text.is_ascii() {
            return None;
        }
        let text = text.split(',').map(str::trim).collect::<Vec<_>>().join(",");
        let is_understood = !text.is_empty() && text.parse::<Targets>().is_ok();
        is_understood.then_some(Self(text))
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
