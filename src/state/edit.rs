//! The changes a user can make to a scenario.

use super::stopping::StopEdit;
use super::work_edit::{ContactsEdit, WorkStatement};
use crate::model::{
    AssumptionKey, CostLine, Coverage, Criterion, Currency, DataSensitivity, Destination, FunctionKind, Hybrid,
    PricingUnit, Quote, RiskEvent, Site, StrategyId, Term, Uncertain,
};

/// A change of the scenario, in the past tense.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The name of the scenario.
    Renamed(String),
    /// The people of a function. A plain number takes the place of a range, and the other way round.
    HeadcountChanged {
        /// The function's id.
        function: String,
        /// Paid heads.
        value: Uncertain,
    },
    /// Whether a function's work is stated as people or as contacts; the numbers begin at about as much work as before.
    WorkStated {
        /// The function's id.
        function: String,
        /// As what.
        statement: WorkStatement,
    },
    /// Something about the contacts of a function.
    ContactsChanged {
        /// The function's id.
        function: String,
        /// What.
        change: ContactsEdit,
    },
    /// The hours of the week in which a function's work is covered.
    CoverageChanged {
        /// The function's id.
        function: String,
        /// The hours.
        coverage: Coverage,
    },
    /// Fewest people of a function at work in any covered hour.
    MinimumPositionsChanged {
        /// The function's id.
        function: String,
        /// How many.
        positions: u32,
    },
    /// The yearly wage of a function.
    WageChanged {
        /// The function's id.
        function: String,
        /// Money a year.
        value: Uncertain,
    },
    /// The name of a function; empty for the name of its kind.
    FunctionNamed {
        /// The function's id.
        function: String,
        /// The name.
        name: String,
    },
    /// The kind of a function. What was usual for the old kind (its median wage, its sensitivity) becomes what is for the new.
    FunctionKindChosen {
        /// The function's id.
        function: String,
        /// The kind.
        kind: FunctionKind,
    },
    /// How sensitive a function's data is.
    SensitivityChosen {
        /// The function's id.
        function: String,
        /// The sensitivity.
        sensitivity: DataSensitivity,
    },
    /// Whether a function is close to what the firm lives by.
    CoreMarked {
        /// The function's id.
        function: String,
        /// Whether it is.
        core: bool,
    },
    /// Whether customers meet the people who do a function.
    CustomerFacingMarked {
        /// The function's id.
        function: String,
        /// Whether they do.
        customer_facing: bool,
    },
    /// Whether the function-specific strategies move a function.
    FunctionMarked {
        /// The function's id.
        function: String,
        /// Whether it moves.
        outsource: bool,
    },
    /// What a function is known to cost at home in a year; `None` for what the model says.
    KnownCostChanged {
        /// The function's id.
        function: String,
        /// Money a year.
        value: Option<Uncertain>,
    },
    /// The yearly margin from a function's customers of which a part may be lost; `None` when none is counted.
    MarginAtRiskChanged {
        /// The function's id.
        function: String,
        /// Money a year.
        value: Option<Uncertain>,
    },
    /// What a vendor charges for in its quote; `None` for no quote.
    QuoteUnitChosen {
        /// The function's id.
        function: String,
        /// The vendor's site.
        site: Site,
        /// The unit.
        per: Option<PricingUnit>,
    },
    /// A vendor's quote for a function.
    QuoteChanged {
        /// The function's id.
        function: String,
        /// The vendor's site.
        site: Site,
        /// The quote.
        quote: Quote,
    },
    /// The transactions of a function.
    TransactionsChanged {
        /// The function's id.
        function: String,
        /// Transactions a year.
        value: Uncertain,
    },
    /// One more function of this kind, with ten people at the kind's median wage.
    FunctionAdded(FunctionKind),
    /// A function and what was assumed about it.
    FunctionRemoved(String),
    /// One more mix.
    MixAdded,
    /// A mix went.
    MixRemoved(StrategyId),
    /// The name of a mix; empty for none.
    MixNamed {
        /// The mix's id.
        mix: StrategyId,
        /// The name.
        name: String,
    },
    /// Which share of a function a mix puts to a site.
    MixShareChanged {
        /// The mix's id.
        mix: StrategyId,
        /// The function's id.
        function: String,
        /// The site.
        site: Site,
        /// The share, 0..1.
        share: f64,
    },
    /// Months that are simulated.
    HorizonChanged(u32),
    /// Yearly discount rate, 0..0.5.
    DiscountRateChanged(f64),
    /// Share that moves under a hybrid strategy, 0..1.
    HybridShareChanged(f64),
    /// Which part of the work moves under a hybrid strategy.
    HybridChosen(Hybrid),
    /// The base of an overflow, as a multiple of today's mean load.
    OverflowBaseChanged(f64),
    /// Yearly revenue of the firm.
    RevenueChanged(f64),
    /// What may be spent over the horizon; nothing for no budget.
    BudgetChanged(Option<f64>),
    /// How sure a budget should be, 0.5..0.999.
    ConfidenceChanged(f64),
    /// The percentiles that are reported beside the usual ones, in per cent, 0.1..99.9.
    PercentilesChanged(Vec<f64>),
    /// The firm's own country, by its code. Countries that do not fit their geography seen from there give way.
    HomeCountryChosen(String),
    /// The currency of all amounts. Wages that are usual for their kind become what is usual in it; other amounts stay as stated.
    CurrencyChosen(Currency),
    /// The country behind a geography.
    DestinationChosen {
        /// The geography.
        site: Site,
        /// The country.
        destination: Destination,
    },
    /// What is agreed with the vendor of a site.
    TermAgreed {
        /// The site.
        site: Site,
        /// The term.
        term: Term,
    },
    /// What the vendor of a site is judged to be.
    ScoreGiven {
        /// The site.
        site: Site,
        /// By what.
        criterion: Criterion,
        /// 1 to 5.
        score: u8,
    },
    /// Whether a kind of risk event is simulated.
    EventToggled {
        /// The kind of event.
        event: RiskEvent,
        /// Whether it is simulated.
        simulated: bool,
    },
    /// Whether a line of cost is counted.
    LineToggled {
        /// The line.
        line: CostLine,
        /// Whether it is counted.
        counted: bool,
    },
    /// Over how many months the one-off costs of the start are spread; 0 books them when they are paid.
    OneOffsSpread(u32),
    /// Whether moving the work back at the end is counted.
    ExitToggled(bool),
    /// Trials asked for.
    TrialsChanged(u32),
    /// Seed of the run.
    SeedChanged(u64),
    /// When the run may stop early.
    StopChanged(StopEdit),
    /// The user's own value of an assumption.
    AssumptionChanged {
        /// Which one.
        key: AssumptionKey,
        /// The value.
        value: Uncertain,
    },
    /// An assumption went back to the catalogue's default.
    AssumptionReset(AssumptionKey),
    /// All assumptions went back to the catalogue's defaults.
    AssumptionsReset,
    /// How closely a pair moves together.
    CorrelationChanged {
        /// The pair, as the list names it.
        between: [String; 2],
        /// The coefficient, -1..1.
        coefficient: f64,
    },
    /// A pair went back to the catalogue's coefficient, or was taken out if the catalogue does not have it.
    CorrelationReset([String; 2]),
    /// All pairs went back to the catalogue's.
    CorrelationsReset,
}

