//! How much work a function has and when it is covered: people, or contacts with a service level; hours of the week.

use super::function_card::FunctionCardProps;
use crate::engine::staffing::{Circumstances, likely_heads};
use crate::format::uncertain_text;
use crate::model::catalogue::Unit;
use crate::model::{Contacts, Coverage, StatedHours, Uncertain, UsualHours};
use crate::state::{ContactsEdit, Edit, WorkStatement};
use crate::text::{page, work};
use crate::ui::components::{DraftField, SelectField, SelectOption, Toggle};
use crate::ui::explore::editor::{read_number, read_uncertain, read_whole};
use yew::prelude::*;

type OnText = Callback<String, Result<(), String>>;

const PEOPLE: &str = "people";
const CONTACTS: &str = "contacts";

fn id(props: &FunctionCardProps, field: &str) -> AttrValue {
    format!("function-{}-{field}", props.function.id).into()
}

/// The field for how much work there is: people, or contacts a month.
pub fn amount(props: &FunctionCardProps) -> Html {
    let function = props.function.id.clone();
    if let Some(contacts) = &props.function.contacts {
        return html! {
            <DraftField id={id(props, "contacts")} label={work::PER_MONTH}
                value={uncertain_text(&contacts.per_month, Unit::Heads)}
                on_text={uncertain(props, contacts.per_month, ContactsEdit::PerMonth)} />
        };
    }
    let heads = props.function.headcount.unwrap_or(Uncertain::Fixed(0.0));
    let on_text = props.editor.on_text(move |text| {
        let value = read_uncertain(text, Unit::Heads, &heads)?;
        Ok(Edit::HeadcountChanged { function: function.clone(), value })
    });
    html! {
        <DraftField id={id(props, "people")} label={page::PEOPLE} value={uncertain_text(&heads, Unit::Heads)} {on_text} />
    }
}

/// Beneath the fields: the people that contacts come to.
pub fn people_needed(props: &FunctionCardProps) -> Html {
    if props.function.contacts.is_none() {
        return Html::default();
    }
    let heads = likely_heads(&props.function, &Circumstances::of(&props.editor.scenario));
    html! { <p class="field-hint">{ work::people_needed(heads) }</p> }
}

/// Everything about the work that most people leave as it is.
#[component]
pub fn WorkDetails(props: &FunctionCardProps) -> Html {
    let function = &props.function;
    let option = |id: &'static str, label: &'static str| SelectOption { id: id.into(), label: label.into() };
    let state_as = {
        let function = function.id.clone();
        props.editor.on_choice(move |choice: String| {
            let statement = if choice == CONTACTS { WorkStatement::Contacts } else { WorkStatement::People };
            Some(Edit::WorkStated { function: function.clone(), statement })
        })
    };
    let needs_minimum = function.contacts.is_some() || function.coverage.goes_beyond_business_hours();
    html! {
        <>
            <SelectField id={id(props, "stated")} label={work::STATED_AS} hint={work::STATED_AS_HINT}
                options={vec![option(PEOPLE, work::PEOPLE), option(CONTACTS, work::CONTACTS)]}
                selected={if function.contacts.is_some() { CONTACTS } else { PEOPLE }} on_select={state_as} />
            if let Some(contacts) = &function.contacts { { queue(props, contacts) } }
            { coverage(props) }
            if needs_minimum {
                <DraftField id={id(props, "minimum")} label={work::MINIMUM_POSITIONS} hint={work::MINIMUM_POSITIONS_HINT}
                    value={function.minimum_positions.to_string()} on_text={minimum(props)} />
            }
        </>
    }
}

