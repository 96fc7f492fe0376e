//! An uncertain quantity as people state it: one number, or low / likely / high.
//!
//! Holds the statement only; how it is sampled is `engine::sampler`'s business.

use super::reading::{Stated, entries, needed, only, stated};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What the low and the high of a range mean.
///
/// The same three numbers read as bounds give a distribution about half as wide as when they are percentiles, so every
/// range says which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ends {
    /// Nothing below low, nothing above high.
    #[serde(rename = "bounds")]
    Bounds,
    /// One value in twenty lies below low, one in twenty above high.
    #[serde(rename = "p5_p95")]
    P5P95,
    /// One value in ten lies below low, one in ten above high.
    #[serde(rename = "p10_p90")]
    P10P90,
}

impl Ends {
    /// Probability below the low end (and above the high end): 0, 0.05 or 0.10.
    pub fn tail(self) -> f64 {
        match self {
            Self::Bounds => 0.0,
            Self::P5P95 => 0.05,
            Self::P10P90 => 0.10,
        }
    }
}

/// An uncertain quantity. In a file it is a plain number, or an object with a `shape`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Uncertain {
    /// Known: every trial has this value.
    Fixed(f64),
    /// Every value between the ends is as likely as any other.
    Uniform {
        /// Low end.
        low: f64,
        /// High end.
        high: f64,
        /// What the ends mean.
        ends: Ends,
    },
    /// Straight lines from the likely value down to both ends.
    Triangular {
        /// Low end.
        low: f64,
        /// Most likely value (the mode).
        likely: f64,
        /// High end.
        high: f64,
        /// What the ends mean.
        ends: Ends,
    },
    /// Beta distribution with the classic PERT weights: mean = (low + 4 likely + high) / 6 when the ends are bounds.
    Pert {
        /// Low end.
        low: f64,
        /// Most likely value (the mode).
        likely: f64,
        /// High end.
        high: f64,
        /// What the ends mean.
        ends: Ends,
    },
    /// Bell curve; its mean lies halfway between the ends, which are percentiles.
    Normal {
        /// Low percentile.
        low: f64,
        /// High percentile.
        high: f64,
        /// Which percentiles; never [`Ends::Bounds`].
        ends: Ends,
    },
    /// The logarithm is normal; the median is the geometric mean of the ends, which are percentiles above 0.
    Lognormal {
        /// Low percentile.
        low: f64,
        /// High percentile.
        high: f64,
        /// Which percentiles; never [`Ends::Bounds`].
        ends: Ends,
    },
    /// The smooth curve through three percentiles: a metalog of three terms (Keelin 2016).
    Quantiles {
        /// One value in ten lies below.
        p10: f64,
        /// One value in two lies below; not in the outer sixths of the way from `p10` to `p90`.
        p50: f64,
        /// Nine values in ten lie below.
        p90: f64,
    },
}

impl Uncertain {
    /// The single value that stands for the quantity when uncertainty is switched off: the fixed value, the mode of a
    /// triangular or PERT, the middle of a uniform or normal, the median of a lognormal or of three percentiles.
    pub fn likely(&self) -> f64 {
        match *self {
            Self::Fixed(value) => value,
            Self::Triangular { likely, .. } | Self::Pert { likely, .. } => likely,
            Self::Uniform { low, high, .. } | Self::Normal { low, high, .. } => low + (high - low) / 2.0,
            Self::Quantiles { p50, .. } => p50,
            Self::Lognormal { low, high, .. } => low.sqrt() * high.sqrt(),
        }
    }

    /// The low and high that were stated; equal for a fixed value.
    pub fn range(&self) -> (f64, f64) {
        match *self {
            Self::Fixed(value) => (value, value),
            Self::Uniform { low, high, .. }
            | Self::Triangular { low, high, .. }
            | Self::Pert { low, high, .. }
            | Self::Normal { low, high, .. }
            | Self::Lognormal { low, high, .. } => (low, high),
            Self::Quantiles { p10, p90, .. } => (p10, p90),
        }
    }

