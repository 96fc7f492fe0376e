//! Words of the page itself: headings, fields, buttons, the run. What the page says about itself is in `notices`.

use super::labels;
use super::stopping;
use super::strategies::strategy_name;
use super::work;
use crate::engine::Summary;
use crate::engine::summary::{BreakEven, Distribution, Saving};
use crate::format::number::count;
use crate::format::{MINUS, money_compact, money_with_error, months, of_hundred};
use crate::model::{BusinessFunction, Currency, Site};

/// Name of the program.
pub const NAME: &str = "Shorecast";
/// What it is for.
pub const TAGLINE: &str = "What outsourcing really costs";
/// What happens to what people enter.
pub const PRIVACY: &str = "Simulated in your browser. Nothing you enter leaves it.";
/// First thing for the keyboard.
pub const SKIP_TO_ANSWER: &str = "Skip to the answer";
/// Last line of the page.
pub const COLOPHON: &str = "A simulation shows what follows from assumptions; it does not know your vendor. Check the \
                            assumptions that matter most before you sign anything.";

/// Leads to the page that says how every figure is computed.
pub const HOW_COMPUTED: &str = "How every figure is computed";

/// Heading of the verdict.
pub const ANSWER: &str = "The answer";
/// In place of the verdict before there is one.
pub const FIRST_RUN: &str = "Simulating…";
/// What the filled dots are.
pub const FUTURES_SAVING: &str = "costs less than in-house";
/// What the other dots are.
pub const FUTURES_NOT_SAVING: &str = "costs more";

/// Heading of the inputs.
pub const INPUTS: &str = "Your case";
/// Opens the inputs on a narrow screen.
pub const SHOW_INPUTS: &str = "Change the figures";
/// Closes the inputs on a narrow screen.
pub const HIDE_INPUTS: &str = "Close the figures";
/// Heading of the presets.
pub const START_FROM: &str = "Start from";
/// The scenario is no longer the preset.
pub const CHANGED_FROM_PRESET: &str = "You have changed this case.";
/// Goes back to the preset.
pub const RESET_TO_PRESET: &str = "Undo all changes";
/// Heading of the functions.
pub const FUNCTIONS: &str = "The work";
/// How to fill in the functions.
pub const FUNCTIONS_HINT: &str = "A number, or a range such as “20 to 30” where you are not sure.";
/// The scenario's name.
pub const CASE_NAME: &str = "Name of this case";
/// Takes back the last change.
pub const UNDO: &str = "Undo";
/// Makes a change again that was taken back.
pub const REDO: &str = "Redo";
/// Heading of the glossary.
pub const GLOSSARY: &str = "What the words mean";
/// Adds a function.
pub const ADD_FUNCTION: &str = "Add another function";
/// Removes a function.
pub const REMOVE: &str = "Remove";
/// Paid heads of a function.
pub const PEOPLE: &str = "People";
/// Wage of a function.
pub const WAGE: &str = "Yearly wage";
/// Kind of a function.
pub const KIND: &str = "Kind of work";
/// The user's own name of a function.
pub const FUNCTION_NAME: &str = "Your name for it";
/// Sensitivity of the data.
pub const SENSITIVITY: &str = "Sensitivity of the data";
/// Whether a function is close to what the firm lives by.
pub const CORE: &str = "Close to what your firm lives by";
/// What that means.
pub const CORE_HINT: &str = "Core work: split between you and a vendor, it takes time of both to stay in step.";
/// Whether customers meet the people who do a function.
pub const CUSTOMER_FACING: &str = "Your customers meet these people";
/// What that means.
pub const CUSTOMER_FACING_HINT: &str = "Work in which a customer can be won or lost.";
/// Whether a function moves under function-specific outsourcing.
pub const MOVES: &str = "Moves in function-specific outsourcing";
/// What that means.
pub const MOVES_HINT: &str = "Function-specific outsourcing moves the functions you mark and leaves the others.";
/// What a function is known to cost.
pub const KNOWN_COST: &str = "Known cost at home";
/// What that means.
pub const KNOWN_COST_HINT: &str = "If your books say what this work costs in a year, all in: the lines at home are scaled to it. \
                                   Leave empty to have them worked out.";
/// Margin that may be lost with customers.
pub const MARGIN_AT_RISK: &str = "Margin from its customers";
/// What that means.
pub const MARGIN_AT_RISK_HINT: &str = "Yearly margin from the customers this work serves. Some of it is lost when the work is \
                                       elsewhere. Leave empty to count none.";
