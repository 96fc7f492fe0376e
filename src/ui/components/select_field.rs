//! A choice of one among a few.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// One of the choices.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectOption {
    /// Stable id.
    pub id: AttrValue,
    /// What it says.
    pub label: AttrValue,
}

/// Choices under a heading of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectGroup {
    /// The heading.
    pub label: AttrValue,
    /// The choices.
    pub options: Vec<SelectOption>,
}

/// Properties of [`SelectField`].
#[derive(Clone, PartialEq, Properties)]
pub struct SelectFieldProps {
    /// Id of the element; unique on the page.
    pub id: AttrValue,
    /// What is asked for.
    pub label: AttrValue,
    /// Whether the label is there for screen readers only.
    #[prop_or_default]
    pub label_is_hidden: bool,
    /// What the present choice means.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// The choices that stand under no heading.
    #[prop_or_default]
    pub options: Vec<SelectOption>,
    /// The choices under headings, below the others.
    #[prop_or_default]
    pub groups: Vec<SelectGroup>,
    /// Id of the present choice.
    pub selected: AttrValue,
    /// Takes the id of the new choice.
    pub on_select: Callback<String>,
}

/// A labelled select.
#[component]
pub fn SelectField(props: &SelectFieldProps) -> Html {
    let onchange = props.on_select.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let hint_id = format!("{}-hint", props.id);
    let option = |option: &SelectOption| {
        html! {
            <option key={option.id.to_string()} value={option.id.clone()} selected={option.id == props.selected}>
                { &option.label }
            </option>
        }
    };
    html! {
        <div class="field">
            <label for={props.id.clone()} class={if props.label_is_hidden { "visually-hidden" } else { "field-label" }}>
                { &props.label }
            </label>
            <select id={props.id.clone()} class="field-select" {onchange}
                aria-describedby={props.hint.is_some().then(|| hint_id.clone())}>
                { for props.options.iter().map(option) }
                { for props.groups.iter().map(|group| html! {
                    <optgroup key={group.label.to_string()} label={group.label.clone()}>
                        { for group.options.iter().map(option) }
                    </optgroup>
                }) }
            </select>
            if let Some(hint) = &props.hint {
                <p id={hint_id} class="field-hint">{ hint }</p>
            }
        </div>
    }
}
