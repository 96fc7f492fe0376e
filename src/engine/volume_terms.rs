//! Terms of a contract that depend on a month's whole bill: minimum commitment, surcharge above a band, gain share.
//!
//! They have corners, so they are priced month by month for a contract as a whole and not as an amount times a shape.

use super::booked::MonthOfFlow;
use super::flow::Flow;
use super::lanes::{Lanes, PART, PARTS, greater};
use super::plan::Plan;
use super::timeline::Timeline;
use super::world::SiteWorld;
use crate::model::{Assumption, CostLine};

/// The lines that are priced here.
pub const LINES: [CostLine; 3] = [CostLine::MinimumCommitment, CostLine::VolumeSurcharge, CostLine::GainShare];

/// The share or surcharge without which each of them costs nothing.
const AGREED: [Assumption; LINES.len()] =
    [Assumption::MinimumCommitment, Assumption::VolumeSurcharge, Assumption::GainShare];

/// What these terms have cost one contract so far.
#[derive(Clone, Debug)]
pub struct VolumeTerms {
    /// Position of the flow of each cell, and the share of it.
    flows: Vec<(usize, f64)>,
    /// Which of [`LINES`] are counted and agreed on at all.
    applies: [bool; LINES.len()],
    /// Totals of [`LINES`] over the trials: undiscounted, discounted.
    pub sums: [[f64; LINES.len()]; 2],
}

impl VolumeTerms {
    /// Before the first month.
    pub fn new(plan: &Plan, contract: usize, site: &SiteWorld) -> Self {
        let cells = plan.contracts[contract].cells.iter().map(|&cell| &plan.cells[cell]);
        Self {
            flows: cells.map(|cell| (cell.flow, cell.share)).collect(),
            applies: [0, 1, 2].map(|term| plan.counted[LINES[term].index()] && site.get(AGREED[term]).any_positive()),
            sums: [[0.0; LINES.len()]; 2],
        }
    }

    /// Adds what the terms cost in a month.
    ///
    /// # Formula
    /// planned = fees at the volume of the decision, level = at the month's volume, both before ramp and rework:
    /// commitment max(0, share x planned - level); surcharge x max(0, level - (1 + band) planned);
    /// gain share x max(0, home cost displaced - bill)
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn add_month(
        &mut self,
        (flows, months): (&[Flow], &[MonthOfFlow]),
        timeline: &Timeline,
        site: &SiteWorld,
        discount: f64,
        cost: &mut Lanes,
    ) {
        if !timeline.works {
            return;
        }
        let [has_commitment, has_surcharge, has_gain_share] = self.applies;
        if has_commitment || has_surcharge {
            self.add_volumes(flows, site, discount, cost);
        }
        if has_gain_share {
            self.add_gain(months, site, discount, cost);
        }
    }

    /// Adds what it costs that there is less or more work than was agreed on. Part by part, so that what is planned and billed is never
    /// written down.
    fn add_volumes(&mut self, flows: &[Flow], site: &SiteWorld, discount: f64, cost: &mut Lanes) {
        // A term that does not apply is one of nothing: what is loaded in a branch makes no vector instruction.
        let agreed = |term: usize| if self.applies[term] { site.get(AGREED[term]) } else { &Lanes::ZERO };
        let [commitment, surcharge, band] = [agreed(0), agreed(1), site.get(Assumption::VolumeBand)];
        let (mut missing, mut exceeding) = ([0.0; PART], [0.0; PART]);
        for part in 0..PARTS {
            let (mut planned, mut level) = ([0.0; PART], [0.0; PART]);
            for (flow, share) in &self.flows {
                let (of_planned, of_level) = (flows[*flow].planned.part(part), flows[*flow].billed.part(part));
                for place in 0..PART {
                    planned[place] += share * of_planned[place];
                    level[place] += share * of_level[place];
                }
            }
            let (commitment, surcharge, band) = (commitment.part(part), surcharge.part(part), band.part(part));
            let cost = cost.part_mut(part);
            for place in 0..PART {
                let below = greater(commitment[place] * planned[place] - level[place], 0.0);
                let above = surcharge[place] * greater(level[place] - (band[place] + 1.0) * planned[place], 0.0);
                missing[place] += below;
                exceeding[place] += above;
                cost[place] += below + above;
            }
        }
        self.add(0, discount, missing.iter().sum());
        self.add(1, discount, exceeding.iter().sum());
    }

    /// Adds the vendor's share of what the month saves.
    fn add_gain(&mut self, months: &[MonthOfFlow], site: &SiteWorld, discount: f64, cost: &mut Lanes) {
        let gain = site.get(Assumption::GainShare);
        let mut shared = Lanes::ZERO;
        for (flow, share) in &self.flows {
            let month = &months[*flow];
            shared.set_each(|lane, saved| saved + share * (month.displaced.0[lane] - month.bill.0[lane]));
        }
        shared.set_each(|lane, saved| gain.0[lane] * greater(saved, 0.0));
        *cost += &shared;
        self.add(2, discount, shared.sum());
    }

    /// Adds what the term at this position costs in a month, summed over the trials.
    fn add(&mut self, term: usize, discount: f64, amount: f64) {
        let [nominal, present] = &mut self.sums;
        nominal[term] += amount;
        present[term] += discount * amount;
    }
}