/// In an optional field that is empty.
pub const NOT_COUNTED: &str = "not counted";
/// Revenue of the firm.
pub const REVENUE: &str = "Yearly revenue of the firm";
/// Why revenue is asked for.
pub const REVENUE_HINT: &str = "Scales what a data breach can cost.";
/// Heading of the ways of sourcing.
pub const SOURCING: &str = "Ways of sourcing";
/// Share that moves under hybrid.
pub const HYBRID_SHARE: &str = "Share that moves in hybrid outsourcing";
/// What that means.
pub const HYBRID_SHARE_HINT: &str = "The rest of each function stays with your own team.";
/// The firm's own country.
pub const HOME_COUNTRY: &str = "Your country";
/// What follows from it in the United States.
pub const HOME_COUNTRY_HINT: &str = "Wages, prices and other defaults are American.";
/// What follows from it elsewhere.
pub const HOME_ABROAD_HINT: &str = "The defaults stay American, and onshore means your country: put in your own wages, benefits and \
                                    prices. Any country can be near or far.";
/// The currency of all amounts.
pub const CURRENCY: &str = "Currency";
/// What a change of it does.
pub const CURRENCY_HINT: &str = "Amounts you have put in stay as they are; defaults are converted at the price of a US dollar \
                                 among the assumptions.";
/// Heading of horizon and discount rate.
pub const TERMS: &str = "Time and money";
/// Months that are simulated.
pub const HORIZON: &str = "Time simulated";
/// Behind the field of the horizon.
pub const MONTHS: &str = "months";
/// Yearly discount rate.
pub const DISCOUNT_RATE: &str = "Discount rate";
/// What that means.
pub const DISCOUNT_RATE_HINT: &str = "How much less money in a year is worth to you than money today.";
/// Over how many months one-off costs are spread.
pub const SPREAD_ONE_OFFS: &str = "Spread the costs of the start over";
/// What that means.
pub const SPREAD_ONE_OFFS_HINT: &str = "0 counts choosing a vendor, moving the work and severance when they are paid. 12 to 60 \
                                        spread them over that many months, as books often do.";
/// Whether the end is counted.
pub const COUNT_EXIT: &str = "Count moving the work back at the end";
/// What that means.
pub const COUNT_EXIT_HINT: &str = "As if the contract were not renewed after the time simulated.";
/// Heading of the list of lines.
pub const LINES: &str = "Lines of cost that count";
/// What the list is for.
pub const LINES_HINT: &str =
    "Take out what you do not want to count. A line taken out is nothing in every way of sourcing.";
/// Behind the field of a yearly share.
pub const A_YEAR: &str = "a year";
/// Heading of the risk events.
pub const RISKS: &str = "What can go wrong";
/// Heading of the run's settings.
pub const SIMULATION: &str = "The simulation";
/// Trials.
pub const TRIALS: &str = "Futures to simulate";
/// What more trials give.
pub const TRIALS_HINT: &str = "1,024 to 1,048,576. Four times as many halve the simulation's own error.";
/// Seed.
pub const SEED: &str = "Seed";
/// What the seed is.
pub const SEED_HINT: &str = "The same seed gives the same futures, to the digit.";
/// Draws another seed.
pub const NEW_SEED: &str = "Try another seed";
/// One number was asked for, a range was typed.
pub const ONE_NUMBER: &str = "Enter one number here, not a range.";
/// A whole number was asked for.
pub const WHOLE_NUMBER: &str = "Enter a whole number here.";

/// Name of the progress bar.
pub const PROGRESS: &str = "Progress of the simulation";
/// Cancels the run.
pub const CANCEL: &str = "Cancel";
/// Runs again after cancelling.
pub const RUN_AGAIN: &str = "Simulate again";
/// The scenario cannot be simulated.
pub const REFUSED: &str = "This case cannot be simulated. What is shown belongs to the one before.";

