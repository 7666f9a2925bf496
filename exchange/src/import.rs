//! Reading an export of another tool: bytes in, a preview and an [`ImportedBacklog`] out.

use crate::columns::{self, Column, Columns};
use crate::date::First;
use crate::draft::{self, Draft};
use crate::refusal::Refusal;
use crate::table::{Fit, MOST_ROWS, Table};
use crate::{Field, json, mapping, states, text};
use cairn_core::backlog::State;
use cairn_core::import::{ImportedBacklog, ImportedItem};
use cairn_core::words;
use chrono::FixedOffset;
use csv::StringRecord;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How many left out rows are named one by one.
const MOST_NAMED: usize = 1_000;
/// How many lines a warning names.
const LINES_NAMED: usize = 10;

/// How a file is to be read; everything but the offset is found out where it is left open.
#[derive(Debug, Clone)]
pub struct Options {
    /// Name of the file, for the history.
    pub file: String,
    /// Where the reader is: moments with a zone become days of this offset.
    pub offset: FixedOffset,
    /// What columns hold, by their header or their number from 1.
    pub fields: Vec<(String, Field)>,
    /// Label of the encoding ("windows-1250").
    pub encoding: Option<String>,
    /// What separates the cells.
    pub delimiter: Option<char>,
    /// What states of the other tool mean, compared without case and punctuation.
    pub states: BTreeMap<String, State>,
    /// Whether dates of three numbers start with the day.
    pub day_first: Option<bool>,
}

impl Options {
    /// Leaves everything to be found out.
    pub fn new(file: impl Into<String>, offset: FixedOffset) -> Self {
        Self {
            file: file.into(),
            offset,
            fields: Vec::new(),
            encoding: None,
            delimiter: None,
            states: BTreeMap::new(),
            day_first: None,
        }
    }

    pub(crate) fn first(&self) -> Option<First> {
        self.day_first.map(|day| if day { First::Day } else { First::Month })
    }

    pub(crate) fn delimiter_byte(&self) -> Result<Option<u8>, Refusal> {
        self.delimiter
            .map(|c| {
                u8::try_from(c)
                    .ok()
                    .filter(|byte| byte.is_ascii() && !b"\"\r\n".contains(byte))
                    .ok_or_else(|| Refusal::with("import-bad-delimiter", "delimiter", c))
            })
            .transpose()
    }
}

/// The tool and shape a file comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Format {
    /// Cairn's own export.
    Cairn,
    /// Jira, Cloud or Server.
    Jira,
    /// A query of Azure DevOps.
    Azure,
    /// Linear.
    Linear,
    /// Plane.
    Plane,
    /// A table of GitHub Projects.
    GithubProject,
    /// Issues of GitHub as JSON.
    GithubJson,
    /// GitLab.
    Gitlab,
    /// Asana.
    Asana,
    /// Shortcut.
    Shortcut,
    /// Pivotal Tracker.
    Pivotal,
    /// Taiga.
    Taiga,
    /// A board of Trello as table.
    TrelloCsv,
    /// A board of Trello as JSON.
    TrelloJson,
    /// VersionOne.
    VersionOne,
    /// ActionableAgile and its like: a column with the day of entry for each stage.
    ActionableAgile,
    /// Lighthouse.
    Lighthouse,
    /// Any other table.
    Table,
}

impl Format {
    /// Returns the word ids are kept under: they are only compared within one source.
    pub fn source(self) -> &'static str {
        match self {
            Self::Cairn => "cairn",
            Self::Jira => "jira",
            Self::Azure => "azure",
            Self::Linear => "linear",
            Self::Plane => "plane",
            Self::GithubProject | Self::GithubJson => "github",
            Self::Gitlab => "gitlab",
            Self::Asana => "asana",
            Self::Shortcut => "shortcut",
            Self::Pivotal => "pivotal",
            Self::Taiga => "taiga",
            Self::TrelloCsv | Self::TrelloJson => "trello",
            Self::VersionOne => "versionone",
            Self::ActionableAgile => "actionableagile",
            Self::Lighthouse => "lighthouse",
            Self::Table => "csv",
        }
    }
}

/// What the order of the items comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Order {
    /// Rank strings, compared byte by byte.
    Rank,
    /// Numbers, the smallest first.
    Number,
    /// The order of the rows.
    File,
}

/// A row that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Skipped {
    /// Line of the file the row starts at, from 1.
    pub line: usize,
    /// Why, as a sentence.
    pub reason: String,
}

/// A state as the file writes it, and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeenState {
    /// The other tool's word.
    pub word: String,
    /// How many items have it.
    pub count: usize,
    /// What most of them were taken for.
    pub state: State,
    /// Whether the word was known or chosen; else it is asked in the preview.
    pub known: bool,
}

