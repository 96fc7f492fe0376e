//! The whole of what a user states.

use super::assumption::{Assumption, AssumptionKey, Level};
use super::business_function::BusinessFunction;
use super::contract::ContractTerms;
use super::correlation::Correlation;
use super::cost_line::CostLine;
use super::currency::Currency;
use super::destination::{Destination, Destinations};
use super::distribution::Uncertain;
use super::effects;
use super::hybrid::Hybrid;
use super::issue::{Issue, IssueKind};
use super::json_path;
use super::provider::ScoreCard;
use super::risk_event::RiskEvents;
use super::site::{BySite, Site, is_default};
use super::stop::Stop;
use super::strategy::Strategy;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The format number written into files and links.
pub const FORMAT: u32 = 1;

/// The longest scenario text that is read at all, in bytes. Files and links come from anywhere.
pub const LONGEST_TEXT: usize = 1 << 20;

/// How many trials, where the random numbers start, and when fewer trials are enough.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunSettings {
    /// Trials asked for, 1,024 to 1,048,576; rounded up to whole batches by the plan. With a precision, the most there will be.
    pub trials: u32,
    /// Seed, 0 to 2^53 - 1, so that a JSON number holds it exactly.
    pub seed: u64,
    /// The precision at which the run stops before its last trial; `None` to go through all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<Stop>,
}

impl RunSettings {
    /// Fewest trials that may be asked for.
    pub const LEAST_TRIALS: u32 = 1_024;
    /// Most trials that may be asked for.
    pub const MOST_TRIALS: u32 = 1_048_576;
    /// Greatest seed.
    pub const GREATEST_SEED: u64 = (1 << 53) - 1;
}

impl Default for RunSettings {
    fn default() -> Self {
        Self { trials: 10_000, seed: 1, stop: None }
    }
}

/// A portfolio of business functions, the ways of sourcing to compare, and everything known about both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Format number of the file; [`FORMAT`] for those written by this program.
    pub format: u32,
    /// What the scenario is called, at most 80 characters.
    pub name: String,
    /// The firm's own country, by its ISO 3166 code of two letters. Defaults are American, whatever stands here; elsewhere than in
    /// the United States onshore means this country, and any country can be near or far.
    #[serde(default = "united_states", skip_serializing_if = "is_united_states")]
    pub home_country: String,
    /// The currency of every amount that the scenario states and of all figures.
    #[serde(default, skip_serializing_if = "Currency::is_us_dollar")]
    pub currency: Currency,
    /// Yearly revenue of the firm. Money; bounds and scales what a data breach can cost.
    pub revenue: f64,
    /// Months that are simulated, 12 to 120.
    pub horizon_months: u32,
    /// Yearly discount rate, nominal, 0..0.5.
    pub discount_rate: f64,
    /// The functions, 1 to 40 of them.
    pub functions: Vec<BusinessFunction>,
    /// The country behind each geography.
    #[serde(default)]
    pub destinations: Destinations,
    /// Share of each function that moves under a hybrid strategy, 0..1.
    pub hybrid_share: f64,
    /// Which part of the work a hybrid strategy moves: that share of every hour, or other hours.
    #[serde(default, skip_serializing_if = "Hybrid::is_default")]
    pub hybrid: Hybrid,
    /// Assumptions that differ from the catalogue, by key (see [`AssumptionKey`]).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub assumptions: BTreeMap<String, Uncertain>,
    /// Pairs whose correlation differs from the catalogue's, or that the catalogue does not have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub correlations: Vec<Correlation>,
    /// What is agreed with the vendor of each site.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contracts: BySite<ContractTerms>,
    /// What is known of the vendor of each site.
    #[serde(default, skip_serializing_if = "is_default")]
    pub providers: BySite<ScoreCard>,
    /// Which risk events are simulated.
    #[serde(default)]
    pub events: RiskEvents,
    /// Lines of cost that are not counted, under any strategy.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub lines_off: BTreeSet<CostLine>,
    /// Over how many months from the first day of the vendor's work the one-off costs of the start are spread, 0..120; 0 books
    /// them when they are paid.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub spread_one_offs_months: u32,
    /// Whether moving the work back at the end of the time simulated is counted.
    #[serde(default, skip_serializing_if = "is_false")]
    pub count_exit: bool,
    /// The strategies to compare; in-house is always priced, listed or not.
    #[serde(default = "Strategy::default_comparison")]
    pub strategies: Vec<Strategy>,
    /// What may be spent over the horizon, money, undiscounted; how often it is not enough is then reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<f64>,
    /// The chance with which the reported budget suffices, 0.5..0.999.
    #[serde(default = "usual_confidence", skip_serializing_if = "is_usual_confidence")]
    pub confidence: f64,
    /// Percentiles that are reported beside the usual ones, in per cent, 0.1..99.9, at most 20 of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub percentiles: Vec<f64>,
    /// Trials, seed and precision.
    #[serde(default)]
    pub run: RunSettings,
}

/// The confidence of a budget when none is stated: four in five.
pub const USUAL_CONFIDENCE: f64 = 0.8;

fn usual_confidence() -> f64 {
    USUAL_CONFIDENCE
}

// The form that `serde` asks for.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_usual_confidence(confidence: &f64) -> bool {
    confidence.total_cmp(&USUAL_CONFIDENCE).is_eq()
}

