//! Exponentials, logarithms, powers and the normal distribution, with the same bits on every target.
//!
//! The platform's own versions differ in the last digits between hosts and browsers, so `model` and `engine` use none of
//! them (clippy.toml forbids it): these come from the pure-Rust `libm`, or are written out here over lanes.

use super::lanes::{LANES, Lanes};

/// e to the power of `x`.
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm.
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `base` to the power of `exponent`.
pub fn pow(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

/// Natural logarithm of the gamma function.
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// Probability that a standard normal lies below `z`.
pub fn normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

/// Density of the standard normal.
pub fn normal_density(z: f64) -> f64 {
    const INVERSE_ROOT_OF_TWO_PI: f64 = 0.398_942_280_401_432_7;
    INVERSE_ROOT_OF_TWO_PI * exp(-0.5 * z * z)
}

/// e to the power of each lane, to within two units in the last place for |x| < 700; clamped outside.
///
/// # Formula
/// x = n ln 2 + r with |r| <= ln 2 / 2; e^x = 2^n e^r, and e^r by its Taylor series to the 13th power. Rounding to the
/// integer n by adding and taking away 1.5 x 2^52, since a conversion to an integer has no vector form in WebAssembly.
pub fn exp_lanes(x: &Lanes) -> Lanes {
    let mut result = *x;
    exp_in_place(&mut result);
    result
}

/// The same in place.
pub fn exp_in_place(x: &mut Lanes) {
    for x in &mut x.0 {
        let clamped = x.clamp(-700.0, 700.0);
        let shifted = clamped * std::f64::consts::LOG2_E + ROUNDER;
        let n = shifted - ROUNDER;
        let r = (clamped - n * LN_2_HIGH) - n * LN_2_LOW;
        let mut series = 1.0 / 6_227_020_800.0;
        for factorial in FACTORIALS {
            series = series * r + 1.0 / factorial;
        }
        // The low bits of `shifted` hold n as an integer; moved into the exponent they are 2^n.
        let power_of_two = f64::from_bits((shifted.to_bits() << 52).wrapping_add(1.0_f64.to_bits()));
        *x = series * power_of_two;
    }
}

/// A position from 0 to below 256 as a whole number and the rest, 0..1, without a conversion, which has no vector form in WebAssembly. The
/// border of two numbers may belong to either.
pub fn whole_and_rest(position: f64) -> (u8, f64) {
    // The nearest whole number to what lies half a step lower; the low bits hold it.
    let shifted = (position - 0.5) + ROUNDER;
    #[allow(clippy::cast_possible_truncation, reason = "below 256")]
    let whole = shifted.to_bits() as u8;
    (whole, position - (shifted - ROUNDER))
}

/// 1.5 x 2^52: a double of this size has no fraction left.
const ROUNDER: f64 = 6_755_399_441_055_744.0;
/// The first 33 bits of ln 2, so that n times it is exact, and the rest.
const LN_2_HIGH: f64 = 0.693_147_180_369_123_8;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// 12! to 0!.
const FACTORIALS: [f64; 13] =
    [479_001_600.0, 39_916_800.0, 3_628_800.0, 362_880.0, 40_320.0, 5_040.0, 720.0, 120.0, 24.0, 6.0, 2.0, 1.0, 1.0];

/// The value below which a standard normal lies with probability `p` in (0, 1), each lane.
///
/// # Formula
/// Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988): rational functions, relative error about 1e-16. The
/// central one is computed for all lanes at once; the 15 % of lanes in the tails are then done one by one.
pub fn normal_quantile_lanes(p: &Lanes) -> Lanes {
    let mut z = *p;
    normal_quantile_in_place(&mut z);
    z
}

/// The same in place.
pub fn normal_quantile_in_place(p: &mut Lanes) {
    // One in seven lies in the tails: these are taken out, computed side by side, and put back. Each is written down and only those in
    // the tails are counted, since a branch that nobody can foresee takes longer.
    let (mut lanes, mut tails, mut count) = ([0_u8; LANES], [0.5; LANES], 0);
    for (lane, p) in (0_u8..).zip(&p.0) {
        lanes[count % LANES] = lane;
        tails[count % LANES] = *p;
        count += usize::from(is_in_tail(*p));
    }
    for p in &mut p.0 {
        *p = normal_quantile_centre(*p);
    }
    let mut values = [0.0; LANES];
    let pairs = values.chunks_exact_mut(2).zip(tails.chunks_exact(2)).take(count.div_ceil(2));
    for (values, tails) in pairs {
        for (value, p) in values.iter_mut().zip(tails) {
            *value = normal_quantile_near(*p);
        }
    }
    for (lane, (z, tail)) in lanes[..count].iter().zip(values.iter().zip(&tails)) {
        p.0[usize::from(*lane)] = if is_far(*tail) { normal_quantile_far(*tail) } else { *z };
    }
}

/// The same for one probability.
pub fn normal_quantile(p: f64) -> f64 {
    if !is_in_tail(p) {
        normal_quantile_centre(p)
    } else if is_far(p) {
        normal_quantile_far(p)
    } else {
        normal_quantile_near(p)
    }
}

fn is_in_tail(p: f64) -> bool {
    (p - 0.5).abs() > 0.425
}

/// Whether a tail lies beyond r = 5 below: one in a hundred billion does.
fn is_far(p: f64) -> bool {
    const E_TO_MINUS_25: f64 = 1.388_794_386_496_402e-11;
    smaller_part(p) < E_TO_MINUS_25
}

fn smaller_part(p: f64) -> f64 {
    if p < 0.5 { p } else { 1.0 - p }
}

fn normal_quantile_centre(p: f64) -> f64 {
    let q = p - 0.5;
    let r = 0.180_625 - q * q;
    q * polynomial(&CENTRE_ABOVE, r) / polynomial(&CENTRE_BELOW, r)
}

fn normal_quantile_near(p: f64) -> f64 {
    let r = (-ln_of_share(smaller_part(p))).sqrt();
    let z = polynomial(&TAIL_ABOVE, r - 1.6) / polynomial(&TAIL_BELOW, r - 1.6);
    if p < 0.5 { -z } else { z }
}

fn normal_quantile_far(p: f64) -> f64 {
    let r = (-ln_of_share(smaller_part(p))).sqrt();
    let z = polynomial(&FAR_ABOVE, r - 5.0) / polynomial(&FAR_BELOW, r - 5.0);
    if p < 0.5 { -z } else { z }
}

/// ln(x) of a normal number 0 < x < 1, without a branch.
///
/// # Formula
/// x = 2^k m with m in sqrt(1/2)..sqrt(2); ln(m) = 2 (s + s^3/3 + s^5/5 + ...), s = (m - 1) / (m + 1)
fn ln_of_share(x: f64) -> f64 {
    // Adding what lies between sqrt(1/2) and 1 moves the border of the exponents to sqrt(1/2).
    const BORDER: u64 = 0x3FE6_A09E_667F_3BCD;
    const MANTISSA: u64 = (1 << 52) - 1;
    let moved = x.to_bits().wrapping_add(1.0_f64.to_bits() - BORDER);
    // The exponent as a number: put below the bits of 2^52 and taken off again.
    let k = (f64::from_bits((moved >> 52) | 4_503_599_627_370_496_f64.to_bits()) - 4_503_599_627_370_496.0) - 1_023.0;
    let m = f64::from_bits((moved & MANTISSA).wrapping_add(BORDER));
    let s = (m - 1.0) / (m + 1.0);
    let square = s * s;
    let mut series = 1.0 / 21.0;
    for odd in ODD_NUMBERS {
        series = series * square + 1.0 / odd;
    }
    k * LN_2_HIGH + (2.0 * s * series + k * LN_2_LOW)
}

const ODD_NUMBERS: [f64; 10] = [19.0, 17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0];

fn polynomial(coefficients: &[f64; 8], x: f64) -> f64 {
    let [a, b, c, d, e, f, g, h] = *coefficients;
    ((((((h * x + g) * x + f) * x + e) * x + d) * x + c) * x + b) * x + a
}

// The coefficients of AS 241, with the digits that were published.
#[rustfmt::skip]
#[allow(clippy::excessive_precision)]
const CENTRE_ABOVE: [f64; 8] = [
    3.387_132_872_796_366_608, 1.331_416_678_917_843_774_5e2, 1.971_590_950_306_551_442_7e3, 1.373_169_376_550_946_112_5e4,
    4.592_195_393_154_987_145_7e4, 6.726_577_092_700_870_085_3e4, 3.343_057_558_358_812_810_5e4, 2.509_080_928_730_122_672_7e3,
];
#[rustfmt::skip]
#[allow(clippy::excessive_precision)]
const CENTRE_BELOW: [f64; 8] = [
    1.0, 4.231_333_070_160_091_125_2e1, 6.871_870_074_920_579_083_0e2, 5.394_196_021_424_751_107_7e3,
    2.121_379_430_158_659_586_7e4, 3.930_789_580_009_271_061_0e4, 2.872_908_573_572_194_267_4e4, 5.226_495_278_852_854_561_0e3,
];
#[rustfmt::skip]
#[allow(clippy::excessive_precision)]
const TAIL_ABOVE: [f64; 8] = [
    1.423_437_110_749_683_577_34, 4.630_337_846_156_545_295_90, 5.769_497_221_460_691_405_50, 3.647_848_324_763_204_605_04,
    1.270_458_252_452_368_382_58, 2.417_807_251_774_506_117_70e-1, 2.272_384_498_926_918_458_33e-2, 7.745_450_142_783_414_076_40e-4,
];
#[rustfmt::skip]
#[allow(clippy::excessive_precision)]
const TAIL_BELOW: [f64; 8] = [
    1.0, 2.053_191_626_637_758_821_87, 1.676_384_830_183_803_849_40, 6.897_673_349_851_000_045_50e-1,
    1.481_039_764_274_800_745_90e-1, 1.519_866_656_361_645_719_66e-2, 5.475_938_084_995_344_946_00e-4, 1.050_750_071_644_416_843_24e-9,
];
#[rustfmt::skip]
#[allow(clippy::excessive_precision)]
const FAR_ABOVE: [f64; 8] = [
    6.657_904_643_501_103_777_20, 5.463_784_911_164_114_369_90, 1.784_826_539_917_291_335_80, 2.965_605_718_285_048_912_30e-1,
    2.653_218_952_657_612_309_30e-2, 1.242_660_947_388_078_438_60e-3, 2.711_555_568_743_487_578_15e-5, 2.010_334_399_292_288_132_65e-7,
];
#[rustfmt::skip]
#[allow(clippy::excessive_precision)]
const FAR_BELOW: [f64; 8] = [
    1.0, 5.998_322_065_558_879_376_90e-1, 1.369_298_809_227_358_053_10e-1, 1.487_536_129_085_061_485_25e-2,
    7.868_691_311_456_132_591_00e-4, 1.846_318_317_510_054_681_80e-5, 1.421_511_758_316_445_888_70e-7, 2.044_263_103_389_939_785_64e-15,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponentials_agree_with_libm() {
        for step in 0..20_000 {
            let x = f64::from(step) * 0.069 - 690.0;
            let ours = exp_lanes(&Lanes::splat(x)).0[7];
            let theirs = exp(x);
            assert!(((ours - theirs) / theirs).abs() < 5e-16, "e^{x}: {ours} against {theirs}");
        }
    }

    #[test]
    fn positions_are_taken_apart() {
        for (position, whole) in [(0.0, 0), (0.25, 0), (0.999, 0), (1.001, 1), (47.5, 47), (159.75, 159), (255.9, 255)]
        {
            assert_eq!(whole_and_rest(position), (whole, position - f64::from(whole)), "{position}");
        }
    }

    #[test]
    fn logarithms_of_shares_agree_with_libm() {
        for step in 1..40_000 {
            let x = f64::from(step) / 40_000.0;
            for x in [x, x * 1e-12, x * 1e-300] {
                let (ours, theirs) = (ln_of_share(x), ln(x));
                // Near 1 the logarithm is small against what it is taken of.
                assert!((ours - theirs).abs() <= 5e-16 * theirs.abs() + 1e-19, "ln {x}: {ours} against {theirs}");
            }
        }
    }

    #[test]
    fn one_and_many_normal_quantiles_are_the_same() {
        let lanes = Lanes::from_fn(|lane| (lane as f64 + 0.5) / 64.0);
        for (p, z) in lanes.0.iter().zip(normal_quantile_lanes(&lanes).0) {
            assert_eq!(normal_quantile(*p).to_bits(), z.to_bits());
        }
    }

    #[test]
    fn the_normal_quantile_inverts_the_normal_cdf() {
        for step in 1..4_000 {
            let p = f64::from(step) / 4_000.0;
            let z = normal_quantile_lanes(&Lanes::splat(p)).0[0];
            assert!((normal_cdf(z) - p).abs() < 2e-15, "{p}");
        }
        for exponent in 4..300 {
            let p = pow(10.0, -f64::from(exponent));
            let z = normal_quantile_lanes(&Lanes::splat(p)).0[0];
            assert!(((normal_cdf(z) - p) / p).abs() < 1e-11, "{p}");
        }
    }
}
