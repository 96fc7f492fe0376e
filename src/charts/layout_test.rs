//! The charts at every width: nothing clipped, nothing that is no number, and no picture of what cannot be drawn.

use super::scene::{Anchor, Mark, Point, Scene, Weight};
use super::text_width::{bold_width, text_width};
use super::theme::Theme;
use super::{cost_distribution, effect_curves, fan, saving_distribution, tornado};
use crate::engine::summary::{Distribution, Histogram};
use crate::engine::what_if::{Effect, EffectOnStrategy, EffectPoint, Flip, Lever};
use crate::engine::{Accumulator, Batch, Plan, Summariser, Summary};
use crate::format::currency_sign;
use crate::model::presets::PRESETS;
use crate::model::{Assumption, AssumptionKey, Currency, Scenario, Site};
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
        for table in [&cost.caption().table, &saving.caption().table] {
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
        let words = [cost.caption(), saving.caption()].map(|caption| [&caption.title, &caption.description]).concat();
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
    assert!(chart.caption().table.rows.iter().any(|row| row[0] == name));
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
    assert_eq!(chart.caption().table.rows.len(), 10);
    assert!(chart.caption().table.rows.iter().all(|row| row.len() == chart.caption().table.header.len()));
    assert!(chart.caption().title.contains("less than in-house"), "{}", chart.caption().title);
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
        ..Distribution::default()
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
    assert_eq!(chart.caption().table.rows[3][1], "0 of 100");
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

/// A preset and the figures of its first 1,024 trials.
pub fn simulated(preset: usize) -> (Scenario, Summary) {
    let mut scenario = PRESETS[preset].scenario().unwrap();
    scenario.run.trials = 1_024;
    let plan = Plan::new(&scenario).unwrap();
    let mut accumulator = Accumulator::new(&plan);
    (0..plan.batches).for_each(|index| accumulator.merge(&Batch::compute(&plan, index)));
    let summary = Summariser::summarise(&plan, &accumulator);
    (scenario, summary)
}

#[test]
fn drivers_and_years_fit_at_every_width() {
    for preset in 0..PRESETS.len() {
        let (scenario, summary) = simulated(preset);
        for strategy in summary.strategies.iter().skip(1) {
            let drivers = tornado(&summary, &strategy.strategy, Some(&scenario)).unwrap();
            let years = fan(&summary, &strategy.strategy).unwrap();
            for width in WIDTHS {
                assert_inside(&drivers.scene(width, &Theme::LIGHT), &strategy.strategy);
                assert_inside(&years.scene(width, &Theme::DARK), &strategy.strategy);
            }
            for table in [&drivers.caption().table, &years.caption().table] {
                assert!(table.rows.iter().all(|row| row.len() == table.header.len()));
                assert!(!table.rows.is_empty());
            }
        }
        assert!(tornado(&summary, "in_house", None).is_none() && fan(&summary, "in_house").is_none());
    }
}

#[test]
fn the_strongest_input_stands_on_top_and_in_the_title() {
    let (scenario, summary) = simulated(0);
    let chart = tornado(&summary, "complete_onshore", Some(&scenario)).unwrap();
    assert!(
        chart.caption().table.rows[0][0].contains("prices") && chart.caption().title.contains("prices"),
        "{}",
        chart.caption().title
    );
    let effects = summary.drivers.inputs.iter().flat_map(|driver| &driver.effects);
    let swings = effects.filter(|effect| effect.strategy == "complete_onshore");
    let widest = swings.map(|effect| (effect.mean_high - effect.mean_low).abs()).fold(0.0, f64::max);
    let price = summary.drivers.inputs.iter().find(|driver| driver.input.to_string() == "onshore.hourly_rate").unwrap();
    let price = price.effects.iter().find(|effect| effect.strategy == "complete_onshore").unwrap();
    assert_eq!((price.mean_high - price.mean_low).abs(), widest);
    // A dear vendor saves less.
    assert!(price.mean_high < price.mean_low);
}

/// An effect as a search finds it: the saving of every strategy falls by half from the lowest value to the highest, and the
/// choice changes once.
fn effect(summary: &Summary, lever: Lever, stated: [f64; 3]) -> Effect {
    let alternatives: Vec<_> = summary.strategies.iter().filter_map(|it| Some((it, it.saving.as_ref()?))).collect();
    let ids = summary.ranked().into_iter().take(2).map(|it| it.strategy.clone()).collect::<Vec<_>>();
    let [low, _, high] = stated;
    let point = |place: u32| EffectPoint {
        value: low + (high - low) * (f64::from(place) / 4.0 - 0.5),
        best: ids[usize::from(place > 5)].clone(),
        strategies: alternatives
            .iter()
            .map(|(strategy, saving)| EffectOnStrategy {
                strategy: strategy.strategy.clone(),
                mean_saving: saving.present_value.mean * (1.5 - f64::from(place) / 8.0),
                chance_positive: saving.chance_positive,
            })
            .collect(),
    };
    let flip = Flip { value: low + (high - low) * 0.9, below: ids[0].clone(), above: ids[1].clone() };
    Effect { lever, stated, points: (0..9).map(point).collect(), flips: vec![flip] }
}

#[test]
fn effects_fit_at_any_width() {
    let (scenario, summary) = simulated(2);
    let function = scenario.functions[0].id.clone();
    let levers = [
        (Lever::Prices(Site::Offshore), [0.7, 1.0, 1.3]),
        (Lever::Wage(function.clone()), [50_000.0, 61_250.0, 80_000.0]),
        (Lever::Headcount(function.clone()), [12.0, 12.0, 12.001]),
        (Lever::Assumption(AssumptionKey::function(Assumption::Attrition, &function)), [0.2, 0.3, 0.45]),
    ];
    let effects: Vec<Effect> = levers.into_iter().map(|(lever, stated)| effect(&summary, lever, stated)).collect();
    for strategy in summary.strategies.iter().filter(|strategy| strategy.saving.is_some()) {
        let curves = effect_curves(&effects, &summary, &strategy.strategy, &scenario);
        assert_eq!(curves.len(), effects.len());
        for curve in curves {
            for width in WIDTHS {
                assert_inside(&curve.scene(width, &Theme::LIGHT), &curve.caption().title);
            }
            assert_eq!(curve.caption().table.rows.len(), 9);
            assert!(curve.caption().table.rows.iter().all(|row| row.len() == curve.caption().table.header.len()));
        }
    }
    assert!(effect_curves(&effects, &summary, "in_house", &scenario).is_empty());
}

#[test]
fn an_effect_is_drawn_where_its_numbers_are() {
    let (scenario, summary) = simulated(0);
    let mut effects = vec![effect(&summary, Lever::Prices(Site::Offshore), [0.5, 1.0, 1.5])];
    let curves = effect_curves(&effects, &summary, "complete_offshore", &scenario);
    let scene = curves[0].scene(600, &Theme::LIGHT);
    let strokes = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Stroke { points, .. } => Some(points),
        _ => None,
    });
    let line = strokes.clone().find(|points| points.len() == 9).unwrap();
    // Less is saved towards the right, and pixels are counted from the top.
    assert!(line.is_sorted_by(|one, other| one.0 < other.0 && one.1 < other.1));
    // The choice changes between the sixth point and the seventh, at 1.4.
    let upright = |points: &&Vec<Point>| points.len() == 2 && points[0].0 == points[1].0;
    let flip = strokes.clone().find(upright).unwrap()[0].0;
    let expected = line[0].0 + (line[8].0 - line[0].0) * (1.4 / 2.0);
    assert!((flip - expected).abs() < 1e-9, "{flip} {expected}");
    effects[0].points[4].strategies.iter_mut().for_each(|strategy| strategy.mean_saving = f64::NAN);
    assert!(effect_curves(&effects, &summary, "complete_offshore", &scenario).is_empty());
}

#[test]
fn years_that_are_no_numbers_give_no_chart() {
    let (_, mut summary) = simulated(3);
    summary.strategies[1].over_time.year_ends[0].cost_percentiles.insert(50, f64::NAN);
    assert!(fan(&summary, &summary.strategies[1].strategy.clone()).is_none());
    let (_, mut summary) = simulated(3);
    summary.drivers.inputs.clear();
    assert!(tornado(&summary, &summary.strategies[1].strategy.clone(), None).is_none());
}
