//! Quiet hours: when somebody is not to be disturbed, week after week, by the clock of their place.

use std::time::Duration;

use jiff::ToSpan;
use jiff::civil::{self, Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::roles::words;
use super::time::Timestamp;
use crate::error::{Error, Result};

words! {
    /// A day of the week.
    Weekday {
        Monday = "monday",
        Tuesday = "tuesday",
        Wednesday = "wednesday",
        Thursday = "thursday",
        Friday = "friday",
        Saturday = "saturday",
        Sunday = "sunday",
    }
}

impl Weekday {
    fn of(date: Date) -> Self {
        match date.weekday() {
            civil::Weekday::Monday => Self::Monday,
            civil::Weekday::Tuesday => Self::Tuesday,
            civil::Weekday::Wednesday => Self::Wednesday,
            civil::Weekday::Thursday => Self::Thursday,
            civil::Weekday::Friday => Self::Friday,
            civil::Weekday::Saturday => Self::Saturday,
            civil::Weekday::Sunday => Self::Sunday,
        }
    }
}

/// From `from` to `to` on each of `days`; to the next day where `to` is not after `from`, so that two equal ones are a
/// whole day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    /// The days on which they begin.
    pub days: Vec<Weekday>,
    /// `22:00`, by the clock in `time_zone`.
    pub from: String,
    /// `07:00`
    pub to: String,
    /// As the IANA names it: `Europe/Berlin`.
    pub time_zone: String,
}

/// How quiet hours stand at some instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    pub is_quiet: bool,
    /// When that changes next.
    pub changes_at: Timestamp,
}

impl QuietHours {
    /// # Errors
    /// `Invalid`, naming the part.
    pub fn parse(typed: Self) -> Result<Self> {
        let mut days = typed.days;
        days.sort_unstable();
        days.dedup();
        if days.is_empty() {
            return Err(Error::invalid("quiet_hours.days", "must name at least one day"));
        }
        for (field, time) in [("quiet_hours.from", &typed.from), ("quiet_hours.to", &typed.to)] {
            if clock(time).is_none() {
                return Err(Error::invalid(field, "must be a time of day, like 22:00"));
            }
        }
        let zone = TimeZone::get(&typed.time_zone).ok().filter(|zone| !zone.is_unknown());
        let name = zone.as_ref().and_then(TimeZone::iana_name).map(ToOwned::to_owned);
        let time_zone =
            name.ok_or_else(|| Error::invalid("quiet_hours.time_zone", "must be a time zone, like Europe/Berlin"))?;
        Ok(Self { days, time_zone, ..typed })
    }

    /// Whether it is quiet at `now`, and until when that holds.
    pub fn at(&self, now: Timestamp) -> Quiet {
        let zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        let (from, to) = (clock(&self.from).unwrap_or_default(), clock(&self.to).unwrap_or_default());
        let yesterday = zone.to_datetime(now.of_calendar()).date().saturating_sub(1.day());
        // Yesterday's may last until today, and in nine days each day of the week comes after now.
        for date in yesterday.series(1.day()).take(10).filter(|date| self.days.contains(&Weekday::of(*date))) {
            let last = if to > from { date } else { date.saturating_add(1.day()) };
            let (start, end) = (instant(&zone, date, from), instant(&zone, last, to));
            // Where the clock skips all of it there is nothing.
            if end <= start {
                continue;
            }
            if now < start {
                return Quiet { is_quiet: false, changes_at: start };
            }
            if now < end {
                return Quiet { is_quiet: true, changes_at: end };
            }
        }
        Quiet { is_quiet: false, changes_at: now.plus(Duration::from_secs(24 * 60 * 60)) }
    }
}

/// `07:05`, in five characters.
fn clock(text: &str) -> Option<Time> {
    // The parser takes other shapes, too.
    let is_whole = matches!(text.as_bytes(), [b'0'..=b'9', b'0'..=b'9', b':', b'0'..=b'9', b'0'..=b'9']);
    if is_whole { text.parse().ok() } else { None }
}

