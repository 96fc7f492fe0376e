//! Defaults of an outsourced site: the vendor, its contract and the move to it.

use super::sources::{
    ALSBRIDGE, ASSUMED, BUDZIER_FLYVBJERG, CFI_GROUP, COLA_CLAUSES, CUSTOMER_THINK, DUN_BRADSTREET, NOTICE_CLAUSES,
    OVERBY, PA_CONSULTING, PEARSON_RISK, SCOPE_CREEP, SIMPLY_CONTACT, SOURCING_MAG, SP_DEFAULTS, SUPPLIER_BREACHES,
};
use super::{Grade, Sourced, bounded, by_site, nineteen_in_twenty};
use crate::model::assumption::Assumption;
use crate::model::distribution::Uncertain::Fixed;
use crate::model::site::Site;

/// The default of an assumption at the level of a vendor.
// A list: one default for each.
#[allow(clippy::too_many_lines)]
pub(super) fn default_of(assumption: Assumption, site: Site) -> Sourced {
    let pick = |values: [_; 3]| by_site(site, values);
    match assumption {
        Assumption::Escalator => Sourced::new(
            pick([bounded(0.02, 0.03, 0.045), bounded(0.02, 0.035, 0.06), bounded(0.02, 0.035, 0.07)]),
            COLA_CLAUSES,
            Grade::Judgement,
        ),
        Assumption::LocalPriceShare => {
            Sourced::new(pick([Fixed(0.0), Fixed(0.2), Fixed(0.2)]), ASSUMED, Grade::Judgement)
        }
        Assumption::GoLiveMonths => Sourced::new(
            pick([
                nineteen_in_twenty(1.0, 2.0, 4.0),
                nineteen_in_twenty(2.0, 4.0, 7.0),
                nineteen_in_twenty(3.0, 6.0, 9.0),
            ]),
            SIMPLY_CONTACT,
            Grade::Judgement,
        ),
        Assumption::MovableShare => Sourced::new(
            pick([bounded(0.85, 0.93, 1.0), bounded(0.82, 0.90, 0.97), bounded(0.75, 0.85, 0.95)]),
            ASSUMED,
            Grade::Judgement,
        ),
        Assumption::RampLoss => Sourced::new(
            pick([bounded(0.05, 0.10, 0.20), bounded(0.08, 0.15, 0.25), bounded(0.10, 0.20, 0.27)]),
            OVERBY,
            Grade::Judgement,
        ),
        Assumption::RampMonths => Sourced::new(
            pick([bounded(2.0, 3.0, 5.0), bounded(3.0, 5.0, 8.0), bounded(5.0, 8.0, 12.0)]),
            OVERBY,
            Grade::Judgement,
        ),
        Assumption::Rework => Sourced::new(
            pick([bounded(1.0, 1.0, 1.05), bounded(1.0, 1.05, 1.12), bounded(1.0, 1.10, 1.25)]),
            CFI_GROUP,
            Grade::Derived,
        ),
        Assumption::CoordinationFloor => Sourced::new(Fixed(0.3), ASSUMED, Grade::Judgement),
        // The most ever reported is 15 % of a deal, and exceedingly rare; most pay nothing.
        Assumption::ServiceCredits => Sourced::new(bounded(0.0, 0.0, 0.01), PA_CONSULTING, Grade::Judgement),
        Assumption::FeesAtRisk => Sourced::new(bounded(0.05, 0.11, 0.18), ALSBRIDGE, Grade::SecondHand),
        Assumption::VendorTax => Sourced::new(Fixed(0.0), ASSUMED, Grade::Judgement),
        Assumption::AutomationPassedOn => Sourced::new(bounded(0.3, 0.6, 0.9), ASSUMED, Grade::Judgement),
        Assumption::BilledHours => {
            Sourced::new(nineteen_in_twenty(1_456.0, 1_560.0, 1_800.0), CUSTOMER_THINK, Grade::Derived)
        }
        Assumption::MinimumCommitment => Sourced::new(bounded(0.5, 0.7, 0.85), ASSUMED, Grade::Judgement),
        Assumption::VolumeBand => Sourced::new(bounded(0.1, 0.15, 0.25), ASSUMED, Grade::Judgement),
        Assumption::VolumeSurcharge => Sourced::new(bounded(0.0, 0.1, 0.25), ASSUMED, Grade::Judgement),
        Assumption::GainShare => Sourced::new(Fixed(0.0), ASSUMED, Grade::Judgement),
        Assumption::ScopeChanges => Sourced::new(bounded(0.0, 0.05, 0.15), SCOPE_CREEP, Grade::Judgement),
        Assumption::GovernanceShare => Sourced::new(
            pick([bounded(0.03, 0.045, 0.06), bounded(0.03, 0.06, 0.08), bounded(0.06, 0.08, 0.10)]),
            PEARSON_RISK,
            Grade::Derived,
        ),
        Assumption::GovernanceMinimum => {
            Sourced::new(bounded(40_000.0, 55_000.0, 65_000.0), SOURCING_MAG, Grade::Judgement)
        }
        Assumption::CoreInterface => Sourced::new(bounded(0.02, 0.05, 0.10), ASSUMED, Grade::Judgement),
        Assumption::ComplianceAudit => Sourced::new(bounded(10_000.0, 25_000.0, 60_000.0), ASSUMED, Grade::Judgement),
        Assumption::CertifiedPremium => Sourced::new(bounded(0.0, 0.05, 0.10), ASSUMED, Grade::Judgement),
        // One contact in five more is not resolved at once offshore; 43 % of such callers say that they leave, and a fifth to a
        // tenth of those who say so do.
        Assumption::CustomerLoss => Sourced::new(
            pick([bounded(0.0, 0.0, 0.005), bounded(0.0, 0.005, 0.015), bounded(0.0, 0.01, 0.03)]),
            CFI_GROUP,
            Grade::Judgement,
        ),
        Assumption::SelectionFixed => {
            Sourced::new(bounded(40_000.0, 65_000.0, 100_000.0), SOURCING_MAG, Grade::Judgement)
        }
        Assumption::SelectionShare => Sourced::new(bounded(0.002, 0.01, 0.02), SOURCING_MAG, Grade::SecondHand),
        Assumption::TransitionFixed => Sourced::new(bounded(25_000.0, 40_000.0, 70_000.0), ASSUMED, Grade::Judgement),
        Assumption::TransitionPerHead => Sourced::new(bounded(2_500.0, 4_000.0, 6_000.0), ASSUMED, Grade::Judgement),
        Assumption::TransitionShare => Sourced::new(Fixed(0.0), ASSUMED, Grade::Judgement),
        Assumption::OverrunSize => Sourced::new(bounded(0.0, 0.2, 1.0), BUDZIER_FLYVBJERG, Grade::Judgement),
        Assumption::ParallelShare => Sourced::new(bounded(0.0, 0.5, 1.0), OVERBY, Grade::Judgement),
        Assumption::ParallelMonths => {
            Sourced::new(pick([Fixed(1.0), Fixed(2.0), Fixed(2.0)]), OVERBY, Grade::Judgement)
        }
        Assumption::EarlyEndHazard => Sourced::new(bounded(0.106, 0.13, 0.20), DUN_BRADSTREET, Grade::SecondHand),
        Assumption::ExitTransition => Sourced::new(bounded(0.5, 1.0, 1.5), ASSUMED, Grade::Judgement),
        Assumption::ExitEffort => Sourced::new(Fixed(1.0), ASSUMED, Grade::Judgement),
        Assumption::InsolvencyShare => Sourced::new(bounded(0.05, 0.15, 0.35), SP_DEFAULTS, Grade::Judgement),
        Assumption::NoticeMonths => Sourced::new(bounded(1.0, 3.0, 6.0), NOTICE_CLAUSES, Grade::Judgement),
        Assumption::TerminationFeeMonths => Sourced::new(bounded(0.0, 1.0, 3.0), ASSUMED, Grade::Judgement),
        Assumption::BreachUplift => Sourced::new(bounded(0.0, 0.25, 0.5), SUPPLIER_BREACHES, Grade::Judgement),
        Assumption::VendorKeyPeopleHazard => Sourced::new(bounded(0.10, 0.20, 0.35), ASSUMED, Grade::Judgement),
        // Assumptions of the other levels have their own tables; `default_of` in the parent never asks for them here.
        _ => Sourced::new(Fixed(0.0), ASSUMED, Grade::Judgement),
    }
}
