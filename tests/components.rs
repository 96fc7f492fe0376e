//! The widgets, rendered natively: what stands in the page, not where.
#![cfg(all(not(target_family = "wasm"), feature = "web"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use shorecast::engine::Summary;
use shorecast::model::Currency;
use shorecast::model::presets::Preset;
use shorecast::runner::inline::simulate;
use shorecast::ui::components::{
    Button, DraftField, Futures, NoticeBar, ProgressBar, RangeBar, SelectField, SelectGroup, SelectOption, Spread,
    Toggle,
};
use shorecast::ui::{Comparison, Shared, VerdictPanel};
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use yew::html::BaseComponent;
use yew::{Callback, LocalServerRenderer};

/// Renders a component. Nothing in here waits for anything, so asking again and again is all it takes.
fn render<C: BaseComponent>(properties: C::Properties) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(properties).hydratable(false);
    let mut rendering = pin!(renderer.render());
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(html) = rendering.as_mut().poll(&mut context) {
            return html;
        }
    }
}

fn summary(preset: &str) -> Shared<Summary> {
    let mut scenario = Preset::find(preset).unwrap().scenario().unwrap();
    scenario.run.trials = 1_024;
    Rc::new(simulate(&scenario).unwrap()).into()
}

macro_rules! properties {
    ($component:ty { $($name:ident: $value:expr),* $(,)? }) => {
        yew::props!(<$component as BaseComponent>::Properties { $($name: $value),* })
    };
}

fn no_text() -> Callback<String, Result<(), String>> {
    Callback::from(|_| Ok(()))
}

