//! Yes or no.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Toggle`].
#[derive(Clone, PartialEq, Properties)]
pub struct ToggleProps {
    /// Id of the element; unique on the page.
    pub id: AttrValue,
    /// What is switched.
    pub label: AttrValue,
    /// What that means.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Whether it is on.
    pub checked: bool,
    /// Takes whether it is on now.
    pub on_toggle: Callback<bool>,
}

/// A labelled check box.
#[component]
pub fn Toggle(props: &ToggleProps) -> Html {
    let onchange = props.on_toggle.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    let hint_id = format!("{}-hint", props.id);
    html! {
        <div class="toggle">
            <input id={props.id.clone()} type="checkbox" checked={props.checked} {onchange}
                aria-describedby={props.hint.is_some().then(|| hint_id.clone())} />
            <div class="toggle-words">
                <label for={props.id.clone()}>{ &props.label }</label>
                if let Some(hint) = &props.hint {
                    <p id={hint_id} class="field-hint">{ hint }</p>
                }
            </div>
        </div>
    }
}
