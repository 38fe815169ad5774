//! Making a picture smaller while its rows come in, one after the other.

use crate::domain::file::PREVIEW_BYTES;

/// Averages squares of pixels into one, so that the longer side is at least as long as wanted but less than twice that.
pub struct Shrink {
    width: usize,
    /// The side of a square.
    step: usize,
    /// The sums of the squares that rows are being added to: red, green and blue as far as they are opaque, and opacity.
    sums: Vec<[u64; 4]>,
    rows: usize,
    done: Vec<u8>,
}

impl Shrink {
    pub fn new(width: usize, height: usize, side: usize) -> Self {
        let step = (width.max(height) / side).max(1);
        Self { width, step, sums: vec![[0; 4]; width.div_ceil(step)], rows: 0, done: Vec::new() }
    }

    /// The next row, from the top.
    pub fn row(&mut self, pixels: impl Iterator<Item = [u8; 4]>) {
        for (at, [red, green, blue, alpha]) in pixels.take(self.width).enumerate() {
            if let Some(sum) = self.sums.get_mut(at / self.step) {
                let opacity = u64::from(alpha);
                sum[0] += u64::from(red) * opacity;
                sum[1] += u64::from(green) * opacity;
                sum[2] += u64::from(blue) * opacity;
                sum[3] += opacity;
            }
        }
        self.rows += 1;
        if self.rows == self.step {
            self.finish_row();
        }
    }

    fn finish_row(&mut self) {
        for (at, sum) in self.sums.iter_mut().enumerate() {
            let columns = self.step.min(self.width - at * self.step);
            let [red, green, blue, opacity] = std::mem::take(sum);
            let count = (columns * self.rows) as u64;
            let colour = |sum: u64| (sum + opacity / 2).checked_div(opacity).unwrap_or(0);
            let alpha = (opacity + count / 2) / count;
            self.done.extend([colour(red), colour(green), colour(blue), alpha].map(|value| value.min(255) as u8));
        }
        self.rows = 0;
    }

    pub fn finish(mut self) -> Canvas {
        if self.rows > 0 {
            self.finish_row();
        }
        let width = self.sums.len();
        Canvas { width, height: self.done.len() / 4 / width, pixels: self.done }
    }
}

/// A small picture: red, green, blue and opacity of each pixel, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canvas {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<u8>,
}

impl Canvas {
    pub fn pixel(&self, x: usize, y: usize) -> [u8; 4] {
        let at = (y * self.width + x) * 4;
        self.pixels.get(at..at + 4).and_then(|pixel| pixel.try_into().ok()).unwrap_or_default()
    }

    /// A picture of another size made of this one's pixels.
    pub fn made_of(&self, width: usize, height: usize, pixel: impl Fn(usize, usize) -> [u8; 4]) -> Self {
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        Self { width, height, pixels: places.flat_map(|(x, y)| pixel(x, y)).collect() }
    }

    /// At most so long; each pixel is mixed of the four that are nearest.
    pub fn within(self, side: usize) -> Self {
        let longest = self.width.max(self.height);
        if longest <= side {
            return self;
        }
        let scaled = |length: usize| ((length * side + longest / 2) / longest).max(1);
        let (width, height) = (scaled(self.width), scaled(self.height));
        self.made_of(width, height, |x, y| {
            let (left, right, across) = between(x, self.width, width);
            let (top, bottom, down) = between(y, self.height, height);
            let corners =
                [self.pixel(left, top), self.pixel(right, top), self.pixel(left, bottom), self.pixel(right, bottom)];
            let shares = [(256 - across) * (256 - down), across * (256 - down), (256 - across) * down, across * down];
            mixed(corners, shares)
        })
    }

    pub fn is_opaque(&self) -> bool {
        self.pixels.chunks_exact(4).all(|pixel| pixel[3] == 255)
    }

