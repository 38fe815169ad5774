//! Instants.

use std::fmt;
use std::time::Duration;

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

    /// Reads RFC 3339: a day, `T`, a time with seconds, and how far that is from UTC.
    pub fn parse(text: &str) -> Option<Self> {
        // The parser takes more: days alone, times without seconds, names of zones in brackets.
        let is_plain = text.get(10..19).is_some_and(|time| time.starts_with(['T', 't', ' ']) && time.is_ascii())
            && text.as_bytes()[16] == b':'
            && !text.ends_with(']');
        let at = text.parse::<jiff::Timestamp>().ok().filter(|_| is_plain)?;
        Some(Self(at.as_millisecond()))
    }

    /// With nothing that the name of a file could not hold: `20261120T092603.120Z`.
    pub fn in_file_name(self) -> String {
        self.to_string().replace(['-', ':'], "")
    }

    /// As the library about calendars has it; 1970 for a year beyond what its calendar holds, which can only come from
    /// a damaged row.
    pub fn of_calendar(self) -> jiff::Timestamp {
        jiff::Timestamp::from_millisecond(self.0).unwrap_or_default()
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
        write!(f, "{:.3}", self.of_calendar())
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
        Self::parse(&text).ok_or_else(|| de::Error::custom("an instant as RFC 3339, like 2026-11-20T09:26:03.120Z"))
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

    #[test]
    fn what_is_not_a_whole_instant_is_none() {
        for whole in ["2026-11-20T09:26:03Z", "2026-11-20t09:26:03.1+00:00", "2026-11-20 09:26:03.120000-05:30"] {
            assert!(Timestamp::parse(whole).is_some(), "{whole}");
        }
        for part in [
            "",
            "2026-11-20",
            "2026-11-20T09:26Z",
            "2026-11-20T09:26:03",
            "20261120T092603Z",
            "2026-11-20T09:26:03Z[Europe/Berlin]",
            "2026-13-20T09:26:03Z",
            "2026-11-20T25:26:03Z",
            "yesterday at ten o'clock",
            "2026-11-2\u{e9}T09:26:03Z",
        ] {
            assert_eq!(Timestamp::parse(part), None, "{part}");
        }
    }

    #[test]
    fn a_files_name_has_the_time_without_what_it_could_not_hold() {
        assert_eq!(Timestamp::from_millis(1_795_166_763_120).in_file_name(), "20261120T092603.120Z");
    }
}
