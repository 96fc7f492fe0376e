//! What a contract has booked on the shapes in time, and what a month of it costs.

use super::bill::Ledger;
use super::costs::PricedCell;
use super::events::places::FlowEvents;
use super::flow::{Flow, FlowShape};
use super::lanes::Lanes;
use super::plan::{Plan, VENDORS};
use super::products::Products;
use super::shape::Amounts;
use super::timeline::{SiteShape, Timeline};
use super::volume_terms::MonthOfContract;

/// What a contract has booked on shapes: those of its site, and those of each flow.
#[derive(Clone, Debug)]
pub struct Booked {
    /// Position of the site.
    site: usize,
    on_site: Vec<(usize, Lanes)>,
    cells: Vec<BookedCell>,
}

/// What a cell has booked on the shapes of its flow.
#[derive(Clone, Debug)]
struct BookedCell {
    cell: usize,
    flow: usize,
    amounts: Vec<(usize, Lanes)>,
}

impl Booked {
    /// Adds up what stands in the ledgers of a contract and its cells.
    pub fn new(plan: &Plan, contract: usize, cells: &[PricedCell], ledger: &Ledger) -> Self {
        let of = &plan.contracts[contract];
        let mut on_site = Amounts::default();
        ledger.add_to(&mut on_site, &mut Amounts::default());
        let booked = of.cells.iter().map(|&cell| {
            let mut amounts = Amounts::default();
            cells[cell].ledger.add_to(&mut on_site, &mut amounts);
            BookedCell { cell, flow: plan.cells[cell].flow, amounts: amounts.0 }
        });
        let cells = booked.collect();
        Self { site: of.site, on_site: on_site.0, cells }
    }

    /// What the month costs over staying at home, in parts that terms of the contract depend on.
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn month(
        &self,
        month: usize,
        timeline: &Timeline,
        (cells, flows): (&[PricedCell], &[Flow]),
        events: &[FlowEvents],
        of_month: &mut MonthOfContract,
    ) {
        let MonthOfContract { displaced, bill, rest } = of_month;
        let [mut of_displaced, mut of_bill, mut of_rest] = [Products::new(), Products::new(), Products::new()];
        for (shape, amount) in &self.on_site {
            if let Some(value) = timeline.shape(*shape) {
                of_rest.add(amount, value, rest);
            }
        }
        for booked in &self.cells {
            let (cell, flow) = (&cells[booked.cell], &flows[booked.flow]);
            if !flow.works() {
                continue;
            }
            if let Some(cost) = events[booked.flow].month(month) {
                of_rest.add(&cell.moved, cost, rest);
            }
            for (gone, month) in cell.gone.iter().zip(&flow.displaced) {
                of_displaced.add(gone, month, displaced);
            }
            for (shape, amount) in &booked.amounts {
                if let Some(value) = flow.shape(*shape) {
                    let (products, sum) =
                        if *shape < VENDORS { (&mut of_bill, &mut *bill) } else { (&mut of_rest, &mut *rest) };
                    products.add(amount, value, sum);
                }
            }
        }
        of_displaced.write(displaced);
        of_bill.write(bill);
        of_rest.write(rest);
    }
}

/// Which shapes of a site anything is booked on.
pub fn followed_at_site(booked: &[Booked], site: usize) -> [bool; SiteShape::COUNT] {
    let mut followed = [false; SiteShape::COUNT];
    for (shape, _) in booked.iter().filter(|booked| booked.site == site).flat_map(|booked| &booked.on_site) {
        followed[*shape] = true;
    }
    followed
}

/// Which shapes of a flow that are not the home team's anything is booked on.
pub fn followed_of_flow(booked: &[Booked], flow: usize) -> [bool; FlowShape::OWN] {
    let mut followed = [false; FlowShape::OWN];
    let cells = booked.iter().flat_map(|booked| &booked.cells).filter(|cell| cell.flow == flow);
    for (shape, _) in cells.flat_map(|cell| &cell.amounts) {
        followed[*shape] = true;
    }
    followed
}
