//! Whether two programs have found the same figures, up to what chance leaves open.

use anyhow::{Context, Result, ensure};

use crate::report::Figures;

/// How many combined standard errors two means may lie apart. For ten strategies and three peers chance alone goes this far
/// with one seed in some hundreds, and the seeds are fixed.
const TOLERANCE: f64 = 4.0;

/// How many strategies the reduced model has.
const STRATEGIES: usize = 10;

/// Compares the means of all strategies; says by how many combined standard errors the worst pair lies apart.
///
/// # Errors
/// When a strategy is missing or a pair is too far apart, in a sentence that names it.
pub fn check(peer: &str, theirs: &Figures, ours: &Figures) -> Result<f64> {
    ensure!(
        theirs.len() == STRATEGIES && ours.len() == STRATEGIES,
        "{peer} has figures of {} strategies and the engine of {}, where there should be {STRATEGIES}",
        theirs.len(),
        ours.len()
    );
    let mut worst = 0.0_f64;
    for (strategy, our) in ours {
        let their = theirs.get(strategy).with_context(|| format!("{peer} has no figures of {strategy}"))?;
        let error = our.standard_error.hypot(their.standard_error);
        let apart = (their.mean_present_value - our.mean_present_value).abs() / error;
        // Written so that what is not a number does not pass.
        ensure!(
            apart <= TOLERANCE,
            "{peer} does not agree with the engine: its mean of {strategy} is {:.0}, the engine's {:.0}, which is {apart:.1} \
             combined standard errors apart",
            their.mean_present_value,
            our.mean_present_value
        );
        worst = worst.max(apart);
    }
    Ok(worst)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Figure;

    fn figures(mean: f64, error: f64) -> Figures {
        let figure = Figure { mean_present_value: mean, standard_error: error };
        (0..STRATEGIES).map(|number| (format!("strategy {number}"), figure)).collect()
    }

    fn with(mean: f64) -> Figures {
        let mut changed = figures(100.0, 3.0);
        changed.get_mut("strategy 7").unwrap().mean_present_value = mean;
        changed
    }

    #[test]
    fn errors_combine() {
        // 3 and 4 make 5.
        let worst = check("a peer", &with(119.0), &figures(100.0, 4.0)).unwrap();
        assert!((worst - 3.8).abs() < 1e-9);
    }

    #[test]
    fn one_strategy_too_far_away_is_named() {
        for mean in [121.0, 79.0, f64::NAN] {
            let said = check("a peer", &with(mean), &figures(100.0, 4.0)).unwrap_err().to_string();
            assert!(said.starts_with("a peer does not agree") && said.contains("strategy 7"), "{said}");
        }
    }

    #[test]
    fn every_strategy_must_be_there() {
        let mut other = figures(100.0, 3.0);
        let figure = other.remove("strategy 7").unwrap();
        assert!(check("a peer", &other, &figures(100.0, 4.0)).is_err());
        other.insert("another".to_owned(), figure);
        assert!(check("a peer", &other, &figures(100.0, 4.0)).unwrap_err().to_string().contains("strategy 7"));
        // Nor may there be more, or nothing to compare.
        other.insert("strategy 7".to_owned(), figure);
        assert!(check("a peer", &other, &figures(100.0, 4.0)).is_err());
        assert!(check("a peer", &Figures::new(), &Figures::new()).is_err());
    }
}
