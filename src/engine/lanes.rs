//! A block of trials side by side: the unit in which the engine computes.
//!
//! Formulas are written once and run over all lanes; the compiler turns the loops into vector instructions (simd128 in
//! WebAssembly, SSE2 on the host). Every operation is one that IEEE 754 defines exactly, so the bits are the same everywhere.

use std::array;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// Trials in a block.
pub const LANES: usize = 64;

/// Lanes in a part: so many sums stay in registers while more and more is added to them.
pub const PART: usize = 8;
/// Parts in a block.
pub const PARTS: usize = LANES / PART;

/// One number for each trial of a block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lanes(pub [f64; LANES]);

impl Lanes {
    /// Zero in every lane.
    pub const ZERO: Self = Self([0.0; LANES]);

    /// The same value in every lane.
    pub fn splat(value: f64) -> Self {
        Self([value; LANES])
    }

    /// A value for each lane from its index.
    pub fn from_fn(make: impl FnMut(usize) -> f64) -> Self {
        Self(array::from_fn(make))
    }

    /// Applies `change` to each lane.
    #[must_use]
    pub fn map(mut self, mut change: impl FnMut(f64) -> f64) -> Self {
        self.set_each(|_, value| change(value));
        self
    }

    /// The greater of each pair.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        self.zip(other, |a, b| if a > b { a } else { b })
    }

    /// The lesser of each pair.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        self.zip(other, |a, b| if a < b { a } else { b })
    }

    /// Applies `join` to each pair of lanes.
    #[must_use]
    pub fn zip(mut self, other: Self, mut join: impl FnMut(f64, f64) -> f64) -> Self {
        self.set_each(|lane, value| join(value, other.0[lane]));
        self
    }

    /// Computes every lane in place. A value that is returned is written somewhere and then copied, and copies are dear in WebAssembly;
    /// hot loops write where the value belongs.
    pub fn set(&mut self, mut make: impl FnMut(usize) -> f64) {
        for lane in 0..LANES {
            self.0[lane] = make(lane);
        }
    }

    /// Computes every lane in place from what it holds.
    pub fn set_each(&mut self, mut make: impl FnMut(usize, f64) -> f64) {
        for lane in 0..LANES {
            self.0[lane] = make(lane, self.0[lane]);
        }
    }

    /// The lanes of the part with this number.
    pub fn part(&self, number: usize) -> &[f64; PART] {
        &self.0.as_chunks().0[number]
    }

    /// The same to be changed.
    pub fn part_mut(&mut self, number: usize) -> &mut [f64; PART] {
        &mut self.0.as_chunks_mut().0[number]
    }

    /// Raises every lane to that of `other` where it lies below.
    pub fn set_max(&mut self, other: &Self) {
        for lane in 0..LANES {
            self.0[lane] = if self.0[lane] > other.0[lane] { self.0[lane] } else { other.0[lane] };
        }
    }

    /// Adds a value to this sum, and the same times `discount` to the other.
    pub fn add_and_discount(&mut self, discounted: &mut Self, value: &Self, discount: f64) {
        for lane in 0..LANES {
            self.0[lane] += value.0[lane];
            discounted.0[lane] += discount * value.0[lane];
        }
    }

    /// Whether any lane lies below a bound.
    pub fn any_below(&self, bound: f64) -> bool {
        self.0.iter().any(|value| *value < bound)
    }

    /// Whether any lane lies above 0.
    pub fn any_positive(&self) -> bool {
        self.0.iter().any(|value| *value > 0.0)
    }

    /// Adds `factor * other`, lane by lane, in place: the inner step of every sum over months and shapes.
    pub fn add_product(&mut self, factor: &Self, other: &Self) {
        for lane in 0..LANES {
            self.0[lane] += factor.0[lane] * other.0[lane];
        }
    }

    /// Adds `scale * other` with one scale for all lanes.
    pub fn add_scaled(&mut self, scale: f64, other: &Self) {
        for lane in 0..LANES {
            self.0[lane] += scale * other.0[lane];
        }
    }

    /// Sum over the lanes of the products with another's, in the order of [`sum_of`].
    pub fn dot(&self, other: &Self) -> f64 {
        sum_of(|lane| self.0[lane] * other.0[lane])
    }

    /// Sum over the lanes, in the order of [`sum_of`].
    pub fn sum(&self) -> f64 {
        sum_of(|lane| self.0[lane])
    }
}

/// A month's part of a year. Multiplying by it takes a fraction of the time of dividing by twelve.
pub const TWELFTH: f64 = 1.0 / 12.0;

/// The greater of two numbers. `f64::max` says what becomes of NaN, which WebAssembly has no instruction for: it would be a call for
/// each lane.
pub fn greater(one: f64, other: f64) -> f64 {
    if one > other { one } else { other }
}

/// The lesser of two numbers, as [`greater`] is the greater.
pub fn lesser(one: f64, other: f64) -> f64 {
    if one < other { one } else { other }
}

/// Sum over all lanes: eight sums side by side, each of every eighth lane, then added up in pairs. One sum after the other would
/// wait for each addition before it begins the next.
pub fn sum_of(value: impl Fn(usize) -> f64) -> f64 {
    let mut sums = [0.0; PART];
    for part in 0..PARTS {
        for (place, sum) in sums.iter_mut().enumerate() {
            *sum += value(part * PART + place);
        }
    }
    let [a, b, c, d, e, f, g, h] = sums;
    ((a + b) + (c + d)) + ((e + f) + (g + h))
}

macro_rules! operator {
    ($trait:ident, $method:ident, $operator:tt) => {
        impl $trait for Lanes {
            type Output = Self;

            fn $method(mut self, other: Self) -> Self {
                self.set_each(|lane, value| value $operator other.0[lane]);
                self
            }
        }

        impl $trait<f64> for Lanes {
            type Output = Self;

            fn $method(mut self, other: f64) -> Self {
                self.set_each(|_, value| value $operator other);
                self
            }
        }
    };
}

operator!(Add, add, +);
operator!(Sub, sub, -);
operator!(Mul, mul, *);
operator!(Div, div, /);

impl Neg for Lanes {
    type Output = Self;

    fn neg(self) -> Self {
        self.map(|value| -value)
    }
}

impl AddAssign<&Self> for Lanes {
    fn add_assign(&mut self, other: &Self) {
        for lane in 0..LANES {
            self.0[lane] += other.0[lane];
        }
    }
}

impl AddAssign for Lanes {
    fn add_assign(&mut self, other: Self) {
        for lane in 0..LANES {
            self.0[lane] += other.0[lane];
        }
    }
}
