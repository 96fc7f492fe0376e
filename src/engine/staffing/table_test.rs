//! What staffing must do whatever the figures: pooling, monotony, minimum positions, parts that add up.

use super::*;
use crate::engine::lanes::Lanes;
use crate::model::presets::PRESETS;
use crate::model::{BusinessFunction, Contacts, Coverage, Hybrid, StatedHours, Uncertain, UsualHours};

const PRODUCTIVE: f64 = 1_560.0;
const ROUND_THE_CLOCK: Coverage = Coverage::Usual(UsualHours::RoundTheClock);
const BUSINESS: Coverage = Coverage::Usual(UsualHours::BusinessHours);

fn circumstances(hybrid: Hybrid) -> Circumstances {
    Circumstances { productive_hours: PRODUCTIVE, max_occupancy: 0.88, hybrid }
}

fn people(heads: f64, coverage: Coverage) -> BusinessFunction {
    let desk = PRESETS[0].scenario().unwrap().functions[0].clone();
    BusinessFunction { headcount: Some(Uncertain::Fixed(heads)), coverage, ..desk }
}

/// A desk of so many contacts a month, of 300 seconds each.
fn contacts(per_month: f64, coverage: Coverage) -> BusinessFunction {
    let contacts = Contacts::usual(Uncertain::Fixed(per_month), Uncertain::Fixed(300.0));
    BusinessFunction { headcount: None, contacts: Some(contacts), ..people(1.0, coverage) }
}

fn separate_queues(mut function: BusinessFunction) -> BusinessFunction {
    if let Some(contacts) = &mut function.contacts {
        contacts.pooled = false;
    }
    function
}

fn heads_of(table: &StaffingTable, part: Part, work: f64, volume: f64) -> f64 {
    table.heads(part, &Lanes::splat(work), &Lanes::splat(volume), &Lanes::splat(PRODUCTIVE)).0[5]
}

fn hours_of(table: &StaffingTable, part: Part, work: f64, volume: f64) -> f64 {
    table.hours(part, &Lanes::splat(work), &Lanes::splat(volume), &Lanes::splat(PRODUCTIVE)).0[5]
}

fn outside_of(table: &StaffingTable, part: Part, work: f64, volume: f64) -> f64 {
    table.outside_share(part, &Lanes::splat(work), &Lanes::splat(volume)).0[5]
}

fn table(function: &BusinessFunction, hybrid: Hybrid) -> StaffingTable {
    StaffingTable::new(function, &circumstances(hybrid))
}

const MODES: [Hybrid; 4] =
    [Hybrid::Share {}, Hybrid::AfterHours {}, Hybrid::Overflow { base: 0.7 }, Hybrid::Overflow { base: 1.2 }];

/// Functions of every kind, with the work that is drawn for them when everything is likely.
fn examples() -> Vec<(BusinessFunction, f64)> {
    let own = Coverage::Stated(StatedHours { hours_per_day: 10.5, days_per_week: 6 });
    vec![
        (people(25.0, BUSINESS), 25.0),
        (people(60.0, ROUND_THE_CLOCK), 60.0),
        (people(3.0, ROUND_THE_CLOCK), 3.0),
        (people(40.0, own), 40.0),
        (contacts(27_000.0, BUSINESS), 1.0),
        (contacts(50_000.0, ROUND_THE_CLOCK), 1.0),
        (contacts(300.0, ROUND_THE_CLOCK), 1.0),
        (separate_queues(contacts(20_000.0, own)), 1.0),
    ]
}

#[test]
fn people_in_business_hours_are_in_exact_proportion() {
    let table = table(&people(25.0, BUSINESS), Hybrid::Share {});
    assert!(table.is_proportional());
    for volume in [0.0, 0.3, 1.0 / 3.0, 1.0, 3.999, 17.0] {
        let heads = heads_of(&table, Part::Whole, 0.1 + 0.2, volume);
        assert_eq!(heads.to_bits(), ((0.1 + 0.2) * volume).to_bits());
    }
    assert_eq!(outside_of(&table, Part::Whole, 25.0, 1.0), 0.0);
    assert_eq!(table.freed_share(), 0.0);
}

