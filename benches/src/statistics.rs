//! The few statistics that measured times and replicates need.

/// The middle one of some values, or the mean of the two in the middle; not a number when there is none.
pub fn median(values: &[f64]) -> f64 {
    let sorted = sorted(values);
    let middle = sorted.len() / 2;
    match (sorted.get(middle.wrapping_sub(1)), sorted.get(middle)) {
        (Some(below), Some(above)) if sorted.len().is_multiple_of(2) => below.midpoint(*above),
        (_, Some(middle)) => *middle,
        _ => f64::NAN,
    }
}

/// The least and the greatest of some values; not numbers when there is none.
pub fn range(values: &[f64]) -> (f64, f64) {
    let sorted = sorted(values);
    let end = |value: Option<&f64>| value.copied().unwrap_or(f64::NAN);
    (end(sorted.first()), end(sorted.last()))
}

/// The variance of a population of which these are a sample (with n - 1).
pub fn variance(values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0)
}

/// The median of the quotients of what was measured in the same round: a round in which the machine was slow slows both.
pub fn median_quotient(above: &[f64], below: &[f64]) -> f64 {
    let quotients: Vec<f64> = above.iter().zip(below).map(|(above, below)| above / below).collect();
    median(&quotients)
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-12
    }

    #[test]
    fn the_median_is_in_the_middle() {
        assert!(close(median(&[3.0, 1.0, 100.0]), 3.0));
        assert!(close(median(&[4.0, 1.0, 3.0, 100.0]), 3.5));
        assert!(close(median(&[7.0]), 7.0));
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn the_range_goes_from_the_least_to_the_greatest() {
        let (least, greatest) = range(&[3.0, 1.0, 100.0]);
        assert!(close(least, 1.0) && close(greatest, 100.0));
    }

    #[test]
    fn the_variance_is_that_of_the_population() {
        assert!(close(variance(&[1.0, 2.0, 3.0, 4.0]), 5.0 / 3.0));
    }

    #[test]
    fn quotients_are_taken_round_by_round() {
        // The machine was ten times slower in the second round: no quotient knows of it.
        assert!(close(median_quotient(&[2.0, 20.0, 2.2], &[1.0, 10.0, 1.0]), 2.0));
    }
}
