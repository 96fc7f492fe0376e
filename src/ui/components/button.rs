//! A button.

use yew::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The main thing to do here.
    Primary,
    /// One of several things to do.
    #[default]
    Secondary,
    /// Looks like a link.
    Quiet,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button",
            Self::Quiet => "button button-quiet",
        }
    }
}

/// Properties of [`Button`].
#[derive(Clone, PartialEq, Properties)]
pub struct ButtonProps {
    /// What it says.
    pub label: AttrValue,
    /// What it says to those who do not see what is around it; the label when there is none.
    #[prop_or_default]
    pub full_label: Option<AttrValue>,
    /// How it looks.
    #[prop_or_default]
    pub look: Look,
    /// Whether it can be pressed.
    #[prop_or_default]
    pub disabled: bool,
    /// What happens.
    pub on_press: Callback<()>,
}

/// A button that does something on this page.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let onclick = props.on_press.reform(|_: MouseEvent| ());
    html! {
        <button type="button" class={props.look.class()} disabled={props.disabled}
            aria-label={props.full_label.clone()} {onclick}>
            { &props.label }
        </button>
    }
}
