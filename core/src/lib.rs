//! Cairn's core: rules, storage and forecasts of one product.
//!
//! No clock, environment, thread or terminal in here: the time comes in as an argument.

pub mod backlog;
pub mod call;
pub mod direction;
pub mod edit;
pub mod error;
pub mod ids;
pub mod import;
pub mod settings;
pub mod snapshot;
pub mod sprint;
pub mod stakeholder;
pub mod words;

pub use error::{Code, Error, Failure, Result};
pub use snapshot::{Changes, HistoryLine, Outcome, Snapshot};
