//! Import and export over an open product.

use crate::folder::write_whole;
use crate::progress::Progress;
use crate::request::*;
use cairn_core::backlog::{Item, State};
use cairn_core::import::{Imported, ImportedThroughput, Watch};
use cairn_core::{Edit, Error, Outcome, Product, Result};
use cairn_exchange::{CsvStyle, ExportRow, Field, Holidays, Import, Options, Refusal};
use chrono::{DateTime, FixedOffset};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Items of a file that a preview shows.
const SHOWN: usize = 100;

/// The largest file read, in bytes.
const LARGEST: u64 = 200 << 20;

/// Reads a file and says what bringing it in would do.
///
/// # Errors
/// Why the file can't be read; the product is as it was in any case.
pub fn preview(
    product: &mut Product,
    path: &Path,
    options: &ImportOptions,
    now: DateTime<FixedOffset>,
) -> Result<ImportPreview> {
    let import = read(path, options, now)?;
    let tried = product.try_import(&import.backlog, now)?;
    Ok(preview_of(import, tried, path))
}

/// Brings a file in as one step.
///
/// # Errors
/// Why it can't be; then the product is as it was.
pub fn import(
    product: &mut Product,
    path: &Path,
    options: &ImportOptions,
    now: DateTime<FixedOffset>,
    progress: &Progress,
) -> Result<ImportDone> {
    let import = read_watched(path, options, now, &mut |done, total| progress.note_half(0, done, total))?;
    let mut watch = |done, total| progress.note_half(1, done, total);
    let (imported, outcome) = product.import(&import.backlog, now, &mut watch)?;
    Ok(ImportDone { counts: imported.counts, outcome })
}

/// Reads the items of a file.
///
/// # Errors
/// Why the file can't be read.
pub fn read(path: &Path, options: &ImportOptions, now: DateTime<FixedOffset>) -> Result<Import> {
    read_watched(path, options, now, &mut |_, _| true)
}

fn read_watched(
    path: &Path,
    options: &ImportOptions,
    now: DateTime<FixedOffset>,
    watch: &mut Watch<'_>,
) -> Result<Import> {
    let bytes = bytes(path)?;
    let mut wanted = Options::new(file_name(path), *now.offset());
    for (column, field) in &options.columns {
        let field = Field::named(field).ok_or_else(|| {
            Error::invalid_with("columns", "error-import-field", [("field", field.clone())])
        })?;
        wanted.fields.push((column.clone(), field));
    }
    wanted.states = options.states.clone();
    wanted.encoding = options.encoding.clone();
    wanted.delimiter = options.delimiter.as_deref().and_then(|text| text.chars().next());
    cairn_exchange::read_watched(&bytes, &wanted, watch).map_err(refused)
}

/// Reads a throughput history.
///
/// # Errors
/// Why the file can't be read.
pub fn read_throughput(path: &Path, now: DateTime<FixedOffset>) -> Result<cairn_exchange::Throughput> {
    let options = Options::new(file_name(path), *now.offset());
    cairn_exchange::read_throughput(&bytes(path)?, &options).map_err(refused)
}

/// Brings a throughput history in as one step.
///
/// # Errors
/// Why it can't be; then the product is as it was.
pub fn import_throughput(product: &mut Product, path: &Path, now: DateTime<FixedOffset>) -> Result<Outcome> {
    let throughput = read_throughput(path, now)?;
    let throughput =
        ImportedThroughput { file: file_name(path), weekly: throughput.weekly, rows: throughput.rows };
    product.apply(Edit::ImportThroughput { throughput }, now)
}

/// Reads the holidays of a calendar file.
///
/// # Errors
/// Why the file can't be read.
pub fn read_holidays(path: &Path, now: DateTime<FixedOffset>) -> Result<Holidays> {
    cairn_exchange::read_holidays(&bytes(path)?, now.date_naive()).map_err(refused)
}

/// Closes the days of a calendar file as one step; those that are closed already stay as they are.
///
/// # Errors
/// Why it can't be; then the product is as it was.
pub fn import_holidays(product: &mut Product, path: &Path, now: DateTime<FixedOffset>) -> Result<Outcome> {
    let days = read_holidays(path, now)?.days;
    product.apply(Edit::AddClosedDays { days }, now)
}

