//! Defaults of the buyer's own firm, in the United States.

use super::sources::{
    ASSUMED, BUDZIER_FLYVBJERG, CALL_CENTRE_HELPER, COLA_CLAUSES, CUSTOMER_THINK, CYENTIA, DELOITTE_2012, ECEC,
    ENFORCEMENT_TRACKER, GARTNER, GDPR, GENERATIVE_AI, GLOBALIFY, HIVE_DESK, LEE_HECHT, METRIC_NET, OEWS, OFFICE_SPACE,
    OVERBY, SCREEN_STEPS, SHRM_2016, SP_DEFAULTS, UPTIME,
};
use super::{Grade, Sourced, bounded, four_in_five, nineteen_in_twenty};
use crate::model::assumption::Assumption;
use crate::model::distribution::{Ends, Uncertain};

/// The default of an assumption at the level of the firm.
pub(super) fn default_of(assumption: Assumption) -> Sourced {
    match assumption {
        Assumption::WageGrowth => Sourced::new(nineteen_in_twenty(0.027, 0.035, 0.046), OEWS, Grade::Derived),
        Assumption::PriceInflation => Sourced::new(four_in_five(0.015, 0.025, 0.04), COLA_CLAUSES, Grade::Judgement),
        Assumption::WageVolatility => Sourced::new(bounded(0.0, 0.01, 0.02), OEWS, Grade::Judgement),
        Assumption::BenefitsLoad => Sourced::new(nineteen_in_twenty(0.20, 0.235, 0.29), ECEC, Grade::Derived),
        Assumption::ProductiveHours => {
            Sourced::new(nineteen_in_twenty(1_456.0, 1_560.0, 1_800.0), CUSTOMER_THINK, Grade::Derived)
        }
        Assumption::ShiftPremium => Sourced::new(bounded(0.05, 0.10, 0.20), ASSUMED, Grade::Judgement),
        // Known, because the staffing tables are made once from likely values.
        Assumption::MaxOccupancy => Sourced::new(Uncertain::Fixed(0.88), CALL_CENTRE_HELPER, Grade::Judgement),
        Assumption::SpanOfControl => Sourced::new(bounded(10.0, 12.5, 15.0), GLOBALIFY, Grade::Read),
        // Median of office supervisors over median of customer service representatives: 66,140 / 42,830.
        Assumption::LeaderPayRatio => Sourced::new(bounded(1.35, 1.54, 1.75), OEWS, Grade::Derived),
        Assumption::SupportStaff => Sourced::new(bounded(0.06, 0.10, 0.14), METRIC_NET, Grade::Judgement),
        Assumption::Workspace => Sourced::new(bounded(3_000.0, 6_000.0, 12_000.0), OFFICE_SPACE, Grade::Judgement),
        Assumption::Technology => Sourced::new(bounded(3_000.0, 4_000.0, 4_800.0), GLOBALIFY, Grade::Judgement),
        Assumption::HireCost => Sourced::new(bounded(3_400.0, 4_129.0, 4_425.0), SHRM_2016, Grade::Read),
        Assumption::TrainingWeeks => Sourced::new(bounded(4.0, 6.0, 10.0), SCREEN_STEPS, Grade::Judgement),
        Assumption::LearningLoss => Sourced::new(bounded(0.3, 0.65, 1.2), HIVE_DESK, Grade::Derived),
        Assumption::SeveranceWeeks => Sourced::new(bounded(2.0, 4.0, 12.0), LEE_HECHT, Grade::Derived),
        // Overby has severance and retention together at 3 to 5 % of a contract, which severance alone reaches: many pay none.
        Assumption::RetentionWeeks => Sourced::new(bounded(0.0, 0.0, 4.0), OVERBY, Grade::Judgement),
        Assumption::StrandedShare => Sourced::new(bounded(0.1, 0.4, 0.8), ASSUMED, Grade::Judgement),
        Assumption::StrandedMonths => Sourced::new(bounded(3.0, 9.0, 24.0), ASSUMED, Grade::Judgement),
        // Worth something to some firms; only they can say what.
        Assumption::ManagementTime => Sourced::new(Uncertain::Fixed(0.0), ASSUMED, Grade::Judgement),
        Assumption::BreachHazard => Sourced::new(bounded(0.01, 0.02, 0.04), CYENTIA, Grade::Judgement),
        Assumption::DataAccess => Sourced::new(bounded(0.2, 0.4, 0.7), ASSUMED, Grade::Judgement),
        Assumption::BreachSpread => Sourced::new(bounded(2.0, 2.25, 2.5), CYENTIA, Grade::Judgement),
        Assumption::FineChance => Sourced::new(bounded(0.02, 0.05, 0.15), ASSUMED, Grade::Judgement),
        Assumption::FineSize => Sourced::new(
            Uncertain::Lognormal { low: 0.0001, high: 0.01, ends: Ends::P10P90 },
            ENFORCEMENT_TRACKER,
            Grade::Judgement,
        ),
        Assumption::FineCap => Sourced::new(Uncertain::Fixed(0.04), GDPR, Grade::SecondHand),
        Assumption::DisruptionHazard => Sourced::new(bounded(0.03, 0.072, 0.10), UPTIME, Grade::Judgement),
        Assumption::DisruptionDays => {
            Sourced::new(Uncertain::Lognormal { low: 0.1, high: 10.0, ends: Ends::P5P95 }, ASSUMED, Grade::Judgement)
        }
        Assumption::DisruptionReach => Sourced::new(bounded(0.2, 0.5, 1.0), ASSUMED, Grade::Judgement),
        Assumption::DisruptionLoss => Sourced::new(bounded(1.0, 1.5, 2.5), ASSUMED, Grade::Judgement),
        // Of 19 % who leave in a year, 8 are let go: 11 leave of themselves.
        Assumption::KeyPeopleHazard => Sourced::new(bounded(0.06, 0.11, 0.19), SHRM_2016, Grade::Judgement),
        Assumption::KeyPeopleMonths => Sourced::new(bounded(2.0, 3.0, 6.0), ASSUMED, Grade::Judgement),
        Assumption::KeyPeopleShare => Sourced::new(bounded(0.05, 0.10, 0.20), ASSUMED, Grade::Judgement),
        Assumption::AttritionSpikeHazard => Sourced::new(bounded(0.05, 0.10, 0.20), ASSUMED, Grade::Judgement),
        Assumption::AttritionSpikeFactor => Sourced::new(bounded(1.2, 1.5, 2.0), ASSUMED, Grade::Judgement),
        Assumption::BroughtHome => Sourced::new(bounded(0.25, 0.34, 0.40), DELOITTE_2012, Grade::SecondHand),
        Assumption::BreachStrain => Sourced::new(bounded(1.0, 3.0, 5.0), ASSUMED, Grade::Judgement),
        Assumption::EndedByBuyer => Sourced::new(bounded(0.5, 0.7, 0.9), ASSUMED, Grade::Judgement),
        Assumption::InsolvencyNoticeMonths => Sourced::new(bounded(0.0, 0.5, 2.0), ASSUMED, Grade::Judgement),
        Assumption::BridgePremium => Sourced::new(bounded(0.25, 0.5, 1.0), ASSUMED, Grade::Judgement),
        Assumption::InsolvencyDisruption => Sourced::new(bounded(0.2, 0.4, 0.7), ASSUMED, Grade::Judgement),
        // Speculative-grade defaults were 1.5 % in good years and 6.7 % in 2020.
        Assumption::SlumpInsolvency => Sourced::new(bounded(1.0, 2.0, 4.0), SP_DEFAULTS, Grade::Judgement),
        Assumption::OverrunChance => Sourced::new(bounded(0.50, 0.55, 0.60), BUDZIER_FLYVBJERG, Grade::Judgement),
        // Time and a half by law, and what a temporary worker costs over an employee.
        Assumption::OvertimePremium => Sourced::new(bounded(0.25, 0.50, 0.60), ASSUMED, Grade::Judgement),
        Assumption::AutomationYears => Sourced::new(bounded(2.0, 4.0, 8.0), ASSUMED, Grade::Judgement),
        Assumption::AutomationCost => Sourced::new(bounded(1_000.0, 1_250.0, 1_500.0), GARTNER, Grade::SecondHand),
        Assumption::DemandShockHazard => Sourced::new(bounded(0.02, 0.05, 0.10), ASSUMED, Grade::Judgement),
        Assumption::DemandShockSize => Sourced::new(bounded(-0.5, -0.2, 0.4), ASSUMED, Grade::Judgement),
        Assumption::DemandShockMonths => Sourced::new(bounded(6.0, 12.0, 24.0), ASSUMED, Grade::Judgement),
        Assumption::AutomationShockHazard => Sourced::new(bounded(0.02, 0.05, 0.10), ASSUMED, Grade::Judgement),
        Assumption::AutomationShockSize => Sourced::new(bounded(0.05, 0.15, 0.30), GENERATIVE_AI, Grade::Judgement),
        Assumption::Redeployed => Sourced::new(bounded(0.0, 0.10, 0.30), ASSUMED, Grade::Judgement),
        // Assumptions of the other levels have their own tables; `default_of` in the parent never asks for them here.
        _ => Sourced::new(Uncertain::Fixed(0.0), ASSUMED, Grade::Judgement),
    }
}
