//! The lines of the bill.

use serde::{Deserialize, Serialize};

/// A line of cost. Every amount of every strategy stands on exactly one of them, so the lines add up to the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostLine {
    /// Wages of the people who do the work at home.
    Pay,
    /// Insurance, retirement and payroll taxes on those wages.
    Benefits,
    /// What hours outside the business day cost on top of the wage, at home.
    ShiftPremium,
    /// Team leaders, quality, planning and training staff, with their benefits.
    Supervision,
    /// Seats: rent, furniture, services.
    Workspace,
    /// Equipment, licences, telephony.
    Technology,
    /// Hiring and training replacements, and what is lost while they learn.
    RecruitingAndTraining,
    /// Hiring for more work, letting people go when there is less.
    Scaling,
    /// Work above the year's level in busy months, done in overtime.
    SeasonalPeaks,
    /// Putting automation to work.
    Automation,
    /// What the vendor bills for the work, rework and ramp included.
    VendorFees,
    /// What is paid to the vendor because less was bought than committed.
    MinimumCommitment,
    /// Surcharge for volume above the agreed band.
    VolumeSurcharge,
    /// The vendor's part of the saving on running cost.
    GainShare,
    /// What the vendor pays back for missing the service level; negative.
    ServiceCredits,
    /// Value-added and sales tax on the vendor's bill that nobody refunds.
    VendorTax,
    /// Change requests and scope that was not in the price.
    ScopeChanges,
    /// Managing the contract.
    Governance,
    /// Extra work at home because the work is elsewhere: alignment, escalation, misunderstandings.
    Coordination,
    /// The interface between the two halves of a core function that is split between home and vendor.
    CoreInterface,
    /// Strict data with a vendor: audits, residency, certified staff.
    Compliance,
    /// Margin from customers who leave because the work is elsewhere.
    LostCustomers,
    /// Visits to the vendor.
    Travel,
    /// Choosing the vendor and writing the contract.
    Selection,
    /// Moving the work: knowledge transfer, documentation, set-up, and overruns of these.
    Transition,
    /// The home team kept on beside the vendor's after the start.
    ParallelRunning,
    /// Severance for people whose work has moved.
    Severance,
    /// Bonuses that keep people until their work has moved.
    Retention,
    /// Workspace and overhead of moved work that nobody needs and the firm still pays for.
    StrandedCost,
    /// Data breaches.
    DataBreach,
    /// Fines after data breaches.
    ComplianceFine,
    /// Work stopped by outages, disasters and unrest.
    Disruption,
    /// Output lost when leads and process owners leave.
    KeyPeople,
    /// What years of high attrition add to hiring and learning.
    AttritionSpike,
    /// What an early end costs: a fee, a gap that is bridged, a second transition, or hiring again at home.
    EarlyEnd,
    /// Moving the work back at the end of the time simulated, where the scenario counts it.
    ExitCost,
    /// What managers earn the firm with the time that the moved work no longer takes; negative.
    ManagementTime,
}

impl CostLine {
    /// All lines, in the order in which they are shown and arrays over lines are laid out.
    pub const ALL: [Self; 37] = [
        Self::Pay,
        Self::Benefits,
        Self::ShiftPremium,
        Self::Supervision,
        Self::Workspace,
        Self::Technology,
        Self::RecruitingAndTraining,
        Self::Scaling,
        Self::SeasonalPeaks,
        Self::Automation,
        Self::VendorFees,
        Self::MinimumCommitment,
        Self::VolumeSurcharge,
        Self::GainShare,
        Self::ServiceCredits,
        Self::VendorTax,
        Self::ScopeChanges,
        Self::Governance,
        Self::Coordination,
        Self::CoreInterface,
        Self::Compliance,
        Self::LostCustomers,
        Self::Travel,
        Self::Selection,
        Self::Transition,
        Self::ParallelRunning,
        Self::Severance,
        Self::Retention,
        Self::StrandedCost,
        Self::DataBreach,
        Self::ComplianceFine,
        Self::Disruption,
        Self::KeyPeople,
        Self::AttritionSpike,
        Self::EarlyEnd,
        Self::ExitCost,
        Self::ManagementTime,
    ];

    /// How many lines there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Position in [`CostLine::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// The stable id, as written in summaries.
    pub fn id(self) -> &'static str {
        match self {
            Self::Pay => "pay",
            Self::Benefits => "benefits",
            Self::ShiftPremium => "shift_premium",
            Self::Supervision => "supervision",
            Self::Workspace => "workspace",
            Self::Technology => "technology",
            Self::RecruitingAndTraining => "recruiting_and_training",
            Self::Scaling => "scaling",
            Self::SeasonalPeaks => "seasonal_peaks",
            Self::Automation => "automation",
            Self::VendorFees => "vendor_fees",
            Self::MinimumCommitment => "minimum_commitment",
            Self::VolumeSurcharge => "volume_surcharge",
            Self::GainShare => "gain_share",
            Self::ServiceCredits => "service_credits",
            Self::VendorTax => "vendor_tax",
            Self::ScopeChanges => "scope_changes",
            Self::Governance => "governance",
            Self::Coordination => "coordination",
            Self::CoreInterface => "core_interface",
            Self::Compliance => "compliance",
            Self::LostCustomers => "lost_customers",
            Self::Travel => "travel",
            Self::Selection => "selection",
            Self::Transition => "transition",
            Self::ParallelRunning => "parallel_running",
            Self::Severance => "severance",
            Self::Retention => "retention",
            Self::StrandedCost => "stranded_cost",
            Self::DataBreach => "data_breach",
            Self::ComplianceFine => "compliance_fine",
            Self::Disruption => "disruption",
            Self::KeyPeople => "key_people",
            Self::AttritionSpike => "attrition_spike",
            Self::EarlyEnd => "early_end",
            Self::ExitCost => "exit_cost",
            Self::ManagementTime => "management_time",
        }
    }

    /// Whether the line is one that a quoted price leaves out.
    pub fn is_hidden(self) -> bool {
        self.index() > Self::VendorFees.index()
    }
}
