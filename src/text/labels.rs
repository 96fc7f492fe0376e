//! Labels and one-line explanations for everything that has a name in the model.

use crate::format::currency_sign;
use crate::model::catalogue::{Grade, Unit};
use crate::model::{
    Category, Collaboration, CostLine, Currency, DataSensitivity, Destination, Ends, FunctionKind, RiskEvent, Site,
    Uncertain,
};

/// Name of a site.
pub fn site(site: Site) -> &'static str {
    match site {
        Site::Onshore => "Onshore",
        Site::Nearshore => "Nearshore",
        Site::Offshore => "Offshore",
    }
}

/// What the site means.
pub fn site_explanation(site: Site) -> &'static str {
    match site {
        Site::Onshore => "A vendor in your own country.",
        Site::Nearshore => "A vendor in a country close by, in a similar time zone.",
        Site::Offshore => "A vendor in a far country, usually with much lower wages.",
    }
}

/// Name of a country.
pub fn destination(destination: Destination) -> &'static str {
    match destination {
        Destination::UnitedStates => "United States",
        Destination::Canada => "Canada",
        Destination::Mexico => "Mexico",
        Destination::Colombia => "Colombia",
        Destination::CostaRica => "Costa Rica",
        Destination::Poland => "Poland",
        Destination::India => "India",
        Destination::Philippines => "Philippines",
        Destination::Vietnam => "Vietnam",
        Destination::SouthAfrica => "South Africa",
    }
}

/// Name of a collaboration model.
pub fn collaboration(collaboration: Collaboration) -> &'static str {
    match collaboration {
        Collaboration::Complete => "Complete",
        Collaboration::Hybrid => "Hybrid",
        Collaboration::FunctionSpecific => "Function-specific",
    }
}

/// Name of a family of functions.
pub fn category(category: Category) -> &'static str {
    match category {
        Category::FrontOffice => "Front office",
        Category::BackOffice => "Back office",
        Category::Specialised => "Specialised",
    }
}

/// Name of a kind of function.
pub fn function_kind(kind: FunctionKind) -> &'static str {
    match kind {
        FunctionKind::CustomerSupport => "Customer support",
        FunctionKind::TechnicalSupport => "Technical support",
        FunctionKind::ItSupport => "IT support",
        FunctionKind::Sales => "Telephone sales",
        FunctionKind::Marketing => "Marketing",
        FunctionKind::FinanceAndAccounting => "Finance and accounting",
        FunctionKind::Payroll => "Payroll",
        FunctionKind::HumanResources => "Human resources",
        FunctionKind::Recruitment => "Recruitment",
        FunctionKind::DataEntry => "Data entry",
        FunctionKind::Procurement => "Procurement and supply chain",
        FunctionKind::MedicalBilling => "Medical billing and claims",
        FunctionKind::Analytics => "Analytics",
        FunctionKind::Legal => "Legal support",
        FunctionKind::Research => "Research",
        FunctionKind::Other => "Other office work",
    }
}

/// What work the kind of function covers.
pub fn function_kind_explanation(kind: FunctionKind) -> &'static str {
    match kind {
        FunctionKind::CustomerSupport => "Answering customers: service desk, orders, complaints.",
        FunctionKind::TechnicalSupport => "Solving customers' technical problems.",
        FunctionKind::ItSupport => "The help desk for your own staff.",
        FunctionKind::Sales => "Selling by telephone.",
        FunctionKind::Marketing => "Campaigns, content, studies of your own markets.",
        FunctionKind::FinanceAndAccounting => "Bookkeeping, bills to pay, bills to collect.",
        FunctionKind::Payroll => "Payroll and timekeeping.",
        FunctionKind::HumanResources => "Administration of staff: contracts, leave, benefits.",
        FunctionKind::Recruitment => "Finding and choosing new staff: recruitment process outsourcing.",
        FunctionKind::DataEntry => "Typing and checking records.",
        FunctionKind::Procurement => "Buying, dealing with suppliers, planning of supplies.",
        FunctionKind::MedicalBilling => "Bills and insurance claims of a clinic or practice.",
        FunctionKind::Analytics => "Analyses and models for decisions: knowledge process outsourcing.",
        FunctionKind::Legal => "Review of documents and contracts: legal process outsourcing.",
        FunctionKind::Research => "Studies of markets, firms and publications.",
        FunctionKind::Other => "Any other work done at a desk.",
    }
}

/// Name of a level of sensitivity.
pub fn data_sensitivity(sensitivity: DataSensitivity) -> &'static str {
    match sensitivity {
        DataSensitivity::Low => "Low",
        DataSensitivity::Medium => "Medium",
        DataSensitivity::High => "High",
    }
}

