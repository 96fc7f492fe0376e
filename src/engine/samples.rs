//! The values of one amount over the trials: every one of them in runs of ordinary size, a fine histogram in larger ones.

use super::sorted::Sorted;

/// In runs of up to this many trials every value is kept and percentiles are exact.
pub const MOST_EXACT: u32 = 65_536;

/// So many values a larger run keeps in the order of its trials, beside the histogram: what has to be looked at trial by trial
/// (errors by sections, what drives the outcome) rests on these.
pub const FIRST_KEPT: usize = 16_384;

/// Bits of the mantissa that a histogram key keeps: bins are 1/4,096 of an octave and up, 0.025 % wide at most.
pub(super) const KEPT_BITS: u32 = 12;
/// Bins in an octave.
const OCTAVE: usize = 1 << KEPT_BITS;

/// The values of an amount, in trial order while exact.
#[derive(Clone, Debug, PartialEq)]
pub enum Samples {
    /// Every value.
    Exact(Vec<f64>),
    /// Count of the values in each bin.
    Binned {
        /// The bins of each octave that holds something; octaves and bins grow with the values.
        octaves: Vec<(i64, Box<[u32]>)>,
        /// Values in all.
        count: u64,
        /// The first values in trial order.
        first: Vec<f64>,
        /// So many of them are kept: [`FIRST_KEPT`], or [`MOST_EXACT`] in a run that may stop before it needs bins.
        most_first: usize,
    },
}

impl Samples {
    /// Room for the values of a run of so many trials. Which form they take is decided here and not when a run has grown too
    /// large: to turn all values into bins at once would stop the page.
    pub fn of_run(trials: u32) -> Self {
        if trials <= MOST_EXACT {
            Self::Exact(Vec::new())
        } else {
            Self::Binned { octaves: Vec::new(), count: 0, first: Vec::new(), most_first: FIRST_KEPT }
        }
    }

    /// The same for a run that may stop early: wherever it stops, its values are those of a run of just so many trials, all of
    /// them or in bins.
    pub fn of_run_that_may_stop(trials: u32) -> Self {
        let mut samples = Self::of_run(trials);
        if let Self::Binned { most_first, .. } = &mut samples {
            *most_first = MOST_EXACT as usize;
        }
        samples
    }

    /// Adds values. However they are portioned, the state is the same.
    pub fn extend(&mut self, values: impl Iterator<Item = f64>) {
        match self {
            Self::Exact(kept) => kept.extend(values),
            Self::Binned { octaves, count, first, most_first } => {
                // Most values lie in the octave of the one before.
                let mut last = 0;
                for value in values {
                    if first.len() < *most_first {
                        first.push(value);
                    }
                    let (octave, bin) = place(key(value));
                    if octaves.get(last).is_none_or(|(known, _)| *known != octave) {
                        last = octaves.partition_point(|(known, _)| *known < octave);
                        if octaves.get(last).is_none_or(|(known, _)| *known != octave) {
                            octaves.insert(last, (octave, vec![0; OCTAVE].into_boxed_slice()));
                        }
                    }
                    octaves[last].1[bin] += 1;
                    *count += 1;
                }
            }
        }
    }

    /// The values in trial order: all of them, or the first [`FIRST_KEPT`] of a large run.
    pub fn in_order(&self) -> &[f64] {
        match self {
            Self::Exact(values) => values,
            Self::Binned { first, .. } if self.keeps_all() => first,
            Self::Binned { first, .. } => &first[..first.len().min(FIRST_KEPT)],
        }
    }

    /// Whether every value so far is known although there are bins: in a run that may stop early.
    fn keeps_all(&self) -> bool {
        match self {
            Self::Exact(_) => true,
            Self::Binned { count, first, most_first, .. } => *most_first > FIRST_KEPT && first.len() as u64 == *count,
        }
    }

    /// Every value in trial order, where every one is known.
    pub fn exact(&self) -> Option<&[f64]> {
        match self {
            Self::Exact(values) => Some(values),
            Self::Binned { first, .. } => self.keeps_all().then_some(first),
        }
    }

