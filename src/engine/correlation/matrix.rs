//! Small symmetric matrices: Cholesky factors and eigenvalues.
//!
//! Sums, products and square roots only, in a fixed order, so the bits are the same everywhere. Sizes are those of a group
//! of quantities that move together: a handful as a rule, a few hundred at most.

/// Below this a pivot of the Cholesky factor counts as 0.
const NO_PIVOT: f64 = 1e-10;
/// Sweeps of the Jacobi method; it needs six to ten.
const MOST_SWEEPS: usize = 30;
/// Root of the sum of squares off the diagonal, over the square of the size, at which the method has arrived.
const ARRIVED: f64 = 1e-14;

/// A symmetric matrix, stored whole, row after row.
#[derive(Clone, Debug, PartialEq)]
pub struct Symmetric {
    size: usize,
    values: Vec<f64>,
}

impl Symmetric {
    /// Ones on the diagonal, zeros elsewhere.
    pub fn identity(size: usize) -> Self {
        let mut identity = Self { size, values: vec![0.0; size * size] };
        for index in 0..size {
            identity.set(index, index, 1.0);
        }
        identity
    }

    /// Rows, and columns.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The value in this row and column.
    pub fn get(&self, row: usize, column: usize) -> f64 {
        self.values[row * self.size + column]
    }

    /// Sets a value and its mirror image.
    pub fn set(&mut self, row: usize, column: usize, value: f64) {
        self.values[row * self.size + column] = value;
        self.values[column * self.size + row] = value;
    }

    /// The lower triangular L with L L' equal to this matrix, row by row, each up to its diagonal; `None` when the matrix has
    /// a negative eigenvalue. A matrix with an eigenvalue of 0, such as that of a coefficient of 1, has one too.
    pub fn cholesky(&self) -> Option<Vec<Vec<f64>>> {
        let mut factor: Vec<Vec<f64>> = Vec::with_capacity(self.size);
        for row in 0..self.size {
            let mut values = Vec::with_capacity(row + 1);
            for column in 0..row {
                let earlier: &[f64] = &factor[column];
                let rest = self.get(row, column) - dot(&values, earlier);
                let pivot = earlier[column];
                if pivot > 0.0 {
                    values.push(rest / pivot);
                } else if rest.abs() <= NO_PIVOT.sqrt() {
                    values.push(0.0);
                } else {
                    return None;
                }
            }
            let rest = self.get(row, row) - dot(&values, &values);
            if rest < -NO_PIVOT {
                return None;
            }
            values.push(if rest <= NO_PIVOT { 0.0 } else { rest.sqrt() });
            factor.push(values);
        }
        Some(factor)
    }

    /// Eigenvalues, and the eigenvectors as rows, by the cyclic method of Jacobi.
    pub fn eigen(&self) -> (Vec<f64>, Vec<Vec<f64>>) {
        let size = self.size;
        let mut matrix = self.clone();
        let mut vectors: Vec<Vec<f64>> =
            (0..size).map(|row| (0..size).map(|column| f64::from(u8::from(row == column))).collect()).collect();
        for _ in 0..MOST_SWEEPS {
            let outside: f64 =
                (0..size).flat_map(|row| (0..row).map(move |column| (row, column))).fold(0.0, |sum, at| {
                    let value = matrix.get(at.0, at.1);
                    sum + value * value
                });
            if outside.sqrt() <= ARRIVED * size as f64 * size as f64 {
                break;
            }
            for p in 0..size {
                for q in p + 1..size {
                    matrix.rotate(p, q, &mut vectors);
                }
            }
        }
        ((0..size).map(|index| matrix.get(index, index)).collect(), vectors)
    }