/// Writes the product to a file; private notes about people go out only where asked for.
///
/// # Errors
/// Why it can't be; then a file of that name is as it was.
pub fn export(product: &Product, path: &Path, format: ExportFormat, private_notes: bool) -> Result<Exported> {
    let items = product.filter_all("")?;
    match format {
        ExportFormat::Csv => {
            let style = CsvStyle::default();
            write_whole(path, &cairn_exchange::write_csv(&rows(product, &items)?, style))?;
        }
        ExportFormat::Json => {
            write_whole(path, &product.export_json(private_notes)?)?;
        }
        ExportFormat::Copy => product.export_copy(path, private_notes)?,
    }
    Ok(Exported { file: file_name(path), items: items.len() })
}

fn rows(product: &Product, items: &[Item]) -> Result<Vec<ExportRow>> {
    let finish = product.finish();
    let row = |item: &Item| -> Result<ExportRow> {
        let detail = product.item(item.id)?;
        let names = item.wanted_by.iter().filter_map(|id| product.stakeholder(*id));
        let date = |percentile| item.position.and_then(|position| finish.date_at(percentile, position));
        Ok(ExportRow {
            position: item.position.map(|position| position as usize),
            id: item.key.clone(),
            title: item.title.clone(),
            kind: Some(item.kind.clone()),
            state: Some(item.state),
            size: item.size,
            external_id: item.external_id.clone(),
            part_of: item.part_of.and_then(|id| product.list_item(id)).map(|container| container.key),
            labels: item.labels.clone(),
            wanted_by: names.map(|person| person.fields.name.clone()).collect(),
            done_on: item.done_on,
            forecast: [50, 85].map(|percentile| (percentile, date(percentile))).to_vec(),
            body: Some(detail.body).filter(|body| !body.is_empty()),
            url: item.url.clone(),
            created_on: Some(item.created_on),
            ..ExportRow::default()
        })
    };
    items.iter().map(row).collect()
}

fn preview_of(import: Import, tried: Imported, path: &Path) -> ImportPreview {
    let mut items = import.backlog.items;
    // As they will stand: what is in the Sprint, the other open ones, then the rest.
    items.sort_by_key(|item| match item.state {
        Some(State::InSprint) => 0,
        Some(State::Done) => 2,
        Some(State::NotDoing) => 3,
        _ => 1,
    });
    let unknown = import.states.iter().filter(|seen| !seen.known);
    ImportPreview {
        file: file_name(path),
        format: cairn_core::words::say(&format!("format-{}", import.format.source())),
        encoding: import.encoding,
        delimiter: import.delimiter.map(String::from),
        columns: import
            .columns
            .into_iter()
            .map(|column| PreviewColumn {
                header: column.header,
                field: column.field.map(|field| field.name().to_owned()),
                samples: column.samples,
            })
            .collect(),
        fields: Field::NAMES.iter().map(|(_, name)| (*name).to_owned()).collect(),
        read: import.read,
        skipped: import
            .skipped
            .into_iter()
            .map(|skipped| SkippedRow { line: skipped.line, reason: skipped.reason })
            .collect(),
        warnings: import.warnings.into_iter().chain(tried.warnings).collect(),
        unknown_states: unknown
            .map(|seen| UnknownState {
                source_state: seen.word.clone(),
                items: seen.count,
                state: seen.state,
            })
            .collect(),
        counts: tried.counts,
        done_with_date: import.done_with_date,
        items: items.into_iter().take(SHOWN).collect(),
    }
}

/// Tells a product or a complete export from a file to import.
pub fn is_product(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    let says_so = || {
        let mut start = Vec::new();
        let read = File::open(path).and_then(|file| file.take(100).read_to_end(&mut start));
        start.retain(|byte| !byte.is_ascii_whitespace());
        read.is_ok() && start.starts_with(br#"{"format":"cairn""#)
    };
    ending == "cairn" || ending == "json" && path.is_file() && says_so()
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    let metadata = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Error::NotFound { key: "error-no-such-file", args: vec![("path", path.display().to_string())] }
        }
        _ => Error::io(path, error),
    })?;
    if !metadata.is_file() {
        return Err(Error::invalid_with("file", "error-not-a-file", [("path", path.display().to_string())]));
    }
    if metadata.len() > LARGEST {
        return Err(Error::invalid_with(
            "file",
            "error-import-too-large",
            [("path", path.display().to_string())],
        ));
    }
    std::fs::read(path).map_err(|error| Error::io(path, error))
}

pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn refused(refusal: Refusal) -> Error {
    Error::Invalid { field: "file", key: refusal.key, args: refusal.args }
}
