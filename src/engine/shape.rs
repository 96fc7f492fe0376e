//! The shapes in time on which amounts are booked: those of a site, and those of the work that flows to it.

use super::flow::{FlowShape, FlowShapes};
use super::lanes::Lanes;
use super::timeline::{SiteShape, SiteShapes};

/// A shape in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeShape {
    /// Of a site, whatever work is there.
    Site(SiteShape),
    /// Of the work of a function at a site.
    Flow(FlowShape),
}

impl From<SiteShape> for TimeShape {
    fn from(shape: SiteShape) -> Self {
        Self::Site(shape)
    }
}

impl From<FlowShape> for TimeShape {
    fn from(shape: FlowShape) -> Self {
        Self::Flow(shape)
    }
}

/// Amounts on shapes, in the order of the shapes, of which most have none: a month's cost is their sum times the month's shapes.
#[derive(Clone, Debug, Default)]
pub struct Amounts(pub Vec<(usize, Lanes)>);

impl Amounts {
    /// The amount on the shape at this position; `None` for nothing.
    pub fn on(&self, shape: usize) -> Option<&Lanes> {
        self.0.iter().find(|(known, _)| *known == shape).map(|(_, amount)| amount)
    }

    /// Adds to the amount on the shape at this position.
    pub fn add(&mut self, shape: usize, amount: &Lanes) {
        self.add_scaled(shape, 1.0, amount);
    }

    /// Adds `scale` times an amount to that on the shape at this position.
    pub fn add_scaled(&mut self, shape: usize, scale: f64, amount: &Lanes) {
        let place = self.0.binary_search_by_key(&shape, |(known, _)| *known);
        let place = place.unwrap_or_else(|place| {
            self.0.insert(place, (shape, Lanes::ZERO));
            place
        });
        self.0[place].1.add_scaled(scale, amount);
    }
}

/// The shapes of a site and of a flow, each added up over the months: undiscounted, discounted.
#[derive(Clone, Copy, Debug)]
pub struct Sums<'a> {
    /// Of the site.
    pub site: &'a [SiteShapes; 2],
    /// Of the flow; none for what belongs to a contract as a whole.
    pub flow: Option<&'a [FlowShapes; 2]>,
}

impl Sums<'_> {
    /// The sum of a shape.
    pub fn of(&self, shape: TimeShape, discounted: usize) -> &Lanes {
        const NOTHING: Lanes = Lanes::ZERO;
        match (shape, self.flow) {
            (TimeShape::Site(shape), _) => &self.site[discounted][shape as usize],
            (TimeShape::Flow(shape), Some(flow)) => &flow[discounted][shape as usize],
            (TimeShape::Flow(_), None) => &NOTHING,
        }
    }
}
