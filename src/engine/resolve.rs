//! From what is stated to what can be drawn: every quantity of the firm, of a function, of a site, resolved against the catalogue.

use super::correlation::Copula;
use super::draws::path::Pace;
use super::draws::{Numbers, PathStream};
use super::plan::{ContactsPlan, FunctionPlan, SitePlan};
use super::quantity::Quantity;
use super::sampler::Sampler;
use super::staffing::{Circumstances, StaffingTable, likely_heads};
use crate::model::assumption::Level;
use crate::model::catalogue;
use crate::model::check;
use crate::model::effects;
use crate::model::{
    Assumption, AssumptionKey, BusinessFunction, DataSensitivity, PricingUnit, Scenario, Site, Uncertain,
};

/// Turns assumptions into quantities.
pub struct Resolver<'a> {
    scenario: &'a Scenario,
    numbers: Numbers,
    copula: Copula,
}

impl<'a> Resolver<'a> {
    /// Resolves quantities of a checked scenario, which move together as `copula` says.
    pub fn new(scenario: &'a Scenario, numbers: Numbers, copula: Copula) -> Self {
        Self { scenario, numbers, copula }
    }
}

impl Resolver<'_> {
    fn quantity(&self, key: &AssumptionKey, stream_id: &str) -> Quantity {
        let stated = self.scenario.assumption(key);
        self.stated(&stated, catalogue::limits(key.assumption), stream_id)
    }

    /// The quantity drawn under this id, alone or with others.
    fn stated(&self, value: &Uncertain, limits: (f64, f64), stream_id: &str) -> Quantity {
        Quantity {
            sampler: Sampler::new(value, limits),
            stream: self.numbers.stream(stream_id),
            mix: self.copula.mix(stream_id),
        }
    }

    /// The quantities of the firm, by [`Assumption`]; `None` for those of other levels.
    pub fn home(&self) -> Vec<Option<Quantity>> {
        let of = |assumption: &Assumption| AssumptionKey::home(*assumption);
        self.level(Level::Home, |assumption| (of(assumption), format!("home/{}", assumption.id())))
    }

    fn level(
        &self,
        level: Level,
        key_and_id: impl Fn(&Assumption) -> (AssumptionKey, String),
    ) -> Vec<Option<Quantity>> {
        Assumption::ALL
            .iter()
            .map(|assumption| {
                (assumption.level() == level).then(|| {
                    let (key, id) = key_and_id(assumption);
                    self.quantity(&key, &id)
                })
            })
            .collect()
    }

    /// The quantities of a function.
    pub fn function(&self, function: &BusinessFunction) -> FunctionPlan {
        let id = &function.id;
        let circumstances = Circumstances::of(self.scenario);
        let contacts = function.contacts.as_ref().map(|contacts| ContactsPlan {
            per_month: self.stated(&contacts.per_month, check::CONTACTS_PER_MONTH, &format!("{id}/contacts_per_month")),
            handle_seconds: self.stated(
                &contacts.handle_seconds,
                check::HANDLE_SECONDS,
                &format!("{id}/handle_seconds"),
            ),
            likely_seconds: contacts.per_month.likely() * contacts.handle_seconds.likely(),
        });
        let heads = function.headcount.unwrap_or_else(|| Uncertain::Fixed(likely_heads(function, &circumstances)));
        let own = |assumption: Assumption| {
            self.quantity(&AssumptionKey::function(assumption, id), &format!("{id}/{}", assumption.id()))
        };
        let (attrition, volume_growth, volume_volatility, seasonal_peak, automation_potential) = (
            own(Assumption::Attrition),
            own(Assumption::VolumeGrowth),
            own(Assumption::VolumeVolatility),
            own(Assumption::SeasonalPeak),
            own(Assumption::AutomationPotential),
        );
        let (outside_hours, avoidable_share) = (own(Assumption::OutsideHours), own(Assumption::AvoidableShare));
        let never_swings = volume_volatility.sampler.certain() == Some(0.0);
        let by_transaction = Site::ALL.iter().any(|site| function.pricing(*site) == PricingUnit::Transaction);
        let transactions = function.transactions_per_year.filter(|_| by_transaction);
        FunctionPlan {
            id: id.clone(),
            headcount: self.stated(&heads, check::HEADCOUNT, &format!("{id}/headcount")),
            contacts,
            staffing: StaffingTable::new(function, &circumstances),
            wage: self.stated(&function.wage, check::WAGE, &format!("{id}/wage")),
            attrition,
            outside_hours,
            states_outside_hours: self
                .scenario
                .assumptions
                .contains_key(&AssumptionKey::function(Assumption::OutsideHours, id).to_string()),
            known_cost: function
                .known_cost
                .map(|cost| [self.stated(&cost, check::YEARLY_AMOUNT, &format!("{id}/known_cost")), avoidable_share]),
            margin_at_risk: function
                .margin_at_risk
                .filter(|_| function.is_customer_facing())
                .map(|margin| self.stated(&margin, check::YEARLY_AMOUNT, &format!("{id}/margin_at_risk"))),
            is_core: function.is_core(),
            is_highly_sensitive: function.sensitivity == DataSensitivity::High,
            volume_growth,
            volume_volatility,
            swings: (!never_swings).then(|| PathStream::new(self.numbers, &format!("{id}/swings"), Pace::Monthly)),
            seasonal_peak,
            automation_potential,
            pricing: Site::ALL.map(|site| function.pricing(site)),
            // One vendor, one negotiation: the prices of all functions at a site lie at the same percentile.
            price: Site::ALL.map(|site| {
                let stream = format!("{}/hourly_rate", site.id());
                match function.quotes.get(&site) {
                    Some(quote) => self.stated(&quote.price, catalogue::limits(Assumption::HourlyRate), &stream),
                    None => self.quantity(&AssumptionKey::function_site(Assumption::HourlyRate, id, site), &stream),
                }
            }),
            transactions: transactions
                .map(|number| self.stated(&number, check::TRANSACTIONS, &format!("{id}/transactions_per_year"))),
            movable_share: Site::ALL.map(|site| {
                let key = AssumptionKey::site(Assumption::MovableShare, site);
                self.quantity(&key, &format!("{id}/{}/movable_share", site.id()))
            }),
            sensitivity: function.sensitivity.factor(),
        }
    }

    /// The quantities of a site.
    pub fn site(&self, site: Site) -> SitePlan {
        let quantities = self.level(Level::Site, |assumption| {
            (AssumptionKey::site(*assumption, site), format!("{}/{}", site.id(), assumption.id()))
        });
        let certainly_zero = |assumption: Assumption| {
            let quantity = quantities[assumption as usize].as_ref();
            quantity.and_then(|quantity| quantity.sampler.certain()) == Some(0.0)
        };
        let needs_currency =
            !certainly_zero(Assumption::LocalPriceShare) && !certainly_zero(Assumption::CurrencyVolatility);
        let stream = |name: &str| self.numbers.stream(&format!("{}/{name}", site.id()));
        SitePlan {
            site,
            quality: stream("quality"),
            quality_shift: effects::deal_quality_shift(self.scenario, site),
            currency: needs_currency
                .then(|| PathStream::new(self.numbers, &format!("{}/currency", site.id()), Pace::Monthly)),
            currency_mix: self.copula.mix(&format!("{}/currency", site.id())),
            early_end: stream("early_end/clock"),
            brought_home: stream("early_end/brought_home"),
            insolvency: stream("early_end/insolvency"),
            ended_by_buyer: stream("early_end/ended_by_buyer"),
            overrun: stream("transition_overrun/chance"),
            quantities,
        }
    }
}
