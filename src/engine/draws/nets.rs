//! Scrambled Sobol points, a net of 1,024 after the other.
//!
//! Each net is scrambled by its own seed: within a net the points fill space evenly, and the nets are independent of each other.
//! So the figures of nets can be averaged in any grouping, and how far they lie apart says honestly how far their mean may
//! lie from the truth.
//!
//! The points themselves come from the crate `sobol_burley`, scrambled once by it; the scrambling by net, which must be fast, is
//! written out here. Scrambling twice is as good as once: each bit is flipped or not by a coin that depends on the bits above it.

use crate::engine::lanes::{LANES, Lanes};
use std::sync::OnceLock;

/// Points of a net.
pub const POINTS: u32 = 1_024;
/// Binary digits of the number of a point within its net.
const INDEX_BITS: u32 = POINTS.ilog2();
/// Coordinates of a point.
pub const DIMENSIONS: u32 = sobol_burley::NUM_DIMENSIONS;

/// The points of one coordinate, their bits reversed, so that what lies above a bit can carry into it; each where the bits of its number,
/// reversed as well, say.
type Coordinates = Box<[u32; POINTS as usize]>;

/// One coordinate of the points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coordinate {
    /// Which, below [`DIMENSIONS`].
    pub dimension: u32,
    /// Seed of an order of the points of its own; `None` for the order that most coordinates share. Coordinates of
    /// different orders are independent of each other, so a dimension can serve more than one quantity.
    pub order: Option<u32>,
}

impl Coordinate {
    /// The coordinate of a point under a seed for its net, strictly between 0 and 1.
    pub fn uniform(self, point: u32, seed: u32) -> f64 {
        let place = self.order.map_or(reversed(point), |order| shuffled(reversed(point), order ^ seed));
        to_unit(scrambled(coordinates(self.dimension)[place as usize], seed))
    }

    /// Writes down the coordinates of 64 points on end, the first of which has a number that 64 divides.
    // Called in dozens of places: written out in each it would make the program larger and nothing faster.
    #[inline(never)]
    pub fn draw(self, first_point: u32, seed: u32, lanes: &mut Lanes) {
        let all = coordinates(self.dimension);
        let first = reversed(first_point);
        let mut bits = OF_A_BLOCK.map(|place| first | place);
        // Looking up stands by itself between loops that become vector instructions.
        if let Some(order) = self.order {
            for place in &mut bits {
                *place = shuffled(*place, order ^ seed);
            }
        }
        for bits in &mut bits {
            *bits = all[(*bits % POINTS) as usize];
        }
        for bits in &mut bits {
            *bits = scrambled(*bits, seed);
        }
        for (value, bits) in lanes.0.iter_mut().zip(bits) {
            *value = to_unit(bits);
        }
    }
}

/// Points are computed when they are first asked for: a scenario needs half of the dimensions or fewer.
fn coordinates(dimension: u32) -> &'static [u32; POINTS as usize] {
    static ALL: [OnceLock<Coordinates>; DIMENSIONS as usize] = [const { OnceLock::new() }; DIMENSIONS as usize];
    ALL[dimension as usize].get_or_init(|| {
        let mut points = Box::new([0; POINTS as usize]);
        for index in 0..POINTS {
            points[reversed(index) as usize] = bits_of(sobol_burley::sample(index, dimension, 0)).reverse_bits();
        }
        points
    })
}

/// The crate gives 23 binary digits as a number in 0..1.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number in 0..2^24 without a fraction")]
fn bits_of(number: f32) -> u32 {
    ((number * 16_777_216.0) as u32) << 8
}

/// Owen's scrambling by a hash (Laine and Karras 2011, constants of Vegdahl 2021): every step carries from low bits to high ones
/// only, and bits come reversed.
fn scrambled(reversed: u32, seed: u32) -> u32 {
    carried(reversed, seed).reverse_bits()
}

fn carried(mut bits: u32, seed: u32) -> u32 {
    bits ^= bits.wrapping_mul(0x3d20_adea);
    bits = bits.wrapping_add(seed);
    bits = bits.wrapping_mul((seed >> 16) | 1);
    bits ^= bits.wrapping_mul(0x0552_6c56);
    bits ^ bits.wrapping_mul(0x53a2_2864)
}

/// Another order of the points, which is a scrambling of their numbers, here and there with their bits reversed.
fn shuffled(place: u32, seed: u32) -> u32 {
    carried(place, seed) % POINTS
}

