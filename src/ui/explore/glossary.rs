//! The field's words, for those who want to know.

use crate::text::glossary::GLOSSARY;
use crate::text::page;
use yew::prelude::*;

/// The glossary, closed until somebody asks.
#[component]
pub fn Glossary() -> Html {
    html! {
        <details class="glossary" id="glossary">
            <summary><h2 class="section-title">{ page::GLOSSARY }</h2></summary>
            <dl>
                { for GLOSSARY.iter().map(|entry| html! {
                    <div key={entry.id} class="glossary-entry">
                        <dt>{ entry.term }</dt>
                        <dd>{ entry.meaning }</dd>
                    </div>
                }) }
            </dl>
        </details>
    }
}