/// Heads are what they are: hours beyond the business day spread them and make them no more.
#[test]
fn stated_heads_are_todays_heads_whatever_the_hours() {
    for (function, heads) in examples().into_iter().filter(|(function, _)| function.headcount.is_some()) {
        let table = table(&function, Hybrid::Share {});
        assert_eq!(heads_of(&table, Part::Whole, heads, 1.0).to_bits(), heads.to_bits());
    }
}

/// By hand: 2,000 contacts a week of 300 seconds in 40 hours are 166.67 hours of work. Hours of the profile's lightest and busiest
/// kind bracket what the table must say, and one hour is computed by the reference table: 12 agents for 100 calls.
#[test]
fn contacts_become_heads_as_by_hand() {
    let one_hour = Coverage::Stated(StatedHours { hours_per_day: 1.0, days_per_week: 1 });
    // All contacts of the week in one hour: 100 a week are 100 x 52 / 12 a month.
    let function = contacts(100.0 * 52.0 / 12.0, one_hour);
    let all = table(&function, Hybrid::Share {});
    assert!((hours_of(&all, Part::Whole, 1.0, 1.0) - 12.0 * 52.0).abs() < 1e-9);
    assert!((heads_of(&all, Part::Whole, 1.0, 1.0) - 12.0 * 52.0 / PRODUCTIVE).abs() < 1e-9);
    // Four times as many need 39 agents; the limit of 0.88 on occupancy does not bite at 0.855.
    assert!((hours_of(&all, Part::Whole, 1.0, 4.0) - 39.0 * 52.0).abs() < 1e-9);
    // Twenty times as many would be 94.7 % busy; at 88 % they are 166.67 / 0.88 = 190.
    let many = table(&contacts(2_000.0 * 52.0 / 12.0, one_hour), Hybrid::Share {});
    assert!((hours_of(&many, Part::Whole, 1.0, 1.0) - 190.0 * 52.0).abs() < 1e-9);
}

#[test]
fn the_draw_of_contacts_acts_like_a_volume() {
    let table = table(&contacts(27_000.0, BUSINESS), Hybrid::Share {});
    let (draw, volume) = (hours_of(&table, Part::Whole, 1.5, 1.0), hours_of(&table, Part::Whole, 1.0, 1.5));
    assert_eq!(draw.to_bits(), volume.to_bits());
    let heads = heads_of(&table, Part::Whole, 1.5, 1.0);
    assert!((heads * PRODUCTIVE - draw).abs() < 1e-9 * draw && heads > 1.3 * heads_of(&table, Part::Whole, 1.0, 1.0));
    // More productive hours of a head mean fewer heads, and as many hours.
    let busy = table.heads(Part::Whole, &Lanes::splat(1.0), &Lanes::splat(1.0), &Lanes::splat(2.0 * PRODUCTIVE)).0[0];
    assert!((2.0 * busy - heads_of(&table, Part::Whole, 1.0, 1.0)).abs() < 1e-12);
}

#[test]
fn more_work_never_needs_fewer_people() {
    for (function, work) in examples() {
        for hybrid in MODES {
            let table = table(&function, hybrid);
            for part in [Part::Whole, Part::Kept] {
                let heads: Vec<f64> =
                    (0..500).map(|step| heads_of(&table, part, work, f64::from(step) * 0.01)).collect();
                assert!(heads.is_sorted_by(|a, b| *a <= *b + 1e-9), "{function:?} {hybrid:?} {part:?}");
            }
        }
    }
}

