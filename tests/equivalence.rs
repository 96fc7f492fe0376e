//! Whoever computes which batch, in whatever order, through the codec or not, on whatever target: the same bits.
#![allow(clippy::unwrap_used, reason = "clippy takes a wasm test for a plain function")]

use shorecast::engine::summary::StrategySummary;
use shorecast::engine::{Accumulator, BATCH_TRIALS, Batch, Plan, Summariser, Summary};
use shorecast::model::presets::PRESETS;
use shorecast::model::{CostLine, Destination, Scenario, Strategy, Uncertain};
use shorecast::runner::inline;
use shorecast::runner::protocol::{Answerer, Reply, Request, Wanted, decode, encode};
use shorecast::runner::schedule::Schedule;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn preset(index: usize, batches: u32) -> Scenario {
    let mut scenario = PRESETS[index].scenario().unwrap();
    scenario.run.trials = batches * BATCH_TRIALS;
    scenario
}

/// The run by `workers` workers through the codec, whose answers come in an order that `disorder` decides.
fn by_workers(scenario: &Scenario, workers: usize, disorder: u64) -> Summary {
    let plan = Plan::new(scenario).unwrap();
    let mut schedule = Schedule::new(&plan);
    let mut answerers: Vec<Answerer> = (0..workers).map(|_| Answerer::default()).collect();
    let mut under_way: Vec<(usize, Vec<u8>)> = Vec::new();
    let mut chance = disorder;
    while !schedule.is_finished() {
        while under_way.len() < workers
            && let Some(index) = schedule.hand_out()
        {
            let request = Request { run: 3, index, wanted: Wanted::Batch, scenario: scenario.to_json() };
            under_way.push((index as usize % workers, encode(&request)));
        }
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let chosen = usize::try_from(chance >> 40).unwrap() % under_way.len();
        let (worker, request) = under_way.swap_remove(chosen);
        // One worker in eight dies with its batch.
        if chance >> 61 == 0 {
            let lost: Request = decode(&request).unwrap();
            schedule.give_back(lost.index);
            continue;
        }
        let Reply::Computed { run: 3, batch } = decode(&answerers[worker].answer(&request)).unwrap() else {
            unreachable!("a computed batch of run 3")
        };
        schedule.take(batch);
    }
    Summariser::summarise(&plan, schedule.accumulator())
}

#[test]
fn one_two_and_seven_workers_agree_with_none() {
    for preset_index in [0, 2] {
        let scenario = preset(preset_index, 9);
        let inline = inline::simulate(&scenario).unwrap();
        for (workers, disorder) in [(1, 1), (2, 2), (7, 3), (7, 4)] {
            assert_eq!(by_workers(&scenario, workers, disorder), inline, "{workers} workers");
        }
    }
}

#[test]
fn a_preview_is_the_first_part_of_the_full_run() {
    let (short, long) = (preset(0, 4), preset(0, 8));
    let plan = Plan::new(&long).unwrap();
    let mut accumulator = Accumulator::new(&plan);
    for index in 0..4 {
        accumulator.merge(&Batch::compute(&plan, index));
    }
    let mut preview = Summariser::summarise(&plan, &accumulator);
    assert_eq!(preview.planned_trials, 8 * BATCH_TRIALS);
    preview.planned_trials = 4 * BATCH_TRIALS;
    let mut short = inline::simulate(&short).unwrap();
    // A preview promises no value of information.
    short.drivers.inputs.iter_mut().for_each(|driver| driver.value_of_information = None);
    assert_eq!(preview, short);
}

