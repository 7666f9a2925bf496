//! Cairn's exchange with other tools: bytes in, rows out.
//!
//! Reads exports into [`cairn_core::import`]'s types and writes rows as CSV. It knows core's types,
//! not its storage; it opens no file, asks for no clock and no zone.
//!
//! Invariant: nothing in here panics on bytes from outside, whatever they are.
#![cfg_attr(
    not(test),
    warn(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

mod azure;
pub mod columns;
pub mod date;
mod draft;
pub mod holidays;
pub mod import;
mod jira;
mod json;
pub mod mapping;
pub mod refusal;
mod sprint;
mod stages;
pub mod states;
pub mod table;
pub mod text;
pub mod throughput;
pub mod write;

pub use columns::Column;
pub use holidays::{Holidays, read_holidays};
pub use import::{Format, Import, Options, Order, SeenState, Skipped, read, read_watched};
pub use mapping::Field;
pub use refusal::Refusal;
pub use throughput::{Throughput, read_throughput};
pub use write::{CsvStyle, ExportRow, write_csv};
