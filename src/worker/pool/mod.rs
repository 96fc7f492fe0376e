//! The pool of workers: hands one batch at a time to each idle worker, merges the answers, tells the page.
//!
//! A worker that panics, is terminated or never reports is replaced, and its batch handed out again. While no worker is
//! ready, and where workers are not allowed at all, the page computes block by block between its own work, never longer than a
//! slice at a time. Which batches, and in which order they merge, is `runner::schedule`'s business: the figures are the same
//! whoever computed them.

mod care;
mod effects;
mod runs;
mod slices;

use super::exploration::Exploration;
use super::pool_event::PoolEvent;
use super::run::Run;
use super::slot::Slot;
use crate::browser::scheduling::Later;
use crate::model::Scenario;
use gloo::timers::callback::Interval;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

/// Longest stretch that the page computes without giving way, milliseconds. A frame has 16.
const SLICE_MILLIS: f64 = 12.0;
/// How often the page is told how far a run is, milliseconds. Every telling draws a frame, and where cores are few a frame takes from
/// the workers.
const PROGRESS_MILLIS: u32 = 100;
/// How often the watchdog looks, milliseconds.
const WATCH_MILLIS: u32 = 500;
/// A worker is not taken for dead before this many milliseconds ...
const PATIENCE_MILLIS: f64 = 2_000.0;
/// ... nor before this many times the time a batch usually takes.
const PATIENCE_BATCHES: f64 = 10.0;
/// So many milliseconds the page leaves the computing to workers that are still loading. They run its own program, so they are hardly
/// later than the page itself, which is slow as long as its machine code is young, and deaf while it computes.
const HEAD_START_MILLIS: u32 = 1_000;
/// A worker that has not reported after this many milliseconds does not work here.
const START_MILLIS: f64 = 10_000.0;
/// So many replacements without an answer in between, and the pool gives up on workers.
const MOST_REPLACEMENTS: u32 = 6;
/// Batches whose times say how long a batch usually takes.
const REMEMBERED: usize = 15;

/// A handle to the pool; cheap to clone.
#[derive(Clone)]
pub struct Pool {
    shared: Rc<Shared>,
}

impl PartialEq for Pool {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shared, &other.shared)
    }
}

struct Shared {
    /// Who is told; until there is somebody, what happens is kept.
    listener: RefCell<Option<Listener>>,
    state: RefCell<State>,
}

type Listener = Rc<dyn Fn(PoolEvent)>;

/// Everything the pool knows. Changed only inside [`Shared::with`], which tells the page afterwards.
struct State {
    myself: Weak<Shared>,
    slots: Vec<Slot>,
    next_slot: u64,
    next_run: u64,
    run: Option<Run>,
    /// The search for effects that follows the last run.
    exploration: Option<Exploration>,
    /// When it begins.
    rest: Option<Later>,
    /// What is run next.
    wanted: Option<Wanted>,
    /// When that begins at the latest.
    turn: Option<Later>,
    /// When a run that rests goes on.
    resume: Option<Later>,
    /// Whether workers are out of the question.
    in_page: bool,
    /// Replacements since the last answer.
    replacements: u32,
    /// Milliseconds that the last batches took.
    durations: VecDeque<f64>,
    /// What the page is still to be told.
    events: Vec<PoolEvent>,
    /// The next slice of computing in the page.
    slice: Option<Later>,
    /// The next telling of progress.
    progress: Option<Later>,
    /// The watchdog; lives as long as the pool.
    _watchdog: Option<Interval>,
}

/// A run that waits for the one before it.
struct Wanted {
    revision: u64,
    scenario: Scenario,
}

impl Pool {
    /// Starts as many workers as there are cores, at most eight. They load while the page draws itself for the first time.
    pub fn start() -> Self {
        let shared = Rc::new_cyclic(|myself: &Weak<Shared>| {
            let watched = myself.clone();
            let watchdog = Interval::new(WATCH_MILLIS, move || {
                if let Some(shared) = watched.upgrade() {
                    shared.with(State::watch);
                }
            });
            Shared { listener: RefCell::new(None), state: RefCell::new(State::new(myself.clone(), watchdog)) }
        });
        shared.with(State::start_workers);
        Self { shared }
    }

    /// Tells `listener` what happens from now on, and what has happened before anybody listened. The listener may call the
    /// pool.
    pub fn listen(&self, listener: Rc<dyn Fn(PoolEvent)>) {
        *self.shared.listener.borrow_mut() = Some(listener);
        self.shared.with(|_| {});
    }

    /// Runs a scenario in place of the run that is under way, once that has given its preview.
    pub fn run(&self, revision: u64, scenario: &Scenario) {
        self.shared.with(|state| state.want(revision, scenario));
    }

    /// Drops the run that is under way, and the one that waits, and what would follow.
    pub fn cancel(&self) {
        self.shared.with(State::cancel);
    }
}

impl Shared {
    /// Changes the state, then tells the page what came of it. Nothing is borrowed while the listener runs.
    fn with(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.borrow_mut());
        let Some(listener) = self.listener.borrow().clone() else { return };
        let events = std::mem::take(&mut self.state.borrow_mut().events);
        for event in events {
            listener(event);
        }
    }
}

impl State {
    fn new(myself: Weak<Shared>, watchdog: Interval) -> Self {
        Self {
            myself,
            slots: Vec::new(),
            next_slot: 0,
            next_run: 0,
            run: None,
            exploration: None,
            rest: None,
            wanted: None,
            turn: None,
            resume: None,
            in_page: false,
            replacements: 0,
            durations: VecDeque::new(),
            events: Vec::new(),
            slice: None,
            progress: None,
            _watchdog: Some(watchdog),
        }
    }
}
