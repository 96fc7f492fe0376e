//! What is drawn in a trial, as a list: which inputs there are, and the uniform number that each has in a trial.
//!
//! The numbers are not kept anywhere while trials are computed: a draw is a function of seed, id and trial, so whoever sums up
//! draws them again. This is the one place that knows how [`World`](crate::engine::world::World) comes by its draws.

use super::input_id::{InputId, Stated};
use crate::engine::correlation::Mix;
use crate::engine::draws::{PathStream, Stream};
use crate::engine::events::streams::PlaceStreams;
use crate::engine::lanes::Lanes;
use crate::engine::math;
use crate::engine::plan::{FunctionPlan, Plan, SitePlan};
use crate::engine::quantity::Quantity;
use crate::engine::vendor::{
    Nature, OF_EACH_VENDOR, OF_FIRST_VENDOR, QUALITY_LOADING, common_quality, lean, uniform_with_quality,
};
use crate::model::{Assumption, AssumptionKey, RiskEvent, Site};

/// An input whose value differs between trials.
#[derive(Clone, Debug)]
pub struct Input {
    /// What it is.
    pub id: InputId,
    /// Position of the function in the plan to which alone it matters.
    function: Option<usize>,
    /// Position of the site in the plan to which alone it matters.
    site: Option<usize>,
    draw: Draw,
}

/// How the uniform number of an input is drawn.
#[derive(Clone, Debug)]
enum Draw {
    /// By numbers of its own.
    Own(Stream),
    /// As a quantity, which may move with others.
    Quantity(Quantity),
    /// As a quantity that leans on the quality of a site's first vendor besides.
    LeaningQuantity { quantity: Quantity, site: usize },
    /// By numbers of its own that lean against that quality.
    LeaningAgainst { own: Stream, site: usize },
    /// That quality itself.
    Quality { site: usize },
    /// How long that vendor's contract lasts.
    StayingPower { site: usize },
    /// A path, as one number: whether it lies high or low.
    Direction { path: PathStream, mix: Option<Mix> },
}

impl Input {
    /// Whether it can change anything for the strategy at this position in the plan.
    pub fn matters_to(&self, plan: &Plan, strategy: usize) -> bool {
        let Some(site) = self.site else { return true };
        plan.strategies[strategy].contracts.iter().map(|&contract| &plan.contracts[contract]).any(|contract| {
            contract.site == site
                && self
                    .function
                    .is_none_or(|function| contract.cells.iter().any(|&cell| plan.cells[cell].function == function))
        })
    }

    /// A number for each trial of the block that starts at `first_trial`, uniform in 0..1 and rising with the input's value.
    pub fn uniforms(&self, plan: &Plan, first_trial: u32) -> Lanes {
        let nature_at = |site: usize| {
            let site = &plan.sites[site];
            (Nature::draw(site, first_trial, 0, &common_quality(plan, first_trial)), site.quality_shift)
        };
        // What is known of a vendor beforehand shifts its quality in all trials alike, and is no luck.
        let quality_at = |site: usize| {
            let (nature, shift) = nature_at(site);
            nature.quality + -shift
        };
        match &self.draw {
            Draw::Own(stream) => stream.uniform_lanes(first_trial, 0),
            Draw::Quantity(quantity) => match &quantity.mix {
                Some(_) => quantity.deviates(first_trial, 0).map(math::normal_cdf),
                None => quantity.stream.uniform_lanes(first_trial, 0),
            },
            Draw::LeaningQuantity { quantity, site } => {
                lean(&quantity.deviates(first_trial, 0), &quality_at(*site)).map(math::normal_cdf)
            }
            Draw::LeaningAgainst { own, site } => {
                uniform_with_quality(&own.uniform_lanes(first_trial, 0), &-quality_at(*site))
            }
            Draw::Quality { site } => quality_at(*site).map(math::normal_cdf),
            Draw::StayingPower { site } => {
                let (nature, shift) = nature_at(*site);
                (nature.staying_power + QUALITY_LOADING * shift).map(math::normal_cdf)
            }
            Draw::Direction { path, mix } => {
                let deviates = match mix {
                    Some(mix) => mix.direction(first_trial),
                    None => path.direction(first_trial),
                };
                deviates.map(math::normal_cdf)
            }
        }
    }
}