/// What the level of sensitivity means.
pub fn data_sensitivity_explanation(sensitivity: DataSensitivity) -> &'static str {
    match sensitivity {
        DataSensitivity::Low => "Nothing that would hurt if it leaked. Halves the chance of a data breach.",
        DataSensitivity::Medium => "Names, orders, tickets. The usual chance of a data breach.",
        DataSensitivity::High => {
            "Payments, pay, health. Doubles the chance of a data breach; a vendor needs audits and certified staff."
        }
    }
}

/// Name of a line of cost.
pub fn cost_line(line: CostLine) -> &'static str {
    match line {
        CostLine::Pay => "Wages",
        CostLine::Benefits => "Benefits and payroll taxes",
        CostLine::ShiftPremium => "Premium for unusual hours",
        CostLine::Supervision => "Team leaders and support staff",
        CostLine::Workspace => "Workspace",
        CostLine::Technology => "Technology",
        CostLine::RecruitingAndTraining => "Hiring and training",
        CostLine::Scaling => "Hiring for more work, letting go for less",
        CostLine::SeasonalPeaks => "Busy months",
        CostLine::Automation => "Putting automation to work",
        CostLine::VendorFees => "Vendor's fees",
        CostLine::MinimumCommitment => "Paid for work not needed",
        CostLine::VolumeSurcharge => "Surcharge for more work",
        CostLine::GainShare => "Vendor's part of the saving",
        CostLine::ServiceCredits => "Service credits",
        CostLine::VendorTax => "Tax that nobody refunds",
        CostLine::ScopeChanges => "Change requests",
        CostLine::Governance => "Managing the contract",
        CostLine::Coordination => "Coordination",
        CostLine::CoreInterface => "Interface of core work",
        CostLine::Compliance => "Compliance",
        CostLine::LostCustomers => "Lost customers",
        CostLine::Travel => "Travel",
        CostLine::Selection => "Choosing a vendor",
        CostLine::Transition => "Moving the work",
        CostLine::ParallelRunning => "Both teams at once",
        CostLine::Severance => "Severance",
        CostLine::Retention => "Bonuses for staying",
        CostLine::StrandedCost => "Stranded space and overhead",
        CostLine::ComplianceFine => "Fines after breaches",
        CostLine::Disruption => "Disruptions",
        CostLine::KeyPeople => "Loss of key people",
        CostLine::AttritionSpike => "Years of high attrition",
        CostLine::DataBreach => "Data breaches",
        CostLine::EarlyEnd => "Early end of the contract",
        CostLine::ExitCost => "Moving the work back",
        CostLine::ManagementTime => "Managers' freed time",
    }
}

/// What stands on a line of cost.
pub fn cost_line_explanation(line: CostLine) -> &'static str {
    match line {
        CostLine::Pay => "Wages of the people who do the work at home.",
        CostLine::Benefits => "Insurance, retirement and payroll taxes on these wages.",
        CostLine::ShiftPremium => "What hours outside the business day cost on top of the wage, at home.",
        CostLine::Supervision => "Team leaders, quality, planning and training staff, with their benefits.",
        CostLine::Workspace => "Seats: rent, furniture, services.",
        CostLine::Technology => "Equipment, licences, telephony.",
        CostLine::RecruitingAndTraining => "Replacing people who leave, and what is lost while the new ones learn.",
        CostLine::Scaling => "Hiring people when the work grows, letting them go when it shrinks.",
        CostLine::SeasonalPeaks => "Overtime in the busy months of a year.",
        CostLine::Automation => "Bringing automation into the work at home.",
        CostLine::VendorFees => "What the vendor bills for the work, the start and rework included.",
        CostLine::MinimumCommitment => "What the contract makes you pay although less was needed.",
        CostLine::VolumeSurcharge => "What the vendor charges extra for work above the agreed room.",
        CostLine::GainShare => "What the vendor receives of your saving on running costs.",
        CostLine::ServiceCredits => "What the vendor pays back for missing the service level.",
        CostLine::VendorTax => "Value-added or sales tax on the fees that you cannot claim back.",
        CostLine::ScopeChanges => "Change requests and work outside the contract.",
        CostLine::Governance => "Your people who manage the contract.",
        CostLine::Coordination => "Explaining, checking and sorting out because the work is elsewhere.",
        CostLine::CoreInterface => "What the two halves of core work spend on each other.",
        CostLine::Compliance => "Audits, data residency and certified staff, for highly sensitive data.",
        CostLine::LostCustomers => "Margin from customers who leave because the work is elsewhere.",
        CostLine::Travel => "Visits to the vendor.",
        CostLine::Selection => "Finding a vendor and writing the contract.",
        CostLine::Transition => "Handing the work over, and what that costs more than planned.",
        CostLine::ParallelRunning => "Your own team, kept on beside the vendor's at the start.",
        CostLine::Severance => "Pay for people whose work has moved.",
        CostLine::Retention => "Bonuses that keep people until their work has moved.",
        CostLine::StrandedCost => "Seats and leaders that the moved work no longer needs and you still pay for.",
        CostLine::ComplianceFine => "Fines that authorities set after data breaches.",
        CostLine::Disruption => "Work that stops because of outages, disasters or unrest.",
        CostLine::KeyPeople => "Output that is lost when leads and process owners leave.",
        CostLine::AttritionSpike => "What years in which many people leave add to hiring and learning.",
        CostLine::DataBreach => "Data breaches, at home and with the vendor.",
        CostLine::EarlyEnd => "Moving to another vendor, or hiring again at home.",
        CostLine::ExitCost => "Moving the work back at the end of the time simulated.",
        CostLine::ManagementTime => "What managers earn the firm with the time that is freed.",
    }
}