/// The figures of the first two batches of each preset, as digests of their bits. They hold on the host and in WebAssembly,
/// with and without the feature `web`. A change here changes what links and lessons show: say so in CHANGELOG.md.
#[test]
fn published_figures_do_not_move() {
    let digests: Vec<u64> = (0..PRESETS.len()).map(|index| digest(&preset(index, 4))).collect();
    assert_eq!(
        digests,
        [
            7_648_576_942_421_978_987,
            2_342_542_472_544_409_471,
            4_433_512_639_132_577_798,
            1_386_755_402_765_732_896,
            8_636_849_649_298_791_852,
            9_990_764_710_747_868_289,
            15_577_539_728_732_238_479,
            4_608_877_893_241_417_999
        ]
    );
}

fn digest(scenario: &Scenario) -> u64 {
    let plan = Plan::new(scenario).unwrap();
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    for index in 0..2 {
        for byte in &encode(&Batch::compute(&plan, index)) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    }
    hash
}

#[test]
fn other_strategies_change_no_bit_of_a_row() {
    let scenario = preset(2, 4);
    let all = inline::simulate(&scenario).unwrap();
    let mut reversed = scenario.clone();
    reversed.strategies.reverse();
    let mut few = scenario.clone();
    few.strategies = vec![Strategy::Hybrid { site: shorecast::model::Site::Nearshore }];
    for other in [reversed, few] {
        for row in inline::simulate(&other).unwrap().strategies {
            let known = all.strategy(&row.strategy).unwrap();
            // The chance of being the cheapest is about the others, and the bins of the histograms are common to all.
            assert_eq!(row.cost_nominal.percentiles, known.cost_nominal.percentiles, "{}", row.strategy);
            assert_eq!(row.cost_present_value.mean.to_bits(), known.cost_present_value.mean.to_bits());
            let deviation = |row: &StrategySummary| row.cost_present_value.standard_deviation.to_bits();
            assert_eq!(deviation(&row), deviation(known));
            assert_eq!(row.lines_nominal, known.lines_nominal);
            assert_eq!(row.lines_present_value, known.lines_present_value);
            assert_eq!(row.events, known.events);
            let break_even = |saving: &Option<shorecast::engine::summary::Saving>| {
                saving.as_ref().map(|saving| (saving.break_even.clone(), saving.chance_positive, saving.nominal.mean))
            };
            assert_eq!(break_even(&row.saving), break_even(&known.saving));
        }
    }
}

#[test]
fn the_order_of_functions_changes_no_bit() {
    let scenario = preset(2, 4);
    let mut permuted = scenario.clone();
    permuted.functions.rotate_left(1);
    permuted.functions.swap(0, 2);
    assert_eq!(inline::simulate(&permuted).unwrap(), inline::simulate(&scenario).unwrap());
}

#[test]
fn what_was_not_touched_does_not_move() {
    let scenario = preset(0, 4);
    let before = inline::simulate(&scenario).unwrap();
    // Another offshore country moves the offshore rows and no other.
    let mut elsewhere = scenario.clone();
    elsewhere.destinations.offshore = Destination::India;
    let after = inline::simulate(&elsewhere).unwrap();
    for row in &before.strategies {
        let moved =
            after.strategy(&row.strategy).unwrap().cost_nominal.mean.to_bits() != row.cost_nominal.mean.to_bits();
        assert_eq!(moved, row.strategy.ends_with("offshore"), "{}", row.strategy);
    }
    // Without breaches every other line is as it was, but that of the fines for them; as long as a breach puts no strain on
    // the contract.
    let mut sturdy = scenario;
    sturdy.assumptions.insert("home.breach_strain".to_owned(), Uncertain::Fixed(1.0));
    let before = inline::simulate(&sturdy).unwrap();
    let mut calm = sturdy;
    calm.events.data_breach = false;
    for row in inline::simulate(&calm).unwrap().strategies {
        for (line, amount) in &before.strategy(&row.strategy).unwrap().lines_nominal {
            let breach = matches!(line, CostLine::DataBreach | CostLine::ComplianceFine);
            assert_eq!(row.lines_nominal[line].to_bits() == amount.to_bits(), !breach, "{} {line:?}", row.strategy);
        }
    }
}