/// The code of the country whose figures the catalogue holds.
pub const UNITED_STATES: &str = "US";

fn united_states() -> String {
    UNITED_STATES.to_owned()
}

fn is_united_states(code: &str) -> bool {
    code == UNITED_STATES
}

// Serde hands out references.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(months: &u32) -> bool {
    *months == 0
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// The one field that every format has.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

impl Scenario {
    /// Reads a scenario from JSON.
    ///
    /// # Errors
    /// One issue, with the path of the field, when the text is too long, is not JSON, lacks a field, has one that
    /// does not exist, or is of a newer format. Whether the values make sense is [`super::check::check`]'s question.
    pub fn from_json(text: &str) -> Result<Self, Issue> {
        if text.len() > LONGEST_TEXT {
            return Err(Issue::new("", IssueKind::TooLong { most: LONGEST_TEXT }));
        }
        // The format is looked at first: a newer file should say that it is newer, not which field is unknown.
        if let Ok(Format { format }) = serde_json::from_str::<Format>(text)
            && format > FORMAT
        {
            return Err(Issue::new("format", IssueKind::NewerFormat { found: format, known: FORMAT }));
        }
        serde_json::from_str(text).map_err(|error| {
            let path = json_path::at(text, error.line(), error.column());
            Issue::new(path, IssueKind::Unreadable(error.to_string()))
        })
    }

    /// The scenario as compact JSON: what files and links hold and what travels to the workers.
    pub fn to_json(&self) -> String {
        // Plain structs with string keys: serialising them cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The value of an assumption: the user's own if there is one, taken as it is; else the catalogue's default under the
    /// contract and the provider of its site.
    pub fn assumption(&self, key: &AssumptionKey) -> Uncertain {
        match self.assumptions.get(&key.to_string()) {
            Some(own) => *own,
            None => effects::default_of(key, self),
        }
    }

    /// Whether home is the country whose figures the catalogue holds.
    pub fn is_american(&self) -> bool {
        is_united_states(&self.home_country)
    }

    /// The catalogue's country behind a vendor. At home it is the United States, which stand in for any other home.
    pub fn country_of(&self, site: Site) -> Destination {
        match site {
            Site::Onshore => Destination::UnitedStates,
            Site::Nearshore | Site::Offshore => self.destinations.at(site),
        }
    }

    /// Units of the scenario's currency for one US dollar: what the catalogue's amounts of money are multiplied by.
    pub fn units_per_dollar(&self) -> f64 {
        self.assumption(&AssumptionKey::home(Assumption::ExchangeRate)).likely()
    }

    /// The function with this id.
    pub fn function(&self, id: &str) -> Option<&BusinessFunction> {
        self.functions.iter().find(|function| function.id == id)
    }

    /// The same scenario with every quantity fixed at its likely value and no risk events: what a spreadsheet holds.
    #[must_use]
    pub fn without_uncertainty(&self) -> Self {
        let mut certain = self.clone();
        certain.events = RiskEvents::NONE;
        for function in &mut certain.functions {
            if let Some(headcount) = &mut function.headcount {
                *headcount = Uncertain::Fixed(headcount.likely());
            }
            if let Some(contacts) = &mut function.contacts {
                contacts.per_month = Uncertain::Fixed(contacts.per_month.likely());
                contacts.handle_seconds = Uncertain::Fixed(contacts.handle_seconds.likely());
            }
            function.wage = Uncertain::Fixed(function.wage.likely());
            for amount in [&mut function.known_cost, &mut function.margin_at_risk] {
                *amount = amount.map(|amount| Uncertain::Fixed(amount.likely()));
            }
            function.transactions_per_year =
                function.transactions_per_year.map(|number| Uncertain::Fixed(number.likely()));
            for quote in function.quotes.values_mut() {
                quote.price = Uncertain::Fixed(quote.price.likely());
            }
        }
        for key in self.assumption_keys() {
            // Unless it is stated this one follows from the hours of coverage, and must go on doing so.
            if key.assumption == Assumption::OutsideHours && !self.assumptions.contains_key(&key.to_string()) {
                continue;
            }
            // Without uncertainty a currency drifts and does not fluctuate, and so do volumes and wages.
            let value = if key.assumption.is_volatility() { 0.0 } else { self.assumption(&key).likely() };
            certain.assumptions.insert(key.to_string(), Uncertain::Fixed(value));
        }
        certain
    }

    /// The keys of every assumption this scenario depends on, in a fixed order.
    pub fn assumption_keys(&self) -> Vec<AssumptionKey> {
        let mut keys = Vec::new();
        for &assumption in Assumption::ALL {
            match assumption.level() {
                Level::Home => keys.push(AssumptionKey::home(assumption)),
                Level::Function => {
                    keys.extend(
                        self.functions.iter().map(|function| AssumptionKey::function(assumption, &function.id)),
                    );
                }
                Level::Site => keys.extend(Site::ALL.map(|site| AssumptionKey::site(assumption, site))),
                Level::FunctionSite => {
                    for function in &self.functions {
                        keys.extend(Site::ALL.map(|site| AssumptionKey::function_site(assumption, &function.id, site)));
                    }
                }
            }
        }
        keys
    }
}
