//! Draws a scene as SVG, with plotters' shapes.
//!
//! plotters measures text for meshes, captions and legends with a styled element in the page, which our content security
//! policy forbids; so only its shapes and its texts at given positions are used, and every position is computed before.

use super::scene::{Anchor, Mark, Point, Scene, Weight};
use super::theme::Colour;
use plotters::backend::{DrawingBackend, SVGBackend};
use plotters::prelude::{FontFamily, FontStyle, IntoFont, RGBColor, TextStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, RGBAColor, ShapeStyle};

/// The backend takes whole coordinates only. Drawing this many times larger, and letting the `viewBox` shrink it again,
/// keeps curves smooth.
const FINENESS: u32 = 4;

/// What plotters divides the size of a font by when it writes it.
const FONT_SIZE_DIVISOR: f64 = 1.24;

const FONT: &str = "system-ui, sans-serif";

/// The scene as one `<svg>` element with presentation attributes only: no styles, no scripts, every text escaped.
///
/// Width and height are those of the scene; the page's style sheet may shrink it (`max-width: 100%; height: auto`).
pub fn draw(scene: &Scene) -> String {
    let mut drawn = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut drawn, (scene.width * FINENESS, scene.height * FINENESS));
        for mark in &scene.marks {
            paint(&mut backend, mark);
        }
        let _ = backend.present();
    }
    with_size(&drawn, scene)
}

/// States the size in pixels of the page instead of the enlarged one, which only the `viewBox` keeps.
fn with_size(drawn: &str, scene: &Scene) -> String {
    let enlarged = format!("<svg width=\"{}\" height=\"{}\"", scene.width * FINENESS, scene.height * FINENESS);
    let stated = format!("<svg width=\"{}\" height=\"{}\"", scene.width, scene.height);
    drawn.replacen(&enlarged, &stated, 1)
}

fn paint(backend: &mut SVGBackend, mark: &Mark) {
    // Writing into a string cannot fail; a mark that did would be missing from the chart, not the chart from the page.
    let _ = match mark {
        Mark::Area { points, colour, opacity } => {
            backend.fill_polygon(points.iter().copied().map(coordinate), &shape(colour, *opacity, 0.0))
        }
        Mark::Stroke { points, colour, thickness } => {
            backend.draw_path(points.iter().copied().map(coordinate), &shape(colour, 1.0, *thickness))
        }
        Mark::Dot { at, radius, colour } => {
            backend.draw_circle(coordinate(*at), enlarged(*radius).unsigned_abs(), &shape(colour, 1.0, 0.0), true)
        }
        Mark::Text(label) => {
            let anchor = match label.anchor {
                Anchor::Start => HPos::Left,
                Anchor::Middle => HPos::Center,
                Anchor::End => HPos::Right,
            };
            let weight = match label.weight {
                Weight::Regular => FontStyle::Normal,
                Weight::Bold => FontStyle::Bold,
            };
            let colour = colour_of(label.colour);
            let size = label.size * f64::from(FINENESS) * FONT_SIZE_DIVISOR;
            let style = TextStyle::from((FontFamily::from(FONT), size, weight).into_font())
                .color(&colour)
                .pos(Pos::new(anchor, VPos::Center));
            // Control characters cannot be written in XML at all, escaped or not.
            let text: String = label.text.chars().filter(|letter| !letter.is_control()).collect();
            backend.draw_text(&text, &style, coordinate(label.at))
        }
    };
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "scenes are some thousand pixels wide; the cast saturates, NaN is 0"
)]
fn enlarged(pixels: f64) -> i32 {
    (pixels * f64::from(FINENESS)).round() as i32
}

fn coordinate((x, y): Point) -> (i32, i32) {
    (enlarged(x), enlarged(y))
}

fn shape(colour: Colour, opacity: f64, thickness: f64) -> ShapeStyle {
    let stroke_width = enlarged(thickness).max(1).unsigned_abs();
    let RGBAColor(red, green, blue, _) = colour_of(colour).to_rgba();
    ShapeStyle { color: RGBAColor(red, green, blue, opacity), filled: true, stroke_width }
}

/// The colour written as "#rrggbb"; black for anything else, which the themes' test rules out.
fn colour_of(colour: Colour) -> RGBColor {
    let channel =
        |at: usize| colour.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0);
    RGBColor(channel(1), channel(3), channel(5))
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::*;
    use crate::charts::layout_test::simulated;
    use crate::charts::{Theme, cost_distribution, fan, saving_distribution, tornado};
    use crate::text::fixture::comparison;

    #[test]
    fn hostile_names_are_only_text() {
        let mut summary = comparison(2);
        summary.strategies[1].strategy = "own".to_owned();
        summary.strategies[1].name = Some("</text><script>alert(1)</script>\"'&\u{0}\u{7}".to_owned());
        let svg = draw(&cost_distribution(&summary).unwrap().scene(1_100, &Theme::LIGHT));
        assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;"), "{svg}");
        assert!(!svg.contains('\u{0}') && !svg.contains('\u{7}'));
    }

    #[test]
    fn the_page_may_forbid_inline_styles() {
        let summary = comparison(9);
        let cost = draw(&cost_distribution(&summary).unwrap().scene(320, &Theme::DARK));
        let saving = draw(&saving_distribution(&summary, "hybrid_offshore").unwrap().scene(320, &Theme::DARK));
        let (scenario, summary) = simulated(0);
        let drivers = draw(&tornado(&summary, "hybrid_offshore", Some(&scenario)).unwrap().scene(320, &Theme::DARK));
        let years = draw(&fan(&summary, "hybrid_offshore").unwrap().scene(320, &Theme::DARK));
        for svg in [cost, saving, drivers, years] {
            assert!(svg.starts_with("<svg width=\"320\" height="), "{}", &svg[..80]);
            assert!(svg.contains("viewBox=\"0 0 1280 "));
            assert!(!svg.contains("style=") && !svg.contains("NaN") && !svg.contains("<style"));
            assert!(svg.trim_end().ends_with("</svg>"));
        }
    }

    /// Writes the charts into target/charts, to be looked at.
    #[test]
    #[ignore = "for the eye: cargo test --lib pictures -- --ignored"]
    fn pictures() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/charts");
        std::fs::create_dir_all(&folder).unwrap();
        for (mode, theme) in [("light", Theme::LIGHT), ("dark", Theme::DARK)] {
            for width in [320, 760, 1_100] {
                let write = |name: &str, svg: String| {
                    std::fs::write(folder.join(format!("{name}-{mode}-{width}.svg")), svg).unwrap();
                };
                let summary = comparison(9);
                write("cost", draw(&cost_distribution(&summary).unwrap().scene(width, &theme)));
                let (scenario, simulated) = simulated(2);
                let drivers = tornado(&simulated, "complete_offshore", Some(&scenario)).unwrap();
                write("drivers", draw(&drivers.scene(width, &theme)));
                write("over-time", draw(&fan(&simulated, "complete_offshore").unwrap().scene(width, &theme)));
                for id in ["hybrid_offshore", "hybrid_onshore", "complete_offshore"] {
                    let chart = saving_distribution(&summary, id).unwrap();
                    write(id, draw(&chart.scene(width, &theme)));
                }
            }
        }
    }
}
