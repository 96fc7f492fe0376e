//! Where the money goes, line by line, and what the risk events did: words and tables.

use super::labels;
use super::strategies::strategy_name;
use crate::engine::summary::{EventSummary, StrategySummary};
use crate::format::{MINUS, NO_NUMBER, decimal, money_compact, of_hundred};
use crate::model::{CostLine, Currency, RiskEvent};

/// Heading of the lines.
pub const TITLE: &str = "Where the money goes";
/// What the table holds.
pub const HINT: &str =
    "Average over all futures, in today's money. Lines below the vendor's bill are what a quoted price leaves out.";
/// Caption of the lines.
pub const CAPTION: &str = "Average cost by line, in-house and as compared";
/// Heading of the events.
pub const EVENTS_TITLE: &str = "What can happen, and what it cost";
/// What the table of events holds.
pub const EVENTS_HINT: &str =
    "In how many futures it happened at least once, and its cost on average over all futures, in today's money.";
/// Caption of the events.
pub const EVENTS_CAPTION: &str = "Risk events, in-house and as compared";

fn name(strategy: &StrategySummary) -> String {
    strategy_name(&strategy.strategy, strategy.name.as_deref())
}

/// Heads of the table of lines.
pub fn line_head(home: &StrategySummary, other: Option<&StrategySummary>) -> Vec<String> {
    let mut head = vec!["Line".to_owned(), name(home)];
    if let Some(other) = other {
        head.extend([name(other), "Difference".to_owned()]);
    }
    head
}

/// The lines on which either has anything, and their sum.
pub fn line_rows(home: &StrategySummary, other: Option<&StrategySummary>, currency: Currency) -> Vec<Vec<String>> {
    let of = |strategy: &StrategySummary, line: CostLine| {
        strategy.lines_present_value.get(&line).copied().unwrap_or_default()
    };
    let row = |label: &str, home: f64, away: Option<f64>| {
        let written =
            |amount: f64| if amount.abs() < 0.5 { NO_NUMBER.to_owned() } else { money_compact(amount, currency) };
        let mut cells = vec![label.to_owned(), written(home)];
        if let Some(away) = away {
            cells.extend([written(away), signed(away - home, currency)]);
        }
        cells
    };
    let mut rows: Vec<Vec<String>> = CostLine::ALL
        .into_iter()
        .map(|line| (line, of(home, line), other.map(|other| of(other, line))))
        .filter(|(_, home, away)| home.abs() >= 1.0 || away.is_some_and(|away| away.abs() >= 1.0))
        .map(|(line, home, away)| row(labels::cost_line(line), home, away))
        .collect();
    rows.push(row("In all", home.cost_present_value.mean, other.map(|other| other.cost_present_value.mean)));
    rows
}

fn signed(amount: f64, currency: Currency) -> String {
    let written = money_compact(amount, currency);
    if written.starts_with(MINUS) || amount < 0.5 { written } else { format!("+{written}") }
}

/// Heads of the table of events.
pub fn event_head(home: &StrategySummary, other: Option<&StrategySummary>) -> Vec<String> {
    let mut head = vec!["Event".to_owned()];
    for strategy in [Some(home), other].into_iter().flatten() {
        head.extend([format!("{}: happens in", name(strategy)), "costs".to_owned()]);
    }
    head
}

/// The events that can happen to either.
pub fn event_rows(home: &StrategySummary, other: Option<&StrategySummary>, currency: Currency) -> Vec<Vec<String>> {
    let strategies: Vec<&StrategySummary> = [Some(home), other].into_iter().flatten().collect();
    let happens = |event: &RiskEvent| {
        strategies.iter().any(|strategy| strategy.events.get(event).is_some_and(|found| found.chance > 0.0))
    };
    RiskEvent::ALL
        .into_iter()
        .filter(happens)
        .map(|event| {
            let mut cells = vec![labels::risk_event(event).to_owned()];
            for strategy in &strategies {
                cells.extend(event_cells(event, strategy.events.get(&event), currency));
            }
            cells
        })
        .collect()
}

fn event_cells(event: RiskEvent, found: Option<&EventSummary>, currency: Currency) -> [String; 2] {
    let nothing = || NO_NUMBER.to_owned();
    let Some(found) = found.filter(|found| found.chance > 0.0) else { return [nothing(), nothing()] };
    let often = if found.mean_count > 1.5 {
        format!("{}, {} times on average", of_hundred(found.chance), decimal(found.mean_count, 1))
    } else {
        of_hundred(found.chance)
    };
    // What a shock to the volume costs is spread over all lines.
    let has_cost = !matches!(event, RiskEvent::DemandShock | RiskEvent::AutomationShock);
    [often, if has_cost { money_compact(found.mean_cost_present_value, currency) } else { nothing() }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fixture;

    #[test]
    fn lines_add_up_to_the_sum_and_differences_carry_their_sign() {
        let mut summary = fixture::comparison(1);
        summary.strategies[0].lines_present_value = [(CostLine::Pay, 9e5), (CostLine::Travel, 0.0)].into();
        summary.strategies[1].lines_present_value = [(CostLine::Pay, 3e5), (CostLine::VendorFees, 2e5)].into();
        let (home, away) = (&summary.strategies[0], &summary.strategies[1]);
        let rows = line_rows(home, Some(away), summary.currency);
        assert!(rows.iter().all(|row| row.len() == line_head(home, Some(away)).len()), "{rows:?}");
        // A line on which neither has anything is left out; one on which only one has is there.
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[1][1], NO_NUMBER);
        assert_eq!(rows.last().map(|row| row[0].as_str()), Some("In all"));
        assert_eq!(signed(1_500.0, Currency::default()), format!("+{}", money_compact(1_500.0, Currency::default())));
        assert_eq!(signed(-1_500.0, Currency::default()), money_compact(-1_500.0, Currency::default()));
        assert_eq!(line_rows(home, None, summary.currency)[0].len(), 2);
    }
}
