//! The one door to the core, and what the shell itself answers when something fails.

use cairn_core::{Code, Error, Failure, words};
use cairn_host::{Host, PickedFile};
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{PoisonError, RwLock};
use tauri::State;

/// The core behind the window, from its opening to its closing.
pub(crate) struct Core {
    /// `Err` says why the data folder can't be used; the page shows it as the answer to every call.
    host: RwLock<Result<Host, Failure>>,
}

impl Core {
    /// Takes in the opened core, or the reason why there is none.
    pub(crate) fn new(opened: Result<Host, Error>) -> Self {
        Self { host: RwLock::new(opened.map_err(Failure::from)) }
    }

    /// Backs up and closes the product, after the calls that are under way have been answered.
    ///
    /// The process ends without dropping its state, so this is where the core is dropped.
    pub(crate) fn close(&self) {
        let mut host = self.host.write().unwrap_or_else(PoisonError::into_inner);
        if let Ok(host) = host.as_ref()
            && let Err(error) = host.close(chrono::Local::now().fixed_offset())
        {
            // The product itself is saved; the next start makes the backup.
            eprintln!("cairn: {error}");
        }
        *host = Err(internal("closed".to_owned()));
    }

    /// Takes in a file that a person chose to read.
    pub(crate) fn admit(&self, path: PathBuf) -> Result<PickedFile, Failure> {
        self.with(|host| Ok(host.admit(path)))
    }

    /// Takes in a place that a person chose to write to.
    pub(crate) fn admit_target(&self, path: PathBuf) -> Result<PickedFile, Failure> {
        self.with(|host| Ok(host.admit_target(path)))
    }

    /// Asks the core; a panic in there is answered as a failure (its transaction has rolled back).
    fn with<T>(&self, ask: impl FnOnce(&Host) -> Result<T, Failure>) -> Result<T, Failure> {
        let host = self.host.read().unwrap_or_else(PoisonError::into_inner);
        let host = host.as_ref().map_err(Failure::clone)?;
        catch_unwind(AssertUnwindSafe(|| ask(host))).unwrap_or_else(|panic| {
            let detail = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
            Err(internal(detail.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()))
        })
    }
}

/// A defect of Cairn, told with what is known of it.
pub(crate) fn internal(detail: String) -> Failure {
    Failure {
        code: Code::Internal,
        field: None,
        message: words::tell("error-internal", &[("detail", detail.into())]),
        hint: Some(words::say("error-internal-hint")),
    }
}

/// Forwards one request of the page to the core, with the time of this machine.
///
/// `async`, since a plain command runs on the thread of the window and freezes it.
#[tauri::command(async)]
pub(crate) fn call(request: Value, core: State<'_, Core>) -> Result<Value, Failure> {
    let now = chrono::Local::now().fixed_offset();
    core.with(|host| host.call(request, now))
}
