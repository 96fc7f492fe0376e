//! Both charts at every width: nothing clipped, nothing that is no number, and no picture of what cannot be drawn.

use super::scene::{Anchor, Mark, Scene, Weight};
use super::text_width::{bold_width, text_width};
use super::theme::Theme;
use super::{cost_distribution, saving_distribution};
use crate::engine::Summary;
use crate::engine::summary::{Distribution, Histogram};
use crate::format::currency_sign;
use crate::model::Currency;
use crate::text::fixture::{bell, comparison, saving, strategy, summary};

const WIDTHS: [u32; 6] = [280, 300, 320, 619, 760, 1_900];

/// Everything lies within the picture, by our own estimate of text widths.
fn assert_inside(scene: &Scene, what: &str) {
    let (width, height) = (f64::from(scene.width), f64::from(scene.height));
    let inside = |x: f64, y: f64| x >= -0.5 && x <= width + 0.5 && y >= -0.5 && y <= height + 0.5;
    for mark in &scene.marks {
        match mark {
            Mark::Area { points, .. } | Mark::Stroke { points, .. } => {
                assert!(points.iter().all(|point| inside(point.0, point.1)), "{what} at {width}: {points:?}");
            }
            Mark::Dot { at, .. } => assert!(inside(at.0, at.1), "{what} at {width}"),
            Mark::Text(label) => {
                let length = match label.weight {
                    Weight::Regular => text_width(&label.text, label.size),
                    Weight::Bold => bold_width(&label.text, label.size),
                };
                let left = match label.anchor {
                    Anchor::Start => label.at.0,
                    Anchor::Middle => label.at.0 - length / 2.0,
                    Anchor::End => label.at.0 - length,
                };
                assert!(inside(left, label.at.1 - 6.0), "{what} at {width}: {label:?}");
                assert!(inside(left + length, label.at.1 + 6.0), "{what} at {width}: {label:?}");
            }
        }
    }
}

#[test]
fn no_label_is_clipped_at_any_width() {
    let summary = comparison(9);
    let cost = cost_distribution(&summary).unwrap();
    for width in WIDTHS {
        assert_inside(&cost.scene(width, &Theme::LIGHT), "cost");
        for strategy in summary.strategies.iter().skip(1) {
            let chart = saving_distribution(&summary, &strategy.strategy).unwrap();
            assert_inside(&chart.scene(width, &Theme::DARK), &strategy.strategy);
        }
    }
}

/// The widest of the signs in front of an amount still fits, and no amount is left in dollars.
#[test]
fn amounts_fit_in_every_currency() {
    for currency in Currency::ALL {
        let summary = Summary { currency: *currency, ..comparison(9) };
        let sign = currency_sign(*currency);
        let others = |text: &str| text.replace(sign, "").contains('$') || (text.contains('M') && !text.contains(sign));
        let cost = cost_distribution(&summary).unwrap();
        let saving = saving_distribution(&summary, "complete_offshore").unwrap();
        for table in [cost.table(), saving.table()] {
            let amounts = table.rows.iter().flatten().filter(|cell| cell.contains('\u{a0}'));
            assert!(amounts.clone().count() > 8 && !amounts.clone().any(|cell| others(cell)), "{table:?}");
        }
        for width in WIDTHS {
            for scene in [cost.scene(width, &Theme::LIGHT), saving.scene(width, &Theme::LIGHT)] {
                assert_inside(&scene, currency.code());
                let texts = scene.marks.iter().filter_map(|mark| match mark {
                    Mark::Text(label) => Some(label.text.as_str()),
                    _ => None,
                });
                assert!(!texts.clone().any(|text| text.replace(sign, "").contains('$')), "{}", currency.code());
            }
        }
        let words = [cost.title(), cost.description(), saving.title(), saving.description()];
        assert!(words.iter().all(|text| text.contains(sign) && !text.replace(sign, "").contains('$')), "{words:?}");
    }
}

#[test]
fn long_names_are_cut_and_stay_whole_in_the_table() {
    let mut summary = comparison(2);
    let name = "Nights and weekends in Manila, the rest with the team in Ohio and a little in Mexico";
    summary.strategies[1].strategy = "own".to_owned();
    summary.strategies[1].name = Some(name.to_owned());
    let chart = cost_distribution(&summary).unwrap();
    assert!(chart.table().rows.iter().any(|row| row[0] == name));
    for width in WIDTHS {
        assert_inside(&chart.scene(width, &Theme::LIGHT), "long name");
    }
}

#[test]
fn rows_stand_from_the_cheapest_to_the_dearest() {
    let chart = cost_distribution(&comparison(9)).unwrap();
    let names: Vec<&str> = chart.rows().iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names.first(), Some(&"Complete, offshore"));
    assert_eq!(names.last(), Some(&"Complete, onshore"));
    assert_eq!(chart.table().rows.len(), 10);
    assert!(chart.table().rows.iter().all(|row| row.len() == chart.table().header.len()));
    assert!(chart.title().contains("less than in-house"), "{}", chart.title());
}

#[test]
fn the_same_cost_in_every_future_can_be_drawn() {
    let certain = |amount: f64| Distribution {
        mean: amount,
        mean_standard_error: 0.0,
        standard_deviation: 0.0,
        percentiles: [(5, amount), (50, amount)].into(),
        conditional_value_at_risk: amount,
        histogram: Histogram::default(),
    };
    let other = strategy("hybrid_offshore", certain(1e6), Some(saving(certain(0.0), 0.0)));
    let summary = summary(vec![strategy("in_house", certain(1e6), None), other]);
    let cost = cost_distribution(&summary).unwrap();
    let chart = saving_distribution(&summary, "hybrid_offshore").unwrap();
    for width in WIDTHS {
        assert_inside(&cost.scene(width, &Theme::LIGHT), "certain cost");
        assert_inside(&chart.scene(width, &Theme::LIGHT), "certain saving");
    }
}

#[test]
fn a_saving_without_any_loss_shows_the_zero() {
    let spread = bell(3e6, 2e5, 3e5, (0.0, 6e6));
    let home = bell(5e6, 2e5, 3e5, (0.0, 9e6));
    let other = strategy("complete_offshore", home.clone(), Some(saving(spread, 1.0)));
    let summary = summary(vec![strategy("in_house", home, None), other]);
    let chart = saving_distribution(&summary, "complete_offshore").unwrap();
    for width in WIDTHS {
        assert_inside(&chart.scene(width, &Theme::LIGHT), "no loss");
    }
    assert_eq!(chart.table().rows[3][1], "0 of 100");
}

#[test]
fn what_cannot_be_drawn_gives_no_chart() {
    assert!(cost_distribution(&summary(Vec::new())).is_none());
    let mut broken = comparison(1);
    assert!(saving_distribution(&broken, "in_house").is_none());
    assert!(saving_distribution(&broken, "complete_mars").is_none());
    for strategy in &mut broken.strategies {
        strategy.cost_present_value.mean = f64::NAN;
        if let Some(saving) = &mut strategy.saving {
            saving.present_value.percentiles.insert(5, f64::INFINITY);
        }
    }
    assert!(cost_distribution(&broken).is_none());
    assert!(saving_distribution(&broken, "function_specific_offshore").is_none());
}
