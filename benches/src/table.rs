//! A table of plain text: the first column to the left, numbers to the right.

use std::fmt::{self, Display, Formatter};

/// Rows of equally many cells, the first of which is the head.
#[derive(Clone, Debug)]
pub struct Table<const N: usize> {
    rows: Vec<[String; N]>,
}

impl<const N: usize> Table<N> {
    /// A table with a head.
    pub fn new(head: [&str; N]) -> Self {
        Self { rows: vec![head.map(str::to_owned)] }
    }

    /// Adds a row.
    pub fn push(&mut self, row: [String; N]) {
        self.rows.push(row);
    }
}

impl<const N: usize> Display for Table<N> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let widths: [usize; N] = std::array::from_fn(|column| {
            self.rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
        });
        for row in &self.rows {
            let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| {
                if column == 0 { format!("{cell:width$}") } else { format!("  {cell:>width$}") }
            });
            let line: String = cells.collect();
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// A whole number with commas between thousands.
pub fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut grouped = String::new();
    for (position, digit) in digits.char_indices() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let mut table = Table::new(["who", "n"]);
        table.push(["a".to_owned(), "100".to_owned()]);
        table.push(["b".to_owned(), String::new()]);
        assert_eq!(table.to_string(), "who    n\na    100\nb\n");
    }

    #[test]
    fn thousands_are_apart() {
        assert_eq!([0.0, 999.0, 1_000.4, 1_234_567.0].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
