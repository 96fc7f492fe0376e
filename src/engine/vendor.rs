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
        quality: &Lanes,
        overrun_chance: &Lanes,
    ) -> Self {
        let trait_of = |assumption: Assumption| match &site.quantities[assumption as usize] {
            Some(quantity) => draw_with_quality(quantity, first_trial, vendor, quality),
            None => Lanes::ZERO,
        };
        // A vendor with much of the (bad) quality overruns more often and ends sooner.
        let overrun = if plan.events.transition_overrun {
            let overruns = uniform_with_quality(&site.overrun.uniform_lanes(first_trial, vendor), &-*quality);
            let occurs = overruns.zip(*overrun_chance, |draw, chance| if draw < chance { 1.0 } else { 0.0 });
            occurs * trait_of(Assumption::OverrunSize)
        } else {
            Lanes::ZERO
        };
        let early_end_clock = if plan.events.early_end {
            let lasts = uniform_with_quality(&site.early_end.uniform_lanes(first_trial, vendor), &-*quality);
            lasts.map(|draw| -math::ln(1.0 - draw))
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

/// Latent quality of a vendor at a site, as standard normal deviates; high is bad.
pub fn quality(site: &SitePlan, first_trial: u32, vendor: u32, common: &Lanes) -> Lanes {
    let own = math::normal_quantile_lanes(&site.quality.uniform_lanes(first_trial, vendor));
    *common * COMMON_QUALITY.sqrt() + own * (1.0 - COMMON_QUALITY).sqrt() + site.quality_shift
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
