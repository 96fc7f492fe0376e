//! The only place where random numbers are made.
//!
//! A draw is a function of the seed, the stable id of the quantity, the trial and a slot (two months of a path, the number
//! of an event), and of nothing else. So the answer does not depend on which worker computes which trials, and whatever a
//! user did not touch does not move: adding a risk, pinning an input or lengthening the horizon changes no other draw.
//!
//! Slot 0 is what is drawn once a trial, and the first event of a kind; slot 1 is the successor of a vendor. They come from the
//! Sobol points where their id has a coordinate; everything else comes from the generator below.
//!
//! The mixing function is the finaliser of `SplitMix64` (Steele, Lea, Flood 2014), applied to counters.

use super::dimensions;
use super::nets::{self, Coordinate};
use crate::engine::lanes::{LANES, Lanes};
use rand::TryRng;
use std::convert::Infallible;

/// Odd constant of `SplitMix64`: 2^64 divided by the golden ratio.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
/// The slot that scrambles nets, and the one below it; no path and no clock comes this far.
const NET_SLOT: u32 = u32::MAX;
/// A second odd constant, so that slots and trials run along different directions.
const SLOT_STEP: u64 = 0xD134_2543_DE82_EF95;

/// The stable id of a drawn quantity as a number: FNV-1a over its text, mixed.
pub fn stable_id(text: &str) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
    }
    mix(hash)
}

/// Where what is drawn once a trial comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sampling {
    /// Scrambled Sobol points.
    #[default]
    Nets,
    /// The plain generator: the same distributions with more noise, to measure what the points are good for.
    Plain,
}

/// The random numbers of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    seed: u64,
    sampling: Sampling,
}

impl Numbers {
    /// Those under a seed.
    pub fn new(seed: u64, sampling: Sampling) -> Self {
        Self { seed, sampling }
    }

    /// The draws of the quantity called `id`.
    pub fn stream(self, id: &str) -> Stream {
        let coordinates = match self.sampling {
            Sampling::Nets => [0, 1].map(|slot| dimensions::coordinate(id, slot)),
            Sampling::Plain => [None; 2],
        };
        Stream { coordinates, ..Stream::new(self.seed, id) }
    }
}

/// All draws of one quantity under one seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    key: u64,
    /// Where slots 0 and 1 come from the points.
    coordinates: [Option<Coordinate>; 2],
}

impl Stream {
    /// The draws of the quantity called `id` under `seed`, all by the plain generator.
    pub fn new(seed: u64, id: &str) -> Self {
        Self { key: mix(mix(seed.wrapping_add(GOLDEN)) ^ stable_id(id)), coordinates: [None; 2] }
    }

    /// 64 random bits.
    pub fn bits(self, trial: u32, slot: u32) -> u64 {
        mix(self.start(trial, slot))
    }

    /// A number strictly between 0 and 1, on a grid of 2^-52.
    pub fn uniform(self, trial: u32, slot: u32) -> f64 {
        match self.coordinate(slot) {
            Some(coordinate) => coordinate.uniform(trial % nets::POINTS, self.net_seed(trial, slot)),
            _ => to_unit(self.bits(trial, slot)),
        }
    }

    /// The same without the points.
    #[must_use]
    pub fn plain(self) -> Self {
        Self { coordinates: [None; 2], ..self }
    }

    fn coordinate(self, slot: u32) -> Option<Coordinate> {
        self.coordinates.get(slot as usize).copied().flatten()
    }

    /// Scrambles the net of a trial.
    // The low half: all bits of the mixer are good.
    #[allow(clippy::cast_possible_truncation)]
    fn net_seed(self, trial: u32, slot: u32) -> u32 {
        self.bits(trial / nets::POINTS, NET_SLOT - slot) as u32
    }

    /// The numbers of the trials of a block, strictly between 0 and 1.
    pub fn uniform_lanes(self, first_trial: u32, slot: u32) -> Lanes {
        let mut lanes = Lanes::ZERO;
        self.draw(first_trial, slot, &mut lanes);
        lanes
    }

    /// Writes down the numbers of the trials of a block, as [`Self::uniform_lanes`] gives them.
    // As with the points, not to be written out wherever it is called.
    #[inline(never)]
    pub fn draw(self, first_trial: u32, slot: u32, lanes: &mut Lanes) {
        // A block lies within one net.
        if let Some(coordinate) = self.coordinate(slot) {
            return coordinate.draw(first_trial % nets::POINTS, self.net_seed(first_trial, slot), lanes);
        }
        let start = self.start(first_trial, slot);
        for (lane, value) in lanes.0.iter_mut().enumerate() {
            *value = to_unit(mix(start.wrapping_add((lane as u64).wrapping_mul(GOLDEN))));
        }
    }

