//! Draws a scene as SVG, with plotters' shapes.

use super::{CostDistribution, SavingDistribution, Scene, Theme};

/// The scene as one `<svg>` element.
pub fn draw(scene: &Scene) -> String {
    format!("<svg viewBox=\"0 0 {} {}\"></svg>", scene.width, scene.height)
}

/// The costs of all strategies as SVG.
pub fn draw_cost_distribution(chart: &CostDistribution, width: u32, theme: &Theme) -> String {
    draw(&chart.scene(width, theme))
}

/// The savings of one strategy as SVG.
pub fn draw_saving_distribution(chart: &SavingDistribution, width: u32, theme: &Theme) -> String {
    draw(&chart.scene(width, theme))
}
