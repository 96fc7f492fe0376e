//! Fines: some breaches end in one.

use super::data_breach::{Breach, BreachWorld};
use super::severity::Severity;
use crate::engine::lanes::Lanes;
use crate::engine::plan::Plan;
use crate::engine::world::World;
use crate::model::Assumption;

/// Draws the fines of a block. Breach n has the same fine under every strategy that it strikes.
pub struct Fines<'a> {
    plan: &'a Plan,
    world: &'a World,
    /// Chance that a breach ends in one.
    chance: Lanes,
    sizes: Severity<'a>,
    /// The most that one can be, before inflation.
    pub cap: Lanes,
}

/// A fine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fine {
    /// Cost in the money of its month.
    pub cost: f64,
    /// Whether it would have been more without the cap.
    pub is_capped: bool,
}

impl<'a> Fines<'a> {
    /// # Formula
    /// chance = min(1, `fine_chance` x mean sensitivity of what a breach hits); cap = `fine_cap` x revenue
    pub fn new(plan: &'a Plan, world: &'a World, breaches: &BreachWorld) -> Self {
        let chance = *world.home(Assumption::FineChance) * breaches.sensitivity;
        Self {
            plan,
            world,
            chance: chance.min(Lanes::splat(1.0)),
            sizes: Severity::new(plan, Assumption::FineSize, plan.event_streams.fine_size, world.first_trial),
            cap: *world.home(Assumption::FineCap) * plan.revenue,
        }
    }

    /// The fine for a breach, if there is one.
    ///
    /// # Formula
    /// min(size x revenue, cap), in the prices of the breach's month
    pub fn after(&mut self, breach: &Breach) -> Option<Fine> {
        let (lane, number) = (breach.strike.lane, breach.strike.number);
        // A block has 64 lanes.
        let trial = self.world.first_trial + u32::try_from(lane).unwrap_or(0);
        if self.plan.event_streams.fine_chance.uniform(trial, number) >= self.chance.0[lane] {
            return None;
        }
        let (size, cap) = (self.sizes.of(number, lane) * self.plan.revenue, self.cap.0[lane]);
        let inflation = self.world.price_index[breach.strike.month / 12].0[lane];
        Some(Fine { cost: size.min(cap) * inflation, is_capped: size > cap })
    }
}