    /// The meaning of the ends; `None` for a fixed value.
    pub fn ends(&self) -> Option<Ends> {
        match *self {
            Self::Fixed(_) => None,
            Self::Uniform { ends, .. }
            | Self::Triangular { ends, .. }
            | Self::Pert { ends, .. }
            | Self::Normal { ends, .. }
            | Self::Lognormal { ends, .. } => Some(ends),
            Self::Quantiles { .. } => Some(Ends::P10P90),
        }
    }

    /// Whether every trial has the same value.
    pub fn is_certain(&self) -> bool {
        let (low, high) = self.range();
        low.total_cmp(&high).is_eq()
    }

    /// The same statement with every money or other amount multiplied by `factor` (which must be positive).
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        self.mapped(|value| value * factor)
    }

    /// The same statement with `change` made to each of its numbers; `change` must keep their order.
    #[must_use]
    pub fn mapped(self, change: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::Fixed(value) => Self::Fixed(change(value)),
            Self::Uniform { low, high, ends } => Self::Uniform { low: change(low), high: change(high), ends },
            Self::Triangular { low, likely, high, ends } => {
                Self::Triangular { low: change(low), likely: change(likely), high: change(high), ends }
            }
            Self::Pert { low, likely, high, ends } => {
                Self::Pert { low: change(low), likely: change(likely), high: change(high), ends }
            }
            Self::Normal { low, high, ends } => Self::Normal { low: change(low), high: change(high), ends },
            Self::Lognormal { low, high, ends } => Self::Lognormal { low: change(low), high: change(high), ends },
            Self::Quantiles { p10, p50, p90 } => {
                Self::Quantiles { p10: change(p10), p50: change(p50), p90: change(p90) }
            }
        }
    }
}

/// The object form as it is written into a file.
#[derive(Serialize)]
#[serde(tag = "shape", rename_all = "snake_case")]
enum Shape {
    Uniform { low: f64, high: f64, ends: Ends },
    Triangular { low: f64, likely: f64, high: f64, ends: Ends },
    Pert { low: f64, likely: f64, high: f64, ends: Ends },
    Normal { low: f64, high: f64, ends: Ends },
    Lognormal { low: f64, high: f64, ends: Ends },
    Quantiles { p10: f64, p50: f64, p90: f64 },
}

/// The names of the shapes in a file.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ShapeName {
    Fixed,
    Uniform,
    Triangular,
    Pert,
    Normal,
    Lognormal,
    Quantiles,
}

/// The object form as it is read: the fields of all shapes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatedShape {
    shape: ShapeName,
    #[serde(default, deserialize_with = "stated")]
    value: Option<f64>,
    #[serde(default, deserialize_with = "stated")]
    low: Option<f64>,
    #[serde(default, deserialize_with = "stated")]
    likely: Option<f64>,
    #[serde(default, deserialize_with = "stated")]
    high: Option<f64>,
    #[serde(default, deserialize_with = "stated")]
    ends: Option<Ends>,
    #[serde(default, deserialize_with = "stated")]
    p10: Option<f64>,
    #[serde(default, deserialize_with = "stated")]
    p50: Option<f64>,
    #[serde(default, deserialize_with = "stated")]
    p90: Option<f64>,
}

impl Stated<'_> for StatedShape {
    type Value = Uncertain;

    fn value<E: Error>(self) -> Result<Uncertain, E> {
        let fields: &'static [&'static str] = match self.shape {
            ShapeName::Fixed => &["value"],
            ShapeName::Uniform | ShapeName::Normal | ShapeName::Lognormal => &["low", "high", "ends"],
            ShapeName::Triangular | ShapeName::Pert => &["low", "likely", "high", "ends"],
            ShapeName::Quantiles => &["p10", "p50", "p90"],
        };
        let numbers = [
            ("value", self.value),
            ("low", self.low),
            ("likely", self.likely),
            ("high", self.high),
            ("p10", self.p10),
            ("p50", self.p50),
            ("p90", self.p90),
        ];
        only(&numbers.map(|(field, number)| (field, number.is_some())), fields)?;
        only(&[("ends", self.ends.is_some())], fields)?;
        if let Some((field, _)) = numbers.iter().find(|(field, number)| number.is_none() && fields.contains(field)) {
            return Err(E::missing_field(field));
        }
        let [value, low, likely, high, p10, p50, p90] = numbers.map(|(_, number)| number.unwrap_or_default());
        let ends = || needed(self.ends, "ends");
        Ok(match self.shape {
            ShapeName::Fixed => Uncertain::Fixed(value),
            ShapeName::Uniform => Uncertain::Uniform { low, high, ends: ends()? },
            ShapeName::Triangular => Uncertain::Triangular { low, likely, high, ends: ends()? },
            ShapeName::Pert => Uncertain::Pert { low, likely, high, ends: ends()? },
            ShapeName::Normal => Uncertain::Normal { low, high, ends: ends()? },
            ShapeName::Lognormal => Uncertain::Lognormal { low, high, ends: ends()? },
            ShapeName::Quantiles => Uncertain::Quantiles { p10, p50, p90 },
        })
    }
}

