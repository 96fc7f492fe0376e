//! What moves together by default.

use super::Grade;
use super::sources::{ASSUMED, CLEVELAND_FED, Source};

/// The coefficient of a pair and where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct DefaultCorrelation {
    /// The keys or groups of the pair.
    pub between: [&'static str; 2],
    /// Correlation of their normal deviates, -1..1.
    pub coefficient: f64,
    /// Where it comes from.
    pub source: Source,
    /// How well it is founded.
    pub grade: Grade,
}

const fn judged(one: &'static str, two: &'static str, coefficient: f64) -> DefaultCorrelation {
    DefaultCorrelation { between: [one, two], coefficient, source: ASSUMED, grade: Grade::Judgement }
}

/// The pairs, in the order in which they are shown. Together they must be possible: a test builds a plan of them.
pub const DEFAULTS: [DefaultCorrelation; 7] = [
    // One labour market and one payroll department stand behind what a firm does not know of its wages.
    judged("*.wage", "*.wage", 0.5),
    judged("*.attrition", "*.attrition", 0.5),
    // Wages went with the prices of services at 0.89; other prices at home are goods and rents too.
    DefaultCorrelation {
        between: ["home.wage_growth", "home.price_inflation"],
        coefficient: 0.5,
        source: CLEVELAND_FED,
        grade: Grade::Judgement,
    },
    // The onshore vendor hires in the same country: what the two wages share, other prices share with both.
    judged("home.wage_growth", "onshore.destination_wage_growth", 0.8),
    judged("home.price_inflation", "onshore.destination_wage_growth", 0.4),
    // Where wages run ahead the currency tends to fall.
    judged("*.destination_wage_growth", "*.currency", 0.3),
    // A low price can be won back by a steep escalator, and a dear vendor can be dear in both: no default either way.
    judged("*.hourly_rate", "*.escalator", 0.0),
];
