//! Chance that can be repeated.

/// A stream of numbers that look random (SplitMix64) and are the same for the same seed.
pub struct Random(u64);

impl Random {
    /// From the environment's `PARLOR_SEED`, or from the clock; the seed is printed, so that a failure can be repeated.
    pub fn from_environment() -> Self {
        let given = std::env::var("PARLOR_SEED").ok().map(|seed| seed.parse().expect("PARLOR_SEED is a number"));
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        let seed = given.unwrap_or_else(|| u64::from(now.subsec_nanos()) ^ now.as_secs());
        println!("PARLOR_SEED={seed}");
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not, `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// Another stream, for a task of its own.
    pub fn fork(&mut self) -> Self {
        Self(self.next())
    }
}
