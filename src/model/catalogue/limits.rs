//! The unit of every assumption and the range in which it has a meaning.

use super::Unit;
use crate::model::assumption::Assumption;

/// What the assumption is measured in.
pub fn unit(assumption: Assumption) -> Unit {
    use Assumption as A;
    match assumption {
        A::WageGrowth
        | A::PriceInflation
        | A::DestinationWageGrowth
        | A::CurrencyVolatility
        | A::Escalator
        | A::Attrition
        | A::VendorAttrition
        | A::VolumeGrowth
        | A::VolumeVolatility
        | A::WageVolatility
        | A::DemandShockHazard
        | A::AutomationShockHazard
        | A::BreachHazard
        | A::CustomerLoss
        | A::DisruptionHazard
        | A::KeyPeopleHazard
        | A::AttritionSpikeHazard
        | A::DestinationDisruptionHazard
        | A::VendorKeyPeopleHazard
        | A::EarlyEndHazard => Unit::SharePerYear,
        A::BenefitsLoad
        | A::ShiftPremium
        | A::MaxOccupancy
        | A::SupportStaff
        | A::Redeployed
        | A::StrandedShare
        | A::DataAccess
        | A::BroughtHome
        | A::OverrunChance
        | A::OutsideHours
        | A::AvoidableShare
        | A::LocalPriceShare
        | A::MovableShare
        | A::RampLoss
        | A::Coordination
        | A::CoordinationFloor
        | A::CurrencyDrift
        | A::ServiceCredits
        | A::FeesAtRisk
        | A::VendorTax
        | A::ScopeChanges
        | A::OvertimePremium
        | A::DemandShockSize
        | A::AutomationShockSize
        | A::SeasonalPeak
        | A::AutomationPotential
        | A::AutomationPassedOn
        | A::MinimumCommitment
        | A::VolumeBand
        | A::VolumeSurcharge
        | A::GainShare
        | A::GovernanceShare
        | A::CoreInterface
        | A::CertifiedPremium
        | A::SelectionShare
        | A::TransitionShare
        | A::OverrunSize
        | A::ParallelShare
        | A::FineChance
        | A::FineSize
        | A::FineCap
        | A::DisruptionReach
        | A::KeyPeopleShare
        | A::EndedByBuyer
        | A::BridgePremium
        | A::InsolvencyDisruption
        | A::InsolvencyShare
        | A::BreachUplift => Unit::Share,
        A::ProductiveHours | A::BilledHours => Unit::HoursPerYear,
        A::AutomationYears => Unit::Years,
        A::SpanOfControl => Unit::Heads,
        A::LeaderPayRatio
        | A::BreachSpread
        | A::Rework
        | A::ExitEffort
        | A::ExitTransition
        | A::DisruptionLoss
        | A::AttritionSpikeFactor
        | A::BreachStrain
        | A::SlumpInsolvency => Unit::Ratio,
        A::DisruptionDays => Unit::Days,
        A::Workspace | A::Technology | A::ManagementTime | A::GovernanceMinimum | A::ComplianceAudit | A::Travel => {
            Unit::MoneyPerYear
        }
        A::HireCost | A::AutomationCost | A::SelectionFixed | A::TransitionFixed | A::TransitionPerHead => Unit::Money,
        A::TrainingWeeks | A::SeveranceWeeks | A::RetentionWeeks => Unit::Weeks,
        A::LearningLoss
        | A::DemandShockMonths
        | A::StrandedMonths
        | A::GoLiveMonths
        | A::RampMonths
        | A::ParallelMonths
        | A::KeyPeopleMonths
        | A::InsolvencyNoticeMonths
        | A::NoticeMonths
        | A::TerminationFeeMonths => Unit::Months,
        A::HourlyRate => Unit::MoneyPerHour,
        A::ExchangeRate => Unit::PerUsDollar,
    }
}

/// The greatest amount of money that is taken anywhere, in any unit.
pub const GREATEST_MONEY: f64 = 1e12;