#[test]
fn a_field_ties_label_and_hint_to_its_input() {
    let html = render::<DraftField>(properties!(DraftField {
        id: "wage",
        label: "Yearly wage",
        hint: "Before benefits.",
        prefix: "$",
        value: "42,830",
        on_text: no_text(),
    }));
    for part in [
        r#"<label for="wage""#,
        "Yearly wage</label>",
        r#"id="wage""#,
        r#"type="text""#,
        r#"inputmode="decimal""#,
        r#"value="42,830""#,
        r#"aria-describedby="wage-hint""#,
        r#"<p id="wage-hint""#,
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    assert!(!html.contains("aria-invalid"));
}

#[test]
fn words_from_elsewhere_are_text_and_never_markup() {
    let html = render::<NoticeBar>(properties!(NoticeBar {
        sentence: "This link holds <b>no</b> case.",
        details: vec!["<img src=x onerror=alert(1)>".into()],
        is_problem: true,
        on_dismiss: Callback::noop(),
    }));
    assert!(html.contains("&lt;img") && !html.contains("<img"), "{html}");
    assert!(html.contains(r#"role="alert""#));
}

#[test]
fn a_button_says_what_it_is_about() {
    let html = render::<Button>(properties!(Button {
        label: "Remove",
        full_label: "Remove Payroll",
        on_press: Callback::noop(),
    }));
    assert!(html.contains(r#"type="button""#) && html.contains(r#"aria-label="Remove Payroll""#), "{html}");
}

#[test]
fn a_select_marks_the_choice_in_force() {
    let option = |id: &'static str, label: &'static str| SelectOption { id: id.into(), label: label.into() };
    let html = render::<SelectField>(properties!(SelectField {
        id: "country",
        label: "Country",
        options: vec![option("MX", "Mexico"), option("CO", "Colombia")],
        selected: "CO",
        on_select: Callback::noop(),
    }));
    let colombia = html.split("<option").find(|part| part.contains("Colombia")).unwrap();
    assert!(colombia.contains("selected"), "{html}");
    assert_eq!(html.matches(" selected").count(), 1, "{html}");
}

#[test]
fn choices_under_headings_are_marked_as_well() {
    let group = |label: &'static str, id: &'static str| SelectGroup {
        label: label.into(),
        options: vec![SelectOption { id: id.into(), label: id.into() }],
    };
    let html = render::<SelectField>(properties!(SelectField {
        id: "kind",
        label: "Kind of work",
        groups: vec![group("Front office", "sales"), group("Back office", "payroll")],
        selected: "payroll",
        on_select: Callback::noop(),
    }));
    let headings: Vec<&str> = html.split("<optgroup").skip(1).collect();
    assert!(headings[0].starts_with(r#" label="Front office""#) && headings[0].contains(r#"value="sales""#), "{html}");
    assert!(headings[1].starts_with(r#" label="Back office""#) && headings[1].contains(" selected"), "{html}");
    assert_eq!(html.matches(" selected").count(), 1, "{html}");
}

#[test]
fn a_toggle_is_a_check_box_with_its_label() {
    let html = render::<Toggle>(properties!(Toggle {
        id: "breach",
        label: "Data breach",
        checked: true,
        on_toggle: Callback::noop(),
    }));
    assert!(html.contains(r#"type="checkbox""#) && html.contains(r#"<label for="breach""#), "{html}");
}

#[test]
fn progress_never_runs_over() {
    let html = render::<ProgressBar>(properties!(ProgressBar { label: "Progress", done: 30, planned: 20 }));
    assert!(html.contains(r#"max="20""#) && html.contains(r#"value="20""#), "{html}");
    assert!(!html.contains("style="));
}

#[test]
fn a_chance_fills_as_many_of_a_hundred_dots() {
    for (chance, filled) in [(0.0, 0), (0.783, 78), (1.0, 100), (f64::NAN, 0)] {
        let html =
            render::<Futures>(properties!(Futures { chance: chance, filled_label: "saves", empty_label: "costs" }));
        assert_eq!(html.matches("<circle").count(), 100);
        assert_eq!(
            html.split("<circle")
                .skip(1)
                .filter(|dot| dot.split('>').next().is_some_and(|tag| tag.contains("is-filled")))
                .count(),
            filled,
            "{chance}"
        );
    }
}

#[test]
fn a_spread_without_width_draws_nothing() {
    let spread = Spread { low: 1.0, quarter: 1.0, middle: 1.0, three_quarters: 1.0, high: 1.0 };
    let bar = |scale| render::<RangeBar>(properties!(RangeBar { spread: spread, scale: scale, tone: "tone-onshore" }));
    assert!(bar((1.0, 1.0)).is_empty() && bar((f64::NAN, 2.0)).is_empty());
    assert!(bar((0.0, 2.0)).contains("<svg"));
}

#[test]
fn the_verdict_says_its_sentences_and_counts_its_futures() {
    let summary = summary("start-up");
    let html = render::<VerdictPanel>(properties!(VerdictPanel { summary: Some(summary.clone()) }));
    let verdict = shorecast::text::verdict(&summary).unwrap();
    for sentence in [&verdict.headline, &verdict.money, &verdict.tail, &verdict.certainty] {
        assert!(html.contains(sentence.as_str()), "{sentence} is not in {html}");
    }
    assert_eq!(html.matches("<circle").count(), 100);
}

/// No amount is left in dollars when the scenario is in another currency.
#[test]
fn the_answer_is_in_the_currency_of_the_scenario() {
    let mut scenario = Preset::find("support-desk").unwrap().scenario().unwrap();
    scenario.currency = Currency::Euro;
    scenario.run.trials = 1_024;
    let summary = Shared::from(Rc::new(simulate(&scenario).unwrap()));
    let verdict = render::<VerdictPanel>(properties!(VerdictPanel { summary: Some(summary.clone()) }));
    let table = render::<Comparison>(properties!(Comparison { summary: summary, shown: "complete_offshore" }));
    for html in [verdict, table] {
        assert!(html.contains('€') && !html.contains('$'), "{html}");
    }
}

#[test]
fn before_the_first_answer_the_verdict_says_that_it_is_coming() {
    let html = render::<VerdictPanel>(properties!(VerdictPanel { summary: None }));
    assert!(html.contains("is-waiting"), "{html}");
}

#[test]
fn the_comparison_is_a_table_in_the_order_of_cost() {
    let summary = summary("four-functions");
    let html = render::<Comparison>(properties!(Comparison { summary: summary.clone(), shown: "complete_offshore" }));
    assert_eq!(html.matches("<tr").count(), 1 + summary.strategies.len());
    assert_eq!(html.matches(r#"scope="row""#).count(), summary.strategies.len());
    assert!(html.contains("<caption"));
    let rows: Vec<&str> = html.split(r#"data-strategy=""#).skip(1).filter_map(|row| row.split('"').next()).collect();
    let ranked: Vec<&str> = summary.ranked().iter().map(|strategy| strategy.strategy.as_str()).collect();
    assert_eq!(rows, ranked);
    assert_eq!(html.matches(r#"aria-pressed="true""#).count(), 1);
    // In-house cannot be compared with itself.
    assert_eq!(html.matches("<button").count(), summary.strategies.len() - 1);
}

#[test]
fn what_is_left_out_is_said() {
    let summary = summary("support-desk");
    assert!(!summary.left_out.is_empty());
    let html = render::<Comparison>(properties!(Comparison { summary: summary, shown: "complete_offshore" }));
    assert!(html.contains(r#"class="footnote""#), "{html}");
}
