//! Copying the link that holds the scenario.

use crate::browser::{clipboard, focus, location};
use crate::model::Scenario;
use crate::share;
use crate::text::{notices, page};
use crate::ui::components::Button;
use crate::ui::context::Shared;
use yew::prelude::*;

/// Id of the field that holds the link where it cannot be copied by code.
const FIELD_ID: &str = "link";

/// Properties of [`LinkBox`].
#[derive(Clone, PartialEq, Properties)]
pub struct LinkBoxProps {
    /// What the link restores.
    pub scenario: Shared<Scenario>,
}

/// What came of copying, and of which scenario.
#[derive(Clone, PartialEq)]
struct Copied {
    scenario: Shared<Scenario>,
    address: AttrValue,
    worked: bool,
}

/// A button that copies the link, and a field to copy it from by hand where the browser does not allow that.
#[component]
pub fn LinkBox(props: &LinkBoxProps) -> Html {
    let copied = use_state_eq(|| None::<Copied>);
    let on_press = {
        let (copied, scenario) = (copied.setter(), props.scenario.clone());
        Callback::from(move |()| {
            let Some(address) = location::address_with(&share::write(&scenario)) else { return };
            let (copied, scenario) = (copied.clone(), scenario.clone());
            let text = address.clone();
            clipboard::copy(&text, move |worked| {
                copied.set(Some(Copied { scenario, address: address.into(), worked }));
            });
        })
    };
    // What was copied before the scenario changed is old news.
    let current = (*copied).clone().filter(|it| it.scenario == props.scenario);
    html! {
        <div class="link-box">
            <Button label={page::COPY_LINK} {on_press} />
            <p class="link-status" role="status">
                if current.as_ref().is_some_and(|it| it.worked) { { notices::LINK_COPIED } }
            </p>
            if let Some(failed) = current.filter(|it| !it.worked) {
                <label for={FIELD_ID} class="field-hint">{ notices::LINK_NOT_COPIED }</label>
                <input id={FIELD_ID} class="field-input" type="text" readonly=true value={failed.address}
                    onfocus={Callback::from(|_: FocusEvent| focus::select_text(FIELD_ID))} />
            }
        </div>
    }
}