/// Least and greatest value of the assumption. A stated number outside is refused; a draw outside, which a normal, a
/// lognormal or a PERT between percentiles can produce, is set to the nearer of the two.
pub fn limits(assumption: Assumption) -> (f64, f64) {
    use Assumption as A;
    match assumption {
        // Chances, and shares of a whole.
        A::Redeployed
        | A::StrandedShare
        | A::DataAccess
        | A::BroughtHome
        | A::OverrunChance
        | A::OutsideHours
        | A::AvoidableShare
        | A::LocalPriceShare
        | A::MovableShare
        | A::ServiceCredits
        | A::FeesAtRisk
        | A::CustomerLoss
        | A::CoordinationFloor
        | A::ParallelShare
        | A::AutomationPotential
        | A::AutomationPassedOn
        | A::AutomationShockSize
        | A::MinimumCommitment
        | A::GainShare
        | A::BreachHazard
        | A::FineChance
        | A::FineSize
        | A::FineCap
        | A::DisruptionReach
        | A::KeyPeopleShare
        | A::EndedByBuyer
        | A::InsolvencyShare => (0.0, 1.0),
        A::VolumeGrowth | A::WageGrowth | A::PriceInflation | A::DestinationWageGrowth | A::Escalator => (-0.5, 1.0),
        A::CurrencyVolatility | A::VolumeVolatility | A::WageVolatility => (0.0, 1.0),
        // A slump leaves some work; a boom can make it five times as much.
        A::DemandShockSize => (-0.95, 4.0),
        A::DemandShockHazard | A::AutomationShockHazard | A::SeasonalPeak | A::OvertimePremium | A::VolumeSurcharge => {
            (0.0, 4.0)
        }
        A::VolumeBand => (0.0, 10.0),
        A::AutomationYears => (0.1, 50.0),
        A::DemandShockMonths => (0.0, 120.0),
        A::EarlyEndHazard | A::DisruptionHazard | A::AttritionSpikeHazard | A::DestinationDisruptionHazard => {
            (0.0, 5.0)
        }
        // 1,000 % a year: everyone leaves after five weeks.
        A::Attrition | A::VendorAttrition => (0.0, 10.0),
        A::KeyPeopleHazard | A::VendorKeyPeopleHazard => (0.0, 10.0),
        // Certainty would be an infinite hazard.
        A::InsolvencyDisruption => (0.0, 0.99),
        A::DisruptionDays => (0.0, 365.0),
        A::DisruptionLoss => (0.0, 100.0),
        A::AttritionSpikeFactor => (1.0, 10.0),
        A::BreachStrain | A::SlumpInsolvency => (1.0, 100.0),
        A::BenefitsLoad | A::ShiftPremium | A::SupportStaff | A::Coordination | A::CoreInterface | A::RampLoss => {
            (0.0, 5.0)
        }
        A::ScopeChanges
        | A::GovernanceShare
        | A::SelectionShare
        | A::TransitionShare
        | A::VendorTax
        | A::CertifiedPremium => (0.0, 2.0),
        A::CurrencyDrift => (0.0, 2.0),
        A::OverrunSize | A::BreachUplift | A::BridgePremium | A::ExitEffort | A::ExitTransition => (0.0, 10.0),
        // There are 8,760 hours in a year.
        A::ProductiveHours | A::BilledHours => (1.0, 8_760.0),
        A::MaxOccupancy => (0.3, 1.0),
        A::SpanOfControl => (1.0, 1_000.0),
        A::LeaderPayRatio => (0.0, 20.0),
        A::BreachSpread => (0.0, 5.0),
        A::ExchangeRate => (1e-6, 1e6),
        A::Rework => (1.0, 10.0),
        A::TrainingWeeks | A::SeveranceWeeks | A::RetentionWeeks => (0.0, 260.0),
        A::KeyPeopleMonths
        | A::InsolvencyNoticeMonths
        | A::NoticeMonths
        | A::TerminationFeeMonths
        | A::LearningLoss
        | A::StrandedMonths
        | A::RampMonths
        | A::ParallelMonths
        | A::GoLiveMonths => (0.0, 60.0),
        A::Workspace
        | A::Technology
        | A::ManagementTime
        | A::GovernanceMinimum
        | A::ComplianceAudit
        | A::Travel
        | A::HireCost
        | A::AutomationCost
        | A::SelectionFixed
        | A::TransitionFixed
        | A::TransitionPerHead
        | A::HourlyRate => (0.0, GREATEST_MONEY),
    }
}
