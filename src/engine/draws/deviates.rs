//! Standard normal deviates to seven digits, from 32 bits each: what the steps of paths are made of.
//!
//! There are hundreds of steps in a trial, of which none matters by itself. Short numbers are drawn two at a time and computed four
//! to a vector instead of two.

use crate::engine::lanes::{LANES, Lanes};

/// From this distance on, in 2^-32 from the median, a deviate lies in a tail: at 0.425.
const TAIL: u32 = 1_825_361_101;
/// The high bit says on which side of the median a deviate lies, the others how far away.
const SIDE: u32 = 1 << 31;
const STEP: f32 = 1.0 / 4_294_967_296.0;

/// Writes down the deviate of each lane.
///
/// # Formula
/// The quantile at 1/2 + s (m + 1/2) / 2^32, s the sign that the high bit names and m the number in the other 31, by Wichura,
/// Algorithm AS 241 (PPND7), Applied Statistics 37 (1988): relative error about 1e-7. Both of its rational functions are computed in
/// every lane, as one vector; the farthest, beyond five times the root of the logarithm, no number of 32 bits reaches.
pub fn write(bits: &[u32; LANES], lanes: &mut Lanes) {
    let mut deviates = [0.0_f32; LANES];
    for (deviate, bits) in deviates.iter_mut().zip(bits) {
        let distance = bits & !SIDE;
        let (centre, tail) = (central(distance), far(distance));
        let size = if distance < TAIL { centre } else { tail };
        *deviate = f32::from_bits(size.to_bits() | (bits & SIDE));
    }
    for (lane, deviate) in lanes.0.iter_mut().zip(deviates) {
        *lane = f64::from(deviate);
    }
}

fn central(distance: u32) -> f32 {
    const A: [f32; 4] = [3.387_132_7, 50.434_27, 159.291_13, 59.109_375];
    const B: [f32; 4] = [1.0, 17.895_17, 78.757_76, 67.187_56];
    let q = (number(distance) + 0.5) * STEP;
    let r = 0.180_625 - q * q;
    q * (polynomial(A, r) / polynomial(B, r))
}

fn far(distance: u32) -> f32 {
    const C: [f32; 4] = [1.423_437_2, 2.756_815_4, 1.306_728_5, 0.170_238_21];
    const D: [f32; 3] = [1.0, 0.737_001_66, 0.120_211_33];
    let beyond = (number(SIDE - 1 - distance) + 0.5) * STEP;
    let r = (-ln(beyond)).sqrt() - 1.6;
    let below = (D[2] * r + D[1]) * r + D[0];
    polynomial(C, r) / below
}

fn polynomial(by_power: [f32; 4], x: f32) -> f32 {
    ((by_power[3] * x + by_power[2]) * x + by_power[1]) * x + by_power[0]
}

/// A number below 2^31; signed, since only that conversion has a vector form on every target.
#[allow(clippy::cast_precision_loss, reason = "rounded to 24 digits")]
fn number(below_2_31: u32) -> f32 {
    below_2_31.cast_signed() as f32
}

/// Natural logarithm of a positive number, without a branch, which would keep the lanes apart.
///
/// # Formula
/// x = 2^n f with f from 1 / sqrt(2) to sqrt(2), ln x = n ln 2 + ln f; ln f = 2 artanh(s), s = (f - 1) / (f + 1), |s| < 0.172, by its
/// series to the ninth power
#[allow(clippy::cast_precision_loss, reason = "exponents are small")]
fn ln(x: f32) -> f32 {
    const ROOT_OF_HALF: u32 = 0x3f35_04f3;
    let above = x.to_bits().wrapping_sub(ROOT_OF_HALF).cast_signed();
    let n = (above >> 23) as f32;
    let f = f32::from_bits((above.cast_unsigned() & 0x007f_ffff).wrapping_add(ROOT_OF_HALF));
    let s = (f - 1.0) / (f + 1.0);
    let square = s * s;
    let series = polynomial([1.0 / 3.0, 1.0 / 5.0, 1.0 / 7.0, 1.0 / 9.0], square) * square + 1.0;
    n * std::f32::consts::LN_2 + 2.0 * s * series
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::math;

    fn deviates(bits: &[u32; LANES]) -> Lanes {
        let mut lanes = Lanes::ZERO;
        write(bits, &mut lanes);
        lanes
    }

    fn long(bits: u32) -> f64 {
        let distance = (f64::from(bits & !SIDE) + 0.5) / 4_294_967_296.0;
        // The lower half, where a small number loses nothing to a difference from 1.
        let size = -math::normal_quantile_lanes(&Lanes::splat(0.5 - distance)).0[0];
        if bits & SIDE == 0 { size } else { -size }
    }

    /// The long form of the same algorithm is right to 16 digits.
    #[test]
    fn they_agree_with_the_long_form_to_seven_digits() {
        let mut worst = 0.0_f64;
        let odd =
            [0, 1, SIDE - 1, SIDE, SIDE + 1, u32::MAX, u32::MAX - 1, TAIL - 1, TAIL, TAIL | SIDE, (TAIL - 1) | SIDE];
        let spread = (0..200_000_u32).map(|number| number.wrapping_mul(0x9e37_79b9));
        let near_the_ends = (0..31).map(|power| SIDE - (1 << power));
        let all: Vec<u32> = odd.into_iter().chain(near_the_ends).chain(spread).collect();
        for chunk in all.chunks(LANES) {
            let mut bits = [0; LANES];
            bits[..chunk.len()].copy_from_slice(chunk);
            for (bits, deviate) in bits.iter().zip(deviates(&bits).0) {
                let exact = long(*bits);
                worst = worst.max((deviate - exact).abs() / exact.abs());
                assert!((deviate - exact).abs() <= 5e-7 * exact.abs(), "{bits:x}: {deviate} for {exact}");
            }
        }
        assert!(worst > 1e-8, "{worst}");
    }

    #[test]
    fn both_sides_are_mirrored() {
        let bits: [u32; LANES] =
            std::array::from_fn(|lane| 0x0100_3021_u32.wrapping_mul(u32::try_from(lane).unwrap() * 7 + 1) & !SIDE);
        let (above, below) = (deviates(&bits), deviates(&bits.map(|bits| bits | SIDE)));
        assert!(above.0.iter().zip(&below.0).all(|(above, below)| *above > 0.0 && *above == -below));
    }
}
