//! What a host can be asked beside the requests to an open product, and its answers.

use crate::backups::Backup;
use cairn_core::ids::{ItemId, StakeholderId};
use cairn_core::import::{ImportCounts, ImportedItem};
use cairn_core::report::Report;
use cairn_core::{Failure, Outcome, Snapshot};
use cairn_documents::Page;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A request to the host or to the open product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum Request {
    /// To the host.
    Host(HostRequest),
    /// To the open product.
    Product(cairn_core::call::Request),
}

/// A request that is not about the open product alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum HostRequest {
    /// What the window needs first. Answers [`Start`].
    Start,
    /// Makes a new empty product and opens it. Answers [`Snapshot`].
    CreateProduct { name: String },
    /// Opens a product of the data folder. Answers [`Snapshot`].
    OpenProduct { id: String },
    /// Makes the sample product anew and opens it. Answers [`Snapshot`].
    OpenSample,
    /// Takes a product file from outside into the data folder, as a copy, and opens it. Answers [`Snapshot`].
    OpenFile {
        #[ts(type = "number")]
        file: u64,
    },
    /// Closes the open product. Answers [`Start`].
    CloseProduct,
    /// Reads a file without changing anything. Answers [`ImportPreview`].
    PreviewImport {
        #[ts(type = "number")]
        file: u64,
        options: ImportOptions,
    },
    /// Brings a file into the open product. Answers [`ImportDone`].
    Import {
        #[ts(type = "number")]
        file: u64,
        options: ImportOptions,
    },
    /// How far the running import is. Answers [`TaskProgress`] at once, even while it runs.
    Progress,
    /// Stops the running import; then nothing was changed. Answers [`TaskProgress`] at once.
    StopImport,
    /// Brings a throughput history into the open product. Answers [`Outcome`].
    ImportThroughput {
        #[ts(type = "number")]
        file: u64,
    },
    /// Closes the days of a calendar file of holidays as one step. Answers [`Outcome`].
    ImportHolidays {
        #[ts(type = "number")]
        file: u64,
    },
    /// Asks both methods over the product's own past, at the start of every `every`-th week, and
    /// scores them at each of `horizons`, in weeks. The product can be used meanwhile. Answers a
    /// list of [`cairn_core::forecast::BacktestScore`].
    Backtest { window_weeks: u16, horizons: Vec<u16>, every: u16 },
    /// How far the running backtest is. Answers [`TaskProgress`] at once.
    BacktestProgress,
    /// Stops the running backtest; then it fails. Answers [`TaskProgress`] at once.
    StopBacktest,
    /// Writes the product to a place chosen in a dialog. Answers [`Exported`].
    Export {
        #[ts(type = "number")]
        target: u64,
        format: ExportFormat,
        /// Whether the private notes about people go along; never into a CSV.
        #[serde(default)]
        private_notes: bool,
    },
    /// A document laid out on pages: slides, or paper. Answers [`Laid`].
    Pages {
        report: Report,
        paper: Option<Paper>,
        #[serde(default)]
        private_notes: bool,
    },
    /// Writes a document to a place chosen in a dialog. Answers [`Written`].
    WriteDocument {
        #[ts(type = "number")]
        target: u64,
        report: Report,
        format: DocumentFormat,
        /// Whether private notes go along this once.
        #[serde(default)]
        private_notes: bool,
    },
    /// Erases a person from the product, its history and its file, which can't be undone. Answers
    /// [`Erased`].
    ErasePerson { id: StakeholderId },
    /// The backups of a product. Answers [`Backups`].
    Backups { id: String },
    /// Puts a backup in the place of a product and opens it; what was there is kept. Answers [`Snapshot`].
    Restore { id: String, backup: String },
    /// How much can be read of a product that does not open. Answers [`Readable`].
    Readable { id: String },
    /// Writes what can be read of a product that does not open, as CSV, to a place chosen in a
    /// dialog. Answers [`Exported`].
    ExportReadable {
        id: String,
        #[ts(type = "number")]
        target: u64,
    },
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// What a document is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum DocumentFormat {
    /// PDF: 16:9 pages, or paper.
    Pdf {
        /// The paper; none for slides.
        paper: Option<Paper>,
    },
    /// One HTML file.
    Html,
    /// Markdown.
    Markdown,
    /// PowerPoint.
    Slides,
}

