//! What can be drawn a frame later than the rest.

use crate::browser::scheduling::{after, at_next_frame};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The value, but always one drawn frame late, `None` before the first: what the eye looks at first is drawn first.
#[hook]
pub fn use_lagging<T: Clone + PartialEq + 'static>(value: &T) -> Option<T> {
    let lagging = use_state_eq(|| None::<T>);
    {
        let setter = lagging.setter();
        use_effect_with(value.clone(), move |value| {
            let value = value.clone();
            let timer = Rc::new(RefCell::new(None));
            let kept = Rc::clone(&timer);
            // The frame shows everything else; what is set behind it comes with the next one.
            let frame = at_next_frame(move || {
                *timer.borrow_mut() = Some(after(0, move || setter.set(Some(value))));
            });
            move || drop((frame, kept.take()))
        });
    }
    (*lagging).clone()
}