    /// The bits of the trials of a block by the plain generator, in their low and their high halves.
    #[allow(clippy::cast_possible_truncation, reason = "the halves of a number")]
    pub fn halves(self, first_trial: u32, slot: u32) -> [[u32; LANES]; 2] {
        let start = self.start(first_trial, slot);
        let [mut low, mut high] = [[0; LANES]; 2];
        for (lane, (low, high)) in low.iter_mut().zip(&mut high).enumerate() {
            let bits = mix(start.wrapping_add((lane as u64).wrapping_mul(GOLDEN)));
            (*low, *high) = (bits as u32, (bits >> 32) as u32);
        }
        [low, high]
    }

    /// What the plain generator mixes for a trial.
    fn start(self, trial: u32, slot: u32) -> u64 {
        let stream = mix(self.key.wrapping_add(u64::from(slot).wrapping_mul(SLOT_STEP)));
        stream.wrapping_add(u64::from(trial).wrapping_mul(GOLDEN))
    }

    /// The draws of successive trials as a generator for `rand`, by which the distributions of `rand_distr` check ours.
    pub fn generator(self, slot: u32) -> Generator {
        Generator { stream: self, slot, trial: 0 }
    }
}

/// The 52 high bits, moved half a step off the grid so that neither 0 nor 1 can come up.
fn to_unit(bits: u64) -> f64 {
    // 52 bits and not 53: the bits are put into the mantissa, which has a vector form where a conversion has none.
    let one_to_two = f64::from_bits((bits >> 12) | 1.0_f64.to_bits());
    (one_to_two - 1.0) + f64::EPSILON / 2.0
}

fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// A [`Stream`] read trial after trial.
#[derive(Clone, Debug)]
pub struct Generator {
    stream: Stream,
    slot: u32,
    trial: u32,
}

impl TryRng for Generator {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        // The high half: all bits of the mixer are good, and this keeps one draw a call.
        self.try_next_u64().map(|bits| (bits >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let bits = self.stream.bits(self.trial, self.slot);
        self.trial = self.trial.wrapping_add(1);
        Ok(bits)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            let drawn = self.try_next_u64()?.to_le_bytes();
            chunk.copy_from_slice(&drawn[..chunk.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_hold_what_single_draws_give() {
        let points = Numbers::new(7, Sampling::Nets).stream("offshore/rework");
        for (stream, slot) in [(Stream::new(7, "offshore/rework"), 3), (points, 0), (points, 1), (points, 2)] {
            let lanes = stream.uniform_lanes(1_088, slot);
            for (lane, value) in lanes.0.iter().enumerate() {
                assert_eq!(value.to_bits(), stream.uniform(1_088 + u32::try_from(lane).unwrap(), slot).to_bits());
            }
        }
    }

    #[test]
    fn the_first_slots_come_from_the_points_and_the_others_do_not() {
        let points = Numbers::new(7, Sampling::Nets).stream("offshore/rework");
        let plain = Numbers::new(7, Sampling::Plain).stream("offshore/rework");
        let steps = |stream: Stream, slot: u32| {
            let step = |trial: u32| (stream.uniform(trial, slot) * 1_024.0).floor().to_bits();
            (2_048..3_072).map(step).collect::<std::collections::BTreeSet<u64>>().len()
        };
        assert_eq!(steps(points, 0), 1_024);
        assert_eq!(steps(points, 1), 1_024);
        assert!(steps(plain, 0) < 700 && steps(points, 2) < 700);
        assert_eq!(points.uniform(5, 2).to_bits(), plain.uniform(5, 2).to_bits());
    }

    #[test]
    fn another_seed_id_trial_or_slot_gives_another_number() {
        let base = Stream::new(1, "a").bits(5, 5);
        assert_ne!(base, Stream::new(2, "a").bits(5, 5));
        assert_ne!(base, Stream::new(1, "b").bits(5, 5));
        assert_ne!(base, Stream::new(1, "a").bits(6, 5));
        assert_ne!(base, Stream::new(1, "a").bits(5, 6));
    }

    #[test]
    fn draws_never_touch_the_ends() {
        assert!(to_unit(0) > 0.0);
        assert!(to_unit(u64::MAX) < 1.0);
    }

    #[test]
    fn values_are_stable() {
        // A change here changes every published figure: it belongs in the changelog as such.
        assert_eq!(Stream::new(1, "offshore/rework").bits(0, 0), 13_115_254_687_627_678_711);
        // By a second program, written from docs/model.md: a second net, a successor, orders, what lies behind the last coordinate.
        for (id, trial, slot, number) in [
            ("offshore/rework", 0, 0, 0.614_439_777_681),
            ("offshore/rework", 1_025, 0, 0.456_592_231_407),
            ("offshore/rework", 5, 1, 0.403_937_988_565),
            ("support/wage", 7, 0, 0.308_052_737_149),
            ("support/offshore/movable_share", 7, 0, 0.431_686_455_733),
            ("offshore/vendor_key_people_hazard", 3, 0, 0.871_012_331_336),
        ] {
            let drawn = Numbers::new(1, Sampling::Nets).stream(id).uniform(trial, slot);
            assert!((drawn - number).abs() < 1e-12, "{id}: {drawn}");
        }
    }
}
