//! The clock, and whether it can be believed.
//!
//! A machine without a battery starts in 1970, and a wrong answer of a time server carries a clock years ahead. By such
//! a clock nothing may expire: logins, invites, statuses and files would be gone for good, all at once. So a clock
//! that jumps by more than a day in one step is read a second time after ten minutes before anything goes by it.
//! What has just happened bears the time that the clock shows, or the one that it should show when it has fallen behind.

use std::sync::{Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use rustix::time::{ClockId, clock_gettime};

/// A larger step of the clock is not plausible.
const PLAUSIBLE_MS: i64 = 24 * 60 * 60 * 1_000;

/// After so long a clock that jumped is believed, if it has gone on from where it jumped to.
const SECOND_READING_MS: i64 = 10 * 60 * 1_000;

/// What two clocks show at one moment, in milliseconds.
#[derive(Clone, Copy, Debug)]
struct Reading {
    /// Since 1970, as the machine has it.
    wall: i64,
    /// Since the machine was started, its sleep included. Nobody can set it.
    steady: i64,
}

/// One moment, for the two things that it is needed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// What is written down as the time of what happens.
    pub now: i64,
    /// By what things expire.
    pub settled: i64,
}

/// Something to be told about the clock, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// It jumped by so much (negative: back), against itself or against the latest entry of the database.
    Jumped { by_ms: i64 },
    /// It jumped ten minutes ago and stands by it.
    Believed,
    /// It is back where it should be.
    Back,
}

/// The clock under watch.
struct Watch {
    believed: Option<Reading>,
    /// The first reading after a jump.
    doubted: Option<Reading>,
    news: Option<News>,
}

static WATCH: Mutex<Watch> = Mutex::new(Watch::new());

impl Watch {
    const fn new() -> Self {
        Self { believed: None, doubted: None, news: None }
    }

    fn read(&mut self, at: Reading) -> Moment {
        let expected = self.believed.map_or(at.wall, |last| last.wall + (at.steady - last.steady));
        let jump = at.wall.saturating_sub(expected);
        if jump.saturating_abs() <= PLAUSIBLE_MS {
            if self.doubted.is_some() {
                self.news = Some(News::Back);
            }
            return self.believe(at);
        }
        match self.doubted {
            Some(first) if goes_on(first, at) => {
                if at.steady - first.steady >= SECOND_READING_MS {
                    self.news = Some(News::Believed);
                    return self.believe(at);
                }
            }
            _ => {
                self.doubted = Some(at);
                self.news = Some(News::Jumped { by_ms: jump });
            }
        }
        Moment { now: at.wall.max(expected), settled: expected }
    }

    fn believe(&mut self, at: Reading) -> Moment {
        (self.believed, self.doubted) = (Some(at), None);
        Moment { now: at.wall, settled: at.wall }
    }

    /// It was already this late when the clock was read at `at`.
    fn begin_at(&mut self, wall: i64, at: Reading) {
        *self = Self { believed: Some(Reading { wall, steady: at.steady }), ..Self::new() };
        self.read(at);
    }
}

/// Whether the clock has gone on since `first` as clocks do.
fn goes_on(first: Reading, at: Reading) -> bool {
    let expected = first.wall + (at.steady - first.steady);
    at.wall.saturating_sub(expected).saturating_abs() <= PLAUSIBLE_MS
}

fn reading() -> Reading {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let steady = clock_gettime(ClockId::Boottime);
    Reading {
        wall: i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
        steady: steady.tv_sec * 1_000 + steady.tv_nsec / 1_000_000,
    }
}

fn watched<T>(work: impl FnOnce(&mut Watch) -> T) -> T {
    work(&mut WATCH.lock().unwrap_or_else(PoisonError::into_inner))
}

pub(super) fn moment() -> Moment {
    let at = reading();
    watched(|watch| watch.read(at))
}

/// Tells when the latest thing that is known of happened: a clock that is more than a day from it is doubted.
pub fn begin_at(newest: super::Timestamp) {
    let at = reading();
    watched(|watch| watch.begin_at(newest.millis(), at));
}

