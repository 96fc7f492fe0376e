//! A chart with its finding as title and its numbers as a table.

use crate::charts::{Caption, Table};
use crate::text::page;
use yew::prelude::*;

/// Properties of [`Figure`].
#[derive(Clone, PartialEq, Properties)]
pub struct FigureProps {
    /// Id of the figure; unique on the page.
    pub id: AttrValue,
    /// What is said of the picture.
    pub caption: Caption,
    /// The picture: one whole `<svg>` element, from `charts::svg` only, since it is not escaped again. Empty until the
    /// width is known.
    pub svg: AttrValue,
    /// The element whose width the picture is drawn for.
    pub stage: NodeRef,
}

/// A chart.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let title_id = format!("{}-title", props.id);
    let Caption { title, description, table } = &props.caption;
    html! {
        <figure class="figure" id={props.id.clone()} aria-labelledby={title_id.clone()}>
            <figcaption id={title_id} class="figure-title">{ title }</figcaption>
            <div class="figure-stage" ref={props.stage.clone()} role="img" aria-label={description.clone()}>
                if !props.svg.is_empty() {
                    { Html::from_html_unchecked(props.svg.clone()) }
                }
            </div>
            <details class="figure-numbers">
                <summary>{ page::NUMBERS_AS_TABLE }</summary>
                <div class="scroller" tabindex="0" role="region" aria-label={table.caption.clone()}>
                    { numbers(table) }
                </div>
            </details>
        </figure>
    }
}

/// Numbers as a table.
pub fn numbers(table: &Table) -> Html {
    html! {
        <table class="numbers">
            <caption class="visually-hidden">{ &table.caption }</caption>
            <thead>
                <tr>
                    { for table.header.iter().map(|head| html! { <th scope="col">{ head }</th> }) }
                </tr>
            </thead>
            <tbody>
                { for table.rows.iter().map(|row| html! {
                    <tr>
                        { for row.iter().enumerate().map(|(index, cell)| if index == 0 {
                            html! { <th scope="row">{ cell }</th> }
                        } else {
                            html! { <td>{ cell }</td> }
                        }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