/// A document on its pages.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Laid {
    /// What it is.
    pub title: String,
    /// Day, time and place.
    pub when: String,
    /// What goes out with it, a sentence each.
    pub goes_out: Vec<String>,
    /// Its sections, which pages name by their place in this list.
    pub sections: Vec<LaidSection>,
    /// Its pages.
    pub pages: Vec<Page>,
}

/// A section of a document on pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LaidSection {
    /// What it is called within the document.
    pub id: String,
    /// Its name in a word or two.
    pub name: String,
}

/// A document that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Written {
    /// Name of the file.
    pub file: String,
    /// What of it can't be seen, in a sentence; none where all can.
    pub note: Option<String>,
}

/// What an erasure could not reach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Erased {
    /// Everything the window shows, read anew.
    pub product: Snapshot,
    /// Items whose own texts mention the name.
    pub mentions: Vec<ItemId>,
    /// Backups that still hold what they held, the newest first.
    pub backups: Vec<Backup>,
}

/// The backups of a product and what its last daily check said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Backups {
    /// Newest first.
    pub backups: Vec<Backup>,
    /// When the whole file was checked last, in milliseconds since 1970 UTC.
    #[ts(type = "number | null")]
    pub checked_at: Option<i64>,
    /// Whether that check found damage.
    pub damaged: bool,
}

/// How much can be read of a product that does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Readable {
    /// So many items.
    pub items: usize,
}

/// What the window needs first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    /// Version of Cairn.
    pub version: String,
    /// The words of the window, as Fluent source.
    pub words: String,
    /// Products of the data folder, last opened first.
    pub products: Vec<ProductRef>,
    /// Id of the open product.
    pub current: Option<String>,
    /// The open product.
    pub snapshot: Option<Snapshot>,
    /// Why the last product did not open, or what its last check found.
    pub failure: Option<Failure>,
    /// Id of the product that did not open.
    pub unopened: Option<String>,
}

/// A product of the data folder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProductRef {
    /// Name of its file without ending.
    pub id: String,
    /// Name of the product.
    pub name: String,
}

/// How a file is to be read where the reader guessed otherwise.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct ImportOptions {
    /// Header of a column → name of a field of [`ImportPreview::fields`], or "ignore".
    pub columns: BTreeMap<String, String>,
    /// A state of the other tool → a state of Cairn.
    pub states: BTreeMap<String, cairn_core::backlog::State>,
    /// Name of the encoding.
    pub encoding: Option<String>,
    /// The delimiter.
    pub delimiter: Option<String>,
}

/// What a file holds and what bringing it in would do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// Name of the file.
    pub file: String,
    /// Name of the format, such as "Jira CSV".
    pub format: String,
    /// Name of the encoding.
    pub encoding: String,
    /// The delimiter, for tables.
    pub delimiter: Option<String>,
    /// The columns with what they are read as.
    pub columns: Vec<PreviewColumn>,
    /// Names of the fields a column can be read as.
    pub fields: Vec<String>,
    /// Rows read.
    pub read: usize,
    /// Rows left out.
    pub skipped: Vec<SkippedRow>,
    /// What should be looked at, each a sentence.
    pub warnings: Vec<String>,
    /// States whose meaning was guessed, with how many items have them.
    pub unknown_states: Vec<UnknownState>,
    /// What would change.
    pub counts: ImportCounts,
    /// Done items with a day: what forecasts can build on.
    pub done_with_date: usize,
    /// The first items in order, 100 at most.
    pub items: Vec<ImportedItem>,
}

/// A column of a table that is to be imported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PreviewColumn {
    /// Its header.
    pub header: String,
    /// What it is read as; `None`: it is left out.
    pub field: Option<String>,
    /// The first values that are not empty.
    pub samples: Vec<String>,
}

/// A row that can't come in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SkippedRow {
    /// Its line in the file, from 1.
    pub line: usize,
    /// Why, as a sentence.
    pub reason: String,
}

/// A state the reader does not know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnknownState {
    /// In the other tool's words.
    pub source_state: String,
    /// How many items have it.
    pub items: usize,
    /// What it was taken for.
    pub state: cairn_core::backlog::State,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskProgress {
    /// Parts of a thousand that are done.
    pub thousandths: usize,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportDone {
    /// What changed.
    pub counts: ImportCounts,
    /// The step and its changes.
    pub outcome: Outcome,
}

/// Formats a product can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// The ordered list as CSV.
    Csv,
    /// Everything, as JSON.
    Json,
    /// The product file itself.
    Copy,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Exported {
    /// Name of the file.
    pub file: String,
    /// How many items.
    pub items: usize,
}
