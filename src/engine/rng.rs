//! The only place where random numbers are made.
//!
//! A draw is a function of the seed, the stable id of the quantity, the trial and a slot (the month of a path, the number
//! of an event), and of nothing else. So the answer does not depend on which worker computes which trials, and whatever a
//! user did not touch does not move: adding a risk, pinning an input or lengthening the horizon changes no other draw.
//!
//! The mixing function is the finaliser of `SplitMix64` (Steele, Lea, Flood 2014), applied to counters.

use super::lanes::Lanes;
use rand::TryRng;
use std::convert::Infallible;

/// Odd constant of `SplitMix64`: 2^64 divided by the golden ratio.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
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

/// All draws of one quantity under one seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    key: u64,
}

impl Stream {
    /// The draws of the quantity called `id` under `seed`.
    pub fn new(seed: u64, id: &str) -> Self {
        Self { key: mix(mix(seed.wrapping_add(GOLDEN)) ^ stable_id(id)) }
    }

    /// 64 random bits.
    pub fn bits(self, trial: u32, slot: u32) -> u64 {
        let stream = mix(self.key.wrapping_add(u64::from(slot).wrapping_mul(SLOT_STEP)));
        mix(stream.wrapping_add(u64::from(trial).wrapping_mul(GOLDEN)))
    }

    /// A number strictly between 0 and 1, on a grid of 2^-52.
    pub fn uniform(self, trial: u32, slot: u32) -> f64 {
        to_unit(self.bits(trial, slot))
    }

    /// The numbers of the trials of a block, strictly between 0 and 1.
    pub fn uniform_lanes(self, first_trial: u32, slot: u32) -> Lanes {
        let stream = mix(self.key.wrapping_add(u64::from(slot).wrapping_mul(SLOT_STEP)));
        let start = stream.wrapping_add(u64::from(first_trial).wrapping_mul(GOLDEN));
        let mut lanes = Lanes::ZERO;
        for (lane, value) in lanes.0.iter_mut().enumerate() {
            *value = to_unit(mix(start.wrapping_add((lane as u64).wrapping_mul(GOLDEN))));
        }
        lanes
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
        let stream = Stream::new(7, "offshore/rework");
        let lanes = stream.uniform_lanes(128, 3);
        for (lane, value) in lanes.0.iter().enumerate() {
            assert_eq!(value.to_bits(), stream.uniform(128 + u32::try_from(lane).unwrap(), 3).to_bits());
        }
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
    }
}
