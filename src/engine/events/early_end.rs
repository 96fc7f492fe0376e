//! What an early end costs besides the move to somebody else (`engine/costs/early_end.rs`): the fee for leaving, the gap.

use super::View;
use crate::engine::course::{Course, Ending};
use crate::engine::lanes::LANES;
use crate::engine::plan::VENDORS;
use crate::model::Assumption;

/// The end of one contract in one trial.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EndCost {
    /// Lane of the trial.
    pub lane: usize,
    /// Month in which it ends, from 0.
    pub month: usize,
    /// How it ends.
    pub ending: Ending,
    /// Money of that month.
    pub cost: f64,
}

/// The early ends of a contract (by its position in the plan), with what each costs.
pub fn costs(view: &View, contract: usize) -> Vec<EndCost> {
    let timeline = &view.timelines[view.plan.contracts[contract].site];
    let mut costs = Vec::new();
    for lane in 0..LANES {
        let course = &timeline.courses[lane];
        for vendor in 0..VENDORS {
            if let Some(ending) = course.endings[vendor] {
                let month = course.month_of_end(vendor);
                let cost = match ending {
                    Ending::ByBuyer => fee(view, contract, vendor, month, lane),
                    Ending::ByVendor | Ending::Insolvency => gap(view, contract, course, vendor, lane),
                };
                costs.push(EndCost { lane, month, ending, cost });
            }
        }
    }
    costs
}

/// What the buyer pays for leaving. It has prepared what comes next, so there is no gap.
///
/// # Formula
/// `termination_fee_months` / 12 x yearly fees of the vendor, at its price and at the volume of the month
fn fee(view: &View, contract: usize, vendor: usize, month: usize, lane: usize) -> f64 {
    let contract = &view.plan.contracts[contract];
    let fees = |&cell: &usize| {
        let (flow, share) = (view.plan.cells[cell].flow, view.plan.cells[cell].share);
        share * view.priced.flows[flow].yearly_fees[vendor].0[lane] * view.bill_level(flow, month, lane)
    };
    let fees: f64 = contract.cells.iter().map(fees).sum();
    view.world.sites[contract.site].quantity(Assumption::TerminationFeeMonths, lane) / 12.0 * fees
}

/// What bridging the time costs in which nobody is ready: as long as a vendor takes to start, less the notice there was.
///
/// # Formula
/// gap = max(0, `go_live_months` - notice), at most to the horizon; notice = `notice_months`, or `insolvency_notice_months` of
/// an insolvent vendor; cost = `bridge_premium` x gap / 12 x yearly cost at home of the moved work
fn gap(view: &View, contract: usize, course: &Course, vendor: usize, lane: usize) -> f64 {
    let contract = &view.plan.contracts[contract];
    let month = course.month_of_end(vendor);
    let site = &view.world.sites[contract.site];
    let notice = match course.endings[vendor] {
        Some(Ending::Insolvency) => view.world.home_of(Assumption::InsolvencyNoticeMonths, lane),
        _ => site.quantity(Assumption::NoticeMonths, lane),
    };
    let left = (view.plan.horizon_months - month - 1) as f64;
    let months = (site.quantity(Assumption::GoLiveMonths, lane) - notice).clamp(0.0, left);
    let moved_work = |cell: usize| {
        let of_function = view.yearly_home_cost(view.plan.cells[cell].function, month, lane);
        view.priced.cells[cell].moved.0[lane] * of_function
    };
    let yearly: f64 = contract.cells.iter().map(|&cell| moved_work(cell)).sum();
    view.world.home_of(Assumption::BridgePremium, lane) * months / 12.0 * yearly
}
