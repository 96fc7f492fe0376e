//! Terms of a contract that depend on a month's whole bill: minimum commitment, surcharge above a band, gain share.
//!
//! They have corners, so they are priced month by month for a contract as a whole and not as an amount times a shape.

use super::costs::PricedCell;
use super::flow::Flow;
use super::lanes::Lanes;
use super::plan::{Plan, VENDORS};
use super::timeline::Working;
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

    /// What the terms cost in a month.
    ///
    /// # Formula
    /// planned = fees at the volume of the decision, level = at the month's volume, both before ramp and rework:
    /// commitment max(0, share x planned - level); surcharge x max(0, level - (1 + band) planned);
    /// gain share x max(0, home cost displaced - bill)
    pub fn month(
        &mut self,
        flows: &[Flow],
        working: &Working,
        site: &SiteWorld,
        of: &MonthOfContract,
        discount: f64,
    ) -> Lanes {
        let (mut planned, mut level) = (Lanes::ZERO, Lanes::ZERO);
        for (flow, fees) in &self.cells {
            let fees = working.pick(fees);
            planned.add_product(&fees, &flows[*flow].planned);
            level.add_product(&fees, &flows[*flow].billed);
        }
        let get = |assumption: Assumption| *site.get(assumption);
        let shortfall = (get(Assumption::MinimumCommitment) * planned - level).max(Lanes::ZERO);
        let excess = (level - (get(Assumption::VolumeBand) + 1.0) * planned).max(Lanes::ZERO);
        let surcharge = get(Assumption::VolumeSurcharge) * excess;
        let gain = if self.has_gain_share {
            get(Assumption::GainShare) * (of.displaced - of.bill).max(Lanes::ZERO)
        } else {
            Lanes::ZERO
        };
        let [nominal, present] = &mut self.sums;
        let mut cost = Lanes::ZERO;
        let amounts = [shortfall, surcharge, gain].into_iter().zip(self.counted);
        for ((nominal, present), (amount, counted)) in nominal.iter_mut().zip(present).zip(amounts) {
            if !counted {
                continue;
            }
            *nominal += amount;
            present.add_scaled(discount, &amount);
            cost += amount;
        }
        cost
    }
}
