//! The shapes in time on which amounts are booked: those of a site, and those of the work that flows to it.

use super::flow::{FlowShape, FlowShapes, OwnShapes};
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

/// An amount for each shape: a month's cost is their sum times the month's shapes.
#[derive(Clone, Debug)]
pub struct Coefficients {
    /// On the shapes of the site.
    pub site: SiteShapes,
    /// On the shapes of the flow that are not the home team's.
    pub flow: OwnShapes,
}

impl Coefficients {
    /// Nothing booked.
    pub const ZERO: Self = Self { site: [Lanes::ZERO; SiteShape::COUNT], flow: [Lanes::ZERO; FlowShape::OWN] };

    /// The amount on a shape.
    pub fn at(&mut self, shape: TimeShape) -> &mut Lanes {
        match shape {
            TimeShape::Site(shape) => &mut self.site[shape as usize],
            TimeShape::Flow(shape) => &mut self.flow[shape as usize],
        }
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
            (TimeShape::Flow(shape), Some(flow)) => &flow[discounted][shape.index()],
            (TimeShape::Flow(_), None) => &NOTHING,
        }
    }
}
