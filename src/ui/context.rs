//! How the state reaches the components.

use crate::browser::clock;
use crate::state::{Action, AppState, reduce};
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// A large value that components compare by its address: the reducer makes a new one whenever it changes.
#[derive(Debug)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// The shared value.
    pub fn rc(&self) -> Rc<T> {
        Rc::clone(&self.0)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<Rc<T>> for Shared<T> {
    fn from(value: Rc<T>) -> Self {
        Self(value)
    }
}

impl<T> From<&Rc<T>> for Shared<T> {
    fn from(value: &Rc<T>) -> Self {
        Self(Rc::clone(value))
    }
}

/// The state as Yew's reducer holds it.
pub type Store = Shared<AppState>;

/// The way to say what happened.
pub type Dispatch = UseReducerDispatcher<Store>;

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let before = self.rc();
        let after = reduce(Rc::clone(&before), action);
        if Rc::ptr_eq(&before, &after) {
            return self;
        }
        if after.revision != before.revision {
            // The clock of a change starts when it is committed, before anything is drawn. A mark changes nothing.
            clock::mark(&change_mark(after.revision));
        }
        Rc::new(Self(after))
    }
}

/// The name of the mark that is set when the scenario of this revision is committed.
pub fn change_mark(revision: u64) -> String {
    format!("shorecast:change:{revision}")
}
