//! Instants.

use std::fmt;
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::ToSchema;

use super::clock;

/// An instant in Unix milliseconds, UTC; RFC 3339 in the API.
///
/// It holds no more than the database keeps, so that what is answered equals
/// what was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ToSchema)]
#[schema(value_type = String, format = DateTime, examples("2026-11-20T09:26:03.120Z"))]
pub struct Timestamp(i64);

impl Timestamp {
    /// What is written down as the time of what happens at this moment.
    pub fn now() -> Self {
        Self(clock::moment().now)
    }

    /// By what things expire: now, unless the clock has just jumped; see [`clock`].
    pub fn settled() -> Self {
        Self(clock::moment().settled)
    }

    /// [`Timestamp::now`] and [`Timestamp::settled`] of the same moment.
    pub fn now_and_settled() -> (Self, Self) {
        let clock::Moment { now, settled } = clock::moment();
        (Self(now), Self(settled))
    }

    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    pub const fn millis(self) -> i64 {
        self.0
    }

    /// This instant and `span` more.
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(millis_of(span)))
    }

    /// This instant and `span` less.
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(millis_of(span)))
    }
}

fn millis_of(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match DateTime::<Utc>::from_timestamp_millis(self.0) {
            Some(at) => f.write_str(&at.to_rfc3339_opts(SecondsFormat::Millis, true)),
            // A year beyond what the calendar holds can only come from a damaged row.
            None => f.write_str("1970-01-01T00:00:00.000Z"),
        }
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        DateTime::parse_from_rfc3339(&text)
            .map(|at| Self(at.timestamp_millis()))
            .map_err(|_| de::Error::custom("an instant as RFC 3339, like 2026-11-20T09:26:03.120Z"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_survives_the_way_to_json_and_back() {
        let at = Timestamp::from_millis(1_795_166_763_120);
        let json = serde_json::to_string(&at).unwrap();
        assert_eq!(json, "\"2026-11-20T09:26:03.120Z\"");
        assert_eq!(serde_json::from_str::<Timestamp>(&json).unwrap(), at);
    }

    #[test]
    fn an_offset_is_folded_into_utc() {
        let there: Timestamp = serde_json::from_str("\"2026-11-20T10:26:03.120+01:00\"").unwrap();
        assert_eq!(there, Timestamp::from_millis(1_795_166_763_120));
    }
}
