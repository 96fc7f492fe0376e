//! What the vendors of a site draw, one after the other. Their traits lean with a latent quality.

use super::lanes::Lanes;
use super::math;
use super::plan::{Plan, SitePlan, VENDORS};
use super::quantity::Quantity;
use crate::model::Assumption;

/// Correlation of a vendor's traits with its latent quality.
pub const QUALITY_LOADING: f64 = 0.5;
/// Share of the variance of a vendor's quality that all vendors have in common.
pub const COMMON_QUALITY: f64 = 0.3;

/// Traits that each vendor has of its own, leaning with its quality.
pub const OF_EACH_VENDOR: [Assumption; 3] = [Assumption::RampLoss, Assumption::Rework, Assumption::OverrunSize];
/// What leans with the quality of the first vendor and stays with its successors.
pub const OF_FIRST_VENDOR: [Assumption; 2] = [Assumption::ScopeChanges, Assumption::GovernanceShare];

/// What one vendor draws.
#[derive(Clone, Debug)]
pub struct VendorWorld {
    /// Extra hours on its first day, as a share.
    pub ramp_loss: Lanes,
    /// Hours billed for one hour of work well done.
    pub rework: Lanes,
    /// Overrun of its transition, as a share of the plan; 0 where it does not overrun.
    pub overrun: Lanes,
    /// Unit exponential: the integrated hazard at which its contract ends early.
    pub early_end_clock: Lanes,
    /// Uniform draw that decides whether the work then comes home.
    pub brought_home_draw: Lanes,
    /// Uniform draw that decides whether the end is an insolvency.
    pub insolvency_draw: Lanes,
    /// Uniform draw that decides whether an end that is none is the buyer's doing.
    pub ended_by_buyer_draw: Lanes,
}

/// The vendors that can come to a site, by number: where contracts do not end early there is only the first, and what a successor would
/// draw is never looked at.
pub fn vendors_that_come(plan: &Plan) -> [Option<u32>; VENDORS] {
    [0, 1, 2].map(|vendor| (vendor == 0 || plan.events.early_end).then_some(vendor))
}

impl VendorWorld {
    /// One that never comes.
    pub const NONE: Self = Self {
        ramp_loss: Lanes::ZERO,
        rework: Lanes::ZERO,
        overrun: Lanes::ZERO,
        early_end_clock: Lanes::ZERO,
        brought_home_draw: Lanes::ZERO,
        insolvency_draw: Lanes::ZERO,
        ended_by_buyer_draw: Lanes::ZERO,
    };

    /// Draws the vendor with this number for the block that starts at `first_trial`; `overrun_chance` is the chance that a transition overruns.
    pub fn draw(
        plan: &Plan,
        site: &SitePlan,
        (first_trial, vendor): (u32, u32),
        nature: &Nature,
        overrun_chance: &Lanes,
    ) -> Self {
        let quality = &nature.quality;
        let trait_of = |assumption: Assumption| match &site.quantities[assumption as usize] {
            Some(quantity) => draw_with_quality(quantity, first_trial, vendor, quality),
            None => Lanes::ZERO,
        };
        // A vendor with much of the (bad) quality overruns more often.
        let overrun = if plan.events.transition_overrun {
            let overruns = uniform_with_quality(&site.overrun.uniform_lanes(first_trial, vendor), &-*quality);
            let occurs = overruns.zip(*overrun_chance, |draw, chance| if draw < chance { 1.0 } else { 0.0 });
            occurs * trait_of(Assumption::OverrunSize)
        } else {
            Lanes::ZERO
        };
        let early_end_clock = if plan.events.early_end {
            // -ln(1 - u) at the u of the staying power: the chance to lie above a deviate is that to lie below its opposite.
            nature.staying_power.map(|stay| -math::ln(math::normal_cdf(-stay)))
        } else {
            Lanes::ZERO
        };
        Self {
            ramp_loss: trait_of(Assumption::RampLoss),
            rework: trait_of(Assumption::Rework),
            overrun,
            early_end_clock,
            brought_home_draw: site.brought_home.uniform_lanes(first_trial, vendor),
            insolvency_draw: site.insolvency.uniform_lanes(first_trial, vendor),
            ended_by_buyer_draw: site.ended_by_buyer.uniform_lanes(first_trial, vendor),
        }
    }
}

/// What the quality of all vendors has in common, as standard normal deviates.
pub fn common_quality(plan: &Plan, first_trial: u32) -> Lanes {
    math::normal_quantile_lanes(&plan.vendor_quality.uniform_lanes(first_trial, 0))
}

/// What a vendor is like, as standard normal deviates.
#[derive(Clone, Copy, Debug)]
pub struct Nature {
    /// Latent quality; high is bad.
    pub quality: Lanes,
    /// How long its contract lasts, leaning against the quality; high is long.
    pub staying_power: Lanes,
}

