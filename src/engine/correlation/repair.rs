//! The nearest correlation matrix to coefficients that cannot hold together.

use super::matrix::Symmetric;

/// Least eigenvalue of a repaired matrix.
const FLOOR: f64 = 1e-7;
/// Most rounds of projections.
const MOST_ROUNDS: usize = 200;
/// Products of three sizes that all rounds together may take: a group of twenty has all its rounds, one of a hundred two.
const BUDGET: usize = 2_000_000;
/// Size above which eigenvalues take too long for a page that waits, and coefficients shrink instead.
const LARGE: usize = 100;
/// Halvings by which the factor of a shrunk group is found.
const HALVINGS: u32 = 40;
/// A round that moves no coefficient by more is the last.
const SETTLED: f64 = 1e-9;

/// The correlation matrix nearest to `matrix`, which has ones on its diagonal, by the sum of squared changes.
///
/// # Formula
/// Alternating projections with Dykstra's correction (Higham, IMA Journal of Numerical Analysis 22, 2002): negative
/// eigenvalues set to 0, then the diagonal to 1, again and again. At the end eigenvalues below 1e-7 are set to that and rows
/// and columns are scaled so that the diagonal is 1. In a group of more than a hundred all coefficients are multiplied by the
/// largest factor that lets them hold together instead: not the nearest, but quick.
pub fn nearest(matrix: &Symmetric) -> Symmetric {
    let size = matrix.size();
    if size > LARGE {
        return shrunk(matrix);
    }
    let rounds = (BUDGET / size.pow(3).max(1)).min(MOST_ROUNDS);
    let mut current = matrix.clone();
    let mut correction = vec![0.0; size * size];
    for _ in 1..rounds {
        let mut corrected = current.clone();
        for_each(size, |row, column| {
            corrected.set(row, column, current.get(row, column) - correction[row * size + column]);
        });
        let projected = corrected.without_eigenvalues_below(0.0);
        let mut moved = 0.0_f64;
        for_each(size, |row, column| {
            correction[row * size + column] = projected.get(row, column) - corrected.get(row, column);
            let value = if row == column { 1.0 } else { projected.get(row, column) };
            moved = moved.max((value - current.get(row, column)).abs());
            current.set(row, column, value);
        });
        if moved < SETTLED {
            break;
        }
    }
    with_ones_on_the_diagonal(&current.without_eigenvalues_below(FLOOR))
}

/// All coefficients times the largest factor, 0..1, with which they hold together.
fn shrunk(matrix: &Symmetric) -> Symmetric {
    let times = |factor: f64| {
        let mut shrunk = Symmetric::identity(matrix.size());
        for_each(matrix.size(), |row, column| {
            if row != column {
                shrunk.set(row, column, factor * matrix.get(row, column));
            }
        });
        shrunk
    };
    let (mut fits, mut fails) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (fits + fails);
        if times(middle).cholesky().is_some() {
            fits = middle;
        } else {
            fails = middle;
        }
    }
    times(fits)
}

/// Every place on and below the diagonal.
fn for_each(size: usize, mut visit: impl FnMut(usize, usize)) {
    for row in 0..size {
        for column in 0..=row {
            visit(row, column);
        }
    }
}

fn with_ones_on_the_diagonal(matrix: &Symmetric) -> Symmetric {
    let mut scaled = Symmetric::identity(matrix.size());
    for_each(matrix.size(), |row, column| {
        if row != column {
            let scale = (matrix.get(row, row) * matrix.get(column, column)).sqrt();
            scaled.set(row, column, (matrix.get(row, column) / scale).clamp(-1.0, 1.0));
        }
    });
    scaled
}

#[cfg(test)]
mod tests {
    use super::super::matrix::random;
    use super::*;

    fn distance(one: &Symmetric, two: &Symmetric) -> f64 {
        let mut sum = 0.0;
        for_each(one.size(), |row, column| sum += (one.get(row, column) - two.get(row, column)).powi(2));
        sum.sqrt()
    }

    fn least_eigenvalue(matrix: &Symmetric) -> f64 {
        matrix.eigen().0.into_iter().fold(f64::INFINITY, f64::min)
    }

    /// The example of Higham (2002), section 4.
    #[test]
    fn the_published_example_is_met() {
        let mut matrix = Symmetric::identity(3);
        matrix.set(0, 1, 1.0);
        matrix.set(1, 2, 1.0);
        let near = nearest(&matrix);
        for ((row, column), value) in [((0, 1), 0.7607), ((0, 2), 0.1573), ((1, 2), 0.7607)] {
            assert!((near.get(row, column) - value).abs() < 5e-5, "{}", near.get(row, column));
        }
    }

    #[test]
    fn repaired_matrices_are_correlation_matrices_and_none_is_nearer() {
        for id in 0..40 {
            let matrix = random(6, id);
            if matrix.cholesky().is_some() {
                continue;
            }
            let near = nearest(&matrix);
            assert!(near.cholesky().is_some() && least_eigenvalue(&near) > 0.0);
            for row in 0..6 {
                assert_eq!(near.get(row, row), 1.0);
            }
            // The set of correlation matrices is convex: seen from its nearest point, all of it lies on the far side. Its corners
            // are the matrices of signs; a few points from its inside beside them.
            let corners = (0..32).map(|signs| {
                let sign = |index: usize| if (signs >> index) & 1 == 1 { -1.0 } else { 1.0 };
                let mut corner = Symmetric::identity(6);
                for_each(6, |row, column| corner.set(row, column, sign(row) * sign(column)));
                corner
            });
            let inside = (0..40)
                .map(|other| with_ones_on_the_diagonal(&random(6, 1_000 + other).without_eigenvalues_below(1e-6)));
            let at_once = with_ones_on_the_diagonal(&matrix.without_eigenvalues_below(0.0));
            for other in corners.chain(inside).chain([at_once]) {
                let mut product = 0.0;
                for_each(6, |row, column| {
                    let away = matrix.get(row, column) - near.get(row, column);
                    product += away * (other.get(row, column) - near.get(row, column));
                });
                assert!(product < 1e-4, "{id}: {product}");
            }
            // And twice is no more than once.
            assert!(distance(&near, &nearest(&near)) < 1e-5, "{id}");
        }
    }

    #[test]
    fn large_groups_shrink_as_a_whole() {
        let matrix = random(130, 7);
        let near = nearest(&matrix);
        assert!(near.cholesky().is_some());
        let factor = near.get(1, 0) / matrix.get(1, 0);
        assert!(factor > 0.05 && factor < 1.0, "{factor}");
        for_each(130, |row, column| {
            let expected = if row == column { 1.0 } else { factor * matrix.get(row, column) };
            assert!((near.get(row, column) - expected).abs() < 1e-12);
        });
        // The least eigenvalue of a shrunk matrix is 1 - factor (1 - least): at 0, as far as pivots tell.
        assert!((1.0 - factor * (1.0 - least_eigenvalue(&matrix))).abs() < 1e-4);
    }
}
