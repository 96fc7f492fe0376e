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

/// The share or surcharge without which each of them costs nothing.
const AGREED: [Assumption; LINES.len()] =
    [Assumption::MinimumCommitment, Assumption::VolumeSurcharge, Assumption::GainShare];

/// What these terms have cost one contract so far.
#[derive(Clone, Debug)]
pub struct VolumeTerms {
    cells: Vec<Fees>,
    /// The vendors whose fees these are.
    vendors: [u8; LANES],
    /// Which of [`LINES`] are counted and agreed on at all.
    applies: [bool; LINES.len()],
    /// Totals of [`LINES`]: undiscounted, discounted.
    pub sums: [[Lanes; LINES.len()]; 2],
}

/// Yearly fees of a cell.
#[derive(Clone, Debug)]
struct Fees {
    /// Position of its flow.
    flow: usize,
    of_vendors: [Lanes; VENDORS],
    /// Those of the vendor that works in each trial. It hardly ever changes, so this saves looking them up every month.
    current: Lanes,
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
        let fees = |&cell: &usize| {
            let of_vendors = cells[cell].yearly_fees;
            Fees { flow: plan.cells[cell].flow, current: of_vendors[0], of_vendors }
        };
        Self {
            cells: plan.contracts[contract].cells.iter().map(fees).collect(),
            vendors: [0; LANES],
            applies: [0, 1, 2].map(|term| plan.counted[LINES[term].index()] && site.get(AGREED[term]).any_positive()),
            sums: [[Lanes::ZERO; LINES.len()]; 2],
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
        flows: &[Flow],
        timeline: &Timeline,
        site: &SiteWorld,
        of: &MonthOfContract,
        discount: f64,
        cost: &mut Lanes,
    ) {
        let [has_commitment, has_surcharge, has_gain_share] = self.applies;
        if !timeline.works || self.applies == [false; LINES.len()] {
            return;
        }
        let [mut planned, mut level] = [Lanes::ZERO; 2];
        if has_commitment || has_surcharge {
            self.follow(&timeline.working.vendor);
            for fees in &self.cells {
                let flow = &flows[fees.flow];
                planned.add_product(&fees.current, &flow.planned);
                level.add_product(&fees.current, &flow.billed);
            }
        }
        let get = |assumption: Assumption| site.get(assumption);
        let (commitment, band) = (get(Assumption::MinimumCommitment), get(Assumption::VolumeBand));
        let (surcharge, gain) = (get(Assumption::VolumeSurcharge), get(Assumption::GainShare));
        let at_least_0 = |amount: f64| if amount > 0.0 { amount } else { 0.0 };
        if has_commitment {
            self.add(0, discount, cost, |lane| at_least_0(commitment.0[lane] * planned.0[lane] - level.0[lane]));
        }
        if has_surcharge {
            let free = |lane: usize| (band.0[lane] + 1.0) * planned.0[lane];
            self.add(1, discount, cost, |lane| surcharge.0[lane] * at_least_0(level.0[lane] - free(lane)));
        }
        if has_gain_share {
            self.add(2, discount, cost, |lane| gain.0[lane] * at_least_0(of.displaced.0[lane] - of.bill.0[lane]));
        }
    }

    /// Adds what the term at this position costs in a month.
    fn add(&mut self, term: usize, discount: f64, cost: &mut Lanes, amount: impl Fn(usize) -> f64) {
        let [nominal, present] = &mut self.sums;
        let (nominal, present) = (&mut nominal[term], &mut present[term]);
        for lane in 0..LANES {
            let amount = amount(lane);
            nominal.0[lane] += amount;
            present.0[lane] += discount * amount;
            cost.0[lane] += amount;
        }
    }

    /// Takes the fees of the vendors that work now.
    fn follow(&mut self, vendors: &[u8; LANES]) {
        if self.vendors == *vendors {
            return;
        }
        for lane in (0..LANES).filter(|lane| self.vendors[*lane] != vendors[*lane]) {
            for fees in &mut self.cells {
                fees.current.0[lane] = fees.of_vendors[usize::from(vendors[lane])].0[lane];
            }
        }
        self.vendors = *vendors;
    }
}