/// A file as it was read: everything the preview shows, and the items themselves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Import {
    /// The tool and shape it comes from.
    pub format: Format,
    /// Name of the encoding.
    pub encoding: String,
    /// Whether the encoding was guessed.
    pub encoding_guessed: bool,
    /// What separates the cells; `None` for formats without.
    pub delimiter: Option<char>,
    /// The columns in their order.
    pub columns: Vec<Column>,
    /// How many rows became items.
    pub read: usize,
    /// The rows that were left out, the first thousand of them.
    pub skipped: Vec<Skipped>,
    /// How many rows were left out.
    pub skipped_count: usize,
    /// What the reader should know before saying yes, as sentences.
    pub warnings: Vec<String>,
    /// The states of the file.
    pub states: Vec<SeenState>,
    /// The states of the file that were not known; their items need a conversation until chosen.
    pub unknown_states: Vec<String>,
    /// How many items are Done and have a date: what throughput is counted from.
    pub done_with_date: usize,
    /// What the order comes from.
    pub order: Order,
    /// The items, in the order of the other tool's backlog over all states.
    pub backlog: ImportedBacklog,
}

/// What is gathered while rows are read.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub skipped: Vec<Skipped>,
    pub skipped_count: usize,
    pub warnings: Vec<String>,
}

impl Notes {
    pub fn skip(&mut self, line: usize, key: &str) {
        self.skipped_count += 1;
        if self.skipped.len() < MOST_NAMED {
            self.skipped.push(Skipped { line, reason: words::tell(key, &[("line", line.into())]) });
        }
    }

    pub fn warn(&mut self, key: &str) {
        self.warnings.push(words::say(key));
    }

    /// Warns when `count` is not zero.
    pub fn warn_count(&mut self, key: &str, count: usize) {
        if count > 0 {
            self.warnings.push(words::tell(key, &[("count", count.into())]));
        }
    }

    /// Warns about some things and names the first of them.
    pub fn warn_names<T: ToString>(&mut self, key: &str, names: &[T]) {
        if !names.is_empty() {
            let mut list = names.iter().take(LINES_NAMED).map(T::to_string).collect::<Vec<_>>().join(", ");
            if names.len() > LINES_NAMED {
                list.push_str(", …");
            }
            self.warnings.push(words::tell(key, &[("count", names.len().into()), ("names", list.into())]));
        }
    }
}

/// Reads an export of another tool.
///
/// # Errors
/// Refuses what is no table or known JSON, what is above the limits, and choices that don't fit
/// (an unknown encoding or column).
pub fn read(bytes: &[u8], options: &Options) -> Result<Import, Refusal> {
    read_watched(bytes, options, &mut |_, _| true)
}