impl Nature {
    /// Draws that of the vendor of a site with this number; `common` is what the quality of all vendors has in common.
    ///
    /// # Formula
    /// Quality and staying power each have a part of their own, c and e, independent standard normal. Of all that a vendor draws
    /// itself nothing moves a saving as its staying power does, in which both come together: -0.5 sqrt(0.7) c + sqrt(0.75) e. So the two
    /// deviates that are drawn lie along that direction and across it: g = (-0.5 sqrt(0.7) c + sqrt(0.75) e) / n, of variance 1, from the
    /// clock's numbers, and h = (sqrt(0.75) c + 0.5 sqrt(0.7) e) / n from those of the quality. Then c = b h - a g and e = b g + a h. The
    /// law is the same, and points are the more exact the fewer coordinates something depends on.
    pub fn draw(site: &SitePlan, first_trial: u32, vendor: u32, common: &Lanes) -> Self {
        let along = math::normal_quantile_lanes(&site.early_end.uniform_lanes(first_trial, vendor));
        let across = math::normal_quantile_lanes(&site.quality.uniform_lanes(first_trial, vendor));
        let (of_quality, of_clock) =
            (QUALITY_LOADING * (1.0 - COMMON_QUALITY).sqrt(), (1.0 - QUALITY_LOADING * QUALITY_LOADING).sqrt());
        let length = (of_quality * of_quality + of_clock * of_clock).sqrt();
        let (a, b) = (of_quality / length, of_clock / length);
        let own_quality = across * b + along * -a;
        let own_stay = along * b + across * a;
        let quality =
            *common * COMMON_QUALITY.sqrt() + own_quality * (1.0 - COMMON_QUALITY).sqrt() + site.quality_shift;
        Self { quality, staying_power: lean(&own_stay, &-quality) }
    }
}

/// A draw that leans with the vendor's quality: z = 0.5 q + sqrt(0.75) e. What it shares with other quantities is in e.
pub fn draw_with_quality(quantity: &Quantity, first_trial: u32, slot: u32, quality: &Lanes) -> Lanes {
    if let Some(value) = quantity.sampler.certain() {
        return Lanes::splat(value);
    }
    quantity.sampler.at_deviates(&lean(&quantity.deviates(first_trial, slot), quality))
}

/// A uniform number that leans with the quality: at a high quality it lies high.
pub fn uniform_with_quality(own: &Lanes, quality: &Lanes) -> Lanes {
    lean(&math::normal_quantile_lanes(own), quality).map(math::normal_cdf)
}

/// A deviate that leans with the quality by [`QUALITY_LOADING`].
pub fn lean(own: &Lanes, quality: &Lanes) -> Lanes {
    *quality * QUALITY_LOADING + *own * (1.0 - QUALITY_LOADING * QUALITY_LOADING).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::world::World;
    use crate::model::presets::PRESETS;
    use crate::model::{Scenario, Site};

    fn plan(trials: u32) -> Plan {
        let mut scenario: Scenario = PRESETS[0].scenario().unwrap();
        (scenario.run.seed, scenario.run.trials) = (1, trials);
        Plan::new(&scenario).unwrap()
    }

    fn nature(plan: &Plan, site: Site, first_trial: u32, vendor: u32) -> Nature {
        let site = plan.sites.iter().find(|known| known.site == site).unwrap();
        Nature::draw(site, first_trial, vendor, &common_quality(plan, first_trial))
    }

    /// What a second program, written from docs/model.md, gives: a first vendor, a successor, one that comes after it.
    #[test]
    fn values_are_stable() {
        let plan = plan(1_024);
        for (site, trial, vendor, quality, clock) in [
            (Site::Offshore, 0, 0, 1.664_380_731_2, 0.128_567_126_5),
            (Site::Offshore, 5, 1, -0.022_707_141_1, 0.082_437_307_2),
            (Site::Nearshore, 9, 2, 1.124_562_051_1, 0.082_268_797_1),
        ] {
            let nature = nature(&plan, site, 0, vendor);
            let position = plan.sites.iter().position(|known| known.site == site).unwrap();
            let drawn = World::draw(&plan, 0).sites[position].vendors[vendor as usize].early_end_clock.0[trial];
            assert!((nature.quality.0[trial] - quality).abs() < 1e-9, "{site:?}: {}", nature.quality.0[trial]);
            assert!((drawn - clock).abs() < 1e-9, "{site:?}: {drawn}");
        }
    }

    /// Quality and staying power are standard normal with a correlation of -0.5, and the qualities of two vendors have one of 0.3: within
    /// four of their errors, were they plain.
    #[test]
    fn natures_have_the_law_of_the_model() {
        let blocks: u32 = 256;
        let plan = plan(blocks * 64);
        let trials = f64::from(blocks) * 64.0;
        let mut sums = [0.0; 6];
        for block in 0..blocks {
            let first = nature(&plan, Site::Offshore, block * 64, 0);
            let second = nature(&plan, Site::Offshore, block * 64, 1);
            let stay = first.staying_power;
            for (sum, value) in sums.iter_mut().zip([
                first.quality.sum(),
                stay.sum(),
                first.quality.dot(&first.quality),
                stay.dot(&stay),
                first.quality.dot(&stay),
                first.quality.dot(&second.quality),
            ]) {
                *sum += value / trials;
            }
        }
        for (found, stated) in sums.into_iter().zip([0.0, 0.0, 1.0, 1.0, -QUALITY_LOADING, COMMON_QUALITY]) {
            assert!((found - stated).abs() < 4.0 * (2.0 / trials).sqrt(), "{sums:?}");
        }
    }
}
