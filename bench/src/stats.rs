//! Times: a clock that two processes share, and what a great many latencies amount to.

use std::time::{SystemTime, UNIX_EPOCH};

/// Nanoseconds since 1970, for times that travel from one process to another on this machine.
pub fn now_ns() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX))
}

/// Buckets for each doubling; 64 of them keep a value to 1.6 %.
const PER_DOUBLING: u64 = 64;

/// Latencies in nanoseconds, counted in buckets, so that millions of them take a few KiB.
#[derive(Default)]
pub struct Latencies {
    counts: Vec<u64>,
    count: u64,
    max_ns: u64,
}

impl Latencies {
    pub fn note(&mut self, ns: u64) {
        let at = bucket(ns);
        if at >= self.counts.len() {
            self.counts.resize(at + 1, 0);
        }
        self.counts[at] += 1;
        self.count += 1;
        self.max_ns = self.max_ns.max(ns);
    }

    pub fn max_ms(&self) -> f64 {
        ms(self.max_ns)
    }

    /// The latency that a part of all (0 to 1) did not exceed, in milliseconds; 0 when there is none.
    pub fn quantile_ms(&self, part: f64) -> f64 {
        let wanted = (self.count as f64 * part).ceil() as u64;
        let mut seen = 0;
        for (at, count) in self.counts.iter().enumerate() {
            seen += count;
            if seen >= wanted && seen > 0 {
                return ms(top_of(at).min(self.max_ns));
            }
        }
        0.0
    }
}

fn ms(ns: u64) -> f64 {
    ns as f64 / 1e6
}

fn bucket(ns: u64) -> usize {
    let shift = (63 - ns.max(1).leading_zeros() as u64).saturating_sub(PER_DOUBLING.ilog2().into());
    usize::try_from(shift * PER_DOUBLING + (ns >> shift)).unwrap_or(usize::MAX)
}

/// The greatest value that falls into a bucket.
fn top_of(bucket: usize) -> u64 {
    let bucket = bucket as u64;
    let shift = (bucket / PER_DOUBLING).saturating_sub(1);
    ((bucket - shift * PER_DOUBLING + 1) << shift) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_kept_to_within_two_percent_and_never_made_smaller() {
        for ns in (0..64).flat_map(|power| [1_u64 << power, (1_u64 << power) + (1_u64 << power) / 3]) {
            let top = top_of(bucket(ns));
            assert!(top >= ns && top - ns <= ns / 50, "{ns} became {top}");
        }
    }

    #[test]
    fn quantiles_count_from_below() {
        let mut latencies = Latencies::default();
        (1..=100).for_each(|value| latencies.note(value * 1_000_000));
        assert!((latencies.quantile_ms(0.5) - 50.0).abs() < 1.0);
        assert!((latencies.quantile_ms(0.99) - 99.0).abs() < 2.0);
        assert!((latencies.quantile_ms(1.0) - 100.0).abs() < f64::EPSILON);
    }
}
