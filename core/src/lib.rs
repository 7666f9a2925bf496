//! Cairn's core: rules, storage and forecasts of one product.
//!
//! No clock, environment, thread or terminal in here: the time comes in as an argument.

pub mod backlog;
pub mod error;
pub mod forecast;
pub mod import;
pub mod words;

pub use error::{Code, Error, Failure, Result};