/// Heading of the comparison.
pub const COMPARISON: &str = "Every way of sourcing, compared";
/// Column: the strategy.
pub const COLUMN_STRATEGY: [&str; 2] = ["Way of sourcing", ""];
/// Column: the picture of the spread.
pub const COLUMN_SPREAD: [&str; 2] = ["Spread of costs", "9 of 10 futures"];
/// Column: the mean cost.
pub const COLUMN_COST: [&str; 2] = ["Costs", "on average"];
/// Column: the 95th percentile of the cost.
pub const COLUMN_BAD_CASE: [&str; 2] = ["Bad case", "1 in 20 is worse"];
/// Column: the mean saving.
pub const COLUMN_SAVING: [&str; 2] = ["Saves", "on average"];
/// Column: the chance of a saving.
pub const COLUMN_CHANCE_SAVES: [&str; 2] = ["Saves money in", "futures"];
/// Column: the break-even month.
pub const COLUMN_BREAK_EVEN: [&str; 2] = ["Pays back after", "middle future"];
/// Column: the chance to be the cheapest.
pub const COLUMN_CHEAPEST: [&str; 2] = ["Cheapest in", "futures"];
/// In a cell that has no meaning for in-house.
pub const NOT_APPLICABLE: &str = "–";
/// Beside the name of in-house.
pub const REFERENCE: &str = "for reference";
/// What choosing a row does.
pub const SHOW_SAVING: &str = "Show what it saves in the chart below";
/// Label of the choice of the strategy in the saving chart.
pub const SHOWN_STRATEGY: &str = "Compare in-house with";
/// Opens the numbers of a chart.
pub const NUMBERS_AS_TABLE: &str = "The numbers as a table";

/// Heading of the inputs that decide.
pub const DRIVERS: &str = "What drives it";
/// Heading of the cost over time.
pub const OVER_TIME: &str = "Over time";

/// Heading of the assumptions.
pub const ASSUMPTIONS: &str = "Where does this come from?";
/// What the section holds.
pub const ASSUMPTIONS_HINT: &str = "Every assumption behind the answer, with its source and how well it is founded. Put \
                                    in your own figures: a number, “5 to 9”, low / likely / high as in \
                                    “5 / 7 / 12”, or percentiles as in “P10 5 / P50 7 / P90 12”.";
/// Back to the catalogue's figures.
pub const RESET_ASSUMPTIONS: &str = "Reset them all";
/// Back to the catalogue's figure.
pub const RESET: &str = "Reset";
/// On an assumption that is the user's own.
pub const CHANGED: &str = "changed";
/// Title of the assumptions about the firm.
pub const AT_HOME: &str = "Your firm";
/// Title of the correlations.
pub const TOGETHER: &str = "What moves together";
/// What the correlations are.
pub const TOGETHER_HINT: &str = "How closely two uncertain quantities go up and down together: 1 means in step, 0 not at all, −1 in opposite \
                                 directions. It matters only where both are ranges. Whatever is not listed moves on its own.";
/// Back to the catalogue's coefficients.
pub const RESET_CORRELATIONS: &str = "Reset them all";
/// Takes out a pair that the catalogue does not have.
pub const REMOVE_CORRELATION: &str = "Take out";
/// Text of the link to a source.
pub const OPEN_SOURCE: &str = "Open the source";

/// Copies the link.
pub const COPY_LINK: &str = "Copy link to this case";
/// Puts a notice away.
pub const DISMISS: &str = "Dismiss";

/// What stands on the lid of a function's details.
pub fn function_details(function: &BusinessFunction) -> String {
    let moves = if function.outsource { "may move" } else { "stays" };
    let hours = work::coverage_in_short(function);
    format!("{hours}{} sensitivity, {moves}", labels::data_sensitivity(function.sensitivity))
}

/// What stands on the lid of the lines of cost.
pub fn lines_counted(off: usize) -> String {
    if off == 0 { "all of them".to_owned() } else { format!("{off} taken out") }
}

/// Removes the function with this name, for those who do not see which button stands where.
pub fn remove_function(name: &str) -> String {
    format!("Remove {name}")
}

/// Label of the choice of a country.
pub fn destination_of(site: Site) -> String {
    format!("{} means", labels::site(site))
}

/// What the country of a vendor shares with home, when home is the United States.
pub fn shared_hours(hours: u8) -> String {
    match hours {
        0 => "None of the eight working hours are shared with the eastern United States.".to_owned(),
        1 => "One of eight working hours is shared with the eastern United States.".to_owned(),
        8 => "All eight working hours are shared with the eastern United States.".to_owned(),
        _ => format!("{hours} of eight working hours are shared with the eastern United States."),
    }
}

