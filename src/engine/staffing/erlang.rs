//! Erlang C: agents who answer contacts that come at random and wait in one queue until somebody is free.
//!
//! # Formula
//! Erlang (1917): arrivals are Poisson, handle times exponential, nobody hangs up. Load is measured in erlang, the mean number
//! of contacts being handled at a time.

use crate::engine::math;

/// What a queue has to achieve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// Share of the contacts to be answered in time, 0 to below 1.
    pub service_level: f64,
    /// The time, as a multiple of the handle time.
    pub within: f64,
    /// Greatest share of their time for which agents may be busy, above 0 to 1.
    pub max_occupancy: f64,
    /// Fewest agents, whatever the load.
    pub least: u32,
}

/// Where 1 / B is this large, B is nothing to the last digit of any figure here; its terms would overflow in the end.
const ENOUGH: f64 = 1e40;

/// Chance that a contact has to wait; 1 where the agents cannot keep up.
///
/// # Formula
/// 1 / (rho + (1 - rho) / B) with rho = load / agents and Erlang's loss formula as 1 / B = 1 + n/a + n(n-1)/a^2 + ... down to the
/// last agent. All terms are positive, so nothing cancels; the sum stops where the rest no longer matters.
pub fn waiting_chance(agents: u32, load: f64) -> f64 {
    if load <= 0.0 {
        return 0.0;
    }
    let agents = f64::from(agents);
    if agents <= load {
        return 1.0;
    }
    let (mut term, mut sum, mut left) = (1.0, 1.0, agents);
    while left > 0.0 && sum < ENOUGH {
        term *= left / load;
        sum += term;
        left -= 1.0;
        if left < load && term < sum * 1e-17 {
            break;
        }
    }
    let busy = load / agents;
    1.0 / (busy + (1.0 - busy) * sum)
}

/// Share of the contacts that are answered within `within` handle times.
pub fn service_level(agents: u32, load: f64, within: f64) -> f64 {
    if load > 0.0 && f64::from(agents) <= load {
        return 0.0;
    }
    1.0 - waiting_chance(agents, load) * math::exp(-(f64::from(agents) - load) * within)
}

/// Average speed of answer in handle times: the mean wait over all contacts, those that do not wait included. Infinite where
/// the agents cannot keep up.
pub fn speed_of_answer(agents: u32, load: f64) -> f64 {
    if load <= 0.0 {
        return 0.0;
    }
    let free = f64::from(agents) - load;
    if free > 0.0 { waiting_chance(agents, load) / free } else { f64::INFINITY }
}

/// Fewest agents who meet the target at this load; they never become fewer as the load grows.
pub fn agents_for(load: f64, target: &Target) -> u32 {
    if load <= 0.0 {
        return target.least;
    }
    let enough = |agents: u32| service_level(agents, load, target.within) >= target.service_level;
    // More agents than load, or the queue grows for ever; a hair of tolerance, or 8.8 / 0.88 would need 11.
    let able = whole(load.floor()) + 1;
    let floor = whole((load / target.max_occupancy - 1e-9).ceil()).max(able).max(target.least);
    if enough(floor) {
        return floor;
    }
    // The service level rises with the agents: outwards in growing steps, then inwards by halves.
    let (mut too_few, mut step) = (floor, 1);
    let mut fit = floor + step;
    while !enough(fit) {
        too_few = fit;
        step *= 2;
        fit += step;
    }
    while fit - too_few > 1 {
        let middle = too_few + (fit - too_few) / 2;
        if enough(middle) { fit = middle } else { too_few = middle }
    }
    fit
}