/// What has not been told yet about the clock.
pub fn news() -> Option<News> {
    let at = reading();
    watched(|watch| {
        watch.read(at);
        watch.news.take()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 60 * 60 * 1_000;
    const DAY: i64 = 24 * HOUR;
    const TODAY: i64 = 1_795_166_763_120;

    /// A clock that is read at these moments (hours since the machine was started, distance from the right time).
    fn read(watch: &mut Watch, hours: f64, off: i64) -> (i64, i64, Option<News>) {
        #[expect(clippy::cast_possible_truncation, reason = "some hours")]
        let steady = (hours * HOUR as f64) as i64;
        let moment = watch.read(Reading { wall: TODAY + steady + off, steady });
        (moment.now - TODAY - steady, moment.settled - TODAY - steady, watch.news.take())
    }

    #[test]
    fn a_clock_that_goes_on_is_followed_through_sleep_and_small_steps() {
        let watch = &mut Watch::new();
        assert_eq!(read(watch, 0.0, 0), (0, 0, None));
        assert_eq!(read(watch, 300.0, 0), (0, 0, None), "days of sleep");
        assert_eq!(read(watch, 300.1, HOUR), (HOUR, HOUR, None), "set an hour ahead");
        assert_eq!(read(watch, 300.2, -HOUR), (-HOUR, -HOUR, None), "and back");
    }

    #[test]
    fn nothing_expires_by_a_clock_that_jumped_ahead_until_it_is_read_again_after_ten_minutes() {
        let watch = &mut Watch::new();
        read(watch, 0.0, 0);
        assert_eq!(read(watch, 1.0, 9 * DAY), (9 * DAY, 0, Some(News::Jumped { by_ms: 9 * DAY })));
        assert_eq!(read(watch, 1.1, 9 * DAY), (9 * DAY, 0, None));
        assert_eq!(read(watch, 1.2, 9 * DAY), (9 * DAY, 9 * DAY, Some(News::Believed)));
        assert_eq!(read(watch, 2.0, 9 * DAY), (9 * DAY, 9 * DAY, None));
    }

    #[test]
    fn a_clock_that_was_set_right_again_has_done_nothing() {
        let watch = &mut Watch::new();
        read(watch, 0.0, 0);
        read(watch, 1.0, 9 * DAY);
        assert_eq!(read(watch, 1.1, 0), (0, 0, Some(News::Back)));
        assert_eq!(read(watch, 2.0, 0), (0, 0, None));
    }

    #[test]
    fn a_clock_that_jumps_again_is_waited_for_again() {
        let watch = &mut Watch::new();
        read(watch, 0.0, 0);
        read(watch, 1.0, 9 * DAY);
        assert_eq!(read(watch, 1.2, 90 * DAY), (90 * DAY, 0, Some(News::Jumped { by_ms: 90 * DAY })));
        assert_eq!(read(watch, 1.3, 90 * DAY), (90 * DAY, 0, None));
    }

    #[test]
    fn a_machine_that_starts_in_1970_goes_on_from_the_latest_entry_until_it_is_told_the_time() {
        let watch = &mut Watch::new();
        watch.begin_at(TODAY, Reading { wall: 0, steady: 0 });
        assert_eq!(watch.news.take(), Some(News::Jumped { by_ms: -TODAY }));
        assert_eq!(read(watch, 0.01, -TODAY), (0, 0, None), "as if no time had passed");
        assert_eq!(read(watch, 0.02, HOUR), (HOUR, HOUR, Some(News::Back)), "the network has told it");
    }

    #[test]
    fn after_a_long_pause_things_expire_ten_minutes_later() {
        let watch = &mut Watch::new();
        watch.begin_at(TODAY - 40 * DAY, Reading { wall: TODAY, steady: 0 });
        assert_eq!(read(watch, 0.1, 0), (0, -40 * DAY, Some(News::Jumped { by_ms: 40 * DAY })));
        assert_eq!(read(watch, 0.2, 0), (0, 0, Some(News::Believed)));
    }
}
