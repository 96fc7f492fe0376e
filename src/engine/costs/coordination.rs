//! Extra work at home because the work is elsewhere: alignment, escalation, misunderstandings.

use super::FlowView;
use crate::engine::bill::Ledger;
use crate::engine::flow::FlowShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// coordination x what the moved work costs at home in a year, falling within twelve months with a vendor to the floor;
/// all of it grows with home wages, since it is people's time
///
/// Priced in the work of the buyer's own people: a share of a cheap vendor's bill would make distance nearly free.
pub fn book(flow: &FlowView, ledger: &mut Ledger) {
    let amount = *flow.site.get(Assumption::Coordination) * flow.displaced();
    ledger.book(CostLine::Coordination, FlowShape::Alignment, amount);
}
