//! A scale of money: where an amount lies on it, and round ticks.

use crate::format::money_compact;
use crate::model::Currency;

/// A range of amounts that can be drawn: both ends finite, the low end below the high one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    low: f64,
    high: f64,
}

impl Range {
    /// The range between two amounts. A range of no width is widened to both sides, so that one certain amount can be
    /// drawn, too; `None` when an end is no number or lies beyond what pixels can be computed from.
    pub fn new(low: f64, high: f64) -> Option<Self> {
        const GREATEST: f64 = 1e18;
        let fits = |end: f64| end.is_finite() && end.abs() <= GREATEST;
        if !fits(low) || !fits(high) {
            return None;
        }
        let (low, high) = (low.min(high), low.max(high));
        let least_width = (low.abs().max(high.abs()) * 1e-6).max(1.0);
        if high - low < least_width {
            let room = (low.abs() * 0.1).max(1.0);
            return Some(Self { low: low - room, high: high + room });
        }
        Some(Self { low, high })
    }

    /// The range between two numbers that are no amounts of money; `None` when it has no width.
    pub fn of_any_width(low: f64, high: f64) -> Option<Self> {
        (low.is_finite() && high.is_finite() && high > low).then_some(Self { low, high })
    }

    /// The same range with a share of its width added on both sides.
    #[must_use]
    pub fn padded(self, share: f64) -> Self {
        let room = self.width() * share;
        Self { low: self.low - room, high: self.high + room }
    }

    /// Low end.
    pub fn low(self) -> f64 {
        self.low
    }

    /// High end.
    pub fn high(self) -> f64 {
        self.high
    }

    /// High end minus low end; above 0.
    pub fn width(self) -> f64 {
        self.high - self.low
    }

    /// Whether the amount lies within.
    pub fn contains(self, amount: f64) -> bool {
        self.low <= amount && amount <= self.high
    }
}

/// A range laid out between two positions in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// What it shows.
    pub range: Range,
    /// Pixels of the low end.
    pub from: f64,
    /// Pixels of the high end.
    pub to: f64,
}

impl Axis {
    /// Where the amount lies; amounts outside lie on the nearer end.
    pub fn position(&self, amount: f64) -> f64 {
        let amount = if amount.is_nan() { self.range.low } else { amount.clamp(self.range.low, self.range.high) };
        self.from + (amount - self.range.low) / self.range.width() * (self.to - self.from)
    }

    /// Round amounts with their texts, about one for every `spacing` pixels.
    pub fn ticks(&self, spacing: f64, currency: Currency) -> Vec<(f64, String)> {
        let wanted = ((self.to - self.from) / spacing).floor().clamp(1.0, 12.0);
        let step = round_step(self.range.width() / wanted);
        let first = (self.range.low / step).ceil();
        (0..=16)
            .map(|index| (first + f64::from(index)) * step)
            .take_while(|amount| *amount <= self.range.high)
            // Adding steps can leave -0 or 1e-12 where 0 is meant.
            .map(|amount| if amount.abs() < step / 1_000.0 { 0.0 } else { amount })
            .map(|amount| (amount, money_compact(amount, currency)))
            .collect()
    }
}

/// The least of 1, 2, 2.5, 5 times a power of ten that is not below `width`.
fn round_step(width: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= width {
        power *= 10.0;
    }
    [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= width).unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        for (low, high) in [(f64::NAN, 1.0), (0.0, f64::INFINITY), (f64::NEG_INFINITY, 0.0), (-1e300, 1e300)] {
            assert_eq!(Range::new(low, high), None);
        }
    }

    #[test]
    fn a_range_of_no_width_is_widened() {
        let range = Range::new(100.0, 100.0).unwrap();
        assert!(range.low() < 100.0 && range.high() > 100.0);
        assert!(Range::new(0.0, 0.0).unwrap().width() > 0.0);
    }

    #[test]
    fn ticks_are_round_and_inside() {
        let range = Range::new(-230_000.0, 1_180_000.0).unwrap();
        let ticks = Axis { range, from: 0.0, to: 800.0 }.ticks(100.0, Currency::UsDollar);
        let texts: Vec<&str> = ticks.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(
            texts,
            ["−$200\u{a0}k", "$0", "$200\u{a0}k", "$400\u{a0}k", "$600\u{a0}k", "$800\u{a0}k", "$1\u{a0}M"]
        );
        assert!(ticks.iter().all(|(amount, _)| range.contains(*amount)));
    }

    #[test]
    fn amounts_outside_stay_on_the_axis() {
        let axis = Axis { range: Range::new(0.0, 10.0).unwrap(), from: 20.0, to: 120.0 };
        assert_eq!(axis.position(5.0), 70.0);
        assert_eq!(axis.position(-99.0), 20.0);
        assert_eq!(axis.position(f64::INFINITY), 120.0);
        assert_eq!(axis.position(f64::NAN), 20.0);
    }
}