/// The instant at which a clock shows this: the first of two where it is set back, and where it skips that time, the
/// first whole hour later that it shows.
fn instant(zone: &TimeZone, date: Date, time: Time) -> Timestamp {
    let shown = (0..=24).map(|hours| date.to_datetime(time).saturating_add(hours.hours()));
    let found = shown.map(|shown| zone.to_ambiguous_timestamp(shown));
    let mut found = found.skip_while(|at| matches!(at.offset(), AmbiguousOffset::Gap { .. }));
    let at = found.next().and_then(|at| at.earlier().ok()).unwrap_or(jiff::Timestamp::MAX);
    Timestamp::from_millis(at.as_millisecond())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn nights(days: &[Weekday], from: &str, to: &str, zone: &str) -> QuietHours {
        let typed = QuietHours { days: days.to_vec(), from: from.into(), to: to.into(), time_zone: zone.into() };
        QuietHours::parse(typed).unwrap()
    }

    fn utc(text: &str) -> Timestamp {
        Timestamp::from_millis(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
    }

    const WEEK: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    #[test]
    fn a_night_belongs_to_the_day_on_which_it_begins() {
        // Friday, 20 November 2026, in Berlin one hour before UTC.
        let friday = nights(&[Weekday::Friday], "22:00", "07:00", "Europe/Berlin");
        let at = |text: &str| friday.at(utc(text));
        let (start, end) = (utc("2026-11-20T21:00:00Z"), utc("2026-11-21T06:00:00Z"));
        assert_eq!(at("2026-11-20T20:59:59Z"), Quiet { is_quiet: false, changes_at: start });
        assert_eq!(at("2026-11-20T21:00:00Z"), Quiet { is_quiet: true, changes_at: end });
        assert_eq!(at("2026-11-21T05:59:59Z"), Quiet { is_quiet: true, changes_at: end });
        assert_eq!(at("2026-11-21T06:00:00Z"), Quiet { is_quiet: false, changes_at: utc("2026-11-27T21:00:00Z") });
    }

    #[test]
    fn two_equal_times_are_a_whole_day_and_days_join() {
        let weekend = nights(&[Weekday::Saturday, Weekday::Sunday], "00:00", "00:00", "Asia/Tokyo");
        let saturday = weekend.at(utc("2026-11-20T15:00:00Z"));
        assert_eq!(saturday, Quiet { is_quiet: true, changes_at: utc("2026-11-21T15:00:00Z") });
        assert!(weekend.at(saturday.changes_at).is_quiet);
        assert!(!weekend.at(utc("2026-11-22T15:00:00Z")).is_quiet);
    }

    #[test]
    fn when_clocks_are_changed_the_hours_stay_those_of_the_clock() {
        let night = nights(&WEEK, "22:00", "07:00", "Europe/Berlin");
        // Summer time ends on 25 October 2026: that night is one hour longer.
        assert_eq!(night.at(utc("2026-10-24T21:00:00Z")).changes_at, utc("2026-10-25T06:00:00Z"));
        assert_eq!(night.at(utc("2026-10-24T19:00:00Z")).changes_at, utc("2026-10-24T20:00:00Z"));
        // Half past two does not exist on 28 March 2027.
        let skipped = nights(&WEEK, "02:30", "06:00", "Europe/Berlin");
        assert_eq!(skipped.at(utc("2027-03-28T00:00:00Z")).changes_at, utc("2027-03-28T01:30:00Z"));
    }

    #[test]
    fn what_is_no_schedule_is_refused_by_its_part() {
        let typed = |days: &[Weekday], from: &str, to: &str, zone: &str| {
            let typed = QuietHours { days: days.to_vec(), from: from.into(), to: to.into(), time_zone: zone.into() };
            match QuietHours::parse(typed) {
                Err(Error::Invalid { field, .. }) => field.into_owned(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(typed(&[], "22:00", "07:00", "UTC"), "quiet_hours.days");
        for time in ["", "7:00", "24:00", "22:60", "22.00", "22:00:00", "ab:cd", "+2:00", " 2:00"] {
            assert_eq!(typed(&WEEK, time, "07:00", "UTC"), "quiet_hours.from", "{time}");
            assert_eq!(typed(&WEEK, "22:00", time, "UTC"), "quiet_hours.to", "{time}");
        }
        for zone in ["", "Berlin", "Europe/Nowhere", "../etc/passwd", "UTC+1"] {
            assert_eq!(typed(&WEEK, "22:00", "07:00", zone), "quiet_hours.time_zone", "{zone}");
        }
    }

    proptest! {
        /// What holds now holds until it changes, and then it is otherwise, but where whole days join.
        #[test]
        fn a_change_is_told_when_it_comes(
            days in proptest::sample::subsequence(WEEK.to_vec(), 1..=7), from in 0u32..1440, to in 0u32..1440,
            zone in proptest::sample::select(vec!["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"]),
            at in 0i64..4_000_000_000,
        ) {
            let text = |minutes: u32| format!("{:02}:{:02}", minutes / 60, minutes % 60);
            let hours = nights(&days, &text(from), &text(to), zone);
            let now = Timestamp::from_millis(at * 1_000);
            let quiet = hours.at(now);
            prop_assert!(quiet.changes_at > now);
            let before = hours.at(Timestamp::from_millis(quiet.changes_at.millis() - 1));
            prop_assert_eq!(before, quiet);
            let after = hours.at(quiet.changes_at);
            prop_assert!(after.is_quiet != quiet.is_quiet || (from == to && quiet.is_quiet));
        }
    }
}
