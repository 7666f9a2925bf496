//! Import, export and the check of the file.

use crate::answer::{Answer, Stop, Told, plain};
use crate::args;
use crate::desk::Desk;
use crate::edits::{Step, exists};
use cairn_core::backlog::State;
use cairn_core::import::ImportCounts;
use cairn_core::words::{say, tell};
use cairn_core::{Edit, Error};
use cairn_exchange::{Holidays, Skipped, Throughput};
use cairn_host::backups::{self, Occasion};
use cairn_host::exchange;
use cairn_host::request::{ExportFormat, ImportOptions};
use chrono::NaiveDate;
use serde::Serialize;
use std::path::Path;

/// What an import did or would do, in JSON.
#[derive(Debug, Serialize)]
struct Imported {
    format: &'static str,
    encoding: String,
    delimiter: Option<char>,
    read: usize,
    added: usize,
    updated: usize,
    unchanged: usize,
    sprints: usize,
    skipped: Vec<SkippedRow>,
    done_with_date: usize,
    warnings: Vec<String>,
}

/// A row that was left out.
#[derive(Debug, Serialize)]
struct SkippedRow {
    line: usize,
    reason: String,
}

fn skipped(rows: Vec<Skipped>) -> Vec<SkippedRow> {
    rows.into_iter().map(|row| SkippedRow { line: row.line, reason: row.reason }).collect()
}

/// `import`: the items of an export, or a throughput history.
pub fn import(desk: &Desk, arguments: args::Import) -> Told {
    if arguments.throughput {
        return import_throughput(desk, &arguments);
    }
    let options = options(&arguments)?;
    // The product first: that it can be written is known before a long file is read.
    let import =
        |path: &Path| exchange::read(path, &options, desk.now).map_err(|error| hinted(desk, path, error));
    let (read, imported) = if arguments.dry_run {
        let product = desk.read()?;
        let read = import(&arguments.file)?;
        let tried = desk.on_a_copy(&product, |copy| copy.try_import(&read.backlog, desk.now))?;
        (read, tried)
    } else {
        let mut held = desk.write()?;
        let read = import(&arguments.file)?;
        backups::back_up(&held.product, &desk.files()?, Occasion::Import, desk.now)?;
        let (imported, _) = held.product.import(&read.backlog, desk.now, &mut |_, _| true)?;
        (read, imported)
    };
    let ImportCounts { added, updated, unchanged, sprints } = imported.counts;
    let warnings: Vec<String> = read.warnings.into_iter().chain(imported.warnings).collect();
    let format = read.format.source();
    let key = if arguments.dry_run { "cli-would-import" } else { "cli-imported" };
    let mut text = tell(
        key,
        &[
            ("file", plain(&read.backlog.file).into()),
            ("format", say(&format!("format-{format}")).into()),
            ("encoding", read.encoding.as_str().into()),
            ("added", added.into()),
            ("updated", updated.into()),
            ("unchanged", unchanged.into()),
            ("done", read.done_with_date.into()),
            ("sprints", sprints.into()),
        ],
    );
    for line in read.skipped.iter().map(|row| &row.reason).chain(&warnings) {
        text.push_str(&format!("\n{}", plain(line)));
    }
    text.push('\n');
    let answer = Imported {
        format,
        encoding: read.encoding,
        delimiter: read.delimiter,
        read: read.read,
        added,
        updated,
        unchanged,
        sprints,
        skipped: skipped(read.skipped),
        done_with_date: read.done_with_date,
        warnings,
    };
    Ok(Answer::new(&answer, text))
}

fn options(arguments: &args::Import) -> Told<ImportOptions> {
    let mut options = ImportOptions {
        columns: arguments.map.iter().cloned().collect(),
        encoding: arguments.encoding.clone(),
        ..ImportOptions::default()
    };
    for (word, state) in &arguments.states {
        let state = State::from_word(state)
            .ok_or_else(|| Error::invalid_with("state", "cli-error-state", [("state", state.clone())]))?;
        options.states.insert(word.clone(), state);
    }
    options.delimiter = match arguments.delimiter.as_deref() {
        Some("\\t" | "tab") => Some("\t".into()),
        Some(text) if text.chars().count() == 1 => Some(text.into()),
        Some(_) => return Err(Stop::Usage(say("cli-delimiter"))),
        None => None,
    };
    Ok(options)
}

/// Says so where a file that holds no items is a throughput history.
fn hinted(desk: &Desk, path: &Path, error: Error) -> Error {
    let history = || exchange::read_throughput(path, desk.now).ok().filter(|read| read.finished > 0);
    match &error {
        Error::Invalid { key: "import-no-title" | "import-no-table", .. } if history().is_some() => {
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Error::invalid_with("file", "cli-error-is-throughput", [("file", file)])
        }
        _ => error,
    }
}