/// Name of a risk event.
pub fn risk_event(event: RiskEvent) -> &'static str {
    match event {
        RiskEvent::DataBreach => "Data breach",
        RiskEvent::ComplianceFine => "Fine after a breach",
        RiskEvent::Disruption => "Work is stopped",
        RiskEvent::KeyPeople => "Key people leave",
        RiskEvent::AttritionSpike => "A year in which many leave",
        RiskEvent::EarlyEnd => "Contract ends early",
        RiskEvent::Insolvency => "Vendor fails",
        RiskEvent::TransitionOverrun => "Move costs more than planned",
        RiskEvent::DemandShock => "Demand falls or leaps",
        RiskEvent::AutomationShock => "Automation leaps ahead",
    }
}

/// What happens in a risk event.
pub fn risk_event_explanation(event: RiskEvent) -> &'static str {
    match event {
        RiskEvent::DataBreach => {
            "Personal or confidential data is lost or stolen. It can happen however you source the work."
        }
        RiskEvent::ComplianceFine => "An authority fines the firm for a data breach. Needs data breaches to be on.",
        RiskEvent::Disruption => {
            "An outage, a disaster or unrest stops the work for a while: at home, or where the vendor is."
        }
        RiskEvent::KeyPeople => "A team loses its lead or the one who knows the process, at home or at the vendor.",
        RiskEvent::AttritionSpike => "For a year far more people leave than usual, at home or where the vendor is.",
        RiskEvent::EarlyEnd => {
            "You and the vendor part before the last month simulated. The work moves again, or comes home."
        }
        RiskEvent::Insolvency => {
            "A contract ends early because the vendor has run out of money. Needs early ends to be on."
        }
        RiskEvent::TransitionOverrun => "Handing the work over takes more time and money than the plan said.",
        RiskEvent::DemandShock => "For some months there is much less work, or much more, than anybody planned.",
        RiskEvent::AutomationShock => {
            "Within a year software takes over a part of the work that nobody had planned for."
        }
    }
}

/// What a field of this unit asks for, beside or after the number.
pub fn unit(unit: Unit, currency: Currency) -> String {
    let plain = match unit {
        Unit::Money => return currency_sign(currency).to_owned(),
        Unit::MoneyPerHour => return format!("{} an hour", currency_sign(currency)),
        Unit::MoneyPerYear => return format!("{} a year", currency_sign(currency)),
        Unit::PerUsDollar => return format!("{} for one US dollar", currency.code()),
        Unit::Share => "%",
        Unit::SharePerYear => "% a year",
        Unit::HoursPerYear => "hours a year",
        Unit::Days => "days",
        Unit::Years => "years",
        Unit::Months => "months",
        Unit::Weeks => "weeks",
        Unit::Heads => "people",
        Unit::Ratio => "times",
    };
    plain.to_owned()
}

/// Name of a currency, with its code.
pub fn currency(currency: Currency) -> String {
    let name = match currency {
        Currency::UsDollar => "US dollar",
        Currency::Euro => "Euro",
        Currency::PoundSterling => "Pound sterling",
        Currency::AustralianDollar => "Australian dollar",
        Currency::CanadianDollar => "Canadian dollar",
        Currency::DanishKrone => "Danish krone",
        Currency::IndianRupee => "Indian rupee",
        Currency::Yen => "Japanese yen",
        Currency::MexicanPeso => "Mexican peso",
        Currency::NewZealandDollar => "New Zealand dollar",
        Currency::Zloty => "Polish zloty",
        Currency::SingaporeDollar => "Singapore dollar",
        Currency::Rand => "South African rand",
        Currency::SwedishKrona => "Swedish krona",
        Currency::SwissFranc => "Swiss franc",
    };
    format!("{name} ({})", currency.code())
}

