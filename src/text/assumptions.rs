//! Labels and explanations of the assumptions, and of the keys under which a scenario changes them.

use super::functions::function_name;
use super::labels;
use crate::model::{Assumption, AssumptionKey, Scenario, Scope};

/// Name of an assumption, as the label of its field.
// A list: one name for each.
#[allow(clippy::too_many_lines)]
pub fn label(assumption: Assumption) -> &'static str {
    use Assumption as A;
    match assumption {
        A::WageGrowth => "Wage growth at home",
        A::ExchangeRate => "Price of a US dollar",
        A::WageVolatility => "Swings of wage growth",
        A::PriceInflation => "Growth of other prices",
        A::BenefitsLoad => "Benefits and payroll taxes",
        A::ProductiveHours => "Productive hours",
        A::ShiftPremium => "Premium for unusual hours",
        A::MaxOccupancy => "Busiest that agents may be",
        A::SpanOfControl => "People per team leader",
        A::LeaderPayRatio => "Team leader's pay",
        A::SupportStaff => "Quality, planning and training staff",
        A::Workspace => "Workspace per seat",
        A::Technology => "Technology per seat",
        A::HireCost => "Cost of a hire",
        A::TrainingWeeks => "Training before work starts",
        A::LearningLoss => "Output lost while learning",
        A::SeveranceWeeks => "Severance pay",
        A::Redeployed => "People who find another job inside",
        A::RetentionWeeks => "Bonus for staying until the move",
        A::StrandedShare => "Space and leaders still paid for",
        A::StrandedMonths => "Months until these are gone",
        A::ManagementTime => "Worth of managers' freed time",
        A::OvertimePremium => "Premium for overtime",
        A::AutomationYears => "Years until automation is complete",
        A::AutomationCost => "Putting automation to work",
        A::DemandShockHazard => "Chance of a shock to demand",
        A::DemandShockSize => "Size of a shock to demand",
        A::DemandShockMonths => "Months that a shock lasts",
        A::AutomationShockHazard => "Chance that automation leaps",
        A::AutomationShockSize => "Size of a leap of automation",
        A::BreachHazard => "Chance of a data breach",
        A::DataAccess => "Share of sensitive data in this work",
        A::BreachSpread => "How far breach costs spread",
        A::FineChance => "Chance of a fine after a breach",
        A::FineSize => "Size of a fine",
        A::FineCap => "The most a fine can be",
        A::DisruptionHazard => "Disruptions at home",
        A::DisruptionDays => "How long a disruption lasts",
        A::DisruptionReach => "Work that a disruption stops",
        A::DisruptionLoss => "Cost of stopped work",
        A::KeyPeopleHazard => "Loss of key people at home",
        A::KeyPeopleMonths => "Months until a key person is replaced",
        A::KeyPeopleShare => "Output lost without a key person",
        A::AttritionSpikeHazard => "Years in which many leave",
        A::AttritionSpikeFactor => "How many more leave in such a year",
        A::BroughtHome => "Work brought home after an early end",
        A::BreachStrain => "Strain of a breach on the contract",
        A::EndedByBuyer => "Early ends that you bring about",
        A::InsolvencyNoticeMonths => "Time left when a vendor fails",
        A::BridgePremium => "Premium for bridging a gap",
        A::InsolvencyDisruption => "Standstill when a vendor fails",
        A::SlumpInsolvency => "Vendors that fail in a slump",
        A::OverrunChance => "Chance that the move overruns",
        A::Attrition => "People who leave in a year",
        A::OutsideHours => "Hours outside the business day",
        A::AvoidableShare => "Share of the known cost that goes away",
        A::VolumeGrowth => "Growth of the work",
        A::VolumeVolatility => "Swings of the work",
        A::SeasonalPeak => "Busiest month",
        A::AutomationPotential => "Work that automation can take",
        A::DestinationWageGrowth => "Wage growth in the vendor's country",
        A::CurrencyVolatility => "Swings of the exchange rate",
        A::CurrencyDrift => "Loss of value of the currency",
        A::Escalator => "Yearly price rise in the contract",
        A::LocalPriceShare => "Price that follows wages and currency",
        A::GoLiveMonths => "Months until the vendor starts",
        A::MovableShare => "Work that can move",
        A::RampLoss => "Extra hours at the start",
        A::RampMonths => "Months until the vendor is up to speed",
        A::VendorAttrition => "People who leave the vendor in a year",
        A::Rework => "Hours billed for an hour done well",
        A::Coordination => "Extra work at home",
        A::CoordinationFloor => "Extra work that stays after a year",
        A::ServiceCredits => "Paid back for missed service levels",
        A::FeesAtRisk => "Most that can be paid back",
        A::VendorTax => "Tax on fees that nobody refunds",
        A::AutomationPassedOn => "Automation passed on",
        A::BilledHours => "Hours in a person-month's year",
        A::MinimumCommitment => "Least that is paid",
        A::VolumeBand => "Room before a surcharge",
        A::VolumeSurcharge => "Surcharge above that room",
        A::GainShare => "Vendor's part of the saving",
        A::ScopeChanges => "Change requests",
        A::GovernanceShare => "Managing the contract",
        A::GovernanceMinimum => "Managing the contract, at least",
        A::CoreInterface => "Work between two halves of core work",
        A::ComplianceAudit => "Audits of sensitive data",
        A::CertifiedPremium => "Extra price of certified staff",
        A::CustomerLoss => "Margin lost with customers who leave",
        A::Travel => "Visits to the vendor",
        A::SelectionFixed => "Choosing a vendor, fixed part",
        A::SelectionShare => "Choosing a vendor, by size",
        A::TransitionFixed => "Moving the work, fixed part",
        A::TransitionPerHead => "Moving the work, per person",
        A::TransitionShare => "Moving the work, by size",
        A::OverrunSize => "Size of an overrun",
        A::ParallelShare => "Home team kept on beside the vendor",
        A::ParallelMonths => "Months with both teams",
        A::EarlyEndHazard => "Chance that the contract ends early",
        A::ExitTransition => "Moving the work back at the end",
        A::ExitEffort => "Effort of leaving a vendor",
        A::InsolvencyShare => "Early ends because the vendor fails",
        A::NoticeMonths => "Vendor's notice",
        A::TerminationFeeMonths => "Fee for ending early",
        A::BreachUplift => "Added breach risk at the vendor",
        A::DestinationDisruptionHazard => "Disruptions where the vendor is",
        A::VendorKeyPeopleHazard => "Loss of key people at the vendor",
        A::HourlyRate => "Vendor's hourly price",
    }
}

