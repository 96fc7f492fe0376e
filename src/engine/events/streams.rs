//! The random numbers of events, by place.

use crate::engine::draws::{Numbers, Stream};
use crate::model::Site;

/// The random numbers of everything that happens.
#[derive(Clone, Debug)]
pub struct EventStreams {
    /// When data breaches happen.
    pub breach_clock: Stream,
    /// What they cost.
    pub breach_severity: Stream,
    /// Whether a breach ends in a fine.
    pub fine_chance: Stream,
    /// How large the fine is.
    pub fine_size: Stream,
    /// What happens at home.
    pub home: PlaceStreams,
    /// What happens at each site in use, in the plan's order.
    pub sites: Vec<PlaceStreams>,
}

/// The random numbers of what happens at one place.
#[derive(Clone, Debug)]
pub struct PlaceStreams {
    /// When work is stopped.
    pub disruption_clock: Stream,
    /// For how long.
    pub disruption_days: Stream,
    /// How much of it.
    pub disruption_reach: Stream,
    /// When a year of high attrition begins.
    pub spike_clock: Stream,
    /// How high it is.
    pub spike_factor: Stream,
    /// The key people of each function, in the plan's order.
    pub key_people: Vec<KeyPeopleStreams>,
}

/// The random numbers of the key people of a function at one place.
#[derive(Clone, Copy, Debug)]
pub struct KeyPeopleStreams {
    /// When they leave.
    pub clock: Stream,
    /// How long a successor takes.
    pub months: Stream,
}

impl EventStreams {
    /// Those of a plan with these sites and functions.
    pub fn new(numbers: Numbers, sites: &[Site], functions: &[&str]) -> Self {
        let stream = |id: &str| numbers.stream(id);
        Self {
            breach_clock: stream("home/data_breach/clock"),
            breach_severity: stream("home/data_breach/severity"),
            fine_chance: stream("home/compliance_fine/chance"),
            fine_size: stream("home/compliance_fine/size"),
            home: PlaceStreams::new(numbers, None, functions),
            sites: sites.iter().map(|site| PlaceStreams::new(numbers, Some(*site), functions)).collect(),
        }
    }
}

impl PlaceStreams {
    /// Those of a site, or of home.
    fn new(numbers: Numbers, site: Option<Site>, functions: &[&str]) -> Self {
        let place = site.map_or("home", Site::id);
        let stream = |name: &str| numbers.stream(&format!("{place}/{name}"));
        let of_function = |function: &str, name: &str| {
            let owner = site.map_or_else(|| function.to_owned(), |site| format!("{function}/{}", site.id()));
            numbers.stream(&format!("{owner}/key_people/{name}"))
        };
        Self {
            disruption_clock: stream("disruption/clock"),
            disruption_days: stream("disruption/days"),
            disruption_reach: stream("disruption/reach"),
            spike_clock: stream("attrition_spike/clock"),
            spike_factor: stream("attrition_spike/factor"),
            key_people: functions
                .iter()
                .map(|function| KeyPeopleStreams {
                    clock: of_function(function, "clock"),
                    months: of_function(function, "months"),
                })
                .collect(),
        }
    }
}