/// A month's level times today's heads is what the month's heads are.
#[test]
fn levels_are_multiples_of_todays_heads() {
    for (function, work) in examples() {
        for hybrid in MODES {
            let table = table(&function, hybrid);
            let today = heads_of(&table, Part::Whole, 1.1 * work, 1.0);
            for part in [Part::Whole, Part::Kept, Part::Moved] {
                for volume in [0.0, 0.7, 1.0, 1.3, 5.0] {
                    let level = table.level(part, &Lanes::splat(1.1 * work), &Lanes::splat(volume)).0[3];
                    let heads = heads_of(&table, part, 1.1 * work, volume);
                    assert!((level * today - heads).abs() <= 1e-12 * heads.max(1.0), "{function:?} {part:?} {volume}");
                }
            }
        }
    }
}

#[test]
fn the_parts_of_one_queue_add_up_to_the_whole() {
    for (function, work) in examples() {
        if function.contacts.is_some_and(|contacts| !contacts.pooled) {
            continue;
        }
        for hybrid in MODES {
            let table = table(&function, hybrid);
            for volume in [0.0, 0.4, 1.0, 1.03, 2.2, 6.0] {
                let [whole, kept, moved] =
                    [Part::Whole, Part::Kept, Part::Moved].map(|part| hours_of(&table, part, work, volume));
                assert!((kept + moved - whole).abs() <= 1e-9 * whole, "{function:?} {hybrid:?} at {volume}");
            }
        }
    }
}

#[test]
fn longer_hours_never_need_fewer_people() {
    let heads = |coverage: Coverage| {
        let function = contacts(4_000.0, coverage);
        heads_of(&table(&function, Hybrid::Share {}), Part::Whole, 1.0, 1.0)
    };
    let mut before = 0.0;
    for (hours_per_day, days_per_week) in [(8.0, 5), (10.0, 5), (12.0, 6), (16.0, 6), (16.0, 7), (24.0, 7)] {
        let now = heads(Coverage::Stated(StatedHours { hours_per_day, days_per_week }));
        assert!(now > before, "{hours_per_day} hours on {days_per_week} days: {now} after {before}");
        before = now;
    }
}

/// One person awake in each of 8,736 hours of the year takes 5.6 heads, however little comes in.
#[test]
fn a_thin_night_needs_its_minimum_positions() {
    let thin = contacts(300.0, ROUND_THE_CLOCK);
    let all = table(&thin, Hybrid::AfterHours {});
    assert!((heads_of(&all, Part::Whole, 1.0, 0.0) - 168.0 * 52.0 / PRODUCTIVE).abs() < 1e-9);
    // Outside the business day: 128 hours of one person, since one is enough for what comes then.
    assert!((hours_of(&all, Part::Moved, 1.0, 0.0) - 128.0 * 52.0).abs() < 1e-9);
    assert!((outside_of(&all, Part::Whole, 1.0, 0.0) - 128.0 / 168.0).abs() < 1e-12);
    assert_eq!(outside_of(&all, Part::Kept, 1.0, 1.0), 0.0);
    let two = BusinessFunction { minimum_positions: 2, ..thin };
    let twice = heads_of(&table(&two, Hybrid::Share {}), Part::Whole, 1.0, 0.0);
    assert!((twice - 2.0 * 168.0 * 52.0 / PRODUCTIVE).abs() < 1e-9);
    // People, too: at half the work, the quiet hours still need somebody.
    let crew = table(&people(8.0, ROUND_THE_CLOCK), Hybrid::Share {});
    let half = heads_of(&crew, Part::Whole, 8.0, 0.5);
    assert!(half > 168.0 * 52.0 / PRODUCTIVE && half < 8.0, "{half}");
    // Too few for one position all the time: they are all minimum, and less work sets nobody free.
    let few = table(&people(3.0, ROUND_THE_CLOCK), Hybrid::Share {});
    assert!((heads_of(&few, Part::Whole, 3.0, 0.5) - 3.0).abs() < 1e-9);
}

