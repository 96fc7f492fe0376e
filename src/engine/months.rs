//! The months of a block, one after the other: volumes, teams, sites, flows, and what each contract costs in the month.

use super::booked::{MonthOfFlow, followed_at_site};
use super::break_even::BreakEven;
use super::costs::{HomeCost, shapes_at_home};
use super::events::Events;
use super::events::data_breach::BreachWorld;
use super::events::places::FlowEvents;
use super::flow::{Flow, Staffed};
use super::lanes::Lanes;
use super::over_time::{CostOverTime, LinesOfPlan};
use super::plan::Plan;
use super::priced::Priced;
use super::staffing::Part;
use super::team::Team;
use super::timeline::Timeline;
use super::volume::{Season, Volume, Work};
use super::volume_terms::VolumeTerms;
use super::world::World;
use crate::model::Assumption;

/// Everything that moves from month to month.
pub struct Stage<'a> {
    /// The work of each function, month by month.
    pub work: Vec<Vec<Work>>,
    /// The home teams, in the order of the functions.
    pub teams: Vec<Team>,
    /// What each costs in the month laid out last, as in [`HomeCost::month`].
    team_months: Vec<[Lanes; 2]>,
    /// How the work of the flow laid out last is staffed.
    staffed: Staffed,
    /// The sites in use.
    pub timelines: Vec<Timeline<'a>>,
    /// The work that flows to them.
    pub flows: Vec<Flow>,
    /// What each costs in the month laid out last.
    flow_months: Vec<MonthOfFlow>,
    /// Terms of each contract that depend on a month's whole bill.
    pub terms: Vec<VolumeTerms>,
}

impl<'a> Stage<'a> {
    /// Before the first month. Breaches put contracts under strain.
    pub fn new(plan: &'a Plan, world: &'a World, priced: &Priced, breaches: &BreachWorld) -> Self {
        let timeline = |site| {
            let followed = followed_at_site(&priced.booked, site);
            Timeline::new(plan, world, site, &breaches.strain(plan, world, site), followed)
        };
        let flow = |flow: usize| {
            let pricing = plan.pricing_of(plan.flows[flow].function, plan.flows[flow].site);
            Flow::new(pricing, &priced.flows[flow].yearly_fees, priced.booked_flows[flow].followed())
        };
        let mut volume = Volume::new(plan, world);
        let terms = |contract: usize| {
            let site = &world.sites[plan.contracts[contract].site];
            VolumeTerms::new(plan, contract, site)
        };
        let mut work = vec![vec![Work::NONE; plan.horizon_months]; plan.functions.len()];
        for month in 0..plan.horizon_months {
            volume.step(month, work.iter_mut().map(|work| &mut work[month]));
        }
        let followed = shapes_at_home(&plan.counted);
        let years = world.home(Assumption::AutomationYears);
        Self {
            work,
            teams: world.functions.iter().map(|function| Team::new(&function.attrition, years, followed)).collect(),
            staffed: Staffed::NONE,
            team_months: vec![[Lanes::ZERO; 2]; plan.functions.len()],
            timelines: (0..plan.sites.len()).map(timeline).collect(),
            flows: (0..plan.flows.len()).map(flow).collect(),
            flow_months: vec![MonthOfFlow::NONE; plan.flows.len()],
            terms: (0..plan.contracts.len()).map(terms).collect(),
        }
    }

    /// Lays out the month with this index (from 0); months come one after the other.
    fn lay_out(&mut self, plan: &Plan, world: &World, homes: &[HomeCost], month: usize) {
        let (year, discount) = (month / 12, plan.discount[month]);
        let work = |function: usize| &self.work[function][month];
        for timeline in &mut self.timelines {
            timeline.lay_out(month);
        }
        // Before the teams: what is gone changes against what they have cost up to here.
        let staffed = &mut self.staffed;
        for (flow, of) in self.flows.iter_mut().zip(&plan.flows) {
            let season = Season::new(&world.functions[of.function].seasonal_peak, month);
            staffed.lay_out(plan, world, of, (work(of.function), season));
            flow.turn(staffed, &self.teams[of.function], &self.timelines[of.site]);
        }
        let functions = plan.functions.iter().zip(&world.functions);
        for ((position, team), (function, draws)) in self.teams.iter_mut().enumerate().zip(functions) {
            let mut level = work(position).level();
            let table = &function.staffing;
            if !table.is_proportional() {
                level = table.level(Part::Whole, &draws.work, &level);
            }
            let season = Season::new(&draws.seasonal_peak, month);
            team.lay_out(month, &level, season, [&world.wage_index[year], &world.price_index[year]], discount);
        }
        for ((cost, home), team) in self.team_months.iter_mut().zip(homes).zip(&self.teams) {
            home.month(team, cost);
        }
        for (flow, of) in self.flows.iter_mut().zip(&plan.flows) {
            flow.lay_out(&self.teams[of.function], &self.timelines[of.site], discount);
        }
    }

    /// Adds up what each flow costs in the month laid out last, with what happens in it.
    fn price_flows(&mut self, plan: &Plan, priced: &Priced, events: &[FlowEvents], month: usize) {
        for (position, of) in plan.flows.iter().enumerate().filter(|(position, _)| self.flows[*position].works()) {
            priced.booked_flows[position].month(
                (&self.flows[position], &priced.flows[position]),
                &self.timelines[of.site],
                &self.team_months[of.function],
                events[position].month(month),
                &mut self.flow_months[position],
            );
        }
    }
}