// Loads lie far below 2^32 erlang: the most contacts that can be stated, all in one hour of the week, are ten million.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(value: f64) -> u32 {
    value as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 80 % within 20 seconds of contacts that take `handle` seconds, without a limit on occupancy.
    fn eighty_in_twenty(handle: f64) -> Target {
        Target { service_level: 0.8, within: 20.0 / handle, max_occupancy: 1.0, least: 1 }
    }

    /// Erlang C as textbooks write it, by the recursion of the loss formula from the first agent on.
    fn by_recursion(agents: u32, load: f64) -> f64 {
        let mut blocked = 1.0;
        for agent in 1..=agents {
            blocked = load * blocked / (f64::from(agent) + load * blocked);
        }
        let busy = load / f64::from(agents);
        blocked / (1.0 - busy * (1.0 - blocked))
    }

    /// Reference values for 80 % within 20 seconds at 300 seconds of handle time: calls an hour, agents, service level,
    /// occupancy, seconds to answer.
    #[test]
    fn the_reference_table_is_met() {
        for (calls, agents, level, occupancy, answer) in [
            (20.0, 4, 0.912, 0.417, 13.2),
            (100.0, 12, 0.862, 0.694, 14.4),
            // 13.447 by recursion and by sums of sixty digits; a table that says 13.5 has rounded twice.
            (400.0, 39, 0.826, 0.855, 13.4),
            (800.0, 74, 0.826, 0.901, 11.6),
            (2_000.0, 176, 0.803, 0.947, 11.8),
        ] {
            let load = calls * 300.0 / 3_600.0;
            assert_eq!(agents_for(load, &eighty_in_twenty(300.0)), agents, "{calls} calls");
            assert!((service_level(agents, load, 20.0 / 300.0) - level).abs() < 0.000_5, "{calls} calls");
            assert!((load / f64::from(agents) - occupancy).abs() < 0.000_5, "{calls} calls");
            assert!((speed_of_answer(agents, load) * 300.0 - answer).abs() < 0.05, "{calls} calls");
        }
    }

    /// One agent is the queue M/M/1: a contact waits with the chance that the agent is busy.
    #[test]
    fn one_and_two_agents_are_the_closed_forms() {
        for load in [0.001, 0.1, 0.5, 0.9, 0.999] {
            assert!((waiting_chance(1, load) - load).abs() < 1e-15);
            // M/M/2: a^2 / (2 + a).
            let two = 2.0 * load;
            assert!((waiting_chance(2, two) - two * two / (2.0 + two)).abs() < 1e-14);
        }
    }

    /// The textbook's quotient of sums, in decimal numbers of sixty digits.
    #[test]
    fn it_agrees_with_sums_of_sixty_digits() {
        for (agents, load, chance) in [
            (14, 10.0, 0.174_131_933_595_049_84),
            (21, 18.0, 0.395_871_534_161_162_5),
            (23, 18.0, 0.190_691_944_363_337_46),
            (55, 50.0, 0.384_547_317_932_928_54),
            (110, 100.0, 0.237_007_500_285_052_73),
            (1_050, 1_000.0, 0.074_401_774_037_428_38),
        ] {
            assert!((waiting_chance(agents, load) / chance - 1.0).abs() < 1e-13, "{agents} for {load}");
        }
    }

    #[test]
    fn it_agrees_with_the_recursion_from_a_tenth_to_a_hundred_thousand_erlang() {
        let mut load = 0.1;
        while load <= 100_000.0 {
            for extra in [0.3, 1.0, 2.5] {
                let agents = whole((load + extra * f64::sqrt(load)).floor()) + 1;
                let (ours, theirs) = (waiting_chance(agents, load), by_recursion(agents, load));
                assert!((ours - theirs).abs() < 1e-11 * theirs.max(1e-3), "{agents} for {load}: {ours} {theirs}");
            }
            load *= 3.7;
        }
    }

    #[test]
    fn extremes_stay_chances() {
        for load in [0.0, 1e-12, 0.1, 1.0, 99.999, 1e5, 1e6] {
            for agents in [0, 1, 2, 100, 100_001, 2_000_000] {
                let chance = waiting_chance(agents, load);
                assert!((0.0..=1.0).contains(&chance), "{agents} for {load}: {chance}");
                assert!((0.0..=1.0).contains(&service_level(agents, load, 0.1)), "{agents} for {load}");
            }
        }
        assert_eq!(speed_of_answer(3, 3.0), f64::INFINITY);
    }

    #[test]
    fn targets_are_met_with_no_agent_too_many() {
        for load in [0.1, 0.7, 3.2, 8.8, 41.0, 500.0, 20_000.0, 100_000.0] {
            for (service_level_asked, within, max_occupancy) in
                [(0.8, 0.05, 1.0), (0.8, 0.05, 0.88), (0.999, 0.0, 0.95), (0.0, 0.0, 0.88), (0.5, 1.0, 1.0)]
            {
                let target = Target { service_level: service_level_asked, within, max_occupancy, least: 1 };
                let agents = agents_for(load, &target);
                let fits = |agents: u32| {
                    f64::from(agents) > load
                        && load / f64::from(agents) <= max_occupancy + 1e-9
                        && service_level(agents, load, within) >= service_level_asked
                };
                assert!(fits(agents), "{agents} for {load} {target:?}");
                assert!(agents == 1 || !fits(agents - 1), "{agents} for {load} {target:?}");
            }
        }
        assert_eq!(agents_for(8.8, &Target { service_level: 0.0, within: 0.0, max_occupancy: 0.88, least: 0 }), 10);
        assert_eq!(agents_for(0.0, &Target { least: 2, ..eighty_in_twenty(300.0) }), 2);
        assert_eq!(agents_for(0.1, &Target { least: 7, ..eighty_in_twenty(300.0) }), 7);
    }

    /// Four sites of 100 calls an hour need 48 agents, one of 400 needs 39.
    #[test]
    fn pooling_saves_agents() {
        let target = eighty_in_twenty(300.0);
        let agents = |calls: f64| agents_for(calls * 300.0 / 3_600.0, &target);
        assert_eq!((4 * agents(100.0), agents(400.0)), (48, 39));
        for load in [1.0, 5.0, 20.0, 80.0] {
            assert!(2 * agents_for(load, &target) > agents_for(2.0 * load, &target), "{load}");
        }
    }

    #[test]
    fn more_load_never_needs_fewer_agents() {
        let target = Target { max_occupancy: 0.88, ..eighty_in_twenty(240.0) };
        let needed: Vec<u32> = (0..4_000).map(|step| agents_for(f64::from(step) * 0.05, &target)).collect();
        assert!(needed.is_sorted());
    }
}
