//! The words of the page: titles, buttons, labels and hints of fields, heads of tables. Notices are in `notices`.

use crate::format::{count, percent};

/// Name of the program.
pub const NAME: &str = "Shorecast";
/// Title of the browser's tab.
pub const TITLE: &str = "Shorecast: what outsourcing really costs";
/// What the program is for, under its name.
pub const TAGLINE: &str = "What outsourcing really costs, in thousands of possible futures instead of one guess.";
/// What the search engines and link previews show.
pub const DESCRIPTION: &str = "Compare in-house work with onshore, nearshore and offshore outsourcing: hidden costs, risks \
                               and odds, simulated in your browser. Nothing leaves your computer.";
/// First link of the page, for those who use a keyboard.
pub const SKIP_LINK: &str = "Skip to the answer";
/// What happens with the figures people enter.
pub const PRIVACY: &str =
    "Everything is computed on this device. Your figures leave it only inside a link that you copy.";
/// What the answer is worth.
pub const CAVEAT: &str = "A simulation of stated assumptions, not advice. Change what you know better.";

/// A field: its label, and the hint beneath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Label.
    pub label: &'static str,
    /// Hint; empty where the label says all.
    pub hint: &'static str,
}

const fn field(label: &'static str, hint: &'static str) -> Field {
    Field { label, hint }
}

/// Headings of the sections of inputs, in their order.
pub mod headings {
    /// Choice of a preset.
    pub const PRESETS: &str = "Start from an example";
    /// Section of the inputs.
    pub const INPUTS: &str = "Your situation";
    /// Functions, people, wages.
    pub const OPERATION: &str = "Your operation";
    /// Which strategies are compared.
    pub const STRATEGIES: &str = "Ways of sourcing";
    /// Countries behind onshore, nearshore, offshore.
    pub const DESTINATIONS: &str = "Countries";
    /// The assumptions that matter most here.
    pub const EXPECTATIONS: &str = "What you expect";
    /// Risk events.
    pub const RISKS: &str = "Risks";
    /// All assumptions.
    pub const ASSUMPTIONS: &str = "All assumptions";
    /// Trials, seed, horizon.
    pub const RUN: &str = "The simulation";
    /// Section of the results.
    pub const RESULTS: &str = "The answer";
    /// The verdict.
    pub const VERDICT: &str = "Verdict";
    /// Ranked table.
    pub const COMPARISON: &str = "Comparison";
    /// Chart of costs.
    pub const COSTS: &str = "What each way costs";
    /// Chart of one saving.
    pub const SAVING: &str = "What you save, or lose";
    /// Stacked lines.
    pub const COST_LINES: &str = "Where the money goes";
    /// Risk events' figures.
    pub const EVENTS: &str = "What went wrong, how often";
    /// Glossary.
    pub const GLOSSARY: &str = "Words";
}

/// Fields of a scenario.
pub mod fields {
    use super::{Field, field};

    /// The scenario's name.
    pub const NAME: Field = field("Name of this scenario", "At most 80 characters.");
    /// Yearly revenue.
    pub const REVENUE: Field =
        field("Yearly revenue of the firm", "In dollars. It limits what a data breach can cost.");
    /// Months simulated.
    pub const HORIZON: Field = field("Time looked at", "In months, 12 to 120.");
    /// Discount rate.
    pub const DISCOUNT_RATE: Field =
        field("Discount rate", "How much less money counts for each year it is later, in per cent a year.");
    /// Share that moves under hybrid.
    pub const HYBRID_SHARE: Field = field("Share that moves under hybrid", "In per cent of each function.");
    /// Kind of a function.
    pub const KIND: Field = field("Kind of work", "It decides the usual wage, attrition and vendor's price.");
    /// A function's own name.
    pub const FUNCTION_NAME: Field = field("Name", "Leave empty to use the kind of work.");
    /// Heads of a function.
    pub const HEADCOUNT: Field =
        field("People", "Paid people today; half posts count half. A range like 20 to 30 is fine.");
    /// Wage of a function.
    pub const WAGE: Field =
        field("Yearly wage", "Average for one person, paid leave included, before benefits and payroll taxes.");
    /// Data sensitivity of a function.
    pub const SENSITIVITY: Field = field("Sensitivity of the data", "");
    /// Whether function-specific strategies move the function.
    pub const OUTSOURCE: Field = field("Moves under function-specific", "Unmarked functions stay in-house there.");
    /// Countries.
    pub const ONSHORE: Field = field("Onshore country", "");
    /// Countries.
    pub const NEARSHORE: Field = field("Nearshore country", "");
    /// Countries.
    pub const OFFSHORE: Field = field("Offshore country", "");
    /// Trials.
    pub const TRIALS: Field = field("Futures to simulate", "1,024 to 1,048,576. More are surer and take longer.");
    /// Seed.
    pub const SEED: Field = field("Seed", "The same seed gives the same futures, on every machine.");
    /// Search in the list of assumptions.
    pub const SEARCH: Field = field("Find an assumption", "");
    /// Which strategy the chart of savings shows.
    pub const STRATEGY_SHOWN: Field = field("Compared with in-house", "");
}

