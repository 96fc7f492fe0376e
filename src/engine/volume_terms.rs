//! Terms of a contract that depend on a month's whole bill: minimum commitment, surcharge above a band, gain share.
//!
//! They have corners, so they are priced month by month for a contract as a whole and not as an amount times a shape.

use super::costs::PricedCell;
use super::flow::Flow;
use super::lanes::{LANES, Lanes};
use super::plan::{Plan, VENDORS};
use super::timeline::Timeline;
use super::world::SiteWorld;
use crate::model::{Assumption, CostLine};

/// The lines that are priced here.
pub const LINES: [CostLine; 3] = [CostLine::MinimumCommitment, CostLine::VolumeSurcharge, CostLine::GainShare];

/// What these terms have cost one contract so far.
#[derive(Clone, Debug)]
pub struct VolumeTerms {
    /// Each cell's flow and yearly fees.
    cells: Vec<(usize, [Lanes; VENDORS])>,
    has_gain_share: bool,
    /// Which of [`LINES`] are counted.
    counted: [bool; LINES.len()],
    /// Totals of [`LINES`]: undiscounted, discounted.
    pub sums: [[Lanes; LINES.len()]; 2],
}

/// What a contract's month consists of, apart from these terms.
#[derive(Clone, Copy, Debug)]
pub struct MonthOfContract {
    /// What the home team no longer costs.
    pub displaced: Lanes,
    /// What the vendor bills for the work.
    pub bill: Lanes,
    /// Everything else that the contract changes.
    pub rest: Lanes,
}

impl VolumeTerms {
    /// Before the first month.
    pub fn new(plan: &Plan, contract: usize, cells: &[PricedCell], site: &SiteWorld) -> Self {
        let fees = |&cell: &usize| (plan.cells[cell].flow, cells[cell].yearly_fees);
        Self {
            cells: plan.contracts[contract].cells.iter().map(fees).collect(),
            has_gain_share: site.get(Assumption::GainShare).0.iter().any(|share| *share > 0.0),
            counted: LINES.map(|line| plan.counted[line.index()]),
            sums: [[Lanes::ZERO; LINES.len()]; 2],
        }
    }

    /// Adds what the terms cost in a month.
    ///
    /// # Formula
    /// planned = fees at the volume of the decision, level = at the month's volume, both before ramp and rework:
    /// commitment max(0, share x planned - level); surcharge x max(0, level - (1 + band) planned);
    /// gain share x max(0, home cost displaced - bill)
    pub fn add_month(
        &mut self,
        flows: &[Flow],
        timeline: &Timeline,
        site: &SiteWorld,
        of: &MonthOfContract,
        discount: f64,
        cost: &mut Lanes,
    ) {
        if !timeline.works {
            return;
        }
        let (mut planned, mut level) = (Lanes::ZERO, Lanes::ZERO);
        for (flow, fees) in &self.cells {
            let (flow, vendors) = (&flows[*flow], &timeline.working.vendor);
            for lane in 0..LANES {
                let fees = fees[usize::from(vendors[lane])].0[lane];
                planned.0[lane] += fees * flow.planned.0[lane];
                level.0[lane] += fees * flow.billed.0[lane];
            }
        }
        let get = |assumption: Assumption| site.get(assumption);
        let (commitment, band) = (get(Assumption::MinimumCommitment), get(Assumption::VolumeBand));
        let (surcharge, gain) = (get(Assumption::VolumeSurcharge), get(Assumption::GainShare));
        let at_least_0 = |amount: f64| if amount > 0.0 { amount } else { 0.0 };
        let amount = |term: usize, lane: usize| match term {
            0 => at_least_0(commitment.0[lane] * planned.0[lane] - level.0[lane]),
            1 => surcharge.0[lane] * at_least_0(level.0[lane] - (band.0[lane] + 1.0) * planned.0[lane]),
            _ => gain.0[lane] * at_least_0(of.displaced.0[lane] - of.bill.0[lane]),
        };
        let [nominal, present] = &mut self.sums;
        for term in (0..LINES.len()).filter(|term| self.counted[*term]) {
            if term == 2 && !self.has_gain_share {
                continue;
            }
            for lane in 0..LANES {
                let amount = amount(term, lane);
                nominal[term].0[lane] += amount;
                present[term].0[lane] += discount * amount;
                cost.0[lane] += amount;
            }
        }
    }
}
