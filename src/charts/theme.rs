//! Colours. One colour for each site in every chart, distinguishable with every common kind of colour blindness.
//!
//! The hues follow Okabe and Ito's palette ("Color Universal Design", 2008), made darker on light and lighter on dark
//! ground until every shape has a contrast of at least 3 : 1 against the surface and every text 4.5 : 1 (WCAG 2.2). A
//! test computes the contrasts. Colour is never the only sign: rows and areas carry their names.

use crate::model::Site;
use crate::text::strategies::{IN_HOUSE, standard_parts};

/// A colour as six hexadecimal digits behind a hash: usable in CSS and SVG alike.
pub type Colour = &'static str;

/// What a colour stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The reference: everything stays at home.
    InHouse,
    /// A vendor at one site.
    Site(Site),
    /// A mix of the user's own, which may use several sites.
    Mix,
}

impl Tone {
    /// The tone of a strategy, by its id.
    pub fn of_strategy(id: &str) -> Self {
        if id == IN_HOUSE {
            return Self::InHouse;
        }
        standard_parts(id).map_or(Self::Mix, |(_, site)| Self::Site(site))
    }
}

/// The colours of light or dark mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The ground that charts stand on. Charts do not paint it; contrasts are computed against it.
    pub surface: Colour,
    /// Text that has to be read.
    pub text: Colour,
    /// Text of axes and remarks.
    pub quiet_text: Colour,
    /// Lines of the grid.
    pub grid: Colour,
    /// In-house.
    pub in_house: Colour,
    /// Onshore.
    pub onshore: Colour,
    /// Nearshore.
    pub nearshore: Colour,
    /// Offshore.
    pub offshore: Colour,
    /// Mixes.
    pub mix: Colour,
}

impl Theme {
    /// Dark strokes on a light ground.
    pub const LIGHT: Self = Self {
        surface: "#ffffff",
        text: "#1b2430",
        quiet_text: "#566171",
        grid: "#dfe4ea",
        in_house: "#5b6675",
        onshore: "#0072b2",
        nearshore: "#007d62",
        offshore: "#c04e00",
        mix: "#a34d83",
    };

    /// Light strokes on a dark ground.
    pub const DARK: Self = Self {
        surface: "#151b23",
        text: "#e8edf3",
        quiet_text: "#a3afbd",
        grid: "#2d3743",
        in_house: "#aab6c4",
        onshore: "#56b4e9",
        nearshore: "#2dbd95",
        offshore: "#f28e3c",
        mix: "#d98fbd",
    };

    /// The colour of a tone.
    pub fn colour(&self, tone: Tone) -> Colour {
        match tone {
            Tone::InHouse => self.in_house,
            Tone::Site(site) => self.site_colour(site),
            Tone::Mix => self.mix,
        }
    }

    /// The colour of a site.
    pub fn site_colour(&self, site: Site) -> Colour {
        match site {
            Site::Onshore => self.onshore,
            Site::Nearshore => self.nearshore,
            Site::Offshore => self.offshore,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn everything_can_be_seen_and_read() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for text in [theme.text, theme.quiet_text] {
                assert!(contrast(text, theme.surface) >= 4.5, "{text}: {}", contrast(text, theme.surface));
            }
            // Labels are written in these, too, so they meet the measure for text.
            for colour in [theme.in_house, theme.onshore, theme.nearshore, theme.offshore, theme.mix] {
                assert!(contrast(colour, theme.surface) >= 4.5, "{colour}: {}", contrast(colour, theme.surface));
            }
        }
    }

    #[test]
    fn a_strategy_has_the_tone_of_its_site() {
        assert_eq!(Tone::of_strategy("in_house"), Tone::InHouse);
        assert_eq!(Tone::of_strategy("function_specific_nearshore"), Tone::Site(Site::Nearshore));
        assert_eq!(Tone::of_strategy("night_shift"), Tone::Mix);
    }
}