    /// Turns the plane of `p` and `q` so that the value where they cross becomes 0.
    fn rotate(&mut self, p: usize, q: usize, vectors: &mut [Vec<f64>]) {
        let crossing = self.get(p, q);
        if crossing == 0.0 {
            return;
        }
        let (at_p, at_q) = (self.get(p, p), self.get(q, q));
        let slope = (at_q - at_p) / (2.0 * crossing);
        let tangent = slope.signum() / (slope.abs() + (slope * slope + 1.0).sqrt());
        let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
        let sine = tangent * cosine;
        for other in (0..self.size).filter(|other| *other != p && *other != q) {
            let (with_p, with_q) = (self.get(other, p), self.get(other, q));
            self.set(other, p, cosine * with_p - sine * with_q);
            self.set(other, q, sine * with_p + cosine * with_q);
        }
        self.set(p, p, at_p - tangent * crossing);
        self.set(q, q, at_q + tangent * crossing);
        self.set(p, q, 0.0);
        // p is before q.
        let (before, from_q) = vectors.split_at_mut(q);
        for (at_p, at_q) in before[p].iter_mut().zip(&mut from_q[0]) {
            (*at_p, *at_q) = (cosine * *at_p - sine * *at_q, sine * *at_p + cosine * *at_q);
        }
    }

    /// The nearest matrix without an eigenvalue below `floor`.
    #[must_use]
    pub fn without_eigenvalues_below(&self, floor: f64) -> Self {
        let (values, vectors) = self.eigen();
        let mut nearest = Self { size: self.size, values: vec![0.0; self.size * self.size] };
        for row in 0..self.size {
            for column in 0..=row {
                let value = values
                    .iter()
                    .zip(&vectors)
                    .fold(0.0, |sum, (value, vector)| sum + value.max(floor) * vector[row] * vector[column]);
                nearest.set(row, column, value);
            }
        }
        nearest
    }
}

/// Sum of the products over the shorter of the two.
fn dot(one: &[f64], two: &[f64]) -> f64 {
    one.iter().zip(two).fold(0.0, |sum, (one, two)| sum + one * two)
}

#[cfg(test)]
pub(super) use tests::random;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::draws::Stream;

    /// A matrix with coefficients drawn from -1 to 1 off a diagonal of ones.
    pub(in crate::engine::correlation) fn random(size: usize, id: u32) -> Symmetric {
        let stream = Stream::new(9, "matrix");
        let mut matrix = Symmetric::identity(size);
        let mut slot = 0;
        for row in 0..size {
            for column in 0..row {
                matrix.set(row, column, 2.0 * stream.uniform(id, slot) - 1.0);
                slot += 1;
            }
        }
        matrix
    }

    #[test]
    fn a_factor_multiplies_back() {
        for id in 0..50 {
            let matrix = random(5, id).without_eigenvalues_below(0.01);
            let factor = matrix.cholesky().unwrap();
            for row in 0..5 {
                for column in 0..=row {
                    assert!((dot(&factor[row], &factor[column]) - matrix.get(row, column)).abs() < 1e-13);
                }
            }
        }
    }

    #[test]
    fn eigenvalues_and_vectors_fit_their_matrix() {
        for (size, id) in [(2, 1), (3, 2), (8, 3), (40, 4)] {
            let matrix = random(size, id);
            let (values, vectors) = matrix.eigen();
            let trace: f64 = values.iter().sum();
            assert!((trace - size as f64).abs() < 1e-11);
            for (value, vector) in values.iter().zip(&vectors) {
                assert!((dot(vector, vector) - 1.0).abs() < 1e-12);
                for row in 0..size {
                    let image: f64 = (0..size).map(|column| matrix.get(row, column) * vector[column]).sum();
                    assert!((image - value * vector[row]).abs() < 1e-11, "{size}");
                }
            }
            let negative = values.iter().any(|value| *value < -1e-9);
            assert_eq!(matrix.cholesky().is_none(), negative, "{values:?}");
        }
    }

    #[test]
    fn a_coefficient_of_one_has_a_factor() {
        let mut matrix = Symmetric::identity(3);
        matrix.set(0, 1, 1.0);
        assert_eq!(matrix.cholesky().unwrap(), [vec![1.0], vec![1.0, 0.0], vec![0.0, 0.0, 1.0]]);
        // But what is one with the first cannot go its own way with the third.
        matrix.set(0, 2, 0.5);
        assert_eq!(matrix.cholesky(), None);
        matrix.set(1, 2, 0.5);
        assert!(matrix.cholesky().is_some());
    }
}
