//! Values in rising order, and what is read from them: percentiles, shares, tails.

use super::samples::KEPT_BITS;

/// Values in rising order.
#[derive(Clone, Debug)]
pub enum Sorted {
    /// Every value.
    Exact(Vec<f64>),
    /// Bins and how many values they hold.
    Binned {
        /// Key and count.
        bins: Vec<(i64, u32)>,
        /// Values in all.
        count: u64,
    },
}

impl Sorted {
    /// Every one of these values.
    pub fn of(values: &[f64]) -> Self {
        Self::by_keys(values.iter(), <[i64]>::sort_unstable)
    }

    /// Every one of these values, which are in rising order by and large: runs that are, one after the other.
    pub fn of_runs<'a>(values: impl Iterator<Item = &'a f64>) -> Self {
        // The stable sort finds what is in order already.
        Self::by_keys(values, <[i64]>::sort)
    }

    /// Sorts integers in the place of numbers: these are compared several times each, and integers in half the time.
    fn by_keys<'a>(values: impl Iterator<Item = &'a f64>, sort: impl FnOnce(&mut [i64])) -> Self {
        let mut keys: Vec<i64> = values.map(|value| in_total_order(value.to_bits().cast_signed())).collect();
        sort(&mut keys);
        let value = |key: i64| f64::from_bits(in_total_order(key).cast_unsigned());
        Self::Exact(keys.into_iter().map(value).collect())
    }

    /// The value below which a share `p` (0..1) of the values lies; infinite values may come back.
    ///
    /// # Formula
    /// Exact: linear between the order statistics around position p (n - 1), counted from 0 (Hyndman and Fan, type 7). Binned:
    /// the same position, linear within its bin.
    pub fn quantile(&self, p: f64) -> f64 {
        match self {
            Self::Exact(values) => {
                let Some(last) = values.len().checked_sub(1) else { return 0.0 };
                let position = p * last as f64;
                // Between 0 and the last index.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let below = (position as usize).min(last);
                let (low, high) = (values[below], values[(below + 1).min(last)]);
                let part = position - below as f64;
                // Not even no part of an infinite step is a number.
                if part <= 0.0 || low.is_infinite() { low } else { low + part * (high - low) }
            }
            Self::Binned { bins, count } => {
                let position = p * (count.saturating_sub(1)) as f64;
                let mut before = 0.0;
                for (key, count) in bins {
                    let count = f64::from(*count);
                    if before + count > position {
                        let (low, high) = edges(*key);
                        return if high.is_finite() {
                            low + (position - before + 0.5) / count * (high - low)
                        } else {
                            low
                        };
                    }
                    before += count;
                }
                bins.last().map_or(0.0, |(key, _)| edges(*key).0)
            }
        }
    }

    /// The quantiles at 1/2, 3/2, 5/2, ... of a `steps`-th, rising: the whole distribution on a grid.
    pub fn grid(&self, steps: u32) -> Vec<f64> {
        let probabilities = (0..steps).map(|step| (f64::from(step) + 0.5) / f64::from(steps));
        let Self::Binned { bins, count } = self else { return probabilities.map(|p| self.quantile(p)).collect() };
        // As `quantile`, but walking through the bins once.
        let last = count.saturating_sub(1) as f64;
        let (mut at, mut before) = (bins.iter().peekable(), 0.0);
        probabilities
            .filter_map(|p| {
                while let Some((_, count)) = at.next_if(|(_, count)| before + f64::from(*count) <= p * last) {
                    before += f64::from(*count);
                }
                let (key, count) = at.peek()?;
                let (low, high) = edges(*key);
                let part = (p * last - before + 0.5) / f64::from(*count);
                Some(if high.is_finite() { low + part * (high - low) } else { low })
            })
            .collect()
    }

    /// Share of the values above `threshold`, 0..1; of the bin in which it lies, the part that is above.
    pub fn share_above(&self, threshold: f64) -> f64 {
        let above: f64 = match self {
            Self::Exact(values) => (values.len() - values.partition_point(|value| *value <= threshold)) as f64,
            Self::Binned { bins, .. } => {
                let part = |(key, count): &(i64, u32)| {
                    let (low, high) = edges(*key);
                    let share = if threshold <= low {
                        1.0
                    } else if threshold >= high || !high.is_finite() {
                        0.0
                    } else {
                        (high - threshold) / (high - low)
                    };
                    f64::from(*count) * share
                };
                bins.iter().map(part).sum()
            }
        };
        if self.is_empty() { 0.0 } else { above / self.len() as f64 }
    }

    /// Mean of the values below 0; `None` where there are none.
    pub fn mean_of_negatives(&self) -> Option<f64> {
        let (mut count, mut sum) = (0.0, 0.0);
        self.for_each(|value, values| {
            if value < 0.0 {
                count += f64::from(values);
                sum += f64::from(values) * value;
            }
        });
        (count > 0.0).then(|| sum / count)
    }

    /// Mean of the lowest or of the highest share `tail` of the values; a value on the edge counts in part.
    pub fn tail_mean(&self, tail: f64, highest: bool) -> f64 {
        let weighted: Box<dyn Iterator<Item = (f64, f64)>> = match self {
            Self::Exact(values) if highest => Box::new(values.iter().rev().map(|value| (*value, 1.0))),
            Self::Exact(values) => Box::new(values.iter().map(|value| (*value, 1.0))),
            Self::Binned { bins, .. } if highest => Box::new(bins.iter().rev().map(middle_and_count)),
            Self::Binned { bins, .. } => Box::new(bins.iter().map(middle_and_count)),
        };
        let wanted = tail * self.len() as f64;
        let (mut taken, mut sum) = (0.0, 0.0);
        for (value, count) in weighted {
            let part = count.min(wanted - taken);
            sum += part * value;
            taken += part;
            if taken >= wanted {
                break;
            }
        }
        if taken > 0.0 { sum / taken } else { 0.0 }
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Exact(values) => values.len(),
            // At most a million trials.
            Self::Binned { count, .. } => usize::try_from(*count).unwrap_or(usize::MAX),
        }
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Each value, or the middle of each bin, with its count, rising.
    pub fn for_each(&self, mut take: impl FnMut(f64, u32)) {
        match self {
            Self::Exact(values) => values.iter().for_each(|value| take(*value, 1)),
            Self::Binned { bins, .. } => {
                for (key, count) in bins {
                    let (low, high) = edges(*key);
                    take(if high.is_finite() { low + (high - low) / 2.0 } else { low }, *count);
                }
            }
        }
    }
}

