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
    /// Change requests and scope that was not in the price.
    ScopeChanges,
    /// Managing the contract.
    Governance,
    /// Extra work at home because the work is elsewhere: alignment, escalation, misunderstandings.
    Coordination,
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
    /// Data breaches.
    DataBreach,
    /// What an early end costs: a second transition, or hiring again at home.
    EarlyEnd,
}

impl CostLine {
    /// All lines, in the order in which they are shown and arrays over lines are laid out.
    pub const ALL: [Self; 23] = [
        Self::Pay,
        Self::Benefits,
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
        Self::ScopeChanges,
        Self::Governance,
        Self::Coordination,
        Self::Travel,
        Self::Selection,
        Self::Transition,
        Self::ParallelRunning,
        Self::Severance,
        Self::DataBreach,
        Self::EarlyEnd,
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
            Self::ScopeChanges => "scope_changes",
            Self::Governance => "governance",
            Self::Coordination => "coordination",
            Self::Travel => "travel",
            Self::Selection => "selection",
            Self::Transition => "transition",
            Self::ParallelRunning => "parallel_running",
            Self::Severance => "severance",
            Self::DataBreach => "data_breach",
            Self::EarlyEnd => "early_end",
        }
    }

    /// Whether the line is one that a quoted price leaves out.
    pub fn is_hidden(self) -> bool {
        self.index() > Self::VendorFees.index()
    }
}
