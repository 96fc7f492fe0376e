//! The root: the state, the contexts it travels in, and the hooks that tie it to the browser.

use super::context::{Dispatch, Store};
use super::explore::Explore;
use super::hooks::{use_link, use_shortcuts, use_simulation, use_storage, use_timing};
use crate::state::AppState;
use crate::worker::Pool;
use std::rc::Rc;
use yew::prelude::*;

/// What the program starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The state before anything has run.
    pub initial: Rc<AppState>,
    /// The pool, which is running it already.
    pub pool: Pool,
}

/// The program.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = use_reducer_eq(|| Store::from(&props.initial));
    let dispatch = store.dispatcher();
    let state = (*store).clone();
    let cancel = use_simulation(&props.pool, &state, &dispatch);
    use_link(&state, &dispatch);
    use_storage(&state, &dispatch);
    use_shortcuts(&dispatch);
    use_timing(&state);
    html! {
        <ContextProvider<Dispatch> context={dispatch}>
            <ContextProvider<Store> context={state}>
                <Explore {cancel} />
            </ContextProvider<Store>>
        </ContextProvider<Dispatch>>
    }
}