/// Every input of a plan that is uncertain, in a fixed order.
pub fn inputs(plan: &Plan) -> Vec<Input> {
    let mut list = Vec::new();
    let mut add = |id: InputId, function: Option<usize>, site: Option<usize>, draw: Draw| {
        list.push(Input { id, function, site, draw });
    };
    // The first month and the first year are as they are at the decision.
    let later_months = plan.horizon_months > 1;
    for (assumption, quantity) in uncertain(&plan.home) {
        let id = InputId::Assumption(AssumptionKey::home(assumption));
        add(id, None, None, Draw::Quantity(quantity.clone()));
    }
    for function in &plan.functions {
        for (id, quantity) in of_function(function).into_iter().filter(|(_, quantity)| is_uncertain(quantity)) {
            add(id, None, None, Draw::Quantity(quantity.clone()));
        }
        if let Some(path) = function.swings.filter(|_| later_months) {
            add(InputId::Swings(function.id.clone()), None, None, Draw::Direction { path, mix: None });
        }
    }
    if later_months && plan.functions.iter().any(|function| function.swings.is_some()) {
        add(InputId::Market, None, None, Draw::Direction { path: plan.market, mix: None });
    }
    let swings = plan.home[Assumption::WageVolatility as usize].as_ref();
    if plan.years() > 1 && swings.is_some_and(|swings| swings.sampler.certain() != Some(0.0)) {
        add(InputId::WagePath, None, None, Draw::Direction { path: plan.wage_path, mix: None });
    }
    if plan.events.demand_shock {
        add(InputId::DemandShock, None, None, Draw::Own(plan.demand_shock_clock));
    }
    if plan.events.automation_shock {
        add(InputId::AutomationShock, None, None, Draw::Own(plan.automation_shock_clock));
    }
    strikes(plan, None, &plan.event_streams.home, &mut add);
    for (position, site) in plan.sites.iter().enumerate() {
        strikes(plan, Some((position, site.site)), &plan.event_streams.sites[position], &mut add);
        at_site(plan, position, site, &mut add);
    }
    if plan.events.data_breach {
        add(InputId::FirstBreach, None, None, Draw::Own(plan.event_streams.breach_clock));
        add(InputId::FirstBreachCost, None, None, Draw::Own(plan.event_streams.breach_severity));
    }
    list
}

/// What strikes a place as a whole: home, or the site at this position.
fn strikes(
    plan: &Plan,
    site: Option<(usize, Site)>,
    streams: &PlaceStreams,
    add: &mut impl FnMut(InputId, Option<usize>, Option<usize>, Draw),
) {
    let (position, site) = site.unzip();
    for (event, clock) in
        [(RiskEvent::Disruption, streams.disruption_clock), (RiskEvent::AttritionSpike, streams.spike_clock)]
    {
        if plan.events.includes(event) {
            add(InputId::Event(event, site), None, position, Draw::Own(clock));
        }
    }
}

/// What a function draws by itself.
fn of_function(function: &FunctionPlan) -> Vec<(InputId, &Quantity)> {
    let assumption = |assumption: Assumption, quantity| {
        (InputId::Assumption(AssumptionKey::function(assumption, &function.id)), quantity)
    };
    let stated = |what: Stated, quantity| (InputId::Stated(function.id.clone(), what), quantity);
    let mut list = vec![
        stated(Stated::Headcount, &function.headcount),
        stated(Stated::Wage, &function.wage),
        assumption(Assumption::Attrition, &function.attrition),
        assumption(Assumption::OutsideHours, &function.outside_hours),
        assumption(Assumption::VolumeGrowth, &function.volume_growth),
        assumption(Assumption::VolumeVolatility, &function.volume_volatility),
        assumption(Assumption::SeasonalPeak, &function.seasonal_peak),
        assumption(Assumption::AutomationPotential, &function.automation_potential),
    ];
    if let Some(contacts) = &function.contacts {
        list.push(stated(Stated::ContactsPerMonth, &contacts.per_month));
        list.push(stated(Stated::HandleSeconds, &contacts.handle_seconds));
    }
    if let Some([cost, avoidable]) = &function.known_cost {
        list.push(stated(Stated::KnownCost, cost));
        list.push(assumption(Assumption::AvoidableShare, avoidable));
    }
    list.extend(function.margin_at_risk.as_ref().map(|margin| stated(Stated::MarginAtRisk, margin)));
    list.extend(function.transactions.as_ref().map(|number| stated(Stated::Transactions, number)));
    list
}