/// Lays out every month once, and follows each strategy's cumulative saving to its break-even and its cost to the end. Gives what has been
/// booked on each line as well, undiscounted.
///
/// What is called from here keeps out of line (`inline(never)`): in one function a browser's compiler runs out of registers, and the
/// months took 1.7 times as long in WebAssembly as natively.
pub fn run_through_the_months(
    plan: &Plan,
    world: &World,
    homes: &[HomeCost],
    priced: &Priced,
    events: &Events,
    stage: &mut Stage,
) -> (Vec<(Lanes, CostOverTime)>, LinesOfPlan) {
    let start = || (BreakEven::default(), CostOverTime::new(plan));
    let mut followed: Vec<(BreakEven, CostOverTime)> = plan.strategies.iter().map(|_| start()).collect();
    let mut so_far = None;
    let mut costs = vec![Lanes::ZERO; plan.contracts.len()];
    for month in 0..plan.horizon_months {
        stage.lay_out(plan, world, homes, month);
        stage.price_flows(plan, priced, &events.flows, month);
        for (((contract, booked), terms), cost) in
            plan.contracts.iter().zip(&priced.booked).zip(&mut stage.terms).zip(&mut costs)
        {
            let timeline = &stage.timelines[contract.site];
            let flows = (&stage.flows[..], &stage.flow_months[..]);
            booked.month(timeline, flows, cost);
            terms.add_month(flows, timeline, &world.sites[contract.site], plan.discount[month], cost);
        }
        let mut at_home = events.home.months[month];
        for part in stage.team_months.as_flattened() {
            at_home += part;
        }
        let mut in_house = at_home;
        events.strategies[0].add_month(month, &mut in_house);
        followed[0].1.add_month(plan, &in_house);
        let strategies = plan.strategies.iter().zip(&events.strategies).zip(&mut followed).skip(1);
        for ((strategy, events_here), (break_even, over_time)) in strategies {
            let mut cost = at_home;
            for &contract in &strategy.contracts {
                cost += &costs[contract];
            }
            events_here.add_month(month, &mut cost);
            break_even.add_month(month, &in_house, &cost);
            over_time.add_month(plan, &cost);
        }
        if (month + 1).is_multiple_of(12) || month + 1 == plan.horizon_months {
            let lines = LinesOfPlan::new(plan, homes, priced, stage, 0);
            for ((_, over_time), strategy) in followed.iter_mut().zip(&plan.strategies) {
                over_time.end_year(lines.of(&strategy.contracts));
            }
            so_far = Some(lines);
        }
    }
    let lines = so_far.unwrap_or_else(|| LinesOfPlan::new(plan, homes, priced, stage, 0));
    (followed.into_iter().map(|(break_even, over_time)| (break_even.month(), over_time)).collect(), lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::lanes::LANES;
    use crate::engine::team::TeamShape;
    use crate::model::Scenario;
    use crate::model::presets::PRESETS;

    /// A function with a queue at either place, of whose people not just the share is gone that moves.
    const QUEUES: &str = r#"{
        "format": 1, "name": "queues", "revenue": 50000000, "horizon_months": 60, "discount_rate": 0.08, "hybrid_share": 0.4,
        "functions": [{ "id": "support", "kind": "customer_support", "wage": 42830, "coverage": "round_the_clock",
            "contacts": { "per_month": 9000, "handle_seconds": 300, "service_level": 0.8, "within_seconds": 20, "pooled": false } }]
    }"#;

    /// What the home team is rid of is the same, added up by parts or month by month, at the end of each year.
    #[test]
    fn what_is_gone_adds_up_by_parts() {
        let scenarios = [PRESETS[2].scenario().unwrap(), Scenario::from_json(QUEUES).unwrap()];
        for plan in scenarios.map(|scenario| Plan::new(&scenario).unwrap()) {
            let world = World::draw(&plan, 128);
            let homes: Vec<HomeCost> = world.functions.iter().map(|it| HomeCost::new(&plan, &world, it)).collect();
            let priced = Priced::new(&plan, &world, &homes);
            let breaches = BreachWorld::new(&plan, &world, Lanes::splat(1e6));
            let mut stage = Stage::new(&plan, &world, &priced, &breaches);
            let mut by_months = vec![[[Lanes::ZERO; TeamShape::COUNT]; 2]; plan.flows.len()];
            for month in 0..plan.horizon_months {
                stage.lay_out(&plan, &world, &homes, month);
                for ((flow, of), sums) in stage.flows.iter().zip(&plan.flows).zip(&mut by_months) {
                    let (team, site) = (&stage.teams[of.function], &stage.timelines[of.site]);
                    for shape in (0..TeamShape::COUNT).filter(|shape| team.in_use[*shape]) {
                        let displaced = *flow.gone(site) * team.shapes[shape];
                        sums[0][shape] += displaced;
                        sums[1][shape] += displaced * plan.discount[month];
                    }
                    if (month + 1) % 12 > 0 {
                        continue;
                    }
                    for (discounted, sums) in sums.iter().enumerate() {
                        let by_parts = flow.displaced_in_all(team, site, discounted);
                        for lane in 0..LANES {
                            let (one, other) =
                                (by_parts(TeamShape::Wage, lane), sums[TeamShape::Wage as usize].0[lane]);
                            assert!((one - other).abs() < 1e-12, "month {month}, lane {lane}: {one} {other}");
                            let (one, other) =
                                (by_parts(TeamShape::LetGo, lane), sums[TeamShape::LetGo as usize].0[lane]);
                            assert!((one - other).abs() < 1e-12, "month {month}, lane {lane}: {one} {other}");
                        }
                    }
                }
            }
            assert!(by_months.iter().all(|sums| sums[0][TeamShape::Wage as usize].any_positive()));
        }
    }
}