/// What an assumption means, in a sentence.
// A list: one sentence for each.
#[allow(clippy::too_many_lines)]
pub fn explanation(assumption: Assumption) -> &'static str {
    use Assumption as A;
    match assumption {
        A::WageGrowth => "How fast wages at home rise each year.",
        A::ExchangeRate => {
            "Turns the defaults that are money, which are US dollars, into your currency. Of a range only the middle counts."
        }
        A::WageVolatility => "By how much the growth of wages in a single year usually differs from its trend.",
        A::PriceInflation => "How fast prices at home other than wages rise each year.",
        A::BenefitsLoad => {
            "Insurance, retirement and payroll taxes, as a share of the wage. Paid leave is in the wage already."
        }
        A::ProductiveHours => {
            "Hours in a year that one person really works on the task, after leave, breaks, meetings and training."
        }
        A::ShiftPremium => {
            "What an hour at night, in the evening or at the weekend costs on top of the wage, as a share of it."
        }
        A::MaxOccupancy => {
            "Greatest share of their time for which people who answer contacts may be busy. Of a range the middle counts."
        }
        A::SpanOfControl => "How many people one team leader leads.",
        A::LeaderPayRatio => "What a team leader earns, as a multiple of the wage of those led.",
        A::SupportStaff => "Staff for quality, planning and training, as a share of the people who do the work.",
        A::Workspace => "Rent, furniture and services of one seat in a year.",
        A::Technology => "Equipment, licences and telephony of one seat in a year.",
        A::HireCost => "What it costs to fill one vacancy: advertisements, agencies, interviews.",
        A::TrainingWeeks => "Weeks that a new person is paid before doing the work.",
        A::LearningLoss => "What a new person falls short of while learning on the job, in months of full output.",
        A::SeveranceWeeks => "Weeks of pay for a person whose job ends.",
        A::Redeployed => "Share of the people whose work moves who take another job in the firm.",
        A::RetentionWeeks => "Weeks of pay as a bonus to people who stay until their work has moved.",
        A::StrandedShare => {
            "Seats, team leaders and support staff of the moved work that you still pay for on the vendor's first day, as a share."
        }
        A::StrandedMonths => "Months from then until the last of them is gone; the amount falls evenly.",
        A::ManagementTime => {
            "What your managers would earn the firm in a year with the time they no longer spend on this work, if all of it moved. \
             0 unless you know better."
        }
        A::OvertimePremium => "What an hour of overtime, or of a temporary worker, costs over an ordinary one.",
        A::AutomationYears => "How long it takes until automation has taken over all that it can.",
        A::AutomationCost => "What it costs to bring automation into the work of one person.",
        A::DemandShockHazard => "How likely it is, each year, that the amount of work changes at once.",
        A::DemandShockSize => "By how much the work changes: below 0 it falls, above 0 it leaps.",
        A::DemandShockMonths => "How long the amount of work stays changed after a shock.",
        A::AutomationShockHazard => "How likely it is, each year, that automation does more than planned.",
        A::AutomationShockSize => "Share of the work that such a leap takes over within a year.",
        A::BreachHazard => "Chance in a year that a firm like yours has a data breach, in-house or not.",
        A::DataAccess => "How much of the firm's access to sensitive data belongs to the work compared here.",
        A::BreachSpread => {
            "How unequal breaches are: at 2, one breach in six costs more than seven times the middle one."
        }
        A::FineChance => {
            "How often a data breach ends in a fine. Half as often where the data is of low sensitivity, twice as often where it is of high."
        }
        A::FineSize => "What a fine costs, as a share of a year's revenue. Each fine has a size of its own.",
        A::FineCap => "The law's limit on a fine, as a share of a year's revenue.",
        A::DisruptionHazard => "How often, in a year, work at home is stopped by an outage, a disaster or unrest.",
        A::DisruptionDays => {
            "For how many days the work stands still, at home or with a vendor. Each disruption has a length of its own."
        }
        A::DisruptionReach => {
            "How much of the work in that place stands still. Each disruption has a reach of its own."
        }
        A::DisruptionLoss => {
            "What a day of stopped work costs, as a multiple of what that day costs at home: idle pay, catching up, customers kept waiting."
        }
        A::KeyPeopleHazard => {
            "How likely it is, each year, that a team at home loses the one who leads it or knows the process."
        }
        A::KeyPeopleMonths => {
            "How long a team works below its output, at home or with a vendor. Each loss has a length of its own."
        }
        A::KeyPeopleShare => "How much of the team's output is lost until a successor is up to speed.",
        A::AttritionSpikeHazard => {
            "How likely it is, each year, that a year begins in which far more people leave: at home or, apart from it, where a vendor is."
        }
        A::AttritionSpikeFactor => "By how much attrition multiplies in such a year. Each has a size of its own.",
        A::BroughtHome => {
            "When a contract ends early: how often the work comes home instead of going to another vendor."
        }
        A::BreachStrain => "How many times more likely the contract is to end early in the year after a data breach.",
        A::EndedByBuyer => {
            "How often it is you who ends the contract, and pays for it. Otherwise the vendor does, after its notice."
        }
        A::InsolvencyNoticeMonths => "For how many months a vendor that has run out of money still does the work.",
        A::BridgePremium => {
            "What temporary staff and overtime cost while nobody is ready to take over, on top of the usual bill, as a share of what the work costs at home."
        }
        A::InsolvencyDisruption => "How often a vendor that runs out of money stops working at once.",
        A::SlumpInsolvency => "How many times more likely a vendor is to run out of money while demand is in a slump.",
        A::OverrunChance => "How often moving the work costs more than planned.",
        A::Attrition => "Share of the people at home who leave in a year and have to be replaced.",
        A::OutsideHours => "Share of the paid hours at home that lie at night, in the evening or at the weekend.",
        A::AvoidableShare => {
            "How much of the cost you know goes away when the work moves; the rest is overhead charged to it that stays. Counts \
             only where you have put in a known cost."
        }
        A::VolumeGrowth => "How fast the amount of work grows or shrinks each year.",
        A::VolumeVolatility => "By how much the amount of work usually strays from its trend in a year.",
        A::SeasonalPeak => "By how much the busiest month of a year lies above an ordinary one.",
        A::AutomationPotential => {
            "Share of the work that automation takes over in the end, at home and at the vendor's."
        }
        A::DestinationWageGrowth => "How fast wages rise each year where the vendor is, in the currency there.",
        A::CurrencyVolatility => "By how much the exchange rate usually moves in a year, up or down.",
        A::CurrencyDrift => {
            "How much of the faster wage growth in the vendor's country its currency loses against yours."
        }
        A::Escalator => "How much the vendor may raise the price each year under the contract.",
        A::LocalPriceShare => {
            "Share of the price that follows the vendor's own wages and currency instead of the contract's yearly rise."
        }
        A::GoLiveMonths => "Months from the decision to the vendor's first day of work.",
        A::MovableShare => "Share of the work that can move at all. The rest stays with you whatever you decide.",
        A::RampLoss => "Extra hours that the vendor bills on the first day, as a share, because it is still learning.",
        A::RampMonths => "Months until these extra hours are gone.",
        A::VendorAttrition => {
            "Share of the vendor's people who leave in a year. The price has it already; it slows the vendor's learning."
        }
        A::Rework => "Hours that the vendor bills for one hour of work done well. 1 means that nothing is done twice.",
        A::Coordination => {
            "Explaining, checking and sorting out at home because the work is elsewhere, as a share of what the moved work cost at home."
        }
        A::CoordinationFloor => "How much of that extra work is left after a year, as a share of its start.",
        A::ServiceCredits => {
            "What the vendor really pays back for missing the agreed service level, as a share of its fees."
        }
        A::FeesAtRisk => "The most that the contract lets you claim back, as a share of the fees.",
        A::VendorTax => {
            "Value-added or sales tax on the vendor's fees that you cannot claim back, as a share of them: for banks, insurers and \
             hospitals in many countries."
        }
        A::AutomationPassedOn => "Share of what automation saves that the vendor takes off the bill.",
        A::BilledHours => "Productive hours in a year of a person whom the vendor charges by the month.",
        A::MinimumCommitment => "The vendor is paid at least this share of the bill for today's amount of work.",
        A::VolumeBand => "How far the work may rise above today's amount before the vendor charges extra.",
        A::VolumeSurcharge => "What the vendor charges extra for work above the agreed room.",
        A::GainShare => "Share of what you save on running costs that the vendor receives on top.",
        A::ScopeChanges => "Change requests and work outside the contract, as a share of the vendor's fees.",
        A::GovernanceShare => "Your people who manage the contract, as a share of the yearly fees.",
        A::GovernanceMinimum => "The least that managing a contract costs in a year, however small it is.",
        A::CoreInterface => {
            "For core work only: what your people and the vendor's spend on each other, as a share of what the moved work cost at home."
        }
        A::ComplianceAudit => "Audits and data residency for a contract that covers highly sensitive data, in a year.",
        A::CertifiedPremium => {
            "What certified staff cost on top of the fees, for work with highly sensitive data, as a share of these fees."
        }
        A::CustomerLoss => {
            "Share of the margin you put at risk that is lost in a year because customers leave. Counts only where you have put in \
             a margin."
        }
        A::Travel => "Visits to the vendor in a year.",
        A::SelectionFixed => "Finding a vendor and writing the contract: what it costs whatever the size.",
        A::SelectionShare => {
            "Finding a vendor and writing the contract: what grows with the deal, as a share of the first year's fees."
        }
        A::TransitionFixed => "Handing the work over: what it costs whatever the size.",
        A::TransitionPerHead => "Handing the work over: what it costs for each person whose work moves.",
        A::TransitionShare => {
            "Handing the work over: what grows with the deal, as a share of the first year's fees. For budgets made that way."
        }
        A::OverrunSize => "When moving the work overruns: by how much, as a share of what was planned.",
        A::ParallelShare => "Share of the moved work for which your own team is kept on at the start, to be safe.",
        A::ParallelMonths => "For how many months your own team is kept on beside the vendor's.",
        A::EarlyEndHazard => "How likely it is, each year, that you and the vendor part before the time is over.",
        A::ExitTransition => {
            "What handing the work back at the end costs, as a multiple of handing it over. Counts only where the end is counted."
        }
        A::ExitEffort => {
            "When a contract ends early: what choosing, moving and hiring take, as a multiple of doing it for the first time."
        }
        A::InsolvencyShare => "How many of the early ends happen because the vendor has run out of money.",
        A::NoticeMonths => {
            "How many months before it leaves the vendor has to say so. What a successor needs beyond that has to be bridged."
        }
        A::TerminationFeeMonths => "What you pay the vendor when you end the contract early, in months of its bill.",
        A::BreachUplift => "How much more likely a data breach is for the work that is with the vendor.",
        A::DestinationDisruptionHazard => {
            "How often, in a year, work there is stopped by an outage, a disaster or unrest."
        }
        A::VendorKeyPeopleHazard => {
            "How likely it is, each year, that a team of the vendor loses the one who leads it or knows the process."
        }
        A::HourlyRate => "What the vendor charges for one productive hour, at the date of the decision.",
    }
}

