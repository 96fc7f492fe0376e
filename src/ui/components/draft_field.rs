//! A text field that lets people type in peace.
//!
//! The field keeps its own draft: what is half typed is neither rewritten nor lost, a value that can be read is handed on
//! at once, and only leaving the field tidies up how it is written. So no `type=number`, which hides half-typed text
//! from the program and changes under the mouse wheel.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`DraftField`].
#[derive(Clone, PartialEq, Properties)]
pub struct DraftFieldProps {
    /// Id of the input; unique on the page.
    pub id: AttrValue,
    /// What is asked for.
    pub label: AttrValue,
    /// Whether the label is there for screen readers only, because a heading of a table says it.
    #[prop_or_default]
    pub label_is_hidden: bool,
    /// How to answer, beneath the label.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// The value in force, as it is written when nobody types.
    pub value: AttrValue,
    /// What stands in front of the value, such as a currency sign.
    #[prop_or_default]
    pub prefix: Option<AttrValue>,
    /// What stands behind the value, such as a unit.
    #[prop_or_default]
    pub suffix: Option<AttrValue>,
    /// What is shown while there is no value.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Whether the field takes words instead of numbers.
    #[prop_or_default]
    pub takes_words: bool,
    /// Takes the typed text; returns what is wrong with it, as a sentence.
    pub on_text: Callback<String, Result<(), String>>,
}

/// A labelled text field with its message beside it.
#[component]
pub fn DraftField(props: &DraftFieldProps) -> Html {
    let draft = use_state_eq(|| None::<AttrValue>);
    let problem = use_state_eq(|| None::<AttrValue>);

    let oninput = {
        let (draft, problem, on_text) = (draft.setter(), problem.setter(), props.on_text.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            draft.set(Some(text.clone().into()));
            problem.set(on_text.emit(text).err().map(AttrValue::from));
        })
    };
    let onblur = {
        let (draft, wrong) = (draft.setter(), problem.is_some());
        Callback::from(move |_: FocusEvent| {
            if !wrong {
                draft.set(None);
            }
        })
    };
    let onkeydown = {
        let (draft, problem) = (draft.setter(), problem.setter());
        Callback::from(move |event: KeyboardEvent| {
            // Escape takes back what is half typed; the last good value is still in force.
            if event.key() == "Escape" {
                draft.set(None);
                problem.set(None);
            }
        })
    };

    let hint_id = format!("{}-hint", props.id);
    let problem_id = format!("{}-problem", props.id);
    let described_by = match (&props.hint, &*problem) {
        (None, None) => None,
        (Some(_), None) => Some(hint_id.clone()),
        (None, Some(_)) => Some(problem_id.clone()),
        (Some(_), Some(_)) => Some(format!("{problem_id} {hint_id}")),
    };
    let value = (*draft).clone().unwrap_or_else(|| props.value.clone());
    html! {
        <div class={classes!("field", problem.is_some().then_some("is-wrong"))}>
            <label for={props.id.clone()} class={if props.label_is_hidden { "visually-hidden" } else { "field-label" }}>
                { &props.label }
            </label>
            if let Some(hint) = &props.hint {
                <p id={hint_id} class="field-hint">{ hint }</p>
            }
            <div class="field-box">
                if let Some(prefix) = &props.prefix {
                    <span class="field-affix" aria-hidden="true">{ prefix }</span>
                }
                <input id={props.id.clone()} class="field-input" type="text" autocomplete="off" spellcheck="false"
                    inputmode={if props.takes_words { "text" } else { "decimal" }}
                    placeholder={props.placeholder.clone()}
                    aria-describedby={described_by} aria-invalid={problem.is_some().then_some("true")}
                    {value} {oninput} {onblur} {onkeydown} />
                if let Some(suffix) = &props.suffix {
                    <span class="field-affix" aria-hidden="true">{ suffix }</span>
                }
            </div>
            if let Some(problem) = &*problem {
                <p id={problem_id} class="field-problem">{ problem }</p>
            }
        </div>
    }
}
