//! One worker of the pool: the browser's object, its listeners, and the batch it is computing.

use crate::browser::workers::{self, EarlyWorker};
use js_sys::{Function, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

/// What a worker was handed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// Run of the batch, or search of the probe.
    pub run: u64,
    /// The batch, or the task of the search.
    pub index: u32,
}

/// What a worker is doing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Activity {
    /// It has been created and has not reported.
    Starting {
        /// When, in milliseconds.
        since: f64,
        /// The batch that it computes as soon as it can, without a word from a page that draws just then.
        first: Option<Task>,
        /// The one that it computes after that.
        next: Option<Task>,
    },
    /// It waits for a batch.
    Idle,
    /// It computes a batch.
    Busy {
        /// The batch.
        current: Task,
        /// The one that it computes after that.
        next: Option<Task>,
        /// When it began the first, in milliseconds.
        since: f64,
    },
}

impl Activity {
    /// Whether another batch can lie ready: behind the one that is being computed, or for a worker that is not there yet.
    pub fn has_room(self) -> bool {
        matches!(self, Self::Busy { next: None, .. } | Self::Starting { next: None, .. })
    }

    /// Whether the worker has not reported.
    pub fn is_starting(self) -> bool {
        matches!(self, Self::Starting { .. })
    }

    /// What waits for the worker is not expected of it any more.
    pub fn forget_ahead(&mut self) {
        if let Self::Starting { first, next, .. } = self {
            (*first, *next) = (None, None);
        }
    }

    /// The worker has reported, and goes on to what waits for it.
    pub fn ready(&mut self, now: f64) {
        if let Self::Starting { first, next, .. } = *self {
            *self = first.map_or(Self::Idle, |current| Self::Busy { current, next, since: now });
        }
    }

    /// A batch was handed to the worker, to compute it now, after the one at hand, or once it has started.
    pub fn hand(&mut self, task: Task, now: f64) {
        match self {
            Self::Starting { first: first @ None, .. } => *first = Some(task),
            Self::Busy { next, .. } | Self::Starting { next, .. } => *next = Some(task),
            Self::Idle => *self = Self::Busy { current: task, next: None, since: now },
        }
    }

    /// The worker has answered, and answers come in order; gives the milliseconds that the batch took.
    pub fn answered(&mut self, now: f64) -> Option<f64> {
        let Self::Busy { next, since, .. } = *self else { return None };
        *self = next.map_or(Self::Idle, |current| Self::Busy { current, next: None, since: now });
        Some(now - since)
    }

    /// What the worker has not answered yet.
    pub fn tasks(self) -> impl Iterator<Item = Task> {
        let (current, next) = match self {
            Self::Busy { current, next, .. } => (Some(current), next),
            Self::Starting { first, next, .. } => (first, next),
            Self::Idle => (None, None),
        };
        current.into_iter().chain(next)
    }
}

/// What comes from a worker.
pub enum News {
    /// A message, as bytes.
    Message(Vec<u8>),
    /// It failed to load, or panicked.
    Failed,
}

/// A worker. Dropping it ends it.
pub struct Slot {
    /// Number that no other worker of the pool has had.
    pub id: u64,
    /// What it is doing.
    pub activity: Activity,
    worker: Worker,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(web_sys::Event)>,
}

impl Slot {
    /// Starts a worker, or takes one that has started already, and has its news told to `listener`. With the news there are.
    ///
    /// # Errors
    /// When the browser does not allow workers.
    pub fn start(
        id: u64,
        now: f64,
        listener: impl Fn(u64, News) + Clone + 'static,
    ) -> Result<(Self, Vec<News>), JsValue> {
        let (worker, news) = match workers::take_early() {
            Some(EarlyWorker { worker, messages, failed }) => {
                let news = messages.into_iter().map(News::Message).chain(failed.then_some(News::Failed)).collect();
                (worker, news)
            }
            None => (workers::start()?, Vec::new()),
        };
        let on_news = listener.clone();
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            on_news(id, News::Message(Uint8Array::new(&event.data()).to_vec()));
        });
        let on_error = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
            // The pool replaces the worker; the browser need not report it as well.
            event.prevent_default();
            listener(id, News::Failed);
        });
        let failed: &Function = on_error.as_ref().unchecked_ref();
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed));
        worker.set_onmessageerror(Some(failed));
        let activity = Activity::Starting { since: now, first: None, next: None };
        Ok((Self { id, activity, worker, _on_message: on_message, _on_error: on_error }, news))
    }

    /// Sends bytes.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn send(&self, bytes: &[u8]) -> Result<(), JsValue> {
        self.worker.post_message(&Uint8Array::from(bytes))
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_that_lies_ready_begins_when_the_one_before_it_is_answered() {
        let task = |index| Task { run: 1, index };
        let mut activity = Activity::Idle;
        assert!(!activity.has_room(), "an idle worker begins at once");
        activity.hand(task(4), 100.0);
        assert!(activity.has_room());
        activity.hand(task(7), 101.0);
        assert!(!activity.has_room());
        assert_eq!(activity.tasks().collect::<Vec<_>>(), [task(4), task(7)]);
        assert_eq!(activity.answered(130.0), Some(30.0));
        assert_eq!(activity, Activity::Busy { current: task(7), next: None, since: 130.0 });
        assert_eq!(activity.answered(150.0), Some(20.0));
        assert_eq!((activity, activity.answered(160.0)), (Activity::Idle, None));
    }

    #[test]
    fn a_worker_that_starts_goes_on_to_what_waits_for_it() {
        let task = Task { run: 1, index: 0 };
        let other = Task { run: 1, index: 3 };
        let started = Activity::Starting { since: 50.0, first: None, next: None };
        let mut activity = started;
        assert!(activity.has_room() && activity.is_starting());
        activity.hand(task, 60.0);
        assert!(activity.has_room());
        activity.hand(other, 60.0);
        assert!(!activity.has_room());
        assert_eq!(activity.tasks().collect::<Vec<_>>(), [task, other]);
        let mut overdue = activity;
        activity.ready(100.0);
        assert_eq!(activity, Activity::Busy { current: task, next: Some(other), since: 100.0 });
        overdue.forget_ahead();
        assert_eq!(overdue, started);
        overdue.ready(100.0);
        assert_eq!(overdue, Activity::Idle);
    }
}
