//! What flows and contracts have booked on the shapes in time, and what a month of them costs.

use super::bill::Ledger;
use super::costs::{PricedCell, PricedFlow};
use super::flow::{Flow, FlowShape};
use super::lanes::Lanes;
use super::one_offs::OneOff;
use super::plan::Plan;
use super::products::Products;
use super::shape::Amounts;
use super::timeline::{SiteShape, Timeline};

/// What a flow has booked, for all of the function that can move.
#[derive(Clone, Debug)]
pub struct BookedFlow {
    on_site: Amounts,
    on_flow: Amounts,
}

/// What a month of a flow costs over staying at home, for all of the function that can move.
#[derive(Clone, Copy, Debug)]
pub struct MonthOfFlow {
    /// What the home team no longer costs.
    pub displaced: Lanes,
    /// What the vendor bills for the work.
    pub bill: Lanes,
    /// The bill and everything else that the flow changes, less what is displaced.
    pub cost: Lanes,
}

impl MonthOfFlow {
    /// Before the first month.
    pub const NONE: Self = Self { displaced: Lanes::ZERO, bill: Lanes::ZERO, cost: Lanes::ZERO };
}

impl BookedFlow {
    /// Adds up what stands in the ledger of a flow.
    pub fn new(ledger: &Ledger) -> Self {
        let mut booked = Self { on_site: Amounts::default(), on_flow: Amounts::default() };
        ledger.add_to(&mut booked.on_site, &mut booked.on_flow);
        booked
    }

    /// Which shapes anything is booked on.
    pub fn followed(&self) -> [bool; FlowShape::COUNT] {
        let mut followed = [false; FlowShape::COUNT];
        self.on_flow.0.iter().for_each(|(shape, _)| followed[*shape] = true);
        followed
    }

    /// Writes down what the month costs in which the flow works and that it has just been laid out for. `events` is what happens in it
    /// to the whole of the function, `team_month` what the home team costs.
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn month(
        &self,
        (flow, priced): (&Flow, &PricedFlow),
        site: &Timeline,
        team_month: &[Lanes; 2],
        events: Option<&Lanes>,
        month: &mut MonthOfFlow,
    ) {
        let MonthOfFlow { displaced, bill, cost } = month;
        let [mut of_bill, mut of_rest] = [Products::new(), Products::new()];
        if let Some(events) = events {
            of_rest.add(&priced.moved, events, cost);
        }
        for (shape, amount) in &self.on_flow.0 {
            if let Some(value) = flow.shape(*shape) {
                let is_bill = *shape == FlowShape::Bill as usize;
                let (products, sum) = if is_bill { (&mut of_bill, &mut *bill) } else { (&mut of_rest, &mut *cost) };
                products.add(amount, value, sum);
            }
        }
        of_bill.write(bill);
        of_rest.write(cost);
        priced.displaced(flow.gone(site), team_month, displaced);
        cost.set_each(|lane, rest| (bill.0[lane] - displaced.0[lane]) + rest);
    }
}

/// What a contract has booked on the shapes of its site, its cells included, and the flows of which it has a share.
#[derive(Clone, Debug)]
pub struct BookedContract {
    /// Position of the site.
    site: usize,
    on_site: Amounts,
    /// Position of each flow, and the share of it.
    flows: Vec<(usize, f64)>,
}

impl BookedContract {
    /// Adds up what stands in the ledgers of a contract, of its cells and of their flows.
    pub fn new(plan: &Plan, contract: usize, flows: &[BookedFlow], cells: &[PricedCell], ledger: &Ledger) -> Self {
        let of = &plan.contracts[contract];
        let mut on_site = Amounts::default();
        ledger.add_to(&mut on_site, &mut Amounts::default());
        for &cell in &of.cells {
            let (flow, share) = (&flows[plan.cells[cell].flow], plan.cells[cell].share);
            flow.on_site.0.iter().for_each(|(shape, amount)| on_site.add_scaled(*shape, share, amount));
            cells[cell].ledger.add_to(&mut on_site, &mut Amounts::default());
        }
        let flows = of.cells.iter().map(|&cell| (plan.cells[cell].flow, plan.cells[cell].share)).collect();
        Self { site: of.site, on_site, flows }
    }

    /// Writes down what the month costs over staying at home, but for terms that depend on the whole bill.
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn month(&self, timeline: &Timeline, flows: (&[Flow], &[MonthOfFlow]), cost: &mut Lanes) {
        let mut products = Products::new();
        for (shape, amount) in &self.on_site.0 {
            if let Some(value) = timeline.running(*shape) {
                products.add(amount, value, cost);
            }
        }
        products.write(cost);
        for OneOff { shape, lane, value } in timeline.one_off() {
            if let Some(amount) = self.on_site.on(*shape) {
                cost.0[*lane] += amount.0[*lane] * value;
            }
        }
        let (flows, months) = flows;
        for (flow, share) in self.flows.iter().filter(|(flow, _)| flows[*flow].works()) {
            cost.add_scaled(*share, &months[*flow].cost);
        }
    }
}

/// Which shapes of a site anything is booked on.
pub fn followed_at_site(booked: &[BookedContract], site: usize) -> [bool; SiteShape::COUNT] {
    let mut followed = [false; SiteShape::COUNT];
    for (shape, _) in booked.iter().filter(|booked| booked.site == site).flat_map(|booked| &booked.on_site.0) {
        followed[*shape] = true;
    }
    followed
}