    /// A 4 × 4 grid of it, over white.
    pub fn preview(&self) -> [u8; PREVIEW_BYTES] {
        const CELLS: usize = 4;
        let mut grid = [0; PREVIEW_BYTES];
        for (cell, colour) in grid.chunks_exact_mut(3).enumerate() {
            let (columns, rows) = (stretch(cell % CELLS, self.width), stretch(cell / CELLS, self.height));
            let (mut sums, mut count) = ([0_u64; 3], 0);
            for (x, y) in rows.flat_map(|y| columns.clone().map(move |x| (x, y))) {
                let [red, green, blue, alpha] = self.pixel(x, y).map(u64::from);
                for (sum, part) in sums.iter_mut().zip([red, green, blue]) {
                    *sum += (part * alpha + 255 * (255 - alpha)) / 255;
                }
                count += 1;
            }
            for (value, sum) in colour.iter_mut().zip(sums) {
                *value = (sum / count.max(1)).min(255) as u8;
            }
        }
        grid
    }
}

/// The part of a side that belongs to one of four cells: at least one pixel.
fn stretch(cell: usize, length: usize) -> std::ops::Range<usize> {
    let from = (cell * length / 4).min(length.saturating_sub(1));
    from..((cell + 1) * length / 4).max(from + 1)
}

/// Between which two places of a longer side a place of a shorter one lies, and how far towards the second, of 256.
fn between(at: usize, long: usize, short: usize) -> (usize, usize, u64) {
    let place = ((2 * at + 1) * long * 256 / (2 * short)).saturating_sub(128);
    let first = (place / 256).min(long - 1);
    (first, (first + 1).min(long - 1), (place % 256) as u64)
}

fn mixed(corners: [[u8; 4]; 4], shares: [u64; 4]) -> [u8; 4] {
    let opacity: u64 = corners.iter().zip(shares).map(|(corner, share)| u64::from(corner[3]) * share).sum();
    let colour = |part: usize| {
        let weigh = |corner: &[u8; 4], share: u64| u64::from(corner[part]) * u64::from(corner[3]) * share;
        let sum: u64 = corners.iter().zip(shares).map(|(corner, share)| weigh(corner, share)).sum();
        (sum + opacity / 2).checked_div(opacity).unwrap_or(0).min(255) as u8
    };
    [colour(0), colour(1), colour(2), (opacity / (256 * 256)).min(255) as u8]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shrunk(width: usize, height: usize, side: usize, colour: [u8; 4]) -> Canvas {
        let mut shrink = Shrink::new(width, height, side);
        (0..height).for_each(|_| shrink.row(std::iter::repeat_n(colour, width)));
        shrink.finish()
    }

    #[test]
    fn squares_are_averaged() {
        let mut shrink = Shrink::new(4, 2, 2);
        shrink.row([[0, 0, 0, 255], [100, 0, 0, 255], [9, 9, 9, 0], [0, 200, 0, 255]].into_iter());
        shrink.row([[100, 0, 0, 255], [0, 0, 0, 255], [9, 9, 9, 0], [0, 200, 0, 255]].into_iter());
        assert_eq!(shrink.finish(), Canvas { width: 2, height: 1, pixels: vec![50, 0, 0, 255, 0, 200, 0, 128] });
    }

    proptest! {
        #[test]
        fn one_colour_stays_that_colour_at_any_size(width in 1usize..90, height in 1usize..90, side in 1usize..30) {
            let colour = [10, 200, 30, 255];
            let canvas = shrunk(width, height, side, colour).within(side);
            prop_assert!(canvas.width <= side && canvas.height <= side);
            prop_assert!(canvas.width.max(canvas.height) == side.min(width.max(height)));
            prop_assert!(canvas.pixels.chunks_exact(4).all(|pixel| pixel == colour));
            prop_assert_eq!(canvas.preview().chunks_exact(3).all(|cell| cell == [10, 200, 30]), true);
        }
    }
}