impl Serialize for Uncertain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shape = match *self {
            Self::Fixed(value) => return serializer.serialize_f64(value),
            Self::Uniform { low, high, ends } => Shape::Uniform { low, high, ends },
            Self::Triangular { low, likely, high, ends } => Shape::Triangular { low, likely, high, ends },
            Self::Pert { low, likely, high, ends } => Shape::Pert { low, likely, high, ends },
            Self::Normal { low, high, ends } => Shape::Normal { low, high, ends },
            Self::Lognormal { low, high, ends } => Shape::Lognormal { low, high, ends },
            Self::Quantiles { p10, p50, p90 } => Shape::Quantiles { p10, p50, p90 },
        };
        shape.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Uncertain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UncertainVisitor)
    }
}

struct UncertainVisitor;

impl<'de> Visitor<'de> for UncertainVisitor {
    type Value = Uncertain;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a number, or an object with a shape")
    }

    fn visit_f64<E>(self, value: f64) -> Result<Uncertain, E> {
        Ok(Uncertain::Fixed(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Uncertain, E> {
        Ok(Uncertain::Fixed(value as f64))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Uncertain, E> {
        Ok(Uncertain::Fixed(value as f64))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Uncertain, A::Error> {
        entries::<StatedShape, A>(map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_an_object_are_both_read() {
        let fixed: Uncertain = serde_json::from_str("25").unwrap();
        assert_eq!(fixed, Uncertain::Fixed(25.0));
        let text = r#"{"shape":"pert","low":1.0,"likely":2.0,"high":4.0,"ends":"p10_p90"}"#;
        let pert: Uncertain = serde_json::from_str(text).unwrap();
        assert_eq!(pert, Uncertain::Pert { low: 1.0, likely: 2.0, high: 4.0, ends: Ends::P10P90 });
        assert_eq!(serde_json::to_string(&pert).unwrap(), text);
        let text = r#"{"shape":"quantiles","p10":5.0,"p50":7.0,"p90":12.0}"#;
        let quantiles: Uncertain = serde_json::from_str(text).unwrap();
        assert_eq!(quantiles, Uncertain::Quantiles { p10: 5.0, p50: 7.0, p90: 12.0 });
        assert_eq!(serde_json::to_string(&quantiles).unwrap(), text);
    }

    #[test]
    fn what_is_not_a_quantity_is_refused() {
        for text in [
            "\"ten\"",
            "[1,2]",
            "null",
            r#"{"shape":"cauchy","low":1,"high":2}"#,
            r#"{"shape":"uniform","low":1}"#,
            r#"{"shape":"uniform","low":1,"high":2,"ends":"bounds","likely":1.5}"#,
        ] {
            assert!(serde_json::from_str::<Uncertain>(text).is_err(), "{text} was taken");
        }
    }

    #[test]
    fn the_likely_value_is_the_centre() {
        assert_eq!(Uncertain::Uniform { low: 2.0, high: 4.0, ends: Ends::Bounds }.likely(), 3.0);
        assert!((Uncertain::Lognormal { low: 2.0, high: 8.0, ends: Ends::P10P90 }.likely() - 4.0).abs() < 1e-12);
    }
}
