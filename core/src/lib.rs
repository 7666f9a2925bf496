//! Cairn's core: rules, storage and forecasts of one product.
//!
//! A product is one SQLite file ([`Product`]). Everything a product owner can do is a variant of
//! [`Edit`]; everything the window holds is a [`Snapshot`]. [`Product::apply`] runs one transaction
//! in which triggers journal each changed row, and returns the very rows as [`Changes`]. Undo,
//! history and "as it was on that day" replay the journal; they return the same [`Changes`].
//!
//! Start with [`edit`], the list of verbs, and follow one of them into its module.
//! No clock, environment, thread or terminal in here: the time comes in as an argument.

mod asked;
pub mod backlog;
pub mod call;
pub mod conflict;
pub mod contact;
mod decimal;
pub mod decision;
mod declined;
pub mod direction;
pub mod discovery;
pub mod document;
pub mod drawings;
pub mod edit;
mod erase;
pub mod error;
pub mod feedback;
pub mod forecast;
mod history;
pub mod ids;
pub mod import;
mod journal;
mod kept;
pub mod need;
mod outlook;
mod person;
pub mod product;
mod record;
mod records;
pub mod report;
pub mod review;
mod sample;
mod search;
mod second;
mod served;
pub mod settings;
pub mod snapshot;
pub mod sprint;
mod stages;
pub mod stakeholder;
mod store;
pub mod story;
mod tx;
mod whole;
pub mod words;

pub use asked::{About, Asked, Forecast};
pub use declined::Declined;
pub use drawings::Chart;
pub use edit::Edit;
pub use error::{Code, Error, Failure, Result};
pub use kept::{KeptForecast, KeptLevel, Standing};
pub use person::{PersonPage, WantedItem};
pub use product::Product;
pub use records::Records;
pub use second::{OpenRisk, Scored, Scores};
pub use served::{Claim, Competing, Line, Served, Service};
pub use snapshot::{Changes, HistoryLine, Outcome, Snapshot};
pub use store::{APPLICATION_ID, LARGEST, SCHEMA, before_migration, sync_folder};