#[test]
fn without_other_hours_nothing_moves_after_hours() {
    for function in [people(25.0, BUSINESS), contacts(27_000.0, BUSINESS)] {
        let table = table(&function, Hybrid::AfterHours {});
        assert_eq!(hours_of(&table, Part::Moved, 1.0, 1.0), 0.0);
        assert_eq!(table.freed_share(), 0.0);
    }
    // Round the clock, nights and weekends are about half of the work and more than half of a thin desk's hours.
    let busy = table(&contacts(200_000.0, ROUND_THE_CLOCK), Hybrid::AfterHours {}).freed_share();
    let thin = table(&contacts(2_000.0, ROUND_THE_CLOCK), Hybrid::AfterHours {}).freed_share();
    assert!((0.48..0.53).contains(&busy), "{busy}");
    assert!(thin > busy + 0.05, "{thin}");
}

/// What is kept for the base costs no more than the whole, and overflow moves all the more the lower the base.
#[test]
fn a_lower_base_moves_more() {
    for (function, work) in examples() {
        let mut before = f64::INFINITY;
        for base in [0.0, 0.3, 0.7, 1.0, 1.5, 4.0] {
            let table = table(&function, Hybrid::Overflow { base });
            let moved = hours_of(&table, Part::Moved, work, 1.0);
            assert!(moved <= before + 1e-9, "{function:?} at {base}: {moved} after {before}");
            before = moved;
        }
        assert_eq!(before, 0.0, "{function:?}: nothing goes beyond four times the mean load");
    }
    // The base stays when the volume rises: everything beyond goes.
    let desk = table(&people(25.0, BUSINESS), Hybrid::Overflow { base: 4.0 });
    assert!((heads_of(&desk, Part::Whole, 25.0, 1.2) - heads_of(&desk, Part::Kept, 25.0, 1.2)).abs() < 1e-9);
    let desk = table(&people(25.0, BUSINESS), Hybrid::Overflow { base: 0.2 });
    let (low, high) = (heads_of(&desk, Part::Kept, 25.0, 1.0), heads_of(&desk, Part::Kept, 25.0, 3.0));
    assert!((low - 5.0).abs() < 1e-9 && (high - 5.0).abs() < 1e-9, "{low} {high}");
}

/// Two queues need more people than one, in a share as in an overflow.
#[test]
fn separate_queues_need_more_people() {
    let one = contacts(20_000.0, ROUND_THE_CLOCK);
    let two = separate_queues(one.clone());
    let lanes = Lanes::splat;
    let half = |function: &BusinessFunction| {
        let table = table(function, Hybrid::Share {});
        table.share_heads(&lanes(0.5), &lanes(1.0), &lanes(1.0), &lanes(PRODUCTIVE)).0[0]
    };
    let whole = heads_of(&table(&one, Hybrid::Share {}), Part::Whole, 1.0, 1.0);
    assert!((2.0 * half(&one) - whole).abs() < 1e-9);
    assert!(2.0 * half(&two) > 1.05 * whole, "{} {whole}", half(&two));
    let overflow = Hybrid::Overflow { base: 0.8 };
    let moved = |function: &BusinessFunction| hours_of(&table(function, overflow), Part::Moved, 1.0, 1.0);
    assert!(moved(&two) > 1.05 * moved(&one), "{} {}", moved(&two), moved(&one));
}

/// Beyond the table the last slope goes on.
#[test]
fn volumes_beyond_the_table_go_on() {
    let table = table(&contacts(27_000.0, BUSINESS), Hybrid::Share {});
    let [near, far, farther] = [3.9, 5.0, 6.0].map(|volume| heads_of(&table, Part::Whole, 1.0, volume));
    assert!(near < far && far < farther && farther < 2.0 * near, "{near} {far} {farther}");
    assert!(heads_of(&table, Part::Whole, 1.0, 1e6).is_finite());
}