/// Handle time and service level.
fn queue(props: &FunctionCardProps, contacts: &Contacts) -> Html {
    let level = contacts.service_level;
    let within = contacts.within_seconds;
    let function = props.function.id.clone();
    let on_toggle = props.editor.on_choice(move |pooled| {
        Some(Edit::ContactsChanged { function: function.clone(), change: ContactsEdit::Pooled(pooled) })
    });
    html! {
        <>
            <DraftField id={id(props, "handle")} label={work::HANDLE_TIME} hint={work::HANDLE_TIME_HINT}
                suffix={work::SECONDS} value={uncertain_text(&contacts.handle_seconds, Unit::Heads)}
                on_text={uncertain(props, contacts.handle_seconds, ContactsEdit::HandleSeconds)} />
            <DraftField id={id(props, "level")} label={work::SERVICE_LEVEL} hint={work::SERVICE_LEVEL_HINT}
                value={uncertain_text(&Uncertain::Fixed(level), Unit::Share)}
                on_text={number(props, Unit::Share, level, ContactsEdit::ServiceLevel)} />
            <DraftField id={id(props, "within")} label={work::WITHIN} suffix={work::SECONDS}
                value={uncertain_text(&Uncertain::Fixed(within), Unit::Heads)}
                on_text={number(props, Unit::Heads, within, ContactsEdit::WithinSeconds)} />
            <Toggle id={id(props, "pooled")} label={work::POOLED} hint={work::POOLED_HINT} checked={contacts.pooled}
                {on_toggle} />
        </>
    }
}

/// The hours of the week, and two fields where none of the usual ones are meant.
fn coverage(props: &FunctionCardProps) -> Html {
    let coverage = props.function.coverage;
    let hours = coverage.hours();
    let mut options: Vec<SelectOption> = UsualHours::ALL
        .map(|usual| SelectOption { id: usual.id().into(), label: work::usual_hours(usual).into() })
        .to_vec();
    options.push(SelectOption { id: work::OWN_HOURS.into(), label: work::OTHER_HOURS.into() });
    let function = props.function.id.clone();
    let on_select = props.editor.on_choice(move |choice: String| {
        let usual = UsualHours::ALL.into_iter().find(|usual| usual.id() == choice);
        let coverage = usual.map_or(Coverage::Stated(hours), Coverage::Usual);
        Some(Edit::CoverageChanged { function: function.clone(), coverage })
    });
    let stated = {
        let function = props.function.id.clone();
        move |hours: StatedHours| Edit::CoverageChanged {
            function: function.clone(),
            coverage: Coverage::Stated(hours),
        }
    };
    let on_hours = {
        let stated = stated.clone();
        props.editor.on_text(move |text| {
            let hours_per_day = read_number(text, Unit::Heads, hours.hours_per_day)?;
            Ok(stated(StatedHours { hours_per_day, ..hours }))
        })
    };
    let on_days = props.editor.on_text(move |text| {
        let days = read_whole(text, u64::from(hours.days_per_week))?;
        Ok(stated(StatedHours { days_per_week: u32::try_from(days).unwrap_or(u32::MAX), ..hours }))
    });
    html! {
        <>
            <SelectField id={id(props, "coverage")} label={work::COVERAGE} hint={work::COVERAGE_HINT} {options}
                selected={work::coverage_id(coverage)} {on_select} />
            if let Coverage::Stated(_) = coverage {
                <div class="pair">
                    <DraftField id={id(props, "hours")} label={work::HOURS_PER_DAY}
                        value={uncertain_text(&Uncertain::Fixed(hours.hours_per_day), Unit::Heads)} on_text={on_hours} />
                    <DraftField id={id(props, "days")} label={work::DAYS_PER_WEEK}
                        value={hours.days_per_week.to_string()} on_text={on_days} />
                </div>
            }
        </>
    }
}

fn uncertain(props: &FunctionCardProps, current: Uncertain, change: fn(Uncertain) -> ContactsEdit) -> OnText {
    let function = props.function.id.clone();
    props.editor.on_text(move |text| {
        let value = read_uncertain(text, Unit::Heads, &current)?;
        Ok(Edit::ContactsChanged { function: function.clone(), change: change(value) })
    })
}

