//! Pictures of a summary, in three steps: what to draw (a chart), where each stroke goes (a [`scene::Scene`]), and SVG.
//!
//! The first two are pure and tested without a browser; only [`svg`] knows plotters. Nothing here measures text with a
//! browser: widths are estimated on the safe side, so that a chart looks the same on every machine and needs no inline
//! style, which the page's content security policy forbids.

pub mod axis;
pub mod caption;
pub mod cost_distribution;
mod cost_layout;
pub mod effect_curve;
pub mod fan;
pub mod saving_distribution;
mod saving_layout;
pub mod scene;
pub mod silhouette;
mod strokes;
#[cfg(feature = "web")]
pub mod svg;
pub mod table;
pub mod text_width;
pub mod theme;
pub mod tornado;

pub use caption::Caption;
pub use cost_distribution::{CostDistribution, cost_distribution};
pub use effect_curve::{EffectCurve, effect_curves};
pub use fan::{Fan, fan};
pub use saving_distribution::{SavingDistribution, saving_distribution};
pub use scene::Scene;
pub use table::Table;
pub use theme::{Theme, Tone};
pub use tornado::{Tornado, tornado};

#[cfg(test)]
mod layout_test;
