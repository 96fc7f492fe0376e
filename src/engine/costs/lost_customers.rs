//! Margin from customers who leave because the work is elsewhere.

use super::FlowView;
use crate::engine::bill::Ledger;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// moved x margin at risk a year x customer loss, growing with home prices, while a vendor works
///
/// Only where the user says what margin the function's customers bring: no default fits two firms.
pub fn book(flow: &FlowView, ledger: &mut Ledger) {
    if let Some(margin) = flow.function.margin_at_risk {
        let amount = flow.moved * margin * *flow.site.get(Assumption::CustomerLoss);
        ledger.book(CostLine::LostCustomers, SiteShape::AwayPrice, amount);
    }
}