/// While a run is on.
pub fn running(done: u32, planned: u32, stale: bool) -> String {
    let (done, planned) = (count(u64::from(done)), count(u64::from(planned)));
    if stale { format!("Updating… {done} of {planned} futures") } else { format!("{done} of {planned} futures") }
}

/// After a run. The verdict says how many futures there were; this says how to get them again, and what ended the run if
/// that was to be a precision.
pub fn finished(summary: &Summary) -> String {
    if let Some(stopped) = &summary.stopped {
        return format!("{} Seed {}.", stopping::ended(summary, stopped), summary.seed);
    }
    format!("{} futures simulated, seed {}", count(u64::from(summary.trials)), summary.seed)
}

/// After a run that was cancelled.
pub fn cancelled(summary: Option<&Summary>, stale: bool) -> String {
    match summary {
        None => "Cancelled before there was an answer.".to_owned(),
        Some(_) if stale => "Cancelled. What is shown belongs to the case before your last change.".to_owned(),
        Some(summary) => format!("Cancelled after {} futures.", count(u64::from(summary.trials))),
    }
}

/// Caption of the comparison.
pub fn comparison_caption(horizon_months: u32) -> String {
    format!(
        "Over {}, in today's money, the least average cost first. “±” is what the number of simulated futures leaves open.",
        months(f64::from(horizon_months))
    )
}

/// The standard error of a mean, behind it.
pub fn plus_minus(standard_error: f64, currency: Currency) -> String {
    format!("± {}", money_compact(standard_error, currency))
}

/// When a strategy has paid for itself: in the middle future.
pub fn break_even(break_even: &BreakEven) -> String {
    match break_even.percentiles.get(&50).copied().flatten() {
        Some(month) => months(month),
        None => "never".to_owned(),
    }
}

/// A mean, to three digits or to what the simulation's error allows, whichever are fewer: columns read more easily when
/// their numbers are alike.
pub fn mean(distribution: &Distribution, currency: Currency) -> String {
    let three_digits = distribution.mean.abs() / 100.0;
    money_with_error(distribution.mean, distribution.mean_standard_error.max(three_digits), currency)
}

/// A chance in a cell: as [`of_hundred`], with signs in place of words.
pub fn chance_cell(chance: f64) -> String {
    if chance > 0.0 && chance < 0.005 {
        "<\u{a0}1 of 100".to_owned()
    } else if (0.995..1.0).contains(&chance) {
        ">\u{a0}99 of 100".to_owned()
    } else {
        of_hundred(chance)
    }
}

/// What a strategy saves on average, in few words.
pub fn short_saving(saving: &Saving, currency: Currency) -> String {
    let present = &saving.present_value;
    let amount = mean(present, currency);
    match amount.strip_prefix(MINUS) {
        Some(more) => format!("costs {more} more"),
        None => format!("saves {amount}"),
    }
}

/// Strategies that are not priced because they are the same as others.
pub fn left_out(summary: &Summary) -> String {
    let pairs: Vec<String> = summary
        .left_out
        .iter()
        .map(|left| format!("{} (as {})", strategy_name(&left.strategy, None), strategy_name(&left.same_as, None)))
        .collect();
    format!("Left out because they come to the same as another: {}.", pairs.join("; "))
}

/// Title of the assumptions about a vendor.
pub fn vendor(site: &str, country: &str) -> String {
    format!("{site} vendor: {country}")
}

/// How many assumptions are the user's own.
pub fn changed_assumptions(changed: usize) -> String {
    if changed == 1 { "1 assumption is your own.".to_owned() } else { format!("{changed} assumptions are your own.") }
}

/// An assumption and the site it is about.
pub fn at_site(label: &str, site: &str) -> String {
    format!("{label}, {}", site.to_lowercase())
}

/// The unit of a field and what its numbers mean.
pub fn in_unit(unit: &str, meaning: &str) -> String {
    format!("In {unit}. {meaning}")
}

/// What the catalogue says where the user says otherwise.
pub fn default_value(text: &str) -> String {
    format!("Default: {text}")
}

/// Resets the assumption with this name.
pub fn reset(label: &str) -> String {
    format!("Reset {label}")
}

/// A source and its year.
pub fn source(citation: &str, year: u16) -> String {
    if year == 0 { citation.to_owned() } else { format!("{citation}, {year}") }
}

/// Opens the source of the assumption with this name.
pub fn open_source(label: &str) -> String {
    format!("Open the source of: {label}")
}