impl Edit {
    /// Whether `other` changes the same field to another value, as a slider does on its way.
    pub fn is_of_same_field(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::HeadcountChanged { function: one, .. }, Self::HeadcountChanged { function: two, .. })
            | (Self::WageChanged { function: one, .. }, Self::WageChanged { function: two, .. })
            | (Self::KnownCostChanged { function: one, .. }, Self::KnownCostChanged { function: two, .. })
            | (Self::MarginAtRiskChanged { function: one, .. }, Self::MarginAtRiskChanged { function: two, .. })
            | (
                Self::MinimumPositionsChanged { function: one, .. },
                Self::MinimumPositionsChanged { function: two, .. },
            )
            | (Self::TransactionsChanged { function: one, .. }, Self::TransactionsChanged { function: two, .. })
            | (Self::FunctionNamed { function: one, .. }, Self::FunctionNamed { function: two, .. }) => one == two,
            (
                Self::QuoteChanged { function: one, site: here, .. },
                Self::QuoteChanged { function: two, site: there, .. },
            ) => (one, here) == (two, there),
            (
                Self::MixShareChanged { mix: one, function: of, site: here, .. },
                Self::MixShareChanged { mix: two, function: other, site: there, .. },
            ) => (one, of, here) == (two, other, there),
            (Self::MixNamed { mix: one, .. }, Self::MixNamed { mix: two, .. }) => one == two,
            (
                Self::ContactsChanged { function: one, change: first },
                Self::ContactsChanged { function: two, change: second },
            ) => one == two && first.is_of_same_field(second),
            (Self::AssumptionChanged { key: one, .. }, Self::AssumptionChanged { key: two, .. }) => one == two,
            (Self::CorrelationChanged { between: one, .. }, Self::CorrelationChanged { between: two, .. }) => {
                one == two
            }
            (Self::StopChanged(one), Self::StopChanged(two)) => one.is_of_same_field(*two),
            (Self::Renamed(_), Self::Renamed(_))
            | (Self::HorizonChanged(_), Self::HorizonChanged(_))
            | (Self::DiscountRateChanged(_), Self::DiscountRateChanged(_))
            | (Self::HybridShareChanged(_), Self::HybridShareChanged(_))
            | (Self::OverflowBaseChanged(_), Self::OverflowBaseChanged(_))
            | (Self::RevenueChanged(_), Self::RevenueChanged(_))
            | (Self::BudgetChanged(_), Self::BudgetChanged(_))
            | (Self::ConfidenceChanged(_), Self::ConfidenceChanged(_))
            | (Self::PercentilesChanged(_), Self::PercentilesChanged(_))
            | (Self::OneOffsSpread(_), Self::OneOffsSpread(_))
            | (Self::TrialsChanged(_), Self::TrialsChanged(_))
            | (Self::SeedChanged(_), Self::SeedChanged(_)) => true,
            // Choices and presses are a step each.
            _ => false,
        }
    }
}
