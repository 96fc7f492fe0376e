//! A picture before it is drawn: strokes, areas and texts at positions in CSS pixels, in the order of painting.

use super::theme::Colour;

/// A point: pixels from the left, pixels from the top.
pub type Point = (f64, f64);

/// Which side of a text its position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text starts there.
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

/// How thick the letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// As the text around.
    Regular,
    /// For names and figures that are to be found first.
    Bold,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where.
    pub at: Point,
    /// What, unescaped: it may hold names that came with a link.
    pub text: String,
    /// Size of the letters in pixels.
    pub size: f64,
    /// Which side of the text the position is; vertically it is the middle.
    pub anchor: Anchor,
    /// Colour.
    pub colour: Colour,
    /// Thickness.
    pub weight: Weight,
}

/// Something to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A closed area.
    Area {
        /// Its corners.
        points: Vec<Point>,
        /// Its colour.
        colour: Colour,
        /// How much of the ground it covers, 0..1.
        opacity: f64,
    },
    /// A stroke through points.
    Stroke {
        /// The points, at least two.
        points: Vec<Point>,
        /// Its colour.
        colour: Colour,
        /// Its thickness in pixels.
        thickness: f64,
    },
    /// A filled circle.
    Dot {
        /// Centre.
        at: Point,
        /// Radius in pixels.
        radius: f64,
        /// Its colour.
        colour: Colour,
    },
    /// A text.
    Text(Label),
}

/// The whole pixels that a length takes.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lengths are positive and below a million")]
pub(super) fn whole_pixels(length: f64) -> u32 {
    length.clamp(1.0, 1e6).ceil() as u32
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What to paint, the ground first.
    pub marks: Vec<Mark>,
}