fn at_site(
    plan: &Plan,
    position: usize,
    site: &SitePlan,
    add: &mut impl FnMut(InputId, Option<usize>, Option<usize>, Draw),
) {
    let (at, index) = (Some(position), site.site.index());
    if let Some(priced) = plan.functions.iter().find(|function| is_uncertain(&function.price[index])) {
        add(InputId::Price(site.site), None, at, Draw::Quantity(priced.price[index].clone()));
    }
    for (number, function) in plan.functions.iter().enumerate() {
        let quantity = &function.movable_share[index];
        if is_uncertain(quantity) {
            let id = InputId::MovableShare(function.id.clone(), site.site);
            add(id, Some(number), at, Draw::Quantity(quantity.clone()));
        }
    }
    for (assumption, quantity) in uncertain(&site.quantities) {
        if assumption == Assumption::MovableShare {
            continue;
        }
        let draw = if leans(assumption) {
            Draw::LeaningQuantity { quantity: quantity.clone(), site: position }
        } else {
            Draw::Quantity(quantity.clone())
        };
        add(InputId::Assumption(AssumptionKey::site(assumption, site.site)), None, at, draw);
    }
    add(InputId::VendorQuality(site.site), None, at, Draw::Quality { site: position });
    if let Some(path) = site.currency {
        let mix = site.currency_mix.clone();
        add(InputId::Currency(site.site), None, at, Draw::Direction { path, mix });
    }
    if plan.events.early_end {
        add(InputId::EarlyEnd(site.site), None, at, Draw::StayingPower { site: position });
    }
    if plan.events.transition_overrun {
        // A bad vendor's transition overruns more often.
        let draw = Draw::LeaningAgainst { own: site.overrun, site: position };
        add(InputId::TransitionOverrun(site.site), None, at, draw);
    }
}

/// The quantities that are there and differ between trials.
fn uncertain(quantities: &[Option<Quantity>]) -> impl Iterator<Item = (Assumption, &Quantity)> {
    let known = Assumption::ALL.iter().copied().zip(quantities);
    known.filter_map(|(assumption, quantity)| Some((assumption, quantity.as_ref().filter(|it| is_uncertain(it))?)))
}

fn is_uncertain(quantity: &Quantity) -> bool {
    quantity.sampler.certain().is_none()
}