fn number(props: &FunctionCardProps, unit: Unit, current: f64, change: fn(f64) -> ContactsEdit) -> OnText {
    let function = props.function.id.clone();
    props.editor.on_text(move |text| {
        let value = read_number(text, unit, current)?;
        Ok(Edit::ContactsChanged { function: function.clone(), change: change(value) })
    })
}

fn minimum(props: &FunctionCardProps) -> OnText {
    let (function, current) = (props.function.id.clone(), props.function.minimum_positions);
    props.editor.on_text(move |text| {
        let positions = u32::try_from(read_whole(text, u64::from(current))?).unwrap_or(u32::MAX);
        Ok(Edit::MinimumPositionsChanged { function: function.clone(), positions })
    })
}

#[cfg(test)]
#[cfg(not(target_family = "wasm"))]
mod tests {
    use super::super::{Inputs, Shared};
    use crate::model::presets::PRESETS;
    use crate::model::{Contacts, Coverage, Hybrid, Scenario, StatedHours, Uncertain};
    use crate::state::{AppState, Origin};
    use crate::ui::Store;
    use std::future::Future;
    use std::pin::pin;
    use std::rc::Rc;
    use std::task::{Context, Poll, Waker};
    use yew::prelude::*;

    #[derive(Clone, PartialEq, Properties)]
    struct PanelProps {
        scenario: Shared<Scenario>,
    }

    /// The panel of inputs with a state behind it.
    #[component]
    fn Panel(props: &PanelProps) -> Html {
        let scenario = Scenario::clone(&props.scenario);
        let store = use_reducer(|| Store::from(Rc::new(AppState::open(scenario, Origin::Preset))));
        html! {
            <Inputs id="inputs" scenario={props.scenario.clone()} preset={None} differs={false} dispatch={store.dispatcher()} />
        }
    }

    fn rendered(scenario: Scenario) -> String {
        let scenario = Shared::from(Rc::new(scenario));
        let renderer = yew::LocalServerRenderer::<Panel>::with_props(PanelProps { scenario }).hydratable(false);
        let mut rendering = pin!(renderer.render());
        let mut context = Context::from_waker(Waker::noop());
        loop {
            if let Poll::Ready(html) = rendering.as_mut().poll(&mut context) {
                return html;
            }
        }
    }

    fn desk() -> Scenario {
        PRESETS[0].scenario().unwrap()
    }

    fn assert_fields(html: &str, there: &[&str], not_there: &[&str]) {
        for field in there {
            assert!(html.contains(&format!(r#"id="{field}""#)), "{field} is missing");
        }
        for field in not_there {
            assert!(!html.contains(&format!(r#"id="{field}""#)), "{field} is there");
        }
    }

    #[test]
    fn people_are_asked_for_how_many_they_are() {
        assert_fields(
            &rendered(desk()),
            &["function-support-people", "function-support-stated", "function-support-coverage", "hybrid-share"],
            &["function-support-contacts", "function-support-minimum", "function-support-hours", "hybrid-base"],
        );
    }

    #[test]
    fn contacts_are_asked_for_number_length_and_service_level() {
        let mut scenario = desk();
        scenario.functions[0].headcount = None;
        scenario.functions[0].contacts = Some(Contacts::usual(Uncertain::Fixed(27_000.0), Uncertain::Fixed(300.0)));
        scenario.functions[0].coverage = Coverage::Stated(StatedHours { hours_per_day: 10.0, days_per_week: 6 });
        scenario.hybrid = Hybrid::Overflow { base: 0.8 };
        let html = rendered(scenario);
        assert_fields(
            &html,
            &[
                "function-support-contacts",
                "function-support-handle",
                "function-support-level",
                "function-support-within",
                "function-support-pooled",
                "function-support-hours",
                "function-support-days",
                "function-support-minimum",
                "hybrid-base",
            ],
            &["function-support-people", "hybrid-share"],
        );
        assert!(html.contains("This takes about "), "{html}");
    }
}