/// How well a figure is founded, in a word or three.
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Read => "Read in the source",
        Grade::SecondHand => "Read at second hand",
        Grade::Derived => "Worked out",
        Grade::Judgement => "Judgement",
        Grade::FromMemory => "From memory",
    }
}

/// How well a figure is founded, as a sentence.
pub fn grade_explanation(grade: Grade) -> &'static str {
    match grade {
        Grade::Read => "The figure stands in the source itself.",
        Grade::SecondHand => "The figure stands in a page that quotes the source.",
        Grade::Derived => "The figure is worked out from others that were read.",
        Grade::Judgement => {
            "The range is our own, set around what little is known. Put in your own if you know better."
        }
        Grade::FromMemory => "The figure was remembered and not looked up again. The range is wide: put in your own.",
    }
}

/// What the two ends of a range mean.
pub fn ends(ends: Ends) -> &'static str {
    match ends {
        Ends::Bounds => "Hard bounds: never lower, never higher",
        Ends::P5P95 => "1 in 20 lies below the low end, 1 in 20 above the high end",
        Ends::P10P90 => "1 in 10 lies below the low end, 1 in 10 above the high end",
    }
}

/// What the numbers of a quantity say about it, as a sentence for beneath its field.
pub fn uncertain_explanation(value: &Uncertain) -> String {
    let shape = match value {
        Uncertain::Fixed(_) => return "The same in every future.".to_owned(),
        Uncertain::Uniform { .. } => "Every value in between is as likely as any other.",
        Uncertain::Triangular { .. } => "Most likely in the middle number, thinning out in straight lines.",
        Uncertain::Pert { .. } => "Most likely near the middle number.",
        Uncertain::Normal { .. } => "Most likely halfway between.",
        Uncertain::Lognormal { .. } => "More often in the lower half, with a long tail upwards.",
        Uncertain::Quantiles { .. } => "Half lie below the middle number.",
    };
    match value.ends() {
        Some(meaning) => format!("{shape} {}.", ends(meaning)),
        None => shape.to_owned(),
    }
}

/// Title of a preset, by its id; the id itself for one that is not known.
pub fn preset_title(id: &str) -> String {
    match id {
        "support-desk" => "Support desk of 25".to_owned(),
        "finance-shared-service" => "Finance and payroll of 25".to_owned(),
        "four-functions" => "Four functions, 70 people".to_owned(),
        "start-up" => "Start-up with a team of three".to_owned(),
        "technical-support" => "Technical support round the clock".to_owned(),
        "payroll" => "Payroll of 800 employees".to_owned(),
        "clinic-billing" => "Billing of a clinic".to_owned(),
        "legal-review" => "Legal document review".to_owned(),
        other => other.replace('-', " "),
    }
}

/// What a preset is about, by its id; empty for one that is not known.
pub fn preset_description(id: &str) -> &'static str {
    match id {
        "support-desk" => "Customer support with 25 people at an average US wage, over five years.",
        "finance-shared-service" => "Bookkeeping and payroll for a firm of $200 million, where data is sensitive.",
        "four-functions" => {
            "Support, IT help desk, finance and data entry of a mid-sized firm: what moves, what stays?"
        }
        "start-up" => "Two people in support, one in sales, three years: small enough for fixed costs to decide.",
        "technical-support" => "60 people who solve customers' problems by day and by night.",
        "payroll" => "Eight people who pay 800: few, and with data that must not leak.",
        "clinic-billing" => "Fifteen people who write bills and chase claims; health data.",
        "legal-review" => "Twenty paralegals who read documents for a firm of lawyers, over four years.",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::presets::PRESETS;
    use std::collections::BTreeSet;

    #[test]
    fn lines_are_told_apart_and_explained() {
        let names: BTreeSet<&str> = CostLine::ALL.into_iter().map(cost_line).collect();
        assert_eq!(names.len(), CostLine::COUNT);
        assert!(CostLine::ALL.into_iter().all(|line| cost_line_explanation(line).ends_with('.')));
    }

    #[test]
    fn every_preset_has_words() {
        for preset in PRESETS {
            assert!(preset_description(preset.id).ends_with(['.', '?']), "{}", preset.id);
            assert_ne!(preset_title(preset.id), preset.id.replace('-', " "));
        }
    }
}