    /// The values in rising order, ready to be asked for percentiles.
    pub fn sorted(&self) -> Sorted {
        match self {
            Self::Exact(values) => Sorted::of(values),
            Self::Binned { first, .. } if self.keeps_all() => Sorted::of(first),
            Self::Binned { octaves, count, .. } => {
                let filled = octaves.iter().flat_map(|(octave, bins)| {
                    let keyed = bins.iter().zip(octave << KEPT_BITS..).map(|(count, key)| (key, *count));
                    keyed.filter(|(_, count)| *count > 0)
                });
                Sorted::Binned { bins: filled.collect(), count: *count }
            }
        }
    }
}

/// The bin of a value: sign, exponent and the first bits of the mantissa, as an integer that grows with the value.
pub(super) fn key(value: f64) -> i64 {
    let bits = (value.abs().to_bits() >> (52 - KEPT_BITS)).cast_signed();
    if value < 0.0 { -1 - bits } else { bits }
}

/// Octave of a key, and its bin within it.
fn place(key: i64) -> (i64, usize) {
    // The low bits of an integer in two's complement count up, below 0 as well.
    #[allow(clippy::cast_possible_truncation)]
    let bin = key.cast_unsigned() as usize & (OCTAVE - 1);
    (key >> KEPT_BITS, bin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portions_do_not_matter() {
        let values: Vec<f64> = (0..100_000).map(|i| f64::from(i).sin() * 1e6).collect();
        for trials in [MOST_EXACT, MOST_EXACT + 1] {
            let mut whole = Samples::of_run(trials);
            whole.extend(values.iter().copied());
            let mut parts = Samples::of_run(trials);
            values.chunks(777).for_each(|chunk| parts.extend(chunk.iter().copied()));
            assert_eq!(whole, parts);
        }
    }

    #[test]
    fn large_runs_keep_bins_from_their_first_value_on() {
        assert!(matches!(Samples::of_run(MOST_EXACT), Samples::Exact(_)));
        assert!(matches!(Samples::of_run(MOST_EXACT + 1), Samples::Binned { .. }));
    }

    #[test]
    fn binned_percentiles_are_close_to_exact_ones() {
        let values: Vec<f64> = (0..200_000).map(|i| (f64::from(i) * 0.618_034).fract() * 3e6 - 1e6).collect();
        let mut binned = Samples::of_run(200_000);
        binned.extend(values.iter().copied());
        let mut exact = values;
        exact.sort_unstable_by(f64::total_cmp);
        let (exact, binned) = (Sorted::Exact(exact), binned.sorted());
        for p in [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] {
            let (a, b) = (exact.quantile(p), binned.quantile(p));
            assert!((a - b).abs() < 3e-4 * a.abs() + 1.0, "{p}: {a} {b}");
        }
        for highest in [false, true] {
            let (a, b) = (exact.tail_mean(0.05, highest), binned.tail_mean(0.05, highest));
            assert!((a - b).abs() < 3e-4 * a.abs(), "{a} {b}");
        }
    }

    #[test]
    fn a_large_run_keeps_its_first_values_in_order() {
        let mut binned = Samples::of_run(MOST_EXACT + 1);
        binned.extend((0..20_000).map(f64::from));
        assert_eq!(binned.in_order().len(), FIRST_KEPT);
        assert!(binned.in_order().is_sorted());
    }

    #[test]
    fn a_run_that_may_stop_keeps_what_a_run_of_just_so_many_trials_would() {
        let values: Vec<f64> =
            (0..MOST_EXACT + 4_096).map(|i| (f64::from(i) * 0.618_034).fract() * 3e6 - 1e6).collect();
        // Fewer than are kept of every large run, more than that, all that are kept, and more.
        for trials in [2_048, 32_768, MOST_EXACT, MOST_EXACT + 4_096] {
            let mut stopped = Samples::of_run_that_may_stop(1_048_576);
            let mut exact = Samples::of_run(trials);
            for samples in [&mut stopped, &mut exact] {
                samples.extend(values.iter().copied().take(trials as usize));
            }
            assert_eq!(stopped.in_order(), exact.in_order(), "{trials}");
            assert_eq!(format!("{:?}", stopped.sorted()), format!("{:?}", exact.sorted()), "{trials}");
        }
    }
}
