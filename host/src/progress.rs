//! How far a long task is, and the wish to stop it: readable while the product is busy.

use crate::request::ImportProgress;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Parts of a thousand of each half.
const HALF: usize = 500;

/// The progress of the one import that can run.
#[derive(Debug, Default)]
pub struct Progress {
    thousandths: AtomicUsize,
    stopped: AtomicBool,
}

impl Progress {
    /// Begins anew.
    pub fn begin(&self) {
        self.thousandths.store(0, Ordering::Relaxed);
        self.stopped.store(false, Ordering::Relaxed);
    }

    /// Asks the task to stop; it does so within a few hundred rows, and nothing was changed.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Notes that `done` of `total` of a half, 0 or 1, is done; answers whether to go on.
    pub fn note(&self, half: usize, done: usize, total: usize) -> bool {
        self.thousandths.store(half * HALF + done * HALF / total.max(1), Ordering::Relaxed);
        !self.stopped.load(Ordering::Relaxed)
    }

    /// How far it is.
    pub fn now(&self) -> ImportProgress {
        ImportProgress { thousandths: self.thousandths.load(Ordering::Relaxed) }
    }
}