/// The number of a point within its net, its bits reversed.
const fn reversed(point: u32) -> u32 {
    point.reverse_bits() >> (32 - INDEX_BITS)
}

/// Those of the first 64 points. To reverse bits takes longer than all the rest of a draw.
const OF_A_BLOCK: [u32; LANES] = {
    let mut places = [0; LANES];
    let (mut lane, mut point) = (0, 0);
    while lane < LANES {
        places[lane] = reversed(point);
        (lane, point) = (lane + 1, point + 1);
    }
    places
};

/// The middle of the step that the bits name, of 2^32.
fn to_unit(bits: u32) -> f64 {
    const STEP: f64 = 1.0 / 4_294_967_296.0;
    // The bits are put into the mantissa of 2^52, which has a vector form where a conversion has none.
    const TWO_TO_52: f64 = 4_503_599_627_370_496.0;
    let number = f64::from_bits(TWO_TO_52.to_bits() | u64::from(bits)) - TWO_TO_52;
    (number + 0.5) * STEP
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEEDS: [u32; 4] = [0, 1, 0x5eed_cafe, u32::MAX];

    fn coordinate(dimension: u32) -> Coordinate {
        Coordinate { dimension, order: None }
    }

    /// Every one of 1,024 equal steps holds one point, whatever the seed and the order.
    #[test]
    fn every_coordinate_is_stratified() {
        for dimension in [0, 1, 17, 100, DIMENSIONS - 1] {
            for (seed, order) in SEEDS.into_iter().zip([None, Some(7), Some(0), None]) {
                let coordinate = Coordinate { dimension, order };
                let mut steps: Vec<u32> = (0..POINTS)
                    .map(|point| {
                        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                        let step = (coordinate.uniform(point, seed) * f64::from(POINTS)) as u32;
                        step
                    })
                    .collect();
                steps.sort_unstable();
                assert!(steps.into_iter().eq(0..POINTS), "dimension {dimension}, seed {seed}");
            }
        }
    }

    /// Of the first two coordinates every square of a grid of 32 x 32 holds one point.
    #[test]
    fn pairs_of_coordinates_fill_the_plane() {
        for seed in SEEDS {
            let mut squares: Vec<u32> = (0..POINTS)
                .map(|point| {
                    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                    let of = |dimension, seed| (coordinate(dimension).uniform(point, seed) * 32.0) as u32;
                    32 * of(0, seed) + of(1, seed.wrapping_mul(3) ^ 0xabcd)
                })
                .collect();
            squares.sort_unstable();
            assert!(squares.into_iter().eq(0..POINTS), "seed {seed}");
        }
    }

    #[test]
    fn lanes_hold_what_single_points_give() {
        for order in [None, Some(99)] {
            let coordinate = Coordinate { dimension: 5, order };
            let mut lanes = Lanes::ZERO;
            coordinate.draw(448, 12_345, &mut lanes);
            for (point, value) in (448..).zip(lanes.0) {
                assert_eq!(value.to_bits(), coordinate.uniform(point, 12_345).to_bits());
            }
        }
    }

    /// Seen over many seeds a point lies anywhere with the same chance, and two points of a net are where chance would have them
    /// but for never sharing a step: chi-squared over 16 cells, 15 degrees of freedom.
    #[test]
    fn over_seeds_a_point_is_uniform() {
        const SEEDS: u32 = 16_000;
        for point in [0, 1, 513] {
            let mut cells = [0.0_f64; 16];
            for seed in 0..SEEDS {
                let seed = seed.wrapping_mul(0x9e37_79b9) ^ (seed >> 7);
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let cell = (coordinate(3).uniform(point, seed) * 16.0) as usize;
                cells[cell] += 1.0;
            }
            let expected = f64::from(SEEDS) / 16.0;
            let chi_squared: f64 = cells.iter().map(|count| (count - expected) * (count - expected) / expected).sum();
            // The 99.99th percentile.
            assert!(chi_squared < 44.3, "point {point}: {chi_squared}");
        }
    }

    #[test]
    fn an_order_holds_every_point_once() {
        for seed in SEEDS {
            let mut order: Vec<u32> = (0..POINTS).map(|point| shuffled(point, seed)).collect();
            order.sort_unstable();
            assert!(order.into_iter().eq(0..POINTS));
        }
    }
}