/// The bits of a number as an integer that grows with it, in the order of `f64::total_cmp`; and back again.
fn in_total_order(bits: i64) -> i64 {
    // Below 0 all bits but the sign count down.
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}

fn middle_and_count((key, count): &(i64, u32)) -> (f64, f64) {
    let (low, high) = edges(*key);
    (low + (high - low) / 2.0, f64::from(*count))
}

/// Lower and upper edge of a bin.
fn edges(key: i64) -> (f64, f64) {
    let magnitude = |bits: i64| f64::from_bits(bits.cast_unsigned() << (52 - KEPT_BITS));
    if key < 0 { (-magnitude(-key), -magnitude(-1 - key)) } else { (magnitude(key), magnitude(key + 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::samples::{MOST_EXACT, Samples, key};

    #[test]
    fn integers_sort_as_their_numbers_do() {
        let numbers = [3.5, f64::INFINITY, -0.0, 0.0, -2.0, f64::MIN_POSITIVE, -1e300, 1.0, f64::NEG_INFINITY, -2.5];
        let mut expected = numbers;
        expected.sort_by(f64::total_cmp);
        for sorted in [Sorted::of(&numbers), Sorted::of_runs(numbers.iter())] {
            let Sorted::Exact(values) = sorted else { unreachable!("every value is known") };
            assert!(values.iter().zip(&expected).all(|(one, other)| one.to_bits() == other.to_bits()), "{values:?}");
        }
    }

    #[test]
    fn tails_take_part_of_the_value_on_their_edge() {
        let sorted = Sorted::Exact((1..=30).map(f64::from).collect());
        // 5 % of 30 values are one and a half.
        assert!((sorted.tail_mean(0.05, false) - (1.0 + 0.5 * 2.0) / 1.5).abs() < 1e-12);
        assert!((sorted.tail_mean(0.05, true) - (30.0 + 0.5 * 29.0) / 1.5).abs() < 1e-12);
    }

    #[test]
    fn a_grid_is_the_quantiles() {
        let values: Vec<f64> = (0..3_000).map(|i| (f64::from(i) * 0.618_034).fract() * 3e6 - 1e6).collect();
        let mut binned = Samples::of_run(MOST_EXACT + 1);
        binned.extend(values.iter().copied());
        for sorted in [binned.sorted(), Sorted::of(&values)] {
            let grid = sorted.grid(100);
            assert_eq!(grid.len(), 100);
            for (step, value) in (0_u32..).zip(grid) {
                assert_eq!(value, sorted.quantile((f64::from(step) + 0.5) / 100.0), "{step}");
            }
        }
    }

    #[test]
    fn shares_above_and_means_of_losses_are_counted() {
        let values = [-3.0, -1.0, 0.0, 2.0, 2.0, 5.0, 7.0, 9.0];
        let exact = Sorted::of(&values);
        assert_eq!(exact.share_above(2.0), 3.0 / 8.0);
        assert_eq!(exact.share_above(-10.0), 1.0);
        assert_eq!(exact.share_above(9.0), 0.0);
        assert_eq!(exact.mean_of_negatives(), Some(-2.0));
        assert_eq!(Sorted::of(&[0.0, 1.0]).mean_of_negatives(), None);
        let mut binned = Samples::of_run(MOST_EXACT + 1);
        binned.extend((0..100_000).map(|i| f64::from(i) - 20_000.0));
        let binned = binned.sorted();
        assert!((binned.share_above(30_000.0) - 0.5).abs() < 3e-4, "{}", binned.share_above(30_000.0));
        assert!((binned.mean_of_negatives().unwrap() + 10_000.5).abs() < 5.0, "{:?}", binned.mean_of_negatives());
    }

    #[test]
    fn never_is_infinite() {
        let sorted = Sorted::Exact(vec![3.0, f64::INFINITY, f64::INFINITY]);
        assert_eq!(sorted.quantile(0.0), 3.0);
        assert!(sorted.quantile(0.9).is_infinite());
        assert!(sorted.quantile(0.25).is_infinite());
    }

    #[test]
    fn keys_grow_with_values_and_edges_enclose_them() {
        let values = [-1e9, -5.0, -1.0, -1e-9, 0.0, 1e-9, 0.3, 1.0, 1.0001, 7.5, 1e12];
        for pair in values.windows(2) {
            assert!(key(pair[0]) <= key(pair[1]), "{pair:?}");
        }
        for value in values {
            let (low, high) = edges(key(value));
            assert!(low <= value && value <= high, "{value} outside {low}..{high}");
            assert!(high - low <= value.abs() * 0.000_25 + 1e-300, "{value}: {low}..{high}");
        }
    }
}