/// Name of an assumption with what it belongs to: "Vendor's hourly price, offshore, Customer support".
///
/// Functions go by the names they have in `scenario`; by their ids without one.
pub fn key_label(key: &AssumptionKey, scenario: Option<&Scenario>) -> String {
    let function = |id: &str| function_label(id, scenario);
    let name = label(key.assumption);
    match &key.scope {
        Scope::Home => name.to_owned(),
        Scope::Function(id) => format!("{name}, {}", function(id)),
        Scope::Site(site) => format!("{name}, {}", labels::site(*site).to_lowercase()),
        Scope::FunctionSite(id, site) => format!("{name}, {}, {}", labels::site(*site).to_lowercase(), function(id)),
    }
}

/// Name of the function with this id; the id where there is no such function.
pub fn function_label(id: &str, scenario: Option<&Scenario>) -> String {
    let found = scenario.and_then(|scenario| Some(function_name(scenario.function(id)?, scenario)));
    found.unwrap_or_else(|| id.replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Site;
    use std::collections::BTreeSet;

    #[test]
    fn labels_are_distinct_and_explained() {
        let labels: BTreeSet<&str> = Assumption::ALL.iter().map(|assumption| label(*assumption)).collect();
        assert_eq!(labels.len(), Assumption::ALL.len());
        for assumption in Assumption::ALL {
            assert!(explanation(*assumption).ends_with('.'), "{assumption:?}");
        }
    }

    #[test]
    fn keys_say_whose_quantity_it_is() {
        let key = AssumptionKey::function_site(Assumption::HourlyRate, "night_desk", Site::Offshore);
        assert_eq!(key_label(&key, None), "Vendor's hourly price, offshore, night desk");
        assert_eq!(key_label(&AssumptionKey::home(Assumption::HireCost), None), "Cost of a hire");
    }
}