/// As [`read`], telling how many bytes of how many are behind; `watch` answers false to stop.
///
/// # Errors
/// As [`read`], and `import-cancelled` when stopped.
pub fn read_watched(
    bytes: &[u8],
    options: &Options,
    watch: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Import, Refusal> {
    let text = text::decode(bytes, options.encoding.as_deref())?;
    let mut notes = Notes::default();
    notes.warn_count("import-replaced", text.replaced);
    let start = text.text.trim_start();
    let encoding = (text.encoding, text.guessed);
    if start.starts_with('{')
        || (start.starts_with('[')
            && start.get(1..).is_some_and(|rest| rest.trim_start().starts_with(['{', ']'])))
    {
        let (format, drafts) = json::read(&text.text, options, &mut notes)?;
        return Ok(finish(format, encoding, None, Vec::new(), drafts, options, notes));
    }
    if start.starts_with('<') {
        return Err(Refusal::new("import-markup"));
    }
    let chosen =
        |cell: &str| options.fields.iter().any(|(column, _)| mapping::fold(column) == mapping::fold(cell));
    let table = Table::open(&text.text, options.delimiter_byte()?, &|cell| {
        !cell.trim().is_empty() && (mapping::field_of(cell).is_some() || chosen(cell))
    })?;
    notes.warn_count("import-banner", table.banner);
    let columns = columns::of(&table, options, &mut notes, watch)?;
    let drafts = rows(&table, &columns, options, &mut notes, watch)?;
    let delimiter = Some(char::from(table.delimiter));
    let stages = columns.stages();
    let mut import = finish(columns.format, encoding, delimiter, columns.shown, drafts, options, notes);
    import.backlog.stages = stages;
    Ok(import)
}

/// Reads the rows below the header.
fn rows(
    table: &Table<'_>,
    columns: &Columns,
    options: &Options,
    notes: &mut Notes,
    watch: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Vec<Draft>, Refusal> {
    let mut drafts = Vec::new();
    let mut short = Vec::new();
    let mut bad = draft::Unreadable::default();
    let mut rows = table.rows();
    let mut record = StringRecord::new();
    let mut count = 0_usize;
    while let Some(row) = rows.next(&mut record) {
        count += 1;
        if count > MOST_ROWS {
            return Err(Refusal::with("import-too-many-rows", "most", MOST_ROWS));
        }
        match row.fit {
            Fit::Long => notes.skip(row.line, "import-row-long"),
            Fit::Huge => notes.skip(row.line, "import-row-huge"),
            Fit::Unclosed => notes.skip(row.line, "import-row-unclosed"),
            Fit::Short | Fit::Exact => {
                let draft = columns.draft(&row, options, &mut bad);
                if draft.item.title.is_empty() {
                    notes.skip(row.line, "import-row-untitled");
                } else if draft.is_pull_request {
                    notes.skip(row.line, "import-row-pull-request");
                } else {
                    if row.fit == Fit::Short {
                        short.push(row.line);
                    }
                    drafts.push(draft);
                }
            }
        }
        if count.is_multiple_of(512) && !watch(table.len() / 2 + rows.at() / 2, table.len()) {
            return Err(Refusal::new("import-cancelled"));
        }
    }
    // Spreadsheets end with a row of sums.
    if drafts.len() > 1
        && let Some(last) = drafts.last()
        && last.item.external_id.is_none()
        && last.item.source_state.is_none()
        && is_total(&last.item.title)
    {
        notes.skip(last.item.line, "import-row-total");
        drafts.pop();
    }
    notes.warn_names("import-rows-short", &short);
    bad.warn(notes);
    if count == 0 {
        notes.warn("import-no-rows");
    }
    Ok(drafts)
}

fn is_total(title: &str) -> bool {
    matches!(
        mapping::fold(title).as_str(),
        "total"
            | "totals"
            | "sum"
            | "summe"
            | "gesamt"
            | "gesamtsumme"
            | "grandtotal"
            | "suma"
            | "razem"
            | "totaal"
            | "totale"
            | "totaux"
            | "celkem"
            | "summa"
            | "somme"
            | "soma"
    )
}

/// Settles drafts into an import.
pub(crate) fn finish(
    format: Format,
    (encoding, encoding_guessed): (&str, bool),
    delimiter: Option<char>,
    columns: Vec<Column>,
    mut drafts: Vec<Draft>,
    options: &Options,
    mut notes: Notes,
) -> Import {
    let chosen: BTreeMap<String, State> =
        options.states.iter().map(|(word, state)| (mapping::fold(word), *state)).collect();
    let states = draft::settle_states(&mut drafts, &chosen, format);
    let known_until = drafts.iter().filter_map(Draft::newest).max();
    draft::settle_duplicates(&mut drafts, &mut notes);
    draft::settle_parents(&mut drafts, &mut notes);
    let sprints = draft::settle_sprints(&mut drafts, &mut notes);
    let order = draft::settle_order(&mut drafts);
    if format == Format::Jira && order == Order::File && drafts.len() > 1 {
        notes.warn("import-jira-without-rank");
    }
    let items: Vec<ImportedItem> = drafts.into_iter().map(|draft| draft.item).collect();
    let count = |wanted: &dyn Fn(&ImportedItem) -> bool| items.iter().filter(|item| wanted(item)).count();
    let done_with_date = count(&|item| item.state == Some(State::Done) && item.done_on.is_some());
    notes.warn_count(
        "import-done-without-date",
        count(&|item| item.state == Some(State::Done) && item.done_on.is_none()),
    );
    notes.warn_count(
        "import-date-on-open",
        count(&|item| {
            item.done_on.is_some() && !matches!(item.state, None | Some(State::Done | State::NotDoing))
        }),
    );
    notes.warn_count("import-hidden-characters", count(&|item| item.title.contains(is_hidden)));
    let unknown_states: Vec<String> =
        states.iter().filter(|state| !state.known).map(|state| state.word.clone()).collect();
    notes.warn_names("import-unknown-states", &unknown_states);
    Import {
        format,
        encoding: encoding.to_owned(),
        encoding_guessed,
        delimiter,
        columns,
        read: items.len(),
        skipped: notes.skipped,
        skipped_count: notes.skipped_count,
        warnings: notes.warnings,
        states,
        unknown_states,
        done_with_date,
        order,
        backlog: ImportedBacklog {
            source: format.source().to_owned(),
            file: options.file.clone(),
            known_until,
            stages: Vec::new(),
            sprints,
            items,
        },
    }
}

/// Direction marks and characters without width, which can make a title look like another.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether the resolution of an item counts in this format. ActionableAgile's files say by their
/// last stage what is done; the resolution is only an attribute there.
pub(crate) fn resolution_counts(format: Format, resolution: &str) -> bool {
    format != Format::ActionableAgile && states::says_not_done(resolution)
}