/// Whether the first vendor's quality moves the draw.
fn leans(assumption: Assumption) -> bool {
    OF_EACH_VENDOR.contains(&assumption) || OF_FIRST_VENDOR.contains(&assumption)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::draws::Sampling;
    use crate::engine::lanes::LANES;
    use crate::engine::world::World;
    use crate::model::presets::PRESETS;
    use std::collections::BTreeSet;

    /// An input's number has to rise with what the engine draws, in every trial: this holds the list to `world`.
    fn assert_rises(input: &Input, plan: &Plan, values: impl Fn(&World) -> Lanes) {
        let mut pairs = Vec::new();
        for block in 0..4 {
            let first_trial = block * 64;
            let (uniforms, values) = (input.uniforms(plan, first_trial), values(&World::draw(plan, first_trial)));
            pairs.extend((0..LANES).map(|lane| (uniforms.0[lane], values.0[lane])));
        }
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(pairs.windows(2).all(|pair| pair[0].1 <= pair[1].1), "{}", input.id);
        assert!(pairs[0].1 < pairs[255].1, "{}", input.id);
    }

    #[test]
    fn numbers_are_those_of_the_world() {
        let plan = Plan::new(&PRESETS[2].scenario().unwrap()).unwrap();
        let mut checked = 0;
        for input in inputs(&plan) {
            let site_of = |site: Site| plan.sites.iter().position(|known| known.site == site).unwrap();
            let function_of = |id: &str| plan.functions.iter().position(|known| known.id == id).unwrap();
            match &input.id {
                InputId::Assumption(key) => match &key.scope {
                    crate::model::Scope::Home => assert_rises(&input, &plan, |world| *world.home(key.assumption)),
                    crate::model::Scope::Function(id) => {
                        assert_rises(&input, &plan, |world| {
                            let function = &world.functions[function_of(id)];
                            match key.assumption {
                                Assumption::Attrition => function.attrition,
                                Assumption::OutsideHours => function.outside_hours,
                                Assumption::VolumeGrowth => function.volume_growth,
                                Assumption::VolumeVolatility => function.volume_volatility,
                                Assumption::SeasonalPeak => function.seasonal_peak,
                                _ => function.automation_potential,
                            }
                        });
                    }
                    crate::model::Scope::Site(site) => {
                        let site = site_of(*site);
                        assert_rises(&input, &plan, |world| match key.assumption {
                            Assumption::RampLoss => world.sites[site].vendors[0].ramp_loss,
                            Assumption::Rework => world.sites[site].vendors[0].rework,
                            // The draw shows where the transition overruns at all.
                            Assumption::OverrunSize => input.uniforms(&plan, world.first_trial),
                            other => *world.sites[site].get(other),
                        });
                    }
                    crate::model::Scope::FunctionSite(..) => unreachable!("prices have an id of their own"),
                },
                InputId::Price(site) => {
                    assert_rises(&input, &plan, |world| world.functions[0].price[site_of(*site)][0]);
                }
                InputId::MovableShare(id, site) => {
                    assert_rises(&input, &plan, |world| world.functions[function_of(id)].movable_share[site_of(*site)]);
                }
                InputId::EarlyEnd(site) => {
                    assert_rises(&input, &plan, |world| world.sites[site_of(*site)].vendors[0].early_end_clock);
                }
                _ => continue,
            }
            checked += 1;
        }
        assert!(checked > 90, "{checked}");
    }

    #[test]
    fn no_two_inputs_share_an_id() {
        let plan = Plan::new(&PRESETS[2].scenario().unwrap()).unwrap();
        let inputs = inputs(&plan);
        let ids: BTreeSet<String> = inputs.iter().map(|input| input.id.to_string()).collect();
        assert_eq!(ids.len(), inputs.len());
    }

    /// Chi-squared of the tenths of 10,240 numbers of each input, with 9 degrees of freedom.
    fn tenths(sampling: Sampling) -> Vec<(Input, f64)> {
        let plan = Plan::with_sampling(&PRESETS[2].scenario().unwrap(), sampling).unwrap();
        let chi = |input: Input| {
            let mut tenths = [0_u32; 10];
            for block in 0..160 {
                for uniform in input.uniforms(&plan, block * 64).0 {
                    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                    let tenth = (uniform * 10.0) as usize;
                    tenths[tenth] += 1;
                }
            }
            let chi = tenths.iter().map(|count| (f64::from(*count) - 1_024.0).powi(2) / 1_024.0).sum();
            (input, chi)
        };
        inputs(&plan).into_iter().map(chi).collect()
    }

    #[test]
    fn numbers_are_uniform() {
        for (input, chi) in tenths(Sampling::Plain) {
            // 33 is passed once in ten thousand.
            assert!(chi < 33.0, "{}: {chi}", input.id);
        }
        for (input, chi) in tenths(Sampling::Nets) {
            assert!(chi < 33.0, "{}: {chi}", input.id);
            // What goes by its own numbers has as many in each tenth of a net as it can.
            if matches!(&input.draw, Draw::Own(_)) || matches!(&input.draw, Draw::Quantity(own) if own.mix.is_none()) {
                assert!(chi < 0.2, "{}: {chi}", input.id);
            }
        }
    }

    #[test]
    fn what_is_certain_or_switched_off_is_no_input() {
        let mut scenario = PRESETS[0].scenario().unwrap().without_uncertainty();
        scenario.functions[0].wage =
            crate::model::Uncertain::Uniform { low: 30_000.0, high: 50_000.0, ends: crate::model::Ends::Bounds };
        let plan = Plan::new(&scenario).unwrap();
        let ids: Vec<String> = inputs(&plan).iter().map(|input| input.id.to_string()).collect();
        let expected =
            ["support.wage", "onshore.vendor_quality", "nearshore.vendor_quality", "offshore.vendor_quality"];
        assert_eq!(ids, expected);
    }

    #[test]
    fn an_input_matters_where_it_is_used() {
        let plan = Plan::new(&PRESETS[2].scenario().unwrap()).unwrap();
        let inputs = inputs(&plan);
        let matters = |input: &str, strategy: &str| {
            let strategy = plan.strategies.iter().position(|known| known.id == strategy).unwrap();
            inputs.iter().find(|known| known.id.to_string() == input).unwrap().matters_to(&plan, strategy)
        };
        assert!(matters("home.benefits_load", "in_house") && matters("home.benefits_load", "complete_offshore"));
        assert!(matters("offshore.rework", "hybrid_offshore") && !matters("offshore.rework", "complete_onshore"));
        assert!(!matters("offshore.rework", "in_house"));
        let stays = plan.functions.iter().map(|function| format!("{}.offshore.movable_share", function.id));
        let moved = stays.filter(|id| matters(id, "function_specific_offshore")).count();
        assert!(moved < plan.functions.len() && moved > 0, "{moved}");
    }
}