/// Buttons and links.
pub mod buttons {
    /// Starts a run.
    pub const RUN: &str = "Simulate";
    /// Stops a run.
    pub const CANCEL: &str = "Cancel";
    /// Tries again.
    pub const RETRY: &str = "Try again";
    /// Reloads the page.
    pub const RELOAD: &str = "Reload";
    /// Takes back the last change.
    pub const UNDO: &str = "Undo";
    /// Puts the last change back.
    pub const REDO: &str = "Redo";
    /// Copies the link.
    pub const COPY_LINK: &str = "Copy link";
    /// Saves the scenario as a file.
    pub const SAVE_FILE: &str = "Save as file";
    /// Opens a scenario file.
    pub const OPEN_FILE: &str = "Open file";
    /// Adds a function.
    pub const ADD_FUNCTION: &str = "Add a function";
    /// Removes a function.
    pub const REMOVE_FUNCTION: &str = "Remove this function";
    /// Puts an assumption back.
    pub const RESET: &str = "Back to the default";
    /// Puts all assumptions back.
    pub const RESET_ALL: &str = "All back to their defaults";
    /// Another seed.
    pub const NEW_SEED: &str = "Other futures";
    /// Closes a notice or a sheet.
    pub const CLOSE: &str = "Close";
    /// Opens the inputs on a phone.
    pub const SHOW_INPUTS: &str = "Change inputs";
    /// Shows a chart's numbers.
    pub const SHOW_TABLE: &str = "Show the numbers as a table";
    /// Hides a chart's numbers.
    pub const HIDE_TABLE: &str = "Hide the table";
    /// Light and dark.
    pub const LIGHT_MODE: &str = "Light";
    /// Light and dark.
    pub const DARK_MODE: &str = "Dark";
    /// Follow the system.
    pub const SYSTEM_MODE: &str = "As the system";
}

/// Heads of tables that are no chart's.
pub mod tables {
    /// The ranked comparison.
    pub const COMPARISON: [&str; 5] =
        ["Way of sourcing", "Cost on average", "Typical saving", "Saves money in", "Worst 5 of 100"];
    /// The cost lines.
    pub const COST_LINES: [&str; 2] = ["Cost line", "On average, today's money"];
    /// What marks the lines that a quoted price leaves out.
    pub const HIDDEN_COSTS: &str = "Not in the quoted price";
    /// The sum of all lines.
    pub const TOTAL: &str = "Total";
    /// The risk events.
    pub const EVENTS: [&str; 3] = ["Risk", "Happens in", "Cost on average over all futures"];
    /// The assumptions.
    pub const ASSUMPTIONS: [&str; 5] = ["Assumption", "Value", "What the ends mean", "How well founded", "Source"];
}

/// Mark of an assumption that was changed.
pub const CHANGED: &str = "Changed by you";

/// How many assumptions were changed.
pub fn changed_assumptions(changed: usize) -> String {
    match changed {
        0 => "All assumptions are at their defaults.".to_owned(),
        1 => "1 assumption is changed by you.".to_owned(),
        more => format!("{} assumptions are changed by you.", count(more as u64)),
    }
}

/// Heading of a function in the list, by its place from 0.
pub fn function_heading(index: usize, name: &str) -> String {
    format!("Function {}: {name}", index + 1)
}

/// What the default of an assumption is.
pub fn default_value(value: &str) -> String {
    format!("Default: {value}")
}

/// Where a default comes from: the source and the year of its data.
pub fn source(citation: &str, year: u16) -> String {
    if year == 0 { citation.to_owned() } else { format!("{citation} ({year})") }
}

/// Share of a cost line in the total.
pub fn share_of_total(share: f64) -> String {
    format!("{} of the total", percent(share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_verbs() {
        assert_eq!(changed_assumptions(1), "1 assumption is changed by you.");
        assert_eq!(changed_assumptions(2), "2 assumptions are changed by you.");
        assert_eq!(function_heading(0, "Payroll"), "Function 1: Payroll");
    }
}
