//! The pool of workers: hands one batch at a time to each idle worker, merges the answers, tells the page.
//!
//! A worker that panics, is terminated or never reports is replaced, and its batch handed out again. While no worker is
//! ready, and where workers are not allowed at all, the page computes block by block between its own work, never longer than a
//! slice at a time. Which batches, and in which order they merge, is `runner::schedule`'s business: the figures are the same
//! whoever computed them.

use super::pool_event::PoolEvent;
use super::run::Run;
use super::slot::{Activity, News, Slot};
use crate::browser::{clock, cores, scheduling};
use crate::engine::{Batch, BatchInProgress, Plan};
use crate::model::Scenario;
use crate::runner::protocol::{MessageProblem, Reply, Request, decode, encode};
use gloo::timers::callback::{Interval, Timeout};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

/// Longest stretch that the page computes without giving way, milliseconds. A frame has 16.
const SLICE_MILLIS: f64 = 12.0;
/// How often the watchdog looks, milliseconds.
const WATCH_MILLIS: u32 = 500;
/// A worker is not taken for dead before this many milliseconds ...
const PATIENCE_MILLIS: f64 = 2_000.0;
/// ... nor before this many times the time a batch usually takes.
const PATIENCE_BATCHES: f64 = 10.0;
/// So many milliseconds the page leaves the computing to workers that are still loading.
const HEAD_START_MILLIS: u32 = 400;
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
    /// Whether workers are out of the question.
    in_page: bool,
    /// Replacements since the last answer.
    replacements: u32,
    /// Milliseconds that the last batches took.
    durations: VecDeque<f64>,
    /// What the page is still to be told.
    events: Vec<PoolEvent>,
    /// The next slice of computing in the page.
    slice: Option<Timeout>,
    /// The next telling of progress.
    progress: Option<scheduling::Frame>,
    /// The watchdog; lives as long as the pool.
    _watchdog: Option<Interval>,
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

    /// Runs a scenario; a run that is under way is dropped.
    pub fn run(&self, revision: u64, scenario: &Scenario) {
        self.shared.with(|state| state.begin(revision, scenario));
    }

    /// Drops the run that is under way.
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
            in_page: false,
            replacements: 0,
            durations: VecDeque::new(),
            events: Vec::new(),
            slice: None,
            progress: None,
            _watchdog: Some(watchdog),
        }
    }

    fn start_workers(&mut self) {
        for _ in 0..cores::for_computing() {
            if !self.in_page {
                self.start_worker();
            }
        }
    }

    fn start_worker(&mut self) {
        let shared = self.myself.clone();
        let listener = move |id: u64, news: News| {
            if let Some(shared) = shared.upgrade() {
                shared.with(|state| state.hear(id, news));
            }
        };
        let id = self.next_slot;
        self.next_slot += 1;
        match Slot::start(id, clock::now_millis(), listener) {
            Ok(slot) => self.slots.push(slot),
            Err(_) => self.give_up_on_workers(PoolEvent::ComputingInPage),
        }
    }

    fn begin(&mut self, revision: u64, scenario: &Scenario) {
        self.next_run += 1;
        match Plan::new(scenario) {
            Ok(plan) => {
                self.run = Some(Run::new(self.next_run, revision, scenario.to_json(), plan));
                self.hand_out();
            }
            Err(issues) => {
                self.run = None;
                self.events.push(PoolEvent::Refused { revision, issues });
            }
        }
    }

    fn cancel(&mut self) {
        if let Some(run) = self.run.take() {
            self.events.push(PoolEvent::Cancelled { revision: run.revision });
        }
    }

    /// Gives every idle worker a batch; where none is ready, sees to it that the page computes.
    fn hand_out(&mut self) {
        let Some(run) = &mut self.run else { return };
        let now = clock::now_millis();
        let mut failed = Vec::new();
        for slot in self.slots.iter_mut().filter(|slot| slot.activity == Activity::Idle) {
            let Some(index) = run.schedule.hand_out() else { break };
            let request = Request { run: run.id, index, scenario: run.scenario.clone() };
            slot.activity = Activity::Busy { run: run.id, index, since: now };
            if slot.send(&encode(&request)).is_err() {
                failed.push(slot.id);
            }
        }
        let nobody_ready = self.slots.iter().all(|slot| matches!(slot.activity, Activity::Starting { .. }));
        for id in failed {
            self.replace(id);
        }
        if nobody_ready {
            self.schedule_slice_after(if self.in_page { 0 } else { HEAD_START_MILLIS });
        }
    }

    fn hear(&mut self, id: u64, news: News) {
        let News::Message(bytes) = news else { return self.replace(id) };
        match decode::<Reply>(&bytes) {
            Ok(Reply::Ready) => {
                self.rest(id);
                self.hand_out();
            }
            Ok(Reply::Computed { run, batch }) => {
                self.remember_duration(id);
                self.rest(id);
                self.replacements = 0;
                self.take(run, batch);
                self.hand_out();
            }
            Err(MessageProblem::OtherBuild) => self.give_up_on_workers(PoolEvent::VersionMismatch),
            // A worker of this build that cannot read us is as good as dead.
            Ok(Reply::Refused(_)) | Err(MessageProblem::Unreadable) => self.replace(id),
        }
    }

    fn rest(&mut self, id: u64) {
        if let Some(slot) = self.slots.iter_mut().find(|slot| slot.id == id) {
            slot.activity = Activity::Idle;
        }
    }

    fn remember_duration(&mut self, id: u64) {
        let slot = self.slots.iter().find(|slot| slot.id == id);
        if let Some(Activity::Busy { since, .. }) = slot.map(|slot| slot.activity) {
            self.durations.push_back(clock::now_millis() - since);
            if self.durations.len() > REMEMBERED {
                self.durations.pop_front();
            }
        }
    }

    /// Takes an answer if it belongs to the run that is under way.
    fn take(&mut self, run_id: u64, batch: Batch) {
        let Some(run) = self.run.as_mut().filter(|run| run.id == run_id) else { return };
        run.schedule.take(batch);
        if let Some(summary) = run.preview() {
            self.events.push(PoolEvent::Previewed { revision: run.revision, summary: Rc::new(summary) });
        }
        if run.schedule.is_finished() {
            self.schedule_slice();
        } else {
            self.schedule_progress();
        }
    }

    fn schedule_progress(&mut self) {
        if self.progress.is_some() {
            return;
        }
        let shared = self.myself.clone();
        self.progress = Some(scheduling::at_next_frame(move || {
            if let Some(shared) = shared.upgrade() {
                shared.with(State::tell_progress);
            }
        }));
    }

    fn tell_progress(&mut self) {
        self.progress = None;
        if let Some(run) = &self.run {
            self.events.push(PoolEvent::Progressed {
                revision: run.revision,
                trials_done: run.trials_done(),
                trials_planned: run.plan.trials(),
            });
        }
    }

    fn schedule_slice(&mut self) {
        self.schedule_slice_after(0);
    }

    /// A slice that is due already is not put off; one that is due later is brought forward.
    fn schedule_slice_after(&mut self, delay_millis: u32) {
        if self.slice.is_some() && delay_millis > 0 {
            return;
        }
        let shared = self.myself.clone();
        self.slice = Some(Timeout::new(delay_millis, move || {
            if let Some(shared) = shared.upgrade() {
                shared.with(State::work_a_slice);
            }
        }));
    }

    /// Computes in the page, or adds up a finished run, until the slice is over.
    fn work_a_slice(&mut self) {
        self.slice = None;
        let end = clock::now_millis() + SLICE_MILLIS;
        while clock::now_millis() < end {
            let Some(run) = &mut self.run else { return };
            if run.schedule.is_finished() {
                if let Some(summary) = run.sum_up() {
                    let revision = run.revision;
                    self.run = None;
                    self.events.push(PoolEvent::Finished { revision, summary: Rc::new(summary) });
                    return;
                }
                continue;
            }
            let workers_are_ready = self.slots.iter().any(|slot| !matches!(slot.activity, Activity::Starting { .. }));
            let unfinished = match run.in_page.take() {
                Some(unfinished) => unfinished,
                None if workers_are_ready => return,
                None => match run.schedule.hand_out() {
                    Some(index) => BatchInProgress::new(&run.plan, index),
                    None => return,
                },
            };
            match unfinished.step(&run.plan) {
                Ok(batch) => {
                    let id = run.id;
                    self.take(id, batch);
                }
                Err(unfinished) => run.in_page = Some(unfinished),
            }
        }
        self.schedule_slice();
    }

    /// Ends a worker and starts another in its place; its batch will be handed out again.
    fn replace(&mut self, id: u64) {
        let Some(position) = self.slots.iter().position(|slot| slot.id == id) else { return };
        self.take_back(position);
        self.slots.swap_remove(position);
        self.replacements += 1;
        if self.replacements > MOST_REPLACEMENTS {
            return self.give_up_on_workers(PoolEvent::ComputingInPage);
        }
        self.events.push(PoolEvent::WorkerReplaced);
        self.start_worker();
        self.hand_out();
    }

    fn take_back(&mut self, position: usize) {
        if let (Activity::Busy { run: id, index, .. }, Some(run)) = (self.slots[position].activity, &mut self.run)
            && run.id == id
        {
            run.schedule.give_back(index);
        }
    }

    fn give_up_on_workers(&mut self, reason: PoolEvent) {
        for position in 0..self.slots.len() {
            self.take_back(position);
        }
        self.slots.clear();
        if !self.in_page {
            self.in_page = true;
            self.events.push(reason);
        }
        if self.run.is_some() {
            self.schedule_slice();
        }
    }

    /// Replaces workers that should have answered long ago. A hidden page is not watched: its timers and workers are throttled.
    fn watch(&mut self) {
        let now = clock::now_millis();
        if clock::is_page_hidden() {
            for slot in &mut self.slots {
                match &mut slot.activity {
                    Activity::Starting { since } | Activity::Busy { since, .. } => *since = now,
                    Activity::Idle => {}
                }
            }
            return;
        }
        let mut durations: Vec<f64> = self.durations.iter().copied().collect();
        durations.sort_by(f64::total_cmp);
        let usual = durations.get(durations.len() / 2).copied().unwrap_or(0.0);
        let patience = PATIENCE_MILLIS.max(PATIENCE_BATCHES * usual);
        let overdue = |slot: &&Slot| match slot.activity {
            Activity::Starting { since } => now - since > START_MILLIS,
            Activity::Busy { since, .. } => now - since > patience,
            Activity::Idle => false,
        };
        let dead: Vec<u64> = self.slots.iter().filter(overdue).map(|slot| slot.id).collect();
        for id in dead {
            self.replace(id);
        }
    }
}
