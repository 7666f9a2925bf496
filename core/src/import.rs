//! An import: the items of another tool's export, read into Cairn's words.
//!
//! `cairn-exchange` turns bytes into these; this module brings them into the product,
//! where importing again merges by external id.

use crate::backlog::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One item as it stands in a file, before it is an item of the product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedItem {
    /// Line of the file the row starts at, from 1; 0 for formats without lines.
    pub line: usize,
    /// The other tool's own id, by which a later import finds the item again.
    pub external_id: Option<String>,
    /// What it is called.
    pub title: String,
    /// Story, bug, spike, chore or the other tool's own word, in lower case.
    pub kind: Option<String>,
    /// The state in Cairn's words; `None` where the file has no state.
    pub state: Option<State>,
    /// The state in the other tool's words.
    pub source_state: Option<String>,
    /// Size as the Developers gave it.
    pub size: Option<f64>,
    /// Labels, tags and components.
    pub labels: Vec<String>,
    /// External id of the item or epic this one is part of.
    pub parent: Option<String>,
    /// The longer text.
    pub body: Option<String>,
    /// Address of the item in the other tool.
    pub url: Option<String>,
    /// Sprint or iteration the row names last.
    pub sprint: Option<String>,
    /// Local day it was created.
    pub created_on: Option<NaiveDate>,
    /// Local day work on it started.
    pub started_on: Option<NaiveDate>,
    /// Local day it was finished.
    pub done_on: Option<NaiveDate>,
}

/// A whole import: items in the order of the other tool's backlog, and up to when the file knows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedBacklog {
    /// Where the items come from; ids are only compared within one source ("jira", "azure", "csv", …).
    pub source: String,
    /// Name of the file, for the history.
    pub file: String,
    /// The newest day of created, updated or finished in the file: history is known up to it.
    pub known_until: Option<NaiveDate>,
    /// The items, most valuable first.
    pub items: Vec<ImportedItem>,
}

/// A throughput history: how many items were finished in each period.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedThroughput {
    /// Name of the file, for the history.
    pub file: String,
    /// Whether each row counts a whole week that starts on its day; otherwise one day.
    pub weekly: bool,
    /// First day of each period with its count, zero rows included.
    pub rows: Vec<(NaiveDate, u32)>,
}

/// What an import does, or would do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportCounts {
    /// New items.
    pub added: usize,
    /// Items that change.
    pub updated: usize,
    /// Items that stay as they are.
    pub unchanged: usize,
}
