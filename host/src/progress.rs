//! How far a long task is, and the wish to stop it: readable while the product is busy.

use crate::request::TaskProgress;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Parts that a task is told in.
const PARTS: usize = 1_000;

/// The progress of a task, of which one can run at a time.
#[derive(Debug, Default)]
pub struct Progress {
    thousandths: AtomicUsize,
    stopped: AtomicBool,
}

impl Progress {
    /// Begins anew.
    pub fn begin(&self) {
        self.stopped.store(false, Ordering::SeqCst);
        self.thousandths.store(0, Ordering::SeqCst);
    }

    /// Asks the task to stop; it does so soon, and nothing was changed.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Notes that `done` of `total` is done; answers whether to go on.
    pub fn note(&self, done: usize, total: usize) -> bool {
        self.thousandths.store(done * PARTS / total.max(1), Ordering::Relaxed);
        !self.stopped.load(Ordering::Relaxed)
    }

    /// As [`Progress::note`], of the first half of a task, 0, or its second, 1.
    pub fn note_half(&self, half: usize, done: usize, total: usize) -> bool {
        self.note(half * total + done, 2 * total)
    }

    /// How far it is.
    pub fn now(&self) -> TaskProgress {
        TaskProgress { thousandths: self.thousandths.load(Ordering::Relaxed) }
    }
}