/// What the import of a throughput history did or would do, in JSON.
#[derive(Debug, Serialize)]
struct ImportedThroughput {
    format: &'static str,
    weekly: bool,
    read: usize,
    finished: u64,
    first_day: Option<NaiveDate>,
    known_until: Option<NaiveDate>,
    skipped: Vec<SkippedRow>,
    warnings: Vec<String>,
}

fn import_throughput(desk: &Desk, arguments: &args::Import) -> Told {
    let file = arguments.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bring_in = |read: &Throughput| Edit::ImportThroughput {
        throughput: cairn_core::import::ImportedThroughput {
            file: file.clone(),
            weekly: read.weekly,
            rows: read.rows.clone(),
        },
    };
    let (read, mut text) = if arguments.dry_run {
        let product = desk.read()?;
        let read = exchange::read_throughput(&arguments.file, desk.now)?;
        desk.on_a_copy(&product, |copy| copy.apply(bring_in(&read), desk.now))?;
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let text = tell(
            "cli-would-import-throughput",
            &[
                ("file", plain(&file).into()),
                ("finished", read.finished.into()),
                ("first", day(read.first_day).into()),
                ("last", day(read.known_until).into()),
            ],
        );
        (read, text)
    } else {
        let mut held = desk.write()?;
        let read = exchange::read_throughput(&arguments.file, desk.now)?;
        backups::back_up(&held.product, &desk.files()?, Occasion::Import, desk.now)?;
        let outcome = held.product.apply(bring_in(&read), desk.now)?;
        let text = plain(Step::of_outcome(&outcome, desk).sentence());
        (read, text)
    };
    for line in read.skipped.iter().map(|row| &row.reason).chain(&read.warnings) {
        text.push_str(&format!("\n{}", plain(line)));
    }
    text.push('\n');
    let answer = ImportedThroughput {
        format: "throughput",
        weekly: read.weekly,
        read: read.rows.len(),
        finished: read.finished,
        first_day: read.first_day,
        known_until: read.known_until,
        skipped: skipped(read.skipped),
        warnings: read.warnings,
    };
    Ok(Answer::new(&answer, text))
}

/// What the holidays of a calendar file closed, in JSON.
#[derive(Debug, Serialize)]
struct ImportedHolidays {
    read: usize,
    added: usize,
    warnings: Vec<String>,
}

/// `holidays`: the days of a calendar file, closed as one step.
pub fn holidays(desk: &Desk, arguments: args::Holidays) -> Told {
    let mut held = desk.write()?;
    let Holidays { days, warnings } = exchange::read_holidays(&arguments.file, desk.now)?;
    let read = days.len();
    let outcome = held.product.apply(Edit::AddClosedDays { days }, desk.now)?;
    let added = outcome.created.len();
    let mut text = tell("cli-holidays", &[("added", added.into()), ("known", (read - added).into())]);
    for line in &warnings {
        text.push_str(&format!("\n{}", plain(line)));
    }
    text.push('\n');
    Ok(Answer::new(&ImportedHolidays { read, added, warnings }, text))
}

/// What was written, in JSON.
#[derive(Debug, Serialize)]
struct Written {
    file: String,
    format: &'static str,
    items: usize,
}

/// `export`: to a file whose ending says what is written.
pub fn export(desk: &Desk, arguments: args::Export) -> Told {
    let path = &arguments.file;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let (format, word) = match ending.as_deref() {
        Some("csv") => (ExportFormat::Csv, "csv"),
        Some("json") => (ExportFormat::Json, "json"),
        Some("cairn") => (ExportFormat::Copy, "cairn"),
        _ => {
            let shown = path.display().to_string();
            return Err(Error::invalid_with("file", "cli-error-ending", [("path", shown)]).into());
        }
    };
    let product = desk.read()?;
    // A product is never written over, the open one least of all.
    let same =
        || -> Option<bool> { Some(path.canonicalize().ok()? == desk.path().ok()?.canonicalize().ok()?) };
    if path.exists() && (format == ExportFormat::Copy || same() == Some(true)) {
        return Err(exists(path).into());
    }
    let written = exchange::export(&product, path, format, arguments.private_notes)?;
    let text = tell(
        "cli-written",
        &[("file", plain(&path.display().to_string()).into()), ("items", written.items.into())],
    ) + "\n";
    let file = path.display().to_string();
    Ok(Answer::new(&Written { file, format: word, items: written.items }, text))
}

/// What the check found, in JSON.
#[derive(Debug, Serialize)]
struct Checked {
    sound: bool,
    found: Vec<String>,
}

/// `check`: the whole file.
pub fn check(desk: &Desk) -> Told {
    let found = desk.read()?.check()?;
    let sound = found.is_empty();
    let text = if sound {
        format!("{}\n", say("cli-sound"))
    } else {
        let lines = found.iter().map(|line| plain(line)).collect::<Vec<_>>().join("\n");
        format!("{}\n{lines}\n", say("cli-not-sound"))
    };
    Ok(Answer { wrong: !sound, ..Answer::new(&Checked { sound, found }, text) })
}
