//! Rounds in which everything is measured once, so that a slow moment of the machine meets all alike.

use anyhow::Result;

use crate::statistics::{median, median_quotient, range};
use crate::table::{Table, grouped};

/// What one measurement gives.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    /// How long it took.
    pub seconds: f64,
    /// By how many combined standard errors its figures lie away from the engine's, if they were compared.
    pub apart: Option<f64>,
}

/// Something that is measured once a round.
pub struct Entrant<'a> {
    /// Its name in the table.
    pub name: &'static str,
    /// Trials that it computes each time.
    pub trials: u32,
    /// Runs it.
    pub measure: Box<dyn Fn() -> Result<Measured> + 'a>,
}

/// What came of an entrant.
#[derive(Clone, Debug)]
pub struct Row {
    name: &'static str,
    trials: u32,
    seconds: Vec<f64>,
    apart: Option<f64>,
}

impl Row {
    /// Seconds that a trial took in each round.
    fn per_trial(&self) -> Vec<f64> {
        self.seconds.iter().map(|seconds| seconds / f64::from(self.trials)).collect()
    }
}

/// What came of all of them.
#[derive(Clone, Debug)]
pub struct Rows(Vec<Row>);

impl Rows {
    /// Runs the rounds; before each, `between` may do something else.
    ///
    /// # Errors
    /// When an entrant fails or `between` does.
    pub fn measure(rounds: usize, entrants: &[Entrant], mut between: impl FnMut() -> Result<()>) -> Result<Self> {
        let row = |it: &Entrant| Row { name: it.name, trials: it.trials, seconds: Vec::new(), apart: None };
        let mut rows: Vec<Row> = entrants.iter().map(row).collect();
        for _ in 0..rounds {
            between()?;
            for (row, entrant) in rows.iter_mut().zip(entrants) {
                let Measured { seconds, apart } = (entrant.measure)()?;
                row.seconds.push(seconds);
                row.apart = apart.or(row.apart);
            }
        }
        Ok(Self(rows))
    }

    /// The time of a trial in one over that in another: the median over the rounds. Nothing when one was not measured.
    pub fn quotient(&self, above: &str, below: &str) -> Option<f64> {
        let row = |name: &str| self.0.iter().find(|row| row.name == name);
        Some(median_quotient(&row(above)?.per_trial(), &row(below)?.per_trial()))
    }

    /// The rows as a table; `units` is how many units of work there are in a trial.
    pub fn table(&self, units: u32) -> Table<7> {
        let head = ["program", "trials", "seconds", "least to most", "trials a second", "ns a unit", "apart"];
        let mut table = Table::new(head);
        for row in &self.0 {
            let (least, most) = range(&row.seconds);
            let per_trial = median(&row.per_trial());
            table.push([
                row.name.to_owned(),
                grouped(f64::from(row.trials)),
                format!("{:.3}", median(&row.seconds)),
                format!("{least:.3} to {most:.3}"),
                grouped(1.0 / per_trial),
                format!("{:.2}", per_trial * 1e9 / f64::from(units)),
                row.apart.map_or_else(String::new, |apart| format!("{apart:.1}")),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    fn entrant<'a>(name: &'static str, trials: u32, clock: &'a Cell<f64>) -> Entrant<'a> {
        let measure = move || {
            clock.set(clock.get() + 1.0);
            Ok(Measured { seconds: clock.get(), apart: None })
        };
        Entrant { name, trials, measure: Box::new(measure) }
    }

    #[test]
    fn every_round_measures_everything_once() {
        let (clock, rounds) = (Cell::new(0.0), Cell::new(0));
        let entrants = [entrant("a", 10, &clock), entrant("b", 20, &clock)];
        let count = || {
            rounds.set(rounds.get() + 1);
            Ok(())
        };
        let rows = Rows::measure(3, &entrants, count).unwrap();
        assert_eq!(rounds.get(), 3);
        assert_eq!(rows.0[0].seconds, [1.0, 3.0, 5.0]);
        assert_eq!(rows.0[1].seconds, [2.0, 4.0, 6.0]);
        // (1/10) / (2/20) = 1, (3/10) / (4/20) = 1.5, (5/10) / (6/20) = 1.67: trials are counted, and the median taken.
        assert!((rows.quotient("a", "b").unwrap() - 1.5).abs() < 1e-12);
        assert_eq!(rows.quotient("a", "c"), None);
    }
}
